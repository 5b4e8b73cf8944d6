//! Where the two thumbs of a period can stand: stretches of a day, a month or years, of which the period
//! takes in whole ones.

use super::date::{Date, DateWords, Day};
use super::window::Window;
use crate::story::model::Index;

/// A story of so many days is told by days, one of so many by months.
const BY_DAYS: i32 = 92;
const BY_MONTHS: i32 = 366 * 50;
/// No thumb has more places than this.
const MOST: i32 = 600;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    /// So many years.
    Years(i32),
}

impl Unit {
    fn of(span: Date) -> Self {
        match span.end.0 - span.start.0 {
            ..BY_DAYS => Self::Day,
            BY_DAYS..BY_MONTHS => Self::Month,
            days => Self::Years(1 + days / 366 / MOST),
        }
    }

    /// The first day of the stretch in which a day lies.
    fn start(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Month => day.month_start(),
            Self::Years(n) => Day::from_ymd(day.ymd().0.div_euclid(n) * n, 1, 1),
        }
    }

    fn next(self, start: Day) -> Day {
        match self {
            Self::Day => Day(start.0 + 1),
            Self::Month => start.add_months(1),
            Self::Years(n) => start.add_months(12 * n),
        }
    }
}

/// All stretches, in order and without a gap; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretches {
    unit: Unit,
    starts: Vec<Day>,
    full: Window,
}

impl Stretches {
    /// Those of the span, and before it one from each event to the next.
    pub fn of(index: &Index) -> Self {
        let (unit, full) = (Unit::of(index.span), Window::full(index));
        let begin = index.span.start;
        let past = index.events.iter().map(|e| unit.start(e.anchor));
        let mut starts: Vec<Day> = past
            .filter(|day| *day < begin && *day > full.from)
            .collect();
        starts.insert(0, full.from);
        let mut day = begin;
        while day <= index.span.end {
            starts.push(day);
            day = unit.next(unit.start(day));
        }
        starts.dedup();
        Self { unit, starts, full }
    }

    /// The number of the last one.
    pub fn last(&self) -> usize {
        self.starts.len() - 1
    }

    /// In which one a day lies; days off the axis lie in the first or the last.
    pub fn at(&self, day: Day) -> usize {
        let up_to = self.starts.partition_point(|start| *start <= day);
        up_to.saturating_sub(1)
    }

    fn start(&self, n: usize) -> Day {
        self.starts[n.min(self.last())]
    }

    fn end(&self, n: usize) -> Day {
        match self.starts.get(n + 1) {
            Some(next) => Day(next.0 - 1),
            None => self.full.to,
        }
    }

    /// With its first stretch moved, but not past its last one: there the thumb stops.
    pub fn with_first(&self, period: Window, n: usize) -> Window {
        let from = self.start(n.min(self.at(period.to)));
        Window { from, ..period }
    }

    /// With its last stretch moved, but not before its first one.
    pub fn with_last(&self, period: Window, n: usize) -> Window {
        let to = self.end(n.max(self.at(period.from)));
        Window { to, ..period }
    }

    /// A day as finely as the thumbs are set: "July 2012".
    pub fn label(&self, day: Day, words: &DateWords) -> String {
        match self.unit {
            Unit::Day => day.label(words),
            Unit::Month => day.month_label(words),
            Unit::Years(_) => day.year_label(),
        }
    }
}
