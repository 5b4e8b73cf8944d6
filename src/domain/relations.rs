//! Who holds what towards whom at a moment, and the diagram of it: nodes round a centre, and for
//! each pair two parallel lines, one for each direction.
//!
//! Geometry is in whole tenths of the drawing's unit, so that no float is formatted.

use super::date::Day;
use crate::story::model::{ActorIx, Position};

// ---------------------------------------------------------------- positions

/// The position (an index into the story's) that `actor` holds towards `toward` on `day`: the
/// latest since then or before that can be known within the `horizon`; of two since the same day,
/// the story's later one. None: no word.
pub fn at(
    positions: &[Position],
    actor: ActorIx,
    toward: ActorIx,
    day: Day,
    horizon: Day,
) -> Option<usize> {
    let begun = positions.partition_point(|p| p.since <= day);
    positions[..begun]
        .iter()
        .rposition(|p| p.actor == actor && p.toward == toward && p.published_by <= horizon)
}

/// One direction of a pair, and its position at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub actor: ActorIx,
    pub toward: ActorIx,
    /// An index into the story's positions; none: no word.
    pub position: Option<usize>,
}

/// Every direction that is drawn, in the order of [`directions`], at a moment.
pub fn all_at(positions: &[Position], main: usize, day: Day, horizon: Day) -> Vec<Link> {
    directions(positions, main)
        .into_iter()
        .map(|(actor, toward)| Link {
            actor,
            toward,
            position: at(positions, actor, toward, day, horizon),
        })
        .collect()
}

/// The directions that are drawn: every ordered pair of the `main` actors, the first actor's
/// first; then those with a minor actor of which some source ever speaks, as they come up.
pub fn directions(positions: &[Position], main: usize) -> Vec<(ActorIx, ActorIx)> {
    let mut out = Vec::new();
    for actor in 0..main as ActorIx {
        for toward in 0..main as ActorIx {
            if actor != toward {
                out.push((actor, toward));
            }
        }
    }
    for p in positions {
        let with_minor = p.actor.max(p.toward) as usize >= main;
        if with_minor && !out.contains(&(p.actor, p.toward)) {
            out.push((p.actor, p.toward));
        }
    }
    out
}

/// The minor actors that hold a position or are the object of one, each once, as they come up.
pub fn minor(positions: &[Position], main: usize) -> Vec<ActorIx> {
    let mut out = Vec::new();
    for p in positions {
        for actor in [p.actor, p.toward] {
            if actor as usize >= main && !out.contains(&actor) {
                out.push(actor);
            }
        }
    }
    out
}

/// Whether `actor` stands otherwise towards `toward` on `to` than on `from`: at another level, or
/// with a word where there was none, as far as can be known within the `horizon`. Another reason for
/// the same level is no change.
pub fn changed(
    positions: &[Position],
    actor: ActorIx,
    toward: ActorIx,
    from: Day,
    to: Day,
    horizon: Day,
) -> bool {
    let level = |day| at(positions, actor, toward, day, horizon).map(|p| positions[p].level);
    level(from) != level(to)
}

// ---------------------------------------------------------------- layout

pub use crate::story::model::Point;
pub use ::story::figures::{push_tenths, tenths};

/// Where a node's words stand: on the side where no line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
    Above,
    Below,
}

impl Side {
    /// The value of `data-side`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

/// Where a node stands and where its words do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub at: Point,
    pub side: Side,
}

/// The drawing's size and its nodes: the main actors by slot, then the minor ones.
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

    /// With as many minor actors in a row below the main ones.
    pub fn with_minor(mut self, minor: usize) -> Self {
        for i in 0..minor {
            let row = (i / MINOR_A_ROW) as i32;
            let in_row = (minor - i / MINOR_A_ROW * MINOR_A_ROW).min(MINOR_A_ROW) as i32;
            let place = (i % MINOR_A_ROW) as i32;
            self.nodes.push(Node {
                at: Point {
                    x: self.width * (2 * place + 1) / (2 * in_row),
                    y: self.height + MINOR_ROW * row + MINOR_ROW / 2,
                },
                side: Side::Below,
            });
        }
        self.height += MINOR_ROW * minor.div_ceil(MINOR_A_ROW) as i32;
        self
    }
}

/// How many minor actors stand in one row, and how high it is, in tenths.
const MINOR_A_ROW: usize = 4;
const MINOR_ROW: i32 = 560;

/// A node's place in whole units, and the side of its words.
type Place = (i32, i32, Side);

/// The drawing's size for so many main actors, in whole units; the same from every perspective, so
/// that nothing beside it moves.
const fn size(nodes: usize) -> (i32, i32) {
    match nodes {
        0..=2 => (344, 80),
        3 | 4 => (344, 142),
        _ => (440, 188),
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
    use Side::{Left, Right};
    let count = nodes.clamp(2, 6);
    let places: &[Place] = match count {
        2 => &[(220, 40, Right), (96, 40, Left)],
        3 => &[(220, 112, Right), (150, 30, Right), (62, 112, Left)],
        // The lower row stands a little to the left of the upper one: in a leaning rectangle the
        // two diagonals are told apart at a glance.
        4 => &[
            (220, 114, Right),
            (96, 28, Left),
            (62, 114, Left),
            (238, 28, Right),
        ],
        _ => &[
            (288, 154, Right),
            (160, 34, Left),
            (140, 154, Left),
            (308, 34, Right),
            (352, 94, Right),
            (92, 94, Left),
        ],
    };
    made(count, &places[..count])
}

/// The same turned to one actor: it stands in the middle and the others, in their order, around
/// it. Only what it holds and what is held towards it is drawn, so no two lines cross.
pub fn turned(nodes: usize, centre: ActorIx) -> Layout {
    use Side::{Above, Below, Left, Right};
    let count = nodes.clamp(2, 6);
    let centre = (centre as usize).min(count - 1);
    // The middle first.
    let places: &[Place] = match count {
        2 => &[(106, 40, Left), (236, 40, Right)],
        3 => &[(172, 44, Above), (56, 44, Below), (288, 44, Below)],
        4 => &[
            (172, 30, Above),
            (56, 30, Below),
            (288, 30, Below),
            (172, 118, Right),
        ],
        5 => &[
            (220, 44, Above),
            (56, 44, Below),
            (384, 44, Below),
            (150, 140, Left),
            (290, 140, Right),
        ],
        _ => &[
            (220, 44, Above),
            (56, 44, Below),
            (384, 44, Below),
            (130, 140, Left),
            (310, 140, Right),
            (220, 126, Below),
        ],
    };
    let mut by_slot = places[1..].to_vec();
    by_slot.insert(centre, places[0]);
    made(count, &by_slot)
}

fn made(count: usize, places: &[Place]) -> Layout {
    let (width, height) = size(count);
    Layout {
        width: width * 10,
        height: height * 10,
        nodes: places
            .iter()
            .map(|&(x, y, side)| Node {
                at: Point::new(x * 10, y * 10),
                side,
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
pub struct Way {
    from: Point,
    dx: i32,
    dy: i32,
    /// At least 1.
    pub length: i32,
}

impl Way {
    pub fn new(from: Point, to: Point) -> Self {
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
    pub fn point(&self, along: i32, right: i32) -> Point {
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

/// From a pair's line to the sign that it has changed, and half that sign.
const NEWS: i32 = 85;
const NEWS_HALF: i32 = 45;
/// From the line between the centres to the middle of what can be hit, which is twice as wide.
const HIT: i32 = 120;

/// The path data of everything that is drawn of one direction, in the order of [`PARTS`].
pub fn drawn(from: Point, to: Point) -> [String; PARTS.len()] {
    let (arrow, stub, way) = (arrow(from, to), stub(from, to), Way::new(from, to));
    // An asterisk beside the line's first half: three strokes through one point.
    let middle = way.length * 2 / 5;
    let mut news = String::new();
    for (along, right) in [(0, NEWS_HALF), (39, 22), (39, -22)] {
        let right_of = APART + NEWS;
        news.push_str(&path(&[
            way.point(middle - along, right_of - right),
            way.point(middle + along, right_of + right),
        ]));
    }
    let hit = |to| path(&[way.point(CLEAR, HIT), way.point(to, HIT)]);
    [
        hit(way.length - CLEAR),
        hit(CLEAR + STUB + BAR_HALF),
        arrow.shaft_path(),
        arrow.shaft_path(),
        arrow.head_path(),
        stub.line_path(),
        stub.bar_path(),
        news,
    ]
}

/// The classes of a direction's parts: what can be hit, of the line and of the one that stops short,
/// so that where nothing is drawn nothing is in the way of another line; the line, its teeth and its head; the line
/// that stops short and its bar; the sign that it has changed.
pub const PARTS: [&str; 8] = [
    "hit", "hit stub", "shaft", "teeth", "head", "stub", "stub-bar", "news",
];

/// Path data through `points`, in units with at most one decimal.
pub fn path(points: &[Point]) -> String {
    let mut out = String::new();
    for (i, point) in points.iter().enumerate() {
        out.push(if i == 0 { 'M' } else { 'L' });
        point.push(&mut out);
    }
    out
}
