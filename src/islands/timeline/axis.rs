//! Places along the time axis, in percent of its length.

use leptos::prelude::*;

use crate::domain::date::Day;
use crate::domain::scale;
use crate::domain::window::Window;
use crate::story::index;
use crate::story::model::EventIx;

/// Where an event stands.
pub fn position(event: EventIx) -> f32 {
    of_day(index().events[usize::from(event)].anchor)
}

pub fn of_day(day: Day) -> f32 {
    part(scale::x(index().knots, day))
}

pub fn part(x: i32) -> f32 {
    x as f32 * 100.0 / scale::UNITS as f32
}

/// The day at a place.
pub fn day(part: f64) -> Day {
    let x = part.clamp(0.0, 100.0) * f64::from(scale::UNITS) / 100.0;
    scale::day(index().knots, x as i32)
}

pub fn percent(x: f32) -> String {
    format!("{x:.2}%")
}

/// Where a period begins and ends.
pub fn ends(period: Window) -> (f32, f32) {
    (of_day(period.from), of_day(Day(period.to.0 + 1)))
}

/// What makes pale whatever lies outside a period.
pub fn veils(period: Window) -> impl IntoView {
    let (from, to) = ends(period);
    view! {
        <rect class="veil" x="0" y="0" width=percent(from) height="100%"></rect>
        <rect class="veil" x=percent(to) y="0" width=percent(100.0 - to) height="100%"></rect>
    }
}
