//! The land of a story's map, as `cargo xtask map` drew it beforehand: whether it is whole, and
//! drawn for this story.

use serde::Deserialize;

use super::super::source::{Map, MapProjection, MapView};
use super::structure::is_path_sign;
use crate::projection::{AROUND, Projection, VIEW_HEIGHT};

/// What the land file holds.
#[derive(Debug, Clone, Deserialize)]
pub struct Land {
    projection: MapProjection,
    pub layers: Vec<Layer>,
}

/// One drawing of the land. All numbers are in units of its own, from the projection's origin.
#[derive(Debug, Clone, Deserialize)]
pub struct Layer {
    pub id: String,
    pub units_per_km: f64,
    /// What is drawn: x, y, width, height.
    #[serde(rename = "box")]
    bounds: [f64; 4],
    pub paths: Vec<Path>,
    /// SVG path data; empty where there are no lines.
    pub graticule: String,
}

/// Land of one country.
#[derive(Debug, Clone, Deserialize)]
pub struct Path {
    /// ISO 3166-1, three digits, where it has a number.
    pub code: String,
    /// The disputed place that it is.
    pub disputed: Option<String>,
    /// SVG path data.
    pub d: String,
}

impl Land {
    /// Reads the land for a checked story's map; what is wrong with it, as a sentence.
    ///
    /// The first layer must hold all views, and what frames show around them.
    pub fn read(json: &str, map: &Map) -> Result<Self, String> {
        let land: Self = serde_json::from_str(json).map_err(|e| format!("not a land file: {e}"))?;
        if land.projection != map.projection {
            return Err("it is drawn in another projection".into());
        }
        let Some(whole) = land.layers.first() else {
            return Err("it has no layers".into());
        };
        for layer in &land.layers {
            layer.check()?;
        }
        let paths = || land.layers.iter().flat_map(|layer| &layer.paths);
        for country in &map.countries {
            if !paths().any(|path| path.code == country.code) {
                return Err(format!(
                    "it has no land of {} ({}): perhaps that is not its code, or no view shows it",
                    country.name, country.code
                ));
            }
        }
        for place in paths().filter_map(|path| path.disputed.as_ref()) {
            if !map.disputed.iter().any(|d| d.place == *place) {
                return Err(format!("“{place}” is disputed in it, and not in the story"));
            }
        }
        whole.covers(map)?;
        Ok(land)
    }
}

impl Layer {
    fn check(&self) -> Result<(), String> {
        let scale = self.units_per_km;
        if !(scale.is_finite() && scale > 0.0) {
            return Err(format!("the layer “{}” has no scale", self.id));
        }
        if self.paths.iter().any(|path| path.d.is_empty()) {
            return Err(format!("the layer “{}” has an empty path", self.id));
        }
        let data = self.paths.iter().map(|path| &path.d);
        for d in data.chain([&self.graticule]) {
            if let Some(sign) = d.chars().find(|c| !is_path_sign(*c)) {
                return Err(format!("“{sign}” does not belong in a path"));
            }
        }
        Ok(())
    }

    /// Whether all views, and what a frame may show around them, lie within what is drawn.
    fn covers(&self, map: &Map) -> Result<(), String> {
        let MapProjection {
            meridian,
            parallels,
        } = map.projection;
        let projection = Projection::new(meridian, parallels);
        let [x, y, w, h] = self.bounds.map(|units| units / self.units_per_km);
        let outside = |view: &&MapView| {
            let (middle_x, middle_y) = projection.project(view.center[0], view.center[1]);
            let (wide, high) = (view.across, view.across * VIEW_HEIGHT);
            let [side, above, below] =
                [AROUND.side, AROUND.above, AROUND.below].map(|part| f64::from(part) + 0.5);
            middle_x - wide * side < x
                || middle_x + wide * side > x + w
                || middle_y - high * above < y
                || middle_y + high * below > y + h
        };
        match map.views.iter().find(outside) {
            Some(view) => Err(format!("the view “{}” goes beyond it", view.id)),
            None => Ok(()),
        }
    }
}
