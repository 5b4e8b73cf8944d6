//! The share dialog: a link to what the reader sees, a citation, and code for other pages.
//!
//! Each text is written as a pattern in `data-fill`; the program fills in the addresses when it opens
//! the dialog (`domain/address.rs`).

use leptos::prelude::*;

use crate::embed;
use crate::story::{DATE_WORDS, labels, text};

#[component]
pub fn Share() -> impl IntoView {
    let meta = &text().meta;
    view! {
        <dialog class="panel share" id="share" aria-labelledby="share-h" data-canonical=meta.canonical>
            <div class="panel-head">
                <h2 id="share-h">{labels::SHARE_H}</h2>
                <form method="dialog"><button class="plain">{labels::CLOSE}</button></form>
            </div>
            <p class="said" role="status"></p>
            {part("link", labels::SHARE_LINK, "{link}".to_owned(), labels::SHARE_LINK_MEANS)}
            {part("cite", labels::SHARE_CITATION, citation(), labels::SHARE_CITATION_MEANS)}
            <div class="share-embed">
                {part("frame", labels::EMBED_FIXED, embed::frame("{src}", meta.title), labels::EMBED_FIXED_MEANS)}
                {part("loader", labels::EMBED_LOADER, embed::loader("{src}", "{folder}", meta.title), labels::EMBED_LOADER_MEANS)}
                {part("pym", labels::EMBED_PYM, embed::pym("{auto}", meta.title), labels::EMBED_PYM_MEANS)}
            </div>
        </dialog>
    }
}

/// The button that opens it.
pub fn share_button() -> impl IntoView {
    view! { <button type="button" class="plain" data-do="share">{labels::SHARE}</button> }
}

/// A text to copy, what it is, and what it is good for.
fn part(id: &str, name: &'static str, pattern: String, means: &'static str) -> AnyView {
    let (id, note) = (format!("share-{id}"), format!("share-{id}-means"));
    view! {
        <div class="share-part">
            <label for=id.clone()>{name}</label>
            <textarea id=id readonly rows="4" spellcheck="false" aria-describedby=note.clone() data-fill=pattern></textarea>
            <p class="small" id=note>{means}</p>
            <button type="button" data-do="copy">{labels::COPY} " " <span class="vh">{name}</span></button>
        </div>
    }
    .into_any()
}

/// The story's data, as a reference list names them.
fn citation() -> String {
    let meta = &text().meta;
    let what = labels::CITATION
        .replace("{title}", meta.title)
        .replace("{date}", &meta.published.label(&DATE_WORDS))
        .replace("{version}", meta.version)
        .replace("{url}", "{page}");
    match meta.author {
        Some(author) => format!("{author}. {what}"),
        None => what,
    }
}
