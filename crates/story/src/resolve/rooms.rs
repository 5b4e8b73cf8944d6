//! Where on the map there is room: for the names of countries and seas, so that none stands on land
//! that it does not name; and in open sea, for what has no place.

use super::super::model::{Point, Room};
use super::super::validate::Land;
use super::ground::{Ground, Part};

/// Around a name's point, in tenths of a unit as all lengths here; and how many cells that is.
const WINDOW: f64 = 4200.0;
const CELLS: usize = 400;
/// Around a disputed place, from close by to far off: a name stands as near as it can.
const WINDOWS: [f64; 3] = [560.0, 1580.0, WINDOW];
/// How far from its point a name may stand that has no room on its land.
const NEAR: [f64; 2] = [740.0, 230.0];
/// How far around its point a sea has its name, as a part of the way to the nearest other one.
const OWN_SEA: f64 = 0.65;
/// A name is about so many times as wide as it is high.
const FLAT: usize = 6;
/// And a place's two names, one below the other.
const FLAT_PAIR: usize = 3;
/// How far from land the sea beside it is looked for.
const BESIDE: f64 = 70.0;
/// How many rooms a name has at most, and how high the least is, in cells.
const MOST: usize = 3;
const LEAST: usize = 3;
/// How large a matter's frame is on the smallest stage, as parts of the view's width.
const MATTER: [f64; 2] = [0.4, 0.12];
/// A matter's frame is so far from every capital, as a part of the view's width.
const CLEAR: f64 = 0.12;

/// What a name may stand on.
pub(super) enum Grounds<'a> {
    /// Land of one country, by the indices of its paths; or, where it is too narrow, the sea beside
    /// it as well.
    Country(&'a [usize]),
    /// The sea around its point; these are the points of all seas.
    Sea(&'a [Point]),
}

/// The rooms of a name that stands at `at`, the largest first.
pub(super) fn rooms(land: &Land, tenths: f64, at: Point, grounds: &Grounds) -> Vec<Room> {
    let window = Window::new(land, tenths, at, WINDOW);
    let ground = &window.ground;
    let is_sea = |column, row| ground.land(column, row).is_none();
    let mut out = Vec::new();
    match grounds {
        Grounds::Country(paths) => {
            let is_own = |column, row| ground.land(column, row).is_some_and(|l| paths.contains(&l));
            out.extend(best(ground, window.cells(&is_own), None, FLAT, MOST));
            // Near its point, so that it is not taken for the name of something else.
            let middle = window.cell([0.0, 0.0]);
            let is_beside = |column: usize, row: usize| {
                let far = |at: usize, from: usize| at.abs_diff(from) as f64 * ground.cell;
                let is_near = middle
                    .is_some_and(|(c, r)| far(column, c) <= NEAR[0] && far(row, r) <= NEAR[1]);
                is_near && (is_own(column, row) || is_sea(column, row))
            };
            out.extend(best(ground, window.cells(&is_beside), middle, FLAT, 1));
        }
        Grounds::Sea(others) => {
            let distance = |x: f64, y: f64| x.hypot(y);
            let others = others.iter().filter(|other| **other != at);
            let to_other =
                others.map(|other| distance((other.x - at.x).into(), (other.y - at.y).into()));
            let reach = to_other.fold(WINDOW, f64::min) * OWN_SEA;
            let is_near = |column: usize, row: usize| {
                let middle = |at: usize| (at as f64 + 0.5) * ground.cell - window.half;
                distance(middle(column), middle(row)) <= reach
            };
            let free = window.cells(&|column, row| is_sea(column, row) && is_near(column, row));
            out.extend(best(ground, connected(ground, free), None, FLAT, MOST));
        }
    }
    out
}

/// Rooms for the names of a disputed place that reaches so far: in the sea on each of
/// its sides, the nearer ones first.
pub(super) fn rooms_beside(land: &Land, tenths: f64, at: Point, reach: f64) -> Vec<Room> {
    let mut out = Vec::new();
    for far in WINDOWS.into_iter().filter(|far| *far > reach) {
        let window = Window::new(land, tenths, at, far);
        let free = window.cells(&|column, row| window.ground.land(column, row).is_none());
        for way in [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, -1.0], [-1.0, 0.0]] {
            let cell = window.cell(way.map(|way| way * (reach + BESIDE)));
            if cell.is_some() {
                let found = best(&window.ground, free.clone(), cell, FLAT_PAIR, 1);
                out.extend(
                    found
                        .into_iter()
                        .filter(|room| !out.contains(room))
                        .collect::<Vec<_>>(),
                );
            }
        }
    }
    out
}

/// The ground around a point.
struct Window {
    ground: Ground,
    at: Point,
    /// From the point to each side.
    half: f64,
}

impl Window {
    fn new(land: &Land, tenths: f64, at: Point, half: f64) -> Self {
        let part = Part {
            x: f64::from(at.x) - half,
            y: f64::from(at.y) - half,
            w: half * 2.0,
            h: half * 2.0,
        };
        Self {
            ground: Ground::new(land, tenths, part, CELLS),
            at,
            half,
        }
    }

    fn cells(&self, is_free: &dyn Fn(usize, usize) -> bool) -> Vec<bool> {
        let rows = 0..self.ground.rows;
        let cells = rows.flat_map(|row| (0..self.ground.columns).map(move |c| (c, row)));
        cells.map(|(column, row)| is_free(column, row)).collect()
    }

    /// The cell so far from the point.
    fn cell(&self, [right, down]: [f64; 2]) -> Option<(usize, usize)> {
        let (x, y) = (f64::from(self.at.x), f64::from(self.at.y));
        self.ground.cell_of(x + right, y + down)
    }
}

/// Of the free cells those that can be reached from the middle.
fn connected(ground: &Ground, free: Vec<bool>) -> Vec<bool> {
    let mut reached = vec![false; free.len()];
    let mut next = vec![(ground.columns / 2, ground.rows / 2)];
    while let Some((column, row)) = next.pop() {
        let i = row * ground.columns + column;
        if !free[i] || reached[i] {
            continue;
        }
        reached[i] = true;
        next.extend(column.checked_sub(1).map(|column| (column, row)));
        next.extend(row.checked_sub(1).map(|row| (column, row)));
        next.extend((column + 1 < ground.columns).then_some((column + 1, row)));
        next.extend((row + 1 < ground.rows).then_some((column, row + 1)));
    }
    reached
}

/// A rectangle of cells.
#[derive(Clone, Copy)]
struct Cells {
    column: usize,
    row: usize,
    w: usize,
    h: usize,
}

/// Finds the rectangle that holds the largest name, `flat` times as wide as high; takes it away, and
/// looks for another, until there are `count`.
fn best(
    ground: &Ground,
    mut free: Vec<bool>,
    around: Option<(usize, usize)>,
    flat: usize,
    count: usize,
) -> Vec<Room> {
    let mut out = Vec::new();
    while out.len() < count {
        let Some(found) = largest(ground, &free, around, flat) else {
            break;
        };
        for row in found.row..found.row + found.h {
            let start = row * ground.columns + found.column;
            free[start..start + found.w].fill(false);
        }
        // A cell is free if its middle is: the land may reach half of it.
        let at = |from: f64, cells: usize| (from + (cells as f64 + 0.5) * ground.cell) as i32;
        out.push(Room {
            x: at(ground.part.x, found.column),
            y: at(ground.part.y, found.row),
            w: ((found.w - 1) as f64 * ground.cell) as i32,
            h: ((found.h - 1) as f64 * ground.cell) as i32,
        });
    }
    out
}

/// Row by row, how far the free cells reach upwards; and of every rectangle below such a skyline the
/// one that holds the largest name.
fn largest(
    ground: &Ground,
    free: &[bool],
    around: Option<(usize, usize)>,
    flat: usize,
) -> Option<Cells> {
    let mut high = vec![0usize; ground.columns + 1];
    let mut best = (LEAST, 0, None);
    for row in 0..ground.rows {
        for column in 0..ground.columns {
            let is_free = free[row * ground.columns + column];
            high[column] = if is_free { high[column] + 1 } else { 0 };
        }
        // Where each rise of the skyline began.
        let mut rises: Vec<(usize, usize)> = Vec::new();
        for (column, h) in high.iter().enumerate() {
            let mut from = column;
            while let Some(&(start, tall)) = rises.last().filter(|(_, tall)| tall > h) {
                rises.pop();
                from = start;
                let found = Cells {
                    column: start,
                    row: row + 1 - tall,
                    w: column - start,
                    h: tall,
                };
                let size = (found.w / flat).min(tall);
                let holds = around.is_none_or(|(c, r)| {
                    (found.column..found.column + found.w).contains(&c)
                        && (found.row..found.row + found.h).contains(&r)
                });
                if holds && (size, found.w * tall) > (best.0, best.1) {
                    best = (size, found.w * tall, Some(found));
                }
            }
            if *h > 0 && rises.last().is_none_or(|(_, tall)| tall < h) {
                rises.push((from, *h));
            }
        }
    }
    best.2
}

/// Of points given in degrees the one nearest to a view's middle around which the sea is open: there a
/// matter stands. Nearer to the land only where the view has no such sea.
pub(super) fn open_sea<T: Copy>(
    land: &Land,
    tenths: f64,
    view: Part,
    seats: &[Point],
    points: &[(T, Point)],
) -> Option<T> {
    let ground = Ground::new(land, tenths, view, 160);
    let is_open = |at: Point, size: f64| {
        let [w, h] = MATTER.map(|part| part * view.w * size / 2.0);
        let (x, y) = (f64::from(at.x), f64::from(at.y));
        let corners = ground
            .cell_of(x - w, y - h)
            .zip(ground.cell_of(x + w, y + h));
        corners.is_some_and(|((left, top), (right, bottom))| {
            (top..=bottom).all(|row| (left..=right).all(|c| ground.land(c, row).is_none()))
        })
    };
    let distance = |a: Point, x: f64, y: f64| (f64::from(a.x) - x).hypot(f64::from(a.y) - y);
    let is_clear = |at: Point| {
        let [w, h] = MATTER.map(|part| part * view.w / 2.0);
        seats.iter().all(|seat| {
            let aside = (f64::from(at.x - seat.x).abs() - w).max(0.0);
            let above = (f64::from(at.y - seat.y).abs() - h).max(0.0);
            aside.hypot(above) >= CLEAR * view.w
        })
    };
    let (x, y) = (view.x + view.w / 2.0, view.y + view.h / 2.0);
    [1.15, 1.0, 0.85, 0.7, 0.5, 0.25]
        .into_iter()
        .find_map(|size| {
            let open = points
                .iter()
                .filter(|(_, at)| is_open(*at, size) && is_clear(*at));
            let near = |(_, at): &&(T, Point)| distance(*at, x, y) as i64;
            open.min_by_key(near).map(|(point, _)| *point)
        })
}
