//! Writes the page before the program runs: trunk's `post_build` hook calls it on the
//! `index.html` it has just staged. With `single DIST FILE` it writes a built site as one file, and
//! with `check` it only tells the story's problems.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use sightlines::{embed, hosting, metadata, prerender, problems, story};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => fill(),
        ["check"] => check(),
        ["single", dist, file] => single(Path::new(dist), Path::new(file)),
        _ => Err("only `check` or `single DIST FILE` can be asked for".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn fill() -> Result<(), String> {
    let folder = env::var("TRUNK_STAGING_DIR").map_err(|_| {
        "TRUNK_STAGING_DIR is not set: run `trunk build`, which calls this".to_owned()
    })?;
    let folder = Path::new(&folder);
    let path = folder.join("index.html");
    let shell =
        fs::read_to_string(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    if let Err(report) = check() {
        // Whoever serves the page looks at it, and writes on: the server must not stop at that.
        let page = problems::page(&shell, &report).ok_or_else(|| report.clone())?;
        eprintln!("{report}");
        return save(&path, &page);
    }
    save(&path, &prerender::page(&shell)?)?;
    save(&folder.join("embed.js"), &embed::script())?;
    if let Some(answer) = metadata::oembed(&story::text().meta) {
        save(&folder.join("oembed.json"), &answer)?;
    }
    // The very story that the page was made of, whichever it was.
    let story = folder.join("story.json");
    fs::copy(env!("SIGHTLINES_STORY_FILE"), &story)
        .map_err(|e| format!("cannot write {}: {e}", story.display()))?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        let origin = hosting::origin()?;
        let policy = hosting::write(folder, origin.as_deref())?;
        println!(
            "the page's policy, also in _headers and hosting/nginx.conf:\n\
             Content-Security-Policy: {}",
            policy.header(origin.as_deref())
        );
    }
    Ok(())
}

fn check() -> Result<(), String> {
    match problems::OF_THE_STORY {
        "" => Ok(()),
        report => Err(report.to_owned()),
    }
}

fn single(dist: &Path, file: &Path) -> Result<(), String> {
    check()?;
    let page = hosting::single(dist, story::text().meta.canonical)?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
    }
    save(file, &page)
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
}
