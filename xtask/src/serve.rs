//! Serves the page. Trunk does that, in this program's place, so that what ends the one ends the
//! other; an attendant beside it passes on what trunk prints, says when it is silent, and tells it
//! of changes in single files, which trunk loses sight of once an editor has replaced them.

use std::fs;
use std::io::{self, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::cache::Cache;
use crate::failure::{Failure, Result};
use crate::output;
use crate::progress::{self, say};
use crate::site;
use crate::tool::Workshop;
use crate::trunk_log::TrunkLog;
use crate::watched::{Files, Watched};

const ADDRESS: &str = "127.0.0.1";
const USUAL: u16 = 8080;
/// How many ports are tried from the usual one on.
const TRIES: u16 = 20;
/// How often single files are looked at.
const TICK: Duration = Duration::from_millis(200);

/// The command by which the attendant is started; not for readers.
pub const ATTEND: &str = "attend";

/// A port that nobody uses: the one that was asked for, else the usual one or one soon after it.
pub fn port(asked: Option<u16>) -> Result<u16> {
    let bind = |port: u16| TcpListener::bind((ADDRESS, port));
    if let Some(port) = asked {
        return match bind(port) {
            Ok(_) => Ok(port),
            Err(error) => Err(Failure::new(
                format!("http://{ADDRESS}:{port}/ cannot be served: {error}"),
                "stop what uses that port, or leave --port out: then a free one is chosen",
            )),
        };
    }
    match (USUAL..USUAL + TRIES).find(|port| bind(*port).is_ok()) {
        Some(USUAL) => Ok(USUAL),
        Some(port) => {
            say(format!("port {USUAL} is taken: taking {port}"));
            Ok(port)
        }
        None => Err(Failure::new(
            format!("the ports {USUAL} to {} are all taken", USUAL + TRIES - 1),
            "name a free one: cargo xtask serve --port 9000",
        )),
    }
}

/// Serves the page until it is stopped.
pub fn run(workshop: &Workshop, port: u16, arguments: &[String]) -> Result<()> {
    let environment = &workshop.environment;
    let watched = Watched::in_checkout(environment.root());
    let signal = signal(&workshop.cache, port)?;
    let mut trunk = site::trunk(environment);
    trunk
        .args(["serve", "--address", ADDRESS, "--port"])
        .arg(port.to_string());
    for folder in watched.folders.iter().chain([&signal]) {
        trunk.arg("--watch").arg(folder);
    }
    trunk.args(arguments);
    output::dress(&mut trunk);
    say(format!(
        "serving {} once it is built; a change rebuilds it, Ctrl-C ends it",
        address(port)
    ));
    let (reader, writer) = io::pipe().map_err(|error| not_started(&error))?;
    let errors = writer.try_clone().map_err(|error| not_started(&error))?;
    trunk.stdout(writer).stderr(errors);
    start(trunk, reader, &watched.files, &signal, port)
}

/// Trunk takes this process's place. The attendant ends when the pipe does: with trunk.
#[cfg(unix)]
fn start(
    mut trunk: Command,
    reader: io::PipeReader,
    _files: &[PathBuf],
    _signal: &Path,
    port: u16,
) -> Result<()> {
    use std::os::unix::process::CommandExt;
    // Where there is such a name it holds even if cargo has built this program anew meanwhile.
    let name = PathBuf::from("/proc/self/exe");
    let program = match name.exists() {
        true => Ok(name),
        false => std::env::current_exe(),
    };
    program
        .and_then(|program| {
            Command::new(program)
                .args([ATTEND, &port.to_string()])
                .arg(progress::elapsed().as_millis().to_string())
                .stdin(reader)
                .spawn()
        })
        .map_err(|error| not_started(&error))?;
    Err(not_started(&trunk.exec()))
}

#[cfg(not(unix))]
fn start(
    mut trunk: Command,
    reader: io::PipeReader,
    files: &[PathBuf],
    signal: &Path,
    port: u16,
) -> Result<()> {
    let mut child = trunk.spawn().map_err(|error| not_started(&error))?;
    // It holds the ends of the pipe that trunk writes to.
    drop(trunk);
    attend(reader, files, signal, port);
    child.wait().map_err(|error| not_started(&error))?;
    Ok(())
}

/// What the attendant does: it reads what trunk prints from its own input.
pub fn attend_trunk(root: &Path, port: u16) -> Result<()> {
    let watched = Watched::in_checkout(root);
    let signal = signal(&Cache::open()?, port)?;
    attend(io::stdin(), &watched.files, &signal, port);
    Ok(())
}

fn attend(printed: impl Read + Send + 'static, files: &[PathBuf], signal: &Path, port: u16) {
    let (sender, pieces) = output::pieces();
    output::pass_on(printed, io::stderr(), sender);
    let mut log = TrunkLog::default();
    let mut files = Files::new(files);
    loop {
        match pieces.recv_timeout(TICK) {
            Ok(piece) => log.hear(&piece, |time| {
                say(format!("built in {time}: {}", address(port)));
            }),
            Err(RecvTimeoutError::Timeout) => log.tell_of_silence(),
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if files.have_changed() {
            let changed = signal.join("changed");
            if let Err(error) = fs::write(&changed, "") {
                say(format!(
                    "a change goes unseen. {}",
                    Failure::at(&changed, &error)
                ));
            }
        }
    }
}

/// The folder in which a file is written to have trunk build anew.
fn signal(cache: &Cache, port: u16) -> Result<PathBuf> {
    let folder = cache.signal(port);
    fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, &error))?;
    Ok(folder)
}

fn address(port: u16) -> String {
    format!("http://{ADDRESS}:{port}/")
}

fn not_started(error: &io::Error) -> Failure {
    Failure::new(
        format!("trunk could not be started: {error}"),
        "run `cargo xtask clean --tools`, then this again",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_refused_if_it_was_asked_for() {
        let taken = TcpListener::bind((ADDRESS, 0)).expect("some port is free");
        let number = taken.local_addr().expect("it is bound").port();
        let failure = port(Some(number)).expect_err("the port is taken");
        assert!(failure.what.contains(&number.to_string()), "{failure}");
        assert!(failure.cure.contains("--port"), "{failure}");
        drop(taken);
        assert_eq!(port(Some(number)), Ok(number));
    }
}
