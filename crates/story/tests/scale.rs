//! The time axis there and back.

use fixtures::{any_story, date, day, small};
use proptest::prelude::*;
use story::date::Day;
use story::scale::{self, BREAK, UNITS};

#[test]
fn the_past_is_squeezed_before_the_break_and_the_span_has_the_rest() {
    let knots = small().knots;
    assert_eq!((knots[0].day, knots[0].x), (day("1900-01-01"), 0));
    assert_eq!((knots[1].day, knots[1].x), (day("2009-01-01"), BREAK));
    let last = knots[knots.len() - 1];
    assert_eq!((last.day, last.x), (day("2017-01-01"), UNITS));
}

#[test]
fn without_a_past_the_span_has_the_whole_axis() {
    let knots = scale::knots(date("2009/2016"), &[day("2010")]);
    assert_eq!((knots[0].day, knots[0].x), (day("2009-01-01"), 0));
    assert_eq!(knots.len(), 9);
}

#[test]
fn a_year_with_more_events_is_wider() {
    let ticks = scale::ticks(small().knots, small().span);
    let width = |year: i32| ticks.iter().find(|t| t.year == year).unwrap().width;
    assert!(width(2013) > width(2012));
    assert!(width(2012) > width(2011));
    // However many, no year is more than two and a half times another.
    let many = vec![day("2013-03-03"); 500];
    let knots = scale::knots(date("2009/2016"), &many);
    let ticks = scale::ticks(&knots, date("2009/2016"));
    assert!(ticks[4].width <= ticks[0].width * 5 / 2 + 1);
}

/// A past in the same year as the span's first day put two knots on one day, and a division by
/// their distance, zero, followed.
#[test]
fn a_span_that_begins_in_mid_year_can_have_a_past_in_that_year() {
    let span = date("2010-06/2012-03");
    let knots = scale::knots(span, &[day("2010-03-01"), day("2011-01-01")]);
    assert!(
        knots
            .windows(2)
            .all(|k| k[0].day < k[1].day && k[0].x < k[1].x)
    );
    assert_eq!(scale::x(&knots, span.start), BREAK);
    assert_eq!(
        scale::day(&knots, scale::x(&knots, day("2010-03-01"))),
        day("2010-03-01")
    );
}

#[test]
fn a_span_of_all_years_still_has_a_rising_axis() {
    let span = date("0000/9999");
    let knots = scale::knots(span, &[]);
    assert!(
        knots
            .windows(2)
            .all(|k| k[0].day < k[1].day && k[0].x < k[1].x)
    );
    assert_eq!(scale::day(&knots, UNITS), span.end);
}

#[test]
fn off_the_axis_days_and_places_stand_at_its_ends() {
    let index = small();
    assert_eq!(scale::x(index.knots, day("1800")), 0);
    assert_eq!(scale::x(index.knots, day("2100")), UNITS);
    assert_eq!(scale::day(index.knots, -5), day("1900"));
    assert_eq!(scale::day(index.knots, UNITS + 5), day("2016-12-31"));
    assert_eq!(scale::day(index.knots, UNITS), day("2016-12-31"));
}

#[test]
fn past_labels_are_years_of_the_past_that_do_not_collide() {
    let index = small();
    let anchors: Vec<Day> = index.events.iter().map(|e| e.anchor).collect();
    let years = |gap| -> Vec<i32> {
        let labels = scale::past_labels(index.knots, index.span, &anchors, gap);
        labels.iter().map(|t| t.year).collect()
    };
    assert_eq!(years(1), [1905, 1945, 1980, 1994]);
    assert_eq!(years(300), [1905, 1945, 1980]);
    assert_eq!(years(UNITS), Vec::<i32>::new());
}

proptest! {
    #[test]
    fn the_axis_rises_from_nought_to_its_end(index in any_story()) {
        let knots = index.knots;
        prop_assert!(knots.len() >= 2);
        prop_assert_eq!(knots[0].x, 0);
        prop_assert_eq!(knots[knots.len() - 1].x, UNITS);
        prop_assert!(knots.windows(2).all(|k| k[0].day < k[1].day && k[0].x < k[1].x));
    }

    #[test]
    fn later_days_never_stand_further_left(index in any_story(), a in -50_000i32..30_000, by in 0i32..5000) {
        let (x0, x1) = (scale::x(index.knots, Day(a)), scale::x(index.knots, Day(a + by)));
        prop_assert!(x0 <= x1);
        prop_assert!((0..=UNITS).contains(&x0));
    }

    #[test]
    fn places_further_right_are_never_earlier(index in any_story(), a in -10..UNITS, by in 0..500) {
        prop_assert!(scale::day(index.knots, a) <= scale::day(index.knots, a + by));
    }

    #[test]
    fn a_day_comes_back_from_its_place_within_the_axis_resolution(
        index in any_story(), part in 0i64..1000
    ) {
        let knots = index.knots;
        let (first, last) = (knots[0].day.0, knots[knots.len() - 1].day.0 - 1);
        let day = Day(first + ((last - first) as i64 * part / 999) as i32);
        let back = scale::day(knots, scale::x(knots, day));
        let i = knots.partition_point(|k| k.day <= day);
        let (a, b) = (knots[i - 1], knots[i]);
        let (days, width) = (b.day.0 - a.day.0, b.x - a.x);
        if width >= days {
            prop_assert_eq!(back, day);
        } else {
            // A unit is more than a day: back to the first day at that unit, within a unit's days.
            prop_assert!(back <= day && (day.0 - back.0) as i64 * (width as i64) < days as i64 + width as i64);
        }
        // A second round trip changes nothing more.
        prop_assert_eq!(scale::day(knots, scale::x(knots, back)), back);
    }

    #[test]
    fn ticks_and_blocks_cover_the_span_without_gap(index in any_story()) {
        let (knots, span) = (index.knots, index.span);
        let begin = scale::x(knots, span.start);
        let ticks = scale::ticks(knots, span);
        let mut at = begin;
        for tick in &ticks {
            prop_assert_eq!(tick.x, at);
            at += tick.width;
        }
        prop_assert_eq!(at, UNITS);
        prop_assert_eq!(ticks[0].year, span.start.ymd().0);

        let mut at = begin;
        for block in scale::blocks(knots, span) {
            prop_assert_eq!(block.x, at);
            at += block.width;
        }
        prop_assert_eq!(at, UNITS);
    }

    #[test]
    fn past_labels_keep_their_distance(index in any_story(), gap in 1i32..600) {
        let anchors: Vec<Day> = index.events.iter().map(|e| e.anchor).collect();
        let labels = scale::past_labels(index.knots, index.span, &anchors, gap);
        prop_assert!(labels.windows(2).all(|l| l[0].x + gap <= l[1].x));
        prop_assert!(labels.iter().all(|l| l.width >= 0 && l.x <= BREAK));
    }
}
