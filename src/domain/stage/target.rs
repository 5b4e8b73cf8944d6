//! What the lines of sight lead to: a place, or the matter itself.

use super::Stage;
use super::labels::Letters;
use super::sights::{RELAY, RING, SEAT};
use super::space::{Area, Pt};
use crate::story::model::{Globe, Heard, View};

/// Where lines of sight end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// The event's place: a ring with a dot.
    Ring { at: Pt, reach: f32 },
    /// An event without a place, or whose place cannot be seen from a capital: a double frame in open
    /// sea with the event's short name. No ring stands where the event did not happen.
    Matter(Area),
}

/// Around the words of a matter, in px.
const SIDE: f32 = 22.0;
const SMALL_SIDE: f32 = 14.0;
const LEAST: f32 = 118.0;
/// From its edge to where lines end.
const GAP: f32 = 4.0;

impl Target {
    pub fn at(&self) -> Pt {
        match self {
            Self::Ring { at, .. } => *at,
            Self::Matter(area) => area.center(),
        }
    }

    /// What it takes up.
    pub fn room(&self) -> Area {
        match *self {
            Self::Ring { at, reach } => Area::around(at, reach * 2.0, reach * 2.0).grown(2.0),
            Self::Matter(area) => area.grown(GAP),
        }
    }

    /// How far before the target a line in the direction of `way` ends.
    pub(super) fn reach(&self, way: Pt) -> f32 {
        match self {
            Self::Ring { reach, .. } => reach + 2.0,
            Self::Matter(area) => {
                let half = |size: f32, step: f32| (size / 2.0 + GAP) / step.abs().max(1e-6);
                half(area.w, way.x).min(half(area.h, way.y))
            }
        }
    }
}

impl Stage<'_> {
    /// None without an event.
    pub(super) fn target(&self) -> Option<Target> {
        self.look.event?;
        let place = self.event_place();
        let at = place.map(|place| self.camera.place(self.map.places[place as usize].at));
        match at {
            Some(at) if self.rim.holds(at) && self.is_clear(at) => Some(Target::Ring {
                at,
                reach: self.scale.px(RING[0], RING[1]),
            }),
            _ => Some(Target::Matter(self.matter())),
        }
    }

    /// The point that the target's directions are seen from.
    pub(super) fn target_globe(&self, target: &Target) -> &Globe {
        match (target, self.event_place()) {
            (Target::Ring { .. }, Some(place)) => &self.map.places[place as usize].globe,
            _ => &self.view().sea_globe,
        }
    }

    pub(super) fn view(&self) -> &View {
        &self.map.views[self.look.view as usize]
    }

    /// Whether a line from every capital that is part of the event has room to be seen.
    fn is_clear(&self, at: Pt) -> bool {
        let px = |of: [f32; 2]| self.scale.px(of[0], of[1]);
        let least = px(SEAT) + px(RING) + px(RELAY) * 2.0 + 16.0;
        (0..self.index.main)
            .filter(|slot| self.heard(*slot) != Heard::Uninvolved)
            .filter_map(|slot| self.seat(slot))
            .map(|seat| self.camera.place(self.map.places[seat as usize].at))
            .all(|seat| (seat - at).length() >= least)
    }

    fn matter(&self) -> Area {
        let letters = Letters::of(self.scale);
        let words = &self.look.words;
        let name = letters.matter.width(words.target);
        let (w, h) = match words.note {
            0 => (name + SMALL_SIDE * 2.0, letters.matter.height() * 1.7),
            note => (
                (name.max(letters.note.width(note)) + SIDE * 2.0).max(LEAST),
                letters.matter.height() * 1.5 + letters.note.height() * 1.4,
            ),
        };
        let at = self.camera.place(self.view().sea);
        Area::around(at, w, h).within(&self.rim)
    }
}
