//! Lines of sight: from each capital to the target, as far as its voice is heard.

use super::space::{Area, Pt};
use super::target::Target;
use super::{Mark, Picture, Scale, Stage};
use crate::story::model::Voice;

/// One capital's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sight {
    /// The capital.
    pub mark: Mark,
    /// None where it is not part of the event.
    pub line: Option<Line>,
}

/// From a capital to the target, or as far as it goes. Always solid: how it ends is how it is heard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    pub from: Pt,
    pub to: Pt,
    /// What opens from the capital towards the target; for lines that arrive.
    pub cone: Option<[Pt; 3]>,
    /// In its own words: an arrowhead.
    pub head: Option<[Pt; 3]>,
    /// Through others: a diamond half-way, and how far its corners reach.
    pub relay: Option<(Pt, f32)>,
    /// Not quoted: a bar.
    pub stop: Option<[Pt; 2]>,
}

/// How far marks reach from their middle, in px: on a small stage, and on any other.
pub const RING: [f32; 2] = [9.0, 12.0];
pub const SEAT: [f32; 2] = [8.0, 9.0];
/// A diamond in a perspective, and out of it.
pub const RELAY: [f32; 2] = [12.0, 15.0];
const RELAY_OFF: [f32; 2] = [6.0, 8.0];
const BAR: [f32; 2] = [11.0, 15.0];
const BAR_OFF: [f32; 2] = [7.0, 9.0];
/// A line that is not quoted stops so far from the capital's middle.
const STOP: [f32; 2] = [46.0, 104.0];
/// Between a capital's mark and its line.
const GAP: f32 = 3.0;
/// How wide the cone opens, to each side.
const CONE: [f32; 2] = [16.0, 30.0];
/// An arrowhead's length; it is about as wide.
const HEAD: [f32; 2] = [10.0, 13.0];
/// Where a diamond may stand on its line, in hundredths.
const PARTS: [f32; 7] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

impl Stage<'_> {
    /// The capitals, their lines, and the mark of a place outside.
    pub(super) fn draw_sights(&self, picture: &mut Picture) {
        let target = picture.target;
        let middle = Target::Ring {
            at: self.rim.center(),
            reach: 0.0,
        };
        let seen = target.unwrap_or(middle);
        let globe = self.target_globe(&seen);
        let mut rims: Vec<Pt> = Vec::new();
        let mut relays: Vec<Area> = Vec::new();
        if let Some(target) = &target {
            relays.push(target.room());
        }
        for slot in 0..self.index.main {
            let Some(seat) = self.seat(slot) else {
                picture.sights.push(None);
                continue;
            };
            let seat = &self.map.places[seat as usize];
            let at = self.camera.place(seat.at);
            let voice = self.voice(slot);
            let mark = match self.rim.holds(at) {
                true => Some(Mark::inside(at)),
                false if voice == Voice::Uninvolved => None,
                false => Some(Mark::outside(
                    (seen.at(), globe),
                    &seat.globe,
                    &self.rim,
                    self.scale,
                    &rims,
                )),
            };
            if let Some(mark) = mark.filter(|mark| mark.far.is_some()) {
                rims.push(mark.at);
            }
            picture
                .sights
                .push(mark.map(|mark| Sight { mark, line: None }));
        }
        if let Some(target) = &target {
            let marks = picture.sights.iter().flatten().map(|sight| sight.mark.at);
            let reach = self.scale.px(SEAT[0], SEAT[1]) * 2.0;
            relays.extend(marks.map(|at| Area::around(at, reach, reach)));
            for (slot, sight) in picture.sights.iter_mut().enumerate() {
                let Some(sight) = sight else { continue };
                sight.line = self.line(slot, sight.mark.at, target, &mut relays);
            }
            picture.outside = self.outside(target, &rims);
        }
    }

    /// Where the event's place lies, if not in the frame and not a capital that is marked there.
    fn outside(&self, target: &Target, rims: &[Pt]) -> Option<Mark> {
        let place = self.event_place()?;
        let is_seat = (0..self.index.main)
            .any(|slot| self.seat(slot) == Some(place) && self.voice(slot) != Voice::Uninvolved);
        let place = &self.map.places[place as usize];
        let is_inside = self.rim.holds(self.camera.place(place.at));
        if is_inside || is_seat {
            return None;
        }
        let from = (target.at(), self.target_globe(target));
        Some(Mark::outside(
            from,
            &place.globe,
            &self.rim,
            self.scale,
            rims,
        ))
    }

    fn line(&self, slot: usize, seat: Pt, target: &Target, relays: &mut Vec<Area>) -> Option<Line> {
        let voice = self.voice(slot);
        if voice == Voice::Uninvolved {
            return None;
        }
        let px = |of: [f32; 2]| self.scale.px(of[0], of[1]);
        let is_on = self.is_on(slot);
        let aim = target.at();
        let way = (aim - seat).unit();
        let side = way.turned();
        let start = px(SEAT) + GAP;
        let arrives = ((aim - seat).length() - target.reach(way)).max(start);
        // Something of the way is always left open, so that it is seen to stop.
        let stops = px(STOP).min(start + (arrives - start) * 0.6);
        let end = match voice {
            Voice::Silent => stops,
            _ => arrives,
        };
        let to = seat + way * end;
        let mut line = Line {
            from: seat + way * start,
            to,
            cone: None,
            head: None,
            relay: None,
            stop: None,
        };
        if voice == Voice::Silent {
            let bar = side * if is_on { px(BAR) } else { px(BAR_OFF) };
            line.stop = Some([to + bar, to - bar]);
            return Some(line);
        }
        line.cone = Some([seat, aim + side * px(CONE), aim - side * px(CONE)]);
        if voice == Voice::Direct {
            let long = px(HEAD).min(arrives - start);
            let foot = to - way * long;
            let half = side * (long * 0.55);
            line.head = Some([to, foot + half, foot - half]);
            return Some(line);
        }
        // As large as it can become, so that it stays where it is in every perspective.
        let room = |at: Pt| Area::around(at, px(RELAY) * 2.0, px(RELAY) * 2.0);
        let places = PARTS.map(|part| seat + way * (start + (arrives - start) * part));
        let is_free = |at: &&Pt| !relays.iter().any(|other| other.meets(&room(**at)));
        let at = places.iter().find(is_free).unwrap_or(&places[0]);
        relays.push(room(*at));
        let reach = if is_on { px(RELAY) } else { px(RELAY_OFF) };
        line.relay = Some((*at, reach.min((arrives - start) * 0.45)));
        Some(line)
    }
}

impl Line {
    /// What no name may cover: its end, diamond and bar, as large as they can become.
    pub(super) fn rooms(&self, scale: Scale) -> impl Iterator<Item = Area> {
        let px = |of: [f32; 2]| scale.px(of[0], of[1]) * 2.0;
        let relay = (self.relay).map(|(at, _)| Area::around(at, px(RELAY), px(RELAY)));
        let stop = (self.stop).map(|_| Area::around(self.to, px(BAR) + 5.0, px(BAR) + 5.0));
        let end = Area::around(self.to, px(HEAD) / 2.0, px(HEAD) / 2.0);
        [relay, stop, Some(end)].into_iter().flatten()
    }
}
