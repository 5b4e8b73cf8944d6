//! Checks the story: the build script reads it and reports every problem; here its report is
//! taken out of cargo's own lines, so that the author sees nothing else.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Result};

/// Runs a cargo command that builds the build script, and shows what that says.
pub fn check(command: &mut Command) -> Result<()> {
    let broken = |error: std::io::Error| {
        Failure::new(
            format!("cargo could not be run: {error}"),
            "see that cargo is on PATH",
        )
    };
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(broken)?;
    let mut printed = String::new();
    if let Some(output) = child.stderr.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(broken)?;
            let line = String::from_utf8_lossy(&line);
            // Progress is shown as it comes; the rest is for `problems` to sort.
            if is_progress(&line) {
                eprintln!("{line}");
            }
            printed.push_str(&line);
            printed.push('\n');
        }
    }
    let status = child.wait().map_err(broken)?;
    let report = report(&printed);
    if status.success() {
        // Warnings of the story and of the compiler.
        eprint!("{}", without_progress(&printed));
        return Ok(());
    }
    match report {
        Some(problems) => {
            eprintln!("\n{}\n", problems.trim_end());
            Err(Failure::new(
                "the story has problems, shown above",
                "correct them in public/story.json, or in the file SIGHTLINES_STORY names",
            ))
        }
        None => {
            eprint!("{}", without_progress(&printed));
            Err(Failure::new(
                "the program does not compile, so the story could not be checked",
                "correct the errors shown above",
            ))
        }
    }
}

const PROGRESS: &[&str] = &[
    "Compiling",
    "Checking",
    "Downloading",
    "Downloaded",
    "Updating",
    "Locking",
    "Adding",
    "Blocking",
    "Finished",
    "Fresh",
];

/// Cargo starts these lines with a verb that ends at the same column.
fn is_progress(line: &str) -> bool {
    line.starts_with(' ')
        && line
            .split_whitespace()
            .next()
            .is_some_and(|verb| PROGRESS.contains(&verb))
}

fn without_progress(printed: &str) -> String {
    printed
        .lines()
        .filter(|line| !is_progress(line))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// What our own build script said when it failed: the errors it gave to cargo by
/// `cargo::error=`, and what it wrote to standard error.
fn report(printed: &str) -> Option<String> {
    let errors: String = printed
        .lines()
        .filter_map(|line| line.strip_prefix("error: sightlines@"))
        .filter_map(|line| line.split_once(": "))
        .map(|(_, message)| format!("{message}\n"))
        .collect();
    let crashed = printed.contains("failed to run custom build command for `sightlines ");
    let written: String = printed
        .lines()
        .skip_while(|line| line.trim() != "--- stderr")
        .skip(1)
        .take_while(|line| line.is_empty() || line.starts_with("  "))
        .map(|line| format!("{}\n", line.strip_prefix("  ").unwrap_or(line)))
        .collect();
    let all = if crashed { errors + &written } else { errors };
    (!all.trim().is_empty()).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_given_to_cargo_are_told_without_its_frame() {
        let printed = "   Compiling sightlines v0.1.0 (/w)\n\
                       error: sightlines@0.1.0: public/story.json:3:4: bad date\n\
                       error: sightlines@0.1.0: public/story.json:9:1: no cite\n\
                       warning: sightlines@0.1.0: aside\n\
                       error: build script logged errors\n";
        assert_eq!(
            report(printed).as_deref(),
            Some("public/story.json:3:4: bad date\npublic/story.json:9:1: no cite\n")
        );
    }

    #[test]
    fn what_the_script_wrote_is_told_with_its_indents() {
        let printed = "error: failed to run custom build command for `sightlines v0.1.0 (/w)`\n\n\
                       Caused by:\n  process didn't exit successfully: `x` (exit status: 1)\n  \
                       --- stdout\n  cargo::rerun-if-changed=build.rs\n\n  --- stderr\n  \
                       story.json:3:4: not a date\n    hint: write 2013-11\nwarning: build failed\n";
        assert_eq!(
            report(printed).as_deref(),
            Some("story.json:3:4: not a date\n  hint: write 2013-11\n")
        );
    }

    #[test]
    fn a_compiler_error_is_no_problem_of_the_story() {
        let printed = "error[E0425]: cannot find value `x`\n --> src/lib.rs:1:1\n";
        assert_eq!(report(printed), None);
        let other = "error: failed to run custom build command for `ring v0.17.0`\n\n  \
                     --- stderr\n  cc not found\n";
        assert_eq!(report(other), None);
    }

    #[test]
    fn progress_is_told_from_what_matters() {
        for (line, progress) in [
            ("   Compiling leptos v0.8.23", true),
            (" Downloading crates ...", true),
            ("    Checking sightlines v0.1.0", true),
            ("warning: unused", false),
            ("   --> src/lib.rs", false),
            ("Compiling of the story failed", false),
        ] {
            assert_eq!(is_progress(line), progress, "{line}");
        }
    }
}
