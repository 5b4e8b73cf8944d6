//! What badges and line-ends look like: drawn once, as symbols. What uses one ([`crate::glyph`])
//! gives it its colour.

use leptos::prelude::*;

use crate::story::index;
use crate::words::slot_mark;

/// The outlines of badges, by slot, in a box of 24.
const SHAPES: [&str; 6] = [
    "M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z",
    "M2 2h20v20H2z",
    "M12 0 24 12 12 24 0 12z",
    "M12 1 24 23H0z",
    "M7 2h10l6 10-6 10H7L1 12z",
    "M0 1h24L12 23z",
];

/// All symbols of the page, in a drawing that takes no room.
#[component]
pub fn Symbols() -> impl IntoView {
    let badges = index().actors[..index().main]
        .iter()
        .zip(SHAPES)
        .enumerate()
        .map(|(slot, (actor, d))| {
            // The letter stands in the middle of the shape, which for a triangle is lower down.
            let y = match slot {
                3 => "20",
                5 => "13",
                _ => "16",
            };
            view! {
                <symbol id=format!("badge-{}", slot_mark(slot)) viewBox="0 0 24 24">
                    <path d=d fill="currentColor"></path>
                    <text class="letter" x="12" y=y>{actor.letter}</text>
                </symbol>
            }
        });
    view! {
        <svg class="symbols" aria-hidden="true">
            {badges.collect_view()}
            <symbol id="how-direct" viewBox="0 0 56 14">
                <path class="line" d="M0 7h42"></path>
                <circle class="end" cx="48" cy="7" r="5.5"></circle>
                <circle cx="48" cy="7" r="2.5" fill="currentColor"></circle>
            </symbol>
            <symbol id="how-reported" viewBox="0 0 56 14">
                <path class="line" d="M0 7h42"></path>
                <circle class="end" cx="48" cy="7" r="5.5"></circle>
                <path class="relay" d="m22 1 6 6-6 6-6-6z"></path>
            </symbol>
            <symbol id="how-silent" viewBox="0 0 56 14">
                <path class="line" d="M0 7h16"></path>
                <path class="bar" d="M17 0v14"></path>
                <circle class="gone" cx="48" cy="7" r="5.5"></circle>
            </symbol>
            <symbol id="how-uninvolved" viewBox="0 0 56 14">
                <circle class="gone" cx="48" cy="7" r="5.5"></circle>
            </symbol>
        </svg>
    }
}
