//! The last picture: every line of sight to every event at once, so that who is heard can be seen.

use super::labels::{Block, Key, Label, Letters, Placer, Spot};
use super::marks::{Mark, rim};
use super::space::{Area, Pt};
use super::{Camera, Look, Scale};
use crate::domain::perspective::Perspective;
use crate::story::model::{EventIx, Globe, Heard, Index, MAX_MAIN, Map, NameRole};

#[derive(Debug, Clone, PartialEq)]
pub struct Finale {
    pub scale: Scale,
    pub camera: Camera,
    /// Where events without a place stand, in open sea.
    pub block: Area,
    /// In the order of the events.
    pub dots: Vec<Dot>,
    /// By slot.
    pub capitals: Vec<Option<Mark>>,
    /// By slot, then in the order of the events.
    pub lines: Vec<FinaleLine>,
    /// The capitals', and that of the block as [`Key::Target`].
    pub labels: Vec<Label>,
}

/// An event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    pub event: EventIx,
    pub at: Pt,
    /// Whether it stands in the block.
    pub is_matter: bool,
}

/// One capital's line to one event; or a stub, for an event on which it is not quoted. Stubs are of
/// different lengths, so that they can be counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FinaleLine {
    pub slot: u8,
    pub event: EventIx,
    /// Never `Uninvolved`.
    pub heard: Heard,
    pub from: Pt,
    pub to: Pt,
    /// Half-way, if it is heard through others.
    pub relay: Option<Pt>,
    /// The bar, if it is not quoted.
    pub stop: Option<[Pt; 2]>,
}

/// How many events stand in a row of the block, and how far apart.
const COLUMNS: usize = 7;
const PITCH: [f32; 2] = [13.0, 26.0];
/// Around them; and their heading above.
const MARGIN: [f32; 2] = [8.0, 14.0];
const HEADING: [f32; 2] = [18.0, 26.0];
/// Events closer than this are moved apart, and away from capitals.
const NEAR: [f32; 2] = [5.0, 8.0];
const CLEAR: [f32; 2] = [20.0, 30.0];
/// The shortest stub, and by how much the next ones are longer.
const STUB: [f32; 2] = [20.0, 34.0];
const LONGER: [f32; 2] = [6.0, 13.0];
const LENGTHS: usize = 7;
const BAR: f32 = 4.0;
/// Directions in which to move apart, well mixed: each is some seventh of a turn from the last.
const WAYS: [[f32; 2]; 8] = [
    [1.0, 0.0],
    [-0.7, 0.7],
    [0.0, -1.0],
    [0.7, 0.7],
    [-1.0, 0.0],
    [0.7, -0.7],
    [0.0, 1.0],
    [-0.7, -0.7],
];

/// All events at once; nothing without a map. `voices` tells how each actor is heard on an event, or
/// nothing where the event is not to be shown; of the `look` event, perspective and voices do not
/// count.
pub fn finale(
    index: &Index,
    look: &Look,
    voices: &dyn Fn(EventIx) -> Option<[Heard; MAX_MAIN]>,
) -> Option<Finale> {
    let map = index.map.as_ref()?;
    let view = map.views.get(look.view as usize)?;
    let camera = look.camera(map)?;
    let scale = Scale::of(look.size);
    let rim = rim(look, scale);
    let px = |of: [f32; 2]| scale.px(of[0], of[1]);
    // Directions to what lies outside are seen from the sea in the middle.
    let from = (camera.place(view.sea), &view.sea_globe);

    let mut capitals: Vec<Option<Mark>> = Vec::new();
    for actor in &index.actors[..index.main] {
        let others: Vec<Pt> = capitals.iter().flatten().map(|mark| mark.at).collect();
        let seat = actor.seat.and_then(|seat| map.places.get(seat as usize));
        capitals.push(seat.map(|seat| {
            let at = camera.place(seat.at);
            match rim.holds(at) {
                true => Mark::inside(at),
                false => Mark::outside(from, &seat.globe, &rim, scale, &others),
            }
        }));
    }

    let shown: Vec<(EventIx, [Heard; MAX_MAIN])> = (0..index.events.len() as EventIx)
        .filter_map(|event| voices(event).map(|voices| (event, voices)))
        .collect();
    let place = |event: EventIx| index.events[event as usize].place;
    let matters = shown
        .iter()
        .filter(|(event, _)| place(*event).is_none())
        .count();
    let block = block(map, &camera, &rim, matters, scale);
    let mut dots: Vec<Dot> = Vec::new();
    let mut count = 0;
    for (event, _) in &shown {
        let dot = match place(*event).and_then(|place| map.places.get(place as usize)) {
            None => {
                let (column, row) = (count % COLUMNS, count / COLUMNS);
                count += 1;
                let step = Pt::new(column as f32 + 0.5, row as f32 + 0.5) * px(PITCH);
                let corner = Pt::new(px(MARGIN), px(HEADING));
                Dot {
                    event: *event,
                    at: Pt::new(block.x, block.y) + corner + step,
                    is_matter: true,
                }
            }
            Some(place) => {
                let at = seen(&camera, &rim, from, place.at, &place.globe);
                Dot {
                    event: *event,
                    at: apart(at, &dots, &capitals, &rim.grown(NEAR[1]), scale),
                    is_matter: false,
                }
            }
        };
        dots.push(dot);
    }

    let mut lines = Vec::new();
    for (slot, capital) in capitals.iter().enumerate() {
        let Some(capital) = capital else { continue };
        let mut stubs = 0;
        for ((event, voices), dot) in shown.iter().zip(&dots) {
            let heard = voices[slot];
            if heard == Heard::Uninvolved {
                continue;
            }
            let step = dot.at - capital.at;
            let way = step.unit();
            let mut line = FinaleLine {
                slot: slot as u8,
                event: *event,
                heard,
                from: capital.at,
                to: dot.at,
                relay: (heard == Heard::Reported).then(|| capital.at + step * 0.5),
                stop: None,
            };
            if heard == Heard::Silent {
                let long = px(STUB) + (stubs % LENGTHS) as f32 * px(LONGER);
                stubs += 1;
                line.to = capital.at + way * long.min(step.length() * 0.7);
                let half = way.turned() * BAR;
                line.stop = Some([line.to + half, line.to - half]);
            }
            lines.push(line);
        }
    }
    let mut finale = Finale {
        scale,
        camera,
        block,
        dots,
        capitals,
        lines,
        labels: Vec::new(),
    };
    finale.name(index, map, look);
    Some(finale)
}

/// Where a place stands: in the frame, or at its rim.
fn seen(
    camera: &Camera,
    rim: &Area,
    (from, globe): (Pt, &Globe),
    at: crate::story::model::Point,
    to: &Globe,
) -> Pt {
    let inside = camera.place(at);
    match rim.holds(inside) {
        true => inside,
        false => rim.edge(from, globe.toward(to)),
    }
}

/// Near a point, but on no other event and on no capital.
fn apart(at: Pt, dots: &[Dot], capitals: &[Option<Mark>], room: &Area, scale: Scale) -> Pt {
    let px = |of: [f32; 2]| scale.px(of[0], of[1]);
    let is_free = |at: &Pt| {
        let mut marks = capitals.iter().flatten();
        room.holds(*at)
            && dots.iter().all(|dot| (dot.at - *at).length() >= px(NEAR))
            && marks.all(|mark| (mark.at - *at).length() >= px(CLEAR))
    };
    let steps = (0u8..80).map(|n| {
        let [x, y] = WAYS[n as usize % WAYS.len()];
        Pt::new(x, y) * (f32::from(n / 8 + 1) * px(NEAR))
    });
    let around = steps.map(|step| at + step);
    std::iter::once(at)
        .chain(around)
        .find(is_free)
        .unwrap_or(at)
}

/// As far from the middle as there is open sea for so many matters.
fn block(map: &Map, camera: &Camera, rim: &Area, matters: usize, scale: Scale) -> Area {
    let px = |of: [f32; 2]| scale.px(of[0], of[1]);
    let rows = matters.div_ceil(COLUMNS) as f32;
    let w = COLUMNS as f32 * px(PITCH) + px(MARGIN) * 2.0;
    let h = rows * px(PITCH) + px(HEADING) + px(MARGIN);
    let corner = Area {
        x: rim.right() - w,
        y: rim.bottom() - h,
        w,
        h,
    };
    let seas = map.names.iter().filter(|name| name.role == NameRole::Sea);
    let rooms = seas
        .flat_map(|sea| sea.rooms)
        .map(|room| camera.area(room).common(rim));
    let fits = rooms.filter(|room| room.w >= w && room.h >= h);
    let corners = fits.flat_map(|room| {
        let (x, y) = (room.right() - w, room.bottom() - h);
        [(x, y), (x, room.y), (room.x, y), (room.x, room.y)].map(|(x, y)| Area { x, y, w, h })
    });
    let far = |area: &Area| (area.center() - rim.center()).length();
    corners
        .fold(None, |best: Option<Area>, area| match best {
            Some(best) if far(&best) >= far(&area) => Some(best),
            _ => Some(area),
        })
        .unwrap_or(corner)
}

impl Finale {
    fn name(&mut self, index: &Index, map: &Map, look: &Look) {
        let letters = Letters::of(self.scale);
        let (w, h) = look.size;
        let frame = Area {
            x: 0.0,
            y: 0.0,
            w,
            h,
        }
        .grown(-4.0);
        let mut placer = Placer::new(frame);
        placer.taken.push(self.block);
        for mark in self.capitals.iter().flatten() {
            placer.taken.push(Area::around(mark.at, 20.0, 20.0));
        }
        for (slot, mark) in self.capitals.iter().enumerate() {
            let Some((mark, seat)) = mark.zip(index.actors[slot].seat) else {
                continue;
            };
            let (_, em) = map.places[seat as usize].lines(Perspective::NEUTRAL);
            let note = look.words.capital[slot];
            let block = Block {
                key: Key::Capital(slot as u8),
                w: letters.capital.width(em).max(letters.note.width(note)),
                lines: 1 + u16::from(note > 0),
                leading: letters.capital.height(),
            };
            let spot = Spot {
                further: 2,
                ..Spot::new(mark.at, 9.0)
            };
            placer.beside(block, spot, true);
        }
        let Self { block, scale, .. } = *self;
        let at = Pt::new(
            block.x + scale.px(MARGIN[0], MARGIN[1]),
            block.y + scale.px(HEADING[0], HEADING[1]) * 0.72,
        );
        let title = letters.note;
        self.labels = placer.labels;
        self.labels.push(Label {
            key: Key::Target,
            at,
            anchor: super::Anchor::Start,
            leading: title.height(),
            room: Area {
                x: at.x,
                y: block.y,
                w: title.width(look.words.target),
                h: title.height(),
            },
            leader: None,
        });
    }
}
