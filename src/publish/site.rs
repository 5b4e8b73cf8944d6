//! The site of the loaded story, around a program that trunk has built.

use std::fs;
use std::path::Path;

use super::{Input, embed, hosting, metadata, page};
use crate::story;

/// The page before a story was written into it. It lies with a release site, beside what only its host
/// reads, so that other stories can be written around the same program.
const SHELL: &str = "hosting/shell.html";

/// What belongs to a story and not to the program.
const OWN: &[&str] = &["index.html", "story.json", "oembed.json", "_headers"];

/// For whom a site is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Its author, at work on it.
    Draft,
    /// Its readers: with all that hosts want, and compressed copies if they are wanted. Those take by far
    /// the longest.
    Release { copies: bool },
}

/// Writes the loaded story into `folder`, where its program lies; `shell` is the page that trunk has
/// built. Returns what to tell of a release.
pub fn fill(folder: &Path, shell: &str, input: &Input, purpose: Purpose) -> Result<String, String> {
    save(&folder.join("index.html"), &page::page(shell)?)?;
    save(&folder.join("embed.js"), &embed::script())?;
    if let Some(answer) = metadata::oembed(&story::text().meta) {
        save(&folder.join("oembed.json"), &answer)?;
    }
    // The very story that the page was made of, whichever it was.
    copy(&input.path(), &folder.join("story.json"))?;
    let Purpose::Release { copies } = purpose else {
        return Ok(String::new());
    };
    let origin = hosting::origin()?;
    let policy = hosting::write(folder, origin.as_deref(), copies)?;
    save(&folder.join(SHELL), shell)?;
    Ok(format!(
        "the page's policy, also in _headers and hosting/nginx.conf:\n\
         Content-Security-Policy: {}",
        policy.header(origin.as_deref())
    ))
}

/// Writes the loaded story's site into the folder `out`, around the program of the release site in
/// `program`.
pub fn from_program(
    program: &Path,
    out: &Path,
    input: &Input,
    copies: bool,
) -> Result<String, String> {
    let shell = program.join(SHELL);
    let shell = fs::read_to_string(&shell).map_err(|error| {
        format!(
            "cannot read {}: {error}\n  help: name a site that `cargo xtask build` has built",
            shell.display()
        )
    })?;
    for (name, path) in hosting::files(program)? {
        let original = hosting::without_ending(&name);
        let is_copy = original != name;
        if OWN.contains(&original) || name.starts_with("hosting/") || is_copy && !copies {
            continue;
        }
        let to = out.join(&name);
        if let Some(folder) = to.parent() {
            make(folder)?;
        }
        copy(&path, &to)?;
    }
    fill(out, &shell, input, Purpose::Release { copies })
}

fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    match fs::copy(from, to) {
        Ok(_) => Ok(()),
        Err(e) => Err(format!(
            "cannot copy {} to {}: {e}",
            from.display(),
            to.display()
        )),
    }
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
}
