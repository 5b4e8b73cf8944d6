//! A link to what the reader sees.

use leptos::prelude::*;

use crate::story::labels;

#[island]
pub fn CopyLink() -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        #[cfg(feature = "hydrate")]
        crate::browser::clipboard::copy_link(crate::state::reader(), copied);
    };
    view! {
        <button type="button" class="plain" on:click=copy>{labels::COPY_LINK}</button>
        <span class="copied" role="status">{move || if copied.get() { labels::LINK_COPIED } else { "" }}</span>
    }
}
