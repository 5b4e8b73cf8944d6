//! The marks that tell actors and voices apart without colour.

use leptos::prelude::*;

use crate::domain::words::{self, SLOTS};
use crate::story::labels;
use crate::story::model::Heard;

/// An actor's shape with its letter. The actor's name stands beside it, so it is decoration.
pub fn badge(slot: usize, letter: &'static str) -> impl IntoView {
    view! { <i class="badge" data-a=SLOTS[slot] aria-hidden="true">{letter}</i> }
}

/// A line of sight: whose eye, how heard, and whether it arrives. Drawn by the style, one element: a
/// long story has thousands.
pub fn sight_line(slot: usize, heard: Heard) -> impl IntoView {
    let heard = match heard {
        Heard::Uninvolved => Heard::Silent,
        heard => heard,
    };
    view! { <i class="sl" data-a=SLOTS[slot] data-heard=words::heard_mark(heard)></i> }
}

/// What a stepper's button does, its name, and the arrow drawn on it.
pub type StepButton = (&'static str, &'static str, &'static str);
pub fn back() -> StepButton {
    ("back", labels::previous_event(), "M11 2v12L3 8z")
}

pub fn forward() -> StepButton {
    ("forward", labels::next_event(), "M5 2v12l8-6z")
}

pub fn page_back() -> StepButton {
    ("page-back", labels::previous_passage(), "M11 2v12L3 8z")
}

pub fn page_forward() -> StepButton {
    ("page-forward", labels::next_passage(), "M5 2v12l8-6z")
}

/// A button to a neighbouring event or passage.
pub fn step_button(class: &'static str, (act, name, arrow): StepButton) -> impl IntoView {
    view! {
        <button type="button" class=class data-do=act aria-label=name>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d=arrow></path></svg>
        </button>
    }
}
