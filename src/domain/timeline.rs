//! The marks on the timeline: every event once, drawn as finely as its date is known, and merged
//! with its neighbours where they stand too close to be told apart or hit.
//!
//! For the prerender: the marks are part of the page, the program only moves over them.

use super::date::{Day, Precision};
use super::scale::{self, UNITS};
use crate::story::model::{Event, EventIx, Index};

/// A row of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Known to the day or the month.
    Fine,
    /// About then, or over a stretch.
    About,
    /// Known to the year.
    Year,
    /// Whatever stands before the span, squeezed behind the break.
    Past,
}

impl Lane {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::About => "about",
            Self::Year => "year",
            Self::Past => "past",
        }
    }
}

/// How a date is drawn: its precision is shown, never faked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A day: a tick at `x0`.
    Tick,
    /// A month: a bar.
    Bar,
    /// About, or a range: a bar with soft ends.
    Soft,
    /// A year, or any date in the past: an open box.
    Open,
}

/// A shape, from `x0` to `x1` in [`UNITS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stroke {
    pub shape: Shape,
    pub x0: i32,
    pub x1: i32,
}

impl Stroke {
    const fn middle(&self) -> i32 {
        (self.x0 + self.x1) / 2
    }
}

/// One event, or several that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub lane: Lane,
    /// Where to point at it: midway between its outermost strokes' middles.
    pub at: i32,
    /// From the leftmost end of its strokes to the rightmost.
    pub x0: i32,
    pub x1: i32,
    /// Ascending; their number is the count to write beside it.
    pub events: Vec<EventIx>,
    /// What to draw, from left to right; events with the same extent share one.
    pub strokes: Vec<Stroke>,
}

/// No past box is narrower, or its outline would close: the squeezed past leaves a year about a
/// pixel.
const PAST_WIDTH: i32 = 80;
/// What the break's own drawing takes of the past.
const BREAK_WIDTH: i32 = 200;

/// The marks, lane by lane and from left to right. In a lane, events whose strokes' middles are
/// closer than `gap` [`UNITS`] share a mark, so the middles of two marks are at least that far
/// apart.
pub fn marks(index: &Index, gap: i32) -> Vec<Mark> {
    let mut placed: Vec<(Lane, Stroke, EventIx)> = index
        .events
        .iter()
        .enumerate()
        .map(|(i, event)| {
            let (lane, stroke) = place(index, event);
            (lane, stroke, i as EventIx)
        })
        .collect();
    placed.sort_by_key(|(lane, stroke, event)| (*lane, stroke.middle(), stroke.x0, *event));

    let mut out: Vec<Mark> = Vec::new();
    let mut first = 0;
    let mut last = 0;
    for (lane, stroke, event) in placed {
        let middle = stroke.middle();
        match out.last_mut() {
            Some(mark) if mark.lane == lane && middle - last < gap => {
                mark.events.push(event);
                if !mark.strokes.contains(&stroke) {
                    mark.strokes.push(stroke);
                }
                mark.at = (first + middle) / 2;
                mark.x0 = mark.x0.min(stroke.x0);
                mark.x1 = mark.x1.max(stroke.x1);
            }
            _ => {
                first = middle;
                out.push(Mark {
                    lane,
                    at: middle,
                    x0: stroke.x0,
                    x1: stroke.x1,
                    events: vec![event],
                    strokes: vec![stroke],
                });
            }
        }
        last = middle;
    }
    for mark in &mut out {
        mark.events.sort_unstable();
    }
    out
}

/// The lane an event stands in and how it is drawn there.
pub fn place(index: &Index, event: &Event) -> (Lane, Stroke) {
    let date = event.date;
    let x = |day: Day| scale::x(index.knots, day);
    let (x0, x1) = (x(date.start), x(Day(date.end.0 + 1)));
    let span = x(index.span.start);

    if event.anchor < index.span.start {
        // A stretch that runs on into the span is drawn up to the break.
        let limit = (span - BREAK_WIDTH).max(PAST_WIDTH);
        let x1 = x1.max(x0 + PAST_WIDTH).min(limit);
        let x0 = x0.min(x1 - PAST_WIDTH);
        let shape = Shape::Open;
        return (Lane::Past, Stroke { shape, x0, x1 });
    }
    let (lane, shape) = match date.precision {
        Precision::Range => (Lane::About, Shape::Soft),
        _ if date.approximate => (Lane::About, Shape::Soft),
        Precision::Day => (Lane::Fine, Shape::Tick),
        Precision::Month => (Lane::Fine, Shape::Bar),
        Precision::Year => (Lane::Year, Shape::Open),
    };
    // A stretch that comes out of the past is drawn from the break on.
    let x0 = x0.max(span).min(UNITS);
    let x1 = x1.max(x0);
    (lane, Stroke { shape, x0, x1 })
}
