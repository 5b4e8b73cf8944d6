//! What the author writes: the story format, version 2, exactly as it stands in
//! `public/story.json`. The JSON Schema (`public/story.schema.json`) is generated from these
//! types, so a field's doc comment is also what an editor's text editor shows.
//!
//! Only what checks and compiles a story reads these types; all others use [`super::model`].

mod actors;
mod events;
mod figures;
mod map;
mod meta;
mod record;
mod scenes;

use schemars::JsonSchema;
use serde::Deserialize;

pub use actors::{Actor, Position, Role, Stake, StakeKind, Voice};
pub use events::{Aspect, Dispute, Doubt, Event, Reading, Status, Theme};
pub use figures::{Figures, Meeting, Meetings, Station, Voyage};
pub use map::{Border, Country, Disputed, LonLat, Map, MapProjection, MapView, Place, Route, Sea};
pub use meta::{Basis, Correction, Direction, Meta, Source};
pub use record::{Disagreement, Gap, Note, Person, Term};
pub use scenes::{Beat, Card, Finale, Opening, Scene, Shift};

/// A date in EDTF (ISO 8601-2): `2013-11-02`, `2013-11`, `2013`, `2012-06~` (about),
/// `1990/1999` (a range). Civil dates; no time of day, no time zone.
pub type Edtf = String;

/// Where a statement comes from: `source:paragraph`, as `gang:8`, or `source:label` for a part of
/// the article that the source lists under `unnumbered`, as `insider:caption`.
pub type Cite = String;

/// Text with inline Markdown only: `*emphasis*`, `**strong**`, and references
/// `[words](event:id)`, `[](place:id)`, `[words](actor:id)`, `[words](source:id)`,
/// `[words](doubt:id)`, `[words](lang:ja-Latn)`. A place reference without words is written by
/// the names of the perspective that the reader has chosen. A backslash makes a sign plain: `\*`.
pub type Inline = String;

/// A whole story.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The schema's address, for text editors. Not used.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The format's version: 2.
    pub format: u32,
    pub meta: Meta,
    /// The articles the story rests on; their order gives their numbers, from 1.
    pub sources: Vec<Source>,
    /// Whose view can be taken, and who else appears. Two to six have the role `main`.
    pub actors: Vec<Actor>,
    pub places: Vec<Place>,
    pub events: Vec<Event>,
    /// What one actor holds towards another from a date on.
    pub positions: Vec<Position>,
    /// What each side wants.
    #[serde(default)]
    pub stakes: Vec<Stake>,
    /// Where the sources contradict each other.
    #[serde(default)]
    pub disagreements: Vec<Disagreement>,
    /// What no source says.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    /// What the page says first.
    #[serde(default)]
    pub opening: Option<Opening>,
    /// What is read in a few minutes: scenes of one or two beats.
    pub scenes: Vec<Scene>,
    /// The last picture, and what is said beside it.
    #[serde(default)]
    pub finale: Option<Finale>,
    /// Who is named in the story.
    #[serde(default)]
    pub cast: Vec<Person>,
    /// Terms that readers may not know.
    #[serde(default)]
    pub glossary: Vec<Term>,
    /// What readers should know and the articles do not say.
    #[serde(default)]
    pub notes: Vec<Note>,
    #[serde(default)]
    pub figures: Figures,
    /// The map on the stage. Its land is drawn beforehand, by `cargo xtask map`.
    #[serde(default)]
    pub map: Option<Map>,
}

/// `reported`: a fact the article states. `paraphrase`: someone's view, retold. `inference`: the
/// editor's own conclusion or coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Reported,
    Paraphrase,
    Inference,
}

/// A sentence or two that carry their own kind and cites.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
}

/// A paragraph: statements that are read one after the other.
pub type Paragraph = Vec<Statement>;
