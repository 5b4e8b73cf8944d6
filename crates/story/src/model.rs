//! What a story is compiled into: plain, `Copy`, `&'static` data.
//!
//! Two parts. The *index* (ids, dates, actors, levels) is all that the logic in the browser needs; the
//! page carries it there. The *text* is read by what writes the page. Every `…Ix` is an index into the
//! slice of that name; `resolve` sees to it that it is in range.

use serde::Deserialize;
#[cfg(feature = "compile")]
use serde::Serialize;

use crate::date::{Date, Day};
use crate::scale::Knot;
use crate::wire::list;

pub type ActorIx = u8;
pub type EventIx = u16;
pub type StepIx = u16;
pub type SceneIx = u8;
/// Over all scenes, in reading order.
pub type BeatIx = u8;
pub type PlaceIx = u16;
pub type SourceIx = u8;

/// The most main actors a story can have; their slots are 0 to 5.
pub const MAX_MAIN: usize = 6;

// ---------------------------------------------------------------- index

/// All that the logic in the browser needs.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Index {
    /// Main actors first, in the story's order: a main actor's index is its slot.
    #[serde(borrow, deserialize_with = "list")]
    pub actors: &'static [Actor],
    /// How many of `actors` are main.
    pub main: usize,
    /// Ordered by anchor, then date, then the story's order.
    #[serde(borrow, deserialize_with = "list")]
    pub events: &'static [Event],
    /// In reading order, over all chapters.
    #[serde(borrow, deserialize_with = "list")]
    pub steps: &'static [Step],
    /// In reading order.
    #[serde(borrow, deserialize_with = "list")]
    pub scenes: &'static [Scene],
    /// In reading order, over all scenes.
    #[serde(borrow, deserialize_with = "list")]
    pub beats: &'static [Beat],
    /// Ordered by `since`.
    #[serde(borrow, deserialize_with = "list")]
    pub positions: &'static [Position],
    /// The days on which sources came out, each once, ascending; at least one.
    #[serde(borrow, deserialize_with = "list")]
    pub editions: &'static [Day],
    /// The timeline's full scale (`meta.span`).
    pub span: Date,
    /// The time axis: days to positions, piecewise linear.
    #[serde(borrow, deserialize_with = "list")]
    pub knots: &'static [Knot],
    pub map: Option<Map>,
    /// Between which two actors the timeline's curve shows how close they stood.
    pub curve: Option<(ActorIx, ActorIx)>,
    /// The words of the interface that the program says, in the order of [`crate::labels::LABELS`].
    #[serde(borrow, deserialize_with = "list")]
    pub labels: &'static [&'static str],
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
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
    /// Where its lines of sight begin: an index into [`Map::places`].
    pub seat: Option<u16>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Event {
    pub id: &'static str,
    pub date: Date,
    /// Where the timeline stands for it.
    pub anchor: Day,
    /// The step that tells it.
    pub step: StepIx,
    /// The beat at which the story stands for it: its own, or the first of the scene it belongs to.
    pub beat: BeatIx,
    /// Its name on the map and the timeline.
    pub short: &'static str,
    /// An index into [`Map::places`].
    pub place: Option<u16>,
    /// From when on a reader of the articles could know of it.
    pub known: Day,
    /// How each main actor is heard on it, by slot, with all sources out.
    pub voices: [Heard; MAX_MAIN],
    /// The same by edition; the last row holds for all later editions too. See
    /// [`Self::voices_at`].
    #[serde(borrow, deserialize_with = "list")]
    pub voices_by: &'static [[Heard; MAX_MAIN]],
}

impl Event {
    /// How each main actor is heard, by slot, as a reader of the articles up to `edition` (an
    /// index into [`Index::editions`]) could tell.
    pub fn voices_at(&self, edition: usize) -> [Heard; MAX_MAIN] {
        let rows = self.voices_by;
        rows.get(edition)
            .or(rows.last())
            .copied()
            .unwrap_or(self.voices)
    }
}

/// A scene of the story: a stretch of beats.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Scene {
    pub id: &'static str,
    /// Its beats: from this one to before `end`.
    pub first: BeatIx,
    pub end: BeatIx,
    /// Former ids, from old links.
    #[serde(borrow, deserialize_with = "list")]
    pub former: &'static [&'static str],
}

/// A paragraph tied to one event, which drives the stage.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Beat {
    pub scene: SceneIx,
    pub event: EventIx,
    /// An index into [`Map::views`]; 0 without a map.
    pub view: u8,
    /// How each main actor's card is heard, by slot.
    pub voices: [Heard; MAX_MAIN],
    /// Who is quoted or tells it, by slot; empty where nobody does.
    #[serde(borrow)]
    pub speakers: [&'static str; MAX_MAIN],
}

/// How an actor is heard on one event, or in one reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
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

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Step {
    pub id: &'static str,
    /// Its events, the main one first.
    #[serde(borrow, deserialize_with = "list")]
    pub events: &'static [EventIx],
    pub moment: Day,
    /// From when on a reader of the articles could know its title.
    pub known: Day,
    /// From when on a reader of the articles could know anything of it: its title, a statement, a
    /// reading or an event.
    pub told: Day,
    /// An index into [`Map::views`]; 0 without a map.
    pub view: u8,
}

/// What one actor holds towards another from a date on.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Position {
    pub actor: ActorIx,
    pub toward: ActorIx,
    pub since: Day,
    /// From when on a reader of the articles could know of it.
    pub known: Day,
    /// 2 leans on, 1 courts, 0 at arm's length, -1 wary of, -2 hostile to.
    pub level: i8,
}

/// What the map shows and where things stand on it.
///
/// All coordinates are tenths of a unit; the first view is [`MAP_WIDTH`] units wide. They count from
/// the projection's origin, x to the east and y to the south.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Map {
    /// The first one is shown where nothing else is said.
    #[serde(borrow, deserialize_with = "list")]
    pub views: &'static [View],
    /// The view that is drawn in a corner.
    pub inset: Option<u8>,
    /// Seats, places of events, disputed places, and all that lie in one of the views, in the
    /// order of [`Text::places`].
    #[serde(borrow, deserialize_with = "list")]
    pub places: &'static [MapPlace],
    /// Of countries, seas and routes, in the order of [`MapText`].
    #[serde(borrow, deserialize_with = "list")]
    pub names: &'static [MapName],
    /// Borders and routes, in the order of [`MapText`]: what names should not lie on.
    #[serde(borrow, deserialize_with = "list")]
    pub lines: &'static [MapLine],
}

/// A line on the map, as straight pieces too short to be told from the curve that is drawn.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct MapLine {
    /// A route's event; none for a border.
    pub event: Option<EventIx>,
    #[serde(borrow, deserialize_with = "list")]
    pub points: &'static [Point],
}

/// The width of a map's first view, in units.
pub const MAP_WIDTH: i32 = 660;

/// A part of the map, 11 wide and 7 high; the inset 4 wide and 3 high.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct View {
    pub id: &'static str,
    /// Of the left edge.
    pub x: i32,
    /// Of the upper edge.
    pub y: i32,
    pub w: i32,
    pub h: i32,
    /// In open sea: where something stands that has no place.
    pub sea: Point,
    pub sea_globe: Globe,
}

/// Where a point lies on the globe, and how the ways that lead from it lie on the plane.
///
/// Three vectors in hundred-thousandths, because then the program in the browser finds the way to
/// any other point by multiplying, without an angle: `right` and `down` times its `at` are the two
/// sides of the direction in which the great circle to it sets out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Globe {
    pub at: [i32; 3],
    pub right: [i32; 3],
    pub down: [i32; 3],
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct MapPlace {
    pub place: PlaceIx,
    /// The neutral name.
    pub name: &'static str,
    /// Rival names by main actor, ascending; empty where there are none.
    #[serde(borrow, deserialize_with = "list")]
    pub names: &'static [(ActorIx, &'static str)],
    pub at: Point,
    pub globe: Globe,
    /// How far it reaches from there; 0 where it is a point.
    pub extent: i32,
    /// How wide its label is, in hundredths of an em: by slot, for a perspective of that actor
    /// alone, 0 where there is no such actor; last with all its names.
    pub widths: [u16; MAX_MAIN + 1],
    /// Where its names may stand, if it is small or sides name it differently: in the sea around it,
    /// and on nobody else's land. Empty: anywhere beside it.
    #[serde(borrow, deserialize_with = "list")]
    pub rooms: &'static [Room],
}

impl MapPlace {
    /// Whether it has a name of the actor's own.
    pub fn has_name(&self, slot: u8) -> bool {
        let width = self.widths[slot as usize];
        // All names together are never as wide as one of several.
        width != 0 && width != self.widths[MAX_MAIN]
    }

    /// Whether its name depends on who names it.
    pub fn is_rival(&self) -> bool {
        (0..MAX_MAIN as u8).any(|slot| self.has_name(slot))
    }
}

/// A name that stands on the map by itself.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct MapName {
    pub name: &'static str,
    pub at: Point,
    /// In hundredths of an em.
    pub width: u16,
    pub role: NameRole,
    /// The route's event.
    pub event: Option<EventIx>,
    /// A place of the same name, as an index into [`Map::places`].
    pub place: Option<u16>,
    /// Where it may stand, the largest first: on the land that it names or in its own sea. None for
    /// a route.
    #[serde(borrow, deserialize_with = "list")]
    pub rooms: &'static [Room],
}

/// A part of the map, in tenths of a unit, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Room {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum NameRole {
    /// A main actor's country.
    Country,
    OtherCountry,
    Sea,
    Route,
}

/// A point on the map, in tenths of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
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
    /// Ordered by actor, then kind, then date.
    pub stakes: &'static [StakeText],
    pub disagreements: &'static [Disagreement],
    pub gaps: &'static [Gap],
    pub opening: Option<Opening>,
    /// Same order as `Index::scenes`.
    pub scenes: &'static [SceneText],
    /// Same order as `Index::beats`.
    pub beats: &'static [BeatText],
    pub finale: Option<Finale>,
    pub cast: &'static [Person],
    pub glossary: &'static [Term],
    pub notes: &'static [Note],
    pub voyage: Option<Voyage>,
    pub meetings: Option<Meetings>,
    pub chart: Option<Chart>,
    pub map: Option<MapText>,
    /// All other words of the interface, in the order of [`crate::labels::LABELS`].
    pub labels: &'static [&'static str],
}

/// What the page says first.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    pub finding: &'static [Statement],
    pub lead: &'static [Inline],
}

#[derive(Debug, Clone, Copy)]
pub struct SceneText {
    pub title: &'static str,
    /// When it happens, in words, or empty.
    pub date_label: &'static str,
    /// Further events whose record belongs here.
    pub also: &'static [EventIx],
    pub shift: Option<Shift>,
    /// An index into [`Text::disagreements`].
    pub disagreement: Option<u16>,
}

/// How one actor came to stand otherwise towards another.
#[derive(Debug, Clone, Copy)]
pub struct Shift {
    pub actor: ActorIx,
    pub toward: ActorIx,
    /// As [`Position::level`], before and after.
    pub from: i8,
    pub to: i8,
}

#[derive(Debug, Clone, Copy)]
pub struct BeatText {
    pub text: &'static [Statement],
    /// Ordered by slot; one at most for each main actor.
    pub cards: &'static [Card],
}

/// How one actor saw a beat's event.
#[derive(Debug, Clone, Copy)]
pub struct Card {
    pub actor: ActorIx,
    pub aspect: Aspect,
    /// A few words after the capital's name, or empty.
    pub label: &'static str,
    /// `Silent` where it is not quoted; never `Uninvolved`.
    pub heard: Heard,
    pub statement: Statement,
}

#[derive(Debug, Clone, Copy)]
pub struct Finale {
    pub title: &'static str,
    /// An index into [`Map::views`].
    pub view: u8,
    pub text: &'static [&'static [Statement]],
}

#[derive(Debug, Clone, Copy)]
pub struct Person {
    pub id: &'static str,
    pub name: &'static str,
    pub role: &'static str,
    pub actor: Option<ActorIx>,
    pub statement: Statement,
}

#[derive(Debug, Clone, Copy)]
pub struct Term {
    pub id: &'static str,
    pub term: &'static str,
    pub statement: Statement,
    pub outside: bool,
}

/// Not from the articles.
#[derive(Debug, Clone, Copy)]
pub struct Note {
    pub id: &'static str,
    pub title: &'static str,
    pub text: &'static [&'static [Inline]],
}

#[derive(Debug, Clone, Copy)]
pub struct Voyage {
    pub title: &'static str,
    pub note: &'static [Inline],
    pub stations: &'static [Station],
}

#[derive(Debug, Clone, Copy)]
pub struct Station {
    pub actor: ActorIx,
    pub date_label: &'static str,
    pub statement: Statement,
}

#[derive(Debug, Clone, Copy)]
pub struct Meetings {
    pub title: &'static str,
    pub note: &'static [Inline],
    pub marks: &'static [Meeting],
}

#[derive(Debug, Clone, Copy)]
pub struct Meeting {
    pub date: Date,
    pub label: &'static str,
    pub kind: Kind,
    pub cites: &'static [Cite],
    pub event: Option<EventIx>,
}

#[derive(Debug, Clone, Copy)]
pub struct Meta {
    pub title: &'static str,
    pub dek: &'static str,
    pub language: &'static str,
    pub rtl: bool,
    pub published: Date,
    pub canonical: Option<&'static str>,
    pub author: Option<&'static str>,
    pub image: Option<&'static str>,
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
    /// How running text names it.
    pub short: &'static str,
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
    /// From when on a reader of the articles could know it. Where the statement is the whole of a
    /// reading, doubt, position or stake, the same day as that one's.
    pub known: Day,
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
    /// As [`Event::known`]: of title, date and mark.
    pub known: Day,
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
    /// From when on a reader of the articles could know it.
    pub known: Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    Saw,
    Fears,
    Wants,
    Offers,
    Says,
    /// What writers advise this actor: never its own view.
    Advised,
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
    /// From when on a reader of the articles could know it.
    pub known: Day,
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
    /// From when on a reader of the articles could know title and dek.
    pub known: Day,
}

#[derive(Debug, Clone, Copy)]
pub struct StepText {
    pub title: &'static str,
    pub text: &'static [&'static [Statement]],
    pub readings: &'static [Reading],
    pub list: Option<List>,
    /// As [`Step::known`]: of the title.
    pub known: Day,
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
    /// As [`Position::known`].
    pub known: Day,
}

/// Something that one side wants.
#[derive(Debug, Clone, Copy)]
pub struct StakeText {
    /// Or empty.
    pub id: &'static str,
    pub actor: ActorIx,
    pub about: StakeKind,
    pub since: Date,
    /// It holds to this date's last day; none: to the end of the story.
    pub until: Option<Date>,
    pub statement: Statement,
    /// From when on a reader of the articles could know it; never before `since`.
    pub known: Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StakeKind {
    Interest,
    Fear,
    Offer,
    Limit,
}

#[derive(Debug, Clone, Copy)]
pub struct Disagreement {
    pub id: &'static str,
    pub topic: &'static str,
    pub about: Dispute,
    pub events: &'static [EventIx],
    pub sides: &'static [Statement],
    pub handling: &'static [Inline],
    /// From when on a reader of the articles could know it.
    pub known: Day,
}

#[derive(Debug, Clone, Copy)]
pub struct Gap {
    pub id: &'static str,
    pub title: &'static str,
    pub text: &'static [Inline],
    pub actors: &'static [ActorIx],
    /// From when on a reader of the articles could miss it.
    pub known: Day,
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

/// What is read and drawn on the map; coordinates as in [`Map`].
#[derive(Debug, Clone, Copy)]
pub struct MapText {
    /// The land, coarse and close: drawings that lie on each other.
    pub layers: &'static [Layer],
    /// Names of the views, in the order of [`Map::views`].
    pub views: &'static [&'static str],
    pub countries: &'static [Country],
    pub seas: &'static [Sea],
    pub disputed: &'static [Disputed],
    pub borders: &'static [Border],
    pub routes: &'static [Route],
}

/// One drawing of the land.
#[derive(Debug, Clone, Copy)]
pub struct Layer {
    /// `region`, or `near` for close views.
    pub id: &'static str,
    /// How long its unit is, in units of the map.
    pub scale: f64,
    pub land: &'static [LandPath],
    /// Checked SVG path data, or empty.
    pub graticule: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct LandPath {
    /// ISO 3166-1, three digits, where the country has a number.
    pub code: &'static str,
    /// The main actor who holds it.
    pub actor: Option<ActorIx>,
    /// The place in dispute that it is, one of [`MapText::disputed`].
    pub disputed: Option<PlaceIx>,
    /// Checked: SVG path commands and numbers only.
    pub d: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct Country {
    /// ISO 3166-1, three digits.
    pub code: &'static str,
    /// The main actor whose land it is.
    pub actor: Option<ActorIx>,
    pub name: &'static str,
    /// Where the name stands.
    pub at: Point,
}

#[derive(Debug, Clone, Copy)]
pub struct Sea {
    pub name: &'static str,
    /// Where the name stands.
    pub at: Point,
}

/// Land that more than one side claims.
#[derive(Debug, Clone, Copy)]
pub struct Disputed {
    pub place: PlaceIx,
    /// Main actors, ascending.
    pub claimants: &'static [ActorIx],
}

/// Where one side says that the border runs: a schematic line.
#[derive(Debug, Clone, Copy)]
pub struct Border {
    pub id: &'static str,
    pub actor: ActorIx,
    /// The place in dispute, one of [`MapText::disputed`].
    pub disputed: PlaceIx,
    /// SVG path data, in units.
    pub d: &'static str,
    pub statement: Statement,
}

/// A way that a source tells of: a schematic line.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub id: &'static str,
    pub event: EventIx,
    pub label: &'static str,
    /// Half-way along, for the label.
    pub at: Point,
    /// SVG path data, in units, from its beginning to its end.
    pub d: &'static str,
    pub statement: Statement,
}
