//! The window, the order of events, the sliders' stops, and the marks.

use fixtures::{any_story, date, day, event, event_id, small, story};
use proptest::prelude::*;
use sightlines::domain::date::Day;
use sightlines::domain::scale::{BREAK, UNITS};
use sightlines::domain::stops;
use sightlines::domain::timeline::{self, Lane, Shape};
use sightlines::domain::window::Window;
use sightlines::domain::{known, order};
use sightlines::story::model::{EventIx, Index};

fn window(from: &str, to: &str) -> Window {
    Window {
        from: day(from),
        to: date(to).end,
    }
}

/// Any window on a story's axis.
fn any_window(index: &Index, a: i64, b: i64) -> Window {
    let full = Window::full(index);
    let length = i64::from(full.to.0 - full.from.0);
    let at = |n: i64| Day(full.from.0 + (length * n / 1000) as i32);
    Window {
        from: at(a.min(b)),
        to: at(a.max(b)),
    }
}

// ---------------------------------------------------------------- window

#[test]
fn the_full_window_takes_in_the_squeezed_past() {
    assert_eq!(Window::full(small()), window("1900", "2016"));
}

#[test]
fn thumbs_stop_at_each_other_and_at_the_ends_of_the_axis() {
    let full = window("1900", "2016");
    let held = window("2010", "2012");
    let cases = [
        (held.with_from(day("2011"), full), window("2011", "2012")),
        (
            held.with_from(day("2015"), full),
            window("2012-12-31", "2012"),
        ),
        (held.with_from(day("1800"), full), window("1900", "2012")),
        (
            held.with_to(day("2011"), full),
            window("2010", "2011-01-01"),
        ),
        (
            held.with_to(day("2009"), full),
            window("2010", "2010-01-01"),
        ),
        (held.with_to(day("2040"), full), window("2010", "2016")),
    ];
    for (moved, expected) in cases {
        assert_eq!(moved, expected);
    }
}

#[test]
fn both_ends_of_a_window_are_in_it() {
    let index = small();
    let one_day = window("2013-07-16", "2013-07-16");
    let visible = one_day.visible(index.events);
    let ids: Vec<_> = index.events[visible].iter().map(|e| e.id).collect();
    assert_eq!(ids, ["warships-2013", "drill-2013", "july-day"]);
    assert!(window("2015", "2015").visible(index.events).is_empty());
}

proptest! {
    #[test]
    fn visibility_by_range_equals_visibility_by_filter(
        index in any_story(), a in 0i64..=1000, b in 0i64..=1000
    ) {
        let window = any_window(index, a, b);
        let by_filter: Vec<usize> = (0..index.events.len())
            .filter(|i| window.contains(index.events[*i].anchor))
            .collect();
        let by_range: Vec<usize> = window.visible(index.events).collect();
        prop_assert_eq!(by_range, by_filter);
    }

    #[test]
    fn the_full_window_shows_every_event(index in any_story()) {
        prop_assert_eq!(Window::full(index).visible(index.events), 0..index.events.len());
    }

    #[test]
    fn thumbs_never_cross_nor_leave_the_axis(
        index in any_story(),
        moves in prop::collection::vec((any::<bool>(), -60_000i32..60_000), 0..20)
    ) {
        let full = Window::full(index);
        let mut window = full;
        for (from, to) in moves {
            let before = window;
            let day = Day(to);
            window = if from { window.with_from(day, full) } else { window.with_to(day, full) };
            prop_assert!(full.from <= window.from && window.from <= window.to && window.to <= full.to);
            // The other thumb stays, and a possible move is carried out.
            if from {
                prop_assert_eq!(window.to, before.to);
                prop_assert!(window.from == day || !(full.from <= day && day <= before.to));
            } else {
                prop_assert_eq!(window.from, before.from);
                prop_assert!(window.to == day || !(before.from <= day && day <= full.to));
            }
        }
    }
}

// ---------------------------------------------------------------- order

#[test]
fn the_current_event_is_the_last_up_to_the_moment() {
    let index = small();
    let cases = [
        ("1900-01-01", "none"),
        ("1905-07-01", "none"),
        ("1905-07-02", "portsmouth"),
        ("2013-07-15", "summer-a"),
        ("2013-07-16", "july-day"),
        ("2014-02-06", "two-plus-two"),
        ("2014-02-07", "sochi"),
        ("2016-12-31", "last"),
    ];
    for (moment, id) in cases {
        assert_eq!(
            event_id(index, order::current(index, day(moment), known::ALL)),
            id,
            "{moment}"
        );
    }
}

#[test]
fn stepping_from_a_moment_between_events_leads_to_its_neighbours() {
    let index = small();
    let full = Window::full(index);
    let step = |moment, forward| {
        event_id(
            index,
            order::step(index, None, day(moment), full, known::ALL, forward),
        )
    };
    assert_eq!(step("2013-08-01", true), "two-plus-two");
    assert_eq!(step("2013-08-01", false), "july-day");
    assert_eq!(step("1900-01-01", true), "portsmouth");
    assert_eq!(step("1900-01-01", false), "none");
    assert_eq!(step("2016-12-31", true), "none");
}

#[test]
fn stepping_from_outside_the_window_leads_into_it() {
    let index = small();
    let held = window("2012", "2013-08");
    let step = |id, forward| {
        let from = event(index, id);
        let moment = index.events[from as usize].anchor;
        event_id(
            index,
            order::step(index, Some(from), moment, held, known::ALL, forward),
        )
    };
    assert_eq!(step("portsmouth", true), "summer-a");
    assert_eq!(step("portsmouth", false), "none");
    assert_eq!(step("last", false), "july-day");
    assert_eq!(step("last", true), "none");
    let nothing = window("2015", "2015");
    for forward in [true, false] {
        assert_eq!(
            order::step(index, Some(3), day("2015"), nothing, known::ALL, forward),
            None
        );
    }
}

proptest! {
    /// Several events may share a day: stepping by date would visit one of them, or none for ever.
    #[test]
    fn stepping_visits_each_event_of_the_window_once(
        index in any_story(), a in 0i64..=1000, b in 0i64..=1000, forward in any::<bool>()
    ) {
        let window = any_window(index, a, b);
        let mut at = None;
        let mut moment = if forward { Day(window.from.0 - 1) } else { window.to };
        let mut visited: Vec<usize> = Vec::new();
        while let Some(next) = order::step(index, at, moment, window, known::ALL, forward) {
            prop_assert!(visited.len() < index.events.len());
            visited.push(next as usize);
            at = Some(next);
            moment = index.events[next as usize].anchor;
        }
        if !forward {
            visited.reverse();
        }
        prop_assert_eq!(visited, window.visible(index.events).collect::<Vec<_>>());
    }
}

// ---------------------------------------------------------------- stops

#[test]
fn a_moment_stands_at_months_events_and_steps() {
    let stops = stops::stops(small());
    assert_eq!(stops.first(), day("1905-07-02"));
    assert_eq!(stops.last(), day("2016-12-31"));
    // 96 months; 11 anchors and 4 moments, of which some share a day.
    let past = stops.days().iter().filter(|d| **d < day("2009")).count();
    assert_eq!(past, 4);
    assert!(stops.days().contains(&day("2012-01-01")));
    assert!(stops.days().contains(&day("2013-07-16")));
    assert!(!stops.days().contains(&day("2015-07-16")));
}

#[test]
fn neighbouring_and_nearest_stops_are_found() {
    let stops = stops::stops(small());
    assert_eq!(
        stops::next(&stops, day("2013-07-01")),
        Some(day("2013-07-16"))
    );
    assert_eq!(
        stops::previous(&stops, day("2013-07-16")),
        Some(day("2013-07-01"))
    );
    assert_eq!(stops::next(&stops, day("2016-12-31")), None);
    assert_eq!(stops::previous(&stops, day("1905-07-02")), None);
    assert_eq!(stops::snap(&stops, day("2013-07-08")), day("2013-07-01"));
    assert_eq!(stops::snap(&stops, day("2013-07-09")), day("2013-07-16"));
    assert_eq!(
        stops::snap(&stops, day("2013-06-16")),
        day("2013-06-01"),
        "as near"
    );
    assert_eq!(stops::snap(&stops, day("1800")), day("1905-07-02"));
    assert_eq!(stops::snap(&stops, day("2100")), day("2016-12-31"));
}

#[test]
fn a_page_goes_to_january_and_before_the_span_from_stop_to_stop() {
    let stops = stops::stops(small());
    let cases = [
        ("2013-07-16", true, "2014-01-01"),
        ("2013-07-16", false, "2013-01-01"),
        ("2013-01-01", false, "2012-01-01"),
        ("2016-05-01", true, "2016-12-31"),
        ("2009-03-01", false, "2009-01-01"),
        ("2009-01-01", false, "1994-12-31"),
        ("1905-07-02", true, "1945-07-02"),
        ("1994-12-31", true, "2009-01-01"),
    ];
    for (from, forward, to) in cases {
        assert_eq!(
            stops::page(&stops, day(from), forward),
            Some(day(to)),
            "{from} {forward}"
        );
    }
    assert_eq!(stops::page(&stops, day("1905-07-02"), false), None);
    assert_eq!(stops::page(&stops, day("2016-12-31"), true), None);
}

#[test]
fn a_window_begins_with_a_month_and_ends_with_one() {
    let edges = stops::edges(small());
    assert_eq!(edges.first(), day("1900"));
    assert_eq!(stops::floor(&edges, day("2013-07-16")), day("2013-07-01"));
    assert_eq!(stops::eve(&edges, day("2013-07-16")), day("2013-07-31"));
    assert_eq!(stops::eve(&edges, day("2016-12-05")), day("2016-12-31"));
    assert_eq!(
        stops::next_eve(&edges, day("2013-07-31")),
        Some(day("2013-08-31"))
    );
    assert_eq!(stops::next_eve(&edges, day("2016-12-31")), None);
    assert_eq!(
        stops::previous_eve(&edges, day("2013-07-31")),
        Some(day("2013-06-30"))
    );
    // In the past, from event to event.
    assert_eq!(stops::next(&edges, day("1900")), Some(day("1905-07-01")));
    assert_eq!(
        stops::next_eve(&edges, day("1905-06-30")),
        Some(day("1945-06-30"))
    );
    assert_eq!(stops::previous_eve(&edges, day("1905-06-30")), None);
}

proptest! {
    #[test]
    fn stops_are_sorted_and_unique_and_hold_every_event(index in any_story()) {
        let stops = stops::stops(index);
        prop_assert!(stops.days().windows(2).all(|d| d[0] < d[1]));
        prop_assert!(index.events.iter().all(|e| stops.days().contains(&e.anchor)));
        let full = Window::full(index);
        prop_assert!(full.contains(stops.first()) && full.contains(stops.last()));
        let edges = stops::edges(index);
        prop_assert!(edges.days().windows(2).all(|d| d[0] < d[1]));
        prop_assert_eq!(edges.first(), full.from);
        prop_assert_eq!(stops::eve(&edges, edges.last()), full.to);
    }

    #[test]
    fn the_nearest_stop_is_nearest(index in any_story(), day in -50_000i32..40_000) {
        let stops = stops::stops(index);
        let snapped = stops::snap(&stops, Day(day));
        let nearest = stops.days().iter().map(|d| (d.0 - day).abs()).min();
        prop_assert_eq!(Some((snapped.0 - day).abs()), nearest);
        prop_assert_eq!(stops::snap(&stops, snapped), snapped);
    }

    #[test]
    fn paging_reaches_both_ends(index in any_story(), day in -50_000i32..40_000, forward in any::<bool>()) {
        let stops = stops::stops(index);
        let mut at = stops::snap(&stops, Day(day));
        let end = if forward { stops.last() } else { stops.first() };
        while let Some(next) = stops::page(&stops, at, forward) {
            prop_assert!(next != at && (next > at) == forward);
            at = next;
        }
        prop_assert_eq!(at, end);
    }

    #[test]
    fn every_event_can_be_taken_in_and_left_out_by_the_thumbs(index in any_story()) {
        let edges = stops::edges(index);
        for event in index.events {
            let (from, to) = (stops::floor(&edges, event.anchor), stops::eve(&edges, event.anchor));
            prop_assert!(from <= event.anchor && event.anchor <= to);
            // From the next stretch on, and up to the one before, it is out.
            prop_assert!(stops::next(&edges, from).is_none_or(|later| later > event.anchor));
            prop_assert!(stops::previous_eve(&edges, to).is_none_or(|earlier| earlier < event.anchor));
        }
    }
}

// ---------------------------------------------------------------- marks

fn mark_of<'a>(marks: &'a [timeline::Mark], index: &Index, id: &str) -> &'a timeline::Mark {
    let event = event(index, id);
    marks.iter().find(|m| m.events.contains(&event)).unwrap()
}

#[test]
fn precision_decides_lane_and_shape() {
    let index = small();
    let marks = timeline::marks(index, 0);
    let cases = [
        ("portsmouth", Lane::Past, Shape::Open),
        ("thaw-talk", Lane::Past, Shape::Open),
        ("first-visit", Lane::Year, Shape::Open),
        ("summer-a", Lane::About, Shape::Soft),
        ("about-2016", Lane::About, Shape::Soft),
        ("warships-2013", Lane::Fine, Shape::Bar),
        ("sochi", Lane::Fine, Shape::Tick),
    ];
    for (id, lane, shape) in cases {
        let mark = mark_of(&marks, index, id);
        assert_eq!(mark.lane, lane, "{id}");
        assert_eq!(mark.strokes.len(), 1, "{id}");
        assert_eq!(mark.strokes[0].shape, shape, "{id}");
    }
}

#[test]
fn years_side_by_side_do_not_merge_but_events_of_one_year_do() {
    let year = |id, text, anchor| (id, date(text), day(anchor));
    let index = story(
        date("2009/2016"),
        vec![
            year("a", "2010", "2010-02-01"),
            year("b", "2011", "2011-07-02"),
            year("c", "2010", "2010-11-01"),
        ],
        &[],
        &[],
    );
    let marks = timeline::marks(index, 250);
    assert_eq!(marks.len(), 2);
    assert_eq!(marks[0].events, [event(index, "a"), event(index, "c")]);
    assert_eq!(marks[0].strokes.len(), 1, "one box for both");
    assert_eq!(marks[0].x1, marks[1].x0);
}

#[test]
fn what_stands_too_close_shares_a_mark() {
    let index = small();
    let marks = timeline::marks(index, 60);
    let july = mark_of(&marks, index, "july-day");
    let ids: Vec<_> = july
        .events
        .iter()
        .map(|e| event_id(index, Some(*e)))
        .collect();
    assert_eq!(ids, ["warships-2013", "drill-2013", "july-day"]);
    assert_eq!(july.strokes.len(), 2, "the month once, and the day");
    assert_eq!(mark_of(&marks, index, "sochi").events.len(), 1);
}

proptest! {
    #[test]
    fn every_event_is_in_exactly_one_mark(index in any_story(), gap in 0i32..2000) {
        let marks = timeline::marks(index, gap);
        let mut events: Vec<EventIx> = marks.iter().flat_map(|m| m.events.clone()).collect();
        events.sort_unstable();
        prop_assert_eq!(events, (0..index.events.len() as EventIx).collect::<Vec<_>>());
    }

    #[test]
    fn marks_of_a_lane_keep_their_distance(index in any_story(), gap in 0i32..2000) {
        let marks = timeline::marks(index, gap);
        for pair in marks.windows(2) {
            let [a, b] = pair else { unreachable!() };
            prop_assert!(a.lane < b.lane || (a.lane == b.lane && b.at - a.at >= gap));
        }
    }

    #[test]
    fn marks_stay_on_the_axis_and_the_past_before_the_break(index in any_story(), gap in 0i32..2000) {
        for mark in timeline::marks(index, gap) {
            prop_assert!(0 <= mark.x0 && mark.x0 <= mark.at && mark.at <= mark.x1 && mark.x1 <= UNITS);
            prop_assert!(mark.events.windows(2).all(|e| e[0] < e[1]));
            for stroke in &mark.strokes {
                prop_assert!(mark.x0 <= stroke.x0 && stroke.x0 <= stroke.x1 && stroke.x1 <= mark.x1);
            }
            if mark.lane == Lane::Past {
                prop_assert!(mark.x1 < BREAK);
            }
        }
    }
}
