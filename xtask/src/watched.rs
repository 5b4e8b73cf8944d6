//! What a served page is made of: folders, which trunk watches by itself, and single files, which
//! are looked at here. A watch on a file ends when an editor saves by putting a new file in its place.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// Where trunk's own list stands, which plain `trunk serve` follows.
const TRUNK: &str = "Trunk.toml";
const STORY: &str = "public/story.json";
/// A save may take two steps, and a big story some time.
const SETTLED: Duration = Duration::from_millis(150);

pub struct Watched {
    pub folders: Vec<PathBuf>,
    pub files: Vec<PathBuf>,
}

impl Watched {
    /// What Trunk.toml lists, the story and the land of its map.
    pub fn in_checkout(root: &Path) -> Self {
        let root = real(root);
        let listed = fs::read_to_string(root.join(TRUNK)).unwrap_or_default();
        let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let story = root.join(named("SIGHTLINES_STORY").unwrap_or_else(|| STORY.into()));
        let land = match named("SIGHTLINES_LAND") {
            Some(land) => root.join(land),
            None => story.with_file_name("land.json"),
        };
        let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = watch_list(&listed)
            .map(|path| real(&root.join(path)))
            .partition(|path| path.is_dir());
        let is_seen = |file: &PathBuf| folders.iter().any(|folder| file.starts_with(folder));
        let of_story = [story, land].map(|file| real(&file));
        let files = files
            .into_iter()
            .chain(of_story)
            .filter(|file| !is_seen(file))
            .collect();
        Self { folders, files }
    }
}

/// A path without links and detours, if there is something there.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The paths in `watch = ["src", "style"]`.
fn watch_list(toml: &str) -> impl Iterator<Item = &str> {
    let list = toml
        .split_once("\nwatch = [")
        .and_then(|(_, rest)| rest.split_once(']'))
        .map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2)
}

/// Single files, and how they were when they were last looked at.
pub struct Files<'a> {
    paths: &'a [PathBuf],
    reported: Vec<Look>,
    seen: Vec<Look>,
    since: Instant,
}

/// When it was written and how long it is; nothing if it is not there.
type Look = Option<(SystemTime, u64)>;

impl<'a> Files<'a> {
    pub fn new(paths: &'a [PathBuf]) -> Self {
        let now = look(paths);
        Self {
            paths,
            reported: now.clone(),
            seen: now,
            since: Instant::now(),
        }
    }

    /// Whether a file is another than when this was last asked, and has been so for a moment.
    pub fn have_changed(&mut self) -> bool {
        let now = look(self.paths);
        if now != self.seen {
            self.seen = now;
            self.since = Instant::now();
            return false;
        }
        let is_news = self.seen != self.reported && self.since.elapsed() >= SETTLED;
        if is_news {
            self.reported.clone_from(&self.seen);
        }
        is_news
    }
}

fn look(paths: &[PathBuf]) -> Vec<Look> {
    let one = |path: &PathBuf| {
        let found = path.metadata().ok()?;
        Some((found.modified().ok()?, found.len()))
    };
    paths.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_trunk_is_read_over_several_lines_too() {
        for (toml, expected) in [
            ("[watch]\nwatch = [\"src\", \"a b\"]\n", &["src", "a b"][..]),
            (
                "[watch]\nwatch = [\n  \"src\",\n  \"style\",\n]\n",
                &["src", "style"],
            ),
            ("[watch]\nignore = [\"src\"]\n", &[]),
        ] {
            assert_eq!(watch_list(toml).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn every_clone_has_what_trunk_watches() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let toml = fs::read_to_string(root.join(TRUNK)).expect("the file is in the checkout");
        let list: Vec<&str> = watch_list(&toml).collect();
        assert!(list.contains(&"src"), "{list:?}");
        for path in list {
            assert!(
                root.join(path).exists(),
                "{path}: trunk serve would not start"
            );
        }
        assert!(
            !toml.contains("\nignore ="),
            "trunk ends at a path that is not there"
        );
    }

    #[test]
    fn a_file_that_is_replaced_is_a_change_once_it_has_settled() {
        let folder = env::temp_dir().join(format!("xtask-watched-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder is writable");
        let (story, new) = (folder.join("a story.json"), folder.join("new"));
        fs::write(&story, "1").expect("the temporary folder is writable");
        let paths = [story.clone(), folder.join("missing.json")];
        let mut files = Files::new(&paths);
        assert!(!files.have_changed());
        fs::write(&new, "22").expect("the temporary folder is writable");
        fs::rename(&new, &story).expect("the temporary folder is writable");
        let deadline = Instant::now() + Duration::from_secs(10);
        while !files.have_changed() {
            assert!(Instant::now() < deadline, "the change is not seen");
        }
        assert!(!files.have_changed());
        fs::remove_dir_all(&folder).expect("the temporary folder is ours");
    }
}
