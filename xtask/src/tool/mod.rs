//! The tools, one per file: how each is found, and how it is installed if it is missing.

pub mod apt;
pub mod atlas;
pub mod axe;
pub mod browsers;
pub mod cargo_install;
pub mod hosts;
pub mod lints;
pub mod npm;
pub mod rust;
pub mod wasm_opt;

use std::path::PathBuf;

use crate::cache::Cache;
use crate::environment::Environment;
use crate::failure::Result;
use crate::lockfile;
use crate::tool::cargo_install::{CargoTool, GECKODRIVER, TRUNK, WASM_BINDGEN};

/// What all set-up steps work on.
pub struct Workshop {
    pub cache: Cache,
    pub environment: Environment,
    /// What the reader should know at the end: the work goes on, but not as well as it could.
    pub notices: Vec<String>,
}

/// What the browser tests are told.
pub struct Drivers {
    pub chrome: PathBuf,
    pub gecko: PathBuf,
    pub webkit: PathBuf,
    pub axe: PathBuf,
    pub hosts: PathBuf,
}

/// A Rust for native and wasm code, and the tools that make the site. Who has them all waits for nobody
/// who is installing something else.
pub fn for_site(workshop: &mut Workshop) -> Result<()> {
    rust::ensure(workshop)?;
    let tools = built_for_site(workshop)?;
    let is_here = |tool| cargo_install::is_here(workshop, tool);
    let lock = match tools.iter().all(is_here) {
        true => None,
        false => Some(workshop.cache.lock()?),
    };
    cargo_install::ensure_all(workshop, &tools)?;
    drop(lock);
    wasm_opt::ensure(workshop)
}

/// What cargo builds of them.
pub fn built_for_site(workshop: &Workshop) -> Result<[CargoTool; 2]> {
    let version = lockfile::wasm_bindgen_version(workshop.environment.root())?;
    let wasm_bindgen = CargoTool {
        version,
        ..WASM_BINDGEN
    };
    Ok([TRUNK, wasm_bindgen])
}

/// The browsers, their drivers, the fonts and the accessibility checker.
pub fn for_browsers(workshop: &mut Workshop) -> Result<Drivers> {
    let _lock = workshop.cache.lock()?;
    let (chrome, webkit) = browsers::ensure(workshop)?;
    Ok(Drivers {
        chrome,
        webkit,
        gecko: cargo_install::ensure(workshop, &GECKODRIVER)?,
        axe: axe::ensure(workshop)?,
        hosts: hosts::ensure(workshop)?,
    })
}
