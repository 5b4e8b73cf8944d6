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
    /// The days on which sources came out, each once, ascending; at least one.
    pub editions: &'static [Day],
    /// The timeline's full scale (`meta.span`).
    pub span: Date,
    /// The time axis: days to positions, piecewise linear.
    pub knots: &'static [Knot],
    pub map: Option<Map>,
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
    /// Where its lines of sight begin: an index into [`Map::places`].
    pub seat: Option<u16>,
}

#[derive(Debug, Clone, Copy)]
pub struct Event {
    pub id: &'static str,
    pub date: Date,
    /// Where the timeline stands for it.
    pub anchor: Day,
    /// The step that tells it.
    pub step: StepIx,
    /// An index into [`Map::places`].
    pub place: Option<u16>,
    /// From when on a reader of the articles could know of it.
    pub known: Day,
    /// How each main actor is heard on it, by slot, with all sources out.
    pub voices: [Heard; MAX_MAIN],
    /// The same by edition; the last row holds for all later editions too. See
    /// [`Self::voices_at`].
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
    /// From when on a reader of the articles could know its title.
    pub known: Day,
    /// From when on a reader of the articles could know anything of it: its title, a statement, a
    /// reading or an event.
    pub told: Day,
    /// An index into [`Map::views`]; 0 without a map.
    pub view: u8,
}

/// What one actor holds towards another from a date on.
#[derive(Debug, Clone, Copy)]
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
#[derive(Debug, Clone, Copy)]
pub struct Map {
    /// The first one is shown where nothing else is said.
    pub views: &'static [View],
    /// The view that is drawn in a corner.
    pub inset: Option<u8>,
    /// Seats, places of events, disputed places, and all that lie in one of the views, in the
    /// order of [`Text::places`].
    pub places: &'static [MapPlace],
    /// Of countries, seas and routes, in the order of [`MapText`].
    pub names: &'static [MapName],
    /// Borders and routes, in the order of [`MapText`]: what names should not lie on.
    pub lines: &'static [MapLine],
}

/// A line that is drawn as a curve through these points.
#[derive(Debug, Clone, Copy)]
pub struct MapLine {
    /// A route's event; none for a border.
    pub event: Option<EventIx>,
    pub points: &'static [Point],
}

/// The width of a map's first view, in units.
pub const MAP_WIDTH: i32 = 660;

/// A part of the map, 11 wide and 7 high; the inset 4 wide and 3 high.
#[derive(Debug, Clone, Copy)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Globe {
    pub at: [i32; 3],
    pub right: [i32; 3],
    pub down: [i32; 3],
}

#[derive(Debug, Clone, Copy)]
pub struct MapPlace {
    pub place: PlaceIx,
    pub at: Point,
    pub globe: Globe,
    /// How far it reaches from there; 0 where it is a point.
    pub extent: i32,
    /// How wide its label is, in hundredths of an em: by slot, for a perspective of that actor
    /// alone, 0 where there is no such actor; last with all its names.
    pub widths: [u16; MAX_MAIN + 1],
    /// Where its names may stand, if it is small or sides name it differently: in the sea around it,
    /// and on nobody else's land. Empty: anywhere beside it.
    pub rooms: &'static [Room],
}

/// A name that stands on the map by itself.
#[derive(Debug, Clone, Copy)]
pub struct MapName {
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
    pub rooms: &'static [Room],
}

/// A part of the map, in tenths of a unit, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameRole {
    /// A main actor's country.
    Country,
    OtherCountry,
    Sea,
    Route,
}

/// A point on the map, in tenths of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
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
    pub chart: Option<Chart>,
    pub map: Option<MapText>,
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
