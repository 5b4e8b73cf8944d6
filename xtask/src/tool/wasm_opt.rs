//! wasm-opt makes the wasm about a fifth smaller. It is the one tool that the site can do without.

use std::fs;
use std::path::Path;

use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::progress::say;
use crate::shell;
use crate::tool::{Workshop, npm};
use crate::version::Version;

const PACKAGE: npm::Package = npm::Package {
    name: "binaryen",
    version: "132.0.0",
    folder: "binaryen",
};
/// The same, as the program tells it.
const PINNED: Version = Version(132, 0, 0);
/// The first that knows all the features that rustc switches on for wasm32.
const OLDEST: Version = Version(116, 0, 0);
const WHY: &str = "makes the wasm smaller";

/// Trunk takes the first `wasm-opt` on PATH; afterwards there is one.
pub fn ensure(workshop: &mut Workshop) -> Result<()> {
    let on_path = workshop.environment.find("wasm-opt").and_then(|path| {
        let version = version_of(&workshop.environment, &path)?;
        (version >= OLDEST).then_some((path, version))
    });
    if let Some((path, version)) = on_path {
        say(format!(
            "wasm-opt {}: found, {} ({WHY})",
            version.0,
            path.display()
        ));
        return Ok(());
    }

    let folder = npm::modules(workshop, &PACKAGE).join(".bin");
    let is_installed = |environment: &Environment| {
        version_of(environment, &folder.join("wasm-opt")) == Some(PINNED)
    };
    if is_installed(&workshop.environment) {
        say(format!("wasm-opt {}: found in the cache ({WHY})", PINNED.0));
        workshop.environment.add_tools(&folder);
        return Ok(());
    }

    let lock = workshop.cache.lock()?;
    say(format!(
        "wasm-opt {}: installing it with npm, a few seconds ({WHY})",
        PINNED.0
    ));
    let installed = npm::install(workshop, &PACKAGE);
    drop(lock);
    match installed {
        Ok(()) if is_installed(&workshop.environment) => {
            workshop.environment.add_tools(&folder);
            Ok(())
        }
        Ok(()) => go_without(
            workshop,
            &Failure::new(
                "the installed wasm-opt does not run",
                "see that Node.js is 18 or newer",
            ),
        ),
        Err(failure) => go_without(workshop, &failure),
    }
}

/// A stand-in that copies its input, because trunk would otherwise download one or fail.
fn go_without(workshop: &mut Workshop, failure: &Failure) -> Result<()> {
    if !cfg!(unix) {
        return Err(failure.clone());
    }
    say(format!("wasm-opt: going on without it. {failure}"));
    workshop.notices.push(format!(
        "built without wasm-opt: the page works, its wasm is bigger. {}: {}",
        failure.what.lines().next().unwrap_or_default(),
        failure.cure
    ));
    let folder = workshop.cache.tool("no-wasm-opt");
    fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, &error))?;
    let script = folder.join("wasm-opt");
    fs::write(&script, STAND_IN).map_err(|error| Failure::at(&script, &error))?;
    make_executable(&script)?;
    workshop.environment.add_tools(&folder);
    Ok(())
}

/// Trunk calls `wasm-opt --output=FILE -Ox INPUT OPTIONS`.
const STAND_IN: &str = r#"#!/bin/sh
# Stands in for a missing wasm-opt: copies its input. Written by `cargo xtask`.
if [ "$1" = --version ]; then echo "wasm-opt version 0 (stand-in)"; exit 0; fi
for word in "$@"; do
  case "$word" in
    --output=*) output="${word#--output=}" ;;
    -*) ;;
    *) input="$word" ;;
  esac
done
exec cp "$input" "$output"
"#;

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
        .map_err(|error| Failure::at(path, &error))
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> Result<()> {
    Ok(())
}

fn version_of(environment: &Environment, program: &Path) -> Option<Version> {
    shell::output_of(environment.command(program).arg("--version"))
        .and_then(|output| Version::in_output(&output))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn the_stand_in_answers_as_trunk_asks_and_copies_the_wasm() {
        let folder = std::env::temp_dir().join(format!("xtask-opt-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder is writable");
        fs::write(folder.join("in.wasm"), "wasm").expect("the temporary folder is writable");
        let run = |arguments: &[&str]| {
            let mut command = Command::new("sh");
            command.args(["-c", STAND_IN, "wasm-opt"]).args(arguments);
            shell::output_of(command.current_dir(&folder))
        };
        let version = run(&["--version"]).and_then(|output| Version::in_output(&output));
        let copied = run(&["--output=out.wasm", "-Oz", "in.wasm", "--enable-sign-ext"]);
        let output = fs::read_to_string(folder.join("out.wasm"));
        fs::remove_dir_all(&folder).expect("the temporary folder is ours");
        assert_eq!(version, Some(Version(0, 0, 0)));
        assert!(copied.is_some());
        assert_eq!(output.ok().as_deref(), Some("wasm"));
    }
}
