//! What the reader typed.

use std::num::NonZero;
use std::time::Duration;

use crate::bench::{Bench, SIZES, TARGETS};
use crate::failure::{Failure, Result};
use crate::serve::ATTEND;

pub const HELP: &str = "\
The chores of Sightlines. Tools that are missing are found or installed first.

  cargo xtask serve [--port N] [--open] [-- TRUNK-ARGUMENTS]
      Build the page, serve it on http://127.0.0.1:8080/ or the next free port, rebuild it at every
      change. While the story has problems the page tells them.
  cargo xtask build [--single-file] [-- TRUNK-ARGUMENTS]
      Build the release site into dist/; with --single-file also as one HTML file that needs no
      server, single/sightlines.html.
  cargo xtask check
      Fast: format, the story, clippy for native and wasm code.
  cargo xtask test [--only check|native|serve|browser] [-- FILTER]
      Everything: check, documentation, native tests, the release site, `serve` in a clean copy,
      and the tests in Chromium, Firefox and WebKit. FILTER goes to the test programs.
  cargo xtask map
      Draw the land of the story's map anew, after its projection or views have changed.
  cargo xtask bench [--n 40,400] [--targets ours,floor,..] [-- OPTIONS]
      Build our page and its peers over N made-up events and measure them beside each other;
      bench/README.md tells the OPTIONS of bench/measure.mjs.
  cargo xtask screenshots
      Build the release site and take pictures of it in many states, in pictures/.
  cargo xtask clean [--tools]
      Remove dist/, single/ and target/; with --tools also the cached tools.
  cargo xtask help

Tools are kept in $SIGHTLINES_CACHE, else $XDG_CACHE_HOME/sightlines, else ~/.cache/sightlines.
Another story: SIGHTLINES_STORY=path/to/story.json cargo xtask serve
";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve {
        /// The one that was asked for.
        port: Option<u16>,
        arguments: Vec<String>,
    },
    /// What `serve` starts beside trunk; `after` it has itself run so long.
    Attend {
        port: u16,
        after: Duration,
    },
    Build {
        single: bool,
        arguments: Vec<String>,
    },
    Check,
    Test {
        only: Only,
        filter: Vec<String>,
    },
    Map,
    Bench(Bench),
    Screenshots,
    Clean {
        tools: bool,
    },
}

/// Which part of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    All,
    Check,
    Native,
    Serve,
    Browser,
}

/// Reads the words after `cargo xtask`.
pub fn parse(words: &[String]) -> Result<Command> {
    let Some((command, rest)) = words.split_first() else {
        return Ok(Command::Help);
    };
    let split = rest.iter().position(|word| word == "--");
    let (options, passed_on) = match split {
        Some(at) => (&rest[..at], rest[at + 1..].to_vec()),
        None => (rest, Vec::new()),
    };
    if options.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Command::Help);
    }
    let takes_more = matches!(command.as_str(), "serve" | "build" | "test" | "bench");
    if split.is_some() && !takes_more {
        return Err(unknown(command, "--"));
    }
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "serve" => serve(options, passed_on),
        ATTEND => attend(options),
        "build" => match options {
            [] => Ok(Command::Build {
                single: false,
                arguments: passed_on,
            }),
            [option] if option == "--single-file" => Ok(Command::Build {
                single: true,
                arguments: passed_on,
            }),
            [option, ..] => Err(unknown(command, option)),
        },
        "check" => match options {
            [] => Ok(Command::Check),
            [option, ..] => Err(unknown(command, option)),
        },
        "test" => test(options, passed_on),
        "bench" => bench(options, passed_on),
        "map" => match options {
            [] => Ok(Command::Map),
            [option, ..] => Err(unknown(command, option)),
        },
        "screenshots" => match options {
            [] => Ok(Command::Screenshots),
            [option, ..] => Err(unknown(command, option)),
        },
        "clean" => match options {
            [] => Ok(Command::Clean { tools: false }),
            [option] if option == "--tools" => Ok(Command::Clean { tools: true }),
            [option, ..] => Err(unknown(command, option)),
        },
        other => Err(Failure::new(
            format!("`{other}` is no command of `cargo xtask`"),
            "one of: serve, build, check, test, bench, map, screenshots, clean, help",
        )),
    }
}

fn serve(options: &[String], mut arguments: Vec<String>) -> Result<Command> {
    let mut port = None;
    let mut words = options.iter();
    while let Some(option) = words.next() {
        let given = match option.split_once('=') {
            Some(("--port", value)) => Some(value),
            _ if option == "--port" => Some(words.next().map_or("", String::as_str)),
            _ => None,
        };
        match given {
            Some(value) => {
                let number: Option<NonZero<u16>> = value.parse().ok();
                let refused = || {
                    Failure::new(
                        format!("--port: `{value}` is no port"),
                        "a number from 1 to 65535, for example --port 8081",
                    )
                };
                port = Some(number.ok_or_else(refused)?.get());
            }
            None if option == "--open" => arguments.push("--open".to_owned()),
            None => return Err(unknown("serve", option)),
        }
    }
    Ok(Command::Serve { port, arguments })
}

fn attend(options: &[String]) -> Result<Command> {
    let read = |[port, after]: &[String; 2]| {
        let after = Duration::from_millis(after.parse().ok()?);
        let port = port.parse().ok()?;
        Some(Command::Attend { port, after })
    };
    let options = <&[String; 2]>::try_from(options).ok();
    options
        .and_then(read)
        .ok_or_else(|| unknown(ATTEND, "these words"))
}

fn test(options: &[String], filter: Vec<String>) -> Result<Command> {
    let given = match options {
        [] => None,
        [option] => option.strip_prefix("--only="),
        [option, value] if option == "--only" => Some(value.as_str()),
        [_, extra, ..] => return Err(unknown("test", extra)),
    };
    let only = match (given, options) {
        (None, []) => Only::All,
        (Some("check"), _) => Only::Check,
        (Some("native"), _) => Only::Native,
        (Some("serve"), _) => Only::Serve,
        (Some("browser"), _) => Only::Browser,
        (_, [option, ..]) if !option.starts_with("--only") => return Err(unknown("test", option)),
        _ => {
            return Err(Failure::new(
                "--only: which part of the tests?",
                "one of: --only check, --only native, --only serve, --only browser",
            ));
        }
    };
    Ok(Command::Test { only, filter })
}

fn bench(options: &[String], arguments: Vec<String>) -> Result<Command> {
    let mut bench = Bench {
        sizes: SIZES.to_vec(),
        targets: TARGETS.iter().map(|&target| target.to_owned()).collect(),
        arguments,
    };
    let mut words = options.iter();
    while let Some(option) = words.next() {
        let (name, value) = match option.split_once('=') {
            Some((name, value)) => (name, value),
            None => (option.as_str(), words.next().map_or("", String::as_str)),
        };
        match name {
            "--n" => {
                let sizes: std::result::Result<_, _> = value.split(',').map(str::parse).collect();
                bench.sizes = sizes.map_err(|_| {
                    Failure::new(
                        format!("--n: `{value}` is no list of numbers"),
                        "numbers of events, for example --n 40,400,4000",
                    )
                })?;
            }
            "--targets" => {
                bench.targets = value.split(',').map(str::to_owned).collect();
                let known = |target: &String| TARGETS.contains(&target.as_str());
                if let Some(other) = bench.targets.iter().find(|target| !known(target)) {
                    return Err(Failure::new(
                        format!("--targets: there is no `{other}`"),
                        format!("some of: {}", TARGETS.join(",")),
                    ));
                }
            }
            _ => return Err(unknown("bench", option)),
        }
    }
    Ok(Command::Bench(bench))
}

fn unknown(command: &str, option: &str) -> Failure {
    Failure::new(
        format!("`cargo xtask {command}` does not know `{option}`"),
        "see `cargo xtask help`; arguments for the program it runs go after `--`",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Option<Command> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words).ok()
    }

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn each_command_is_read_with_its_options() {
        let serve = |port, arguments| Command::Serve {
            port,
            arguments: words(arguments),
        };
        let test = |only, filter| Command::Test {
            only,
            filter: words(filter),
        };
        let bench = |sizes: &[u32], targets: &[&str], arguments| {
            Command::Bench(Bench {
                sizes: sizes.to_vec(),
                targets: targets.iter().map(|&target| target.to_owned()).collect(),
                arguments: words(arguments),
            })
        };
        for (line, expected) in [
            ("", Command::Help),
            ("--help", Command::Help),
            ("test --help", Command::Help),
            ("serve", serve(None, "")),
            ("serve --port 9000 --open", serve(Some(9000), "--open")),
            (
                "serve --port=9000 -- --release",
                serve(Some(9000), "--release"),
            ),
            (
                "attend 9000 1500",
                Command::Attend {
                    port: 9000,
                    after: Duration::from_millis(1500),
                },
            ),
            (
                "build -- --public-url /x/",
                Command::Build {
                    single: false,
                    arguments: words("--public-url /x/"),
                },
            ),
            (
                "build --single-file",
                Command::Build {
                    single: true,
                    arguments: Vec::new(),
                },
            ),
            ("check", Command::Check),
            ("test", test(Only::All, "")),
            ("test --only native", test(Only::Native, "")),
            ("test --only serve", test(Only::Serve, "")),
            ("test --only=check", test(Only::Check, "")),
            (
                "test --only browser -- slider --nocapture",
                test(Only::Browser, "slider --nocapture"),
            ),
            ("map", Command::Map),
            ("bench", bench(SIZES, TARGETS, "")),
            (
                "bench --n 4000 --targets=ours,floor -- --rounds 1",
                bench(&[4000], &["ours", "floor"], "--rounds 1"),
            ),
            ("screenshots", Command::Screenshots),
            ("clean", Command::Clean { tools: false }),
            ("clean --tools", Command::Clean { tools: true }),
        ] {
            assert_eq!(parsed(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for line in [
            "bild",
            "serve --prot 1",
            "serve --port",
            "serve --port 70000",
            "serve --port 0",
            "attend",
            "attend here now",
            "build --debug",
            "build --single-file --single-file",
            "check -- x",
            "test --only",
            "test --only all-of-it",
            "test slider",
            "test --only native slider",
            "clean --all",
            "bench --n many",
            "bench --n",
            "bench --targets theirs",
            "bench --rounds 5",
        ] {
            assert_eq!(parsed(line), None, "{line}");
        }
    }
}
