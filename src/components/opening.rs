//! What the page says first: the finding, and how to read a line of sight.

use leptos::prelude::*;

use super::as_of::PAGE;
use super::picture::OpeningPicture;
use super::text::{inline, running};
use super::voice::overall;
use crate::domain::minutes;
use crate::glyph::how;
use crate::islands::Keys;
use crate::story::model::Voice;
use crate::story::{index, labels, text};

#[component]
pub fn Opening() -> impl IntoView {
    let opening = text().opening.as_ref();
    let finding = opening.map(|o| view! { <p class="finding">{running(o.finding, PAGE)}</p> });
    let lead = opening.map(|o| view! { <p class="lead">{inline(o.lead)}</p> });
    let length = labels::length()
        .replace("{minutes}", &minutes::of_story(text()).to_string())
        .replace("{scenes}", &index().scenes.len().to_string());
    view! {
        <section class="opening" id="opening" aria-labelledby="opening-t">
            <div class="words">
                <h1 id="opening-t">{text().meta.title}</h1>
                {finding}
                {lead}
                <p class="start">
                    <a class="button" href="#story">
                        {labels::start()}
                        <svg viewBox="0 0 12 14" aria-hidden="true"><path d="M6 0v12M1 7l5 5 5-5"></path></svg>
                    </a>
                    <span>{length}</span>
                </p>
                <Legend/>
            </div>
            <div class="picture"><OpeningPicture/></div>
            {overall()}
            <Keys/>
        </section>
    }
}

/// How to read a line of sight.
#[component]
fn Legend() -> impl IntoView {
    let items = [
        (Voice::Direct, labels::own_words_long()),
        (Voice::Reported, labels::others_tell()),
        (Voice::Silent, labels::not_quoted()),
    ];
    let items = items.map(|(voice, words)| view! { <li>{how(voice)} {words}</li> });
    view! { <ul class="legend" aria-label=labels::how_to_read()>{items.collect_view()}</ul> }
}
