//! A phone's view of the stage: where one is, folded to a strip that unfolds the rest.

use leptos::prelude::*;

use super::clock::moment_label;
use super::stage::voice;
use crate::state::reader;
use crate::story::{index, labels};
use crate::view::glyph::{SLOTS, heard_word};

#[island]
pub fn Strip() -> impl IntoView {
    let r = reader();
    let title = move || {
        #[cfg(feature = "hydrate")]
        return r
            .step
            .get()
            .and_then(|s| crate::browser::page::step_title(index().steps[s as usize].id))
            .unwrap_or_default();
        #[cfg(not(feature = "hydrate"))]
        String::new()
    };
    let eyes: Vec<_> = (0..index().main)
        .map(|slot| {
            view! {
                <g class="sight" data-a=SLOTS[slot] data-heard=move || heard_word(voice(r, slot))
                    transform=["translate(0 0)", "translate(0 18)", "translate(0 36)", "translate(0 54)", "translate(0 72)", "translate(0 90)"][slot]>
                    <path class="ray" d="M14 11H58"></path>
                    <path class="short" d="M14 11H28"></path>
                    <path class="stop" d="M29 5V17"></path>
                    <path class="relay" d="M38 5l6 6-6 6-6-6z"></path>
                    <use class="eye" href=["#s-1", "#s-2", "#s-3", "#s-4", "#s-5", "#s-6"][slot] x="3" y="6" width="10" height="10"></use>
                    <circle class="aim" cx="64" cy="11" r="5"></circle>
                </g>
            }
        })
        .collect();
    view! {
        <svg class="strip-sights" viewBox=["0 0 72 22", "0 0 72 22", "0 0 72 40", "0 0 72 58", "0 0 72 76", "0 0 72 94", "0 0 72 112"][index().main] aria-hidden="true">{eyes}</svg>
        <p class="strip-say">
            <span class="when">{move || moment_label(r.choice())}</span>
            <b>{title}</b>
        </p>
        <button type="button" class="unfold" aria-controls="stage dock"
            aria-label=labels::UNFOLD_STAGE
            aria-expanded=move || if r.sheet.get() { "true" } else { "false" }
            on:click=move |_| r.sheet.update(|s| *s = !*s)>
            <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 8l6 6 6-6"></path></svg>
        </button>
    }
}
