//! The marks that tell actors and voices apart without colour.

use leptos::prelude::*;

use crate::story::model::Heard;

/// A slot's value in `data-a`, from which the style takes the actor's colour and line.
pub const SLOTS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];
const SHAPES: [&str; 6] = ["#s-1", "#s-2", "#s-3", "#s-4", "#s-5", "#s-6"];

/// An actor's shape with its letter. The actor's name stands beside it, so it is decoration.
pub fn badge(slot: usize, letter: &'static str) -> impl IntoView {
    view! {
        <span class="badge" data-a=SLOTS[slot] aria-hidden="true">
            <svg viewBox="0 0 22 22"><use href=SHAPES[slot]></use><text x="11" y="15">{letter}</text></svg>
        </span>
    }
}

/// The value of `data-heard` and the symbol drawn for it.
pub fn heard_word(heard: Heard) -> &'static str {
    match heard {
        Heard::Direct => "direct",
        Heard::Reported => "reported",
        Heard::Silent => "silent",
        Heard::Uninvolved => "uninvolved",
    }
}

/// A line of sight: whose eye, how heard, and whether it arrives.
#[cfg(feature = "ssr")]
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
