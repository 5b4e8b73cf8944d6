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
            <legend>{labels::read_as()}</legend>
            {option(Mode::Scroll, labels::mode_scroll())}
            {option(Mode::Steps, labels::mode_steps())}
            {option(Mode::Article, labels::mode_article())}
        </fieldset>
    }
}
