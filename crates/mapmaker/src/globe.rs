//! Prepares a ring on the globe for a plane that is cut open opposite its meridian.

use crate::clip::{self, Rect};
use crate::topology::Point;

/// The cut itself belongs to neither side.
const EDGE: f64 = 180.0 - 1e-6;
const STEP: f64 = 5.0;
/// Degrees between points that the atlas has in two places and means as one.
const NEAR: f64 = 0.02;

/// Joins what the atlas cut apart along the date line, where no border runs. One straight cut to a
/// ring, as the atlas has it.
pub fn stitched(rings: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let is_on_line = |p: &Point| p[0].abs() > 180.0 - NEAR;
    let (mut whole, mut open) = (Vec::new(), Vec::new());
    for mut ring in rings {
        let after = |i: usize| (i + 1) % ring.len();
        let is_cut = |i: &usize| is_on_line(&ring[*i]) && is_on_line(&ring[after(*i)]);
        match (0..ring.len()).find(is_cut).map(after) {
            Some(start) => {
                ring.rotate_left(start);
                open.push(ring);
            }
            None => whole.push(ring),
        }
    }
    while let Some(mut chain) = open.pop() {
        let next = |chain: &[Point], open: &[Vec<Point>]| {
            let [_, lat] = chain.last()?;
            open.iter()
                .position(|other| (other[0][1] - lat).abs() < NEAR)
        };
        while let Some(i) = next(&chain, &open) {
            chain.extend(open.remove(i));
        }
        whole.push(chain);
    }
    whole
}

/// The parts of a ring on both sides of the cut, with longitudes from -180 to 180 counted from
/// `meridian`. One part, for nearly all rings.
pub fn unroll(ring: &[Point], meridian: f64) -> Vec<Vec<Point>> {
    // Longitudes without jumps, so that they may leave the range.
    let mut flat: Vec<Point> = Vec::with_capacity(ring.len());
    let mut lon = 0.0;
    for &[raw, lat] in ring {
        lon += turn(raw - meridian - lon);
        flat.push([lon, lat]);
    }
    let Some(&[first, _]) = flat.first() else {
        return Vec::new();
    };
    let end = lon + turn(ring[0][0] - meridian - lon);
    // A ring that does not come back to its longitude goes around a pole: it includes it.
    if (end - first).abs() > 180.0 {
        let pole = 90f64.copysign(ring.iter().map(|p| p[1]).sum());
        // In steps, because the pole is a curve on the plane.
        let steps = ((end - first).abs() / STEP) as i32;
        flat.push([end, ring[0][1]]);
        flat.extend((0..=steps).map(|i| {
            let part = f64::from(i) / f64::from(steps);
            [end + (first - end) * part, pole]
        }));
    }
    let world = Rect {
        min: [-EDGE, -90.0],
        max: [EDGE, 90.0],
    };
    [-360.0, 0.0, 360.0]
        .into_iter()
        .map(|by| flat.iter().map(|p| [p[0] + by, p[1]]).collect())
        .map(|ring| clip::to_rect(ring, &world))
        .filter(|ring| ring.len() > 2)
        .collect()
}

/// The same angle, from -180 to 180.
fn turn(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(parts: &[Vec<Point>]) -> f64 {
        parts.iter().map(|p| clip::double_area(p).abs() / 2.0).sum()
    }

    fn bounds(part: &[Point]) -> (f64, f64) {
        let lon = |p: &Point| p[0];
        let least = part.iter().map(lon).fold(f64::INFINITY, f64::min);
        (
            least,
            part.iter().map(lon).fold(f64::NEG_INFINITY, f64::max),
        )
    }

    #[test]
    fn the_date_line_is_no_border() {
        let ring = [[175.0, 60.0], [-175.0, 60.0], [-175.0, 70.0], [175.0, 70.0]];
        let parts = unroll(&ring, 137.0);
        assert_eq!(parts.len(), 1);
        assert_eq!(bounds(&parts[0]), (38.0, 48.0));
        assert_eq!(area(&parts), 100.0);
    }

    #[test]
    fn land_on_the_date_line_is_one_again() {
        // An island beside it stays as it is.
        let island = vec![[179.0, 1.0], [179.5, 1.0], [179.5, 2.0]];
        let west = vec![[180.0, 65.0], [180.0, 69.001], [170.0, 69.0], [170.0, 65.0]];
        let east = vec![
            [-180.0, 69.0],
            [-180.0, 65.0],
            [-170.0, 65.0],
            [-170.0, 69.0],
        ];
        let rings = stitched(vec![west, island.clone(), east]);
        assert_eq!(rings.len(), 2);
        assert_eq!(rings[0], island);
        let parts = unroll(&rings[1], 137.0);
        assert_eq!(parts.len(), 1);
        assert_eq!(bounds(&parts[0]), (33.0, 53.0));
        assert!((area(&parts) - 80.0).abs() < 0.01);
    }

    #[test]
    fn what_lies_across_the_cut_falls_into_two() {
        let ring = [[-50.0, 0.0], [-30.0, 0.0], [-30.0, 10.0], [-50.0, 10.0]];
        let parts = unroll(&ring, 137.0);
        assert_eq!(parts.len(), 2);
        assert!((area(&parts) - 200.0).abs() < 1e-3);
        assert!(parts.iter().flatten().all(|p| p[0].abs() < 180.0));
    }

    #[test]
    fn a_ring_around_a_pole_includes_it() {
        for (lat, ring) in [
            (
                -70.0,
                [[-90.0, -70.0], [0.0, -70.0], [90.0, -70.0], [180.0, -70.0]],
            ),
            (
                80.0,
                [[180.0, 80.0], [90.0, 80.0], [0.0, 80.0], [-90.0, 80.0]],
            ),
        ] {
            let parts = unroll(&ring, 137.0);
            let expected = 360.0 * (90.0 - f64::abs(lat));
            assert!((area(&parts) / expected - 1.0).abs() < 1e-6, "{parts:?}");
        }
    }
}
