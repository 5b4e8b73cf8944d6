//! Who holds what towards whom, and how it is drawn.

mod common;

use common::{CN, JP, RU, US, day, position, small};
use proptest::prelude::*;
use sightlines::domain::relations::{self, Point, arrow, layout, stub};

#[test]
fn a_position_holds_until_the_next_of_the_same_pair() {
    let index = small();
    let level = |actor, toward, on| {
        relations::at(index.positions, actor, toward, day(on)).map(|i| index.positions[i].level)
    };
    let cases = [
        (JP, RU, "1944-12-31", None),
        (JP, RU, "1945-01-01", Some(-2)),
        (JP, RU, "2013-03-31", Some(-2)),
        (JP, RU, "2013-04-01", Some(1)),
        (JP, RU, "2014-03-01", Some(-1)),
        (JP, RU, "2100-01-01", Some(-1)),
        (RU, JP, "2014-03-01", Some(1)),
        (RU, JP, "2013-03-31", None),
        (CN, RU, "2016-01-01", None),
        (JP, JP, "2016-01-01", None),
    ];
    for (actor, toward, on, expected) in cases {
        assert_eq!(level(actor, toward, on), expected, "{actor} {toward} {on}");
    }
}

#[test]
fn of_two_positions_since_one_day_the_later_in_the_story_holds() {
    let positions = [position(JP, RU, "2013", 1), position(JP, RU, "2013", 2)];
    assert_eq!(relations::at(&positions, JP, RU, day("2013")), Some(1));
}

#[test]
fn all_relations_are_all_ordered_pairs() {
    let index = small();
    let links = relations::all_at(index.positions, 4, day("2013-07-16"));
    assert_eq!(links.len(), 12);
    assert_eq!((links[0].actor, links[0].toward), (JP, RU));
    assert_eq!((links[11].actor, links[11].toward), (US, CN));
    assert_eq!(links.iter().filter(|l| l.position.is_some()).count(), 3);
}

#[test]
fn a_change_is_another_position_at_the_end_than_at_the_start() {
    let index = small();
    let changed = |from, to| relations::changed(index.positions, JP, RU, day(from), day(to));
    assert!(changed("2013-01-01", "2013-07-01"));
    assert!(!changed("2013-05-01", "2013-07-01"));
    assert!(changed("1900-01-01", "1950-01-01"));
    assert!(changed("2014-07-01", "2013-07-01"), "backwards too");
}

// ---------------------------------------------------------------- drawing

#[test]
fn four_stand_as_in_the_design() {
    let places: Vec<_> = layout(4)
        .nodes
        .iter()
        .map(|n| (n.at.x / 10, n.at.y / 10, n.name_right))
        .collect();
    assert_eq!(
        places,
        [
            (220, 104, true),
            (96, 24, false),
            (62, 104, false),
            (238, 24, true)
        ]
    );
    assert_eq!(layout(4).view_box(), "0 0 344 128");
}

#[test]
fn nodes_have_room_for_themselves_and_their_names_and_stand_opposite_in_pairs() {
    for count in 2..=6 {
        let layout = layout(count);
        assert_eq!(layout.nodes.len(), count);
        for (i, a) in layout.nodes.iter().enumerate() {
            let room = if a.name_right {
                layout.width - a.at.x
            } else {
                a.at.x
            };
            assert!(room >= 600, "{count}: name of {i}");
            assert!(
                a.at.y >= 200 && a.at.y + 200 <= layout.height,
                "{count}: {i}"
            );
            for b in &layout.nodes[i + 1..] {
                let (dx, dy) = (a.at.x - b.at.x, a.at.y - b.at.y);
                // Two clearances, a head and something of a line.
                assert!(dx * dx + dy * dy >= 700 * 700, "{count}: {i}");
            }
        }
        // Three make a triangle instead.
        let pairs = if count == 3 { &[] } else { &layout.nodes[..] };
        for pair in pairs.chunks_exact(2) {
            assert_ne!(pair[0].name_right, pair[1].name_right, "{count}");
        }
    }
    assert_eq!(layout(0), layout(2));
    assert_eq!(layout(9), layout(6));
}

#[test]
fn no_line_runs_through_a_third_node() {
    for count in 2..=6 {
        let nodes = layout(count).nodes;
        for (a, b) in relations::pairs(count) {
            let (from, to) = (nodes[a as usize].at, nodes[b as usize].at);
            for (c, node) in nodes.iter().enumerate() {
                if c == a as usize || c == b as usize {
                    continue;
                }
                let (dx, dy) = (i64::from(to.x - from.x), i64::from(to.y - from.y));
                let (px, py) = (i64::from(node.at.x - from.x), i64::from(node.at.y - from.y));
                let cross = (dx * py - dy * px).abs();
                let length = ((dx * dx + dy * dy) as u64).isqrt() as i64;
                let between = (0..=length * length).contains(&(dx * px + dy * py));
                // The node's radius, the offset, and half a head.
                assert!(
                    !between || cross / length > 140 + 45 + 40,
                    "{count}: {a}-{b} at {c}"
                );
            }
        }
    }
}

#[test]
fn a_line_to_the_right_runs_below_the_line_back() {
    let (left, right) = (Point { x: 620, y: 1040 }, Point { x: 2200, y: 1040 });
    let there = arrow(left, right);
    let back = arrow(right, left);
    assert_eq!(there.shaft_path(), "M83.5 108.5L191.5 108.5");
    assert_eq!(there.head_path(), "M198.5 108.5L191.5 112.5L191.5 104.5z");
    assert_eq!(back.shaft_path(), "M198.5 99.5L90.5 99.5");
    let none = stub(left, right);
    assert_eq!(none.line_path(), "M83.5 108.5L96.5 108.5");
    assert_eq!(none.bar_path(), "M96.5 102.5L96.5 114.5");
}

#[test]
fn tenths_are_written_short() {
    for (tenths, text) in [
        (2051, "205.1"),
        (960, "96"),
        (0, "0"),
        (-5, "-0.5"),
        (-100, "-10"),
    ] {
        let mut out = String::new();
        relations::push_tenths(&mut out, tenths);
        assert_eq!(out, text);
    }
}

#[test]
fn two_nodes_in_one_place_do_not_divide_by_nothing() {
    let at = Point { x: 100, y: 100 };
    arrow(at, at);
    stub(at, at);
}

proptest! {
    #[test]
    fn the_two_lines_of_a_pair_are_parallel_and_apart(
        ax in 0i32..3440, ay in 0i32..1280, bx in 0i32..3440, by in 0i32..1280
    ) {
        let (a, b) = (Point { x: ax, y: ay }, Point { x: bx, y: by });
        let length = f64::from(bx - ax).hypot(f64::from(by - ay));
        prop_assume!(length > 700.0);
        // How far to the right of the way from a to b.
        let right = |p: Point| {
            let (px, py) = (f64::from(p.x - ax), f64::from(p.y - ay));
            (f64::from(bx - ax) * py - f64::from(by - ay) * px) / length
        };
        let (there, back) = (arrow(a, b), arrow(b, a));
        for point in [there.from, there.to, there.head[0]] {
            prop_assert!((right(point) - 45.0).abs() < 2.0);
        }
        for point in [back.from, back.to, back.head[0]] {
            prop_assert!((right(point) + 45.0).abs() < 2.0);
        }
        // Clear of both nodes.
        for point in [there.from, there.head[0], back.from, back.head[0]] {
            for node in [a, b] {
                let far = f64::from(point.x - node.x).hypot(f64::from(point.y - node.y));
                prop_assert!(far > 205.0);
            }
        }
    }
}
