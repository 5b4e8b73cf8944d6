//! The editor's notes: what is not from the articles, and says so.

use leptos::prelude::*;

use super::part::part;
use crate::components::text::inline;
use crate::domain::as_of::ALL;
use crate::story::model::Note;
use crate::story::{labels, text};

#[component]
pub fn Notes() -> impl IntoView {
    if text().notes.is_empty() {
        return ().into_any();
    }
    let items = text().notes.iter().map(note);
    let body = view! { <ul class="entries notes">{items.collect_view()}</ul> };
    // They look back on all the articles.
    part("notes", labels::notes(), labels::notes_about(), ALL, body)
}

fn note(note: &'static Note) -> AnyView {
    let paragraphs = note
        .text
        .iter()
        .map(|p| view! { <p class="said">{inline(p)}</p> });
    view! {
        <li id=format!("note-{}", note.id)>
            <h4>{note.title}</h4>
            <div>
                <p class="small outside">{labels::outside()}</p>
                {paragraphs.collect_view()}
            </div>
        </li>
    }
    .into_any()
}
