//! The land file: what `public/land.json` holds, and how it is drawn.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::clip::{self, Rect};
use crate::globe;
use crate::paths::Paths;
use crate::simplify;
use crate::story::{Disputed, Map, Plane};
use crate::topology::{self, Point, Topology};
use crate::views::Views;
use ::story::projection::Projection;

/// The most bytes of path data; what is drawn gets coarser until it fits.
const LIMIT: usize = 90_000;
/// A point goes that makes a smaller triangle than this, in square px.
const TRIANGLE: f64 = 0.5;
/// The same on a graticule, whose lines are hair-thin.
const SLIGHT: f64 = 4.0;
/// An island goes that is smaller than this, in square px.
const ISLAND: f64 = 3.0;
/// How much coarser the next attempt is.
const COARSER: f64 = 1.15;
/// From this many kilometres to a px down, a view is close.
const CLOSE: f64 = 2.1;
/// Degrees between the lines of the two graticules.
const GRATICULE: i32 = 10;
const FINE_GRATICULE: i32 = 2;

#[derive(Debug, Serialize)]
pub struct Land {
    made_by: &'static str,
    source: &'static str,
    projection: Plane,
    layers: Vec<Layer>,
}

/// Paths in units of its own: `units_per_km` of them to a kilometre, from the plane's origin.
#[derive(Debug, Serialize)]
struct Layer {
    id: &'static str,
    units_per_km: f64,
    /// x, y, width, height: where the land was cut.
    #[serde(rename = "box")]
    bounds: [f64; 4],
    paths: Vec<Shape>,
    graticule: String,
}

#[derive(Debug, Serialize)]
struct Shape {
    /// The country that Natural Earth counts it to.
    code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    disputed: Option<String>,
    d: String,
}

impl Land {
    /// Bytes of path data.
    pub fn size(&self) -> usize {
        let size = |layer: &Layer| {
            let paths = layer.paths.iter().map(|shape| shape.d.len());
            paths.sum::<usize>() + layer.graticule.len()
        };
        self.layers.iter().map(size).sum()
    }
}

/// Draws a story's land as finely as it fits.
pub fn draw(map: &Map, topology: &Topology) -> Result<Land, String> {
    let drawing = Drawing::new(map, topology)?;
    let mut coarseness = 1.0;
    loop {
        let land = drawing.land(coarseness);
        if land.size() <= LIMIT {
            return Ok(land);
        }
        coarseness *= COARSER;
    }
}

struct Drawing<'a> {
    map: &'a Map,
    topology: &'a Topology,
    projection: Projection,
    views: Views,
    units_per_km: f64,
    /// The arcs on the plane, where simplifying looks at them.
    plane: Vec<Vec<Point>>,
}

impl<'a> Drawing<'a> {
    fn new(map: &'a Map, topology: &'a Topology) -> Result<Self, String> {
        let projection = Projection::new(map.projection.meridian, map.projection.parallels);
        let views = Views::new(map, &projection)?;
        let on_plane = |&[lon, lat]: &Point| <[f64; 2]>::from(projection.project(lon, lat));
        let arcs = topology.arcs.iter();
        Ok(Self {
            map,
            topology,
            // A power of two, so that it is written without a fraction or exactly.
            units_per_km: 2f64.powf((1.5 / views.finest()).log2().ceil()),
            plane: arcs.map(|arc| arc.iter().map(on_plane).collect()).collect(),
            projection,
            views,
        })
    }

    fn land(&self, coarseness: f64) -> Land {
        let bounds = self.views.bounds();
        let units = |km: f64| (km * self.units_per_km).round();
        let [x, y] = bounds.min.map(units);
        let [w, h] = bounds.size().map(units);
        let layer = |id, paths, graticule| Layer {
            id,
            units_per_km: self.units_per_km,
            bounds: [x, y, w, h],
            paths,
            graticule,
        };
        let region = layer(
            "region",
            self.shapes(&bounds, coarseness),
            self.graticule(GRATICULE, &[bounds]),
        );
        // The land is as fine as it need be wherever a view looks closely; closer views only have
        // lines of their own.
        let close: Vec<Rect> = self.views.closer_than(CLOSE).collect();
        let near = layer("near", Vec::new(), self.graticule(FINE_GRATICULE, &close));
        Land {
            made_by: "cargo xtask map",
            source: "Natural Earth, public domain, npm world-atlas 2.0.2",
            projection: self.map.projection,
            layers: vec![region, near],
        }
    }

    /// The countries by code, and what is disputed between them.
    fn shapes(&self, bounds: &Rect, coarseness: f64) -> Vec<Shape> {
        let grain = |point: Point| self.views.grain(point).powi(2) * coarseness;
        let arcs: Vec<Vec<Point>> = (self.topology.arcs.iter().zip(&self.plane))
            .map(|(arc, plane)| {
                let kept = simplify::kept(plane, |point| grain(point) * TRIANGLE);
                kept.into_iter().map(|i| arc[i]).collect()
            })
            .collect();
        let mut shapes: BTreeMap<(Option<&str>, &str), Paths> = BTreeMap::new();
        for country in &self.topology.countries {
            let mut rings: BTreeMap<Option<&str>, Vec<Vec<Point>>> = BTreeMap::new();
            for polygon in &country.polygons {
                let whole = topology::ring(&self.plane, &polygon[0]);
                let disputed = self.disputed(&topology::ring(&self.topology.arcs, &polygon[0]));
                let area = clip::double_area(&whole).abs() / 2.0;
                if disputed.is_none() && area < ISLAND * grain(clip::centroid(&whole)) {
                    continue;
                }
                let rings = rings.entry(disputed.map(|d| d.place.as_str())).or_default();
                rings.extend(polygon.iter().map(|ring| topology::ring(&arcs, ring)));
            }
            for (disputed, rings) in rings {
                let shape = shapes
                    .entry((disputed, country.code.as_str()))
                    .or_insert_with(|| Paths::new(self.units_per_km));
                for ring in globe::stitched(rings) {
                    for part in globe::unroll(&ring, self.map.projection.meridian) {
                        shape.add_ring(&clip::to_rect(self.flattened(&part), bounds));
                    }
                }
            }
        }
        let shapes = shapes.into_iter().map(|((disputed, code), paths)| Shape {
            code: code.to_owned(),
            disputed: disputed.map(str::to_owned),
            d: paths.into_data(),
        });
        shapes.filter(|shape| !shape.d.is_empty()).collect()
    }

    /// What a ring in degrees is disputed as.
    fn disputed(&self, ring: &[Point]) -> Option<&'a Disputed> {
        let [lon, lat] = clip::centroid(ring);
        let within = |disputed: &&Disputed| {
            let [west, south, east, north] = disputed.bounds;
            (west..=east).contains(&lon) && (south..=north).contains(&lat)
        };
        self.map.disputed.iter().find(within)
    }

    /// Longitudes counted from the meridian, to the plane.
    fn flattened(&self, points: &[Point]) -> Vec<Point> {
        let meridian = self.map.projection.meridian;
        let flat = |&[lon, lat]: &Point| self.projection.project(meridian + lon, lat).into();
        points.iter().map(flat).collect()
    }

    /// Meridians and parallels where they cross one of the `rects`.
    fn graticule(&self, step: i32, rects: &[Rect]) -> String {
        let mut paths = Paths::new(self.units_per_km);
        let meridians = (-180..180).step_by(step as usize).map(|lon| {
            let along = (-90..=90).map(|lat| [f64::from(lon), f64::from(lat)]);
            self.on_globe(along)
        });
        let parallels = (-90 + step..90).step_by(step as usize).map(|lat| {
            // From side to side of the cut, and no further.
            let around = (-179..180).map(|lon| {
                let lon = self.map.projection.meridian + f64::from(lon);
                [lon, f64::from(lat)]
            });
            self.on_globe(around)
        });
        for line in meridians.chain(parallels) {
            // A point is near if it or a neighbour is seen, so that lines end out of sight.
            let seen = |point: &Point| rects.iter().any(|rect| rect.holds(*point));
            let near: Vec<bool> = line.iter().map(seen).collect();
            let near =
                |i: usize| near[i.saturating_sub(1)..(i + 2).min(near.len())].contains(&true);
            let mut from = 0;
            while from < line.len() {
                let to = (from..line.len()).find(|i| !near(*i)).unwrap_or(line.len());
                let run = &line[from..to];
                let kept = simplify::kept(run, |point| self.views.grain(point).powi(2) * SLIGHT);
                let run: Vec<Point> = kept.into_iter().map(|i| run[i]).collect();
                paths.add_line(&run);
                from = to + 1;
            }
        }
        paths.into_data()
    }

    fn on_globe(&self, line: impl Iterator<Item = Point>) -> Vec<Point> {
        line.map(|[lon, lat]| self.projection.project(lon, lat).into())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    /// Around 0, 0: a country of two large islands and a skerry, and its neighbour across a
    /// straight border; far away, a country that no view shows.
    const ATLAS: &str = r#"{
        "type": "Topology",
        "transform": { "scale": [0.02, 0.02], "translate": [0, 0] },
        "objects": { "countries": { "type": "GeometryCollection", "geometries": [
            { "type": "MultiPolygon", "id": "001", "arcs": [[[0, 1]], [[3]], [[4]]] },
            { "type": "Polygon", "id": "002", "arcs": [[2, -1]] },
            { "type": "Polygon", "id": "003", "arcs": [[5]] }
        ] } },
        "arcs": [
            [[0, 0], [0, 50], [0, 50]],
            [[0, 100], [-700, 0], [0, -100], [700, 0]],
            [[0, 0], [150, 0], [0, 100], [-150, 0]],
            [[-100, -200], [100, 0], [0, 75], [-100, 0], [0, -75]],
            [[100, -200], [1, 0], [0, 1], [-1, -1]],
            [[4500, 0], [500, 0], [0, 500], [-500, -500]]
        ]
    }"#;

    fn land(disputed: &str) -> Land {
        let story = format!(
            r#"{{ "map": {{
                "projection": {{ "meridian": 0, "parallels": [-10, 20] }},
                "views": [{{ "id": "all", "name": "All", "center": [0, 0], "across": 1320 }}],
                "disputed": [{disputed}]
            }} }}"#
        );
        let story: Story = serde_json::from_str(&story).expect("it is a story");
        let topology = serde_json::from_str(ATLAS).expect("it is TopoJSON");
        draw(&story.map.expect("it has a map"), &topology).expect("it can be drawn")
    }

    fn key(shape: &Shape) -> (Option<&str>, &str) {
        (shape.disputed.as_deref(), &shape.code)
    }

    fn keys(land: &Land) -> Vec<(Option<&str>, &str)> {
        land.layers[0].paths.iter().map(key).collect()
    }

    #[test]
    fn countries_in_sight_are_drawn_without_skerries() {
        let land = land("");
        assert_eq!(keys(&land), [(None, "001"), (None, "002")]);
        assert_eq!(land.layers[0].paths[0].d.matches('z').count(), 2);
    }

    #[test]
    fn a_disputed_island_is_in_no_countrys_path_however_small() {
        let skerry = r#"{ "place": "rock", "bounds": [1.9, -5, 3, -3], "claimants": [] }"#;
        let land = land(skerry);
        let expected = [(None, "001"), (None, "002"), (Some("rock"), "001")];
        assert_eq!(keys(&land), expected);
        assert_eq!(land.layers[0].paths[0].d.matches('z').count(), 2);
    }

    #[test]
    fn land_ends_where_it_is_cut() {
        let land = land("");
        let [x, y, w, h] = land.layers[0].bounds;
        // Larger than the view, and smaller than the country in it.
        assert!(w > 1320.0 * land.layers[0].units_per_km && h < w);
        for shape in &land.layers[0].paths {
            for ring in shape.d.split('z').filter(|ring| !ring.is_empty()) {
                for (px, py) in points(ring) {
                    assert!((x - 1.0..=x + w + 1.0).contains(&px), "{px} in {ring}");
                    assert!((y - 1.0..=y + h + 1.0).contains(&py), "{py} in {ring}");
                }
            }
        }
    }

    /// Reads what `paths` writes, in one of its forms: `M1 2l3-4 5 6`.
    fn points(ring: &str) -> Vec<(f64, f64)> {
        let spaced = ring
            .replace('M', "")
            .replace(['l', ' '], " ")
            .replace('-', " -");
        let numbers = spaced.split_whitespace();
        let numbers: Vec<f64> = numbers.map(|n| n.parse().expect("a number")).collect();
        let mut at = (0.0, 0.0);
        let step = |pair: &[f64]| {
            at = (at.0 + pair[0], at.1 + pair[1]);
            at
        };
        numbers.chunks(2).map(step).collect()
    }

    #[test]
    fn both_graticules_are_drawn_and_the_fine_one_only_where_a_view_is_close() {
        let land = land("");
        let [region, near] = &land.layers[..] else {
            panic!("{} layers", land.layers.len());
        };
        assert!(region.graticule.matches('M').count() >= 2);
        assert!(near.graticule.len() > region.graticule.len());
        assert!(near.paths.is_empty());
    }
}
