//! How what one actor holds towards another moved over the whole axis: the stretches of a small
//! chart. For the prerender: the chart is part of the page.

use super::scale::{self, UNITS};
use crate::story::model::{ActorIx, Index};

/// A stretch of the axis over which one position holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// An index into the story's positions.
    pub position: usize,
    pub level: i8,
    /// Where it stands on the axis, in [`UNITS`]; the next one, if there is one, begins at `to`.
    pub from: i32,
    pub to: i32,
}

/// The stretches of one direction in the order of time, without gap from its first position to the
/// end of the axis. Those too short to have a place of their own are left out.
pub fn stretches(index: &Index, actor: ActorIx, toward: ActorIx) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for (position, p) in index.positions.iter().enumerate() {
        if (p.actor, p.toward) != (actor, toward) {
            continue;
        }
        let from = scale::x(index.knots, p.since);
        if let Some(last) = out.last_mut() {
            last.to = from;
            if last.from == from {
                out.pop();
            }
        }
        if from < UNITS {
            out.push(Stretch {
                position,
                level: p.level,
                from,
                to: UNITS,
            });
        }
    }
    out
}

/// Every pair of main actors once, the lower slot first.
pub fn pairs(main: usize) -> impl Iterator<Item = (ActorIx, ActorIx)> {
    let main = main as ActorIx;
    (0..main).flat_map(move |a| (a + 1..main).map(move |b| (a, b)))
}
