//! What the reader typed.

use crate::failure::{Failure, Result};

pub const HELP: &str = "\
The chores of Sightlines. Tools that are missing are found or installed first.

  cargo xtask serve [--port N] [--open] [-- TRUNK-ARGUMENTS]
      Build the page, serve it on http://127.0.0.1:8080/, rebuild it at every change.
  cargo xtask build [-- TRUNK-ARGUMENTS]
      Build the release site into dist/.
  cargo xtask check
      Fast: format, the story, clippy for native and wasm code.
  cargo xtask test [--only check|native|browser] [-- FILTER]
      Everything: check, documentation, native tests, the release site, and the tests in
      Chromium, Firefox and WebKit. FILTER goes to the test programs.
  cargo xtask screenshots
      Build the release site and take the pictures in docs/.
  cargo xtask clean [--tools]
      Remove dist/ and target/; with --tools also the cached tools.
  cargo xtask help

Tools are kept in $SIGHTLINES_CACHE, else $XDG_CACHE_HOME/sightlines, else ~/.cache/sightlines.
Another story: SIGHTLINES_STORY=path/to/story.json cargo xtask serve
";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve { port: u16, arguments: Vec<String> },
    Build { arguments: Vec<String> },
    Check,
    Test { only: Only, filter: Vec<String> },
    Screenshots,
    Clean { tools: bool },
}

/// Which part of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    All,
    Check,
    Native,
    Browser,
}

const PORT: u16 = 8080;

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
    let takes_more = matches!(command.as_str(), "serve" | "build" | "test");
    if split.is_some() && !takes_more {
        return Err(unknown(command, "--"));
    }
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "serve" => serve(options, passed_on),
        "build" => match options {
            [] => Ok(Command::Build {
                arguments: passed_on,
            }),
            [option, ..] => Err(unknown(command, option)),
        },
        "check" => match options {
            [] => Ok(Command::Check),
            [option, ..] => Err(unknown(command, option)),
        },
        "test" => test(options, passed_on),
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
            "one of: serve, build, check, test, screenshots, clean, help",
        )),
    }
}

fn serve(options: &[String], mut arguments: Vec<String>) -> Result<Command> {
    let mut port = PORT;
    let mut words = options.iter();
    while let Some(option) = words.next() {
        let given = match option.split_once('=') {
            Some(("--port", value)) => Some(value),
            _ if option == "--port" => Some(words.next().map_or("", String::as_str)),
            _ => None,
        };
        match given {
            Some(value) => {
                port = value.parse().map_err(|_| {
                    Failure::new(
                        format!("--port: `{value}` is no port"),
                        "a number from 1 to 65535, for example --port 8081",
                    )
                })?;
            }
            None if option == "--open" => arguments.push("--open".to_owned()),
            None => return Err(unknown("serve", option)),
        }
    }
    Ok(Command::Serve { port, arguments })
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
        (Some("browser"), _) => Only::Browser,
        (_, [option, ..]) if !option.starts_with("--only") => return Err(unknown("test", option)),
        _ => {
            return Err(Failure::new(
                "--only: which part of the tests?",
                "one of: --only check, --only native, --only browser",
            ));
        }
    };
    Ok(Command::Test { only, filter })
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
        for (line, expected) in [
            ("", Command::Help),
            ("--help", Command::Help),
            ("test --help", Command::Help),
            ("serve", serve(8080, "")),
            ("serve --port 9000 --open", serve(9000, "--open")),
            ("serve --port=9000 -- --release", serve(9000, "--release")),
            (
                "build -- --public-url /x/",
                Command::Build {
                    arguments: words("--public-url /x/"),
                },
            ),
            ("check", Command::Check),
            ("test", test(Only::All, "")),
            ("test --only native", test(Only::Native, "")),
            ("test --only=check", test(Only::Check, "")),
            (
                "test --only browser -- slider --nocapture",
                test(Only::Browser, "slider --nocapture"),
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
            "build --debug",
            "check -- x",
            "test --only",
            "test --only all-of-it",
            "test slider",
            "test --only native slider",
            "clean --all",
        ] {
            assert_eq!(parsed(line), None, "{line}");
        }
    }
}
