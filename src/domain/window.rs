//! The window: the stretch of time that filters the events.

use std::ops::Range;

use super::date::Day;
use crate::story::model::{Event, Index};

/// From and to, both inclusive, never crossed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub from: Day,
    pub to: Day,
}

impl Window {
    /// The whole time axis, the squeezed past included: every event of the story is in it.
    pub fn full(index: &Index) -> Self {
        let mut from = index.span.start;
        let mut to = index.span.end;
        if let Some(knot) = index.knots.first() {
            from = from.min(knot.day);
        }
        if let (Some(first), Some(last)) = (index.events.first(), index.events.last()) {
            from = from.min(first.anchor);
            to = to.max(last.anchor);
        }
        Self { from, to }
    }

    /// The nearest day that is in it.
    pub fn clamp(self, day: Day) -> Day {
        day.max(self.from).min(self.to)
    }

    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// The events whose anchor is in it. They are sorted by anchor, so it is a range, and moving a
    /// thumb touches only the difference of two ranges.
    pub fn visible(self, events: &[Event]) -> Range<usize> {
        let start = events.partition_point(|e| e.anchor < self.from);
        let end = events.partition_point(|e| e.anchor <= self.to);
        start..end.max(start)
    }
}
