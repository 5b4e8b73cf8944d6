//! The stage: the map, and on it what an event is seen from, in px of the screen.
//!
//! [`picture()`] is a pure function of the map and a [`Look`]: where the land lies, where every line
//! of sight begins and ends, and which names have room. Lengths are in px, because the drawing is as
//! large as the element that holds it.

mod bearing;
mod camera;
mod draw;
mod finale;
mod labels;
mod letters;
mod marks;
mod names;
mod places;
mod scatter;
mod sights;
mod space;
mod target;

pub use camera::{Camera, natural_view};
pub use draw::{path, translate};
pub use finale::{Finale, FinaleLine, finale};
pub use labels::{Anchor, Key, Label};
pub use marks::{Far, Mark};
pub use scatter::Dot;
pub use sights::{Line, Sight};
pub use space::{Area, Pt};
pub use target::Target;

use crate::domain::perspective::Perspective;
use crate::story::model::{EventIx, Index, MAX_MAIN, Map, Voice};

/// What decides how the stage looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Of the stage, in px.
    pub size: (f32, f32),
    /// What is kept clear at its sides, for cards and keys. The same whether they are up or not.
    pub free: Insets,
    /// An index into [`Map::views`].
    pub view: u8,
    pub event: Option<EventIx>,
    pub perspective: Perspective,
    /// How each main actor is heard, by slot, as far as the reader may know.
    pub voices: [Voice; MAX_MAIN],
    pub words: Words,
}

/// So many px at each side.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Insets {
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub left: f32,
}

/// How wide the words are that the map does not know, in hundredths of an em; 0 where there are
/// none.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Words {
    /// The short name of what the lines lead to, and the line below it.
    pub target: u16,
    pub note: u16,
    /// The wider half of the name, broken at the space nearest to its middle.
    pub half: u16,
    /// Who tells it, beside a line's diamond; by slot.
    pub via: [u16; MAX_MAIN],
    /// That one is not quoted, behind a bar.
    pub silent: u16,
    /// A line below the capital's name, by slot. Then no distance stands beside it.
    pub capital: [u16; MAX_MAIN],
}

/// All that the stage shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub scale: Scale,
    pub camera: Camera,
    /// What the lines lead to; none without an event.
    pub target: Option<Target>,
    /// Where the event's place lies, if outside the frame.
    pub outside: Option<Mark>,
    /// By slot; none where a capital is neither in the frame nor part of the event.
    pub sights: Vec<Option<Sight>>,
    pub labels: Vec<Label>,
    /// Whether the lines that sides draw as borders can be told apart.
    pub borders: bool,
}

/// How large letters and marks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// Phones and frames on other sites.
    Small,
    Middle,
    Large,
}

impl Scale {
    pub fn of((width, height): (f32, f32)) -> Self {
        match width {
            w if w < 560.0 || height < 280.0 => Self::Small,
            w if w < 1100.0 => Self::Middle,
            _ => Self::Large,
        }
    }

    /// For the style, as `data-scale`.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Small => "s",
            Self::Middle => "m",
            Self::Large => "l",
        }
    }

    /// One of two lengths: on a small stage, and on any other.
    fn px(self, small: f32, other: f32) -> f32 {
        match self {
            Self::Small => small,
            _ => other,
        }
    }
}

/// An inset that is larger is no margin: something stands there.
const CARDS: f32 = 64.0;

/// Whether cards or keys stand on a side of the stage.
fn is_cards(inset: f32) -> bool {
    inset > CARDS
}

impl Insets {
    /// What is left of a frame.
    fn room(self, (w, h): (f32, f32)) -> Area {
        Area {
            x: self.left,
            y: self.top,
            w: (w - self.left - self.right).max(1.0),
            h: (h - self.top - self.bottom).max(1.0),
        }
    }
}

/// Half of what the borders' land must measure, in px.
const APART: f32 = 24.0;

/// What the stage shows; nothing in an index without a map, which no story has.
pub fn picture(index: &Index, look: &Look) -> Option<Picture> {
    let map = index.map.as_ref()?;
    let camera = look.camera(map)?;
    let scale = Scale::of(look.size);
    let stage = Stage {
        index,
        map,
        look,
        camera,
        scale,
        rim: marks::rim(look, scale),
    };
    let mut picture = Picture {
        scale,
        camera,
        target: stage.target(),
        outside: None,
        sights: Vec::new(),
        labels: Vec::new(),
        borders: (map.places.iter())
            .any(|place| place.is_rival() && camera.length(place.extent) > APART),
    };
    stage.draw_sights(&mut picture);
    stage.draw_names(&mut picture);
    Some(picture)
}

/// What all parts of the picture are drawn from.
struct Stage<'a> {
    index: &'a Index,
    map: &'a Map,
    look: &'a Look,
    camera: Camera,
    scale: Scale,
    /// Where marks stand; what lies beyond is marked on its edge.
    rim: Area,
}

impl Stage<'_> {
    /// Where the event is, as an index into the map's places.
    fn event_place(&self) -> Option<u16> {
        self.index.events.get(self.look.event? as usize)?.place
    }

    /// A main actor's seat, as an index into the map's places.
    fn seat(&self, slot: usize) -> Option<u16> {
        self.index.actors[..self.index.main].get(slot)?.seat
    }

    fn voice(&self, slot: usize) -> Voice {
        self.look.voices[slot]
    }

    fn is_on(&self, slot: usize) -> bool {
        self.look.perspective.has(slot as u8)
    }
}
