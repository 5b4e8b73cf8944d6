//! Where in the text the reader is.

use proptest::prelude::*;
use sightlines::domain::progress::{active, active_by, line, permille};

#[test]
fn the_active_passage_is_the_last_to_have_reached_the_line() {
    let tops = [-900, -100, 380, 381, 1200];
    for (line, expected) in [
        (-901, None),
        (-900, Some(0)),
        (0, Some(1)),
        (380, Some(2)),
        (381, Some(3)),
        (5000, Some(4)),
    ] {
        assert_eq!(active(&tops, line), expected, "{line}");
    }
    assert_eq!(active(&[], 100), None);
}

#[test]
fn progress_runs_from_nought_to_a_thousand() {
    for ((scroll, content, view), expected) in [
        ((-200, 5000, 1000), 0),
        ((0, 5000, 1000), 0),
        ((1000, 5000, 1000), 250),
        ((4000, 5000, 1000), 1000),
        ((9000, 5000, 1000), 1000),
        // Shorter than the view.
        ((-1, 500, 1000), 0),
        ((0, 500, 1000), 1000),
        ((i32::MAX, i32::MAX, 0), 1000),
    ] {
        assert_eq!(permille(scroll, content, view), expected);
    }
}

#[test]
fn the_line_stands_below_the_bar_and_never_far() {
    assert_eq!(line(900, 100), 300);
    assert_eq!(line(400, 0), 100);
    assert_eq!(line(2400, 100), 320, "no further on a tall screen");
    assert_eq!(line(80, 100), 100, "a view that the bar fills");
}

proptest! {
    #[test]
    fn few_passages_are_measured_to_find_the_active_one(
        mut tops in prop::collection::vec(-9000i32..9000, 0..200), line in -9000i32..9000
    ) {
        tops.sort_unstable();
        let mut measured = 0;
        let found = active_by(tops.len(), |i| { measured += 1; tops[i] }, line);
        prop_assert_eq!(found, tops.iter().rposition(|top| *top <= line));
        prop_assert!(measured <= 8);
    }

    #[test]
    fn progress_never_runs_back_while_scrolling_on(
        scroll in -5000i32..50_000, by in 0i32..5000, content in 0i32..40_000, view in 1i32..3000
    ) {
        let (a, b) = (permille(scroll, content, view), permille(scroll + by, content, view));
        prop_assert!(0 <= a && a <= b && b <= 1000);
    }

    #[test]
    fn scrolling_on_never_goes_back_a_passage_and_reaches_the_last_of_them(
        heights in prop::collection::vec(1i32..2000, 1..20), view in 100i32..2000
    ) {
        let tops: Vec<i32> = heights
            .iter()
            .scan(0, |top, height| {
                let at = *top;
                *top += height;
                Some(at)
            })
            .collect();
        // More follows below the passages, so that the last of them can rise to the line.
        let end = heights.iter().sum::<i32>() + view;
        let mut before = None;
        for scroll in (0..=end).step_by(7).chain([end]) {
            let seen: Vec<i32> = tops.iter().map(|top| top - scroll).collect();
            let now = active(&seen, line(view, 50));
            prop_assert!(now >= before);
            before = now;
        }
        prop_assert_eq!(before, Some(tops.len() - 1));
    }
}
