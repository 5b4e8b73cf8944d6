//! One passage at a time: the way to the next and the previous one. The style shows it in that mode
//! only.

use leptos::prelude::*;

use super::glyph::{page_back, page_forward, step_button};
use crate::domain::{known, words};
use crate::story::{index, labels, text};

#[component]
pub fn Pager() -> impl IntoView {
    let chapter = text().chapters.first().map_or("", |c| c.title);
    view! {
        <nav class="pager" id="pager" aria-label=labels::passages()>
            {step_button("", page_back())}
            <p role="status">
                <b>{words::passage_count(index(), None, known::ALL)}</b> " " <span>{chapter}</span>
            </p>
            {step_button("", page_forward())}
        </nav>
    }
}
