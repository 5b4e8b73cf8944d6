//! The page as HTML: the built shell with the whole story written into it.

use leptos::prelude::*;

use crate::embed::escape;
use crate::metadata;
use crate::story::{index, text, wire};
use crate::view::App;

/// Fills the shell that trunk has built; fails if the shell lacks a place to fill.
pub fn page(shell: &str) -> Result<String, String> {
    let meta = &text().meta;
    let direction = if meta.rtl { "rtl" } else { "ltr" };
    if shell.contains("id=\"asleep\"") {
        return Err("index.html has been filled before; build the site anew".to_owned());
    }
    let mut page = crate::styles::without_comments(shell);
    for (place, with) in [
        (
            "<html lang=\"en\">",
            format!(
                "<html lang=\"{}\" dir=\"{direction}\">",
                escape(meta.language)
            ),
        ),
        ("<title>Sightlines</title>", metadata::head(meta)),
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

/// The page's body; with it the index, which the program reads when it wakes, and what search engines
/// read, which need not stand before the first paint.
pub fn body() -> String {
    let page = Owner::new().with(|| view! { <App/> }.to_html());
    // Where Leptos would find its parts again; our program finds them by name, and each is a node.
    let page = page.replace("<!--<() />-->", "").replace("<!>", "");
    let index = wire::write(index());
    let data = metadata::json_ld(text());
    format!("{page}<script type=\"text/plain\" id=\"index\">{index}</script>{data}")
}
