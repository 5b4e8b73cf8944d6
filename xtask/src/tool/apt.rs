//! Packages of Debian and its kin.

use std::io::IsTerminal;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::progress::{say, seconds};
use crate::shell;
use crate::tool::Workshop;

const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Whether this machine installs its packages with apt.
pub fn is_here(environment: &Environment) -> bool {
    environment.find("apt-get").is_some() && environment.find("dpkg-query").is_some()
}

/// Those of the packages that are not installed.
pub fn missing<'a>(environment: &Environment, packages: &[&'a str]) -> Vec<&'a str> {
    let known = packages
        .iter()
        .filter_map(|package| {
            shell::output_of(
                environment
                    .command("dpkg-query")
                    .args(["-W", "-f=${Package} ${db:Status-Status}\n"])
                    .arg(package),
            )
        })
        .collect::<String>();
    not_installed(&known, packages)
}

/// Installs the packages with one call; nothing that is there is removed for them.
pub fn install(workshop: &Workshop, packages: &[&str], why: &str) -> Result<()> {
    let list = packages.join(" ");
    say(format!("installing with apt: {list} ({why})"));
    let start = Instant::now();
    let cure = format!("run as root: apt-get update && apt-get install {list}");
    let environment = &workshop.environment;
    let apt = |name: &str, arguments: &[&str]| {
        shell::twice(name, || {
            let mut command = as_root(environment, "env", &cure)?;
            command
                .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
                .args(["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2"])
                .args(arguments);
            shell::log(&mut command, &workshop.cache.log(name), LIMIT)
        })
    };
    // If only one of many sources cannot be reached, the packages may still be had.
    if let Err(failure) = apt("apt-update", &["update"]) {
        say(format!("going on with the old package lists. {failure}"));
    }
    let options = ["install", "--yes", "--no-install-recommends", "--no-remove"];
    apt("apt-install", &[&options[..], packages].concat())
        .map_err(|failure| Failure::new(failure.what, cure.clone()))?;
    say(format!(
        "installed with apt in {}",
        seconds(start.elapsed())
    ));
    Ok(())
}

/// A command that runs as root: directly, or through sudo.
pub fn as_root(environment: &Environment, program: &str, cure: &str) -> Result<Command> {
    let id = shell::output_of(environment.command("id").arg("-u"));
    if id.is_some_and(|id| id.trim() == "0") {
        return Ok(environment.command(program));
    }
    let mut sudo = environment.command("sudo");
    if std::io::stdin().is_terminal() {
        // sudo asks for the password on the terminal itself.
        if environment.find("sudo").is_some() {
            sudo.arg(program);
            return Ok(sudo);
        }
    } else if shell::succeeds(environment.command("sudo").args(["-n", "true"])) {
        sudo.arg("-n").arg(program);
        return Ok(sudo);
    }
    Err(Failure::new(
        "this step needs root: you are not root, and sudo cannot be used here",
        cure,
    ))
}

fn not_installed<'a>(known: &str, packages: &[&'a str]) -> Vec<&'a str> {
    packages
        .iter()
        .copied()
        .filter(|package| {
            let installed = format!("{package} installed");
            !known.lines().any(|line| line == installed)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removed_and_unknown_packages_count_as_missing() {
        let known = "xvfb installed\nxauth config-files\nchromium-driver installed\n";
        assert_eq!(
            not_installed(known, &["xvfb", "xauth", "chromium", "chromium-driver"]),
            ["xauth", "chromium"]
        );
    }
}
