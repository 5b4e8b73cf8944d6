//! In a host's page: whose page this is, and the way to it.

use leptos::prelude::*;

use crate::islands::FullPage;

#[component]
pub fn Guest() -> impl IntoView {
    view! { <footer class="guest"><b>"Sightlines"</b> <FullPage/></footer> }
}
