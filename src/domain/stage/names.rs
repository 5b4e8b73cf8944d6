//! Which names stand on the stage, the important ones first: those that find no room are left out.

use super::labels::{Block, Font, Key, Letters, Placer, Spot, WAYS};
use super::sights::{RING, SEAT};
use super::space::{Area, Pt};
use super::{Mark, Picture, Scale, Stage, Target, is_cards};
use crate::domain::perspective::Perspective;
use crate::story::model::{MapPlace, NameRole};

/// Between labels and the frame, in px.
const MARGIN: f32 = 4.0;
/// A distance with its unit, in hundredths of an em.
const KM: u16 = 500;
/// From this size on a disputed land has its names, in px to each side.
const NAMED: f32 = 13.0;
/// From this size on land with one name has it, in px to each side.
const LARGE: f32 = 44.0;
/// The dot of a place without an extent.
const DOT: f32 = 3.0;
/// From so many px to the width of the first view on, a look is close: places are named.
const CLOSE: f32 = 1300.0;

const ABOVE_FIRST: [[i8; 2]; 8] = [
    [1, -1],
    [1, 1],
    [1, 0],
    [-1, -1],
    [-1, 1],
    [-1, 0],
    [0, -1],
    [0, 1],
];
const LEFT_FIRST: [[i8; 2]; 8] = [
    [-1, 0],
    [1, 0],
    [-1, -1],
    [-1, 1],
    [0, 1],
    [0, -1],
    [1, -1],
    [1, 1],
];
const BESIDE_LINE: [[i8; 2]; 4] = [[1, 0], [-1, 0], [0, -1], [0, 1]];

impl Stage<'_> {
    pub(super) fn draw_names(&self, picture: &mut Picture) {
        let letters = Letters::of(self.scale);
        let mut placer = Placer::new(self.frame());
        self.keep_clear(picture, &mut placer);
        // What is the same in every perspective, so that it does not move when one changes.
        self.name_rival_target(picture, &letters, &mut placer);
        self.name_target(picture, &letters, &mut placer);
        for slot in 0..self.index.main {
            self.name_capital(slot, picture, &letters, &mut placer);
        }
        self.name_outside(picture, &letters, &mut placer);
        // What depends on it.
        for slot in 0..self.index.main {
            self.name_via(slot, picture, &letters, &mut placer);
        }
        self.name_routes(&letters, &mut placer);
        self.name_places(picture, &letters, &mut placer, true);
        for role in [NameRole::Country, NameRole::Sea, NameRole::OtherCountry] {
            self.name_areas(role, &letters, &mut placer);
        }
        self.name_places(picture, &letters, &mut placer, false);
        picture.labels = placer.labels;
    }

    /// Where labels may stand.
    fn frame(&self) -> Area {
        let (w, h) = self.look.size;
        let free = self.look.free;
        let side = |inset: f32| if is_cards(inset) { inset } else { MARGIN };
        Area {
            x: side(free.left),
            y: side(free.top),
            w: w - side(free.left) - side(free.right),
            h: h - side(free.top) - side(free.bottom),
        }
    }

    fn keep_clear(&self, picture: &Picture, placer: &mut Placer) {
        if let Some(target) = &picture.target {
            placer.taken.push(target.room());
        }
        let reach = self.scale.px(SEAT[0], SEAT[1]) * 2.0 + 2.0;
        let mut mark = |mark: &Mark| {
            placer.taken.push(Area::around(mark.at, reach, reach));
            if let Some(far) = &mark.far {
                placer.taken.push(Area::around(far.shaft[1], 6.0, 6.0));
                placer.lines.push(far.shaft);
            }
        };
        picture
            .sights
            .iter()
            .flatten()
            .for_each(|sight| mark(&sight.mark));
        picture.outside.iter().for_each(mark);
        for line in picture
            .sights
            .iter()
            .flatten()
            .filter_map(|sight| sight.line)
        {
            placer.taken.extend(line.rooms(self.scale));
            placer.lines.push([line.from, line.to]);
        }
    }

    fn name_target(&self, picture: &Picture, letters: &Letters, placer: &mut Placer) {
        let words = &self.look.words;
        let Some(Target::Ring { at, reach }) = picture.target else {
            return;
        };
        // Close by, the names of the place itself and of what lies around it are the news.
        if words.target == 0 || self.is_disputed() && self.is_close() {
            return;
        }
        let (name, note) = (letters.target, letters.note);
        let block = Block {
            key: Key::Target,
            w: name.width(words.target).max(note.width(words.note)),
            lines: 1 + u16::from(words.note > 0),
            leading: name.height(),
        };
        let spot = Spot {
            ways: &ABOVE_FIRST,
            ..Spot::new(at, reach)
        };
        placer.beside(block, spot, !self.is_disputed());
    }

    /// Whether the event was at a place that sides name differently.
    fn is_disputed(&self) -> bool {
        let place = self.event_place();
        place.is_some_and(|place| self.map.places[place as usize].is_rival())
    }

    fn is_close(&self) -> bool {
        self.camera.length(self.map.views[0].w) >= CLOSE
    }

    fn name_capital(&self, slot: usize, picture: &Picture, letters: &Letters, placer: &mut Placer) {
        let Some((sight, seat)) = picture.sights[slot].zip(self.seat(slot)) else {
            return;
        };
        let (_, em) = self.map.places[seat as usize].lines(Perspective::NEUTRAL);
        let (name, note) = (letters.capital, letters.note);
        let below = self.look.words.capital[slot];
        let has_km = sight.mark.far.is_some() && self.scale != Scale::Small && below == 0;
        let km = if has_km { note.width(KM) } else { 0.0 };
        let block = Block {
            key: Key::Capital(slot as u8),
            w: (name.width(em) + km).max(note.width(below)),
            lines: 1 + u16::from(below > 0),
            leading: name.height(),
        };
        // On the side that its line leaves free.
        let goes_right = (sight.line).is_some_and(|line| line.to.x - line.from.x > 40.0);
        let spot = Spot {
            ways: if goes_right { &LEFT_FIRST } else { &WAYS },
            further: 2,
            ..Spot::new(sight.mark.at, self.scale.px(SEAT[0], SEAT[1]))
        };
        placer.beside(block, spot, true);
    }

    fn name_outside(&self, picture: &Picture, letters: &Letters, placer: &mut Placer) {
        let Some((mark, place)) = picture.outside.zip(self.event_place()) else {
            return;
        };
        let (_, em) = self.map.places[place as usize].lines(Perspective::NEUTRAL);
        let km = match self.scale {
            Scale::Small => 0.0,
            _ => letters.note.width(KM),
        };
        let block = Block {
            key: Key::Outside(place),
            w: letters.place.width(em) + km,
            lines: 1,
            leading: letters.place.height(),
        };
        placer.beside(block, Spot::new(mark.at, DOT + 2.0), true);
    }

    /// The names of a disputed place in which the event's ring stands.
    fn name_rival_target(&self, picture: &Picture, letters: &Letters, placer: &mut Placer) {
        let Some((Target::Ring { at, .. }, ix)) = picture.target.zip(self.event_place()) else {
            return;
        };
        let place = &self.map.places[ix as usize];
        if !place.is_rival() {
            return;
        }
        let rooms = self.rooms(place);
        let spot = Spot {
            further: 6,
            rooms: &rooms,
            ..Spot::new(at, self.scale.px(RING[0], RING[1]))
        };
        placer.beside(self.block(ix, place, letters.place), spot, true);
    }

    /// Beside the diamond or the bar of a capital that is switched on; a small stage has no room.
    fn name_via(&self, slot: usize, picture: &Picture, letters: &Letters, placer: &mut Placer) {
        let line = picture.sights[slot].and_then(|sight| sight.line);
        let Some(line) = line.filter(|_| self.is_on(slot) && self.scale != Scale::Small) else {
            return;
        };
        let words = &self.look.words;
        let (at, reach, em) = match (line.relay, line.stop) {
            (Some((at, reach)), _) => (at, reach, words.via[slot]),
            (_, Some(_)) => (line.to, 12.0, words.silent),
            _ => ((line.from + line.to) * 0.5, 4.0, words.via[slot]),
        };
        if em == 0 {
            return;
        }
        let block = Block {
            key: Key::Via(slot as u8),
            w: letters.via.width(em),
            lines: 1,
            leading: letters.via.height(),
        };
        let spot = Spot {
            ways: &BESIDE_LINE,
            ..Spot::new(at, reach)
        };
        placer.beside(block, spot, false);
    }

    fn name_routes(&self, letters: &Letters, placer: &mut Placer) {
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

    /// Places with rival names, or all others in a close look.
    fn name_places(&self, picture: &Picture, letters: &Letters, placer: &mut Placer, rival: bool) {
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
                false => (self.map.places.iter())
                    .filter(|other| other.place != place.place && !other.is_rival())
                    .map(|other| self.camera.place(other.at))
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
    fn rooms(&self, place: &MapPlace) -> Vec<Area> {
        let rooms = place.rooms.iter();
        rooms.map(|room| self.camera.area(room)).collect()
    }

    /// With room for all its names, so that it does not move when the perspective changes.
    fn block(&self, ix: u16, place: &MapPlace, font: Font) -> Block {
        let (lines, em) = place.lines(Perspective::NEUTRAL);
        Block {
            key: Key::Place(ix),
            w: font.width(em),
            lines: lines as u16,
            leading: font.height(),
        }
    }

    /// Countries and seas.
    fn name_areas(&self, role: NameRole, letters: &Letters, placer: &mut Placer) {
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
