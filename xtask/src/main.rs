//! The chores of Sightlines, for `cargo xtask`: it finds or installs the tools, then runs them.
//! `cargo xtask help` tells the commands.

mod bench;
mod cache;
mod check;
mod cli;
mod environment;
mod failure;
mod first_run;
mod lockfile;
mod map;
mod output;
mod phases;
mod progress;
mod serve;
mod shell;
mod site;
mod story;
mod test;
mod tool;
mod trunk_log;
mod version;
mod watched;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cache::Cache;
use crate::cli::Command;
use crate::environment::{Environment, Toolchain};
use crate::failure::Result;
use crate::first_run::Page;
use crate::phases::Phases;
use crate::tool::Workshop;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let command = cli::parse(&words);
    match &command {
        Ok(Command::Attend { after, .. }) => progress::start_after(*after),
        _ => progress::start(),
    }
    match command.and_then(run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\nFAILED: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all went well; an error is one that ended the command.
fn run(command: Command) -> Result<bool> {
    match command {
        Command::Help => print!("{}", cli::HELP),
        Command::Serve { port, arguments } => {
            // Before minutes are spent on it.
            let port = serve::port(port)?;
            let mut workshop = workshop()?;
            first_run::announce(&workshop, Page::Served)?;
            tool::for_site(&mut workshop)?;
            notify(&workshop);
            serve::run(&workshop, port, &arguments)?;
        }
        Command::Attend { port, .. } => serve::attend_trunk(&root(), port)?,
        Command::Build { single, arguments } => {
            let mut workshop = workshop()?;
            first_run::announce(&workshop, Page::Released)?;
            tool::for_site(&mut workshop)?;
            site::build(&workshop.environment, &arguments)?;
            let file = match single {
                true => Some(story::single(&workshop.environment)?),
                false => None,
            };
            notify(&workshop);
            progress::say("the release site is in dist/");
            if let Some(file) = file {
                progress::say(format!("as one file it is {}", file.display()));
            }
        }
        Command::Check => return in_phases(check::run),
        Command::Test { only, filter } => {
            return in_phases(|workshop, phases| test::run(workshop, phases, only, &filter));
        }
        Command::Map => map::draw(&workshop()?)?,
        Command::Bench(bench) => {
            let mut workshop = workshop()?;
            bench::run(&mut workshop, &bench)?;
            notify(&workshop);
        }
        Command::Screenshots => return in_phases(test::screenshots),
        Command::Clean { tools } => clean(tools)?,
    }
    Ok(true)
}

fn in_phases(run: impl FnOnce(&mut Workshop, &mut Phases)) -> Result<bool> {
    let mut workshop = workshop()?;
    let mut phases = Phases::default();
    run(&mut workshop, &mut phases);
    notify(&workshop);
    println!("\n{}", phases.report());
    Ok(phases.passed())
}

fn clean(tools: bool) -> Result<()> {
    let root = root();
    for folder in ["dist", "single", "target"] {
        cache::remove_folder(&root.join(folder))?;
    }
    if tools {
        Cache::open()?.remove()?;
    }
    progress::say("clean; what apt and rustup installed stays");
    Ok(())
}

fn workshop() -> Result<Workshop> {
    let mut environment = Environment::new(&root(), Toolchain::active());
    // A machine that builds once gains nothing from what helps the second build.
    if std::env::var_os("CI").is_some() && std::env::var_os("CARGO_INCREMENTAL").is_none() {
        environment.set("CARGO_INCREMENTAL", "0");
    }
    Ok(Workshop {
        cache: Cache::open()?,
        environment,
        notices: Vec::new(),
    })
}

fn notify(workshop: &Workshop) {
    for notice in &workshop.notices {
        progress::say(format!("NOTICE: {notice}"));
    }
}

/// The checkout, whatever folder the command was typed in.
fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or(xtask.clone(), Path::to_owned)
}
