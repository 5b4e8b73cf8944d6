//! The perspective toggles, and on a phone the event stepper beside them, under the thumb.

use leptos::prelude::*;

use super::glyph::{back, badge, forward, page_back, page_forward, step_button};
use crate::domain::words::SLOTS;
use crate::story::{index, labels};

#[component]
pub fn Eyes() -> impl IntoView {
    let buttons = (0..index().main).map(|slot| {
        let actor = &index().actors[slot];
        view! {
            <button type="button" class="eye" data-a=SLOTS[slot] data-do="eye" aria-pressed="false">
                {badge(slot, actor.letter)}
                <span class="long">{actor.name}</span>
                <span class="short">{actor.short}</span>
            </button>
        }
    });
    view! {
        <div class="see">
            {step_button("thumb-step", back())}
            {step_button("thumb-step", page_back())}
            <span class="lbl" id="see-l">{labels::see_it_as()}</span>
            {step_button("thumb-step", forward())}
            {step_button("thumb-step", page_forward())}
        </div>
        <div class="eyes" role="group" aria-labelledby="see-l">{buttons.collect_view()}</div>
        <button type="button" class="plain nobody" data-do="nobody" disabled>{labels::nobodys_side()}</button>
    }
}
