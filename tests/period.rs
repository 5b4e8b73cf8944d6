//! The period that a reader can choose, and what it leaves.

use fixtures::{any_story, date, day, small, text};
use proptest::prelude::*;
use sightlines::domain::as_of::ALL;
use sightlines::domain::choice::Choice;
use sightlines::domain::order;
use sightlines::domain::period::Stretches;
use sightlines::domain::window::Window;
use sightlines::story::model::{EventIx, Index};

#[test]
fn thumbs_go_month_by_month_and_take_in_whole_months() {
    let index = small();
    let stretches = Stretches::of(index);
    let full = Window::full(index);
    let at = |text: &str| stretches.at(day(text));
    let first = stretches.with_first(full, at("2012-07-19"));
    assert_eq!(first.from, day("2012-07-01"));
    let both = stretches.with_last(first, at("2014-03-02"));
    assert_eq!(both.to, day("2014-03-31"));
    assert_eq!(stretches.label(both.from, &fixtures::WORDS), "July 2012");
    assert_eq!(stretches.label(both.to, &fixtures::WORDS), "March 2014");
    assert_eq!(at("2012-08-01"), at("2012-07-31") + 1);
    assert_eq!(stretches.with_last(both, stretches.last()).to, full.to);
}

#[test]
fn a_story_of_days_goes_by_days_and_one_of_ages_by_years() {
    for (span, first, next) in [
        ("2013-11-01/2013-11-20", "2013-11-01", "2013-11-02"),
        ("2013-11-05", "2013-11-05", "2013-11-05"),
        ("1900/1999", "1900-01-01", "1901-01-01"),
    ] {
        let index = Index {
            span: date(span),
            events: &[],
            knots: &[],
            ..*small()
        };
        let stretches = Stretches::of(&index);
        let full = Window::full(&index);
        assert_eq!(stretches.with_first(full, 0).from, day(first), "{span}");
        assert_eq!(stretches.with_first(full, 1).from, day(next), "{span}");
    }
    let ages = Index {
        span: date("0001/2000"),
        events: &[],
        knots: &[],
        ..*small()
    };
    assert!(Stretches::of(&ages).last() < 600);
}

proptest! {
    #[test]
    fn each_step_moves_and_the_thumbs_never_cross(index in any_story(), moves in prop::collection::vec((any::<bool>(), 0..3000usize), 1..20)) {
        let stretches = Stretches::of(index);
        let full = Window::full(index);
        let mut period = full;
        for (is_first, n) in moves {
            let to = n.min(stretches.last());
            let before = period;
            period = if is_first { stretches.with_first(period, to) } else { stretches.with_last(period, to) };
            prop_assert!(full.from <= period.from && period.from <= period.to && period.to <= full.to);
            if is_first {
                prop_assert_eq!(stretches.at(period.from), to.min(stretches.at(before.to)));
            } else {
                prop_assert_eq!(stretches.at(period.to), to.max(stretches.at(before.from)));
            }
        }
    }

    #[test]
    fn the_slider_keeps_to_the_events_within(index in any_story(), a in 0..1000usize, b in 0..1000usize) {
        let stretches = Stretches::of(index);
        let place = |n: usize| n * stretches.last() / 1000;
        let period = stretches.with_first(Window::full(index), place(a.min(b)));
        let period = stretches.with_last(period, place(a.max(b)));
        let stops = order::stops(index, period, ALL);
        for event in 0..index.events.len() as EventIx {
            let is_within = period.contains(index.events[usize::from(event)].anchor);
            prop_assert_eq!(stops.contains(&event), is_within);
        }
    }
}

#[test]
fn what_is_not_published_has_no_stop_and_is_not_shown() {
    let index = fixtures::index();
    let early = Choice::INITIAL.with_as_of(index, Some(0));
    let horizon = early.horizon(index);
    let stops = order::stops(index, Window::full(index), horizon);
    assert!(!stops.is_empty() && stops.len() < index.events.len());
    for (n, beat) in index.beats.iter().enumerate() {
        let there = early.at_beat(Some(n as u8));
        let is_known = index.events[usize::from(beat.event)].published_by <= horizon;
        assert_eq!(there.shown(index).is_some(), is_known, "beat {n}");
        assert_eq!(there.beat, Some(n as u8), "the reader stays where he is");
    }
}

#[test]
fn the_articles_are_named_in_the_order_in_which_they_came_out() {
    let index = fixtures::index();
    let days: Vec<_> = index.articles.iter().map(|a| a.date.end).collect();
    assert!(days.is_sorted());
    assert_eq!(index.articles.len(), text().sources.len());
    for article in index.articles {
        assert!(index.editions.contains(&article.date.end));
        assert_eq!(
            article.short,
            text().sources[usize::from(article.source)].short
        );
    }
}
