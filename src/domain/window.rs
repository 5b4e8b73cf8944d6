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

    /// With its start moved, but neither out of `full` nor past its end: the thumb stops there.
    pub fn with_from(self, day: Day, full: Self) -> Self {
        let from = day.max(full.from).min(self.to);
        Self { from, ..self }
    }

    /// With its end moved, but neither out of `full` nor before its start.
    pub fn with_to(self, day: Day, full: Self) -> Self {
        let to = day.min(full.to).max(self.from);
        Self { to, ..self }
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
