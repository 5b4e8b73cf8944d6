//! The source panel: which article a cite leads to, and what of it the story uses there.
//!
//! A native dialog, so that Escape closes it and the focus returns to the cite. Its content is a
//! copy of the page's own list of sources, made when a cite is followed.

use leptos::prelude::*;

use crate::story::labels;

#[component]
pub fn Panel() -> impl IntoView {
    view! {
        <dialog class="panel" id="panel" aria-labelledby="panel-h">
            <div class="panel-head">
                <h2 id="panel-h" tabindex="-1">{labels::source()}</h2>
                <form method="dialog"><button class="plain">{labels::close()}</button></form>
            </div>
            <div class="panel-body"></div>
        </dialog>
    }
}
