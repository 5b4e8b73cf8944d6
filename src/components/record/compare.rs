//! One event compared: what it was to each side, aspect by aspect. Which event that is changes, so the
//! program makes the table; without it there is no empty table but a line that says where the views
//! stand.

use leptos::prelude::*;

use super::part::part;
use crate::components::as_of::PAGE;
use crate::islands;
use crate::story::labels;

#[component]
pub fn Compare() -> impl IntoView {
    let body = view! {
        <islands::Compare>
            <p class="about">
                {labels::compare_elsewhere()} " " <a href="#by-scene">{labels::scene_by_scene()}</a>
            </p>
        </islands::Compare>
    };
    part("compare", labels::compare_toc(), "", PAGE, body)
}
