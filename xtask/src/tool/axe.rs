//! axe-core, the accessibility checker that the browser tests run inside each page.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::progress::say;
use crate::tool::{Workshop, npm};

const VERSION: &str = "4.14.1";
const PACKAGE: npm::Package = npm::Package {
    name: "axe-core",
    version: VERSION,
    folder: "axe",
};

/// The path of `axe.min.js`.
pub fn ensure(workshop: &Workshop) -> Result<PathBuf> {
    let folder = npm::modules(workshop, &PACKAGE).join(PACKAGE.name);
    let script = folder.join("axe.min.js");
    if is_here(&folder) {
        say(format!(
            "axe-core {VERSION}: found in the cache (checks accessibility)"
        ));
        return Ok(script);
    }
    say(format!(
        "axe-core {VERSION}: installing it with npm, a few seconds (checks accessibility)"
    ));
    npm::install(workshop, &PACKAGE)?;
    if is_here(&folder) {
        Ok(script)
    } else {
        Err(Failure::new(
            format!("{} is not axe-core {VERSION}", script.display()),
            "run `cargo xtask clean --tools`, then this again",
        ))
    }
}

fn is_here(folder: &Path) -> bool {
    let whole = std::fs::read_to_string(folder.join("axe.min.js"))
        .is_ok_and(|script| script.contains(VERSION));
    let package = std::fs::read_to_string(folder.join("package.json"));
    whole && package.is_ok_and(|text| text.contains(&format!("\"version\": \"{VERSION}\"")))
}
