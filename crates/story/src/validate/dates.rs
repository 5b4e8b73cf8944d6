//! Dates parse, and stand where they should among each other.

use super::super::source::{Event, Position, Stake, Story};
use super::inventory::{Inventory, each};
use super::places::field;
use super::review::Review;
use crate::date::{Date, Precision};

/// The longest span of the timeline, in years: far more than anyone could read on it.
const LONGEST: i32 = 300;

pub fn check(story: &Story, inventory: &Inventory, review: &mut Review) {
    for (path, edtf) in &inventory.dates {
        if let Err(error) = Date::parse(edtf) {
            let hint = "dates are 2013-11-02, 2013-11 or 2013, 2016~ for about 2016, \
                        1990/1999 for a range, the earlier one first";
            review.report(path, error.to_string(), hint);
        }
    }
    let span = span(&story.meta.span, review);
    each("events", &story.events, |path, event| {
        anchor(&path, event, review);
        if let (Some(span), Ok(date)) = (span, Date::parse(&event.date))
            && date.start > span.end
        {
            let hint = "make meta.span longer";
            review.report(
                &field(&path, "date"),
                "the event lies after the timeline’s end",
                hint,
            );
        }
    });
    one_position_a_day(&story.positions, review);
    each("stakes", &story.stakes, |path, s| until(&path, s, review));
}

fn span(edtf: &str, review: &mut Review) -> Option<Date> {
    let span = Date::parse(edtf).ok()?;
    let ((from, first_month, first_day), (to, month, day)) = (span.start.ymd(), span.end.ymd());
    if (first_month, first_day, month, day) != (1, 1, 12, 31) {
        let hint = format!("the timeline runs over whole years, as {from:04}/{to:04}");
        review.report("meta.span", "the span does not cover whole years", hint);
    }
    if to - from >= LONGEST {
        let hint =
            "begin it where the story’s own events begin; what lies before is drawn behind a break";
        review.report(
            "meta.span",
            format!("the span is longer than {LONGEST} years"),
            hint,
        );
        return None;
    }
    Some(span)
}

fn anchor(path: &str, event: &Event, review: &mut Review) {
    let path = field(path, "anchor");
    let Some(Ok(anchor)) = event.anchor.as_deref().map(Date::parse) else {
        return;
    };
    if !matches!(anchor.precision, Precision::Day | Precision::Month) || anchor.approximate {
        let hint = "it says where the timeline stands: 2013-11-02 or 2013-11";
        review.report(&path, "an anchor is a day or a month", hint);
    }
    if let Ok(date) = Date::parse(&event.date)
        && !(date.contains(anchor.start) && date.contains(anchor.end))
    {
        let hint = format!("choose a day or month within {}", event.date);
        review.report(&path, "the anchor lies outside the event’s date", hint);
    }
}

fn until(path: &str, stake: &Stake, review: &mut Review) {
    let since = Date::parse(&stake.since);
    let until = stake.until.as_deref().map(Date::parse);
    if let (Ok(since), Some(Ok(until))) = (since, until)
        && until.end < since.start
    {
        let hint = format!("it holds from {} on", stake.since);
        review.report(&field(path, "until"), "it ends before it begins", hint);
    }
}

fn one_position_a_day(positions: &[Position], review: &mut Review) {
    let key = |p: &Position| {
        let since = Date::parse(&p.since).ok()?.start;
        Some((p.actor.clone(), p.toward.clone(), since))
    };
    let keys: Vec<_> = positions.iter().map(key).collect();
    each("positions", &keys, |path, key| {
        let Some((actor, toward, _)) = key else {
            return;
        };
        let first = keys.iter().position(|k| k == key).unwrap_or(0);
        let first = super::places::item("positions", first);
        if first != path && review.is_sound(&path) && review.is_sound(&first) {
            let line = review.line(&first);
            review.report(
                &field(&path, "since"),
                format!("{actor} has two positions towards {toward} from the same day"),
                format!("the first one is on line {line}; merge them or change a date"),
            );
        }
    });
}
