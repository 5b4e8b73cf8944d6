//! The marks that tell actors and voices apart without colour.

use leptos::prelude::*;

use crate::domain::words::SLOTS;
use crate::story::labels;
use crate::story::model::Heard;

const SHAPES: [&str; 6] = ["#s-1", "#s-2", "#s-3", "#s-4", "#s-5", "#s-6"];

/// An actor's shape with its letter. The actor's name stands beside it, so it is decoration.
pub fn badge(slot: usize, letter: &'static str) -> impl IntoView {
    view! {
        <span class="badge" data-a=SLOTS[slot] aria-hidden="true">
            <svg viewBox="0 0 22 22"><use href=SHAPES[slot]></use><text x="11" y="15">{letter}</text></svg>
        </span>
    }
}

/// A line of sight: whose eye, how heard, and whether it arrives.
pub fn sight_line(slot: usize, heard: Heard) -> impl IntoView {
    let voice = match heard {
        Heard::Direct => "#v-direct",
        Heard::Reported => "#v-reported",
        Heard::Silent | Heard::Uninvolved => "#v-silent",
    };
    view! {
        <svg class="sl" data-a=SLOTS[slot] viewBox="0 0 76 16" aria-hidden="true">
            <use href=SHAPES[slot] x="3" y="2" width="12" height="12"></use>
            <use href=voice></use>
        </svg>
    }
}

/// What a stepper's button does, its name, and the arrow drawn on it.
pub type StepButton = (&'static str, &'static str, &'static str);
pub const BACK: StepButton = ("back", labels::PREVIOUS_EVENT, "M11 2v12L3 8z");
pub const FORWARD: StepButton = ("forward", labels::NEXT_EVENT, "M5 2v12l8-6z");
pub const PAGE_BACK: StepButton = ("page-back", labels::PREVIOUS_PASSAGE, "M11 2v12L3 8z");
pub const PAGE_FORWARD: StepButton = ("page-forward", labels::NEXT_PASSAGE, "M5 2v12l8-6z");

/// A button to a neighbouring event or passage.
pub fn step_button(class: &'static str, (act, name, arrow): StepButton) -> impl IntoView {
    view! {
        <button type="button" class=class data-do=act aria-label=name>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d=arrow></path></svg>
        </button>
    }
}
