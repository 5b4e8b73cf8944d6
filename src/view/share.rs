//! The share dialog: a link to what the reader sees, a citation, and code for other pages.
//!
//! Each text is written as a pattern in `data-fill`; the program fills in the addresses when it opens
//! the dialog (`domain/address.rs`).

use leptos::prelude::*;

use crate::embed;
use crate::story::{date_words, labels, text};

#[component]
pub fn Share() -> impl IntoView {
    let meta = &text().meta;
    view! {
        <dialog class="panel share" id="share" aria-labelledby="share-h" data-canonical=meta.canonical>
            <div class="panel-head">
                <h2 id="share-h">{labels::share_h()}</h2>
                <form method="dialog"><button class="plain">{labels::close()}</button></form>
            </div>
            <p class="said" role="status"></p>
            {part("link", labels::share_link(), "{link}".to_owned(), labels::share_link_means())}
            {part("cite", labels::share_citation(), citation(), labels::share_citation_means())}
            <div class="share-embed">
                {part("frame", labels::embed_fixed(), embed::frame("{src}", meta.title), labels::embed_fixed_means())}
                {part("loader", labels::embed_loader(), embed::loader("{src}", "{folder}", meta.title), labels::embed_loader_means())}
                {part("pym", labels::embed_pym(), embed::pym("{auto}", meta.title), labels::embed_pym_means())}
            </div>
        </dialog>
    }
}

/// The button that opens it.
pub fn share_button() -> impl IntoView {
    view! { <button type="button" class="plain" data-do="share">{labels::share()}</button> }
}

/// A text to copy, what it is, and what it is good for.
fn part(id: &str, name: &'static str, pattern: String, means: &'static str) -> AnyView {
    let (id, note) = (format!("share-{id}"), format!("share-{id}-means"));
    view! {
        <div class="share-part">
            <label for=id.clone()>{name}</label>
            <textarea id=id readonly rows="4" spellcheck="false" aria-describedby=note.clone() data-fill=pattern></textarea>
            <p class="small" id=note>{means}</p>
            <button type="button" data-do="copy">{labels::copy()} " " <span class="vh">{name}</span></button>
        </div>
    }
    .into_any()
}

/// The story's data, as a reference list names them.
fn citation() -> String {
    let meta = &text().meta;
    let what = labels::citation()
        .replace("{title}", meta.title)
        .replace("{date}", &meta.published.label(&date_words()))
        .replace("{version}", meta.version)
        .replace("{url}", "{page}");
    match meta.author {
        Some(author) => format!("{author}. {what}"),
        None => what,
    }
}
