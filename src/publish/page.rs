//! The page as HTML: the shell that trunk has built, with the whole story written into it.

use std::cell::Cell;
use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use lol_html::html_content::ContentType::Html;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::app::App;
use crate::story::{index, text, wire};

use super::{actor_style, metadata, styles};

/// Fills the shell; fails if it lacks a place to fill.
pub fn page(shell: &str) -> Result<String, String> {
    let meta = &text().meta;
    let direction = if meta.rtl { "rtl" } else { "ltr" };
    let routes = text().map.iter().flat_map(|map| map.routes);
    let routes = routes.map(|route| route.event);
    let style = actor_style::style(index().main, index().editions.len(), routes);
    let places = Cell::new(0);
    let filled = || places.set(places.get() + 1);
    let settings = RewriteStrSettings {
        element_content_handlers: vec![
            element!("html", |html| {
                filled();
                html.set_attribute("lang", meta.language)?;
                html.set_attribute("dir", direction)?;
                Ok(())
            }),
            element!("title", |title| {
                filled();
                title.replace(&metadata::head(meta), Html);
                Ok(())
            }),
            element!("head", |head| {
                filled();
                head.append(&format!("<style>{style}</style>"), Html);
                Ok(())
            }),
            element!("body", |to| {
                filled();
                to.prepend(&body(), Html);
                Ok(())
            }),
            // The script that fetches the program asks for it in the same breath, and the link's checksum
            // is of the script before its comments went.
            element!("link[rel=modulepreload]", |link| {
                link.remove();
                Ok(())
            }),
            text!("style", styles::tidy()),
        ],
        ..RewriteStrSettings::default()
    };
    let page = rewrite_str(shell, settings).map_err(|error| format!("the shell: {error}"))?;
    match places.get() {
        4 => Ok(page),
        _ => Err("index.html lacks `html`, `head`, `title` or `body`; was it changed?".to_owned()),
    }
}

/// The page's body; with it the index, which the program reads when it wakes, and what search engines
/// read. The comments that Leptos leaves are where the program finds its parts again.
pub fn body() -> String {
    let page = written(|| view! { <App/> });
    let index = wire::write(index());
    let data = metadata::json_ld(text());
    let version = text().meta.version;
    format!(
        "{page}<script type=\"text/plain\" id=\"index\" data-version=\"{version}\">{index}</script>{data}"
    )
}

/// A part of the page as HTML, with what wakes its islands.
pub fn written<V: IntoView>(part: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| part().into_view().to_html())
}
