//! How the story is laid out for reading.

use leptos::prelude::*;

use crate::domain::choice::Mode;
use crate::state::reader;
use crate::story::labels;

#[island]
pub fn Modes() -> impl IntoView {
    let r = reader();
    let option = move |mode: Mode, name: &'static str| {
        // One passage at a time has no layout of its own yet and reads as the scroll does.
        let is_on = move |now| (now == Mode::Article) == (mode == Mode::Article);
        view! {
            <label>
                <input type="radio" name="mode" checked=mode == Mode::Scroll
                    prop:checked=move || is_on(r.mode.get())
                    on:change=move |_| r.decide(|c| c.with_mode(mode)) />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="modes">
            <legend>{labels::READ_AS}</legend>
            {option(Mode::Scroll, labels::MODE_SCROLL)}
            {option(Mode::Article, labels::MODE_ARTICLE)}
        </fieldset>
    }
}
