//! Everything that proves the project, in phases.

use std::path::Path;

use crate::check::{self, NATIVE, RUST, STORY};
use crate::cli::Only;
use crate::failure::{Failure, Result};
use crate::phases::Phases;
use crate::shell;
use crate::site;
use crate::tool::{self, Drivers, Workshop, rust};

/// With the native features too, so that what the native tests compiled is used again.
const BROWSER: &[&str] = &[
    "--no-default-features",
    "--features",
    "ssr,browser-tests",
    "--no-fail-fast",
    "--test",
    "site",
    "--test",
    "browser",
];

/// The part of the suite that takes the pictures, when it is told a folder for them.
const PICTURES: &str = "screenshots::";

const TOOLS: &str = "tools for the site";
const SITE: &str = "release site";
const DRIVERS: &str = "browsers and drivers";
const CURE: &str = "see the failed tests above; one alone: cargo xtask test --only";

pub fn run(workshop: &mut Workshop, phases: &mut Phases, only: Only, filter: &[String]) {
    if matches!(only, Only::All | Only::Check) {
        check::run(workshop, phases);
    }
    if only == Only::Native {
        phases.run(RUST, &[], || rust::ensure(workshop));
    }
    if only == Only::All {
        phases.run("documentation", &[STORY], || documentation(workshop));
    }
    if matches!(only, Only::All | Only::Native) {
        phases.run("native tests", &[STORY], || native(workshop, filter));
    }
    if matches!(only, Only::All | Only::Browser) {
        let drivers = site_and_drivers(workshop, phases);
        phases.run("browser tests", &[SITE, DRIVERS], || {
            browser(workshop, drivers.as_ref(), filter, None)
        });
    }
}

/// Takes the pictures in `docs/` of a release site built just now.
pub fn screenshots(workshop: &mut Workshop, phases: &mut Phases) {
    let drivers = site_and_drivers(workshop, phases);
    phases.run("screenshots", &[SITE, DRIVERS], || {
        let folder = workshop.environment.root().join("docs");
        let filter = [PICTURES.to_owned()];
        browser(workshop, drivers.as_ref(), &filter, Some(&folder))
    });
}

fn site_and_drivers(workshop: &mut Workshop, phases: &mut Phases) -> Option<Drivers> {
    phases.run(TOOLS, &[RUST], || tool::for_site(workshop));
    phases.run(SITE, &[STORY, TOOLS], || {
        site::build(&workshop.environment, &[])
    });
    phases.run(DRIVERS, &[], || tool::for_browsers(workshop))
}

fn documentation(workshop: &Workshop) -> Result<()> {
    let mut cargo = workshop.environment.command("cargo");
    cargo
        .args(["doc", "--workspace", "--no-deps"])
        .args(NATIVE)
        .env("RUSTDOCFLAGS", "-Dwarnings");
    shell::show(&mut cargo, "correct the documentation comments shown above")
}

fn native(workshop: &Workshop, filter: &[String]) -> Result<()> {
    let mut cargo = workshop.environment.command("cargo");
    cargo
        .args(["test", "--workspace", "--no-fail-fast"])
        .args(NATIVE)
        .arg("--")
        .args(filter);
    shell::show(&mut cargo, &format!("{CURE} native -- NAME"))
}

fn browser(
    workshop: &Workshop,
    drivers: Option<&Drivers>,
    filter: &[String],
    pictures: Option<&Path>,
) -> Result<()> {
    let root = workshop.environment.root();
    let drivers = drivers.ok_or_else(|| {
        Failure::new(
            "the drivers of the browsers are not known",
            "run `cargo xtask test --only browser`",
        )
    })?;
    let mut cargo = workshop.environment.command("cargo");
    cargo
        .arg("test")
        .args(BROWSER)
        .arg("--")
        .args(filter)
        .env("SIGHTLINES_DIST", root.join("dist"))
        .env("SIGHTLINES_AXE", &drivers.axe)
        .env("CHROMEDRIVER", &drivers.chrome)
        .env("GECKODRIVER", &drivers.gecko)
        .env("WEBKITDRIVER", &drivers.webkit);
    if let Some(folder) = pictures {
        cargo.env("SIGHTLINES_SCREENSHOTS", folder);
    }
    shell::show(&mut cargo, &format!("{CURE} browser -- NAME"))
}
