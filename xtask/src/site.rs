//! The page itself, made by trunk.

use std::process::Command;

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

/// Trunk, as every chore runs it.
pub fn trunk(environment: &Environment) -> Command {
    let mut command = environment.command("trunk");
    // Its errors tell enough without its own call stack; a panic of ours keeps its stack.
    command.env("RUST_LIB_BACKTRACE", "0");
    command
}
