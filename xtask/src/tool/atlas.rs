//! Natural Earth's countries, public domain, as npm's world-atlas carries them: what the land of
//! the map is drawn from.

use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::progress::say;
use crate::tool::{Workshop, npm};

/// Also named in the land file, by `crates/mapmaker/src/land.rs`.
const VERSION: &str = "2.0.2";
const PACKAGE: npm::Package = npm::Package {
    name: "world-atlas",
    version: VERSION,
    folder: "atlas",
};

/// The path of the countries at 1:10 million, as TopoJSON.
pub fn ensure(workshop: &Workshop) -> Result<PathBuf> {
    let folder = npm::modules(workshop, &PACKAGE).join(PACKAGE.name);
    let countries = folder.join("countries-10m.json");
    let is_here = || {
        let package = std::fs::read_to_string(folder.join("package.json"));
        countries.is_file()
            && package.is_ok_and(|text| text.contains(&format!("\"version\": \"{VERSION}\"")))
    };
    if !is_here() {
        say(format!(
            "world-atlas {VERSION}: installing it with npm, a few seconds (countries of the world)"
        ));
        npm::install(workshop, &PACKAGE)?;
    }
    if is_here() {
        Ok(countries)
    } else {
        Err(Failure::new(
            format!("{} is not of world-atlas {VERSION}", countries.display()),
            "run `cargo xtask clean --tools`, then this again",
        ))
    }
}
