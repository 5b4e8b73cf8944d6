//! The stage's upper half: lines of sight from each capital to the event, and the event's card.
//!
//! The card's text is the page's own: the browser lays a copy of the event's record into it.

use leptos::prelude::*;

use crate::domain::heard;
use crate::domain::relations::{self, Point};
use crate::state::{Reader, reader};
use crate::story::model::{EventIx, Heard};
use crate::story::{index, labels};
use crate::view::glyph::{SLOTS, heard_word};

/// Half the drawing's size in tenths; the event stands in the middle.
const HALF: Point = Point { x: 3300, y: 1500 };

fn units(tenths: i32) -> String {
    let mut out = String::new();
    relations::push_tenths(&mut out, tenths);
    out
}

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

/// How an actor is heard on the event on the stage; in a passage without an event, how the sources
/// as a whole let it be heard.
pub(crate) fn voice(r: Reader, slot: usize) -> Heard {
    match r.event.get() {
        Some(event) => heard::voice(index(), event, slot as u8),
        None => index().actors[slot].voice,
    }
}

/// The number of the source that an actor is heard through, as the page has it; "1+" for several.
fn through(event: EventIx, slot: usize) -> String {
    #[cfg(feature = "hydrate")]
    return crate::browser::page::through(index().events[event as usize].id, SLOTS[slot]);
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (event, slot);
        String::new()
    }
}

fn sight(r: Reader, slot: usize, at: Point) -> impl IntoView {
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
    let how = move || match voice(r, slot) {
        Heard::Direct => labels::SPEAKS,
        Heard::Reported => labels::THROUGH_OTHERS,
        Heard::Silent => labels::SILENT,
        Heard::Uninvolved => labels::NOT_INVOLVED,
    };
    let via = move || match r.event.get() {
        Some(event) => through(event, slot),
        None => String::new(),
    };
    view! {
        <g class="sight" data-a=SLOTS[slot] data-heard=move || heard_word(voice(r, slot))>
            <path class="ray" d=relations::path(&[at, ring])></path>
            <path class="short" d=relations::path(&[at, stop])></path>
            <path class="stop" d=relations::path(&[across(stop, 80), across(stop, -80)])></path>
            <path class="relay" d=relay></path>
            <use class="eye" href=["#s-1", "#s-2", "#s-3", "#s-4", "#s-5", "#s-6"][slot]
                x=units(at.x - 80) y=units(at.y - 80) width="16" height="16"></use>
            <text class="relay-n" x=units(middle.x) y=units(middle.y + 40)>{via}</text>
            <text class="lab cap mid" x=units(at.x) y=units(at.y + name_y)>{actor.capital}</text>
            <text class="lab dist mid" x=units(at.x) y=units(at.y + how_y)>{how}</text>
        </g>
    }
}

#[island]
pub fn Stage() -> impl IntoView {
    let r = reader();
    let card = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    crate::browser::page::keep_card(r, card);
    let view_box = {
        let mut out = String::from("0 0 ");
        out.push_str(&units(HALF.x * 2));
        out.push(' ');
        out.push_str(&units(HALF.y * 2));
        out
    };
    let sights: Vec<_> = capitals()
        .into_iter()
        .enumerate()
        .map(|(slot, at)| sight(r, slot, at))
        .collect();
    let in_words = move || {
        let mut words = String::new();
        for slot in 0..index().main {
            if slot > 0 {
                words.push_str("; ");
            }
            words.push_str(index().actors[slot].capital);
            words.push_str(": ");
            words.push_str(match voice(r, slot) {
                Heard::Direct => labels::SPEAKS,
                Heard::Reported => labels::THROUGH_OTHERS,
                Heard::Silent => labels::SILENT,
                Heard::Uninvolved => labels::NOT_INVOLVED,
            });
        }
        words
    };
    view! {
        <figure class="chart sights">
            <svg viewBox=view_box role="img" aria-label=in_words>
                <path class="m-grat" d="M-40-50Q330-80 700-50M-40 50Q330 20 700 50M-40 150Q330 120 700 150M-40 250Q330 220 700 250M-40 350Q330 320 700 350M120-150 30 450M224-150 182 450M330-150V450M436-150 478 450M540-150 630 450"></path>
                {sights}
                <circle class="aim" cx=units(HALF.x) cy=units(HALF.y) r="12"></circle>
                <circle class="aim-dot" cx=units(HALF.x) cy=units(HALF.y) r="3.5"></circle>
            </svg>
        </figure>
        <div class="card" node_ref=card></div>
    }
}
