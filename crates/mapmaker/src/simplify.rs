//! Leaves out the points of a line that are not missed (Visvalingam and Whyatt): always the one
//! that makes the smallest triangle with its neighbours.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::topology::Point;

/// A triangle that may be left out; the smallest first, then the earlier.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Triangle {
    /// Bits of the weight, which is never negative, so that they are ordered as it is.
    weight: u64,
    point: usize,
    /// How often the point's neighbours have changed; an older triangle no longer counts.
    round: u32,
}

/// Which points of `line` to keep, in order.
///
/// A point goes when its triangle's area is less than `grain` there. Both ends stay, and of a
/// closed line at least a triangle, so that an island is not lost here.
pub fn kept(line: &[Point], grain: impl Fn(Point) -> f64) -> Vec<usize> {
    let count = line.len();
    let closed = line.first() == line.last();
    let least = if closed { 4 } else { 2 };
    let mut left = count;
    let mut before: Vec<usize> = (0..count).map(|i| i.wrapping_sub(1)).collect();
    let mut after: Vec<usize> = (1..=count).collect();
    let mut rounds = vec![0u32; count];
    let mut gone = vec![false; count];
    let weight = |a: usize, b: usize, c: usize| {
        let [a, b, c] = [line[a], line[b], line[c]];
        let cross = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        cross.abs() / 2.0 / grain(b)
    };
    let mut heap: BinaryHeap<Reverse<Triangle>> = (1..count.saturating_sub(1))
        .map(|point| triangle(weight(point - 1, point, point + 1), point, 0))
        .collect();
    while let Some(Reverse(smallest)) = heap.pop() {
        let Triangle { point, round, .. } = smallest;
        if gone[point] || round != rounds[point] {
            continue;
        }
        let size = f64::from_bits(smallest.weight);
        if size >= 1.0 || left <= least {
            break;
        }
        gone[point] = true;
        left -= 1;
        let (a, c) = (before[point], after[point]);
        after[a] = c;
        before[c] = a;
        for near in [a, c] {
            if near > 0 && near + 1 < count {
                rounds[near] += 1;
                // Never less than what has gone: the order of leaving is the order of size.
                let weight = weight(before[near], near, after[near]).max(size);
                heap.push(triangle(weight, near, rounds[near]));
            }
        }
    }
    (0..count).filter(|i| !gone[*i]).collect()
}

fn triangle(weight: f64, point: usize, round: u32) -> Reverse<Triangle> {
    Reverse(Triangle {
        weight: weight.to_bits(),
        point,
        round,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_keeps_its_ends() {
        let line: Vec<Point> = (0..9).map(|i| [f64::from(i), 0.0]).collect();
        assert_eq!(kept(&line, |_| 0.1), [0, 8]);
        assert_eq!(kept(&line[..2], |_| 0.1), [0, 1]);
    }

    #[test]
    fn a_spike_stays_and_a_ripple_goes() {
        let line = [
            [0.0, 0.0],
            [1.0, 0.1],
            [2.0, 0.0],
            [3.0, 5.0],
            [4.0, 0.0],
            [5.0, 0.1],
            [6.0, 0.0],
        ];
        assert_eq!(kept(&line, |_| 1.0), [0, 2, 3, 4, 6]);
    }

    #[test]
    fn what_is_looked_at_closely_keeps_its_ripples() {
        let line: Vec<Point> = (0..9)
            .map(|i| [f64::from(i), f64::from(i % 2) * 0.1])
            .collect();
        let fine_on_the_right = |p: Point| if p[0] > 4.5 { 0.01 } else { 1.0 };
        assert_eq!(kept(&line, fine_on_the_right), [0, 5, 6, 7, 8]);
    }

    #[test]
    fn an_island_is_never_less_than_a_triangle() {
        let ring: Vec<Point> = [0.0f64, 1.0, 2.0, 3.0, 4.0, 5.0, 0.0]
            .map(|turn| [(turn * 1.047).cos(), (turn * 1.047).sin()])
            .into();
        assert_eq!(kept(&ring, |_| 1000.0).len(), 4);
    }
}
