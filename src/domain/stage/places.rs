//! The names of what lies on the map: routes, places, countries and seas.

use super::labels::{Block, Key, Placer, Spot};
use super::letters::{Font, Letters};
use super::space::{Area, Pt};
use super::{Picture, Scale, Stage, Target};
use crate::story::model::{MAX_MAIN, MapPlace, NameRole};

/// From this size on a disputed land has its names, in px to each side.
const NAMED: f32 = 18.0;
/// From this size on land with one name has it, in px to each side.
const LARGE: f32 = 44.0;
/// The dot of a place without an extent.
pub(super) const DOT: f32 = 3.0;
/// From so many px to the width of the first view on, a look is close: places are named.
const CLOSE: f32 = 1300.0;

impl Stage<'_> {
    pub(super) fn name_routes(&self, letters: &Letters, placer: &mut Placer) {
        for (i, name) in self.map.names.iter().enumerate() {
            let at = self.camera.place(name.at);
            let is_now = name.role == NameRole::Route && name.event == self.look.event;
            if is_now && self.rim.holds(at) && self.scale != Scale::Small {
                let block = Block {
                    key: Key::Name(i as u16),
                    w: letters.place.width(name.width),
                    lines: 1,
                    leading: letters.place.height(),
                };
                placer.beside(block, Spot::new(at, DOT), false);
            }
        }
    }

    /// Whether all places are named.
    pub(super) fn is_close(&self) -> bool {
        self.camera.length(self.map.views[0].w) >= CLOSE
    }

    /// Places with rival names, or all others in a close look.
    pub(super) fn name_places(
        &self,
        picture: &Picture,
        letters: &Letters,
        placer: &mut Placer,
        rival: bool,
    ) {
        let is_close = self.is_close();
        let event = self.event_place();
        for (ix, place) in self.map.places.iter().enumerate() {
            let ix = ix as u16;
            let at = self.camera.place(place.at);
            let extent = self.camera.length(place.extent);
            let is_seat = (0..self.index.main).any(|slot| self.seat(slot) == Some(ix));
            let is_ringed =
                event == Some(ix) && matches!(picture.target, Some(Target::Ring { .. }));
            let is_large = extent >= LARGE && !place.is_rival();
            // A sea or a country has a better place for its name; and some are larger than the stage.
            let is_elsewhere = (self.map.names.iter()).any(|name| name.place == Some(ix))
                || is_large && extent > self.rim.h / 2.0;
            let is_wanted = match place.is_rival() {
                true => place.extent == 0 || extent >= NAMED,
                false => is_close || event == Some(ix),
            };
            if place.is_rival() != rival
                || is_seat
                || is_ringed
                || is_elsewhere
                || !is_wanted
                || !self.rim.holds(at)
            {
                continue;
            }
            let block = self.block(ix, place, letters.place);
            if is_large {
                let room = Area::around(at, block.w * 1.2, block.leading * 3.0);
                placer.on(block, &room);
                continue;
            }
            let rooms = self.rooms(place);
            let others: Vec<Pt> = match rival {
                // It may be the name of several, and has a line that leads to them.
                true => Vec::new(),
                false => (0..)
                    .zip(self.map.places)
                    .filter(|(other, place)| *other != ix && !place.is_rival())
                    .map(|(_, place)| self.camera.place(place.at))
                    .collect(),
            };
            let spot = Spot {
                further: if rival { 6 } else { 1 },
                rooms: &rooms,
                others: &others,
                ..Spot::new(at, extent.clamp(DOT, LARGE))
            };
            placer.beside(block, spot, false);
        }
    }

    /// See [`MapPlace::rooms`].
    pub(super) fn rooms(&self, place: &MapPlace) -> Vec<Area> {
        let rooms = place.rooms.iter();
        rooms.map(|room| self.camera.area(room)).collect()
    }

    /// With room for all its names, so that it does not move when the perspective changes.
    pub(super) fn block(&self, ix: u16, place: &MapPlace, font: Font) -> Block {
        let (lines, em) = name_size(place);
        Block {
            key: Key::Place(ix),
            w: font.width(em),
            lines: lines as u16,
            leading: font.height(),
        }
    }

    /// Countries and seas.
    pub(super) fn name_areas(&self, role: NameRole, letters: &Letters, placer: &mut Placer) {
        let font = match role {
            NameRole::Sea => letters.sea,
            _ => letters.country,
        };
        for (i, name) in self.map.names.iter().enumerate() {
            let is_named = |key: &Key| match (key, name.place) {
                (Key::Place(place), Some(same)) => *place == same,
                _ => false,
            };
            if name.role != role || placer.labels.iter().any(|label| is_named(&label.key)) {
                continue;
            }
            let block = Block {
                key: Key::Name(i as u16),
                w: font.width(name.width),
                lines: 1,
                leading: font.height(),
            };
            let rooms = name.rooms.iter().map(|room| self.camera.area(room));
            let mut rooms = rooms.filter(|room| room.meets(&self.frame()));
            rooms.any(|room| placer.on(block, &room));
        }
    }
}

/// How many names a place has, one under the other, and how wide the widest is, in hundredths of an em;
/// where nobody has a name of its own for it, the one that all use.
pub(super) fn name_size(place: &MapPlace) -> (i32, u16) {
    let own = (0..MAX_MAIN).filter(|slot| place.has_name(*slot as u8));
    let widths: Vec<u16> = own.map(|slot| place.widths[slot]).collect();
    match widths.iter().max() {
        Some(widest) => (widths.len() as i32, *widest),
        None => (1, place.widths[MAX_MAIN]),
    }
}
