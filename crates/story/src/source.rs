//! What the author writes: the story format, version 2, exactly as it stands in
//! `public/story.json`. The JSON Schema (`public/story.schema.json`) is generated from these
//! types, so a field's doc comment is also what an editor's text editor shows.
//!
//! Only what checks and compiles a story reads these types; all others use [`super::model`].

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
    /// The scroll: chapters of steps.
    pub chapters: Vec<Chapter>,
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
    #[serde(default)]
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
    /// A chart for the opening, drawn from plain coordinates.
    #[serde(default)]
    pub chart: Option<Chart>,
    /// The map on the stage. Its land is drawn beforehand, by `cargo xtask map`.
    #[serde(default)]
    pub map: Option<Map>,
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
    /// Who made this explainer, as citations of it name them.
    #[serde(default)]
    pub author: Option<String>,
    /// A picture for link previews, an absolute https address. The page itself never asks for it.
    #[serde(default)]
    pub image: Option<String>,
    /// The timeline's full scale, as an EDTF range; what lies before it is squeezed behind a break.
    pub span: Edtf,
    /// Changes made after publication, newest first.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// How the articles were read: shown beside the list of sources.
    #[serde(default)]
    pub method: Vec<Inline>,
    /// The interface's own words, where they should differ from the English defaults
    /// (`crates/story/src/labels.rs` lists the keys).
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
    /// How running text names it, as "Mankoff" or "the 2016 essay"; its author or title if left out.
    #[serde(default)]
    pub short: Option<String>,
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
    /// Main actors: the capital as a place, where its lines of sight begin on a map.
    #[serde(default)]
    pub seat: Option<String>,
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
    /// How far it reaches from there, in kilometres, where it is no point on a map but an island, a
    /// sea or a country. A map then draws no dot, and an event there has a broken ring.
    #[serde(default)]
    #[schemars(range(min = 1, max = 10000))]
    pub extent: Option<f64>,
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
    /// Its name on the map and the timeline, at most 24 characters; the title if left out.
    #[serde(default)]
    pub short: Option<String>,
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
    /// The earliest day on which a reader of the articles could know title, date and summary,
    /// where that is later than what the summary rests on: a wording with hindsight.
    #[serde(default)]
    pub known: Option<Edtf>,
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
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// What a reading tells of its actor. `advised` is what writers advise it: never its own view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    Saw,
    Fears,
    Wants,
    Offers,
    Says,
    Advised,
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
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
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
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// Something that one side wants: an interest, a fear, an offer or a limit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stake {
    /// For addresses; unique among the stakes.
    #[serde(default)]
    pub id: Option<String>,
    /// A main actor.
    pub actor: String,
    pub about: StakeKind,
    /// From when on the articles tell it.
    pub since: Edtf,
    /// Until when, where an article says that it changed.
    #[serde(default)]
    pub until: Option<Edtf>,
    /// In words that its holder would recognise.
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// `interest`: what it is after. `fear`: what it wants to avoid. `offer`: what it would give.
/// `limit`: what it will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StakeKind {
    Interest,
    Fear,
    Offer,
    Limit,
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
    /// What the map shows; its first view if left out.
    #[serde(default)]
    pub view: Option<String>,
    /// The earliest day on which a reader of the articles could know title and dek, where that is
    /// later than the first of its steps: a wording with hindsight.
    #[serde(default)]
    pub known: Option<Edtf>,
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
    /// What the map shows; the chapter's view if left out.
    #[serde(default)]
    pub view: Option<String>,
    /// The earliest day on which a reader of the articles could know the title, where that is
    /// later than what the first of its statements rests on: a wording with hindsight.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// What a step can set out in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum List {
    Disagreements,
    Gaps,
}

/// What the page says first: the finding.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// One to three short statements, shown large.
    pub finding: Paragraph,
    /// One or two sentences under it.
    pub lead: Inline,
}

/// A title and 80 to 120 words in one or two beats.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    pub id: String,
    /// With a verb; at most 70 characters.
    pub title: String,
    /// When it happens, in words; the date of its first beat's event if left out.
    #[serde(default)]
    pub date_label: Option<String>,
    pub beats: Vec<Beat>,
    /// Further events whose record belongs to this scene. Each event belongs to exactly one scene:
    /// as the event of a beat, or here.
    #[serde(default)]
    pub also: Vec<String>,
    /// A change in how one actor stands towards another, to be named under the text.
    #[serde(default)]
    pub shift: Option<Shift>,
    /// A disagreement to name under the text.
    #[serde(default)]
    pub disagreement: Option<String>,
    /// Former names of this scene in links.
    #[serde(default)]
    pub steps: Vec<String>,
}

/// A paragraph tied to one event, which drives the stage.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Beat {
    pub event: String,
    pub text: Paragraph,
    /// What the map shows; its first view if left out.
    #[serde(default)]
    pub view: Option<String>,
    /// One card at most for each main actor; one without a card is no part of this.
    pub cards: Vec<Card>,
}

/// What an actor's key raises: how it saw the event, in at most 45 words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// A main actor.
    pub actor: String,
    pub aspect: Aspect,
    /// Two to five words after the capital's name, as "fears a clash"; the aspect if left out.
    #[serde(default)]
    pub label: Option<String>,
    /// `direct`: in its own public words. `reported`: as others tell it. `none`: not quoted; the
    /// text then says what is not known, and needs no cite.
    pub voice: Voice,
    /// Who is quoted or who tells it; the first cited source if left out.
    #[serde(default)]
    pub speaker: Option<String>,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
}

/// How one actor stands towards another: its levels come from the positions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    pub actor: String,
    pub toward: String,
}

/// The last picture, and what is said beside it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finale {
    pub title: String,
    /// What its map shows; the first view if left out.
    #[serde(default)]
    pub view: Option<String>,
    pub text: Vec<Paragraph>,
}

/// Someone who is named in the story.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    pub name: String,
    /// In a few words.
    pub role: String,
    /// Whose side the person speaks or acts for, if anybody's.
    #[serde(default)]
    pub actor: Option<String>,
    #[serde(default)]
    pub text: Option<Inline>,
    pub kind: Kind,
    /// May be empty for what is general knowledge and not from the articles: an inference.
    pub cites: Vec<Cite>,
}

/// A term that readers may not know.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: String,
    pub term: String,
    pub text: Inline,
    pub kind: Kind,
    /// Empty where it is from outside the articles.
    pub cites: Vec<Cite>,
    /// Whether it is general knowledge and not from the articles: marked as such.
    #[serde(default)]
    pub outside: bool,
}

/// An editor's note that is not from the articles, and is marked as such.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub id: String,
    pub title: String,
    pub text: Vec<Inline>,
    /// Always true: notes are from outside the articles.
    pub outside: bool,
}

/// Pictures of what is easier to look at than to read.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Between whom the timeline's curve shows how close they stood.
    #[serde(default)]
    pub curve: Option<Shift>,
    /// Two sides' moves against each other, in order of time.
    #[serde(default)]
    pub voyage: Option<Voyage>,
    /// Meetings along the years, with the years that have none.
    #[serde(default)]
    pub meetings: Option<Meetings>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Voyage {
    pub title: String,
    #[serde(default)]
    pub note: Option<Inline>,
    pub stations: Vec<Station>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Station {
    pub actor: String,
    pub date_label: String,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meetings {
    pub title: String,
    #[serde(default)]
    pub note: Option<Inline>,
    pub marks: Vec<Meeting>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub date: Edtf,
    pub label: String,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    #[serde(default)]
    pub event: Option<String>,
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
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what its sides rest on: a wording with hindsight.
    #[serde(default)]
    pub known: Option<Edtf>,
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
    /// The earliest day on which a reader of the articles could miss it. Left out: when the last
    /// of them is out.
    #[serde(default)]
    pub known: Option<Edtf>,
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

/// Degrees east, -180 to 180, and degrees north, -90 to 90.
pub type LonLat = [f64; 2];

/// A map: what it shows, and what is drawn on the land.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Map {
    pub projection: MapProjection,
    /// What the map can show; the first one is shown where nothing else is said.
    pub views: Vec<MapView>,
    /// The view that is drawn small in a corner, four wide and three high.
    #[serde(default)]
    pub inset: Option<String>,
    /// Countries to name; the land of all others is drawn without a name.
    #[serde(default)]
    pub countries: Vec<Country>,
    #[serde(default)]
    pub seas: Vec<Sea>,
    /// Land that more than one side claims.
    #[serde(default)]
    pub disputed: Vec<Disputed>,
    /// Where a side says that the border runs.
    #[serde(default)]
    pub borders: Vec<Border>,
    /// Ways that the sources tell of.
    #[serde(default)]
    pub routes: Vec<Route>,
}

impl Map {
    /// A view's height, as a part of its width.
    pub fn height(&self, view: &MapView) -> f64 {
        if self.inset.as_ref() == Some(&view.id) {
            3.0 / 4.0
        } else {
            7.0 / 11.0
        }
    }
}

/// Albers’ conic equal-area projection.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MapProjection {
    /// Degrees east: what stands upright in the middle.
    #[schemars(range(min = -180, max = 180))]
    pub meridian: f64,
    /// Degrees north, between the poles: the two latitudes on which lengths are true.
    pub parallels: [f64; 2],
}

/// A part of the map, eleven wide and seven high.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MapView {
    pub id: String,
    /// In words: what is seen.
    pub name: String,
    /// Its middle.
    pub center: LonLat,
    /// How wide it is, in kilometres.
    #[schemars(range(min = 1, max = 20000))]
    pub across: f64,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1, three digits, as Natural Earth has it: 392.
    pub code: String,
    /// The main actor whose land it is.
    #[serde(default)]
    pub actor: Option<String>,
    pub name: String,
    /// Where the name stands.
    pub at: LonLat,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sea {
    pub name: String,
    /// Where the name stands.
    pub at: LonLat,
}

/// Land that more than one side claims: what lies within `bounds`, whoever holds it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disputed {
    pub place: String,
    /// West, south, east, north, in degrees. It covers an island if it covers its middle.
    pub bounds: [f64; 4],
    /// Main actors.
    pub claimants: Vec<String>,
}

/// Where one side says that the border runs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Border {
    pub id: String,
    /// Whose line it is: one of the claimants.
    pub actor: String,
    /// The place in dispute.
    pub disputed: String,
    /// Whose line it is and where it runs, and that it is schematic.
    pub text: Inline,
    pub kind: Kind,
    /// May be empty for an inference: what is general knowledge and not from the articles.
    pub cites: Vec<Cite>,
    /// Two at least; a curve is drawn through them.
    pub points: Vec<LonLat>,
}

/// A way that a source tells of.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    pub id: String,
    /// The event to which it belongs.
    pub event: String,
    /// A word or two on the map.
    pub label: String,
    /// What the source says of the way, and that the line is schematic.
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    /// Two at least; a curve is drawn through them.
    pub points: Vec<LonLat>,
}
