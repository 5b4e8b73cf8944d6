//! The last picture: every line of sight to every event at once, so that who is heard can be seen.

use super::labels::{Anchor, Block, Key, Label, Placer, Spot};
use super::letters::Letters;
use super::marks::{Mark, rim};
use super::places::name_size;
use super::scatter::{Dot, Ground, heading};
use super::space::{Area, Pt};
use super::{Camera, Look, Scale};
use crate::story::model::{EventIx, Index, MAX_MAIN, Map, Voice};

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

/// One capital's line to one event; or a stub, for an event on which it is not quoted. Stubs are of
/// different lengths, so that they can be counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FinaleLine {
    pub slot: u8,
    pub event: EventIx,
    /// Never `Uninvolved`.
    pub voice: Voice,
    pub from: Pt,
    pub to: Pt,
    /// Half-way, if it is heard through others.
    pub relay: Option<Pt>,
    /// The bar, if it is not quoted.
    pub stop: Option<[Pt; 2]>,
}

/// The shortest stub, and by how much the next ones are longer.
const STUB: [f32; 2] = [20.0, 34.0];
const LONGER: [f32; 2] = [6.0, 13.0];
const LENGTHS: usize = 7;
const BAR: f32 = 4.0;
/// All events at once; nothing without a map. `voices` tells how each actor is heard on an event, or
/// nothing where the event is not to be shown; of the `look` event, perspective and voices do not
/// count.
pub fn finale(
    index: &Index,
    look: &Look,
    voices: &dyn Fn(EventIx) -> Option<[Voice; MAX_MAIN]>,
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

    let shown: Vec<(EventIx, [Voice; MAX_MAIN])> = (0..index.events.len() as EventIx)
        .filter_map(|event| voices(event).map(|voices| (event, voices)))
        .collect();
    let ground = Ground {
        map,
        camera: &camera,
        rim: &rim,
        scale,
        from,
        capitals: &capitals,
    };
    let places = shown.iter().map(|(event, _)| {
        let place = index.events[*event as usize].place;
        (
            *event,
            place.and_then(|place| map.places.get(place as usize)),
        )
    });
    let (block, dots) = ground.scatter(&places.collect::<Vec<_>>());

    let mut lines = Vec::new();
    for (slot, capital) in capitals.iter().enumerate() {
        let Some(capital) = capital else { continue };
        let mut stubs = 0;
        for ((event, voices), dot) in shown.iter().zip(&dots) {
            let voice = voices[slot];
            if voice == Voice::Uninvolved {
                continue;
            }
            let step = dot.at - capital.at;
            let way = step.unit();
            let mut line = FinaleLine {
                slot: slot as u8,
                event: *event,
                voice,
                from: capital.at,
                to: dot.at,
                relay: (voice == Voice::Reported).then(|| capital.at + step * 0.5),
                stop: None,
            };
            if voice == Voice::Silent {
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
            let (_, em) = name_size(&map.places[seat as usize]);
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
        let block = self.block;
        let at = heading(&block, self.scale);
        let title = letters.note;
        self.labels = placer.labels;
        self.labels.push(Label {
            key: Key::Target,
            at,
            anchor: Anchor::Start,
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
