//! The page's SVG symbols, defined once and used everywhere.

use leptos::prelude::*;

use super::map::hatches;

/// Shapes of the actors (`s-1` to `s-6`), and patterns, the map's among them.
#[component]
pub fn Symbols() -> impl IntoView {
    view! {
        <svg class="defs lens" id="defs" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="hatch-a" d="M0 0h5v5H0z"></path>
                    <path class="hatch-b" d="M0 0h2v5H0z"></path>
                </pattern>
                <linearGradient id="fuzz">
                    <stop offset="0" stop-color="currentColor" stop-opacity="0"></stop>
                    <stop offset=".3" stop-color="currentColor" stop-opacity=".34"></stop>
                    <stop offset=".7" stop-color="currentColor" stop-opacity=".34"></stop>
                    <stop offset="1" stop-color="currentColor" stop-opacity="0"></stop>
                </linearGradient>
                {hatches()}
            </defs>
            <symbol id="s-1" viewBox="0 0 22 22"><circle class="shape" cx="11" cy="11" r="10"></circle></symbol>
            <symbol id="s-2" viewBox="0 0 22 22"><path class="shape" d="M2 2h18v18H2z"></path></symbol>
            <symbol id="s-3" viewBox="0 0 22 22"><path class="shape" d="M11 0 22 11 11 22 0 11z"></path></symbol>
            <symbol id="s-4" viewBox="0 0 22 22"><path class="shape" d="M11 0 22 20.5H0z"></path></symbol>
            <symbol id="s-5" viewBox="0 0 22 22"><path class="shape" d="M11 1 21.5 8.6 17.5 21h-13L.5 8.6z"></path></symbol>
            <symbol id="s-6" viewBox="0 0 22 22"><path class="shape" d="M5.5 1.5h11L22 11l-5.500 9.500h-11L0 11z"></path></symbol>
            <symbol id="warn" viewBox="0 0 18 18"><path d="M9 1.8 16.800 16H1.200zM9 7v4.400M9 13v1.200"></path></symbol>
        </svg>
    }
}
