//! A Rust that compiles for the browser: one toolchain for native and wasm code, or cargo would
//! rebuild everything at each switch.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::environment::{Environment, Toolchain};
use crate::failure::{Failure, Result};
use crate::progress::{say, seconds};
use crate::shell;
use crate::tool::{Workshop, apt};

/// The name under which rustup knows the Rust of Debian, where that is needed.
pub const LINKED: &str = "sightlines";

const TARGET: &str = "wasm32-unknown-unknown";
const WHY: &str = "compiles the page for the browser";

/// Debian's Rust with its sources; `rust-lld` in it is a link into `lld-22`.
const DEBIAN: &[&str] = &[
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
    "lld-22",
];
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// A download of 20 MB, or an immediate refusal where there is no way out.
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(5 * 60);
const BUILD_LIMIT: Duration = Duration::from_secs(15 * 60);

/// What the machine has, as far as the plan depends on it.
#[derive(Debug, Clone)]
struct Found {
    active: Toolchain,
    /// The user named the active toolchain for this run.
    explicit: bool,
    active_ready: bool,
    linked_ready: bool,
}

/// What to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Plan {
    Use(Toolchain),
    /// Add the target to this toolchain; if that cannot be, build one from Debian's.
    Add(String),
    FromDebian,
    GiveUp,
}

fn plan(found: &Found) -> Plan {
    let linked = Toolchain::Rustup(LINKED.to_owned());
    match &found.active {
        active if found.active_ready && (found.explicit || !found.linked_ready) => {
            Plan::Use(active.clone())
        }
        Toolchain::Rustup(name) if found.explicit && name != LINKED => Plan::Add(name.clone()),
        // It was made here earlier, so everything was built with it.
        _ if found.linked_ready => Plan::Use(linked),
        Toolchain::Rustup(name) if name == LINKED => Plan::FromDebian,
        Toolchain::Rustup(name) => Plan::Add(name.clone()),
        Toolchain::System => Plan::GiveUp,
    }
}

/// Afterwards the environment uses a toolchain that compiles for the browser.
pub fn ensure(workshop: &mut Workshop) -> Result<()> {
    let toolchain = match plan(&look(&workshop.environment)) {
        Plan::Use(toolchain) => toolchain,
        _ => install(workshop)?,
    };
    say(format!("rust: {}, with {TARGET} ({WHY})", toolchain.name()));
    workshop.environment.use_toolchain(toolchain);
    Ok(())
}

fn install(workshop: &Workshop) -> Result<Toolchain> {
    let _lock = workshop.cache.lock()?;
    // Looked at once more: somebody else may have installed it while we waited.
    match plan(&look(&workshop.environment)) {
        Plan::Use(toolchain) => Ok(toolchain),
        Plan::Add(name) => add_target(workshop, &name).or_else(|failure| {
            let reason = reason(&failure.what);
            say(format!(
                "rust: {name} cannot be given {TARGET} ({reason}); taking Debian's Rust"
            ));
            from_debian(workshop)
        }),
        Plan::FromDebian => from_debian(workshop),
        Plan::GiveUp => Err(Failure::new(
            format!(
                "the Rust on PATH has no standard library for {TARGET}, and rustup is not here to add it"
            ),
            "install rustup and a stable Rust, or your distribution's package of that target",
        )),
    }
}

fn look(environment: &Environment) -> Found {
    let active = Toolchain::active();
    let source = std::env::var("RUSTUP_TOOLCHAIN_SOURCE").unwrap_or_default();
    let linked = Toolchain::Rustup(LINKED.to_owned());
    let toolchains = shell::output_of(environment.command("rustup").args(["toolchain", "list"]));
    let is_linked = toolchains.is_some_and(|list| names(&list).any(|name| name == LINKED));
    Found {
        explicit: matches!(source.as_str(), "env" | "cli"),
        active_ready: compiles(environment, &active),
        linked_ready: is_linked && compiles(environment, &linked),
        active,
    }
}

/// The names in `rustup toolchain list`, which marks some with `(active, default)`.
fn names(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter_map(|line| line.split_whitespace().next())
}

/// Whether a toolchain makes a wasm program of the smallest Rust program: this tries its standard
/// library and its linker at once, in a fifth of a second.
fn compiles(environment: &Environment, toolchain: &Toolchain) -> bool {
    probe(environment.command_with(toolchain, "rustc"))
}

fn probe(mut rustc: Command) -> bool {
    let output = std::env::temp_dir().join(format!("sightlines-probe-{}.wasm", std::process::id()));
    rustc
        .args(["--target", TARGET, "--crate-name", "probe", "-o"])
        .arg(&output)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let compiled = rustc.spawn().is_ok_and(|mut child| {
        let written = child.stdin.take().is_some_and(|mut input| {
            std::io::Write::write_all(&mut input, b"fn main() {}").is_ok()
        });
        child.wait().is_ok_and(|status| written && status.success())
    });
    // Not there if it did not compile; a leftover in the temporary folder does no harm.
    let _ = fs::remove_file(&output);
    compiled
}

/// The innermost cause, which rustup writes last, after the chain of what it led to.
fn reason(failure: &str) -> &str {
    let last = failure.lines().last().unwrap_or_default().trim();
    last.rmatch_indices(": ")
        .nth(1)
        .map_or(last, |(at, separator)| &last[at + separator.len()..])
}

fn add_target(workshop: &Workshop, name: &str) -> Result<Toolchain> {
    say(format!(
        "rust: adding {TARGET} to {name} with rustup ({WHY})"
    ));
    let mut command = workshop.environment.command("rustup");
    command
        .args(["target", "add", TARGET, "--toolchain", name])
        // Where there is no way out the answer comes at once, and asking again changes nothing.
        .env("RUSTUP_MAX_RETRIES", "1")
        // The last line is to be the reason.
        .env("RUST_BACKTRACE", "0");
    shell::log(
        &mut command,
        &workshop.cache.log("rustup-target"),
        DOWNLOAD_LIMIT,
    )?;
    let toolchain = Toolchain::Rustup(name.to_owned());
    if compiles(&workshop.environment, &toolchain) {
        Ok(toolchain)
    } else {
        Err(Failure::new(
            format!("{name} does not compile for {TARGET} even so"),
            "run `rustup toolchain uninstall` and `install` on it",
        ))
    }
}

/// Debian's Rust, its standard library compiled for wasm from Debian's own sources, and rustup
/// told of it.
fn from_debian(workshop: &Workshop) -> Result<Toolchain> {
    let environment = &workshop.environment;
    let linked = Toolchain::Rustup(LINKED.to_owned());
    if !apt::is_here(environment) {
        return Err(Failure::new(
            format!("no Rust here compiles for {TARGET}, and this is no Debian to take one from"),
            format!("with a network that rustup can use: rustup target add {TARGET}"),
        ));
    }
    let missing = apt::missing(environment, DEBIAN);
    if !missing.is_empty() {
        apt::install(workshop, &missing, "a Rust that comes with its sources")?;
    }
    if !probe(environment.command_with(&Toolchain::System, "/usr/bin/rustc")) {
        build_library(workshop)?;
    }
    say(format!("rust: linking /usr as rustup toolchain {LINKED}"));
    shell::log(
        environment
            .command("rustup")
            .args(["toolchain", "link", LINKED, "/usr"]),
        &workshop.cache.log("rustup-link"),
        DOWNLOAD_LIMIT,
    )?;
    if compiles(environment, &linked) {
        Ok(linked)
    } else {
        Err(Failure::new(
            format!("Debian's Rust does not compile for {TARGET}, although its library was built"),
            format!(
                "try `RUSTUP_TOOLCHAIN={LINKED} rustc --target {TARGET}` on a small file; remove \
                 {DEBIAN_LIBRARY} to build the library again"
            ),
        ))
    }
}

/// Compiles the standard library as a dependency of an empty crate, and puts it where rustc looks.
fn build_library(workshop: &Workshop) -> Result<()> {
    say(format!(
        "rust: building the standard library for {TARGET}, about 40 s on 2 cores ({WHY})"
    ));
    let start = Instant::now();
    let folder = workshop.cache.build("wasm32-std");
    let sources = folder.join("src");
    fs::create_dir_all(&sources).map_err(|error| Failure::at(&sources, &error))?;
    for (path, text) in [
        (folder.join("Cargo.toml"), EMPTY_CRATE),
        (sources.join("lib.rs"), ""),
    ] {
        fs::write(&path, text).map_err(|error| Failure::at(&path, &error))?;
    }

    let environment = &workshop.environment;
    let target = folder.join("target");
    let mut command = environment.command_with(&Toolchain::System, "/usr/bin/cargo");
    command
        .args(["build", "--release", "-Zbuild-std=std,panic_abort"])
        .args(["--target", TARGET])
        .current_dir(&folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", "/usr/bin/rustc")
        // Without the bitcode a later `lto = true` fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("CARGO_TARGET_DIR", &target);
    shell::log(&mut command, &workshop.cache.log("wasm32-std"), BUILD_LIMIT)?;

    let libraries = libraries_in(&target.join(TARGET).join("release/deps"))?;
    let cure = format!("run this as root once, or put the library into {DEBIAN_LIBRARY} yourself");
    // Emptied first: rustc refuses to choose between two builds of one library.
    for arguments in [&["rm", "-rf"][..], &["mkdir", "-p"]] {
        let mut command = apt::as_root(environment, arguments[0], &cure)?;
        shell::show(command.args(&arguments[1..]).arg(DEBIAN_LIBRARY), &cure)?;
    }
    let mut copy = apt::as_root(environment, "cp", &cure)?;
    shell::show(copy.args(&libraries).arg(DEBIAN_LIBRARY), &cure)?;
    say(format!(
        "rust: built the standard library in {}",
        seconds(start.elapsed())
    ));
    crate::cache::remove_folder(&folder)
}

const EMPTY_CRATE: &str = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
                           [workspace]\n";

/// All libraries that were compiled, but for the empty crate itself.
fn libraries_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::at(folder, &error))?;
    let libraries: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with(".rlib") && !name.starts_with("libempty-")
        })
        .collect();
    if libraries.is_empty() {
        let what = format!("{}: no library was built", folder.display());
        return Err(Failure::new(what, "remove the folder and run this again"));
    }
    Ok(libraries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rustup(name: &str) -> Toolchain {
        Toolchain::Rustup(name.to_owned())
    }

    #[test]
    fn the_plan_follows_what_is_there() {
        for (case, active, explicit, active_ready, linked_ready, expected) in [
            (
                "an ordinary machine where all is ready",
                rustup("stable"),
                false,
                true,
                false,
                Plan::Use(rustup("stable")),
            ),
            (
                "a fresh one",
                rustup("stable"),
                false,
                false,
                false,
                Plan::Add("stable".to_owned()),
            ),
            (
                "Debian's Rust was taken earlier",
                rustup("stable"),
                false,
                false,
                true,
                Plan::Use(rustup(LINKED)),
            ),
            (
                "both are ready: what was built with the linked one stays usable",
                rustup("stable"),
                false,
                true,
                true,
                Plan::Use(rustup(LINKED)),
            ),
            (
                "the user asks for another",
                rustup("nightly"),
                true,
                true,
                true,
                Plan::Use(rustup("nightly")),
            ),
            (
                "the user asks for another that lacks the target",
                rustup("nightly"),
                true,
                false,
                true,
                Plan::Add("nightly".to_owned()),
            ),
            (
                "the link is there, its library is not",
                rustup(LINKED),
                true,
                false,
                false,
                Plan::FromDebian,
            ),
            (
                "no rustup, but a complete Rust",
                Toolchain::System,
                false,
                true,
                false,
                Plan::Use(Toolchain::System),
            ),
            (
                "no rustup and no target",
                Toolchain::System,
                false,
                false,
                false,
                Plan::GiveUp,
            ),
        ] {
            let found = Found {
                active,
                explicit,
                active_ready,
                linked_ready,
            };
            assert_eq!(plan(&found), expected, "{case}");
        }
    }

    #[test]
    fn the_reason_is_the_innermost_cause() {
        for (failure, expected) in [
            (
                "`rustup` failed:\n    info: downloading\n    error: no file: from x: connect: refused",
                "connect: refused",
            ),
            ("error: offline", "error: offline"),
            ("", ""),
        ] {
            assert_eq!(reason(failure), expected);
        }
    }

    #[test]
    fn toolchain_names_are_read_without_their_marks() {
        let list = "stable-x86_64-unknown-linux-gnu (active, default)\nnightly\nsightlines\n";
        assert_eq!(
            names(list).collect::<Vec<_>>(),
            ["stable-x86_64-unknown-linux-gnu", "nightly", "sightlines"]
        );
    }
}
