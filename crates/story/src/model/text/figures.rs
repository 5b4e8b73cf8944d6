//! What people would rather look at than read: the voyage and the meetings. The curve's sides stand in
//! the index.

use super::{Cite, Inline, Kind, Statement};
use crate::date::Date;
use crate::model::{ActorIx, EventIx};

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
