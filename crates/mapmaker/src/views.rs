//! What the reader will see of the plane, and how closely.

use crate::clip::Rect;
use crate::story::{Map, View};
use crate::topology::Point;
use ::story::projection::{AROUND, Projection, VIEW_HEIGHT};

/// How wide a view is on a large screen, in px.
const DRAWING: f64 = 800.0;
/// How much coarser than in a view the land around it is drawn, and where no frame shows it.
const AROUND_COARSER: f64 = 2.2;
const BEYOND_COARSER: f64 = 6.0;

/// All views, in kilometres on the plane.
#[derive(Debug)]
pub struct Views(Vec<Seen>);

#[derive(Debug)]
struct Seen {
    rect: Rect,
    /// What a frame can show of the land around it, and a little more: no frame sees it cut.
    around: Rect,
    /// Kilometres to a px.
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
        let rects = self.0.iter().map(|seen| seen.around);
        rects.reduce(Rect::with).expect("there is a view")
    }

    /// Kilometres to a px, in the closest view.
    pub fn finest(&self) -> f64 {
        self.grains().fold(f64::INFINITY, f64::min)
    }

    /// Kilometres to what can be told apart at a point, in the closest view that shows it.
    pub fn grain(&self, point: Point) -> f64 {
        let widest = self.grains().fold(0.0, f64::max);
        let here = self.0.iter().filter_map(|seen| match point {
            _ if seen.rect.holds(point) => Some(seen.grain),
            _ if seen.around.holds(point) => Some(seen.grain * AROUND_COARSER),
            _ => None,
        });
        here.fold(widest * BEYOND_COARSER, f64::min)
    }

    /// What the views show that are closer than `grain` kilometres to a px.
    pub fn closer_than(&self, grain: f64) -> impl Iterator<Item = Rect> {
        let close = self.0.iter().filter(move |seen| seen.grain < grain);
        close.map(|seen| seen.around)
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
    let half = [view.across / 2.0, view.across / 2.0 * VIEW_HEIGHT];
    let rect = at.grown(half);
    let [side, above, below] = [AROUND.side, AROUND.above, AROUND.below].map(f64::from);
    let [wide, high] = half.map(|half| half * 2.0);
    Ok(Seen {
        rect,
        around: Rect {
            min: [rect.min[0] - wide * side, rect.min[1] - high * above],
            max: [rect.max[0] + wide * side, rect.max[1] + high * below],
        }
        .grown([view.across / DRAWING; 2]),
        grain: view.across / DRAWING,
    })
}
