//! Finds room for names: the important ones first, each at the best place that is still free.

use super::Rect;
use crate::story::model::Point;

/// A name that wants to be on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// What it names.
    pub at: Point,
    /// How far the mark reaches that it names; 0 where there is none and the name itself stands on
    /// the place.
    pub reach: i32,
    /// Of its longest line.
    pub width: i32,
    /// 0: it is not wanted.
    pub lines: i32,
    /// 0 is placed first.
    pub rank: u8,
}

/// Which end of a line of text is held where it is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Start,
    Middle,
    End,
}

/// Where a name has room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// On the base line of the first line.
    pub at: Point,
    pub side: Side,
    /// What it takes up.
    pub room: Rect,
}

impl Side {
    /// The value of SVG's `text-anchor`.
    pub fn anchor(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// What a name's width has for air at both sides together, in hundredths of an em.
pub(super) const AIR: i32 = 30;
/// Beside a mark, the better places first: -1 is left or above, 1 right or below.
const BESIDE: [[i32; 2]; 8] = [
    [1, 0],
    [-1, 0],
    [0, -1],
    [0, 1],
    [1, -1],
    [1, 1],
    [-1, -1],
    [-1, 1],
];
/// On the place itself or near it, in ems.
const NEAR: [[i32; 2]; 9] = [
    [0, 0],
    [0, -1],
    [0, 1],
    [-2, 0],
    [2, 0],
    [0, -2],
    [0, 2],
    [-4, 0],
    [4, 0],
];

/// Places names within `frame`, in the order of their ranks, then of the list. `taken` is what no
/// name may cover; to cross one of the `lines` is a last resort. None: there is no room.
///
/// The answers are in the order of the list. What they take up is added to `taken`.
pub fn place(
    labels: &[Label],
    frame: Rect,
    em: i32,
    taken: &mut Vec<Rect>,
    lines: &[[Point; 2]],
) -> Vec<Option<Placed>> {
    let mut out = Vec::new();
    out.resize(labels.len(), None);
    let last = labels.iter().map(|label| label.rank).max().unwrap_or(0);
    for rank in 0..=last {
        let mut equals: Vec<usize> = Vec::new();
        for (i, label) in labels.iter().enumerate() {
            if label.rank == rank && label.lines > 0 {
                equals.push(i);
            }
        }
        let free = taken.len();
        // Who comes first takes the best place. If that leaves another none, it gives way.
        for _ in 0..3 {
            taken.truncate(free);
            let mut failed = None;
            for (n, &i) in equals.iter().enumerate() {
                out[i] = settle(&labels[i], frame, em, taken, lines);
                match out[i] {
                    Some(placed) => taken.push(placed.room),
                    None => failed = failed.or(Some(n)),
                }
            }
            match failed {
                // By swaps: `rotate_right` goes through a buffer on the stack, and WebKit has once been
                // seen to bring back from it what was never put there.
                Some(n) if n > 0 => (0..n).rev().for_each(|k| equals.swap(k, k + 1)),
                _ => break,
            }
        }
    }
    out
}

/// Near by, then further off; and rather further off than across a line.
fn settle(
    label: &Label,
    frame: Rect,
    em: i32,
    taken: &[Rect],
    lines: &[[Point; 2]],
) -> Option<Placed> {
    // The name of an area would rather not be there than cross a line.
    let lines_to_mind = if label.reach > 0 {
        [lines, &[]]
    } else {
        [lines; 2]
    };
    for lines in lines_to_mind {
        for further in 0..4 {
            let found = find(label, frame, em, further, taken, lines);
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// A name that begins at a corner.
pub(super) fn below(label: &Label, corner: Point, em: i32) -> Placed {
    Placed {
        at: Point {
            x: corner.x + em * AIR / 200,
            y: corner.y + base(em),
        },
        side: Side::Start,
        room: Rect {
            x: corner.x,
            y: corner.y,
            w: label.width,
            h: height(label, em),
        },
    }
}

/// From the top of a line to where its letters stand.
fn base(em: i32) -> i32 {
    em * 19 / 20
}

/// A line takes 1.2 ems, in the style sheet too.
fn height(label: &Label, em: i32) -> i32 {
    label.lines * em * 6 / 5
}

fn find(
    label: &Label,
    frame: Rect,
    em: i32,
    further: i32,
    taken: &[Rect],
    lines: &[[Point; 2]],
) -> Option<Placed> {
    let candidates: &[[i32; 2]] = if label.reach > 0 { &BESIDE } else { &NEAR };
    for &way in candidates {
        let placed = candidate(label, frame, em, further, way);
        let room = &placed.room;
        let is_free = frame.covers(room)
            && !taken.iter().any(|other| other.meets(room))
            && !lines.iter().any(|line| crosses(*line, room));
        if is_free {
            return Some(placed);
        }
    }
    None
}

/// Next to the mark, or `further` ems from it.
fn candidate(label: &Label, frame: Rect, em: i32, further: i32, [right, down]: [i32; 2]) -> Placed {
    let Label {
        at, reach, width, ..
    } = *label;
    let height = height(label, em);
    let (x, y, side);
    if reach > 0 {
        let reach = reach + further * em;
        let gap = reach + em * 2 / 5;
        // At the mark's corner a name begins above or below it.
        let aside = if down == 0 { gap } else { reach / 2 };
        (x, side) = match right {
            1 => (at.x + aside, Side::Start),
            -1 => (at.x - aside, Side::End),
            // Above or below, it may lean inwards.
            _ => {
                let half = width / 2;
                let most = (frame.x + frame.w - half).max(frame.x + half);
                (at.x.clamp(frame.x + half, most), Side::Middle)
            }
        };
        y = at.y + down * (gap + height / 2) - height / 2;
    } else {
        (x, side) = (at.x + right * em, Side::Middle);
        y = at.y + down * em - height / 2;
    }
    let left = match side {
        Side::Start => x - em * AIR / 200,
        Side::Middle => x - width / 2,
        Side::End => x - width + em * AIR / 200,
    };
    Placed {
        at: Point { x, y: y + base(em) },
        side,
        room: Rect {
            x: left,
            y,
            w: width,
            h: height,
        },
    }
}

/// Whether a line passes through a rectangle.
pub(super) fn crosses([a, b]: [Point; 2], rect: &Rect) -> bool {
    let (right, bottom) = (rect.x + rect.w, rect.y + rect.h);
    if a.x.max(b.x) < rect.x
        || a.x.min(b.x) > right
        || a.y.max(b.y) < rect.y
        || a.y.min(b.y) > bottom
    {
        return false;
    }
    // The corners lie on both sides of the line.
    let side = |x: i32, y: i32| (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) > 0;
    let first = side(rect.x, rect.y);
    side(right, rect.y) != first || side(right, bottom) != first || side(rect.x, bottom) != first
}
