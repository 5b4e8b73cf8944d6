//! Directions on the globe, prepared so that the program in the browser needs no angles for them.

use super::super::model::Globe;
use super::super::source::LonLat;
use crate::projection::{Projection, RADIUS};

type Vector = [f64; 3];

/// Degrees; small enough that the plane's curves are straight over it.
const STEP: f64 = 0.01;

/// A point's own vector, and those that tell where on the plane another one's leads.
///
/// The way to a point `w` sets out along the part of `w` that touches the globe here, so many times
/// `east` and so many times `north`. The plane turns and stretches both. A step along each tells how;
/// put together, it is one vector for each of the plane's axes.
pub(super) fn globe(projection: &Projection, [lon, lat]: LonLat) -> Globe {
    // At a pole there is no north.
    let lat = lat.clamp(-89.9, 89.9);
    let (sin, cos) = lon.to_radians().sin_cos();
    let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
    let at = [cos_lat * cos, cos_lat * sin, sin_lat];
    let east = [-sin, cos, 0.0];
    let north = [-sin_lat * cos, -sin_lat * sin, cos_lat];

    let here = projection.project(lon, lat);
    let side = |there: (f64, f64), radians: f64| {
        let length = radians * RADIUS;
        [(there.0 - here.0) / length, (there.1 - here.1) / length]
    };
    let eastward = side(
        projection.project(lon + STEP, lat),
        STEP.to_radians() * cos_lat,
    );
    let northward = side(projection.project(lon, lat + STEP), STEP.to_radians());
    let axis = |i: usize| [0, 1, 2].map(|k| eastward[i] * east[k] + northward[i] * north[k]);
    Globe {
        at: whole(at),
        right: whole(axis(0)),
        down: whole(axis(1)),
    }
}

/// In hundred-thousandths.
fn whole(vector: Vector) -> [i32; 3] {
    vector.map(|part| (part * 100_000.0).round() as i32)
}
