//! What part of the plane the frame shows, and where a point of it stands there.

use std::cmp::Reverse;

use super::space::{Area, Pt};
use super::{Insets, Look};
use crate::domain::projection::AROUND;
use crate::story::model::{Map, Point, Room, View};

/// From the plane's units to px: `translate(x y) scale(scale)` for the drawing of the land.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    pub x: f32,
    pub y: f32,
    /// Px to a unit of the map, which is ten of its coordinates' tenths.
    pub scale: f32,
}

impl Camera {
    /// All of a view within the free part of the frame, as large as it goes. Closer where the frame
    /// would otherwise see the land end, and then moved by as little as hides its ends.
    ///
    /// It knows nothing of event and perspective: the map lies still while cards rise and fall.
    pub fn new(view: &View, size: (f32, f32), free: Insets) -> Self {
        let (w, h) = size;
        let room = free.room(size);
        let seen = area(view);
        let drawn = drawn(view);
        let scale = (room.w / seen.w)
            .min(room.h / seen.h)
            .max(w / drawn.w)
            .max(h / drawn.h);
        let place = |room: f32, half: f32, seen: f32, drawn: f32, size: f32, long: f32| {
            let at = room + half - seen * scale;
            at.max(size - (drawn + long) * scale).min(-drawn * scale)
        };
        let middle = seen.center();
        Self {
            x: place(room.x, room.w / 2.0, middle.x, drawn.x, w, drawn.w),
            y: place(room.y, room.h / 2.0, middle.y, drawn.y, h, drawn.h),
            scale,
        }
    }

    /// Where a point of the plane stands in the frame; outside of it too.
    pub fn place(&self, point: Point) -> Pt {
        Pt::new(self.x + self.length(point.x), self.y + self.length(point.y))
    }

    /// The same of a part of the plane.
    pub fn area(&self, room: &Room) -> Area {
        let corner = self.place(Point {
            x: room.x,
            y: room.y,
        });
        Area {
            x: corner.x,
            y: corner.y,
            w: self.length(room.w),
            h: self.length(room.h),
        }
    }

    /// How long a length of the plane, in tenths, is in px.
    pub fn length(&self, tenths: i32) -> f32 {
        tenths as f32 / 10.0 * self.scale
    }
}

/// The view, in units.
fn area(view: &View) -> Area {
    let [x, y, w, h] =
        [view.x, view.y, view.w.max(1), view.h.max(1)].map(|side| side as f32 / 10.0);
    Area { x, y, w, h }
}

/// What the land is drawn for around a view, in units.
fn drawn(view: &View) -> Area {
    let Area { x, y, w, h } = area(view);
    Area {
        x: x - w * AROUND.side,
        y: y - h * AROUND.above,
        w: w * (1.0 + AROUND.side * 2.0),
        h: h * (1.0 + AROUND.above + AROUND.below),
    }
}

/// The view for an event that is told without one: of those that show its place, the one that shows
/// most `seats` of those who are part of it; of several, the closest. The first where no view shows
/// the place, and where it is one of the seats: then it is the matter that is shown.
pub fn natural_view(map: &Map, place: Option<u16>, seats: impl Iterator<Item = u16> + Clone) -> u8 {
    let at = |place: u16| map.places.get(place as usize).map(|place| place.at);
    let is_seat = |place: &u16| seats.clone().any(|seat| seat == *place);
    let Some(place) = place.filter(|place| !is_seat(place)).and_then(at) else {
        return 0;
    };
    // Not at its edge: so much of it, at each side.
    let shows = |view: &View, at: Point, part: i32| {
        let (x, y) = (view.w / part, view.h / part);
        (view.x + x..=view.x + view.w - x).contains(&at.x)
            && (view.y + y..=view.y + view.h - y).contains(&at.y)
    };
    let count = |view: &View| {
        let seats = seats.clone().filter_map(at);
        seats.filter(|seat| shows(view, *seat, 12)).count()
    };
    let views = map.views.iter().enumerate();
    views
        .filter(|(_, view)| shows(view, place, 8))
        .max_by_key(|(_, view)| (count(view), Reverse(view.w)))
        .map_or(0, |(i, _)| i as u8)
}

impl Look {
    /// See [`Camera::new`]; none without such a view.
    pub fn camera(&self, map: &Map) -> Option<Camera> {
        let view = map.views.get(self.view as usize)?;
        Some(Camera::new(view, self.size, self.free))
    }
}
