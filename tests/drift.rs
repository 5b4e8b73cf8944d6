//! How a position moved over the whole axis.

use fixtures::{JP, RU, date, day, position, story};
use proptest::prelude::*;
use sightlines::domain::date::Day;
use sightlines::domain::drift::{pairs, stretches};
use sightlines::domain::scale::{self, UNITS};
use sightlines::domain::{known, relations};

#[test]
fn every_pair_comes_once() {
    assert_eq!(pairs(3).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
    assert_eq!(pairs(6).count(), 15);
    assert_eq!(pairs(1).count(), 0);
}

#[test]
fn a_stretch_ends_where_the_next_begins() {
    let positions = [
        position(JP, RU, "2011", -2),
        position(RU, JP, "2012", 0),
        position(JP, RU, "2013-04", 1),
    ];
    let index = story(date("2010/2016"), vec![], &[], &positions);
    let x = |on| scale::x(index.knots, day(on));
    let told: Vec<_> = stretches(index, JP, RU)
        .into_iter()
        .map(|s| (s.level, s.from, s.to))
        .collect();
    assert_eq!(
        told,
        [(-2, x("2011"), x("2013-04")), (1, x("2013-04"), UNITS)]
    );
    assert_eq!(stretches(index, RU, JP).len(), 1);
    assert_eq!(stretches(index, JP, 3), []);
}

proptest! {
    #[test]
    fn the_chart_shows_what_the_diagram_shows(
        days in prop::collection::btree_set(10_000i32..20_000, 1..9), at in 10_000i32..20_000
    ) {
        let levels = [2, -1, 0, 1, -2];
        let mut positions = vec![position(JP, RU, "2010", 0); days.len()];
        for (i, day) in days.iter().enumerate() {
            positions[i].since = Day(*day);
            positions[i].level = levels[i % 5];
        }
        let index = story(date("2010/2016"), vec![], &[], &positions);
        let chart = stretches(index, JP, RU);
        for pair in chart.windows(2) {
            prop_assert!(pair[0].from < pair[0].to);
            prop_assert_eq!(pair[0].to, pair[1].from);
        }
        let at = Day(at);
        let x = scale::x(index.knots, at);
        let drawn = chart.iter().find(|s| s.from <= x && x < s.to);
        let held = relations::at(index.positions, JP, RU, at, known::ALL);
        // Several changes can share one place of the axis: there the last of them is drawn.
        if let (Some(drawn), Some(held)) = (drawn, held) {
            let same_place = scale::x(index.knots, index.positions[drawn.position].since) == x;
            prop_assert!(drawn.position == held || same_place);
        } else if held.is_some() {
            prop_assert!(drawn.is_some() || x == UNITS || x == 0);
        }
    }
}
