//! What part of the plane is in the frame, and where a point of it stands there.

use super::Rect;
use crate::story::model::{Point, View};

/// Three steps of the buttons make a view a bit more than three times as close.
const CLOSER: [i32; 2] = [2, 3];
/// No closer than this part of the closest view.
const CLOSEST: i32 = 2;

/// A part of the plane and the frame of the same shape in which it is drawn, both in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Camera {
    pub shown: Rect,
    pub frame: Rect,
}

impl Camera {
    /// All of a view, as large as the frame allows; what is left of the frame shows more around it.
    pub fn new(view: &View, frame: Rect) -> Self {
        let w = view.w.max(scale(view.h, frame.w, frame.h));
        let h = scale(w, frame.h, frame.w);
        Self {
            shown: Rect {
                x: view.x + (view.w - w) / 2,
                y: view.y + (view.h - h) / 2,
                w,
                h,
            },
            frame,
        }
    }

    /// `steps` closer, or further away where negative; `about` stays where it is in the frame,
    /// unless that would leave what the `views` show of the plane.
    pub fn zoomed(self, steps: i8, about: Point, views: &[View]) -> Self {
        let frame = self.frame;
        let mut w = self.shown.w;
        for _ in 0..steps.unsigned_abs() {
            w = match steps > 0 {
                true => scale(w, CLOSER[0], CLOSER[1]),
                false => scale(w, CLOSER[1], CLOSER[0]),
            };
        }
        let widths = || views.iter().map(|view| Self::new(view, frame).shown.w);
        let closest = widths().min().unwrap_or(w);
        let widest = widths().max().unwrap_or(w);
        let w = w.clamp(closest / CLOSEST, widest);
        let h = scale(w, frame.h, frame.w);
        let all = all(views, frame);
        let (x, y) = (self.shown.x, self.shown.y);
        Self {
            shown: Rect {
                x: within(
                    about.x - scale(about.x - x, w, self.shown.w),
                    w,
                    all.x,
                    all.w,
                ),
                y: within(
                    about.y - scale(about.y - y, h, self.shown.h),
                    h,
                    all.y,
                    all.h,
                ),
                w,
                h,
            },
            frame,
        }
    }

    /// Where a point of the plane stands in the drawing; outside the frame too.
    pub fn place(&self, point: Point) -> Point {
        Point {
            x: self.frame.x + self.length(point.x - self.shown.x),
            y: self.frame.y + self.length(point.y - self.shown.y),
        }
    }

    /// How long a length of the plane is in the drawing.
    pub fn length(&self, plane: i32) -> i32 {
        scale(plane, self.frame.w, self.shown.w)
    }

    /// Whether a point of the plane is in the frame.
    pub fn sees(&self, point: Point) -> bool {
        self.shown.holds(point)
    }
}

/// The smallest rectangle that holds what all views show.
fn all(views: &[View], frame: Rect) -> Rect {
    let (mut left, mut top, mut right, mut bottom) = (i32::MAX, i32::MAX, i32::MIN, i32::MIN);
    for view in views {
        let Rect { x, y, w, h } = Camera::new(view, frame).shown;
        left = left.min(x);
        top = top.min(y);
        right = right.max(x + w);
        bottom = bottom.max(y + h);
    }
    Rect {
        x: left,
        y: top,
        w: right - left,
        h: bottom - top,
    }
}

/// Moves a stretch from `at` by as little as puts it into another; into its middle if it is longer.
fn within(at: i32, length: i32, from: i32, limit: i32) -> i32 {
    let room = limit - length;
    match room < 0 {
        true => from + room / 2,
        false => at.clamp(from, from + room),
    }
}

/// `n * by / of`, rounded.
pub(super) fn scale(n: i32, by: i32, of: i32) -> i32 {
    let (n, of) = (i64::from(n) * i64::from(by), i64::from(of.max(1)));
    // Divided so that it rounds down below nought too.
    (n + of / 2).div_euclid(of) as i32
}
