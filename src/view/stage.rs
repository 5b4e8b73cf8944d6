//! The stage's upper half: the map, or in a story without one lines of sight from each capital to the
//! event; and the event's card.
//!
//! The card's text is the page's own: the browser lays a copy of the event's record into it.

use leptos::prelude::*;

use super::map::map;
use crate::domain::known;
use crate::domain::relations::{self, Point, tenths as units};
use crate::domain::words::{self, SLOTS};
use crate::story::index;

/// Half the drawing's size in tenths; the event stands in the middle.
const HALF: Point = Point { x: 3300, y: 1500 };

/// Where the capitals stand: spread over the drawing as the relations diagram spreads them, so
/// that the two pictures agree.
fn capitals() -> Vec<Point> {
    let layout = relations::layout(index().main);
    // From the diagram's rectangle of centres to the drawing's.
    let stretch = |at: i32, least: i32, most: i32, half: i32, reach: i32| {
        half - reach + (at - least) * 2 * reach / (most - least).max(1)
    };
    let ends = |of: fn(&Point) -> i32| {
        let all = || layout.nodes.iter().map(move |n| of(&n.at));
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    };
    let ((x0, x1), (y0, y1)) = (ends(|p| p.x), ends(|p| p.y));
    layout
        .nodes
        .iter()
        .map(|n| Point {
            x: stretch(n.at.x, x0, x1, HALF.x, 2350),
            y: stretch(n.at.y, y0, y1, HALF.y, 850),
        })
        .collect()
}

fn sight(slot: usize, at: Point) -> impl IntoView {
    let actor = &index().actors[slot];
    let (dx, dy) = (HALF.x - at.x, HALF.y - at.y);
    let length = ((dx * dx + dy * dy) as u32).isqrt().max(1) as i32;
    let along = |tenths: i32| Point {
        x: at.x + (dx as i64 * tenths as i64 / length as i64) as i32,
        y: at.y + (dy as i64 * tenths as i64 / length as i64) as i32,
    };
    let (ring, stop, middle) = (along(length - 150), along(length / 3), along(length / 2));
    let across = |p: Point, by: i32| Point {
        x: p.x - (dy as i64 * by as i64 / length as i64) as i32,
        y: p.y + (dx as i64 * by as i64 / length as i64) as i32,
    };
    let diamond = [
        Point {
            x: middle.x,
            y: middle.y - 120,
        },
        Point {
            x: middle.x + 120,
            y: middle.y,
        },
        Point {
            x: middle.x,
            y: middle.y + 120,
        },
        Point {
            x: middle.x - 120,
            y: middle.y,
        },
    ];
    let mut relay = relations::path(&diamond);
    relay.push('z');
    // Outwards, where no line goes.
    let (name_y, how_y) = if at.y > HALF.y {
        (250, 400)
    } else {
        (-320, -170)
    };
    let voice = words::voice(index(), None, slot, known::ALL);
    view! {
        <g class="sight" data-a=SLOTS[slot] data-heard=words::heard_mark(voice)>
            <path class="ray" d=relations::path(&[at, ring])></path>
            <path class="short" d=relations::path(&[at, stop])></path>
            <path class="stop" d=relations::path(&[across(stop, 80), across(stop, -80)])></path>
            <path class="relay" d=relay></path>
            <use class="eye" href=format!("#s-{}", slot + 1)
                x=units(at.x - 80) y=units(at.y - 80) width="16" height="16"></use>
            <text class="relay-n" x=units(middle.x) y=units(middle.y + 40)></text>
            <text class="lab cap mid" x=units(at.x) y=units(at.y + name_y)>{actor.capital}</text>
            <text class="lab dist mid" x=units(at.x) y=units(at.y + how_y)>{words::heard(voice)}</text>
        </g>
    }
}

#[component]
pub fn Stage() -> impl IntoView {
    let sights = capitals().into_iter().enumerate();
    let sights: Vec<_> = sights.map(|(slot, at)| sight(slot, at)).collect();
    let view_box = format!("0 0 {} {}", units(HALF.x * 2), units(HALF.y * 2));
    let sights = || {
        view! {
        <figure class="chart sights">
            <svg viewBox=view_box role="img" aria-label=words::sights(index(), None, known::ALL)>
                <path class="m-grat" d="M-40-50Q330-80 700-50M-40 50Q330 20 700 50M-40 150Q330 120 700 150M-40 250Q330 220 700 250M-40 350Q330 320 700 350M120-150 30 450M224-150 182 450M330-150V450M436-150 478 450M540-150 630 450"></path>
                {sights}
                <circle class="aim" cx=units(HALF.x) cy=units(HALF.y) r="12"></circle>
                <circle class="aim-dot" cx=units(HALF.x) cy=units(HALF.y) r="3.5"></circle>
            </svg>
        </figure>
    }.into_any()
    };
    view! {
        {map().unwrap_or_else(sights)}
        <div class="card"></div>
    }
}
