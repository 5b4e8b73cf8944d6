//! The page itself, made and served by trunk.

use std::net::TcpListener;
use std::process::Command;

use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::progress::say;
use crate::shell;

const ADDRESS: &str = "127.0.0.1";
const CURE: &str = "correct what is shown above; `cargo xtask check` tells problems of the story \
                    and of the code more plainly";

/// The release site, in dist/.
pub fn build(environment: &Environment, arguments: &[String]) -> Result<()> {
    let mut command = trunk(environment);
    command.args(["build", "--release"]).args(arguments);
    shell::show(&mut command, CURE)
}

/// Serves the page until it is stopped.
pub fn serve(environment: &Environment, port: u16, arguments: &[String]) -> Result<()> {
    if let Err(error) = TcpListener::bind((ADDRESS, port)) {
        return Err(Failure::new(
            format!("http://{ADDRESS}:{port}/ cannot be served: {error}"),
            "stop what uses that port, or choose another: cargo xtask serve --port 8081",
        ));
    }
    say(format!(
        "serving http://{ADDRESS}:{port}/ once it is built; a change rebuilds it, Ctrl-C ends it"
    ));
    let mut command = trunk(environment);
    command
        .args(["serve", "--address", ADDRESS, "--port"])
        .arg(port.to_string())
        .args(arguments);
    become_it(&mut command)
}

fn trunk(environment: &Environment) -> Command {
    let mut command = environment.command("trunk");
    // Its errors tell enough without its own call stack; a panic of ours keeps its stack.
    command.env("RUST_LIB_BACKTRACE", "0");
    command
}

/// Trunk takes this process's place, so that what ends the one ends the other.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(Failure::new(
        format!("trunk could not be started: {error}"),
        "run `cargo xtask clean --tools`, then this again",
    ))
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<()> {
    shell::show(command, CURE)
}
