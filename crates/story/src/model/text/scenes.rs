//! What is read in a few minutes: the opening, the scenes with their beats and cards, the finale.

use super::{Aspect, Inline, Statement};
use crate::model::{ActorIx, EventIx, Voice};

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
    /// An index into [`Text::disagreements`](crate::model::Text::disagreements).
    pub disagreement: Option<u16>,
}

/// How one actor came to stand otherwise towards another.
#[derive(Debug, Clone, Copy)]
pub struct Shift {
    pub actor: ActorIx,
    pub toward: ActorIx,
    /// As [`Position::level`](crate::model::Position::level), before and after.
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
    pub voice: Voice,
    pub statement: Statement,
}

#[derive(Debug, Clone, Copy)]
pub struct Finale {
    pub title: &'static str,
    /// An index into [`Map::views`](crate::model::Map::views).
    pub view: u8,
    pub text: &'static [&'static [Statement]],
}
