//! Where names have room on the map, and where things stand that have no place.

use super::super::inline::Scheme;
use super::super::model::{self, NameRole, Point};
use super::super::source::{self, LonLat};
use super::ground::Part;
use super::map::{Plane, half_way};
use super::rooms::{Grounds, open_sea, rooms, rooms_beside};
use super::{Resolver, leak, text};
use crate::width::width;

impl Resolver<'_> {
    /// With the point in open sea where something stands that has no place.
    pub(super) fn view_with_sea(&self, plane: &Plane, view: &source::MapView) -> model::View {
        const STEPS: i32 = 24;
        let plain = plane.view(view);
        let seats = self.story.actors.iter().filter_map(|a| a.seat.as_ref());
        let seats: Vec<Point> = seats
            .map(|id| &self.story.places[self.find(Scheme::Place, id)])
            .map(|place| plane.point([place.lon, place.lat]))
            .collect();
        // From the middle to each side, in degrees.
        let high = view.across / 2.0 / 111.0;
        let wide = high / view.center[1].to_radians().cos().max(0.2);
        let steps = || (-STEPS..=STEPS).map(|step| f64::from(step) / f64::from(STEPS));
        let points = steps().flat_map(|down| {
            steps().map(move |right| {
                let [lon, lat] = view.center;
                [lon + right * wide, (lat - down * high).clamp(-89.0, 89.0)]
            })
        });
        let points: Vec<(LonLat, Point)> = points.map(|at| (at, plane.point(at))).collect();
        let part = Part {
            x: plain.x.into(),
            y: plain.y.into(),
            w: plain.w.into(),
            h: plain.h.into(),
        };
        let found =
            (self.land).and_then(|land| open_sea(land, plane.tenths, part, &seats, &points));
        let sea = found.unwrap_or(view.center);
        model::View {
            sea: plane.point(sea),
            sea_globe: plane.globe(sea),
            ..plain
        }
    }

    /// Room for the names of islands and straits.
    pub(super) fn rooms_beside(
        &self,
        plane: &Plane,
        place: &source::Place,
    ) -> &'static [model::Room] {
        // In tenths of a unit.
        const SMALL: f64 = 180.0;
        let reach = place.extent.unwrap_or(0.0) * plane.tenths;
        let is_small = place.extent.is_some() && reach <= SMALL;
        let Some(land) = self.land.filter(|_| is_small || !place.names.is_empty()) else {
            return &[];
        };
        let at = plane.point([place.lon, place.lat]);
        leak(rooms_beside(land, plane.tenths, at, reach))
    }

    /// The names of countries, seas and routes.
    pub(super) fn names(&self, plane: &Plane) -> Vec<model::MapName> {
        let name = |role, name: &str, at| model::MapName {
            name: text(name),
            at,
            width: width(name),
            role,
            event: None,
            place: (plane.places.iter())
                .position(|i| self.story.places[*i].name == name)
                .map(|i| i as u16),
            rooms: &[],
        };
        let find_rooms = |at, grounds: &Grounds| {
            let found = self.land.map(|land| rooms(land, plane.tenths, at, grounds));
            leak(found.unwrap_or_default())
        };
        let layer = self.land.and_then(|land| land.layers.first());
        let countries = plane.map.countries.iter().map(|country| {
            let role = match country.actor {
                Some(_) => NameRole::Country,
                None => NameRole::OtherCountry,
            };
            let mut name = name(role, &country.name, plane.point(country.at));
            // Set in capitals, which the style spaces out.
            let letters = country.name.chars().count() as u32;
            let spaced = u32::from(width(&country.name.to_uppercase())) + 14 * letters;
            name.width = u16::try_from(spaced).unwrap_or(u16::MAX);
            let paths = layer
                .iter()
                .flat_map(|layer| layer.paths.iter().enumerate());
            let own =
                paths.filter(|(_, path)| path.code == country.code && path.disputed.is_none());
            let own: Vec<usize> = own.map(|(i, _)| i).collect();
            name.rooms = find_rooms(name.at, &Grounds::Country(&own));
            name
        });
        let all_seas: Vec<Point> = plane
            .map
            .seas
            .iter()
            .map(|sea| plane.point(sea.at))
            .collect();
        let seas = plane.map.seas.iter().map(|sea| {
            let name = name(NameRole::Sea, &sea.name, plane.point(sea.at));
            model::MapName {
                rooms: find_rooms(name.at, &Grounds::Sea(&all_seas)),
                ..name
            }
        });
        let routes = plane.map.routes.iter().map(|route| model::MapName {
            event: Some(self.event(&route.event)),
            ..name(
                NameRole::Route,
                &route.label,
                half_way(&plane.points(&route.points)),
            )
        });
        countries.chain(seas).chain(routes).collect()
    }
}
