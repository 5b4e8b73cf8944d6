//! The days at which a slider can stand.
//!
//! A day each would make a slider of 40,000 places, most of them empty; a month each would pass
//! over the events within it.

use super::date::Day;
use super::order;
use super::window::Window;
use crate::story::model::Index;

/// Days in order, each once; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stops {
    days: Vec<Day>,
    /// Where the span begins; before it lies the squeezed past.
    span: Day,
    /// The last day of the axis.
    end: Day,
}

impl Stops {
    fn new(index: &Index, days: Vec<Day>) -> Self {
        Self {
            days: order::distinct(days),
            span: index.span.start,
            end: Window::full(index).to,
        }
    }

    pub fn days(&self) -> &[Day] {
        &self.days
    }

    pub fn first(&self) -> Day {
        self.days[0]
    }

    pub fn last(&self) -> Day {
        self.days[self.days.len() - 1]
    }

    /// How many stops there are up to `day`.
    fn up_to(&self, day: Day) -> usize {
        self.days.partition_point(|d| *d <= day)
    }

    /// How many stops there are before `day`.
    fn before(&self, day: Day) -> usize {
        self.days.partition_point(|d| *d < day)
    }
}

/// For the moment: the first day of each month of the span, wherever a step or an event stands, in
/// the span and before it, and the days on the axis on which articles came out.
pub fn stops(index: &Index) -> Stops {
    let full = Window::full(index);
    let mut days = months(index);
    days.extend(index.events.iter().map(|e| e.anchor));
    days.extend(index.steps.iter().map(|s| full.clamp(s.moment)));
    days.extend(index.editions.iter().filter(|d| full.contains(**d)));
    Stops::new(index, days)
}

/// For the window's thumbs: the first day of each month of the span, and of each month before it
/// that has an event. The window begins at one of these, and ends on the eve of one: see [`eve`].
pub fn edges(index: &Index) -> Stops {
    let mut days = months(index);
    days.push(Window::full(index).from);
    let past = index.events.iter().map(|e| e.anchor.month_start());
    days.extend(past.filter(|d| *d < index.span.start));
    Stops::new(index, days)
}

/// The first day of each month of the span; the span's own first day, should it begin in mid-month.
fn months(index: &Index) -> Vec<Day> {
    let mut out = vec![index.span.start];
    let mut month = index.span.start.add_months(1);
    while month <= index.span.end {
        out.push(month);
        month = month.add_months(1);
    }
    out
}

/// The nearest stop; of two as near, the earlier.
pub fn snap(stops: &Stops, day: Day) -> Day {
    let before = floor(stops, day);
    match next(stops, day) {
        Some(after) if after.0 - day.0 < day.0 - before.0 => after,
        _ => before,
    }
}

/// The last stop up to `day`, or the first.
pub fn floor(stops: &Stops, day: Day) -> Day {
    stops.days[stops.up_to(day).max(1) - 1]
}

/// The first stop after `day`.
pub fn next(stops: &Stops, day: Day) -> Option<Day> {
    stops.days.get(stops.up_to(day)).copied()
}

/// The last stop before `day`.
pub fn previous(stops: &Stops, day: Day) -> Option<Day> {
    let before = stops.before(day);
    before.checked_sub(1).map(|i| stops.days[i])
}

/// A bigger stride: to the next or previous January; before the span, where years have few stops,
/// to the next or previous stop. Where there is no January left, to the last or the first stop.
pub fn page(stops: &Stops, day: Day, forward: bool) -> Option<Day> {
    let lands = |d: &&Day| {
        let (_, month, date) = d.ymd();
        **d <= stops.span || (month, date) == (1, 1)
    };
    let way = if forward {
        let way = &stops.days[stops.up_to(day)..];
        way.iter().find(lands).or(way.last())
    } else {
        let way = &stops.days[..stops.before(day)];
        way.iter().rfind(lands).or(way.first())
    };
    way.copied()
}

/// The last day of the stretch that begins at the last stop up to `day`: the day before the next
/// stop, or the axis's last.
pub fn eve(stops: &Stops, day: Day) -> Day {
    match next(stops, day) {
        Some(next) => Day(next.0 - 1),
        None => stops.end,
    }
}

/// The first eve after `day`.
pub fn next_eve(stops: &Stops, day: Day) -> Option<Day> {
    let eve = eve(stops, Day(day.0 + 1));
    (eve > day).then_some(eve)
}

/// The last eve before `day`.
pub fn previous_eve(stops: &Stops, day: Day) -> Option<Day> {
    let stop = floor(stops, day);
    (stop > stops.first() && stop <= day).then(|| Day(stop.0 - 1))
}
