//! Everything that proves the project, in phases.

use std::path::Path;

use crate::check::{self, NATIVE, RUST, STORY};
use crate::cli::Only;
use crate::failure::{Failure, Result};
use crate::phases::Phases;
use crate::shell;
use crate::site;
use crate::story;
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

/// What the built site weighs, against `budget.toml`.
const BUDGET: &[&str] = &[
    "--no-default-features",
    "--features",
    "ssr,browser-tests",
    "--test",
    "budget",
];

const TOOLS: &str = "tools for the site";
const SITE: &str = "release site";
const SINGLE: &str = "single file";
const STORIES: &str = "sites of other stories";
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
    if only == Only::Serve {
        phases.run(TOOLS, &[RUST], || tool::for_site(workshop));
    }
    if matches!(only, Only::All | Only::Browser) {
        site(workshop, phases);
    }
    if matches!(only, Only::All | Only::Serve) {
        phases.run("serve in a clean copy", &[STORY, TOOLS], || serve(workshop));
    }
    if matches!(only, Only::All | Only::Browser) {
        phases.run("budget", &[SITE], || budget(workshop));
        let single = phases.run(SINGLE, &[SITE], || story::single(&workshop.environment));
        let stories = phases.run(STORIES, &[SITE], || story::stories(&workshop.environment));
        let drivers = drivers(workshop, phases);
        phases.run("browser tests", &[SITE, SINGLE, STORIES, DRIVERS], || {
            let single = single.as_deref().map(|file| ("SIGHTLINES_SINGLE", file));
            let stories = stories
                .as_deref()
                .map(|folder| ("SIGHTLINES_STORIES", folder));
            let places: Vec<_> = single.into_iter().chain(stories).collect();
            browser(workshop, drivers.as_ref(), filter, &places)
        });
    }
}

/// Takes the pictures, in `pictures/`, of a release site built just now.
pub fn screenshots(workshop: &mut Workshop, phases: &mut Phases) {
    site(workshop, phases);
    let drivers = drivers(workshop, phases);
    phases.run("screenshots", &[SITE, DRIVERS], || {
        let folder = workshop.environment.root().join("pictures");
        let filter = [PICTURES.to_owned()];
        let pictures = ("SIGHTLINES_SCREENSHOTS", folder.as_path());
        browser(workshop, drivers.as_ref(), &filter, &[pictures])
    });
}

fn site(workshop: &mut Workshop, phases: &mut Phases) {
    phases.run(TOOLS, &[RUST], || tool::for_site(workshop));
    phases.run(SITE, &[STORY, TOOLS], || {
        site::build(&workshop.environment, &[])
    });
}

fn drivers(workshop: &mut Workshop, phases: &mut Phases) -> Option<Drivers> {
    phases.run(DRIVERS, &[], || tool::for_browsers(workshop))
}

fn budget(workshop: &Workshop) -> Result<()> {
    let mut cargo = workshop.environment.command("cargo");
    cargo
        .arg("test")
        .args(BUDGET)
        .env("SIGHTLINES_DIST", workshop.environment.root().join("dist"));
    shell::show(
        &mut cargo,
        "make lighter what is shown above, or raise its budget in budget.toml and say why",
    )
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

fn serve(workshop: &Workshop) -> Result<()> {
    let mut cargo = workshop.environment.command("cargo");
    cargo.args(["test", "--package", "xtask", "--test", "serve"]);
    cargo.args(["--", "--ignored", "--nocapture"]);
    shell::show(&mut cargo, &format!("{CURE} serve"))
}

fn browser(
    workshop: &Workshop,
    drivers: Option<&Drivers>,
    filter: &[String],
    places: &[(&str, &Path)],
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
        .env("SIGHTLINES_HOSTS", &drivers.hosts)
        .env("CHROMEDRIVER", &drivers.chrome)
        .env("GECKODRIVER", &drivers.gecko)
        .env("WEBKITDRIVER", &drivers.webkit);
    cargo.envs(places.iter().copied());
    shell::show(&mut cargo, &format!("{CURE} browser -- NAME"))
}
