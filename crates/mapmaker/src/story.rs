//! The part of a story that the drawing depends on. The build checks the story; here only what
//! could stop the drawing is looked at.

use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize)]
pub struct Story {
    pub map: Option<Map>,
}

#[derive(Debug, Deserialize)]
pub struct Map {
    pub projection: Plane,
    /// The first one is the map's own; the others are closer looks, as a rule.
    pub views: Vec<View>,
    #[serde(default)]
    pub disputed: Vec<Disputed>,
}

/// The settings of the projection, in degrees.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
pub struct Plane {
    pub meridian: f64,
    pub parallels: [f64; 2],
}

#[derive(Debug, Deserialize)]
pub struct View {
    pub id: String,
    /// Longitude, latitude.
    pub center: [f64; 2],
    /// Kilometres from left to right.
    pub across: f64,
}

/// Land whose middle lies within the bounds belongs to nobody's path.
#[derive(Debug, Deserialize)]
pub struct Disputed {
    pub place: String,
    /// West, south, east, north.
    pub bounds: [f64; 4],
}
