//! Share, cite, embed: texts to copy, and the system's own sheet where there is one. The texts are
//! patterns that the page holds; opening the dialog fills in the addresses.

use leptos::html::{Dialog, Textarea};
use leptos::prelude::*;

use crate::domain::address::Shared;
use crate::page::clipboard;
use crate::reader::Reader;
use crate::story::{index, labels};

#[island]
pub fn Share() -> impl IntoView {
    let reader = Reader::here();
    let dialog = NodeRef::<Dialog>::new();
    let link = NodeRef::<Textarea>::new();
    let shared = RwSignal::new(None::<Shared>);
    let said = RwSignal::new(String::new());
    let has_sheet = RwSignal::new(false);
    let address =
        move || shared.with_untracked(|s| s.as_ref().map(|s| s.fill("{link}")).unwrap_or_default());
    let open = move |_| {
        let Some(dialog) = dialog.get_untracked().filter(|d| !d.open()) else {
            return;
        };
        let own = window().location().href().unwrap_or_default();
        let canonical = dialog.get_attribute("data-canonical");
        let choice = reader.choice_untracked().to_fragment(index());
        shared.set(Some(Shared::new(canonical, own, choice)));
        said.set(String::new());
        has_sheet.set(clipboard::has_sheet(&address()));
        // It is in the page and not open, so it can be shown.
        let _ = dialog.show_modal();
        dialog.set_scroll_top(0);
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let sheet = move |_| {
        let refused = move || {
            if let Some(link) = link.get_untracked() {
                link.select();
            }
            said.set(labels::copy_by_hand().to_owned());
        };
        clipboard::open_sheet(&address(), refused);
    };
    let field =
        move |what: What, name: &'static str, means: &'static str, node: NodeRef<Textarea>| {
            view! { <Field what=what name=name means=means node=node shared=shared said=said/> }
        };
    let is_public = move || shared.with(|s| s.as_ref().is_some_and(Shared::is_public));
    view! {
        <button type="button" class="only-js" on:click=open>{labels::share()}</button>
        <dialog class="drawer share" node_ref=dialog aria-label=labels::share_h() data-canonical=canonical()>
            <div class="top">
                <h2>{labels::share_h()}</h2>
                <button type="button" class="button" on:click=close>{labels::close()}</button>
            </div>
            <p class="said" role="status">{said}</p>
            {field(What::Link, labels::share_link(), labels::share_link_means(), link)}
            <p hidden=move || !has_sheet.get()>
                <button type="button" class="plain" on:click=sheet>{labels::share_by_system()}</button>
            </p>
            {field(What::Citation, labels::share_citation(), labels::share_citation_means(), NodeRef::new())}
            // A file on disk can be in nobody's frame.
            <section hidden=move || !is_public()>
                <h3>{labels::embed_h()}</h3>
                {field(What::Loader, labels::embed_loader(), labels::embed_loader_means(), NodeRef::new())}
                {field(What::Frame, labels::embed_fixed(), labels::embed_fixed_means(), NodeRef::new())}
                {field(What::Pym, labels::embed_pym(), labels::embed_pym_means(), NodeRef::new())}
            </section>
        </dialog>
    }
}

/// A text to copy.
#[derive(Debug, Clone, Copy)]
enum What {
    Link,
    Citation,
    Loader,
    Frame,
    Pym,
}

/// A text to copy, what it is, and what it is good for.
#[component]
fn Field(
    what: What,
    name: &'static str,
    means: &'static str,
    node: NodeRef<Textarea>,
    shared: RwSignal<Option<Shared>>,
    said: RwSignal<String>,
) -> impl IntoView {
    let value = move || {
        let pattern = node.get().and_then(|n| n.get_attribute("data-fill"));
        let shared = shared.get();
        shared.map_or_else(String::new, |s| s.fill(&pattern.unwrap_or_default()))
    };
    let copy = move |_| {
        let Some(field) = node.get_untracked() else {
            return;
        };
        said.set(match clipboard::copy(&field) {
            true => labels::copied().replace("{what}", name),
            false => labels::copy_by_hand().to_owned(),
        });
    };
    let rows = match what {
        What::Link => "2",
        _ => "4",
    };
    view! {
        <div class="text">
            <label><b>{name}</b> " " <span>{means}</span>
                <textarea readonly rows=rows spellcheck="false" node_ref=node data-fill=pattern(what) prop:value=value></textarea>
            </label>
            <button type="button" class="plain" on:click=copy>{labels::copy()} " " <span class="vh">{name}</span></button>
        </div>
    }
}

/// The text, with its addresses in braces: written into the page, so that it does not travel twice.
#[cfg(feature = "ssr")]
fn pattern(what: What) -> Option<String> {
    use crate::publish::embed;
    let title = crate::story::text().meta.title;
    Some(match what {
        What::Link => "{link}".to_owned(),
        What::Citation => citation(),
        What::Loader => embed::loader("{src}", "{folder}", title),
        What::Frame => embed::frame("{src}", title),
        What::Pym => embed::pym("{auto}", title),
    })
}

#[cfg(not(feature = "ssr"))]
fn pattern(_: What) -> Option<String> {
    None
}

/// The address under which the story lives, if it gives one.
#[cfg(feature = "ssr")]
fn canonical() -> Option<&'static str> {
    crate::story::text().meta.canonical
}

#[cfg(not(feature = "ssr"))]
fn canonical() -> Option<&'static str> {
    None
}

/// The story's data, as a reference list names them.
#[cfg(feature = "ssr")]
fn citation() -> String {
    let meta = &crate::story::text().meta;
    let what = labels::citation()
        .replace("{title}", meta.title)
        .replace("{date}", &meta.published.label(&crate::story::date_words()))
        .replace("{version}", meta.version)
        .replace("{url}", "{page}");
    match meta.author {
        Some(author) => format!("{author}. {what}"),
        None => what,
    }
}
