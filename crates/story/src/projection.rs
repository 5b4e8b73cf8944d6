//! From longitude and latitude to a plane: Albers' conic equal-area projection on a sphere.
//!
//! Equal-area, because a country on a news map should not look larger than it is. Used where the
//! page is written and the land is drawn; the program in the browser gets finished coordinates.

/// The radius of a sphere as large as the earth, in kilometres.
pub const RADIUS: f64 = 6371.0;

/// How high a view is, as a part of its width.
pub const VIEW_HEIGHT: f64 = 7.0 / 11.0;

/// How much more than a view a frame may show: at each side, as a part of the view's width; above
/// and below, as a part of its height. The land is drawn so far, so that no frame sees it end. More
/// below, because that is where cards stand on it.
pub const AROUND: Around = Around {
    side: 0.55,
    above: 0.6,
    below: 0.9,
};

/// See [`AROUND`].
#[derive(Debug, Clone, Copy)]
pub struct Around {
    pub side: f32,
    pub above: f32,
    pub below: f32,
}

/// A plane in kilometres: x to the east, y to the south, so that it can be drawn as it is.
///
/// Its origin is on the meridian, halfway between the two parallels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    /// Radians.
    meridian: f64,
    cone: Cone,
    /// The y of the origin, before it is moved to 0.
    origin: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Cone {
    /// `n` is the sine at the middle of the cone, `c` a constant of its parallels.
    Open { n: f64, c: f64 },
    /// Opposite parallels make a cylinder: the cosine at both of them.
    Cylinder(f64),
}

impl Projection {
    /// `meridian` stands upright in the middle; lengths along the two `parallels` are true. In
    /// degrees; a parallel lies between the poles.
    pub fn new(meridian: f64, parallels: [f64; 2]) -> Self {
        let [s1, s2] = parallels.map(|latitude| latitude.to_radians().sin());
        let n = (s1 + s2) / 2.0;
        let cone = if n.abs() < 1e-6 {
            Cone::Cylinder(parallels[0].to_radians().cos())
        } else {
            Cone::Open {
                n,
                c: 1.0 + s1 * s2,
            }
        };
        let middle = (parallels[0] + parallels[1]) / 2.0;
        let (_, origin) = cone.place(0.0, middle.to_radians());
        Self {
            meridian: meridian.to_radians(),
            cone,
            origin,
        }
    }

    /// Where a point given in degrees lies, in kilometres east and south of the origin.
    pub fn project(&self, lon: f64, lat: f64) -> (f64, f64) {
        use std::f64::consts::{PI, TAU};
        let east = (lon.to_radians() - self.meridian + PI).rem_euclid(TAU) - PI;
        let (x, y) = self.cone.place(east, lat.to_radians());
        (x, y - self.origin)
    }
}

impl Cone {
    /// In radians to kilometres; y from the cone's point or from the equator.
    fn place(self, lon: f64, lat: f64) -> (f64, f64) {
        match self {
            Self::Open { n, c } => {
                // The root of less than nothing at a pole would be a rounding error.
                let distance = RADIUS * (c - 2.0 * n * lat.sin()).max(0.0).sqrt() / n;
                let (sin, cos) = (n * lon).sin_cos();
                (distance * sin, distance * cos)
            }
            Self::Cylinder(cos) => (RADIUS * lon * cos, -RADIUS * lat.sin() / cos),
        }
    }
}
