//! As known then: from which day on each part of the page can be known, written where it stands,
//! and the switch that hides what is later than the moment.
//!
//! `data-k` is the day (as a number) from which on a part can be known; `data-u` the day from which
//! on it no longer holds. A part says nothing where what is around it says as much. What has been
//! overtaken by the end of the story is hidden (`data-later`) from the beginning.

use leptos::prelude::*;

use crate::domain::date::Day;
use crate::domain::known::is_offered;
use crate::story::{index, labels, text};

/// Around what nothing hides.
pub const PAGE: Day = Day(i32::MIN);

/// The value of `data-k` for a part known from `known` on, inside one known from `around` on.
pub fn from(known: Day, around: Day) -> Option<String> {
    (known > around).then(|| known.0.to_string())
}

/// When the page was written: what looks back over all of the story is known from then on.
pub fn hindsight() -> Option<String> {
    from(text().meta.published.start, PAGE)
}

/// The switch itself, where there is anything to switch.
#[component]
pub fn Switch() -> impl IntoView {
    is_offered(index()).then(|| {
        view! {
            <label class="then-switch">
                <input type="checkbox" name="known" />
                <span>{labels::known_switch()}</span>
            </label>
        }
    })
}

/// What is out and what is not, above the story. The day stands apart, so that a slider dragged over
/// days on which nothing comes out announces nothing.
#[component]
pub fn Banner() -> impl IntoView {
    is_offered(index()).then(|| {
        view! {
            <div class="then" id="then" hidden>
                <p><b></b> " " <span role="status"></span></p>
                <button type="button" class="plain" data-do="next-article"></button>
                <button type="button" class="plain" data-do="known-leave">{labels::known_leave()}</button>
            </div>
        }
    })
}
