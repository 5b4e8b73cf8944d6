//! The stage of a story without a map: capitals on a ring around what they look at. It is a plane like
//! any map's, with no land, no names and no places but the seats, so that all else is drawn on it as on
//! a map.

use std::f64::consts::{PI, TAU};

use super::super::model::{self, Globe, MAP_WIDTH, MAX_MAIN, Point};
use super::{Resolver, leak, or_empty};
use crate::projection::VIEW_HEIGHT;
use crate::width::width;

/// From the middle to the ring, as parts of the view's width and height.
const RING: [f64; 2] = [0.4, 0.38];

impl Resolver<'_> {
    pub(super) fn scheme(&self) -> model::Map {
        let main = &self.actors[..self.main];
        // The first one stands where reading begins.
        let is_rtl = self.story.meta.direction == super::source::Direction::Rtl;
        let places = main.iter().enumerate().map(|(slot, actor)| {
            let at = seat(slot, self.main, is_rtl);
            let capital = or_empty(&actor.capital);
            model::MapPlace {
                place: actor.seat.as_ref().map(|id| self.place(id)),
                name: capital,
                names: &[],
                at,
                globe: flat(at),
                extent: 0,
                widths: [width(capital); MAX_MAIN + 1],
                rooms: &[],
            }
        });
        model::Map {
            views: leak([view()]),
            places: leak(places),
            names: &[],
            lines: &[],
        }
    }
}

fn view() -> model::View {
    let [w, h] = size().map(|side| side.round() as i32);
    let middle = Point::new(0, 0);
    model::View {
        id: "",
        x: -w / 2,
        y: -h / 2,
        w,
        h,
        sea: middle,
        sea_globe: flat(middle),
    }
}

/// In tenths of a unit.
fn size() -> [f64; 2] {
    let w = f64::from(MAP_WIDTH) * 10.0;
    [w, w * VIEW_HEIGHT]
}

/// Where a main actor of so many stands: two face each other, more are spread so that none stands right
/// beside the middle, where the lines would be shortest.
fn seat(slot: usize, main: usize, is_rtl: bool) -> Point {
    let first = match main {
        2 => 0.0,
        odd if odd % 2 == 1 => PI / 2.0 / odd as f64,
        even => PI / even as f64,
    };
    let turn = PI + first + TAU * slot as f64 / main as f64;
    let [w, h] = size();
    let x = turn.cos() * w * RING[0];
    let y = turn.sin() * h * RING[1];
    Point {
        x: if is_rtl { -x } else { x }.round() as i32,
        y: y.round() as i32,
    }
}

/// On a globe so large that it is flat here: the way to another point is the straight one.
fn flat(at: Point) -> Globe {
    const WHOLE: i32 = 100_000;
    Globe {
        at: [at.x, at.y, WHOLE],
        right: [WHOLE, 0, -at.x],
        down: [0, WHOLE, -at.y],
    }
}
