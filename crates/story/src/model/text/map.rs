//! What is read of the map and drawn of its land. Where things stand on it is in the index.

use super::{Inline, Statement};
use crate::model::{ActorIx, EventIx, PlaceIx, Point};

#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub id: &'static str,
    pub name: &'static str,
    /// Rival names by actor, in the actors' order; empty where there are none.
    pub names: &'static [(ActorIx, &'static str)],
    pub lat: f64,
    pub lon: f64,
    pub note: &'static [Inline],
}

/// What is read and drawn on the map; coordinates as in [`Map`](crate::model::Map).
#[derive(Debug, Clone, Copy)]
pub struct MapText {
    /// The land, coarse and close: drawings that lie on each other.
    pub layers: &'static [Layer],
    /// Names of the views, in the order of [`Map::views`](crate::model::Map::views).
    pub views: &'static [&'static str],
    pub countries: &'static [Country],
    pub seas: &'static [Sea],
    pub disputed: &'static [Disputed],
    pub borders: &'static [Border],
    pub routes: &'static [Route],
}

/// One drawing of the land.
#[derive(Debug, Clone, Copy)]
pub struct Layer {
    /// `region`, or `near` for close views.
    pub id: &'static str,
    /// How long its unit is, in units of the map.
    pub scale: f64,
    pub land: &'static [LandPath],
    /// Checked SVG path data, or empty.
    pub graticule: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct LandPath {
    /// ISO 3166-1, three digits, where the country has a number.
    pub code: &'static str,
    /// The main actor who holds it.
    pub actor: Option<ActorIx>,
    /// The place in dispute that it is, one of [`MapText::disputed`].
    pub disputed: Option<PlaceIx>,
    /// Checked: SVG path commands and numbers only.
    pub d: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct Country {
    /// ISO 3166-1, three digits.
    pub code: &'static str,
    /// The main actor whose land it is.
    pub actor: Option<ActorIx>,
    pub name: &'static str,
    /// Where the name stands.
    pub at: Point,
}

#[derive(Debug, Clone, Copy)]
pub struct Sea {
    pub name: &'static str,
    /// Where the name stands.
    pub at: Point,
}

/// Land that more than one side claims.
#[derive(Debug, Clone, Copy)]
pub struct Disputed {
    pub place: PlaceIx,
    /// Main actors, ascending.
    pub claimants: &'static [ActorIx],
}

/// Where one side says that the border runs: a schematic line.
#[derive(Debug, Clone, Copy)]
pub struct Border {
    pub id: &'static str,
    pub actor: ActorIx,
    /// The place in dispute, one of [`MapText::disputed`].
    pub disputed: PlaceIx,
    /// SVG path data, in units.
    pub d: &'static str,
    pub statement: Statement,
}

/// A way that a source tells of: a schematic line.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub id: &'static str,
    pub event: EventIx,
    pub label: &'static str,
    /// Half-way along, for the label.
    pub at: Point,
    /// SVG path data, in units, from its beginning to its end.
    pub d: &'static str,
    pub statement: Statement,
}
