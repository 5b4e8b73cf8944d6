//! What else the record keeps: positions, stakes, disagreements, gaps, people, terms and notes.

use super::{Dispute, Inline, Statement};
use crate::date::{Date, Day};
use crate::model::{ActorIx, EventIx};

#[derive(Debug, Clone, Copy)]
pub struct PositionText {
    pub since: Date,
    pub statement: Statement,
    /// As [`Position::published_by`](crate::model::Position::published_by).
    pub published_by: Day,
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
    pub published_by: Day,
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
    pub published_by: Day,
}

#[derive(Debug, Clone, Copy)]
pub struct Gap {
    pub id: &'static str,
    pub title: &'static str,
    pub text: &'static [Inline],
    pub actors: &'static [ActorIx],
    /// From when on a reader of the articles could miss it.
    pub published_by: Day,
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
