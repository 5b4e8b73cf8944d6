//! Where things are: the places, and the map on the stage with what is drawn on its land.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Cite, Inline, Kind};

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: String,
    /// The neutral name, used where no actor has a name of its own.
    pub name: String,
    /// Names by actor, where they differ.
    #[serde(default)]
    pub names: std::collections::BTreeMap<String, String>,
    /// Degrees north, -90 to 90.
    #[schemars(range(min = -90, max = 90))]
    pub lat: f64,
    /// Degrees east, -180 to 180.
    #[schemars(range(min = -180, max = 180))]
    pub lon: f64,
    /// How far it reaches from there, in kilometres, where it is no point on a map but an island, a
    /// sea or a country. A map then draws no dot, and an event there has a broken ring.
    #[serde(default)]
    #[schemars(range(min = 1, max = 10000))]
    pub extent: Option<f64>,
    /// What the reader should know about the place or its names.
    #[serde(default)]
    pub note: Option<Inline>,
}

/// Degrees east, -180 to 180, and degrees north, -90 to 90.
pub type LonLat = [f64; 2];

/// A map: what it shows, and what is drawn on the land.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Map {
    pub projection: MapProjection,
    /// What the map can show; the first one is shown where nothing else is said.
    pub views: Vec<MapView>,
    /// Countries to name; the land of all others is drawn without a name.
    #[serde(default)]
    pub countries: Vec<Country>,
    #[serde(default)]
    pub seas: Vec<Sea>,
    /// Land that more than one side claims.
    #[serde(default)]
    pub disputed: Vec<Disputed>,
    /// Where a side says that the border runs.
    #[serde(default)]
    pub borders: Vec<Border>,
    /// Ways that the sources tell of.
    #[serde(default)]
    pub routes: Vec<Route>,
}

/// Albers’ conic equal-area projection.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MapProjection {
    /// Degrees east: what stands upright in the middle.
    #[schemars(range(min = -180, max = 180))]
    pub meridian: f64,
    /// Degrees north, between the poles: the two latitudes on which lengths are true.
    pub parallels: [f64; 2],
}

/// A part of the map, eleven wide and seven high.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MapView {
    pub id: String,
    /// In words: what is seen.
    pub name: String,
    /// Its middle.
    pub center: LonLat,
    /// How wide it is, in kilometres.
    #[schemars(range(min = 1, max = 20000))]
    pub across: f64,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1, three digits, as Natural Earth has it: 392.
    pub code: String,
    /// The main actor whose land it is.
    #[serde(default)]
    pub actor: Option<String>,
    pub name: String,
    /// Where the name stands.
    pub at: LonLat,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sea {
    pub name: String,
    /// Where the name stands.
    pub at: LonLat,
}

/// Land that more than one side claims: what lies within `bounds`, whoever holds it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disputed {
    pub place: String,
    /// West, south, east, north, in degrees. It covers an island if it covers its middle.
    pub bounds: [f64; 4],
    /// Main actors.
    pub claimants: Vec<String>,
}

/// Where one side says that the border runs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Border {
    pub id: String,
    /// Whose line it is: one of the claimants.
    pub actor: String,
    /// The place in dispute.
    pub disputed: String,
    /// Whose line it is and where it runs, and that it is schematic.
    pub text: Inline,
    pub kind: Kind,
    /// May be empty for an inference: what is general knowledge and not from the articles.
    pub cites: Vec<Cite>,
    /// Two at least; a curve is drawn through them.
    pub points: Vec<LonLat>,
}

/// A way that a source tells of.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    pub id: String,
    /// The event to which it belongs.
    pub event: String,
    /// A word or two on the map.
    pub label: String,
    /// What the source says of the way, and that the line is schematic.
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    /// Two at least; a curve is drawn through them.
    pub points: Vec<LonLat>,
}
