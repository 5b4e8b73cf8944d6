//! Packages of the npm registry, pinned, installed into the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::cache::remove_folder;
use crate::failure::{Failure, Result};
use crate::progress::say;
use crate::shell;
use crate::tool::Workshop;

const LOCKFILE: &str = "package-lock.json";
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// A pinned package, and the folder of the cache it is installed in.
pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    pub folder: &'static str,
}

/// Whether Node.js and npm are here and run.
fn is_here(workshop: &Workshop) -> bool {
    ["node", "npm"].iter().all(|program| {
        let mut command = workshop.environment.command(program);
        shell::succeeds(command.arg("--version"))
    })
}

/// Where npm puts a package and its programs, installed or not.
pub fn modules(workshop: &Workshop, package: &Package) -> PathBuf {
    workshop.cache.tool(package.folder).join("node_modules")
}

/// Installs a package in place of whatever is there.
pub fn install(workshop: &Workshop, package: &Package) -> Result<()> {
    let Package { name, version, .. } = package;
    if !is_here(workshop) {
        return Err(Failure::new(
            format!("{name} comes from npm, and npm does not run here"),
            "install Node.js with npm, 18 or newer, and run this again",
        ));
    }
    let root = workshop.cache.tool(package.folder);
    remove_folder(&root)?;
    // npm looks for a package.json upwards; with one here it stays here.
    fs::create_dir_all(&root).map_err(|error| Failure::at(&root, &error))?;
    write(&root.join("package.json"), "{ \"private\": true }\n")?;
    shell::twice(name, || {
        let mut command = workshop.environment.command("npm");
        command
            .args(["install", "--no-audit", "--no-fund", "--save-exact"])
            .arg(format!("{name}@{version}"))
            .current_dir(&root);
        shell::log(&mut command, &workshop.cache.log(name), LIMIT)
    })
}

/// Installs what the lockfile in `folder` names, unless it is there; gives the `node_modules`.
pub fn install_locked(workshop: &Workshop, name: &str, folder: &Path) -> Result<PathBuf> {
    let root = workshop.cache.tool(name);
    let modules = root.join("node_modules");
    let wanted = read(&folder.join(LOCKFILE))?;
    // npm writes this one last.
    let whole = modules.join(".package-lock.json").is_file();
    if whole && read(&root.join(LOCKFILE)).is_ok_and(|installed| installed == wanted) {
        say(format!("packages of {name}: found in the cache"));
        return Ok(modules);
    }
    if !is_here(workshop) {
        return Err(Failure::new(
            format!("the packages of {name} come from npm, and npm does not run here"),
            "install Node.js with npm, 20.19 or newer, and run this again",
        ));
    }
    say(format!(
        "packages of {name}: installing them with npm, a few seconds"
    ));
    remove_folder(&root)?;
    fs::create_dir_all(&root).map_err(|error| Failure::at(&root, &error))?;
    write(&root.join(LOCKFILE), &wanted)?;
    let manifest = read(&folder.join("package.json"))?;
    write(&root.join("package.json"), &manifest)?;
    shell::twice(name, || {
        let mut command = workshop.environment.command("npm");
        command
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(&root);
        shell::log(&mut command, &workshop.cache.log(name), LIMIT)
    })?;
    Ok(modules)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| Failure::at(path, &error))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| Failure::at(path, &error))
}
