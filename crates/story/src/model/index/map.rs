//! Where things stand on the map, as the program in the browser draws them.

use serde::Deserialize;
#[cfg(feature = "compile")]
use serde::Serialize;

use crate::model::{ActorIx, EventIx, MAX_MAIN, PlaceIx};
use crate::wire::list;

/// What the map shows and where things stand on it. In a story without a map it is a scheme: one view,
/// in which the seats stand around what they look at.
///
/// All coordinates are tenths of a unit; the first view is [`MAP_WIDTH`] units wide. They count from
/// the projection's origin, x to the east and y to the south.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Map {
    /// The first one is shown where nothing else is said.
    #[serde(borrow, deserialize_with = "list")]
    pub views: &'static [View],
    /// Seats, places of events, disputed places, and all that lie in one of the views, in the
    /// order of [`Text::places`](crate::model::Text::places).
    #[serde(borrow, deserialize_with = "list")]
    pub places: &'static [MapPlace],
    /// Of countries, seas and routes, in the order of [`MapText`](crate::model::MapText).
    #[serde(borrow, deserialize_with = "list")]
    pub names: &'static [MapName],
    /// Borders and routes, in the order of [`MapText`](crate::model::MapText): what names should not lie on.
    #[serde(borrow, deserialize_with = "list")]
    pub lines: &'static [MapLine],
}

/// A line on the map, as straight pieces too short to be told from the curve that is drawn.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct MapLine {
    /// A route's event; none for a border.
    pub event: Option<EventIx>,
    #[serde(borrow, deserialize_with = "list")]
    pub points: &'static [Point],
}

/// The width of a map's first view, in units.
pub const MAP_WIDTH: i32 = 660;

/// A part of the map, 11 wide and 7 high.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct View {
    pub id: &'static str,
    /// Of the left edge.
    pub x: i32,
    /// Of the upper edge.
    pub y: i32,
    pub w: i32,
    pub h: i32,
    /// In open sea: where something stands that has no place.
    pub sea: Point,
    pub sea_globe: Globe,
}

/// Where a point lies on the globe, and how the ways that lead from it lie on the plane.
///
/// Three vectors in hundred-thousandths, because then the program in the browser finds the way to
/// any other point by multiplying, without an angle: `right` and `down` times its `at` are the two
/// sides of the direction in which the great circle to it sets out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Globe {
    pub at: [i32; 3],
    pub right: [i32; 3],
    pub down: [i32; 3],
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct MapPlace {
    /// None in a scheme, for a seat that the story has no place for.
    pub place: Option<PlaceIx>,
    /// The neutral name.
    pub name: &'static str,
    /// Rival names by main actor, ascending; empty where there are none.
    #[serde(borrow, deserialize_with = "list")]
    pub names: &'static [(ActorIx, &'static str)],
    pub at: Point,
    pub globe: Globe,
    /// How far it reaches from there; 0 where it is a point.
    pub extent: i32,
    /// How wide its label is, in hundredths of an em: by slot, for a perspective of that actor
    /// alone, 0 where there is no such actor; last with all its names.
    pub widths: [u16; MAX_MAIN + 1],
    /// Where its names may stand, if it is small or sides name it differently: in the sea around it,
    /// and on nobody else's land. Empty: anywhere beside it.
    #[serde(borrow, deserialize_with = "list")]
    pub rooms: &'static [Room],
}

impl MapPlace {
    /// Whether it has a name of the actor's own.
    pub fn has_name(&self, slot: u8) -> bool {
        let width = self.widths[slot as usize];
        // All names together are never as wide as one of several.
        width != 0 && width != self.widths[MAX_MAIN]
    }

    /// Whether its name depends on who names it.
    pub fn is_rival(&self) -> bool {
        (0..MAX_MAIN as u8).any(|slot| self.has_name(slot))
    }
}

/// A name that stands on the map by itself.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct MapName {
    pub name: &'static str,
    pub at: Point,
    /// In hundredths of an em.
    pub width: u16,
    pub role: NameRole,
    /// The route's event.
    pub event: Option<EventIx>,
    /// A place of the same name, as an index into [`Map::places`].
    pub place: Option<u16>,
    /// Where it may stand, the largest first: on the land that it names or in its own sea. None for
    /// a route.
    #[serde(borrow, deserialize_with = "list")]
    pub rooms: &'static [Room],
}

/// A part of the map, in tenths of a unit, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Room {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum NameRole {
    /// A main actor's country.
    Country,
    OtherCountry,
    Sea,
    Route,
}

/// A point on the map, in tenths of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}
