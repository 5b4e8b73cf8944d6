//! What the author writes: the story format, version 1, exactly as it stands in
//! `public/story.json`. The JSON Schema (`public/story.schema.json`) is generated from these
//! types, so a field's doc comment is also what an editor's text editor shows.
//!
//! Only `build.rs`, `xtask` and the tests read these types; the program uses [`super::model`].

use schemars::JsonSchema;
use serde::Deserialize;

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
    /// The format's version: 1.
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
    /// The scroll: chapters of steps.
    pub chapters: Vec<Chapter>,
    /// Where the sources contradict each other.
    #[serde(default)]
    pub disagreements: Vec<Disagreement>,
    /// What no source says.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    /// A chart for the opening, drawn from plain coordinates.
    #[serde(default)]
    pub chart: Option<Chart>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    pub title: String,
    /// One or two sentences under the title.
    pub dek: String,
    /// BCP 47 tag of the story's language.
    pub language: String,
    #[serde(default)]
    pub direction: Direction,
    /// When this explainer was published.
    pub published: Edtf,
    /// Where the full page lives, an absolute https address.
    #[serde(default)]
    pub canonical: Option<String>,
    /// The timeline's full scale, as an EDTF range; what lies before it is squeezed behind a break.
    pub span: Edtf,
    /// Changes made after publication, newest first.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// How the articles were read: shown beside the list of sources.
    #[serde(default)]
    pub method: Vec<Inline>,
    /// The interface's own words, where they should differ from the English defaults
    /// (`src/story/labels.rs` lists the keys).
    #[serde(default)]
    pub labels: std::collections::BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    pub date: Edtf,
    pub text: Inline,
}

/// An article the story rests on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: String,
    /// Left out where the copy at hand does not say.
    #[serde(default)]
    pub author: Option<String>,
    #[serde(default)]
    pub publication: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    pub date: Edtf,
    /// `stated` in the article, or `inferred` by the editor.
    pub date_basis: Basis,
    /// How the date was worked out, or where it is printed.
    pub date_note: String,
    /// Where the author stands: trade, place, purpose.
    pub vantage: String,
    /// Whose voices the article carries.
    pub hears: String,
    /// How many paragraphs it has; a cite may not name a later one.
    pub paragraphs: u16,
    /// Labels of citable parts without a number, as `caption`.
    #[serde(default)]
    pub unnumbered: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    Stated,
    Inferred,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub id: String,
    pub name: String,
    /// For narrow screens and captions; the name if left out.
    #[serde(default)]
    pub short: Option<String>,
    /// `main` actors have a toggle; `minor` ones are only named.
    pub role: Role,
    /// Main actors: whose eyes, as in "From Tokyo".
    #[serde(default)]
    pub capital: Option<String>,
    /// Main actors: the letter in the badge.
    #[serde(default)]
    pub letter: Option<String>,
    /// How the sources let this actor be heard.
    pub voice: Voice,
    /// What the voice rests on, a sentence.
    #[serde(default)]
    pub voice_note: Option<Inline>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Main,
    Minor,
}

/// How an actor is heard: `direct` (quoted), `reported` (through others), `none` (silent).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    Direct,
    Reported,
    None,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: String,
    /// The neutral name, used where no actor has a name of its own.
    pub name: String,
    /// Names by actor, where they differ.
    #[serde(default)]
    pub names: std::collections::BTreeMap<String, String>,
    /// Degrees north, -90 to 90.
    #[schemars(range(min = -90, max = 90))]
    pub lat: f64,
    /// Degrees east, -180 to 180.
    #[schemars(range(min = -180, max = 180))]
    pub lon: f64,
    /// What the reader should know about the place or its names.
    #[serde(default)]
    pub note: Option<Inline>,
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

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: String,
    /// Plain text, at most 70 characters.
    pub title: String,
    pub date: Edtf,
    /// Whether the article states the date or the editor worked it out.
    pub date_basis: Basis,
    #[serde(default)]
    pub date_note: Option<Inline>,
    /// The date in words, where an article words it better than the calendar: "summer 2012".
    #[serde(default)]
    pub date_label: Option<String>,
    /// A day or month within the date at which the timeline stands for this event and by which
    /// events are ordered. Never shown as a date. Left out: the middle of the date.
    #[serde(default)]
    pub anchor: Option<Edtf>,
    /// `happened` or `planned`: expected in a source, and not told there as having happened.
    #[serde(default)]
    pub status: Status,
    pub theme: Theme,
    pub actors: Vec<String>,
    #[serde(default)]
    pub place: Option<String>,
    pub summary: Paragraph,
    /// What it means to those of whom the sources say something.
    #[serde(default)]
    pub readings: Vec<Reading>,
    /// What the sources dispute here, beyond what the story's disagreements name the event for.
    #[serde(default)]
    pub disputed: Vec<Dispute>,
    #[serde(default)]
    pub doubts: Vec<Doubt>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    #[default]
    Happened,
    Planned,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    Diplomacy,
    Security,
    Territory,
    Economy,
    Energy,
    GreatPower,
}

/// What one event or passage means to one actor.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// A main actor.
    pub actor: String,
    pub aspect: Aspect,
    /// `direct`: a source quotes this actor. `reported`: told by others. `none`: explicit silence;
    /// it needs no cite.
    pub voice: Voice,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    Saw,
    Fears,
    Wants,
    Offers,
    Says,
}

/// What is in dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dispute {
    Fact,
    Motive,
    Significance,
}

/// Something about an event that should not be taken at face value.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// For `[words](doubt:id)`; unique in the story.
    pub id: String,
    pub text: Inline,
    pub kind: Kind,
    /// May be empty where the doubt rests on nothing in the articles.
    #[serde(default)]
    pub cites: Vec<Cite>,
}

/// What one actor holds towards another from a date on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub actor: String,
    pub toward: String,
    pub since: Edtf,
    /// 2 leans on, 1 courts, 0 at arm's length, -1 wary of, -2 hostile to: the editor's coding.
    #[schemars(range(min = -2, max = 2))]
    pub level: i8,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub dek: Option<String>,
    /// The years it is about, as an EDTF range. At least one event must lie in it.
    pub window: Edtf,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: String,
    pub title: String,
    pub text: Vec<Paragraph>,
    /// Events told here, the main one first. Each event is told in exactly one step.
    #[serde(default)]
    pub events: Vec<String>,
    /// Where the timeline stands; the main event's place in time if left out. Needed where there
    /// is no event.
    #[serde(default)]
    pub moment: Option<Edtf>,
    /// What the passage as a whole means to an actor.
    #[serde(default)]
    pub readings: Vec<Reading>,
    /// A list of the story's that is set out in full after the text.
    #[serde(default)]
    pub list: Option<List>,
}

/// What a step can set out in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum List {
    Disagreements,
    Gaps,
}

/// Two or more sources that cannot all be right, or that weigh the same thing differently.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    pub id: String,
    /// Plain text: what they disagree about.
    pub topic: String,
    pub about: Dispute,
    /// Events beside which it is shown; the first one carries it in full.
    #[serde(default)]
    pub events: Vec<String>,
    pub sides: Vec<Statement>,
    /// How this story deals with it.
    pub handling: Inline,
}

/// What no source says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    pub id: String,
    pub title: String,
    pub text: Inline,
    #[serde(default)]
    pub actors: Vec<String>,
}

/// A chart of plain coordinates: land, lines of sight and names.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// x, y, width, height.
    pub view: [f64; 4],
    /// What the chart shows, in words.
    pub alt: String,
    pub paths: Vec<ChartPath>,
    /// Where the lines of sight meet.
    pub target: [f64; 2],
    pub sights: Vec<ChartSight>,
    pub names: Vec<ChartName>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartPath {
    pub role: ChartRole,
    /// Whose land or whose claim.
    #[serde(default)]
    pub actor: Option<String>,
    /// SVG path data: commands and numbers only.
    pub d: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChartRole {
    Graticule,
    Land,
    Disputed,
    Claim,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartSight {
    pub actor: String,
    pub voice: Voice,
    pub from: [f64; 2],
    /// Where the line ends: the target, or short of it.
    pub to: [f64; 2],
    /// Where the capital's name stands.
    pub label: [f64; 2],
    #[serde(default)]
    pub anchor: Anchor,
    /// A few words under the name.
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartName {
    /// Plain words, or a place whose names follow the perspective.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub place: Option<String>,
    pub at: [f64; 2],
    pub role: ChartNameRole,
    #[serde(default)]
    pub anchor: Anchor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChartNameRole {
    Country,
    Sea,
    Place,
    Disputed,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}
