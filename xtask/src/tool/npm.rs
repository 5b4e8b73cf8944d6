//! Packages of the npm registry, pinned, installed into the cache.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::cache::remove_folder;
use crate::failure::{Failure, Result};
use crate::shell;
use crate::tool::Workshop;

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
    std::fs::create_dir_all(&root).map_err(|error| Failure::at(&root, &error))?;
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

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(|error| Failure::at(path, &error))
}
