//! The time axis: days to positions and back, piecewise linear.
//!
//! An honest axis for uneven years: what lies before the story's span is squeezed behind a break,
//! each year inside it gets a width that grows slowly with its events, and days are spread evenly
//! within a year. The knots are computed once, at build time, by [`knots`].

use serde::Deserialize;

use super::date::{Date, Day};

/// The axis runs from 0 to this.
pub const UNITS: i32 = 10_000;
/// Where the span begins when there is a past before it: the squeezed past takes the rest.
pub const BREAK: i32 = 1_400;

/// A day and where it stands, in [`UNITS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(serde::Serialize))]
pub struct Knot {
    pub day: Day,
    pub x: i32,
}

/// Lays out the axis for `span`, with the events' `anchors` (in any order).
///
/// At least two knots, both coordinates strictly increasing, from 0 to [`UNITS`]. The last knot is
/// the day after the span.
pub fn knots(span: Date, anchors: &[Day]) -> Vec<Knot> {
    let first_past = anchors.iter().copied().filter(|d| *d < span.start).min();
    let mut out: Vec<Knot> = Vec::new();
    let mut x0 = 0;
    if let Some(first) = first_past {
        // Start the past at the beginning of its decade, so that its first event is not at the edge.
        let decade = first.ymd().0.div_euclid(10) * 10;
        out.push(Knot {
            day: Day::from_ymd(decade, 1, 1),
            x: 0,
        });
        x0 = BREAK;
    }
    let end = Day(span.end.0 + 1);
    let (y0, y1) = (span.start.ymd().0, span.end.ymd().0);
    // The part of a year that the span covers.
    let part = |year: i32| {
        let from = Day::from_ymd(year, 1, 1).max(span.start);
        let to = Day::from_ymd(year + 1, 1, 1).min(end);
        (from, to)
    };
    // A day weighs between 2 and 5: 2 plus the root of a third of its year's events.
    let weight = |year: i32| {
        let (from, to) = part(year);
        let events = anchors.iter().filter(|d| from <= **d && **d < to).count();
        let density = 200 + (events as u64 * 10_000 / 3).isqrt().min(300);
        i64::from(to.0 - from.0) * density as i64
    };
    let total: i64 = (y0..=y1).map(weight).sum();
    let mut sum = 0;
    for year in y0..=y1 {
        let x = x0 + (i64::from(UNITS - x0) * sum / total) as i32;
        // Where thousands of years share the axis, some are left without a unit of their own.
        if out.last().is_none_or(|last| last.x < x) {
            out.push(Knot {
                day: part(year).0,
                x,
            });
        }
        sum += weight(year);
    }
    out.push(Knot { day: end, x: UNITS });
    out
}

/// Where `day` stands, 0 to [`UNITS`]; days off the axis stand at its ends.
pub fn x(knots: &[Knot], day: Day) -> i32 {
    let i = knots
        .partition_point(|k| k.day <= day)
        .clamp(1, knots.len() - 1);
    let (a, b) = (knots[i - 1], knots[i]);
    let day = day.clamp(a.day, b.day);
    let (days, width) = (b.day.0 - a.day.0, b.x - a.x);
    a.x + (i64::from(width) * i64::from(day.0 - a.day.0) / i64::from(days)) as i32
}

/// The day at `x`, clamped to the axis.
///
/// `day(knots, x(knots, d)) == d` wherever a day has a unit or more; elsewhere it is the first day
/// that stands at that unit, or the one before it.
pub fn day(knots: &[Knot], x: i32) -> Day {
    let i = knots
        .partition_point(|k| k.x <= x)
        .clamp(1, knots.len() - 1);
    let (a, b) = (knots[i - 1], knots[i]);
    let x = x.clamp(a.x, b.x);
    let days = i64::from(b.day.0 - a.day.0);
    let width = i64::from(b.x - a.x);
    // Rounded up where `x` rounds down, so that there and back does not lose a day.
    let day = a.day.0 + ((i64::from(x - a.x) * days + width - 1) / width) as i32;
    // The last knot is the day after the axis: it marks an end, it is not a place to stand.
    Day(day.min(knots[knots.len() - 1].day.0 - 1))
}

/// A year under the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    pub year: i32,
    pub x: i32,
    pub width: i32,
}

/// The years of the span.
pub fn ticks(knots: &[Knot], span: Date) -> Vec<Tick> {
    let (y0, y1) = (span.start.ymd().0, span.end.ymd().0);
    let stretch = |year: i32| stretch(knots, span, (year, 1), (year + 1, 1));
    (y0..=y1)
        .map(|year| {
            let (x, width) = stretch(year);
            Tick { year, x, width }
        })
        .collect()
}

/// A block of the scale bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub x: i32,
    pub width: i32,
    /// The first half of a year is dark, the second light, as on a chart's scale bar.
    pub dark: bool,
}

/// The half-years of the span, without gap or overlap.
pub fn blocks(knots: &[Knot], span: Date) -> Vec<Block> {
    let (y0, y1) = (span.start.ymd().0, span.end.ymd().0);
    (y0..=y1)
        .flat_map(|year| [(year, 1, 7), (year, 7, 13)])
        .map(|(year, from, to)| {
            let (x, width) = stretch(knots, span, (year, from), (year, to));
            let dark = from == 1;
            Block { x, width, dark }
        })
        .filter(|block| block.width > 0)
        .collect()
}

/// From the first of one month up to that of another, so far as it lies in the span.
fn stretch(knots: &[Knot], span: Date, from: (i32, u32), to: (i32, u32)) -> (i32, i32) {
    let end = Day(span.end.0 + 1);
    let place = |(year, month): (i32, u32)| {
        let first = Day::from_ymd(year, 1, 1).add_months(month as i32 - 1);
        x(knots, first.max(span.start).min(end))
    };
    let (from, to) = (place(from), place(to));
    (from, to - from)
}

/// The years to write under the past before the break: those of its events (`anchors`, in any
/// order), the earliest first, leaving out what would come closer than `gap` to the one before or
/// to the break. Their `width` is the year's own, however small.
pub fn past_labels(knots: &[Knot], span: Date, anchors: &[Day], gap: i32) -> Vec<Tick> {
    let mut years: Vec<i32> = anchors
        .iter()
        .filter(|d| **d < span.start)
        .map(|d| d.ymd().0)
        .collect();
    years.sort_unstable();
    years.dedup();
    let limit = x(knots, span.start) - gap / 2;
    let mut out: Vec<Tick> = Vec::new();
    for year in years {
        let x0 = x(knots, Day::from_ymd(year, 1, 1));
        let x1 = x(knots, Day::from_ymd(year + 1, 1, 1).min(span.start));
        if x0 <= limit && out.last().is_none_or(|last| last.x + gap <= x0) {
            out.push(Tick {
                year,
                x: x0,
                width: x1 - x0,
            });
        }
    }
    out
}
