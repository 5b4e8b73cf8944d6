//! One quiet line: what could not be read of the link that opened the page.

use leptos::prelude::*;

use crate::story::labels;

#[component]
pub fn Notice() -> impl IntoView {
    view! {
        <div class="notice" role="status" id="notice" hidden>
            <p></p>
            <button type="button" class="plain" data-do="dismiss">{labels::close()}</button>
        </div>
    }
}
