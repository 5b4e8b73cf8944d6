//! The page as HTML: the built shell with the whole story written into it.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::story::text;
use crate::view::App;

/// Fills the shell that trunk has built; fails if the shell lacks a place to fill.
pub fn page(shell: &str) -> Result<String, String> {
    let meta = &text().meta;
    let direction = if meta.rtl { "rtl" } else { "ltr" };
    let mut head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">",
        escape(meta.title),
        escape(meta.dek)
    );
    if let Some(address) = meta.canonical {
        head += &format!("\n<link rel=\"canonical\" href=\"{}\">", escape(address));
    }
    if shell.contains("<leptos-island") {
        return Err("index.html has been filled before; build the site anew".to_owned());
    }
    let mut page = shell.to_owned();
    for (place, with) in [
        (
            "<html lang=\"en\">",
            format!(
                "<html lang=\"{}\" dir=\"{direction}\">",
                escape(meta.language)
            ),
        ),
        ("<title>Sightlines</title>", head),
        ("<body>", format!("<body>{}", body())),
    ] {
        if !page.contains(place) {
            return Err(format!(
                "index.html has no `{place}` to fill; was it changed?"
            ));
        }
        page = page.replacen(place, &with, 1);
    }
    Ok(page)
}

/// The page's body, islands marked for waking.
pub fn body() -> String {
    let context = SsrSharedContext::new_islands();
    let owner = Owner::new_root(Some(Arc::new(context)));
    owner.with(|| view! { <App/> }.to_html())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
