//! Which names stand on the stage, the important ones first: those that find no room are left out.

use super::labels::{Block, Key, Placer, Spot, WAYS};
use super::letters::Letters;
use super::places::{DOT, name_size};
use super::sights::{RING, SEAT};
use super::space::Area;
use super::{Mark, Picture, Scale, Stage, Target, is_cards};
use crate::story::model::NameRole;

/// Between labels and the frame, in px.
const MARGIN: f32 = 4.0;
/// A distance with its unit, in hundredths of an em.
const KM: u16 = 500;
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
    pub(super) fn frame(&self) -> Area {
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
        for line in self.map.lines {
            let is_shown = match line.event {
                Some(_) => line.event == self.look.event,
                None => picture.borders,
            };
            if is_shown {
                let pairs = line.points.windows(2);
                let pairs = pairs.map(|p| [self.camera.place(p[0]), self.camera.place(p[1])]);
                placer.curves.extend(pairs);
            }
        }
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

    fn name_capital(&self, slot: usize, picture: &Picture, letters: &Letters, placer: &mut Placer) {
        let Some((sight, seat)) = picture.sights[slot].zip(self.seat(slot)) else {
            return;
        };
        let (_, em) = name_size(&self.map.places[seat as usize]);
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
        let (_, em) = name_size(&self.map.places[place as usize]);
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
}
