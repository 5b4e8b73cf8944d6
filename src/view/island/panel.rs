//! The source panel: which article a cite leads to, and what of it the story uses there.
//!
//! A native dialog, so that Escape closes it and the focus returns to the cite. Its content is a
//! copy of the page's own list of sources.

use leptos::prelude::*;

use crate::state::reader;
use crate::story::labels;

#[island]
pub fn Panel() -> impl IntoView {
    let r = reader();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let body = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    crate::browser::cites::keep_panel(r, dialog, body);
    view! {
        <dialog class="panel" aria-labelledby="panel-h" node_ref=dialog on:close=move |_| r.cite.set(None)>
            <div class="panel-head">
                <h2 id="panel-h">{labels::SOURCE}</h2>
                <form method="dialog"><button class="plain">{labels::CLOSE}</button></form>
            </div>
            <div class="panel-body" node_ref=body></div>
        </dialog>
    }
}
