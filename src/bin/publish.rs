//! Writes a story around the program: trunk's hook calls it for the `index.html` it has just staged, and
//! the chores call it by hand.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use lexopt::Arg::Long;
use sightlines::publish::{self, Input, Purpose, broken, hosting};
use sightlines::story;

const USAGE: &str = "usage:
  publish                                 as trunk's hook, in the folder TRUNK_STAGING_DIR
  publish check [STORY]                   tells what is wrong with a story
  publish site [--story S] --program DIST --out DIR [--no-copies]
                                          a story's site, around the program of a release site;
                                          compressed copies of its files take by far the longest
  publish single DIST FILE                a release site as one file
Where no story is named it is the one of SIGHTLINES_STORY, or else public/story.json.";

/// What kept the work from being done.
enum Failure {
    /// The call makes no sense.
    Usage,
    /// The story, or a file.
    Problem(String),
}

impl From<String> for Failure {
    fn from(problem: String) -> Self {
        Self::Problem(problem)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(_: lexopt::Error) -> Self {
        Self::Usage
    }
}

/// Exits with 1 where story or site have problems, with 2 where the call has.
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(told) => {
            if !told.is_empty() {
                println!("{told}");
            }
            ExitCode::SUCCESS
        }
        Err(Failure::Problem(problem)) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
        Err(Failure::Usage) => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[&str]) -> Result<String, Failure> {
    Ok(match arguments {
        [] => hook()?,
        ["check"] => check(&Input::from_environment())?,
        ["check", story] => check(&Input::of(Path::new(story)))?,
        ["single", dist, file] => single(Path::new(dist), Path::new(file))?,
        ["site", options @ ..] => site(options)?,
        _ => return Err(Failure::Usage),
    })
}

/// A story with problems ends a build. Where trunk serves, its author is at work and looks at the page:
/// there they are shown in place of it.
fn hook() -> Result<String, String> {
    let folder = env::var("TRUNK_STAGING_DIR").map_err(|_| {
        "TRUNK_STAGING_DIR is not set: run `trunk build`, which calls this".to_owned()
    })?;
    let folder = Path::new(&folder);
    let purpose = match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Purpose::Release { copies: true },
        _ => Purpose::Draft,
    };
    let page = folder.join("index.html");
    let shell =
        fs::read_to_string(&page).map_err(|e| format!("cannot read {}: {e}", page.display()))?;
    let input = Input::from_environment();
    match input.load() {
        Ok(warnings) => {
            tell(&warnings);
            publish::fill(folder, &shell, &input, purpose)
        }
        Err(problem) if broken::is_served(&shell) => {
            fs::write(&page, broken::page(&shell, &problem))
                .map_err(|e| format!("cannot write {}: {e}", page.display()))?;
            eprintln!("{problem}");
            Ok(String::new())
        }
        Err(problem) => Err(problem),
    }
}

fn check(input: &Input) -> Result<String, String> {
    let start = Instant::now();
    let checked = input.check()?;
    let took = start.elapsed().as_millis();
    let warnings = input.warnings(&checked);
    tell(&warnings);
    let found = match checked.warnings() {
        [] => "no problems",
        _ => "no problems but the warnings above",
    };
    Ok(format!(
        "{}: {} events, {found}, checked in {took} ms",
        input.name(),
        checked.story().events.len(),
    ))
}

/// Tells an author of what does not stop the work.
fn tell(warnings: &str) {
    if !warnings.is_empty() {
        eprintln!("{warnings}");
    }
}

fn site(options: &[&str]) -> Result<String, Failure> {
    let (mut story, mut program, mut out, mut copies) = (None, None, None, true);
    let mut options = lexopt::Parser::from_args(options);
    while let Some(option) = options.next()? {
        match option {
            Long("story") => story = Some(PathBuf::from(options.value()?)),
            Long("program") => program = Some(PathBuf::from(options.value()?)),
            Long("out") => out = Some(PathBuf::from(options.value()?)),
            Long("no-copies") => copies = false,
            _ => return Err(Failure::Usage),
        }
    }
    let (Some(program), Some(out)) = (program, out) else {
        return Err(Failure::Usage);
    };
    let input = story.map_or_else(Input::from_environment, |story| Input::of(&story));
    let start = Instant::now();
    tell(&input.load()?);
    let checked = start.elapsed();
    let told = publish::from_program(&program, &out, &input, copies)?;
    Ok(format!(
        "{told}\n{}: checked and compiled in {} ms, written in {} ms",
        input.name(),
        checked.as_millis(),
        (start.elapsed() - checked).as_millis()
    ))
}

fn single(dist: &Path, file: &Path) -> Result<String, String> {
    Input::from_environment().load()?;
    let page = hosting::single(dist, story::text().meta.canonical)?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
    }
    fs::write(file, page).map_err(|e| format!("cannot write {}: {e}", file.display()))?;
    Ok(String::new())
}
