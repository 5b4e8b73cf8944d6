//! Checks the story, with the words of the program that writes the page.

use crate::check::NATIVE;
use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::shell;

/// What that program ends with if it has told problems; cargo's own failures end otherwise.
const PROBLEMS: i32 = 1;

pub fn check(environment: &Environment) -> Result<()> {
    let mut cargo = environment.command("cargo");
    cargo
        .arg("run")
        .args(NATIVE)
        .args(["--bin", "prerender", "--", "check"]);
    match shell::watch(&mut cargo)?.code() {
        Some(0) => Ok(()),
        Some(PROBLEMS) => Err(Failure::new(
            "the story has problems, shown above",
            "correct them in public/story.json, or in the file SIGHTLINES_STORY names",
        )),
        _ => Err(Failure::new(
            "the program does not compile, so the story could not be checked",
            "correct the errors shown above",
        )),
    }
}
