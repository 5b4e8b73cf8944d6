//! Marks at the stage's rim, for what lies outside of it.

use super::bearing;
use super::space::{Area, Pt};
use super::{Look, Scale, is_cards};
use crate::story::model::Globe;

/// Something that stands on the stage, or at its rim if it lies outside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    pub at: Pt,
    pub far: Option<Far>,
}

/// What a mark at the rim says of where it lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Far {
    /// In kilometres, rounded.
    pub km: u32,
    /// The arrow that points there: its shaft, and both ends of its head.
    pub shaft: [Pt; 2],
    pub head: [Pt; 2],
}

/// Between a mark and the frame there is room for its arrow.
const RIM: [f32; 2] = [20.0, 31.0];
/// How much of a margin a mark may use.
const MARGIN: f32 = 20.0;
/// Arrows begin and end so far from the mark, and their heads are so long and half as wide.
const BEGIN: [f32; 2] = [11.0, 14.0];
const END: [f32; 2] = [18.0, 26.0];
const HEAD: [f32; 2] = [4.0, 6.0];
/// Two marks at the rim are at least so far apart, so that both can have a name.
const APART: [f32; 2] = [26.0, 40.0];
const STEP: f32 = 4.0;
/// How many steps a mark may give way.
const MOVES: i32 = 40;

/// What marks stand in: the free part of the frame, and a little of its margins.
pub(super) fn rim(look: &Look, scale: Scale) -> Area {
    let least = scale.px(RIM[0], RIM[1]);
    let side = |inset: f32| match is_cards(inset) {
        true => inset + least,
        false => (inset - MARGIN).max(least),
    };
    let (w, h) = look.size;
    let free = look.free;
    Area {
        x: side(free.left),
        y: side(free.top),
        w: (w - side(free.left) - side(free.right)).max(1.0),
        h: (h - side(free.top) - side(free.bottom)).max(1.0),
    }
}

impl Mark {
    pub fn inside(at: Pt) -> Self {
        Self { at, far: None }
    }

    /// On the rim, in the direction in which the great circle leads from where one looks from. It
    /// gives way along the rim where `others` are.
    pub(super) fn outside(
        from: (Pt, &Globe),
        to: &Globe,
        rim: &Area,
        scale: Scale,
        others: &[Pt],
    ) -> Self {
        let (from, globe) = from;
        let way = bearing::toward(globe, to);
        let first = rim.edge(from, way);
        let apart = scale.px(APART[0], APART[1]);
        let is_free = |at: &Pt| others.iter().all(|other| (*other - *at).length() >= apart);
        let at = (0..MOVES)
            .flat_map(|n| [n, -n])
            .map(|n| along(rim, first, n as f32 * STEP))
            .find(is_free)
            .unwrap_or(first);
        let px = |of: [f32; 2]| scale.px(of[0], of[1]);
        let tip = at + way * px(END);
        let foot = tip - way * px(HEAD);
        let side = way.turned() * (px(HEAD) * 0.8);
        Self {
            at,
            far: Some(Far {
                km: bearing::km(globe, to),
                shaft: [at + way * px(BEGIN), tip],
                head: [foot + side, foot - side],
            }),
        }
    }
}

/// So far along a rectangle's edge from a point on it, clockwise.
fn along(rim: &Area, from: Pt, by: f32) -> Pt {
    if by == 0.0 {
        return from;
    }
    let Area { x, y, w, h } = *rim;
    let near = |a: f32, b: f32| (a - b).abs() < 0.5;
    let start = match from {
        _ if near(from.y, y) => from.x - x,
        _ if near(from.x, x + w) => w + from.y - y,
        _ if near(from.y, y + h) => w + h + x + w - from.x,
        _ => w * 2.0 + h + y + h - from.y,
    };
    let round = (w + h) * 2.0;
    let mut at = start + by;
    if at < 0.0 {
        at += round;
    } else if at >= round {
        at -= round;
    }
    match at {
        _ if at < w => Pt::new(x + at, y),
        _ if at < w + h => Pt::new(x + w, y + at - w),
        _ if at < w * 2.0 + h => Pt::new(x + w - (at - w - h), y + h),
        _ => Pt::new(x, y + h - (at - w * 2.0 - h)),
    }
}
