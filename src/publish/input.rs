//! Which story is told and which land its map shows: read, checked and loaded.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::story;
use crate::story::resolve::resolve;
use crate::story::validate::{Checked, Problem, check};

/// The checkout that this program was built in: names in the environment are relative to it.
const CHECKOUT: &str = env!("CARGO_MANIFEST_DIR");
const BUNDLED: &str = "public/story.json";
const BUNDLED_LAND: &str = "public/land.json";

/// The files that a site is made of, by the names their author knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// What relative names are relative to.
    folder: PathBuf,
    story: PathBuf,
    /// Where it was said which land to take.
    land: Option<PathBuf>,
}

impl Input {
    /// As the environment says: `SIGHTLINES_STORY`, or else the bundled story; `SIGHTLINES_LAND`, or
    /// else what [`Self::check`] finds.
    pub fn from_environment() -> Self {
        let story = env::var_os("SIGHTLINES_STORY").filter(|name| !name.is_empty());
        Self {
            folder: CHECKOUT.into(),
            story: story.map_or_else(|| BUNDLED.into(), PathBuf::from),
            land: land_from_environment(),
        }
    }

    /// A story named by hand, relative to where one is.
    pub fn of(story: &Path) -> Self {
        Self {
            folder: PathBuf::new(),
            story: story.to_owned(),
            // Relative to the checkout here as well: the variable means one file.
            land: land_from_environment().map(|land| Path::new(CHECKOUT).join(land)),
        }
    }

    /// The story's file, as its author names it.
    pub fn name(&self) -> String {
        self.story.display().to_string()
    }

    /// Where the story lies.
    pub fn path(&self) -> PathBuf {
        self.folder.join(&self.story)
    }

    /// The checked story with its map's land; or all that is wrong with it, for its author to read.
    pub fn check(&self) -> Result<Checked, String> {
        let name = self.name();
        let json = fs::read_to_string(self.path())
            .map_err(|error| format!("cannot read the story {name}: {error}"))?;
        let checked = check(&json).map_err(|problems| self.report(&problems))?;
        match checked.story().map {
            Some(_) => self.with_land(checked),
            None => Ok(checked),
        }
    }

    /// Checks the story, compiles it, and makes it the one that this process is about.
    ///
    /// Returns its warnings, for its author to read; nothing without any.
    pub fn load(&self) -> Result<String, String> {
        let checked = self.check()?;
        let (index, text) = resolve(&checked);
        if !story::load(index, text) {
            return Err("another story has been loaded already".to_owned());
        }
        Ok(self.warnings(&checked))
    }

    /// What is a pity about a checked story, for its author to read; nothing if nothing is.
    pub fn warnings(&self, checked: &Checked) -> String {
        match checked.warnings() {
            [] => String::new(),
            warnings => self.list(warnings) + &format!("{} in {}", count(warnings), self.name()),
        }
    }

    fn report(&self, problems: &[Problem]) -> String {
        let count = count(problems);
        let name = self.name();
        self.list(problems)
            + &format!(
                "{count} in {name}. The format is described in crates/story/src/source and in \
                 public/story.schema.json, which most editors can check against while you type."
            )
    }

    /// One after the other, as a compiler lists them.
    fn list(&self, problems: &[Problem]) -> String {
        let name = self.name();
        let problems = problems.iter();
        problems.map(|p| p.in_file(&name) + "\n\n").collect()
    }

    /// The land that was asked for, else the one beside the story, else the bundled one if it fits.
    fn with_land(&self, checked: Checked) -> Result<Checked, String> {
        let beside = self.story.with_file_name("land.json");
        let has_beside = self.folder.join(&beside).exists();
        let land = match &self.land {
            Some(land) => land,
            None if has_beside => &beside,
            None => return self.with_bundled_land(checked, &beside),
        };
        let name = land.display();
        let json = fs::read_to_string(self.folder.join(land))
            .map_err(|error| format!("cannot read the land {name}: {error}\n  help: {CURE}"))?;
        checked
            .with_land(&json)
            .map_err(|problem| format!("{name}: {problem}\n  help: {CURE}"))
    }

    fn with_bundled_land(&self, checked: Checked, beside: &Path) -> Result<Checked, String> {
        let bundled = Path::new(CHECKOUT).join(BUNDLED_LAND);
        let fits = match fs::read_to_string(bundled) {
            Ok(json) => checked.with_land(&json),
            Err(error) => Err(error.to_string()),
        };
        fits.map_err(|problem| {
            format!(
                "{}: its map has no land. There is no {}, and {BUNDLED_LAND} is not for it: \
                 {problem}\n  help: {CURE}",
                self.name(),
                beside.display()
            )
        })
    }
}

/// How many errors and warnings.
fn count(problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let of = |n: usize, one: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let parts = [
        of(errors, "problem"),
        of(problems.len() - errors, "warning"),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(" and ")
}

const CURE: &str = "run `cargo xtask map`, which draws it for the story’s `map`";

fn land_from_environment() -> Option<PathBuf> {
    let name = env::var_os("SIGHTLINES_LAND").filter(|name| !name.is_empty());
    name.map(PathBuf::from)
}
