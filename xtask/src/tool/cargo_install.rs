//! Tools that cargo can build: trunk, the wasm-bindgen command line and geckodriver.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::cache::remove_folder;
use crate::environment::{Environment, Toolchain};
use crate::failure::{Failure, Result};
use crate::progress::{say, seconds};
use crate::shell;
use crate::tool::Workshop;
use crate::tool::rust::LINKED;
use crate::version::Version;

/// Compiling one of these took at most 8 minutes on 2 cores that did nothing else.
const LIMIT: Duration = Duration::from_secs(45 * 60);

pub struct CargoTool {
    pub package: &'static str,
    pub program: &'static str,
    pub version: Version,
    pub why: &'static str,
    /// How long it takes to build on 2 cores.
    pub minutes: u32,
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
    minutes: 2,
    lock: Lock::Locked,
};

/// Its version comes from Cargo.lock.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: Version(0, 0, 0),
    why: "joins wasm and JavaScript; must be the version in Cargo.lock",
    minutes: 2,
    lock: Lock::UnlockedFirst,
};

pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: Version(0, 36, 0),
    why: "lets the tests drive Firefox",
    minutes: 3,
    lock: Lock::Locked,
};

/// Finds the tool on PATH or in the cache, else builds it into the cache; its folder is on PATH
/// afterwards.
pub fn ensure(workshop: &mut Workshop, tool: &CargoTool) -> Result<PathBuf> {
    let label = format!("{} {}", tool.program, tool.version);
    let root = workshop
        .cache
        .tool(&format!("{}-{}", tool.program, tool.version));
    let folder = root.join("bin");
    let installed = folder.join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX));

    match workshop.environment.find(tool.program) {
        Some(path) if is_version(&workshop.environment, &path, tool.version) => {
            say(format!("{label}: found, {} ({})", path.display(), tool.why));
            return Ok(path);
        }
        _ => {}
    }
    if is_version(&workshop.environment, &installed, tool.version) {
        say(format!("{label}: found in the cache ({})", tool.why));
    } else {
        say(format!(
            "{label}: building it with cargo, about {} min on 2 cores ({})",
            tool.minutes, tool.why
        ));
        let start = Instant::now();
        remove_folder(&root)?;
        install(workshop, tool, &root)?;
        if !is_version(&workshop.environment, &installed, tool.version) {
            return Err(Failure::new(
                format!("{} does not run as {label}", installed.display()),
                format!("remove {} and run this again", root.display()),
            ));
        }
        say(format!("{label}: built in {}", seconds(start.elapsed())));
    }
    workshop.environment.add_tools(&folder);
    Ok(installed)
}

fn install(workshop: &Workshop, tool: &CargoTool, root: &Path) -> Result<()> {
    let Workshop {
        cache, environment, ..
    } = workshop;
    let name = format!("{}-{}", tool.program, tool.version);
    let build = cache.build(&name);
    let toolchain = host_toolchain(environment);
    let mut locked = tool.lock == Lock::Locked;
    shell::twice(&name, || {
        let mut command = environment.command_with(&toolchain, "cargo");
        command
            .args(["install", tool.package, "--force", "--root"])
            .arg(root)
            .arg("--version")
            .arg(format!("={}", tool.version));
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
            // Tools run for seconds; optimising them fully takes minutes (trunk: 7.5 instead of 2).
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
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
