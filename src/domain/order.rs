//! Which event is the current one at a moment, and which comes next.
//!
//! By index, not by date: events that share an anchor keep the story's order, and stepping
//! visits each of them once.

use super::date::Day;
use super::window::Window;
use crate::story::model::{Event, EventIx, Index};

/// The last event at or before `moment` that can be known within the `horizon`; none before the
/// first.
pub fn current(index: &Index, moment: Day, horizon: Day) -> Option<EventIx> {
    let after = index.events.partition_point(|e| e.anchor <= moment);
    index.events[..after]
        .iter()
        .rposition(|e| e.published_by <= horizon)
        .map(|i| i as EventIx)
}

/// The events inside the window that can be known within the `horizon`: where the slider stops.
pub fn stops(index: &Index, window: Window, horizon: Day) -> Vec<EventIx> {
    let visible = window.visible(index.events);
    let known = |e: &usize| index.events[*e].published_by <= horizon;
    visible.filter(known).map(|e| e as EventIx).collect()
}

/// The next (`forward`) or previous event inside the window that can be known within the `horizon`;
/// none if there is no further one.
///
/// Counted from `from`, the event at hand, or from `moment` where none is. From outside the window
/// the step leads to its nearest event in that direction.
pub fn step(
    index: &Index,
    from: Option<EventIx>,
    moment: Day,
    window: Window,
    horizon: Day,
    forward: bool,
) -> Option<EventIx> {
    let visible = window.visible(index.events);
    // The gap between two events that `moment` lies in, where no event is at hand.
    let gap = index.events.partition_point(|e| e.anchor <= moment);
    let known = |e: &Event| e.published_by <= horizon;
    if forward {
        let next = from.map_or(gap, |e| e as usize + 1).max(visible.start);
        let way = index.events.get(next..visible.end)?;
        way.iter().position(known).map(|i| (next + i) as EventIx)
    } else {
        let before = from.map_or(gap, usize::from).min(visible.end);
        let way = index.events.get(visible.start..before)?;
        let found = way.iter().rposition(known);
        found.map(|i| (visible.start + i) as EventIx)
    }
}
