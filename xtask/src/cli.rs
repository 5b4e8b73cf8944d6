//! What the reader typed.

use std::num::NonZero;
use std::time::Duration;

use lexopt::Arg::Long;

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
    let Some((name, rest)) = words.split_first() else {
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
    let takes_more = matches!(name.as_str(), "serve" | "build" | "test" | "bench");
    if split.is_some() && !takes_more {
        return Err(unknown(name, "--"));
    }
    let mut command = match name.as_str() {
        "help" | "--help" | "-h" => Command::Help,
        "serve" => Command::Serve {
            port: None,
            arguments: passed_on,
        },
        ATTEND => return attend(options),
        "build" => Command::Build {
            single: false,
            arguments: passed_on,
        },
        "check" => Command::Check,
        "test" => Command::Test {
            only: Only::All,
            filter: passed_on,
        },
        "bench" => Command::Bench(Bench {
            sizes: SIZES.to_vec(),
            targets: TARGETS.iter().map(|&target| target.to_owned()).collect(),
            arguments: passed_on,
        }),
        "map" => Command::Map,
        "screenshots" => Command::Screenshots,
        "clean" => Command::Clean { tools: false },
        other => {
            return Err(Failure::new(
                format!("`{other}` is no command of `cargo xtask`"),
                "one of: serve, build, check, test, bench, map, screenshots, clean, help",
            ));
        }
    };
    let mut parser = lexopt::Parser::from_args(options);
    while let Some(option) = parser.next().map_err(|error| refused(name, &error))? {
        let option = match option {
            Long(option) => option.to_owned(),
            other => return Err(refused(name, &other.unexpected())),
        };
        let mut value = || parser.value().and_then(lexopt::ValueExt::string);
        match (&mut command, option.as_str()) {
            (Command::Serve { port, .. }, "port") => *port = Some(number(&value())?),
            (Command::Serve { arguments, .. }, "open") => arguments.push("--open".to_owned()),
            (Command::Build { single, .. }, "single-file") => *single = true,
            (Command::Test { only, .. }, "only") => *only = part(&value())?,
            (Command::Bench(bench), "n") => bench.sizes = sizes(&value())?,
            (Command::Bench(bench), "targets") => bench.targets = targets(&value())?,
            (Command::Clean { tools }, "tools") => *tools = true,
            (_, other) => return Err(unknown(name, &format!("--{other}"))),
        }
    }
    Ok(command)
}

fn attend(words: &[String]) -> Result<Command> {
    let read = |[port, after]: &[String; 2]| {
        let after = Duration::from_millis(after.parse().ok()?);
        let port = port.parse().ok()?;
        Some(Command::Attend { port, after })
    };
    let words = <&[String; 2]>::try_from(words).ok();
    words
        .and_then(read)
        .ok_or_else(|| unknown(ATTEND, "these words"))
}

/// An option's value, or what kept it from being read.
type Value = std::result::Result<String, lexopt::Error>;

/// The value, empty where there is none: no option takes an empty one.
fn text(value: &Value) -> &str {
    value.as_deref().unwrap_or_default()
}

fn number(value: &Value) -> Result<u16> {
    let number = text(value).parse::<NonZero<u16>>();
    number.map(NonZero::get).map_err(|_| {
        Failure::new(
            format!("--port: `{}` is no port", text(value)),
            "a number from 1 to 65535, for example --port 8081",
        )
    })
}

fn part(value: &Value) -> Result<Only> {
    Ok(match text(value) {
        "check" => Only::Check,
        "native" => Only::Native,
        "serve" => Only::Serve,
        "browser" => Only::Browser,
        _ => {
            return Err(Failure::new(
                "--only: which part of the tests?",
                "one of: --only check, --only native, --only serve, --only browser",
            ));
        }
    })
}

fn sizes(value: &Value) -> Result<Vec<u32>> {
    let sizes: std::result::Result<_, _> = text(value).split(',').map(str::parse).collect();
    sizes.map_err(|_| {
        Failure::new(
            format!("--n: `{}` is no list of numbers", text(value)),
            "numbers of events, for example --n 40,400,4000",
        )
    })
}

fn targets(value: &Value) -> Result<Vec<String>> {
    let targets: Vec<String> = text(value).split(',').map(str::to_owned).collect();
    let known = |target: &&String| !TARGETS.contains(&target.as_str());
    match targets.iter().find(known) {
        Some(other) => Err(Failure::new(
            format!("--targets: there is no `{other}`"),
            format!("some of: {}", TARGETS.join(",")),
        )),
        None => Ok(targets),
    }
}

fn refused(command: &str, error: &lexopt::Error) -> Failure {
    Failure::new(format!("`cargo xtask {command}`: {error}"), HELPS)
}

fn unknown(command: &str, option: &str) -> Failure {
    Failure::new(
        format!("`cargo xtask {command}` does not know `{option}`"),
        HELPS,
    )
}

const HELPS: &str = "see `cargo xtask help`; arguments for the program it runs go after `--`";

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
            "build --single-file=yes",
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
