//! How the story is laid out for reading.

use leptos::prelude::*;

use crate::domain::choice::Mode;
use crate::story::labels;

#[component]
pub fn Modes() -> impl IntoView {
    let option = |mode: Mode, name: &'static str| {
        view! {
            <label>
                <input type="radio" name="mode" value=mode.word() checked=mode == Mode::Scroll />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="modes">
            <legend>{labels::READ_AS}</legend>
            {option(Mode::Scroll, labels::MODE_SCROLL)}
            {option(Mode::Steps, labels::MODE_STEPS)}
            {option(Mode::Article, labels::MODE_ARTICLE)}
        </fieldset>
    }
}
