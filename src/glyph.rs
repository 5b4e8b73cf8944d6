//! The marks that tell actors and voices apart without colour: a badge for each actor, and how a
//! line of sight ends. Both sides use them; what they look like stands in the page once
//! (`components/symbols.rs`).

use leptos::prelude::*;

use crate::domain::stage::{Pt, translate};
use crate::story::model::Voice;
use crate::words::{how_mark, slot_mark};

/// An actor's shape with its letter. The actor's name stands beside it, so it is decoration.
pub fn badge(slot: usize) -> impl IntoView {
    view! {
        <svg class="badge" data-a=slot_mark(slot) aria-hidden="true">
            <use href=format!("#badge-{}", slot_mark(slot))></use>
        </svg>
    }
}

/// How an actor is heard, as a line that arrives, passes through somebody, or stops. Words stand
/// beside it.
pub fn how(voice: Voice) -> impl IntoView {
    view! {
        <svg class="how" aria-hidden="true"><use href=format!("#how-{}", how_mark(voice))></use></svg>
    }
}

/// An actor's badge within a drawing.
pub fn badge_at(slot: usize, at: Pt) -> impl IntoView {
    view! {
        <use href=format!("#badge-{}", slot_mark(slot)) x="-10" y="-10" width="20" height="20"
            transform=translate(at)></use>
    }
}
