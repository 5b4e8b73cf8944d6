//! Who holds what towards whom, and how it is drawn.

use fixtures::{CN, JP, NK, RU, US, date, day, position, small, story};
use proptest::prelude::*;
use sightlines::domain::known;
use sightlines::domain::relations::{self, Node, Point, Side, arrow, layout, stub, turned};

#[test]
fn a_position_holds_until_the_next_of_the_same_pair() {
    let index = small();
    let level = |actor, toward, on| {
        relations::at(index.positions, actor, toward, day(on), known::ALL)
            .map(|i| index.positions[i].level)
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
    assert_eq!(
        relations::at(&positions, JP, RU, day("2013"), known::ALL),
        Some(1)
    );
}

#[test]
fn all_relations_are_all_ordered_pairs() {
    let index = small();
    let links = relations::all_at(index.positions, 4, day("2013-07-16"), known::ALL);
    assert_eq!(links.len(), 12);
    assert_eq!((links[0].actor, links[0].toward), (JP, RU));
    assert_eq!((links[11].actor, links[11].toward), (US, CN));
    assert_eq!(links.iter().filter(|l| l.position.is_some()).count(), 3);
}

#[test]
fn a_change_is_another_level_at_the_end_than_at_the_start() {
    let index = small();
    let changed =
        |from, to| relations::changed(index.positions, JP, RU, day(from), day(to), known::ALL);
    assert!(changed("2013-01-01", "2013-07-01"));
    assert!(!changed("2013-05-01", "2013-07-01"));
    assert!(changed("1900-01-01", "1950-01-01"), "from no word to one");
    assert!(changed("2014-07-01", "2013-07-01"), "backwards too");
    // Another reason, the same level.
    let positions = [position(JP, RU, "2013", 1), position(JP, RU, "2014", 1)];
    let changed = |from, to| relations::changed(&positions, JP, RU, day(from), day(to), known::ALL);
    assert!(!changed("2013-07-01", "2014-07-01"));
}

#[test]
fn changes_count_from_the_passage_before_or_else_from_the_one_being_read() {
    let index = story(
        date("2010/2016"),
        vec![("a", date("2013-07"), day("2013-07"))],
        &[
            ("one", day("2011-01"), &[]),
            ("two", day("2013-07"), &["a"]),
            ("three", day("2012-05"), &[]),
        ],
        &[],
    );
    let from = |step, moment| relations::compared_with(index, step, day(moment));
    let cases = [
        // Where the passage puts the moment: since the passage before.
        (None, "2011-01", "2011-01"),
        (Some(0), "2011-01", "2011-01"),
        (Some(1), "2013-07", "2011-01"),
        // The story goes back in time.
        (Some(2), "2012-05", "2013-07"),
        // Moved away: since the passage that is being read.
        (Some(1), "2015-02", "2013-07"),
        (Some(1), "2010-02", "2013-07"),
        (None, "2015-02", "2011-01"),
    ];
    for (step, moment, expected) in cases {
        assert_eq!(from(step, moment), day(expected), "{step:?} {moment}");
    }
}

#[test]
fn minor_actors_come_in_only_where_a_position_names_them() {
    let positions = [
        position(JP, RU, "2010", 1),
        position(NK, JP, "2011", -2),
        position(US, NK, "2012", -1),
        position(NK, JP, "2013", -1),
    ];
    assert_eq!(relations::minor(&positions, 4), [NK]);
    assert!(relations::minor(&positions[..1], 4).is_empty());
    let directions = relations::directions(&positions, 4);
    assert_eq!(directions.len(), 14);
    assert_eq!(directions[12..], [(NK, JP), (US, NK)]);
    let links = relations::all_at(&positions, 4, day("2011-06-01"), known::ALL);
    assert_eq!((links[12].position, links[13].position), (Some(1), None));
}

// ---------------------------------------------------------------- drawing

/// A box: left, top, right, bottom, in tenths.
type Box = [i32; 4];

/// Where a node's words may reach, in three lines of at most `em` ems: as the style sets them.
fn words(node: Node, lines: i32, em: i32) -> Box {
    let width = em * 125;
    let (x, y) = (node.at.x, node.at.y);
    let (left, first) = match node.side {
        Side::Right => (x + 180, y + if lines > 1 { -100 } else { 45 }),
        Side::Left => (x - 180 - width, y + if lines > 1 { -100 } else { 45 }),
        Side::Above => (x - width / 2, y - 180),
        Side::Below => (x - width / 2, y + 270),
    };
    let last = first + (lines - 1) * 145;
    [left, first - 95, left + width, last + 30]
}

fn shape(node: Node) -> Box {
    let Point { x, y } = node.at;
    [x - 120, y - 120, x + 120, y + 120]
}

fn apart(a: Box, b: Box) -> bool {
    a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]
}

/// Whether a line from one node's edge to the other's, as wide as a pair's two with their heads,
/// keeps out of a box.
fn keeps_out(from: Point, to: Point, area: Box) -> bool {
    let length = f64::from(to.x - from.x).hypot(f64::from(to.y - from.y));
    let (dx, dy) = (
        f64::from(to.x - from.x) / length,
        f64::from(to.y - from.y) / length,
    );
    (215..=(length as i32 - 215)).step_by(10).all(|along| {
        [-85.0, 0.0, 85.0].iter().all(|right| {
            let along = f64::from(along);
            let x = f64::from(from.x) + dx * along - dy * right;
            let y = f64::from(from.y) + dy * along + dx * right;
            let inside = f64::from(area[0]) < x
                && x < f64::from(area[2])
                && f64::from(area[1]) < y
                && y < f64::from(area[3]);
            !inside
        })
    })
}

#[test]
fn from_nobodys_side_nodes_and_names_have_room_and_stand_opposite_in_pairs() {
    for count in 2..=6 {
        let layout = layout(count);
        assert_eq!(layout.nodes.len(), count);
        for (i, a) in layout.nodes.iter().enumerate() {
            let room = if a.side == Side::Right {
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
            assert_ne!(pair[0].side, pair[1].side, "{count}");
        }
    }
    assert_eq!(layout(0), layout(2));
    assert_eq!(layout(9), layout(6));
}

#[test]
fn turned_to_an_actor_nothing_overlaps_and_no_line_meets_a_word() {
    for count in 2..=6 {
        for centre in 0..count {
            let layout = turned(count, centre as u8);
            let said = format!("{count}, turned to {centre}");
            assert_eq!(layout.nodes.len(), count);
            assert_eq!((layout.width, layout.height), {
                let neutral = relations::layout(count);
                (neutral.width, neutral.height)
            });
            let middle = layout.nodes[centre].at;
            let boxes = |i: usize| {
                let lines = if i == centre { 1 } else { 3 };
                [shape(layout.nodes[i]), words(layout.nodes[i], lines, 7)]
            };
            for i in 0..count {
                let [_, told] = boxes(i);
                assert!(
                    told[0] >= -60 && told[1] >= 0,
                    "{said}: words of {i} {told:?}"
                );
                assert!(
                    told[2] <= layout.width + 60 && told[3] <= layout.height + 20,
                    "{said}: words of {i} {told:?}"
                );
                for j in 0..i {
                    for a in boxes(i) {
                        for b in boxes(j) {
                            assert!(apart(a, b), "{said}: {i} {a:?} and {j} {b:?}");
                        }
                    }
                }
                for other in (0..count).filter(|o| *o != centre) {
                    let to = layout.nodes[other].at;
                    for area in boxes(i) {
                        assert!(
                            keeps_out(middle, to, area),
                            "{said}: the line to {other} meets {i} {area:?}"
                        );
                    }
                }
                // A line long enough to tell the levels apart.
                let (dx, dy) = (
                    layout.nodes[i].at.x - middle.x,
                    layout.nodes[i].at.y - middle.y,
                );
                assert!(i == centre || dx * dx + dy * dy >= 800 * 800, "{said}: {i}");
            }
        }
    }
    assert_eq!(turned(0, 9), turned(2, 1));
}

#[test]
fn turning_to_another_keeps_the_others_in_their_order() {
    let at = |centre| turned(4, centre).nodes;
    for centre in 1..4 {
        let others = |centre: usize| {
            let mut nodes = at(centre as u8);
            nodes.remove(centre);
            nodes
        };
        assert_eq!(others(centre), others(0));
        assert_eq!(at(centre as u8)[centre], at(0)[0]);
    }
}

#[test]
fn minor_actors_stand_in_rows_of_four_below() {
    for main in 2..=6 {
        let plain = layout(main);
        for minor in 0..=9 {
            let all = layout(main).with_minor(minor);
            assert_eq!(all.nodes[..main], plain.nodes[..]);
            assert_eq!(all.nodes.len(), main + minor);
            for (i, a) in all.nodes.iter().enumerate().skip(main) {
                assert!(a.at.y > plain.height && a.at.y < all.height);
                for b in &all.nodes[..i] {
                    assert!(apart(shape(*a), shape(*b)), "{main} and {minor}");
                }
            }
        }
    }
}

#[test]
fn no_line_runs_through_a_third_node() {
    for count in 2..=6 {
        let nodes = layout(count).nodes;
        for (a, b) in relations::directions(&[], count) {
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
fn every_part_of_a_line_is_drawn_and_what_can_be_hit_is_all_on_its_own_side() {
    let (left, right) = (Point { x: 620, y: 1040 }, Point { x: 2200, y: 1040 });
    let there = relations::drawn(left, right);
    assert_eq!(there.len(), relations::PARTS.len());
    // 24 wide, from the line between the centres on.
    assert_eq!(there[0], "M83.5 116L198.5 116");
    assert_eq!(relations::drawn(right, left)[0], "M198.5 92L83.5 92");
    assert_eq!(there[1], "M83.5 116L102.5 116");
    assert_eq!(there[2], there[3]);
    assert!(
        there[7].matches('M').count() == 3,
        "an asterisk of three strokes"
    );
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
