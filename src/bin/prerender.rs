//! Writes the page before the program runs: trunk's `post_build` hook calls it on the
//! `index.html` it has just staged.

use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("prerender: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let folder = env::var("TRUNK_STAGING_DIR").map_err(|_| {
        "TRUNK_STAGING_DIR is not set: run `trunk build`, which calls this".to_owned()
    })?;
    let path = Path::new(&folder).join("index.html");
    let shell =
        fs::read_to_string(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let page = sightlines::prerender::page(&shell)?;
    fs::write(&path, page).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    // The very story that the page was made of, whichever it was.
    let story = Path::new(&folder).join("story.json");
    fs::copy(env!("SIGHTLINES_STORY_FILE"), &story)
        .map(|_| ())
        .map_err(|e| format!("cannot write {}: {e}", story.display()))
}
