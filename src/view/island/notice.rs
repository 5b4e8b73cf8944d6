//! One quiet line: what could not be read of the link that opened the page.

use leptos::prelude::*;

use crate::state::reader;
use crate::story::labels;

#[island]
pub fn Notice() -> impl IntoView {
    let r = reader();
    let words = move || {
        let problems = r.link_problems.get();
        if problems.is_empty() {
            return String::new();
        }
        let keys: Vec<_> = problems.iter().map(|p| p.key.word()).collect();
        labels::LINK_BROKEN.replace("{keys}", &keys.join(", "))
    };
    view! {
        <div class="notice" role="status" hidden=move || r.link_problems.with(Vec::is_empty)>
            <p>{words}</p>
            <button type="button" class="plain" on:click=move |_| r.link_problems.set(Vec::new())>{labels::CLOSE}</button>
        </div>
    }
}
