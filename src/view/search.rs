//! Search: a dialog whose results the program lists as the reader types.

use leptos::prelude::*;

use crate::story::labels;

#[component]
pub fn Search() -> impl IntoView {
    view! {
        <dialog class="panel search" id="search" aria-labelledby="search-h">
            <div class="panel-head">
                <h2 id="search-h">{labels::search_story()}</h2>
                <form method="dialog"><button class="plain">{labels::close()}</button></form>
            </div>
            <input type="search" aria-labelledby="search-h" autocomplete="off" spellcheck="false" enterkeyhint="search" />
            <p class="small" role="status">{labels::search_hint()}</p>
            <ol class="found"></ol>
        </dialog>
    }
}

/// The button that opens it.
pub fn search_button() -> impl IntoView {
    view! { <button type="button" class="plain" data-do="search" aria-keyshortcuts="/">{labels::search()}</button> }
}
