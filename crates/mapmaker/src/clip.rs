//! Cuts a polygon to a rectangle, side by side (Sutherland and Hodgman).
//!
//! A polygon that falls apart stays one, joined along the rectangle's sides. So the rectangle must
//! be larger than what is seen of it.

use crate::topology::Point;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub min: Point,
    pub max: Point,
}

impl Rect {
    /// As given, made larger by `by` on each side.
    pub fn grown(self, by: Point) -> Self {
        Self {
            min: [self.min[0] - by[0], self.min[1] - by[1]],
            max: [self.max[0] + by[0], self.max[1] + by[1]],
        }
    }

    /// The smallest one that holds both.
    pub fn with(self, other: Self) -> Self {
        Self {
            min: [0, 1].map(|i| self.min[i].min(other.min[i])),
            max: [0, 1].map(|i| self.max[i].max(other.max[i])),
        }
    }

    pub fn holds(&self, point: Point) -> bool {
        (0..2).all(|i| (self.min[i]..=self.max[i]).contains(&point[i]))
    }

    pub fn size(&self) -> Point {
        [self.max[0] - self.min[0], self.max[1] - self.min[1]]
    }
}

/// What of `ring` lies within `rect`; nothing, or a ring.
pub fn to_rect(ring: Vec<Point>, rect: &Rect) -> Vec<Point> {
    let mut ring = ring;
    for axis in 0..2 {
        ring = to_side(&ring, axis, rect.min[axis], 1.0);
        ring = to_side(&ring, axis, rect.max[axis], -1.0);
    }
    ring
}

/// What of `ring` lies beyond `edge` in the direction of `sign` along one axis.
fn to_side(ring: &[Point], axis: usize, edge: f64, sign: f64) -> Vec<Point> {
    let depth = |p: &Point| (p[axis] - edge) * sign;
    let mut out = Vec::with_capacity(ring.len());
    for (i, b) in ring.iter().enumerate() {
        let a = &ring[(i + ring.len() - 1) % ring.len()];
        let (from, to) = (depth(a), depth(b));
        if (from < 0.0) != (to < 0.0) {
            let part = from / (from - to);
            let mut cut = [0, 1].map(|i| a[i] + (b[i] - a[i]) * part);
            cut[axis] = edge;
            out.push(cut);
        }
        if to >= 0.0 {
            out.push(*b);
        }
    }
    out
}

/// Twice the area of a ring; its sign tells the direction.
pub fn double_area(ring: &[Point]) -> f64 {
    let mut sum = 0.0;
    for (i, b) in ring.iter().enumerate() {
        let a = &ring[(i + ring.len() - 1) % ring.len()];
        sum += a[0] * b[1] - b[0] * a[1];
    }
    sum
}

/// The middle of a ring's area, or of its points where it has none.
pub fn centroid(ring: &[Point]) -> Point {
    // Relative to a point of the ring: far from the origin the products would lose their digits.
    let Some(&origin) = ring.first() else {
        return [0.0, 0.0];
    };
    let (mut sum, mut area) = ([0.0, 0.0], 0.0);
    for (i, b) in ring.iter().enumerate() {
        let a = &ring[(i + ring.len() - 1) % ring.len()];
        let [a, b] = [a, b].map(|p| [p[0] - origin[0], p[1] - origin[1]]);
        let cross = a[0] * b[1] - b[0] * a[1];
        area += cross;
        sum = [0, 1].map(|i| sum[i] + (a[i] + b[i]) * cross);
    }
    if area == 0.0 {
        let count = ring.len() as f64;
        return [0, 1].map(|i| ring.iter().map(|p| p[i]).sum::<f64>() / count);
    }
    [0, 1].map(|i| origin[i] + sum[i] / (3.0 * area))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect = Rect {
        min: [0.0, 0.0],
        max: [1.0, 1.0],
    };

    #[test]
    fn what_lies_inside_is_left_alone() {
        let ring = vec![[0.0, 0.0], [1.0, 0.2], [0.5, 1.0]];
        assert_eq!(to_rect(ring.clone(), &UNIT), ring);
    }

    #[test]
    fn what_lies_outside_is_gone() {
        let ring = vec![[2.0, 0.0], [3.0, 0.0], [3.0, 1.0]];
        assert_eq!(to_rect(ring, &UNIT), Vec::<Point>::new());
        assert_eq!(to_rect(Vec::new(), &UNIT), Vec::<Point>::new());
    }

    #[test]
    fn a_ring_around_becomes_the_rectangle() {
        let ring = vec![[-5.0, -5.0], [5.0, -5.0], [5.0, 5.0], [-5.0, 5.0]];
        let cut = to_rect(ring, &UNIT);
        assert!(cut.iter().all(|p| UNIT.holds(*p)));
        assert_eq!(double_area(&cut), 2.0);
    }

    #[test]
    fn a_comb_keeps_the_area_of_its_teeth() {
        // Two teeth reach into the rectangle, joined outside.
        let ring = vec![
            [-1.0, 0.1],
            [0.5, 0.1],
            [0.5, 0.3],
            [-0.5, 0.3],
            [-0.5, 0.6],
            [0.5, 0.6],
            [0.5, 0.9],
            [-1.0, 0.9],
        ];
        let cut = to_rect(ring, &UNIT);
        assert!((double_area(&cut) / 2.0 - 0.25).abs() < 1e-12, "{cut:?}");
    }

    #[test]
    fn the_middle_is_the_areas_not_the_points() {
        let crowded = [
            [0.0, 0.0],
            [1.0, 0.0],
            [2.0, 0.0],
            [3.0, 0.0],
            [4.0, 0.0],
            [4.0, 2.0],
            [0.0, 2.0],
        ];
        let far = crowded.map(|p| [p[0] + 1e6, p[1]]);
        assert_eq!(centroid(&crowded), [2.0, 1.0]);
        assert_eq!(centroid(&far), [1e6 + 2.0, 1.0]);
        assert_eq!(centroid(&[[0.0, 0.0], [2.0, 2.0]]), [1.0, 1.0]);
    }
}
