//! Passes on what a program prints, piece by piece as it comes, and tells when nothing comes: who
//! sees nothing for long takes a step for hung.

use std::io::{IsTerminal, Read, Write};
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::progress::{say, seconds};

/// After this long without a word a line says that the work goes on.
pub const SILENCE: Duration = Duration::from_secs(10);

/// Has cargo and trunk write for a terminal, if there is one behind us: they themselves see a pipe.
pub fn dress(command: &mut Command) {
    let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if is_plain || !std::io::stderr().is_terminal() {
        return;
    }
    for (name, value) in [
        ("CARGO_TERM_COLOR", "always"),
        ("CARGO_TERM_PROGRESS_WHEN", "always"),
        ("CARGO_TERM_PROGRESS_WIDTH", "80"),
        ("TRUNK_COLOR", "always"),
    ] {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
}

/// Copies until the end of `from`, and sends each piece on as well.
pub fn pass_on(
    mut from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    pieces: Sender<Vec<u8>>,
) {
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            let piece = &buffer[..length];
            // Who has closed our output wants no more of it; the program shall still be read, or
            // it would wait for us.
            let _ = to.write_all(piece).and_then(|()| to.flush());
            let _ = pieces.send(piece.to_vec());
        }
    });
}

/// Says at times that `what` goes on, until all output has ended, or `is_over` says so in a silence.
pub fn wait(what: &str, pieces: &Receiver<Vec<u8>>, mut is_over: impl FnMut() -> bool) {
    let mut silent_since = Instant::now();
    let mut told = Instant::now();
    loop {
        match pieces.recv_timeout(Duration::from_millis(200)) {
            Ok(_) => silent_since = Instant::now(),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) if is_over() => return,
            Err(RecvTimeoutError::Timeout) => tell(what, silent_since, &mut told),
        }
    }
}

/// One line in each stretch of silence, and no more.
pub fn tell(what: &str, silent_since: Instant, told: &mut Instant) {
    if silent_since.elapsed() >= SILENCE && told.elapsed() >= SILENCE {
        let since = seconds(silent_since.elapsed());
        say(format!("    … {what} goes on, {since} without a word"));
        *told = Instant::now();
    }
}

/// Where the pieces of one program's outputs come together.
pub fn pieces() -> (Sender<Vec<u8>>, Receiver<Vec<u8>>) {
    mpsc::channel()
}
