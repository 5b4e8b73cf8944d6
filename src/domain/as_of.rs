//! As known then: what a reader of the articles could know on a day.
//!
//! One day says it all, the *horizon*: whatever can be known only from a later day on is out of
//! sight. Where all of it is in sight, the horizon is [`ALL`].

use super::date::Day;
use crate::story::model::{EventIx, Index, MAX_MAIN, Voice};

/// Nothing lies behind this horizon.
pub const ALL: Day = Day(i32::MAX);

/// Whether an event can be known. One that the story does not have cannot.
pub fn event(index: &Index, event: EventIx, horizon: Day) -> bool {
    let event = index.events.get(event as usize);
    event.is_some_and(|e| e.published_by <= horizon)
}

/// How many editions are out.
pub fn editions(index: &Index, horizon: Day) -> usize {
    index.editions.partition_point(|day| *day <= horizon)
}

/// How each main actor is heard on an event, by slot, in the articles that are out.
pub fn voices(index: &Index, event: EventIx, horizon: Day) -> [Voice; MAX_MAIN] {
    let nobody = [Voice::Uninvolved; MAX_MAIN];
    match (
        index.events.get(event as usize),
        editions(index, horizon).checked_sub(1),
    ) {
        (Some(event), _) if horizon == ALL => event.voices,
        (Some(event), Some(edition)) => event.voices_at(edition),
        _ => nobody,
    }
}

/// How the articles that are out let a main actor be heard on the whole: as the author says of all
/// of them, or else as it is best heard on an event.
pub fn overall(index: &Index, slot: usize, horizon: Day) -> Voice {
    if horizon == ALL {
        return index.actors[slot].voice;
    }
    let mut best = Voice::Silent;
    for (i, event) in index.events.iter().enumerate() {
        if event.published_by <= horizon {
            match voices(index, i as EventIx, horizon)[slot] {
                Voice::Direct => return Voice::Direct,
                Voice::Reported => best = Voice::Reported,
                Voice::Silent | Voice::Uninvolved => {}
            }
        }
    }
    best
}
