//! The record.

use leptos::prelude::*;

#[component]
pub fn Record() -> impl IntoView {
    view! { <section class="record" id="record" tabindex="-1"></section> }
}
