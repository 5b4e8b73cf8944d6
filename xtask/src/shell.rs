//! Runs other programs: shown to the reader, read by us, or logged while a line tells that it
//! still goes on.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Result};
use crate::output;
use crate::progress::{say, seconds};

const HEARTBEAT: Duration = Duration::from_secs(10);
const LOG_LINES: usize = 25;

/// What a command wrote to standard output, or nothing if it could not run or failed.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command runs and succeeds; nothing of it is seen.
pub fn succeeds(command: &mut Command) -> bool {
    output_of(command).is_some()
}

/// Runs a command before the reader's eyes.
pub fn show(command: &mut Command, cure: &str) -> Result<()> {
    let status = watch(command)?;
    if status.success() {
        Ok(())
    } else {
        let what = format!("`{}` {}", line_of(command), ended(status));
        Err(Failure::new(what, cure))
    }
}

/// Runs a command before the reader's eyes, and tells how it ended.
pub fn watch(command: &mut Command) -> Result<ExitStatus> {
    output::dress(command);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let (sender, pieces) = output::pieces();
    if let Some(out) = child.stdout.take() {
        output::pass_on(out, io::stdout(), sender.clone());
    }
    if let Some(errors) = child.stderr.take() {
        output::pass_on(errors, io::stderr(), sender);
    }
    let what = line_of(command);
    let what = what.split(" -- ").next().unwrap_or_default();
    // What it has started may live on and hold its output open; that is not waited for.
    output::wait(what, &pieces, || {
        child.try_wait().is_ok_and(|ended| ended.is_some())
    });
    child.wait().map_err(|error| not_started(command, &error))
}

/// Runs a command into a log file and says now and then what it is doing.
pub fn log(command: &mut Command, log: &Path, limit: Duration) -> Result<()> {
    let start = Instant::now();
    // Two tools may be installed at once: each line says whose it is.
    let label = log.file_stem().unwrap_or_default().to_string_lossy();
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::at(folder, &error))?;
    }
    let file = File::create(log).map_err(|error| Failure::at(log, &error))?;
    let errors = file.try_clone().map_err(|error| Failure::at(log, &error))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(errors)
        .spawn()
        .map_err(|error| not_started(command, &error))?;

    let mut said = Instant::now();
    let status = loop {
        let ended = child
            .try_wait()
            .map_err(|error| not_started(command, &error))?;
        if let Some(status) = ended {
            break status;
        }
        if start.elapsed() > limit {
            // It may have ended meanwhile; either way it is over.
            let _ = child.kill();
            let _ = child.wait();
            let what = format!(
                "`{}` was stopped: not ready in {}",
                line_of(command),
                seconds(limit)
            );
            return Err(Failure::new(what, see(log)));
        }
        if said.elapsed() > HEARTBEAT {
            let line = last_lines(&read(log), 1);
            say(format!("    … {label}: {}", line.trim()));
            said = Instant::now();
        }
        thread::sleep(Duration::from_millis(50));
    };
    if status.success() {
        return Ok(());
    }
    let what = format!(
        "`{}` {}:\n{}",
        line_of(command),
        ended(status),
        indented(&last_lines(&read(log), LOG_LINES))
    );
    Err(Failure::new(what, see(log)))
}

/// Does something that needs the network; if it fails, once more.
pub fn twice<T>(name: &str, mut attempt: impl FnMut() -> Result<T>) -> Result<T> {
    attempt().or_else(|failure| {
        say(format!(
            "{name}: failed, trying once more. {}",
            failure.what
        ));
        thread::sleep(Duration::from_secs(2));
        attempt()
    })
}

/// A command as one would type it, without the variables it is given.
pub fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(
        format!("`{program}` could not be started: {error}"),
        format!("see that `{program}` is installed and on PATH"),
    )
}

fn ended(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("failed with exit code {code}"),
        None => "was ended by a signal".to_owned(),
    }
}

fn see(log: &Path) -> String {
    format!(
        "see {}; if it is the network, run the same command again",
        log.display()
    )
}

fn read(path: &Path) -> String {
    fs::read(path)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default()
}

fn last_lines(text: &str, count: usize) -> String {
    let mut lines: Vec<&str> = text
        .lines()
        .rev()
        .filter(|line| !line.trim().is_empty())
        .take(count)
        .collect();
    lines.reverse();
    lines.join("\n")
}

fn indented(text: &str) -> String {
    text.lines()
        .map(|line| format!("    {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_log_is_its_last_lines_that_say_something() {
        for (text, count, end) in [
            ("one\ntwo\n\nthree\n\n", 2, "two\nthree"),
            ("one", 5, "one"),
            ("", 3, ""),
        ] {
            assert_eq!(last_lines(text, count), end);
        }
    }

    #[test]
    fn a_command_reads_as_one_would_type_it() {
        let mut command = Command::new("cargo");
        command.args(["test", "--workspace"]).env("SECRET", "x");
        assert_eq!(line_of(&command), "cargo test --workspace");
    }

    #[cfg(unix)]
    #[test]
    fn a_command_that_hangs_is_stopped_at_its_limit() {
        let path = std::env::temp_dir().join(format!("xtask-hang-{}.log", std::process::id()));
        let failure = log(
            Command::new("sleep").arg("30"),
            &path,
            Duration::from_millis(200),
        );
        // Only a leftover in the temporary folder if this fails.
        let _ = fs::remove_file(&path);
        assert!(failure.is_err_and(|failure| failure.what.contains("was stopped")));
    }

    #[cfg(unix)]
    #[test]
    fn a_failure_shows_the_end_of_the_log() {
        let path = std::env::temp_dir().join(format!("xtask-fail-{}.log", std::process::id()));
        let failure = log(
            Command::new("sh").args(["-c", "echo the reason >&2; exit 3"]),
            &path,
            Duration::from_secs(20),
        );
        // Only a leftover in the temporary folder if this fails.
        let _ = fs::remove_file(&path);
        let what = failure
            .err()
            .map(|failure| failure.what)
            .unwrap_or_default();
        assert!(what.contains("exit code 3"), "{what}");
        assert!(what.contains("    the reason"), "{what}");
    }

    #[test]
    fn a_second_attempt_is_made_and_no_third() {
        let mut attempts = 0;
        let result: Result<()> = twice("test", || {
            attempts += 1;
            Err(Failure::new("no", "none"))
        });
        assert!(result.is_err());
        assert_eq!(attempts, 2);
    }
}
