//! What the reader will see of the plane, and how closely.

use crate::clip::Rect;
use crate::story::{Map, View};
use crate::topology::Point;
use ::story::projection::Projection;

/// The width of the map's drawing, in its own units.
const DRAWING: f64 = 660.0;
/// The height of a drawing as a part of its width: the tallest is that of the inset and of narrow
/// screens.
const TALLEST: f64 = 0.75;
/// How much more than a view is drawn at its sides and above and below it, as a part of its width:
/// the flattest drawing shows so much more at the sides, and no drawing sees where the land was cut.
const MARGIN: Point = [0.1, 0.02];

/// All views, in kilometres on the plane.
#[derive(Debug)]
pub struct Views(Vec<Seen>);

#[derive(Debug)]
struct Seen {
    rect: Rect,
    /// Kilometres to a unit of the drawing.
    grain: f64,
}

impl Views {
    pub fn new(map: &Map, projection: &Projection) -> Result<Self, String> {
        let seen: Vec<Seen> = map
            .views
            .iter()
            .map(|view| seen(view, projection))
            .collect::<Result<_, _>>()?;
        if seen.is_empty() {
            return Err("the map has no view".to_owned());
        }
        Ok(Self(seen))
    }

    /// All that has to be drawn.
    pub fn bounds(&self) -> Rect {
        let rects = self.0.iter().map(|seen| {
            seen.rect
                .grown(MARGIN.map(|part| part * seen.grain * DRAWING))
        });
        rects.reduce(Rect::with).expect("there is a view")
    }

    /// Kilometres to a unit of the drawing, in the closest view.
    pub fn finest(&self) -> f64 {
        self.grains().fold(f64::INFINITY, f64::min)
    }

    /// Kilometres to a unit of the drawing, in the closest view that shows a point; elsewhere in
    /// the widest.
    pub fn grain(&self, point: Point) -> f64 {
        let widest = self.grains().fold(0.0, f64::max);
        let here = self.0.iter().filter(|seen| seen.rect.holds(point));
        here.map(|seen| seen.grain).fold(widest, f64::min)
    }

    /// What the views show that are closer than `grain` kilometres to a unit.
    pub fn closer_than(&self, grain: f64) -> impl Iterator<Item = Rect> {
        let close = self.0.iter().filter(move |seen| seen.grain < grain);
        close.map(|seen| seen.rect)
    }

    fn grains(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|seen| seen.grain)
    }
}

fn seen(view: &View, projection: &Projection) -> Result<Seen, String> {
    let [lon, lat] = view.center;
    let (x, y) = projection.project(lon, lat);
    if !(view.across > 0.0 && x.is_finite() && y.is_finite()) {
        return Err(format!("the view `{}` shows nothing", view.id));
    }
    let at = Rect {
        min: [x, y],
        max: [x, y],
    };
    Ok(Seen {
        rect: at.grown([view.across / 2.0, view.across / 2.0 * TALLEST]),
        grain: view.across / DRAWING,
    })
}
