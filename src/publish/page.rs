//! The page as HTML: the shell that trunk has built, with the whole story written into it.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::app::App;
use crate::story::{index, text, wire};

use super::embed::escape;
use super::{actor_style, metadata, styles};

/// Fills the shell; fails if it lacks a place to fill.
pub fn page(shell: &str) -> Result<String, String> {
    let meta = &text().meta;
    let direction = if meta.rtl { "rtl" } else { "ltr" };
    let routes = text().map.iter().flat_map(|map| map.routes);
    let routes = routes.map(|route| route.event);
    let style = actor_style::style(index().main, index().editions.len(), routes);
    let mut page = without_module_hint(&styles::tidy(shell));
    for (place, with) in [
        (
            "<html lang=\"en\">",
            format!(
                "<html lang=\"{}\" dir=\"{direction}\">",
                escape(meta.language)
            ),
        ),
        ("<title>Sightlines</title>", metadata::head(meta)),
        ("</head>", format!("<style>{style}</style></head>")),
        ("<body>", format!("<body>{}", body())),
    ] {
        if !page.contains(place) {
            return Err(format!(
                "the shell has no `{place}` to fill; was it changed?"
            ));
        }
        page = page.replacen(place, &with, 1);
    }
    Ok(page)
}

/// Without the link that asks for the program's script ahead: the script that fetches the program asks
/// for it in the same breath, and the link's checksum is of the script before its comments went.
fn without_module_hint(shell: &str) -> String {
    let mut out = String::with_capacity(shell.len());
    for (i, piece) in shell.split("<link ").enumerate() {
        match piece.split_once('>') {
            Some((tag, rest)) if i > 0 && tag.contains("\"modulepreload\"") => out.push_str(rest),
            _ if i > 0 => {
                out.push_str("<link ");
                out.push_str(piece);
            }
            _ => out.push_str(piece),
        }
    }
    out
}

/// The page's body; with it the index, which the program reads when it wakes, and what search engines
/// read. The comments that Leptos leaves are where the program finds its parts again.
pub fn body() -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let page = owner.with(|| view! { <App/> }.to_html());
    let index = wire::write(index());
    let data = metadata::json_ld(text());
    format!("{page}<script type=\"text/plain\" id=\"index\">{index}</script>{data}")
}
