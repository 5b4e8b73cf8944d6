//! rustfmt and clippy: parts of a Rust that may be missing from it.

use std::time::Duration;

use crate::environment::{Environment, Toolchain};
use crate::failure::{Failure, Result};
use crate::progress::say;
use crate::shell;
use crate::tool::rust::LINKED;
use crate::tool::{Workshop, apt};

const LIMIT: Duration = Duration::from_secs(5 * 60);

/// A toolchain with rustfmt; Debian's has none, then it is rustup's stable.
pub fn formatter(environment: &Environment) -> Result<Toolchain> {
    [
        Toolchain::active(),
        environment.toolchain().clone(),
        Toolchain::Rustup("stable".to_owned()),
    ]
    .into_iter()
    .find(|toolchain| has(environment, toolchain, "fmt"))
    .ok_or_else(|| {
        Failure::new(
            "no Rust here has rustfmt",
            "run `rustup component add rustfmt --toolchain stable`",
        )
    })
}

/// Sees that the chosen toolchain has clippy.
pub fn ensure_clippy(workshop: &Workshop) -> Result<()> {
    let environment = &workshop.environment;
    let toolchain = environment.toolchain();
    if has(environment, toolchain, "clippy") {
        return Ok(());
    }
    let _lock = workshop.cache.lock()?;
    match toolchain {
        Toolchain::Rustup(name) if name == LINKED && apt::is_here(environment) => {
            apt::install(workshop, &["rust-web-clippy"], "checks the code")?;
        }
        Toolchain::Rustup(name) => {
            say(format!(
                "clippy: adding it to {name} with rustup (checks the code)"
            ));
            let mut command = environment.command("rustup");
            command.args(["component", "add", "clippy", "--toolchain", name]);
            shell::log(&mut command, &workshop.cache.log("rustup-clippy"), LIMIT)?;
        }
        Toolchain::System => {}
    }
    if has(environment, toolchain, "clippy") {
        Ok(())
    } else {
        Err(Failure::new(
            format!("{} has no clippy", toolchain.name()),
            "install your distribution's package of clippy, or rustup",
        ))
    }
}

fn has(environment: &Environment, toolchain: &Toolchain, part: &str) -> bool {
    let mut command = environment.command_with(toolchain, "cargo");
    shell::succeeds(command.args([part, "--version"]))
}
