//! The perspective toggles, and on a phone the event stepper beside them, under the thumb.

use leptos::prelude::*;

use super::clock::step_event;
use crate::state::reader;
use crate::story::{index, labels};
use crate::view::glyph::{SLOTS, badge};

#[island]
pub fn Eyes() -> impl IntoView {
    let r = reader();
    let buttons = (0..index().main).map(|slot| {
        let actor = &index().actors[slot];
        view! {
            <button
                type="button"
                class="eye"
                data-a=SLOTS[slot]
                aria-pressed=move || if r.perspective.get().has(slot as u8) { "true" } else { "false" }
                on:click=move |_| r.decide(|c| c.toggle(slot as u8))
            >
                {badge(slot, actor.letter)}
                <span class="long">{actor.name}</span>
                <span class="short">{actor.short}</span>
            </button>
        }
    });
    view! {
        <div class="see">
            <button type="button" class="thumb-step" aria-label=labels::PREVIOUS_EVENT on:click=move |_| step_event(r, false)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M11 2v12L3 8z"></path></svg>
            </button>
            <span class="lbl" id="see-l">{labels::SEE_IT_AS}</span>
            <button type="button" class="thumb-step" aria-label=labels::NEXT_EVENT on:click=move |_| step_event(r, true)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 2v12l8-6z"></path></svg>
            </button>
        </div>
        <div class="eyes" role="group" aria-labelledby="see-l">{buttons.collect::<Vec<_>>()}</div>
        <button
            type="button"
            class="plain nobody"
            disabled=move || r.perspective.get().is_neutral()
            on:click=move |_| r.decide(|c| c.neutral())
        >
            {labels::NOBODYS_SIDE}
        </button>
    }
}
