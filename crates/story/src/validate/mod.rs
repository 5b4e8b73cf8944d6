//! Reads a story strictly and reports every problem in it at once, with its place and a hint.
//!
//! First the shape, against the JSON Schema that `source.rs` generates; what is broken there is
//! replaced by something harmless and remembered, so that the meaning of all the rest can be
//! checked in the same go, without follow-on problems.

mod dates;
mod editions;
mod format;
mod inventory;
mod land;
mod length;
mod map;
mod nearest;
mod places;
mod references;
mod review;
mod scenes;
mod shape;
mod statements;
mod structure;
mod words;

use std::fmt;

use super::source::Story;
use inventory::Inventory;
use places::Places;
use review::Review;

pub use land::Land;
pub use shape::schema;

/// How much is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// No page can be made of the story, or none that could be trusted.
    Error,
    /// It can, and readers would be better off without.
    Warning,
}

/// One thing that is wrong with a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// As `events[12].readings[0].cites[1]`; empty for the story as a whole.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Problem {
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The problem as a compiler would print it.
    pub fn in_file(&self, file: &str) -> String {
        format!("{file}:{self}")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if !self.is_error() {
            f.write_str("warning: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}\n  help: {}", self.message, self.hint)
    }
}

/// A story without errors; only [`check`] makes one.
#[derive(Debug, Clone)]
pub struct Checked {
    story: Story,
    warnings: Vec<Problem>,
    version: String,
    land: Option<Land>,
}

impl Checked {
    /// What the author wrote.
    pub fn story(&self) -> &Story {
        &self.story
    }

    /// What its author may want to mend, in the order of the text.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// With the land of its map, as the land file has it; what is wrong with that, as a sentence.
    pub fn with_land(self, json: &str) -> Result<Self, String> {
        let map = self.story.map.as_ref().ok_or("the story has no map")?;
        let land = Some(Land::read(json, map)?);
        Ok(Self { land, ..self })
    }

    /// The land of its map.
    pub fn land(&self) -> Option<&Land> {
        self.land.as_ref()
    }

    /// FNV-1a of the story's bytes, 16 hexadecimal digits.
    pub fn version(&self) -> &str {
        &self.version
    }
}

/// Checks a story, shape and meaning; all problems, in the order of the text, if one is an error.
pub fn check(json: &str) -> Result<Checked, Vec<Problem>> {
    let (places, mut value) = Places::read(json).map_err(|problem| vec![problem])?;
    let mut review = Review::new(places);
    if !format::check(&value, &mut review) {
        return Err(review.finish());
    }
    shape::check(&mut value, &mut review);
    let story: Option<Story> = match serde_json::from_value(value) {
        Ok(story) => Some(story),
        // The schema is generated from the same types, so this is not expected to happen.
        Err(error) => {
            review.report("", error.to_string(), "see public/story.schema.json");
            None
        }
    };
    if let Some(story) = &story {
        check_meaning(story, &mut review);
    }
    match (story, review.finish()) {
        (Some(story), problems) if !problems.iter().any(Problem::is_error) => Ok(Checked {
            story,
            warnings: problems,
            version: format!("{:016x}", fnv(json.as_bytes())),
            land: None,
        }),
        (_, problems) => Err(problems),
    }
}

fn check_meaning(story: &Story, review: &mut Review) {
    let inventory = Inventory::of(story);
    references::check(&inventory, review);
    dates::check(story, &inventory, review);
    words::check(story, &inventory, review);
    statements::check(story, &inventory, review);
    editions::check(story, review);
    map::check(story, &inventory, review);
    structure::check(story, review);
    scenes::check(story, review);
    length::check(story, &inventory, review);
}

/// FNV-1a, 64 bits.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
