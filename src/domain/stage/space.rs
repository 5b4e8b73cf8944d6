//! Points and rectangles on the screen, in px.
//!
//! Only what every machine computes to the same last digit: sums, products, roots. So the written
//! page and the program draw the same.

use std::ops::{Add, Mul, Sub};

/// A point, or a step from one to another: x to the right, y down.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pt {
    pub x: f32,
    pub y: f32,
}

/// A rectangle, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Pt {
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    pub fn length(self) -> f32 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// A step of one px in the same direction; to the right where there is none.
    pub fn unit(self) -> Self {
        let length = self.length();
        match length > 1e-6 {
            true => self * (1.0 / length),
            false => Self::new(1.0, 0.0),
        }
    }

    /// The same step, turned a quarter to the right.
    pub fn turned(self) -> Self {
        Self::new(-self.y, self.x)
    }
}

impl Add for Pt {
    type Output = Self;

    fn add(self, step: Self) -> Self {
        Self::new(self.x + step.x, self.y + step.y)
    }
}

impl Sub for Pt {
    type Output = Self;

    fn sub(self, from: Self) -> Self {
        Self::new(self.x - from.x, self.y - from.y)
    }
}

impl Mul<f32> for Pt {
    type Output = Self;

    fn mul(self, by: f32) -> Self {
        Self::new(self.x * by, self.y * by)
    }
}

impl Area {
    /// The rectangle so wide and high around a point.
    pub fn around(at: Pt, w: f32, h: f32) -> Self {
        Self {
            x: at.x - w / 2.0,
            y: at.y - h / 2.0,
            w,
            h,
        }
    }

    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    pub fn center(&self) -> Pt {
        Pt::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Larger by so much on each side; smaller where it is negative.
    pub fn grown(&self, by: f32) -> Self {
        Self {
            x: self.x - by,
            y: self.y - by,
            w: self.w + by * 2.0,
            h: self.h + by * 2.0,
        }
    }

    pub fn holds(&self, at: Pt) -> bool {
        at.x >= self.x && at.x <= self.right() && at.y >= self.y && at.y <= self.bottom()
    }

    pub fn covers(&self, other: &Self) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// To a point outside; 0 within.
    pub fn distance(&self, at: Pt) -> f32 {
        let x = (self.x - at.x).max(at.x - self.right()).max(0.0);
        let y = (self.y - at.y).max(at.y - self.bottom()).max(0.0);
        Pt::new(x, y).length()
    }

    /// Touching is not meeting.
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Moved by as little as puts it into `room`; against its upper left corner if it is larger.
    pub fn within(&self, room: &Self) -> Self {
        Self {
            x: self.x.min(room.right() - self.w).max(room.x),
            y: self.y.min(room.bottom() - self.h).max(room.y),
            ..*self
        }
    }

    /// What both have in common; without width or height where that is nothing.
    pub fn common(&self, other: &Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        Self {
            x,
            y,
            w: (self.right().min(other.right()) - x).max(0.0),
            h: (self.bottom().min(other.bottom()) - y).max(0.0),
        }
    }

    /// Where the way from a point inside leaves it.
    pub fn edge(&self, from: Pt, way: Pt) -> Pt {
        let far = |at: f32, step: f32, low: f32, high: f32| match step {
            _ if step > 1e-6 => (high - at) / step,
            _ if step < -1e-6 => (low - at) / step,
            _ => f32::INFINITY,
        };
        let x = far(from.x, way.x, self.x, self.right());
        let y = far(from.y, way.y, self.y, self.bottom());
        let steps = x.min(y);
        match steps.is_finite() {
            true => from + way * steps.max(0.0),
            false => from,
        }
    }

    /// Whether a line passes through it.
    pub fn crossed(&self, [a, b]: [Pt; 2]) -> bool {
        if a.x.max(b.x) < self.x
            || a.x.min(b.x) > self.right()
            || a.y.max(b.y) < self.y
            || a.y.min(b.y) > self.bottom()
        {
            return false;
        }
        // The corners lie on both sides of the line.
        let side = |x: f32, y: f32| (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) > 0.0;
        let first = side(self.x, self.y);
        side(self.right(), self.y) != first
            || side(self.right(), self.bottom()) != first
            || side(self.x, self.bottom()) != first
    }
}

/// Whether two lines cross each other.
pub fn meet([a, b]: [Pt; 2], [c, d]: [Pt; 2]) -> bool {
    let side = |from: Pt, to: Pt, at: Pt| {
        let (way, step) = (to - from, at - from);
        way.x * step.y - way.y * step.x > 0.0
    };
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}
