//! How fast the page is beside its peers: builds both over one made-up story of N events and has
//! `bench/measure.mjs` measure them in one interleaved run.

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::failure::{Failure, Result};
use crate::progress::{say, seconds};
use crate::shell;
use crate::site;
use crate::story;
use crate::tool::{self, Workshop, browsers, npm};

/// What to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bench {
    /// Numbers of events.
    pub sizes: Vec<u32>,
    /// The names in `bench/adapters.mjs`.
    pub targets: Vec<String>,
    /// For `bench/measure.mjs`.
    pub arguments: Vec<String>,
}

/// Our own page among the targets: without a map, and with the bundled story's.
const OURS: &str = "ours";
const OURS_WITH_MAP: &str = "ours-map";

pub const SIZES: &[u32] = &[40, 400];
pub const TARGETS: &[&str] = &[
    "floor",
    "static-js",
    OURS,
    OURS_WITH_MAP,
    "svelte",
    "scrollama",
    "vis-timeline",
    "timelinejs",
];

const CURE: &str = "see what is shown above; bench/README.md tells how it works";

pub fn run(workshop: &mut Workshop, bench: &Bench) -> Result<()> {
    let ours: Vec<&String> = bench.targets.iter().filter(|t| is_ours(t)).collect();
    if !ours.is_empty() {
        tool::for_site(workshop)?;
    }
    browsers::chromium(workshop)?;
    let folder = workshop.environment.root().join("bench");
    packages(workshop, &folder)?;
    let dist = workshop.environment.root().join("target").join("bench");
    fs::create_dir_all(&dist).map_err(|error| Failure::at(&dist, &error))?;
    if !ours.is_empty() {
        // The program is the same for every story.
        site::build(&workshop.environment, &[])?;
        for target in ours {
            for &size in &bench.sizes {
                our_page(workshop, &folder, &dist, target, size)?;
            }
        }
    }
    let sizes: Vec<String> = bench.sizes.iter().map(u32::to_string).collect();
    let mut build = workshop.environment.command("node");
    build
        .arg(folder.join("build.mjs"))
        .arg("--dist")
        .arg(&dist)
        .args(["--targets", &bench.targets.join(",")])
        .args(&sizes);
    shell::show(&mut build, CURE)?;
    let mut measure = workshop.environment.command("node");
    measure
        .arg(folder.join("measure.mjs"))
        .args(&bench.targets)
        .arg("--dist")
        .arg(&dist)
        .arg("--out")
        .arg(dist.join("results"))
        .args(["--n", &sizes.join(",")])
        .args(&bench.arguments);
    shell::show(&mut measure, CURE)?;
    say("the tables are in target/bench/results.md, every figure in results.json beside it");
    Ok(())
}

fn is_ours(target: &str) -> bool {
    target == OURS || target == OURS_WITH_MAP
}

/// The peers' packages, in the cache as the lockfile says, and a link to them where node looks.
fn packages(workshop: &Workshop, folder: &Path) -> Result<()> {
    let _lock = workshop.cache.lock()?;
    let installed = npm::install_locked(workshop, "bench", folder)?;
    let link = folder.join("node_modules");
    if fs::read_link(&link).is_ok_and(|to| to == installed) {
        return Ok(());
    }
    // A folder that somebody has installed here by hand is theirs.
    if link.is_dir() && !link.is_symlink() {
        return Ok(());
    }
    if link.is_symlink() {
        fs::remove_file(&link).map_err(|error| Failure::at(&link, &error))?;
    }
    link_folder(&installed, &link).map_err(|error| Failure::at(&link, &error))
}

#[cfg(unix)]
use std::os::unix::fs::symlink as link_folder;
#[cfg(windows)]
use std::os::windows::fs::symlink_dir as link_folder;

/// The release site of the story that `bench/story.mjs` makes of `size` events.
fn our_page(
    workshop: &Workshop,
    folder: &Path,
    dist: &Path,
    target: &str,
    size: u32,
) -> Result<()> {
    let made_up = dist.join(format!("story-{target}-{size}.json"));
    let made = workshop
        .environment
        .command("node")
        .arg(folder.join("story.mjs"))
        .arg(size.to_string())
        .args((target == OURS_WITH_MAP).then_some("--map"))
        .output()
        .map_err(|error| {
            Failure::new(
                format!("node could not be started: {error}"),
                "see that node is installed and on PATH",
            )
        })?;
    if !made.status.success() {
        let said = String::from_utf8_lossy(&made.stderr);
        return Err(Failure::new(
            format!("bench/story.mjs failed: {said}"),
            CURE,
        ));
    }
    fs::write(&made_up, made.stdout).map_err(|error| Failure::at(&made_up, &error))?;
    let start = Instant::now();
    story::site(
        &workshop.environment,
        &made_up,
        &dist.join(target).join(size.to_string()),
        // The bench's server packs what it sends.
        &["--no-copies"],
    )?;
    say(format!(
        "{target} of {size} events: written in {}",
        seconds(start.elapsed())
    ));
    Ok(())
}
