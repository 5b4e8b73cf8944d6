//! The text: everything that is read. Only what writes the page has it.

mod events;
mod figures;
mod map;
mod meta;
mod record;
mod scenes;

use super::{ActorIx, EventIx, PlaceIx, SourceIx};
use crate::date::Day;

pub use events::{Aspect, Dispute, Doubt, EventText, Reading, Theme};
pub use figures::{Meeting, Meetings, Station, Voyage};
pub use map::{Border, Country, Disputed, LandPath, Layer, MapText, Place, Route, Sea};
pub use meta::{ActorText, Correction, Meta, Source};
pub use record::{Disagreement, Gap, Note, Person, PositionText, StakeKind, StakeText, Term};
pub use scenes::{BeatText, Card, Finale, Opening, SceneText, Shift};

/// Everything that is read.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    pub meta: Meta,
    pub sources: &'static [Source],
    pub actors: &'static [ActorText],
    pub places: &'static [Place],
    /// Same order as `Index::events`.
    pub events: &'static [EventText],
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
    pub map: Option<MapText>,
    /// All other words of the interface, in the order of [`crate::labels::LABELS`].
    pub labels: &'static [&'static str],
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
    /// The note's id.
    Note(&'static str, &'static [Inline]),
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
    pub published_by: Day,
}
