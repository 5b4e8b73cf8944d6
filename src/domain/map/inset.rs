//! The closer look in a corner of a wide view.

use super::labels::{self, Placed};
use super::scene::{LARGE, NOTHING, SPOT, area_reach, place_label};
use super::{Camera, Rect, Size};
use crate::domain::perspective::Perspective;
use crate::story::model::{Map, Point};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inset {
    /// Its frame in the drawing.
    pub room: Rect,
    pub camera: Camera,
    /// What it shows, in the drawing.
    pub whence: Rect,
    /// In the order of [`Map::places`].
    pub labels: Vec<Option<Placed>>,
}

/// How much larger it must show things than the view does.
const LARGER: i32 = 2;
/// Its width in tenths; a small drawing has no room for it.
const WIDTH: [i32; 5] = [0, 0, 2500, 2200, 2000];
const MARGIN: i32 = 8;

/// What the inset shows of the plane.
pub fn inset_view(map: &Map) -> Rect {
    let view = map.inset.and_then(|inset| map.views.get(inset as usize));
    let [x, y, w, h] = view.map_or([0; 4], |view| [view.x, view.y, view.w, view.h]);
    Rect { x, y, w, h }
}

/// Where there is room for the inset, and something for it to show.
pub(super) fn find(
    map: &Map,
    camera: &Camera,
    size: Size,
    taken: &[Rect],
    lines: &[[Point; 2]],
) -> Option<Inset> {
    let view = &map.views[map.inset? as usize];
    let shown = inset_view(map);
    let w = WIDTH[size.letters as usize];
    if camera.length(shown.w) * LARGER > w || !camera.sees(shown.center()) {
        return None;
    }
    let corner = camera.place(Point {
        x: shown.x,
        y: shown.y,
    });
    let whence = Rect {
        x: corner.x,
        y: corner.y,
        w: camera.length(shown.w),
        h: camera.length(shown.h),
    };
    let frame = camera.frame.inner(size.px(MARGIN));
    let h = w * 3 / 4;
    let (right, bottom) = (frame.x + frame.w - w, frame.y + frame.h - h);
    let corners = [
        (right, bottom),
        (frame.x, bottom),
        (right, frame.y),
        (frame.x, frame.y),
    ];
    let rooms = corners.map(|(x, y)| Rect { x, y, w, h });
    let is_free =
        |room: &&Rect| !room.meets(&whence) && !taken.iter().any(|other| other.meets(room));
    let is_clear = |room: &&Rect| !lines.iter().any(|line| labels::crosses(*line, room));
    let room =
        (rooms.iter().filter(is_free).find(is_clear)).or_else(|| rooms.iter().find(is_free))?;
    Some(Inset {
        room: *room,
        camera: Camera::new(view, *room),
        whence,
        labels: Vec::new(),
    })
}

impl Inset {
    /// Names what it shows; what is too large to be a spot in it is its heading.
    pub(super) fn name(&mut self, map: &Map, perspective: Perspective, size: Size) {
        let camera = self.camera;
        let inner = self.room.inner(size.px(5));
        let mut corner = Point {
            x: inner.x,
            y: inner.y,
        };
        let (mut wanted, mut taken) = (Vec::new(), Vec::new());
        for place in map.places {
            if !camera.sees(place.at) {
                self.labels.push(None);
                wanted.push(NOTHING);
                continue;
            }
            let extent = camera.length(place.extent);
            let reach = match extent > size.px(LARGE) {
                true => 0,
                false => area_reach(place, extent, size),
            };
            let label = place_label(place, perspective, size, camera.place(place.at), reach, 0);
            let is_head = reach == 0 && place.is_rival();
            let heading = is_head.then(|| labels::below(&label, corner, size.em()));
            if let Some(heading) = heading {
                corner.y += heading.room.h;
                taken.push(heading.room);
            }
            self.labels.push(heading);
            wanted.push(if reach == 0 { NOTHING } else { label });
        }
        // No name covers another island, if they all have room so.
        let headings = taken.len();
        for label in &wanted {
            if label.lines > 0 {
                taken.push(Rect::around(label.at, size.px(SPOT) / 2));
            }
        }
        let mut found = labels::place(&wanted, inner, size.em(), &mut taken, &[]);
        let is_short = (found.iter().zip(&wanted)).any(|(f, w)| f.is_none() && w.lines > 0);
        if is_short {
            taken.truncate(headings);
            found = labels::place(&wanted, inner, size.em(), &mut taken, &[]);
        }
        for (label, found) in self.labels.iter_mut().zip(found) {
            *label = label.or(found);
        }
    }
}
