//! Lines of sight on the map: from each capital to the event, as far as it is heard.

use super::{Rect, Size};
use crate::domain::relations::Way;
use crate::story::model::{Heard, Point};

/// Something that stands on the map, or at its edge if it lies outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub at: Point,
    /// If it lies outside: a chevron that points there.
    pub off: Option<[Point; 3]>,
}

/// One capital's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// The capital.
    pub mark: Mark,
    /// From the capital's mark to the event's ring, or as far as the line goes.
    pub ray: Option<[Point; 2]>,
    /// Where the line passes through a source.
    pub relay: Option<Point>,
    /// The bar before which a silent capital's line ends.
    pub stop: Option<[Point; 2]>,
    /// What opens towards the event from the capital's eyes.
    pub cone: Option<[Point; 3]>,
}

/// Sizes in px, see [`Size::px`].
pub const RING: i32 = 12;
pub const EYE: i32 = 8;
pub const RELAY: i32 = 11;
/// How far from the edge what lies outside is marked.
const EDGE: i32 = 24;
/// A mark nearer to the edge counts as outside.
const RIM: i32 = 9;
/// Between two marks at the edge.
const APART: i32 = 40;
/// Between a capital's and the event's, so that a line between them has room for its mark.
const FAR_APART: i32 = 64;
/// A line towards no place is so long.
const STUB: i32 = 46;
const BAR: i32 = 8;
/// How far a mark at the edge may give way, in halves of that.
const MOVES: i32 = 16;
const CHEVRON: i32 = 6;
const CONE: i32 = 34;

/// Where the event is marked; `event` is its place in the drawing, in the frame or not.
pub fn aim(event: Point, size: Size) -> Mark {
    mark(event, size.frame().center(), size, RING, &[])
}

/// The lines from capitals at `seats` (in the drawing, in the frame or not) to the event's mark.
/// Without an event that has a place they set out towards the middle.
pub fn sights(
    seats: &[Option<Point>],
    voices: &[Heard],
    event: Option<Point>,
    size: Size,
) -> Vec<Option<Sight>> {
    let aim = event.map(|event| aim(event, size));
    // What stands there, and how far from it others must be.
    let mut marks: Vec<Rect> = (aim.iter())
        .map(|mark| Rect::around(mark.at, size.px(FAR_APART) - 1))
        .collect();
    let mut relays: Vec<Rect> = Vec::new();
    let mut out = Vec::new();
    for (seat, heard) in seats.iter().zip(voices) {
        let Some(seat) = *seat else {
            out.push(None);
            continue;
        };
        // A capital where the event is shares its mark.
        let mark = match (event, aim) {
            (Some(event), Some(aim)) if event == seat => aim,
            // Seen from an event on the map, a capital outside lies where its line comes in.
            (Some(_), Some(aim)) if aim.off.is_none() => mark(seat, aim.at, size, EYE, &marks),
            _ => mark(seat, size.frame().center(), size, EYE, &marks),
        };
        marks.push(Rect::around(mark.at, size.px(APART) - 1));
        let target = aim.map(|aim| aim.at);
        out.push(Some(sight(mark, target, *heard, size, &mut relays)));
    }
    out
}

fn sight(
    mark: Mark,
    aim: Option<Point>,
    heard: Heard,
    size: Size,
    relays: &mut Vec<Rect>,
) -> Sight {
    let mut sight = Sight {
        mark,
        ray: None,
        relay: None,
        stop: None,
        cone: None,
    };
    let px = |n| size.px(n);
    let way = Way::new(mark.at, aim.unwrap_or(size.frame().center()));
    let (start, end) = match aim {
        Some(_) => (px(EYE), way.length - px(RING)),
        None => (px(EYE), px(STUB).min(way.length)),
    };
    // Too near to draw a line between them.
    if heard == Heard::Uninvolved || end < start + px(6) {
        return sight;
    }
    let end = match heard {
        Heard::Silent => (way.length / 3).clamp(px(30), px(70)).min(end),
        _ => end,
    };
    sight.ray = Some([way.point(start, 0), way.point(end, 0)]);
    match heard {
        Heard::Silent => {
            sight.stop = Some([way.point(end, px(BAR)), way.point(end, -px(BAR))]);
        }
        Heard::Reported => {
            // In the middle, unless another line's stands there.
            let at =
                [50, 40, 60, 30, 70].map(|part| way.point(start + (end - start) * part / 100, 0));
            let room = |at: &Point| Rect::around(*at, px(RELAY));
            let is_free = |at: &&Point| !relays.iter().any(|other| other.meets(&room(at)));
            let at = at.iter().find(is_free).unwrap_or(&at[0]);
            relays.push(room(at));
            sight.relay = Some(*at);
        }
        _ => {}
    }
    if aim.is_some() && heard != Heard::Silent {
        let far = way.length + px(RING);
        sight.cone = Some([mark.at, way.point(far, px(CONE)), way.point(far, -px(CONE))]);
    }
    sight
}

/// Marks a place of the drawing: there, or at the edge on the way to it from a point inside.
/// `reach` is the mark's own.
fn mark(place: Point, from: Point, size: Size, reach: i32, others: &[Rect]) -> Mark {
    let frame = size.frame();
    if frame.inner(size.px(RIM)).holds(place) {
        return Mark {
            at: place,
            off: None,
        };
    }
    let rim = frame.inner(size.px(EDGE));
    let first = edge(from, place, rim);
    // Where it lies, or where no other mark is and it is nearest.
    let far = |at: Point| {
        let (dx, dy) = (i64::from(place.x - at.x), i64::from(place.y - at.y));
        dx * dx + dy * dy
    };
    let is_free = |at: Point| !others.iter().any(|other| other.holds(at));
    let mut at = first;
    if !is_free(first) {
        let mut best = i64::MAX;
        for n in -MOVES..=MOVES {
            let other = along(rim, first, size.px(APART / 2) * n);
            if is_free(other) && far(other) < best {
                (at, best) = (other, far(other));
            }
        }
    }
    let way = Way::new(from, first);
    // From the mark on, in the direction in which the place lies.
    let tip = way.length + size.px(reach + CHEVRON + 3);
    let foot = tip - size.px(CHEVRON);
    let moved = |along, right| {
        let point = way.point(along, right);
        Point {
            x: point.x + at.x - first.x,
            y: point.y + at.y - first.y,
        }
    };
    let half = size.px(CHEVRON);
    Mark {
        at,
        off: Some([moved(foot, half), moved(tip, 0), moved(foot, -half)]),
    }
}

/// So far along a rectangle's edge from a point on it, clockwise.
fn along(rect: Rect, from: Point, by: i32) -> Point {
    let Rect { x, y, w, h } = rect;
    let start = match from {
        _ if from.y == y => from.x - x,
        _ if from.x == x + w => w + from.y - y,
        _ if from.y == y + h => w + h + x + w - from.x,
        _ => w * 2 + h + y + h - from.y,
    };
    let at = (start + by).rem_euclid((w + h) * 2);
    let (x, y) = match at {
        _ if at < w => (x + at, y),
        _ if at < w + h => (x + w, y + at - w),
        _ if at < w * 2 + h => (x + w - (at - w - h), y + h),
        _ => (x, y + h - (at - w * 2 - h)),
    };
    Point { x, y }
}

/// Where the way from a point inside to one outside leaves the rectangle.
pub fn edge(inside: Point, outside: Point, rect: Rect) -> Point {
    let from = Point {
        x: inside.x.clamp(rect.x, rect.x + rect.w),
        y: inside.y.clamp(rect.y, rect.y + rect.h),
    };
    let (dx, dy) = (
        i64::from(outside.x) - i64::from(from.x),
        i64::from(outside.y) - i64::from(from.y),
    );
    // How far the sides are, in the direction of the way.
    let room = |d: i64, at: i32, low: i32, size: i32| match d < 0 {
        true => i64::from(low - at),
        false => i64::from(low + size - at),
    };
    let to_x = room(dx, from.x, rect.x, rect.w);
    let to_y = room(dy, from.y, rect.y, rect.h);
    // The nearer of the two sides: to_x / dx against to_y / dy, neither negative.
    let (x, y) = match to_x.abs() * dy.abs() < to_y.abs() * dx.abs() {
        true => (to_x, dy * to_x / dx),
        false if dy != 0 => (dx * to_y / dy, to_y),
        false => (0, 0),
    };
    Point {
        x: from.x + x as i32,
        y: from.y + y as i32,
    }
}
