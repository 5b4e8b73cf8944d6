//! The plane of the map.

use proptest::prelude::*;
use story::projection::{Projection, RADIUS};

/// The bundled story's plane.
fn east_asia() -> Projection {
    Projection::new(137.0, [28.0, 56.0])
}

#[track_caller]
fn assert_near(found: (f64, f64), expected: (f64, f64), within: f64) {
    let far = (found.0 - expected.0).hypot(found.1 - expected.1);
    assert!(far <= within, "{found:?} is not {expected:?}");
}

/// Snyder, "Map Projections: A Working Manual", page 291, gives this point on a sphere of radius 1,
/// with its y measured from latitude 23 rather than from the middle.
#[test]
fn it_agrees_with_a_published_example() {
    let projection = Projection::new(-96.0, [29.5, 45.5]);
    let (_, origin) = projection.project(-96.0, 23.0);
    let (x, y) = projection.project(-75.0, 35.0);
    assert_near(
        (x / RADIUS, (y - origin) / RADIUS),
        (0.295_272_0, -0.241_677_4),
        2e-7,
    );
}

#[test]
fn the_origin_is_on_the_meridian_between_the_parallels() {
    assert_near(east_asia().project(137.0, 42.0), (0.0, 0.0), 1e-9);
}

#[test]
fn east_is_right_and_south_is_down() {
    let (x, y) = east_asia().project(147.0, 30.0);
    assert!(x > 0.0 && y > 0.0);
}

#[test]
fn a_place_may_lie_beyond_the_date_line() {
    let washington = east_asia().project(-77.0, 38.9);
    assert_near(east_asia().project(283.0, 38.9), washington, 1e-6);
    assert!(washington.0 > 0.0);
}

#[test]
fn a_pole_is_somewhere() {
    for (lat, parallels) in [
        (90.0, [28.0, 56.0]),
        (-90.0, [-20.0, -70.0]),
        (90.0, [90.0, 90.0]),
    ] {
        let (x, y) = Projection::new(0.0, parallels).project(10.0, lat);
        assert!(x.is_finite() && y.is_finite());
    }
}

/// Two parallels, not both polar, one of which may mirror the other.
fn any_projection() -> impl Strategy<Value = (Projection, [f64; 2])> {
    let parallels = prop_oneof![
        [-80.0..80.0, -80.0..80.0],
        (-80.0..80.0f64).prop_map(|p| [p, -p]),
        (-80.0..80.0f64).prop_map(|p| [p, p]),
    ];
    (-180.0..180.0, parallels).prop_map(|(meridian, p)| (Projection::new(meridian, p), p))
}

proptest! {
    #[test]
    fn areas_are_true((projection, _) in any_projection(), lon in -180.0..180.0f64, lat in -85.0..85.0f64) {
        // A patch so small that the plane's curvature does not show; its corners never straddle
        // the cut opposite the meridian.
        let side = 1e-3;
        let at = |east: f64, north: f64| projection.project(lon + east * side, lat + north * side);
        let (a, b, c, d) = (at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0));
        prop_assume!((a.0 - b.0).abs() < 1.0 && (c.0 - d.0).abs() < 1.0);
        let plane = ((c.0 - a.0) * (d.1 - b.1) - (c.1 - a.1) * (d.0 - b.0)).abs() / 2.0;
        let north = (lat + side).to_radians().sin() - lat.to_radians().sin();
        let sphere = RADIUS * RADIUS * side.to_radians() * north;
        prop_assert!((plane / sphere - 1.0).abs() < 1e-3, "{plane} for {sphere}");
    }

    #[test]
    fn lengths_along_both_parallels_are_true((projection, parallels) in any_projection(), lon in -170.0..170.0f64) {
        for lat in parallels {
            let (a, b) = (projection.project(lon, lat), projection.project(lon + 1e-3, lat));
            let plane = (a.0 - b.0).hypot(a.1 - b.1);
            prop_assume!(plane < 1.0);
            let sphere = RADIUS * 1e-3f64.to_radians() * lat.to_radians().cos();
            prop_assert!((plane / sphere - 1.0).abs() < 1e-5, "{plane} for {sphere}");
        }
    }

    #[test]
    fn the_meridian_is_a_mirror(
        meridian in -180.0..180.0, p in [-80.0..80.0, -80.0..80.0], east in 0.0..179.0, lat in -90.0..90.0
    ) {
        let projection = Projection::new(meridian, p);
        let (right, left) = (projection.project(meridian + east, lat), projection.project(meridian - east, lat));
        prop_assert!((right.0 + left.0).abs() < 1e-6 && (right.1 - left.1).abs() < 1e-6);
    }

    #[test]
    fn meridians_run_straight((projection, _) in any_projection(), lon in -180.0..180.0) {
        let [a, b, c] = [-40.0, 10.0, 55.0].map(|lat| projection.project(lon, lat));
        let cross = (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
        let length = (c.0 - a.0).hypot(c.1 - a.1);
        prop_assert!(cross.abs() <= 1e-6 * length * length);
    }
}
