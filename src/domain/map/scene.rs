//! All that the map shows for a choice, from the index alone.

use super::inset::{self, Inset};
use super::labels::{self, Label, Placed};
use super::names;
use super::sights::{self, EYE, Mark, RELAY, RING, Sight};
use super::{Camera, Rect, Size};
use crate::domain::date::Day;
use crate::domain::perspective::Perspective;
use crate::domain::{known, words};
use crate::story::model::{
    EventIx, Heard, Index, MAX_MAIN, Map, MapPlace, NameRole, Point, StepIx,
};

/// What decides how the map looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub step: Option<StepIx>,
    pub event: Option<EventIx>,
    pub perspective: Perspective,
    /// What is known only later is out of sight.
    pub horizon: Day,
    /// How many steps the reader has gone closer.
    pub zoom: i8,
    pub size: Size,
}

/// A place on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// Where its own mark stands, if it has one.
    pub dot: Option<Point>,
    pub label: Option<Placed>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    pub event: Option<EventIx>,
    pub camera: Camera,
    /// The event's ring.
    pub aim: Option<Mark>,
    /// By slot.
    pub sights: Vec<Option<Sight>>,
    /// In the order of [`Map::places`].
    pub places: Vec<Shown>,
    /// In the order of [`Map::names`].
    pub names: Vec<Option<Placed>>,
    pub inset: Option<Inset>,
}

/// The mark of a place that has rival names, and of any other, in px.
pub(super) const SPOT: i32 = 8;
const DOT: i32 = 3;
/// What reaches further is an area with its name on it.
pub(super) const LARGE: i32 = 40;
/// From this part of the first view on a look is close: then all places are named.
const CLOSE: i32 = 3;

/// Which view a passage shows, as an index.
pub fn view(index: &Index, step: Option<StepIx>) -> u8 {
    step.map_or(0, |step| index.steps[step as usize].view)
}

/// Where the event is, as an index into the map's places.
fn event_place(index: &Index, look: &Look) -> Option<u16> {
    index.events[look.event? as usize].place
}

/// What of the plane is seen; nothing without a map.
pub fn camera(index: &Index, look: &Look) -> Option<Camera> {
    let map = index.map.as_ref()?;
    let view = &map.views[view(index, look.step) as usize];
    let camera = Camera::new(view, look.size.frame());
    if look.zoom == 0 {
        return Some(camera);
    }
    // Closer to the event, where it can be seen.
    let event = event_place(index, look).map(|place| map.places[place as usize].at);
    let about = event.filter(|at| camera.sees(*at));
    let about = about.unwrap_or(camera.shown.center());
    Some(camera.zoomed(look.zoom, about, map.views))
}

/// What the map shows; nothing without a map.
pub fn scene(index: &Index, look: Look) -> Option<Scene> {
    let map = index.map.as_ref()?;
    let size = look.size;
    let camera = camera(index, &look)?;
    let event = event_place(index, &look);
    let at = |place: u16| map.places[place as usize].at;

    let seats: Vec<Option<u16>> = index.actors[..index.main].iter().map(|a| a.seat).collect();
    let placed: Vec<Option<Point>> = (seats.iter())
        .map(|seat| seat.map(|seat| camera.place(at(seat))))
        .collect();
    let target = event.map(|event| camera.place(at(event)));
    let aim = target.map(|target| sights::aim(target, size));
    let mut voices = [Heard::Uninvolved; MAX_MAIN];
    for (slot, voice) in voices[..index.main].iter_mut().enumerate() {
        *voice = words::voice(index, look.event, slot, look.horizon);
    }
    let sights = sights::sights(&placed, &voices, target, size);

    let mut scene = Scene {
        event: look.event,
        camera,
        aim,
        sights,
        places: Vec::new(),
        names: Vec::new(),
        inset: None,
    };
    let (mut taken, lines) = scene.obstacles(size);
    scene.inset = inset::find(map, &camera, size, &taken, &lines);
    if let Some(inset) = &mut scene.inset {
        taken.push(inset.room);
        inset.name(map, look.perspective, size);
    }
    scene.name(index, map, &look, &seats, event, taken, &lines);
    Some(scene)
}

impl Scene {
    /// How close the look is, for the style: from 0, as the first view, to 2.
    pub fn closeness(&self, map: &Map) -> &'static str {
        match map.views[0].w / self.camera.shown.w.max(1) {
            ..2 => "0",
            2..6 => "1",
            _ => "2",
        }
    }

    /// What no name may cover, and the lines that it should not cross.
    fn obstacles(&self, size: Size) -> (Vec<Rect>, Vec<[Point; 2]>) {
        let (mut taken, mut lines) = (Vec::new(), Vec::new());
        let mut mark = |mark: &Mark, reach: i32| {
            taken.push(Rect::around(mark.at, size.px(reach)));
            if let Some([_, tip, _]) = mark.off {
                taken.push(Rect::around(tip, size.px(4)));
            }
        };
        if let Some(aim) = &self.aim {
            mark(aim, RING + 1);
        }
        for sight in self.sights.iter().flatten() {
            mark(&sight.mark, EYE + 1);
        }
        for sight in self.sights.iter().flatten() {
            if let Some(relay) = sight.relay {
                taken.push(Rect::around(relay, size.px(RELAY)));
            }
            lines.extend(sight.ray);
            lines.extend(sight.stop);
        }
        (taken, lines)
    }

    /// Gives names their places.
    #[allow(clippy::too_many_arguments)]
    fn name(
        &mut self,
        index: &Index,
        map: &Map,
        look: &Look,
        seats: &[Option<u16>],
        event: Option<u16>,
        mut taken: Vec<Rect>,
        lines: &[[Point; 2]],
    ) {
        let (size, camera) = (look.size, self.camera);
        let is_close = camera.shown.w * CLOSE <= map.views[0].w;
        let told = look
            .step
            .map_or(&[][..], |step| index.steps[step as usize].events);
        let is_told = |place: u16| {
            told.iter().any(|event| {
                known::event(index, *event, look.horizon)
                    && index.events[*event as usize].place == Some(place)
            })
        };

        let mut wanted: Vec<Label> = Vec::new();
        for (i, place) in map.places.iter().enumerate() {
            let i = i as u16;
            let slot = seats.iter().position(|seat| *seat == Some(i));
            let sight = slot.and_then(|slot| self.sights[slot].as_ref());
            let inset = self.inset.as_ref();
            let is_inset = || inset.is_some_and(|inset| inset.camera.sees(place.at));
            let own = camera.place(place.at);
            let inside = camera.frame.inner(size.px(DOT * 2)).holds(own);
            let extent = camera.length(place.extent);
            let (mark, rank) = match (sight, self.aim) {
                (_, Some(aim)) if event == Some(i) => (Some((aim.at, RING)), 1),
                (Some(sight), _) => (Some((sight.mark.at, EYE)), 1),
                _ if !inside || is_inset() => (None, 0),
                // An island may be too small to be more than one of several.
                _ if place.is_rival() && (extent == 0 || extent > size.px(SPOT)) => {
                    (Some((own, SPOT)), 3)
                }
                _ if is_told(i) => (Some((own, DOT)), 4),
                _ if is_close => (Some((own, DOT)), 6),
                _ => (None, 0),
            };
            let has_dot = mark.is_some_and(|(_, reach)| reach <= SPOT && sight.is_none());
            self.places.push(Shown {
                dot: (has_dot && extent == 0).then_some(own),
                label: None,
            });
            wanted.push(match mark {
                Some((at, reach)) => {
                    let reach = match rank > 1 && extent > 0 {
                        true => area_reach(place, extent, size),
                        false => size.px(reach),
                    };
                    place_label(place, look.perspective, size, at, reach, rank)
                }
                None => NOTHING,
            });
        }
        for shown in &self.places {
            if let Some(dot) = shown.dot {
                taken.push(Rect::around(dot, size.px(DOT)));
            }
        }
        for name in map.names {
            let at = camera.place(name.at);
            // The same words twice would be one name too many.
            let is_named = name
                .place
                .is_some_and(|place| wanted[place as usize].lines > 0);
            let rank = match name.role {
                NameRole::Route => 2,
                NameRole::Country | NameRole::Sea => 5,
                NameRole::OtherCountry => 7,
            };
            let is_now = name.event.is_none() || name.event == look.event;
            let is_seen = camera.frame.holds(at) && !is_named && is_now;
            wanted.push(match is_seen {
                true => Label {
                    at,
                    reach: match name.role {
                        NameRole::Route => size.px(DOT),
                        _ => 0,
                    },
                    width: width(name.width, size),
                    lines: 1,
                    rank,
                },
                false => NOTHING,
            });
        }
        let margin = camera.frame.inner(size.px(3));
        let mut found = labels::place(&wanted, margin, size.em(), &mut taken, lines);
        self.names = found.split_off(self.places.len());
        for (shown, label) in self.places.iter_mut().zip(found) {
            shown.label = label;
        }
    }
}

/// What stands for a name that is not wanted.
pub(super) const NOTHING: Label = Label {
    at: Point { x: 0, y: 0 },
    reach: 0,
    width: 0,
    lines: 0,
    rank: 0,
};

/// How far a name stands from the middle of an area; 0: on it, where it is large. Rival names stand
/// beside what they name, and leave it to be seen.
pub(super) fn area_reach(place: &MapPlace, extent: i32, size: Size) -> i32 {
    match extent > size.px(LARGE) && !place.is_rival() {
        true => 0,
        false => extent.clamp(size.px(DOT), size.px(LARGE) * 2),
    }
}

pub(super) fn place_label(
    place: &MapPlace,
    perspective: Perspective,
    size: Size,
    at: Point,
    reach: i32,
    rank: u8,
) -> Label {
    let (lines, em) = names::lines(place, perspective);
    Label {
        at,
        reach,
        width: width(em, size),
        lines,
        rank,
    }
}

/// Hundredths of an em to tenths of a unit, with some air at the sides.
fn width(em: u16, size: Size) -> i32 {
    (i32::from(em) + labels::AIR) * size.em() / 100
}
