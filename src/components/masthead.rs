//! The name of the page, and the ways into it.

use leptos::prelude::*;

use crate::story::labels;

#[component]
pub fn Masthead() -> impl IntoView {
    view! {
        <div class="masthead">
            <svg viewBox="0 0 28 20" aria-hidden="true">
                <path d="M0 1 17 8.4M0 10h17M0 19l17-7.4"></path>
                <circle cx="22" cy="10" r="5"></circle>
                <circle class="pupil" cx="22" cy="10" r="1.75"></circle>
            </svg>
            <b>"Sightlines"</b>
            <nav aria-label=labels::ways_in()>
                <a href="#story">{labels::scenes()}</a>
                <a href="#record">{labels::the_record()}</a>
            </nav>
        </div>
    }
}
