//! SVG path data in whole units: absolute `M`, then relative `l`.

use std::fmt::Write;

use crate::topology::Point;

/// Rings and lines in kilometres, written down in units.
#[derive(Debug)]
pub struct Paths {
    units_per_km: f64,
    data: String,
}

impl Paths {
    pub fn new(units_per_km: f64) -> Self {
        Self {
            units_per_km,
            data: String::new(),
        }
    }

    pub fn into_data(self) -> String {
        self.data
    }

    /// Adds a closed ring, unless nothing of it is left in whole units.
    pub fn add_ring(&mut self, ring: &[Point]) {
        let mut points = self.rounded(ring);
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() > 2 {
            self.add(&points);
            self.data.push('z');
        }
    }

    /// Adds an open line.
    pub fn add_line(&mut self, line: &[Point]) {
        let points = self.rounded(line);
        if points.len() > 1 {
            self.add(&points);
        }
    }

    /// In whole units, without steps to the same place or on in the same direction.
    fn rounded(&self, points: &[Point]) -> Vec<[i64; 2]> {
        let mut out: Vec<[i64; 2]> = Vec::with_capacity(points.len());
        for point in points {
            let point = point.map(|km| (km * self.units_per_km).round() as i64);
            if out.last() == Some(&point) {
                continue;
            }
            if let [.., a, b] = out[..]
                && let [u, v] = [
                    [b[0] - a[0], b[1] - a[1]],
                    [point[0] - b[0], point[1] - b[1]],
                ]
                && u[0] * v[1] == u[1] * v[0]
                && u[0] * v[0] + u[1] * v[1] > 0
            {
                out.pop();
            }
            out.push(point);
        }
        out
    }

    fn add(&mut self, points: &[[i64; 2]]) {
        let [x, y] = points[0];
        // Writing to a string cannot fail.
        _ = write!(self.data, "M{x}{}{y}l", space(y));
        for (i, pair) in points.windows(2).enumerate() {
            let [x, y] = [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]];
            let gap = if i == 0 { "" } else { space(x) };
            _ = write!(self.data, "{gap}{x}{}{y}", space(y));
        }
    }
}

/// What has to stand before a number: its sign parts it from the one before.
fn space(number: i64) -> &'static str {
    if number < 0 { "" } else { " " }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_written_in_steps() {
        let mut paths = Paths::new(2.0);
        paths.add_ring(&[
            [1.0, -1.0],
            [3.1, -1.0],
            [3.0, 2.0],
            [1.0, 2.0],
            [1.0, -0.9],
        ]);
        paths.add_ring(&[[0.0, 0.0], [5.0, 5.0], [0.0, 5.0]]);
        assert_eq!(paths.into_data(), "M2-2l4 0 0 6-4 0zM0 0l10 10-10 0z");
    }

    #[test]
    fn what_is_too_small_for_a_unit_is_left_out() {
        let mut paths = Paths::new(1.0);
        paths.add_ring(&[[0.0, 0.0], [0.3, 0.0], [0.3, 0.3]]);
        paths.add_line(&[[0.0, 0.0], [0.3, 0.0]]);
        assert_eq!(paths.into_data(), "");
    }

    #[test]
    fn points_on_a_straight_line_are_left_out_and_turning_back_is_not() {
        let mut paths = Paths::new(1.0);
        paths.add_line(&[[0.0, 0.0], [1.0, 1.0], [3.0, 3.0], [2.0, 2.0]]);
        assert_eq!(paths.into_data(), "M0 0l3 3-1-1");
    }
}
