//! The program that reads stories, `publish`, and what it is asked to do with one.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::check::NATIVE;
use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::shell;

const CURE: &str = "correct what is shown above; `cargo xtask check` tells problems of the story \
                    and of the code more plainly";

/// Tells what is wrong with the story. Cargo's own lines and what the compiler has to say come first, so
/// that what follows is about the story alone.
pub fn check(environment: &Environment) -> Result<()> {
    let mut cargo = environment.command("cargo");
    cargo.arg("build").args(NATIVE).args(["--bin", "publish"]);
    shell::show(
        &mut cargo,
        "the program that checks the story does not compile: correct the errors shown above",
    )?;
    shell::show(
        publish(environment).arg("check"),
        "correct what is shown above in public/story.json, or in the file SIGHTLINES_STORY names",
    )
}

/// The site in dist/ as one file, which is not part of it.
pub fn single(environment: &Environment) -> Result<PathBuf> {
    let file = environment.root().join("single").join("sightlines.html");
    let mut publish = publish(environment);
    publish
        .arg("single")
        .arg(environment.root().join("dist"))
        .arg(&file);
    shell::show(&mut publish, CURE)?;
    Ok(file)
}

/// The stories of which the browser suite opens the sites.
const STORIES: &str = "tests/stories";

/// Their sites around the program in dist/, each in a folder named as its story; returns what holds these.
pub fn stories(environment: &Environment) -> Result<PathBuf> {
    let folder = environment.root().join(STORIES);
    let sites = environment.root().join("target/stories");
    let files = std::fs::read_dir(&folder).map_err(|error| Failure::at(&folder, &error))?;
    for file in files.flatten().map(|entry| entry.path()) {
        if let Some(name) = file
            .file_stem()
            .filter(|_| file.extension().is_some_and(|e| e == "json"))
        {
            site(environment, &file, &sites.join(name), &["--no-copies"])?;
        }
    }
    Ok(sites)
}

/// The release site of another story around the program in dist/, in a folder of its own, which is
/// emptied first: a file of an older program would stay.
pub fn site(environment: &Environment, story: &Path, out: &Path, options: &[&str]) -> Result<()> {
    if out.exists() {
        std::fs::remove_dir_all(out).map_err(|error| Failure::at(out, &error))?;
    }
    let mut publish = publish(environment);
    publish.arg("site").arg("--story").arg(story);
    publish
        .arg("--program")
        .arg(environment.root().join("dist"))
        .arg("--out")
        .arg(out)
        .args(options);
    shell::show(&mut publish, CURE)
}

fn publish(environment: &Environment) -> Command {
    let mut cargo = environment.command("cargo");
    cargo.args(["run", "--quiet"]).args(NATIVE);
    cargo.args(["--bin", "publish", "--"]);
    cargo
}
