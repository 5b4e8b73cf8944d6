//! The map: from degrees to the units it is drawn in, and lines as paths.

use super::super::inline::Scheme;
use super::super::model::{self, MAP_WIDTH, MAX_MAIN, Point};
use super::super::source::{self, LonLat};
use super::globe::globe;
use super::{Resolver, leak, text};
use crate::projection::{Projection, VIEW_HEIGHT};
use crate::width::width;

/// The map's plane, and which of the story's places stand on it.
pub(super) struct Plane<'a> {
    pub map: &'a source::Map,
    projection: Projection,
    /// Tenths of a unit in a kilometre.
    pub tenths: f64,
    /// Indices into the story's places, ascending.
    pub places: Vec<usize>,
}

impl<'a> Plane<'a> {
    pub(super) fn of(map: &'a source::Map, story: &'a source::Story) -> Self {
        let source::MapProjection {
            meridian,
            parallels,
        } = map.projection;
        let mut plane = Self {
            map,
            projection: Projection::new(meridian, parallels),
            tenths: f64::from(MAP_WIDTH) * 10.0 / map.views[0].across,
            places: Vec::new(),
        };
        let views: Vec<_> = map.views.iter().map(|v| plane.view(v)).collect();
        let seats = story.actors.iter().filter_map(|a| a.seat.as_ref());
        let of_events = story.events.iter().filter_map(|e| e.place.as_ref());
        let disputed = map.disputed.iter().map(|d| &d.place);
        let named: Vec<_> = seats.chain(of_events).chain(disputed).collect();
        let shown = |place: &source::Place| {
            let Point { x, y } = plane.point([place.lon, place.lat]);
            let within =
                |v: &model::View| (v.x..=v.x + v.w).contains(&x) && (v.y..=v.y + v.h).contains(&y);
            named.contains(&&place.id) || views.iter().any(within)
        };
        let places = story.places.iter().enumerate();
        plane.places = places.filter(|(_, p)| shown(p)).map(|(i, _)| i).collect();
        plane
    }

    pub fn point(&self, [lon, lat]: LonLat) -> Point {
        let (x, y) = self.projection.project(lon, lat);
        let tenths = |km: f64| (km * self.tenths).round() as i32;
        Point {
            x: tenths(x),
            y: tenths(y),
        }
    }

    pub fn view(&self, view: &source::MapView) -> model::View {
        let middle = self.point(view.center);
        let w = view.across * self.tenths;
        let h = w * VIEW_HEIGHT;
        model::View {
            id: text(&view.id),
            x: middle.x - (w / 2.0).round() as i32,
            y: middle.y - (h / 2.0).round() as i32,
            w: w.round() as i32,
            h: h.round() as i32,
            sea: middle,
            sea_globe: self.globe(view.center),
        }
    }

    pub fn globe(&self, at: LonLat) -> model::Globe {
        globe(&self.projection, at)
    }

    pub fn points(&self, points: &[LonLat]) -> Vec<Point> {
        points.iter().map(|p| self.point(*p)).collect()
    }
}

impl Resolver<'_> {
    /// The story's map, or a scheme where it has none.
    pub(super) fn index_map(&self) -> model::Map {
        let Some(plane) = &self.plane else {
            return self.scheme();
        };
        model::Map {
            views: leak(plane.map.views.iter().map(|v| self.view_with_sea(plane, v))),
            places: leak(plane.places.iter().map(|i| {
                let place = &self.story.places[*i];
                model::MapPlace {
                    place: Some(*i as model::PlaceIx),
                    name: text(&place.name),
                    names: self.main_names(place),
                    at: plane.point([place.lon, place.lat]),
                    globe: plane.globe([place.lon, place.lat]),
                    extent: (place.extent.unwrap_or(0.0) * plane.tenths).ceil() as i32,
                    widths: self.widths(place),
                    rooms: self.rooms_beside(plane, place),
                }
            })),
            names: leak(self.names(plane)),
            lines: leak(self.lines(plane)),
        }
    }

    /// A place's names by main actor.
    fn main_names(&self, place: &source::Place) -> &'static [(model::ActorIx, &'static str)] {
        let mut names: Vec<_> = place
            .names
            .iter()
            .map(|(actor, name)| (self.actor(actor), text(name)))
            .filter(|(actor, _)| usize::from(*actor) < self.main)
            .collect();
        names.sort_unstable();
        leak(names)
    }

    fn lines(&self, plane: &Plane) -> Vec<model::MapLine> {
        let line = |event, points: &[LonLat]| model::MapLine {
            event,
            points: leak(polyline(&plane.points(points))),
        };
        let borders = plane.map.borders.iter().map(|b| line(None, &b.points));
        let routes = plane.map.routes.iter();
        let routes = routes.map(|r| line(Some(self.event(&r.event)), &r.points));
        borders.chain(routes).collect()
    }

    /// A view's index; 0 without a map.
    pub(super) fn view(&self, id: Option<&String>) -> u8 {
        let Some((id, plane)) = id.zip(self.plane.as_ref()) else {
            return 0;
        };
        let at = plane.map.views.iter().position(|v| v.id == *id);
        at.expect("references are checked") as u8
    }

    /// Where a place stands among the map's.
    pub(super) fn on_map(&self, id: &Option<String>) -> Option<u16> {
        let (id, plane) = id.as_ref().zip(self.plane.as_ref())?;
        let place = self.find(Scheme::Place, id);
        plane.places.binary_search(&place).ok().map(|i| i as u16)
    }

    /// Where an actor's lines of sight begin, as an index into the map's places.
    pub(super) fn seat(&self, actor: usize) -> Option<u16> {
        match self.plane {
            Some(_) => self.on_map(&self.actors[actor].seat),
            // A scheme has the seats of the main actors, by slot.
            None => (actor < self.main).then_some(actor as u16),
        }
    }

    /// How wide a place's label is for each main actor alone, and with all its names.
    fn widths(&self, place: &source::Place) -> [u16; MAX_MAIN + 1] {
        let main = &self.actors[..self.main];
        let own: Vec<&str> = main
            .iter()
            .filter_map(|actor| Some(&**place.names.get(&actor.id)?))
            .collect();
        let all = match &own[..] {
            [] => width(&place.name),
            names => width(&names.join(" / ")),
        };
        let mut widths = [0; MAX_MAIN + 1];
        for (slot, actor) in main.iter().enumerate() {
            widths[slot] = place.names.get(&actor.id).map_or(all, |name| width(name));
        }
        widths[MAX_MAIN] = all;
        widths
    }

    pub(super) fn map_text(&self) -> Option<model::MapText> {
        let plane = self.plane.as_ref()?;
        let map = plane.map;
        Some(model::MapText {
            layers: leak(self.layers(plane)),
            views: leak(map.views.iter().map(|v| text(&v.name))),
            countries: leak(map.countries.iter().map(|c| model::Country {
                code: text(&c.code),
                actor: c.actor.as_ref().map(|a| self.actor(a)),
                name: text(&c.name),
                at: plane.point(c.at),
            })),
            seas: leak(map.seas.iter().map(|s| model::Sea {
                name: text(&s.name),
                at: plane.point(s.at),
            })),
            disputed: leak(map.disputed.iter().map(|d| {
                let mut claimants = self.actor_list(&d.claimants).to_vec();
                claimants.sort_unstable();
                model::Disputed {
                    place: self.place(&d.place),
                    claimants: leak(claimants),
                }
            })),
            borders: leak(map.borders.iter().map(|b| self.border(b, plane))),
            routes: leak(map.routes.iter().map(|r| self.route(r, plane))),
        })
    }

    fn layers(&self, plane: &Plane) -> impl Iterator<Item = model::Layer> {
        let layers = self.land.into_iter().flat_map(|land| &land.layers);
        layers.map(|layer| model::Layer {
            id: text(&layer.id),
            scale: plane.tenths / 10.0 / layer.units_per_km,
            land: leak(layer.paths.iter().map(|path| {
                let country = plane.map.countries.iter().find(|c| c.code == path.code);
                let actor = country.and_then(|c| c.actor.as_ref());
                model::LandPath {
                    code: text(&path.code),
                    actor: actor.map(|a| self.actor(a)),
                    disputed: path.disputed.as_ref().map(|place| self.place(place)),
                    d: text(&path.d),
                }
            })),
            graticule: text(&layer.graticule),
        })
    }

    fn border(&self, border: &source::Border, plane: &Plane) -> model::Border {
        let day = super::known(self.editions.border(border), &None);
        model::Border {
            id: text(&border.id),
            actor: self.actor(&border.actor),
            disputed: self.place(&border.disputed),
            d: text(&curve(&plane.points(&border.points))),
            statement: self.statement(&border.text, border.kind, &border.cites, day),
        }
    }

    fn route(&self, route: &source::Route, plane: &Plane) -> model::Route {
        let day = super::known(self.editions.cites(&route.cites), &None);
        let points = plane.points(&route.points);
        model::Route {
            id: text(&route.id),
            event: self.event(&route.event),
            label: text(&route.label),
            at: half_way(&points),
            d: text(&curve(&points)),
            statement: self.statement(&route.text, route.kind, &route.cites, day),
        }
    }
}

/// The control points of a smooth curve through all the points, piece by piece (Catmull-Rom, as Bézier
/// curves): the lines are schematic, and a corner would seem to say that something turned there.
fn pieces(points: &[Point]) -> impl Iterator<Item = [[f64; 2]; 4]> {
    (1..points.len()).map(move |i| {
        let (from, to) = (points[i - 1], points[i]);
        let before = points[i.saturating_sub(2)];
        let after = points[(i + 1).min(points.len() - 1)];
        let control = |at: i32, end: i32, start: i32| f64::from(at) + f64::from(end - start) / 6.0;
        [
            [from.x.into(), from.y.into()],
            [
                control(from.x, to.x, before.x),
                control(from.y, to.y, before.y),
            ],
            [
                control(to.x, from.x, after.x),
                control(to.y, from.y, after.y),
            ],
            [to.x.into(), to.y.into()],
        ]
    })
}

/// The curve as SVG path data.
fn curve(points: &[Point]) -> String {
    let mut d = String::new();
    for [from, first, second, to] in pieces(points) {
        if d.is_empty() {
            d.push_str(&format!("M{}", pair(from)));
        }
        d.push_str(&format!("C{} {} {}", pair(first), pair(second), pair(to)));
    }
    d
}

/// The curve as straight pieces too short to be told from it.
fn polyline(points: &[Point]) -> Vec<Point> {
    /// Of each piece of the curve.
    const PARTS: i32 = 6;
    let mut out: Vec<Point> = points.first().copied().into_iter().collect();
    for [from, first, second, to] in pieces(points) {
        for part in 1..=PARTS {
            let t = f64::from(part) / f64::from(PARTS);
            let along = |axis: usize| {
                let u = 1.0 - t;
                let near = u * u * (u * from[axis] + 3.0 * t * first[axis]);
                (near + t * t * (3.0 * u * second[axis] + t * to[axis])).round() as i32
            };
            out.push(Point::new(along(0), along(1)));
        }
    }
    out
}

/// Tenths as a pair of numbers with one decimal at most.
fn pair([x, y]: [f64; 2]) -> String {
    // A nought is added to be rid of -0.
    let units = |tenths: f64| tenths.round() / 10.0 + 0.0;
    format!("{} {}", units(x), units(y))
}

/// The middle of a line of straight pieces, by length.
pub(super) fn half_way(points: &[Point]) -> Point {
    let length = |pair: &[Point]| {
        let (x, y) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
        f64::from(x).hypot(f64::from(y))
    };
    let mut left = points.windows(2).map(length).sum::<f64>() / 2.0;
    for pair in points.windows(2) {
        let long = length(pair);
        if left <= long && long > 0.0 {
            let along = |a: i32, b: i32| a + (f64::from(b - a) * left / long).round() as i32;
            return Point {
                x: along(pair[0].x, pair[1].x),
                y: along(pair[0].y, pair[1].y),
            };
        }
        left -= long;
    }
    points[0]
}
