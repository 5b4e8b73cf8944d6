//! Tools that cargo can build: trunk, the wasm-bindgen command line and geckodriver.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::cache::remove_folder;
use crate::environment::{Environment, Toolchain};
use crate::failure::{Failure, Result};
use crate::progress::{say, seconds};
use crate::shell;
use crate::tool::Workshop;
use crate::tool::rust::LINKED;
use crate::version::Version;

/// Compiling two of these at once took 7 minutes on 2 cores that did nothing else.
const LIMIT: Duration = Duration::from_secs(45 * 60);
/// cargo-binstall looks for a finished program and downloads it, or says that there is none.
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(3 * 60);

pub struct CargoTool {
    pub package: &'static str,
    pub program: &'static str,
    pub version: Version,
    pub why: &'static str,
    /// How long it takes to build alone on 2 idle cores.
    pub minutes: u32,
    /// What is left out of it or optimised in it, as arguments of `cargo install`.
    pub options: &'static [&'static str],
    pub lock: Lock,
}

/// Whether to build with the versions that the tool's authors locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    Locked,
    /// Without first: a lock file may name a version that a registry does not have.
    UnlockedFirst,
}

pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    // 0.22 wants a newer rustc than Debian has.
    version: Version(0, 21, 14),
    why: "builds and serves the page",
    minutes: 3,
    // What it would look for on the network is given to it: it needs no TLS and no news of itself.
    options: &["--no-default-features"],
    lock: Lock::Locked,
};

/// Its version comes from Cargo.lock.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: Version(0, 0, 0),
    why: "joins wasm and JavaScript; must be the version in Cargo.lock",
    minutes: 2,
    // The other programs of the package drive browsers and load files; this one only reads wasm. Those
    // of its parts that do are optimised a little, or each change of the page would wait for it.
    options: &[
        "--no-default-features",
        "--bin",
        "wasm-bindgen",
        "--config",
        "profile.release.package.walrus.opt-level=1",
        "--config",
        "profile.release.package.wasmparser.opt-level=1",
        "--config",
        "profile.release.package.wasm-bindgen-cli-support.opt-level=1",
    ],
    lock: Lock::UnlockedFirst,
};

pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: Version(0, 36, 0),
    why: "lets the tests drive Firefox",
    minutes: 1,
    options: &[],
    lock: Lock::Locked,
};

/// Finds the tool on PATH or in the cache, else puts it into the cache; it is on PATH afterwards.
pub fn ensure(workshop: &mut Workshop, tool: &CargoTool) -> Result<PathBuf> {
    let path = provide(workshop, tool)?;
    if let Some(folder) = path.parent() {
        workshop.environment.add_tools(folder);
    }
    Ok(path)
}

/// The same for several at once: building one of them leaves a core idle for much of the time.
pub fn ensure_all(workshop: &mut Workshop, tools: &[CargoTool]) -> Result<()> {
    let shared = &*workshop;
    let results: Vec<Result<PathBuf>> = thread::scope(|scope| {
        let running: Vec<_> = tools
            .iter()
            .map(|tool| scope.spawn(move || provide(shared, tool)))
            .collect();
        running.into_iter().map(joined).collect()
    });
    for path in results {
        if let Some(folder) = path?.parent() {
            workshop.environment.add_tools(folder);
        }
    }
    Ok(())
}

fn joined<T>(running: thread::ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    running.join().unwrap_or_else(|_| {
        Err(Failure::new(
            "installing a tool ended in a panic",
            "run this again; if it happens again, report it",
        ))
    })
}

/// Whether the tool is on PATH or in the cache.
pub fn is_here(workshop: &Workshop, tool: &CargoTool) -> bool {
    on_path(workshop, tool).is_some()
        || is_version(
            &workshop.environment,
            &tool.installed(workshop),
            tool.version,
        )
}

fn on_path(workshop: &Workshop, tool: &CargoTool) -> Option<PathBuf> {
    let path = workshop.environment.find(tool.program)?;
    is_version(&workshop.environment, &path, tool.version).then_some(path)
}

fn provide(workshop: &Workshop, tool: &CargoTool) -> Result<PathBuf> {
    let CargoTool {
        version,
        why,
        minutes,
        ..
    } = tool;
    let label = tool.label();
    if let Some(path) = on_path(workshop, tool) {
        say(format!("{label}: found, {} ({why})", path.display()));
        return Ok(path);
    }
    let installed = tool.installed(workshop);
    let is_installed = || is_version(&workshop.environment, &installed, *version);
    if is_installed() {
        say(format!("{label}: found in the cache ({why})"));
        return Ok(installed);
    }
    let start = Instant::now();
    let root = tool.root(workshop);
    remove_folder(&root)?;
    if download(workshop, tool, &root) && is_installed() {
        let took = seconds(start.elapsed());
        say(format!("{label}: downloaded with cargo-binstall in {took}"));
        return Ok(installed);
    }
    say(format!(
        "{label}: building it with cargo, {minutes} min alone on 2 idle cores ({why})"
    ));
    build(workshop, tool, &root)?;
    if !is_installed() {
        return Err(Failure::new(
            format!("{} does not run as {label}", installed.display()),
            format!("remove {} and run this again", root.display()),
        ));
    }
    say(format!("{label}: built in {}", seconds(start.elapsed())));
    Ok(installed)
}

impl CargoTool {
    fn label(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    fn name(&self) -> String {
        format!("{}-{}", self.program, self.version)
    }

    fn root(&self, workshop: &Workshop) -> PathBuf {
        workshop.cache.tool(&self.name())
    }

    fn installed(&self, workshop: &Workshop) -> PathBuf {
        let file = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        self.root(workshop).join("bin").join(file)
    }
}

/// Whether cargo-binstall, where somebody has it, had the tool ready made.
fn download(workshop: &Workshop, tool: &CargoTool, root: &Path) -> bool {
    let Workshop {
        cache, environment, ..
    } = workshop;
    if environment.find("cargo-binstall").is_none() {
        return false;
    }
    let label = tool.label();
    say(format!("{label}: asking cargo-binstall for it"));
    let mut command = environment.command("cargo-binstall");
    command
        .args(["--no-confirm", "--force", "--disable-strategies", "compile"])
        .arg("--root")
        .arg(root)
        .arg(format!("{}@={}", tool.package, tool.version))
        .current_dir(cache.tools());
    let log = cache.log(&format!("{}-binstall", tool.name()));
    match shell::log(&mut command, &log, DOWNLOAD_LIMIT) {
        Ok(()) => true,
        Err(failure) => {
            let why = failure.what.lines().last().unwrap_or_default().trim();
            say(format!("{label}: cargo-binstall has none: {why}"));
            false
        }
    }
}

fn build(workshop: &Workshop, tool: &CargoTool, root: &Path) -> Result<()> {
    let Workshop {
        cache, environment, ..
    } = workshop;
    let name = tool.name();
    let build = cache.build(&name);
    let toolchain = host_toolchain(environment);
    let mut locked = tool.lock == Lock::Locked;
    shell::twice(&name, || {
        let mut command = environment.command_with(&toolchain, "cargo");
        command
            .args(["install", tool.package, "--force", "--root"])
            .arg(root)
            .arg("--version")
            .arg(format!("={}", tool.version))
            .args(tool.options);
        if locked {
            command.arg("--locked");
        }
        locked = true;
        command
            // Outside the checkout, whose .cargo/config.toml is not for tools.
            .current_dir(cache.tools())
            .env("CARGO_TARGET_DIR", &build)
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET")
            // docs/performance.md tells what this saves, and what it costs them.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        shell::log(&mut command, &cache.log(&name), LIMIT)
    })?;
    remove_folder(&build)
}

/// Tools run on this machine only, so the ordinary toolchain builds them, not the linked one.
fn host_toolchain(environment: &Environment) -> Toolchain {
    match environment.toolchain() {
        Toolchain::Rustup(name) if name == LINKED => {
            let stable = Toolchain::Rustup("stable".to_owned());
            let mut version = environment.command_with(&stable, "cargo");
            if shell::succeeds(version.arg("--version")) {
                stable
            } else {
                environment.toolchain().clone()
            }
        }
        other => other.clone(),
    }
}

fn is_version(environment: &Environment, program: &Path, version: Version) -> bool {
    shell::output_of(environment.command(program).arg("--version"))
        .and_then(|output| Version::in_output(&output))
        == Some(version)
}
