//! The page itself, made by trunk.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::check::NATIVE;
use crate::environment::Environment;
use crate::failure::Result;
use crate::shell;

const CURE: &str = "correct what is shown above; `cargo xtask check` tells problems of the story \
                    and of the code more plainly";

/// The release site, in dist/.
pub fn build(environment: &Environment, arguments: &[String]) -> Result<()> {
    let mut command = trunk(environment);
    command.args(["build", "--release"]).args(arguments);
    shell::show(&mut command, CURE)
}

/// The site in dist/ as one file, which is not part of it.
pub fn single(environment: &Environment) -> Result<PathBuf> {
    let file = environment.root().join("single").join("sightlines.html");
    let mut cargo = environment.command("cargo");
    cargo
        .arg("run")
        .args(NATIVE)
        .args(["--bin", "prerender", "--", "single"])
        .arg(environment.root().join("dist"))
        .arg(&file);
    shell::show(&mut cargo, CURE)?;
    Ok(file)
}

/// The release site of another story, in a folder of its own.
pub fn build_story(environment: &Environment, story: &Path, dist: &Path) -> Result<()> {
    let mut command = trunk(environment);
    command
        .args(["build", "--release", "--dist"])
        .arg(dist)
        .env("SIGHTLINES_STORY", story);
    shell::show(&mut command, CURE)
}

/// Trunk, as every chore runs it.
pub fn trunk(environment: &Environment) -> Command {
    let mut command = environment.command("trunk");
    // Its errors tell enough without its own call stack; a panic of ours keeps its stack.
    command.env("RUST_LIB_BACKTRACE", "0");
    command
}
