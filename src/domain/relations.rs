//! Who holds what towards whom at a moment, and the diagram of it: nodes round a centre, and for
//! each pair two parallel lines, one for each direction.
//!
//! Geometry is in whole tenths of the drawing's unit, so that no float is formatted.

use super::date::{Day, push_int};
use crate::story::model::{ActorIx, Position};

// ---------------------------------------------------------------- positions

/// The position (an index into the story's) that `actor` holds towards `toward` on `day`: the
/// latest since then or before; of two since the same day, the story's later one. None: no word.
pub fn at(positions: &[Position], actor: ActorIx, toward: ActorIx, day: Day) -> Option<usize> {
    let begun = positions.partition_point(|p| p.since <= day);
    positions[..begun]
        .iter()
        .rposition(|p| p.actor == actor && p.toward == toward)
}

/// One direction of a pair, and its position at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub actor: ActorIx,
    pub toward: ActorIx,
    /// An index into the story's positions; none: no word.
    pub position: Option<usize>,
}

/// Every ordered pair of the `main` actors, the first actor's links first.
pub fn all_at(positions: &[Position], main: usize, day: Day) -> Vec<Link> {
    pairs(main)
        .map(|(actor, toward)| Link {
            actor,
            toward,
            position: at(positions, actor, toward, day),
        })
        .collect()
}

/// Every ordered pair of the `main` actors, in the order of [`all_at`].
pub fn pairs(main: usize) -> impl Iterator<Item = (ActorIx, ActorIx)> {
    let main = main as ActorIx;
    (0..main)
        .flat_map(move |a| (0..main).map(move |b| (a, b)))
        .filter(|(a, b)| a != b)
}

/// Whether what `actor` holds towards `toward` is another position on `to` than on `from`.
pub fn changed(
    positions: &[Position],
    actor: ActorIx,
    toward: ActorIx,
    from: Day,
    to: Day,
) -> bool {
    at(positions, actor, toward, from) != at(positions, actor, toward, to)
}

// ---------------------------------------------------------------- layout

/// In tenths of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }

    /// Appends "205.1 88.4".
    pub fn push(self, out: &mut String) {
        push_tenths(out, self.x);
        out.push(' ');
        push_tenths(out, self.y);
    }
}

/// Where a node stands and on which side its name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub at: Point,
    /// The name stands to the right of it, or else to its left: always outwards, where no line
    /// goes.
    pub name_right: bool,
}

/// The drawing's size and its nodes, by slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// In tenths, as the height.
    pub width: i32,
    pub height: i32,
    pub nodes: Vec<Node>,
}

impl Layout {
    /// "0 0 344 128", for an SVG's `viewBox`.
    pub fn view_box(&self) -> String {
        let mut out = String::from("0 0 ");
        Point::new(self.width, self.height).push(&mut out);
        out
    }
}

/// Lays out 2 to 6 nodes (other counts are brought into that).
///
/// Slots come in pairs that stand opposite each other, so that what the first two actors hold
/// towards each other runs through the middle: 0 right and 1 left, 2 left and 3 right, 4 right and
/// 5 left. The first pair leans one way, the second the other, the third lies between them; two
/// alone are level, a lone third closes a triangle. Wide rather than round, because the names
/// stand left and right of the nodes.
pub fn layout(nodes: usize) -> Layout {
    let count = nodes.clamp(2, 6);
    // (x, y, name to the right), in whole units.
    type Places = &'static [(i32, i32, bool)];
    let (width, height, places): (i32, i32, Places) = match count {
        2 => (344, 64, &[(220, 32, true), (96, 32, false)]),
        3 => (
            344,
            128,
            &[(220, 104, true), (150, 24, true), (62, 104, false)],
        ),
        // The lower row stands a little to the left of the upper one: in a leaning rectangle the
        // two diagonals are told apart at a glance.
        4 => (
            344,
            128,
            &[
                (220, 104, true),
                (96, 24, false),
                (62, 104, false),
                (238, 24, true),
            ],
        ),
        _ => (
            440,
            168,
            &[
                (288, 144, true),
                (160, 24, false),
                (140, 144, false),
                (308, 24, true),
                (352, 84, true),
                (92, 84, false),
            ],
        ),
    };
    Layout {
        width: width * 10,
        height: height * 10,
        nodes: places[..count]
            .iter()
            .map(|&(x, y, name_right)| Node {
                at: Point::new(x * 10, y * 10),
                name_right,
            })
            .collect(),
    }
}

// ---------------------------------------------------------------- lines

/// From a node's centre to where its lines begin and end: the node's radius and some air.
const CLEAR: i32 = 215;
/// From the line between the centres to either of the pair's two lines.
const APART: i32 = 45;
/// The head's length, and half its width.
const HEAD: i32 = 70;
const HEAD_HALF: i32 = 40;
/// How long the line is that stops short, and half its bar.
const STUB: i32 = 130;
const BAR_HALF: i32 = 60;

/// A line to a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrow {
    pub from: Point,
    /// The foot of the head, so that a thick line does not poke out of its tip.
    pub to: Point,
    /// Tip, right, left.
    pub head: [Point; 3],
}

/// A line that stops short before a bar: no word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stub {
    pub from: Point,
    pub to: Point,
    pub bar: [Point; 2],
}

/// A direction of given length, to walk along and to the right of it.
struct Way {
    from: Point,
    dx: i32,
    dy: i32,
    length: i32,
}

impl Way {
    fn new(from: Point, to: Point) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = ((dx * dx + dy * dy) as u32).isqrt() as i32;
        Self {
            from,
            dx,
            dy,
            // Two nodes in one place have no way between them; do not divide by it.
            length: length.max(1),
        }
    }

    /// The point so far along the way and so far to its right, as one sees it walking.
    fn point(&self, along: i32, right: i32) -> Point {
        let turn = |n: i32| {
            let half = if n < 0 { -self.length } else { self.length } / 2;
            (n + half) / self.length
        };
        // y runs downwards: to the right of (dx, dy) is (-dy, dx).
        Point {
            x: self.from.x + turn(self.dx * along - self.dy * right),
            y: self.from.y + turn(self.dy * along + self.dx * right),
        }
    }
}

/// The line from one node's centre towards another's, on the right-hand side of the way, so that
/// the two directions of a pair run beside each other.
pub fn arrow(from: Point, to: Point) -> Arrow {
    let way = Way::new(from, to);
    let tip = way.length - CLEAR;
    let foot = tip - HEAD;
    Arrow {
        from: way.point(CLEAR, APART),
        to: way.point(foot, APART),
        head: [
            way.point(tip, APART),
            way.point(foot, APART + HEAD_HALF),
            way.point(foot, APART - HEAD_HALF),
        ],
    }
}

/// The line that sets out from one node towards another and stops short.
pub fn stub(from: Point, to: Point) -> Stub {
    let way = Way::new(from, to);
    let end = CLEAR + STUB;
    Stub {
        from: way.point(CLEAR, APART),
        to: way.point(end, APART),
        bar: [
            way.point(end, APART - BAR_HALF),
            way.point(end, APART + BAR_HALF),
        ],
    }
}

impl Arrow {
    /// Path data: "M205.1 88.4L123.1 35.5".
    pub fn shaft_path(&self) -> String {
        path(&[self.from, self.to])
    }

    /// Path data of the filled head.
    pub fn head_path(&self) -> String {
        let mut out = path(&self.head);
        out.push('z');
        out
    }
}

impl Stub {
    pub fn line_path(&self) -> String {
        path(&[self.from, self.to])
    }

    pub fn bar_path(&self) -> String {
        path(&self.bar)
    }
}

/// Path data through `points`, in units with at most one decimal.
pub fn path(points: &[Point]) -> String {
    let mut out = String::new();
    for (i, point) in points.iter().enumerate() {
        out.push(if i == 0 { 'M' } else { 'L' });
        point.push(&mut out);
    }
    out
}

/// Appends tenths as units: 2051 is "205.1", 960 is "96".
pub fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let n = tenths.unsigned_abs();
    push_int(out, (n / 10) as i32);
    if !n.is_multiple_of(10) {
        out.push('.');
        out.push((b'0' + (n % 10) as u8) as char);
    }
}
