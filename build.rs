//! Reads the story and writes it into the program as Rust statics; or its problems, which the program
//! then tells in its place.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use story::validate::{Checked, Problem};

// The library's own files. The program uses parts of them that a build script does not.
#[allow(dead_code)]
#[path = "src/domain"]
mod domain {
    pub mod date;
    pub mod projection;
    pub mod scale;
}
#[allow(dead_code, unused_imports)]
#[path = "src/story"]
mod story {
    pub mod emit;
    pub mod inline;
    pub mod known;
    pub mod labels;
    pub mod model;
    pub mod resolve;
    pub mod source;
    pub mod validate;
}

/// The bundled story; `SIGHTLINES_STORY` names another one. The land of its map lies beside it, or
/// is the bundled one; `SIGHTLINES_LAND` names another file.
const BUNDLED: &str = "public/story.json";
const BUNDLED_LAND: &str = "public/land.json";
/// Compiled in place of a story with problems, so that the writer of the page can tell them.
const STAND_IN: (&str, &str) = ("tests/fixtures/small.json", "tests/fixtures/land.json");

fn main() {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let name = chosen("SIGHTLINES_STORY").unwrap_or_else(|| BUNDLED.into());
    let path = root.join(&name);
    println!("cargo:rerun-if-changed={}", path.display());

    // The prerender lays the story beside the page, for readers to download.
    println!("cargo:rustc-env=SIGHTLINES_STORY_FILE={}", path.display());

    let land = chosen("SIGHTLINES_LAND");
    let (checked, problems) = match read(&root, &name, land.as_deref()) {
        Ok(checked) => (checked, String::new()),
        Err(problems) => {
            let (story, land) = STAND_IN;
            let stand_in = read(&root, story, Some(land)).unwrap_or_else(|why| fail(&why));
            (stand_in, problems)
        }
    };

    let files = story::emit::emit(&checked);
    let out = PathBuf::from(variable("OUT_DIR"));
    write(&out.join("index.rs"), &files.index);
    write(&out.join("labels.rs"), &files.labels);
    write(&out.join("text.rs"), &files.text);
    write(&out.join("problems.txt"), &problems);
}

/// The story and its land, checked; else all their problems, as an author is told them.
fn read(root: &Path, name: &str, land: Option<&str>) -> Result<Checked, String> {
    let json = fs::read_to_string(root.join(name)).map_err(|error| {
        format!(
            "cannot read the story {name}: {error}\n  help: SIGHTLINES_STORY names a file, \
             absolute or relative to the folder of Cargo.toml"
        )
    })?;
    let checked = story::validate::check(&json).map_err(|problems| told(&problems, name))?;
    match checked.story().map {
        Some(_) => with_land(checked, root, name, land),
        None => Ok(checked),
    }
}

fn told(problems: &[Problem], name: &str) -> String {
    let each: String = problems
        .iter()
        .map(|problem| format!("{}\n\n", problem.in_file(name)))
        .collect();
    let count = match problems.len() {
        1 => "1 problem".into(),
        n => format!("{n} problems"),
    };
    format!(
        "{each}{count} in {name}. The format is described in docs/writing-a-story.md and in \
         public/story.schema.json, which most editors can check against while you type."
    )
}

/// A file that the environment names, relative to the checkout.
fn chosen(name: &str) -> Option<String> {
    println!("cargo:rerun-if-env-changed={name}");
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn beside(story: &str) -> String {
    let land = Path::new(story).with_file_name("land.json");
    land.display().to_string()
}

/// A copy of the bundled story has no land beside it; while its map is unchanged, the bundled land
/// is its land.
fn with_land(
    checked: Checked,
    root: &Path,
    story: &str,
    named: Option<&str>,
) -> Result<Checked, String> {
    let cure = format!(
        "run `SIGHTLINES_STORY={story} cargo xtask map`, which draws it for the story’s `map`"
    );
    let own = named.map_or_else(|| beside(story), str::to_owned);
    println!("cargo:rerun-if-changed={}", root.join(&own).display());
    println!(
        "cargo:rerun-if-changed={}",
        root.join(BUNDLED_LAND).display()
    );
    let borrows = named.is_none() && !root.join(&own).exists();
    let (name, why) = if borrows {
        (BUNDLED_LAND, format!("{own} is not there, and "))
    } else {
        (own.as_str(), String::new())
    };
    let json = fs::read_to_string(root.join(name))
        .map_err(|error| format!("{why}{name} cannot be read: {error}\n  help: {cure}"))?;
    checked
        .with_land(&json)
        .map_err(|problem| format!("{why}{name} does not fit: {problem}\n  help: {cure}"))
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| fail(&format!("cargo has not set {name}")))
}

fn write(path: &Path, content: &str) {
    if let Err(error) = fs::write(path, content) {
        fail(&format!("cannot write {}: {error}", path.display()));
    }
}

/// Ends the build with a sentence instead of a panic.
fn fail(message: &str) -> ! {
    eprintln!("{message}");
    process::exit(1)
}
