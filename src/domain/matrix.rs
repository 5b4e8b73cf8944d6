//! The comparison of one event as a table: which aspects have a row, and what stands in each place.
//!
//! An actor of whom nothing is told has one silence over all rows, which says of what kind it is.

use crate::domain::perspective::Perspective;
use crate::story::model::{ActorIx, Voice};

/// Where a reading belongs: whose it is, and what it tells, by its place among the aspects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub actor: ActorIx,
    pub aspect: u8,
}

/// What stands in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// At least one reading.
    Told,
    /// The actor has readings, but none on this.
    Nothing,
    /// The actor has no reading: how it is silent, over all rows from here on.
    Silence(Voice),
    /// Part of the silence above.
    Covered,
}

/// The columns: the actors who are switched on where there are two or more to compare, else all of a
/// story's `main` ones.
pub fn columns(perspective: Perspective, main: usize) -> Vec<ActorIx> {
    let all = (0..main).map(|slot| slot as ActorIx);
    let on: Vec<ActorIx> = all.clone().filter(|slot| perspective.has(*slot)).collect();
    if on.len() < 2 { all.collect() } else { on }
}

/// The rows: every aspect on which at least one of the columns has a reading, in the order in which one
/// asks. None where nobody has any.
pub fn rows(columns: &[ActorIx], told: &[Place]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    for place in told {
        let at = out.partition_point(|aspect| *aspect < place.aspect);
        if columns.contains(&place.actor) && out.get(at) != Some(&place.aspect) {
            out.insert(at, place.aspect);
        }
    }
    out
}

/// What stands in an actor's column at a row, the nth. `aspect` is the row's; a table in which nobody
/// has a reading has one row, without an aspect.
pub fn cell(told: &[Place], actor: ActorIx, voice: Voice, row: usize, aspect: Option<u8>) -> Cell {
    let mut own = told.iter().filter(|place| place.actor == actor);
    if own.clone().any(|place| Some(place.aspect) == aspect) {
        return Cell::Told;
    }
    match voice {
        _ if own.next().is_some() => Cell::Nothing,
        // Voice in the event's summary perhaps, but with no view of its own.
        Voice::Direct | Voice::Reported => Cell::Nothing,
        Voice::Silent | Voice::Uninvolved if row > 0 => Cell::Covered,
        Voice::Silent | Voice::Uninvolved => Cell::Silence(voice),
    }
}
