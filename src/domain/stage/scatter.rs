//! Where events stand in the last picture: none on another, and those without a place in a block.

use super::bearing;
use super::marks::Mark;
use super::space::{Area, Pt};
use super::{Camera, Scale};
use crate::story::model::{EventIx, Globe, Map, MapPlace, NameRole};

/// An event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    pub event: EventIx,
    pub at: Pt,
    /// Whether it stands in the block.
    pub is_matter: bool,
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

/// What events are scattered on.
pub(super) struct Ground<'a> {
    pub map: &'a Map,
    pub camera: &'a Camera,
    pub rim: &'a Area,
    pub scale: Scale,
    /// Where the directions to places outside are seen from.
    pub from: (Pt, &'a Globe),
    pub capitals: &'a [Option<Mark>],
}

impl Ground<'_> {
    /// The block, and the events in their order.
    pub fn scatter(&self, events: &[(EventIx, Option<&MapPlace>)]) -> (Area, Vec<Dot>) {
        let matters = events.iter().filter(|(_, place)| place.is_none());
        let block = self.block(matters.count());
        let corner = Pt::new(block.x + self.px(MARGIN), block.y + self.px(HEADING));
        let mut dots: Vec<Dot> = Vec::new();
        let mut count = 0;
        for (event, place) in events {
            let at = match place {
                Some(place) => self.apart(self.seen(place), &dots),
                None => {
                    let (column, row) = (count % COLUMNS, count / COLUMNS);
                    count += 1;
                    corner + Pt::new(column as f32 + 0.5, row as f32 + 0.5) * self.px(PITCH)
                }
            };
            dots.push(Dot {
                event: *event,
                at,
                is_matter: place.is_none(),
            });
        }
        (block, dots)
    }

    fn px(&self, of: [f32; 2]) -> f32 {
        self.scale.px(of[0], of[1])
    }

    /// Where a place stands: in the frame, or at its rim.
    fn seen(&self, place: &MapPlace) -> Pt {
        let inside = self.camera.place(place.at);
        let (from, globe) = self.from;
        match self.rim.holds(inside) {
            true => inside,
            false => self.rim.edge(from, bearing::toward(globe, &place.globe)),
        }
    }

    /// Near a point, but on no other event and on no capital.
    fn apart(&self, at: Pt, dots: &[Dot]) -> Pt {
        let room = self.rim.grown(NEAR[1]);
        let is_free = |at: &Pt| {
            let mut marks = self.capitals.iter().flatten();
            room.holds(*at)
                && dots
                    .iter()
                    .all(|dot| (dot.at - *at).length() >= self.px(NEAR))
                && marks.all(|mark| (mark.at - *at).length() >= self.px(CLEAR))
        };
        let steps = (0u8..80).map(|n| {
            let [x, y] = WAYS[n as usize % WAYS.len()];
            Pt::new(x, y) * (f32::from(n / 8 + 1) * self.px(NEAR))
        });
        let around = steps.map(|step| at + step);
        let found = std::iter::once(at).chain(around).find(is_free);
        found.unwrap_or(at)
    }

    /// As far from the middle as there is open sea for so many matters.
    fn block(&self, matters: usize) -> Area {
        let rim = self.rim;
        let rows = matters.div_ceil(COLUMNS) as f32;
        let w = COLUMNS as f32 * self.px(PITCH) + self.px(MARGIN) * 2.0;
        let h = rows * self.px(PITCH) + self.px(HEADING) + self.px(MARGIN);
        let seas = self.map.names.iter().filter(|n| n.role == NameRole::Sea);
        let rooms = seas.flat_map(|sea| sea.rooms);
        let rooms = rooms.map(|room| self.camera.area(room).common(rim));
        let fits = rooms.filter(|room| room.w >= w && room.h >= h);
        let corners = fits.flat_map(|room| {
            let (x, y) = (room.right() - w, room.bottom() - h);
            [(x, y), (x, room.y), (room.x, y), (room.x, room.y)]
        });
        let far = |area: &Area| (area.center() - rim.center()).length();
        let areas = corners.map(|(x, y)| Area { x, y, w, h });
        let best = areas.fold(None, |best: Option<Area>, area| match best {
            Some(best) if far(&best) >= far(&area) => Some(best),
            _ => Some(area),
        });
        best.unwrap_or(Area {
            x: rim.right() - w,
            y: rim.bottom() - h,
            w,
            h,
        })
    }
}

/// Where the block's heading begins, on its base line.
pub(super) fn heading(block: &Area, scale: Scale) -> Pt {
    Pt::new(
        block.x + scale.px(MARGIN[0], MARGIN[1]),
        block.y + scale.px(HEADING[0], HEADING[1]) * 0.72,
    )
}
