//! What the program uses: plain, `Copy`, `&'static` data that `build.rs` writes from the story.
//!
//! Two parts. The *index* (ids, dates, actors, levels) is all that the logic in the browser
//! needs, and the only part the wasm holds. The *text* is linked by the native prerender alone.
//! Every `…Ix` is an index into the slice of that name; `build.rs` guarantees that it is in range.

use crate::domain::date::{Date, Day};
use crate::domain::scale::Knot;

pub type ActorIx = u8;
pub type EventIx = u16;
pub type StepIx = u16;
pub type PlaceIx = u16;
pub type SourceIx = u8;

/// The most main actors a story can have; their slots are 0 to 5.
pub const MAX_MAIN: usize = 6;

// ---------------------------------------------------------------- index

/// All that the logic in the browser needs.
#[derive(Debug, Clone, Copy)]
pub struct Index {
    /// Main actors first, in the story's order: a main actor's index is its slot.
    pub actors: &'static [Actor],
    /// How many of `actors` are main.
    pub main: usize,
    /// Ordered by anchor, then date, then the story's order.
    pub events: &'static [Event],
    /// In reading order, over all chapters.
    pub steps: &'static [Step],
    /// Ordered by `since`.
    pub positions: &'static [Position],
    /// The timeline's full scale (`meta.span`).
    pub span: Date,
    /// The time axis: days to positions, piecewise linear.
    pub knots: &'static [Knot],
}

#[derive(Debug, Clone, Copy)]
pub struct Actor {
    pub id: &'static str,
    pub name: &'static str,
    pub short: &'static str,
    /// Empty for a minor actor.
    pub capital: &'static str,
    /// Empty for a minor actor.
    pub letter: &'static str,
    /// How the sources as a whole let it be heard.
    pub voice: Heard,
}

#[derive(Debug, Clone, Copy)]
pub struct Event {
    pub id: &'static str,
    pub date: Date,
    /// Where the timeline stands for it.
    pub anchor: Day,
    /// The step that tells it.
    pub step: StepIx,
    /// How each main actor is heard on it, by slot.
    pub voices: [Heard; MAX_MAIN],
}

/// How an actor is heard on one event, or in one reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// A source quotes it.
    Direct,
    /// Through others.
    Reported,
    /// Involved, and no source here carries its view.
    Silent,
    /// Not among the event's actors, and nothing said of its view.
    Uninvolved,
}

#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub id: &'static str,
    /// Its events, the main one first.
    pub events: &'static [EventIx],
    pub moment: Day,
}

/// What one actor holds towards another from a date on.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    pub actor: ActorIx,
    pub toward: ActorIx,
    pub since: Day,
    /// 2 leans on, 1 courts, 0 at arm's length, -1 wary of, -2 hostile to.
    pub level: i8,
}

// ---------------------------------------------------------------- text

/// Everything that is read.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    pub meta: Meta,
    pub sources: &'static [Source],
    pub actors: &'static [ActorText],
    pub places: &'static [Place],
    /// Same order as `Index::events`.
    pub events: &'static [EventText],
    pub chapters: &'static [Chapter],
    /// Same order as `Index::steps`.
    pub steps: &'static [StepText],
    /// Same order as `Index::positions`.
    pub positions: &'static [PositionText],
    pub disagreements: &'static [Disagreement],
    pub gaps: &'static [Gap],
    pub chart: Option<Chart>,
}

#[derive(Debug, Clone, Copy)]
pub struct Meta {
    pub title: &'static str,
    pub dek: &'static str,
    pub language: &'static str,
    pub rtl: bool,
    pub published: Date,
    pub canonical: Option<&'static str>,
    pub corrections: &'static [Correction],
    pub method: &'static [&'static [Inline]],
    /// FNV-1a of the story's bytes, in hexadecimal: which version this page shows.
    pub version: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct Correction {
    pub date: Date,
    pub text: &'static [Inline],
}

#[derive(Debug, Clone, Copy)]
pub struct Source {
    pub id: &'static str,
    pub title: &'static str,
    pub author: Option<&'static str>,
    pub publication: Option<&'static str>,
    pub url: Option<&'static str>,
    pub date: Date,
    pub date_inferred: bool,
    pub date_note: &'static str,
    pub vantage: &'static str,
    pub hears: &'static str,
    pub paragraphs: u16,
    pub unnumbered: &'static [&'static str],
}

#[derive(Debug, Clone, Copy)]
pub struct ActorText {
    pub voice_note: &'static [Inline],
}

#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub id: &'static str,
    pub name: &'static str,
    /// Rival names by actor, in the actors' order; empty where there are none.
    pub names: &'static [(ActorIx, &'static str)],
    pub lat: f64,
    pub lon: f64,
    pub note: &'static [Inline],
}

/// A piece of running text.
#[derive(Debug, Clone, Copy)]
pub enum Inline {
    Text(&'static str),
    Emphasis(&'static [Inline]),
    Strong(&'static [Inline]),
    /// Words to show, or none: then the names of the perspective.
    Place(PlaceIx, &'static [Inline]),
    Actor(ActorIx, &'static [Inline]),
    Event(EventIx, &'static [Inline]),
    Source(SourceIx, &'static [Inline]),
    /// The doubt's id.
    Doubt(&'static str, &'static [Inline]),
    /// A BCP 47 tag.
    Lang(&'static str, &'static [Inline]),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Reported,
    Paraphrase,
    Inference,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cite {
    pub source: SourceIx,
    /// 0: an unnumbered part, named by `label`.
    pub paragraph: u16,
    pub label: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct Statement {
    pub text: &'static [Inline],
    pub kind: Kind,
    pub cites: &'static [Cite],
}

#[derive(Debug, Clone, Copy)]
pub struct EventText {
    pub title: &'static str,
    /// The date in the article's words, or empty.
    pub date_label: &'static str,
    pub date_inferred: bool,
    pub date_note: &'static [Inline],
    pub planned: bool,
    pub theme: Theme,
    /// All actors, minor ones too.
    pub actors: &'static [ActorIx],
    pub place: Option<PlaceIx>,
    pub summary: &'static [Statement],
    /// Ordered by actor, then aspect.
    pub readings: &'static [Reading],
    pub disputed: &'static [Dispute],
    pub doubts: &'static [Doubt],
    /// Disagreements shown in full at this event, as indices.
    pub disagreements: &'static [u16],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Diplomacy,
    Security,
    Territory,
    Economy,
    Energy,
    GreatPower,
}

#[derive(Debug, Clone, Copy)]
pub struct Reading {
    pub actor: ActorIx,
    pub aspect: Aspect,
    /// `Silent` for an explicit silence; never `Uninvolved`.
    pub heard: Heard,
    pub statement: Statement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    Saw,
    Fears,
    Wants,
    Offers,
    Says,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dispute {
    Fact,
    Motive,
    Significance,
}

#[derive(Debug, Clone, Copy)]
pub struct Doubt {
    pub id: &'static str,
    pub statement: Statement,
}

#[derive(Debug, Clone, Copy)]
pub struct Chapter {
    pub id: &'static str,
    pub title: &'static str,
    /// Or empty.
    pub dek: &'static str,
    pub window: Date,
    /// Half-open range of steps.
    pub first: StepIx,
    pub end: StepIx,
}

#[derive(Debug, Clone, Copy)]
pub struct StepText {
    pub title: &'static str,
    pub text: &'static [&'static [Statement]],
    pub readings: &'static [Reading],
    pub list: Option<List>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Disagreements,
    Gaps,
}

#[derive(Debug, Clone, Copy)]
pub struct PositionText {
    pub since: Date,
    pub statement: Statement,
}

#[derive(Debug, Clone, Copy)]
pub struct Disagreement {
    pub id: &'static str,
    pub topic: &'static str,
    pub about: Dispute,
    pub events: &'static [EventIx],
    pub sides: &'static [Statement],
    pub handling: &'static [Inline],
}

#[derive(Debug, Clone, Copy)]
pub struct Gap {
    pub id: &'static str,
    pub title: &'static str,
    pub text: &'static [Inline],
    pub actors: &'static [ActorIx],
}

/// A chart for the opening; coordinates in the units of `view` (x, y, width, height).
#[derive(Debug, Clone, Copy)]
pub struct Chart {
    pub view: [f64; 4],
    pub alt: &'static str,
    pub paths: &'static [ChartPath],
    pub target: [f64; 2],
    pub sights: &'static [ChartSight],
    pub names: &'static [ChartName],
}

#[derive(Debug, Clone, Copy)]
pub struct ChartPath {
    pub role: ChartRole,
    pub actor: Option<ActorIx>,
    /// Checked: SVG path commands and numbers only.
    pub d: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartRole {
    Graticule,
    Land,
    Disputed,
    Claim,
}

#[derive(Debug, Clone, Copy)]
pub struct ChartSight {
    pub actor: ActorIx,
    pub heard: Heard,
    pub from: [f64; 2],
    pub to: [f64; 2],
    pub label: [f64; 2],
    pub anchor: Anchor,
    pub note: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct ChartName {
    /// Empty where a place is named.
    pub text: &'static str,
    pub place: Option<PlaceIx>,
    pub at: [f64; 2],
    pub role: ChartNameRole,
    pub anchor: Anchor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartNameRole {
    Country,
    Sea,
    Place,
    Disputed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}
