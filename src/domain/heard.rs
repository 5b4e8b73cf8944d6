//! How an actor is heard on an event, and what to show of it for a perspective.
//!
//! Silence is shown, not left out: an actor that is switched on always has something in its place.

use super::perspective::Perspective;
use crate::story::model::{ActorIx, EventIx, Heard, Index, MAX_MAIN, Reading};

/// How a main actor is heard on an event. A minor actor, which has no view to take, is uninvolved.
pub fn voice(index: &Index, event: EventIx, slot: ActorIx) -> Heard {
    let event = index.events.get(event as usize);
    event
        .and_then(|e| e.voices.get(slot as usize).copied())
        .unwrap_or(Heard::Uninvolved)
}

/// What stands beside an event or a passage for one actor.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    Reading(&'a Reading),
    /// Nothing said: `Silent` where the actor is involved, else `Uninvolved`.
    Nothing(ActorIx, Heard),
}

impl Shown<'_> {
    /// Whose view it is.
    pub fn actor(&self) -> ActorIx {
        match self {
            Self::Reading(reading) => reading.actor,
            Self::Nothing(actor, _) => *actor,
        }
    }
}

/// All readings of the actors that are switched on, in the actors' order, and for one who has none
/// the kind of its silence. Nothing in the neutral telling.
pub fn shown<'a>(
    readings: &'a [Reading],
    voices: &[Heard; MAX_MAIN],
    perspective: Perspective,
) -> Vec<Shown<'a>> {
    let mut out = Vec::new();
    for slot in perspective.iter() {
        let before = out.len();
        let own = readings.iter().filter(|r| r.actor == slot);
        out.extend(own.map(Shown::Reading));
        if out.len() == before {
            let kind = match voices[slot as usize] {
                Heard::Uninvolved => Heard::Uninvolved,
                // Heard elsewhere in the event, in its summary perhaps, but not with a view.
                _ => Heard::Silent,
            };
            out.push(Shown::Nothing(slot, kind));
        }
    }
    out
}
