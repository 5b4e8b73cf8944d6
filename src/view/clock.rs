//! The moment in words, the event stepper, play and pause, and the switch between following the
//! text and holding a window.

use leptos::prelude::*;

use super::glyph::{back, forward, step_button};
use super::known;
use crate::domain::choice::Choice;
use crate::domain::words;
use crate::story::{date_words, index, labels};

#[component]
pub fn Clock() -> impl IntoView {
    let initial = Choice::initial(index());
    view! {
        <p class="now">{initial.moment.month_label(&date_words())}</p>
        <div class="row">
            {step_button("", back())}
            <button type="button" class="wide play" data-do="play">
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 2v12l9-6z"></path></svg>
                <span>{labels::play()}</span>
            </button>
            {step_button("", forward())}
        </div>
        <p class="small count">{words::event_count(index(), initial)}</p>
        <fieldset class="bind">
            <legend class="vh">{labels::timeline_binding()}</legend>
            <label>
                <input type="radio" name="bind" value="follow" checked />
                <span>{labels::follow_moment()}</span>
            </label>
            <label>
                <input type="radio" name="bind" value="hold" />
                <span>{labels::hold_window()}</span>
            </label>
        </fieldset>
        <known::Switch/>
    }
}
