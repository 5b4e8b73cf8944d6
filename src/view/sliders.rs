//! The timeline's three sliders: the moment, and the two ends of the window.
//!
//! Native range inputs over the drawn axis. Their value is a place on the axis, so that the thumb
//! stands where the axis says.

use leptos::prelude::*;

use crate::domain::choice::Choice;
use crate::domain::date::Day;
use crate::domain::scale;
use crate::domain::words;
use crate::story::{date_words, index, labels};

#[component]
pub fn Sliders() -> impl IntoView {
    let initial = Choice::initial(index());
    let slider = |class: &'static str, name: &'static str, day: Day| {
        view! {
            <input type="range" class=class aria-label=name min="0" max=scale::UNITS.to_string() step="1"
                value=scale::x(index().knots, day).to_string()
                aria-valuetext=day.month_label(&date_words()) />
        }
    };
    view! {
        {slider("in-from", labels::window_from(), initial.window.from)}
        {slider("in-to", labels::window_to(), initial.window.to)}
        {slider("in-moment", labels::moment(), initial.moment)}
        <p class="flag"><span></span></p>
        <p class="offer" hidden>
            <button type="button" class="plain" data-do="jump">{labels::read_passage()}</button>
        </p>
        <p class="small window-count">{words::window_count(index(), initial.filter(index()), initial.horizon())}</p>
    }
}
