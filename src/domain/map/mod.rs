//! The map as a picture: which part of the plane is seen, where lines of sight run, and which
//! names have room. Whole tenths throughout, so that the prerender and the program draw the same.

mod camera;
mod crop;
mod draw;
mod inset;
mod labels;
mod names;
mod scene;
mod sights;
mod words;
mod zoom;

pub use camera::Camera;
pub use inset::{Inset, inset_view};
pub use labels::{Label, Placed, Side, place};
pub use names::lines;
pub use scene::{Look, Scene, Shown, camera, scene, view};
pub use sights::{EYE, Mark, RELAY, RING, Sight};
pub use words::{Told, alternative, borders};
pub use zoom::Zoom;

use crate::story::model::Point;

/// Tenths of a unit: of the drawing, or of the plane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

impl Rect {
    /// The square around a point.
    pub fn around(at: Point, reach: i32) -> Self {
        Self {
            x: at.x - reach,
            y: at.y - reach,
            w: reach * 2,
            h: reach * 2,
        }
    }

    /// Smaller by so much on each side; larger where it is negative.
    pub fn inner(self, by: i32) -> Self {
        Self {
            x: self.x + by,
            y: self.y + by,
            w: self.w - by * 2,
            h: self.h - by * 2,
        }
    }

    pub fn center(&self) -> Point {
        Point {
            x: self.x + self.w / 2,
            y: self.y + self.h / 2,
        }
    }

    pub fn holds(&self, point: Point) -> bool {
        point.x >= self.x
            && point.x <= self.x + self.w
            && point.y >= self.y
            && point.y <= self.y + self.h
    }

    pub fn covers(&self, other: &Self) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.x + other.w <= self.x + self.w
            && other.y + other.h <= self.y + self.h
    }

    /// Touching is not meeting.
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }
}

/// How large the drawing is on the screen, and of what shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub letters: Letters,
    /// Of the frame, in steps above the flattest.
    pub steps: u8,
}

/// The drawing has the same units at any size, so a smaller one needs larger letters and marks to
/// keep them from 11 to 14 px. Named for the drawing: on the smallest, its letters are the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letters {
    /// Under 335 px wide.
    Smallest,
    /// Under 400 px.
    Small,
    /// Under 475 px.
    Middle,
    /// Under 560 px.
    Large,
    Largest,
}

impl Letters {
    pub const ALL: [Self; 5] = [
        Self::Smallest,
        Self::Small,
        Self::Middle,
        Self::Large,
        Self::Largest,
    ];
}

impl Size {
    /// Every frame is so wide, in tenths.
    pub const WIDTH: i32 = 6600;
    /// The height of the flattest frame. A flatter drawing leaves its sides to the land alone.
    const FLATTEST: i32 = 2700;
    const STEP: i32 = 300;
    const STEPS: i32 = 7;

    /// As the page is written: a view's own shape.
    pub const WRITTEN: Self = Self {
        letters: Letters::Largest,
        steps: 5,
    };

    /// Of a drawing of so many px. Few shapes serve all: the rest of the drawing is margin.
    pub fn of(width: i32, height: i32) -> Self {
        let shape = height * Self::WIDTH / width.max(1);
        let steps = ((shape - Self::FLATTEST) / Self::STEP).clamp(0, Self::STEPS);
        let frame = Self::FLATTEST + steps * Self::STEP;
        let letters = match width.min(height * Self::WIDTH / frame) {
            ..335 => Letters::Smallest,
            335..400 => Letters::Small,
            400..475 => Letters::Middle,
            475..560 => Letters::Large,
            _ => Letters::Largest,
        };
        Self {
            letters,
            steps: steps as u8,
        }
    }

    /// All that there are.
    pub fn all() -> impl Iterator<Item = Self> {
        let steps = 0..=Self::STEPS as u8;
        Letters::ALL
            .into_iter()
            .flat_map(move |letters| steps.clone().map(move |steps| Self { letters, steps }))
    }

    /// The font size, in tenths.
    pub fn em(self) -> i32 {
        match self.letters {
            Letters::Smallest => 260,
            Letters::Small => 220,
            Letters::Middle => 185,
            Letters::Large => 155,
            Letters::Largest => 130,
        }
    }

    /// So many px where the drawing is as wide as its units, and as large on any other.
    pub fn px(self, px: i32) -> i32 {
        px * self.em() / 13
    }

    /// The whole drawing.
    pub fn frame(self) -> Rect {
        Rect {
            x: 0,
            y: 0,
            w: Self::WIDTH,
            h: Self::FLATTEST + i32::from(self.steps) * Self::STEP,
        }
    }

    /// For the style, as `data-size`.
    pub fn mark(self) -> &'static str {
        match self.letters {
            Letters::Smallest => "xs",
            Letters::Small => "s",
            Letters::Middle => "m",
            Letters::Large => "l",
            Letters::Largest => "xl",
        }
    }
}
