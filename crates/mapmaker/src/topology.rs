//! TopoJSON, as npm's `world-atlas` carries Natural Earth: countries made of shared arcs.

use serde::Deserialize;
use serde_json::Value;

/// Longitude and latitude, or any two coordinates.
pub type Point = [f64; 2];

/// Only countries; of the format only what such a file uses.
#[derive(Debug, Deserialize)]
#[serde(from = "File")]
pub struct Topology {
    /// Lines that countries are made of. Neighbours share theirs, so that what is done to an arc
    /// happens to both.
    pub arcs: Vec<Vec<Point>>,
    pub countries: Vec<Country>,
}

#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1, three digits; empty where there is none.
    pub code: String,
    pub polygons: Vec<Polygon>,
}

/// The outer ring, then holes. A ring is a sequence of arcs; `!i` is arc `i` backwards.
pub type Polygon = Vec<Vec<i32>>;

#[derive(Deserialize)]
struct File {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<Point>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: Point,
    translate: Point,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    id: Value,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Polygon),
    MultiPolygon(Vec<Polygon>),
}

impl From<File> for Topology {
    fn from(file: File) -> Self {
        let Transform { scale, translate } = file.transform;
        let countries = file.objects.countries.geometries.into_iter();
        Self {
            // Coordinates are small whole steps from one point to the next.
            arcs: file
                .arcs
                .into_iter()
                .map(|steps| {
                    let mut at = [0.0, 0.0];
                    let place = |step: Point| {
                        at = [at[0] + step[0], at[1] + step[1]];
                        [0, 1].map(|i| at[i] * scale[i] + translate[i])
                    };
                    steps.into_iter().map(place).collect()
                })
                .collect(),
            countries: countries
                .map(|geometry| Country {
                    code: geometry.id.as_str().unwrap_or_default().to_owned(),
                    polygons: match geometry.shape {
                        Shape::Polygon(polygon) => vec![polygon],
                        Shape::MultiPolygon(polygons) => polygons,
                    },
                })
                .collect(),
        }
    }
}

/// Joins arcs to a ring, whose last point is not its first again.
pub fn ring(arcs: &[Vec<Point>], indices: &[i32]) -> Vec<Point> {
    let mut out = Vec::new();
    for &index in indices {
        // Each arc begins where the one before it ended.
        out.pop();
        if index < 0 {
            out.extend(arcs[!index as usize].iter().rev());
        } else {
            out.extend(&arcs[index as usize]);
        }
    }
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side: `010` on the left, one without a code on the right, which is one
    /// of two islands of its country.
    pub const SQUARES: &str = r#"{
        "type": "Topology",
        "transform": { "scale": [0.5, 2], "translate": [10, 20] },
        "objects": { "countries": { "type": "GeometryCollection", "geometries": [
            { "type": "Polygon", "id": "010", "properties": { "name": "Left" }, "arcs": [[0, 1]] },
            { "type": "MultiPolygon", "properties": {}, "arcs": [[[2, -1]], [[3]]] }
        ] } },
        "arcs": [
            [[2, 0], [0, 1]],
            [[2, 1], [-2, 0], [0, -1], [2, 0]],
            [[2, 0], [2, 0], [0, 1], [-2, 0]],
            [[8, 8], [1, 0], [0, 1], [-1, -1]]
        ]
    }"#;

    #[test]
    fn neighbours_are_joined_from_shared_arcs() {
        let topology: Topology = serde_json::from_str(SQUARES).expect("it is TopoJSON");
        let [left, right] = &topology.countries[..] else {
            panic!("{:?}", topology.countries);
        };
        assert_eq!((left.code.as_str(), right.code.as_str()), ("010", ""));
        assert_eq!(
            ring(&topology.arcs, &left.polygons[0][0]),
            [[11.0, 20.0], [11.0, 22.0], [10.0, 22.0], [10.0, 20.0]]
        );
        assert_eq!(
            ring(&topology.arcs, &right.polygons[0][0]),
            [[11.0, 20.0], [12.0, 20.0], [12.0, 22.0], [11.0, 22.0]]
        );
        assert_eq!(
            ring(&topology.arcs, &right.polygons[1][0]),
            [[14.0, 36.0], [14.5, 36.0], [14.5, 38.0]]
        );
    }
}
