//! What the lines of sight lead to: a place, or the matter itself.

use super::Stage;
use super::bearing;
use super::letters::Letters;
use super::sights::{RELAY, RING, SEAT};
use super::space::{Area, Pt};
use crate::story::model::{Globe, MapPlace, View, Voice};

/// Where lines of sight end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// The event's place: a ring with a dot.
    Ring { at: Pt, reach: f32 },
    /// An event without a place, or whose place cannot be seen from a capital: a double frame in open
    /// sea with the event's short name. No ring stands where the event did not happen.
    Matter {
        area: Area,
        /// Whether its name is broken into two lines.
        is_broken: bool,
    },
}

/// Around the words of a matter, in px.
const SIDE: f32 = 22.0;
const SMALL_SIDE: f32 = 14.0;
const LEAST: f32 = 118.0;
/// A wider name is broken, as a part of the stage's width.
const BROKEN: f32 = 0.4;
/// From the rim to a matter.
const CLEAR: [f32; 2] = [50.0, 66.0];
/// How much of a line to a matter is to be seen, with the capital's mark.
const LINE: [f32; 2] = [42.0, 60.0];
/// In how many places a matter is tried, each way.
const STEPS: u8 = 8;
/// From its edge to where lines end.
const GAP: f32 = 4.0;

impl Target {
    pub fn at(&self) -> Pt {
        match self {
            Self::Ring { at, .. } => *at,
            Self::Matter { area, .. } => area.center(),
        }
    }

    /// What it takes up.
    pub fn room(&self) -> Area {
        match *self {
            Self::Ring { at, reach } => Area::around(at, reach * 2.0, reach * 2.0).grown(2.0),
            Self::Matter { area, .. } => area.grown(GAP),
        }
    }

    /// How far before the target a line in the direction of `way` ends.
    pub(super) fn reach(&self, way: Pt) -> f32 {
        match self {
            Self::Ring { reach, .. } => reach + 2.0,
            Self::Matter { area, .. } => {
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
        let place = place.and_then(|place| self.map.places.get(place as usize));
        let ring = place.filter(|place| self.is_seen(place));
        Some(match ring {
            Some(place) => Target::Ring {
                at: self.camera.place(place.at),
                reach: self.scale.px(RING[0], RING[1]),
            },
            None => self.matter(),
        })
    }

    /// Whether a place is in the frame, and every capital that is part of the event so far from it
    /// that a line has room to be seen.
    fn is_seen(&self, place: &MapPlace) -> bool {
        let at = self.camera.place(place.at);
        let px = |of: [f32; 2]| self.scale.px(of[0], of[1]);
        let least = px(SEAT) + px(RING) + px(RELAY) * 1.5 + 5.0;
        let is_clear = |seat| (self.mark_of(seat, at, &place.globe) - at).length() >= least;
        self.rim.holds(at) && self.capitals().all(is_clear)
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

    fn matter(&self) -> Target {
        let letters = Letters::of(self.scale);
        let words = &self.look.words;
        let whole = letters.matter.width(words.target);
        let is_broken = words.half > 0 && whole > self.look.size.0 * BROKEN;
        let (name, lines) = match is_broken {
            true => (letters.matter.width(words.half), 2.0),
            false => (whole, 1.0),
        };
        let leading = letters.matter.height();
        let (w, h) = match words.note {
            0 => (name + SMALL_SIDE * 2.0, leading * (lines + 0.6)),
            note => (
                (name.max(letters.note.width(note)) + SIDE * 2.0).max(LEAST),
                leading * (lines + 0.5) + letters.note.height() * 1.4,
            ),
        };
        let at = self.camera.place(self.view().sea);
        // Lines from marks at the rim need room to be seen.
        let clear = self.scale.px(CLEAR[0], CLEAR[1]);
        let aside = clear.min((self.rim.w - w) / 4.0).max(0.0);
        let above = clear.min((self.rim.h - h) / 4.0).max(0.0);
        let room = Area {
            x: self.rim.x + aside,
            y: self.rim.y + above,
            w: self.rim.w - aside * 2.0,
            h: self.rim.h - above * 2.0,
        };
        let first = Area::around(at, w, h).within(&room);
        Target::Matter {
            area: self.clear_of_capitals(first, &room),
            is_broken,
        }
    }

    /// Moved by as little as leaves every line that leads to it room to be seen; where there is not
    /// so much room, to where there is most.
    fn clear_of_capitals(&self, first: Area, room: &Area) -> Area {
        let least = self.scale.px(LINE[0], LINE[1]);
        let shortest = |area: &Area| {
            let to = Target::Matter {
                area: *area,
                is_broken: false,
            };
            let globe = &self.view().sea_globe;
            self.capitals().fold(f32::INFINITY, |shortest, seat| {
                let mark = self.mark_of(seat, area.center(), globe);
                let step = area.center() - mark;
                shortest.min(step.length() - to.reach(step.unit()))
            })
        };
        let (mut best, mut found) = (shortest(&first).min(least), first);
        if best >= least {
            return first;
        }
        let (spare_x, spare_y) = (room.w - first.w, room.h - first.h);
        let mut nearest = f32::INFINITY;
        for row in 0..=STEPS {
            for column in 0..=STEPS {
                let part = |n: u8| f32::from(n) / f32::from(STEPS);
                let area = Area {
                    x: room.x + spare_x * part(column),
                    y: room.y + spare_y * part(row),
                    ..first
                };
                let (short, far) = (
                    shortest(&area).min(least),
                    (area.center() - first.center()).length(),
                );
                if short > best || short == best && far < nearest {
                    (best, nearest, found) = (short, far, area);
                }
            }
        }
        found
    }

    /// The seats of those who are part of the event.
    fn capitals(&self) -> impl Iterator<Item = &MapPlace> {
        (0..self.index.main)
            .filter(|slot| self.voice(*slot) != Voice::Uninvolved)
            .filter_map(|slot| self.seat(slot))
            .map(|seat| &self.map.places[seat as usize])
    }

    /// Where a capital is marked, seen from a point that is `globe` on the globe.
    fn mark_of(&self, seat: &MapPlace, from: Pt, globe: &Globe) -> Pt {
        let inside = self.camera.place(seat.at);
        match self.rim.holds(inside) {
            true => inside,
            false => self.rim.edge(from, bearing::toward(globe, &seat.globe)),
        }
    }
}
