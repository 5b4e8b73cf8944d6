//! What happened, what it meant to whom, and what is doubtful about it.

use super::{Inline, Statement};
use crate::date::Day;
use crate::model::{ActorIx, PlaceIx, Voice};

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
    /// As [`Event::published_by`](crate::model::Event::published_by): of title, date and mark.
    pub published_by: Day,
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
    pub voice: Voice,
    pub statement: Statement,
    /// From when on a reader of the articles could know it.
    pub published_by: Day,
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
    pub published_by: Day,
}
