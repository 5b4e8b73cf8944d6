//! The fast checks: format, story, lints.

use crate::failure::Result;
use crate::phases::Phases;
use crate::shell;
use crate::story;
use crate::tool::{Workshop, lints, rust};

/// The features of native code; the two sets are never built together.
pub const NATIVE: &[&str] = &["--no-default-features", "--features", "ssr"];
/// The program in the browser.
const WASM: &[&str] = &[
    "--target",
    "wasm32-unknown-unknown",
    "--lib",
    "--bin",
    "sightlines",
    "--no-default-features",
    "--features",
    "hydrate",
];

pub const RUST: &str = "a Rust for the browser";
pub const STORY: &str = "story";

pub fn run(workshop: &mut Workshop, phases: &mut Phases) {
    phases.run("format", &[], || format(workshop));
    phases.run(RUST, &[], || rust::ensure(workshop));
    let workshop = &*workshop;
    phases.run(STORY, &[], || story::check(&workshop.environment));
    phases.run("clippy, native", &[STORY], || {
        let targets = [&["--workspace", "--all-targets"], NATIVE].concat();
        clippy(workshop, &targets)
    });
    phases.run("clippy, wasm", &[RUST, STORY], || clippy(workshop, WASM));
}

fn format(workshop: &Workshop) -> Result<()> {
    let toolchain = lints::formatter(&workshop.environment)?;
    let mut cargo = workshop.environment.command_with(&toolchain, "cargo");
    shell::show(
        cargo.args(["fmt", "--all", "--check"]),
        "run `cargo +stable fmt --all`",
    )
}

fn clippy(workshop: &Workshop, targets: &[&str]) -> Result<()> {
    lints::ensure_clippy(workshop)?;
    let mut cargo = workshop.environment.command("cargo");
    cargo.arg("clippy").args(targets).args(["--", "-Dwarnings"]);
    shell::show(&mut cargo, "correct what clippy shows above")
}
