//! The page as HTML: the built shell with the whole story written into it.

use leptos::prelude::*;

use crate::embed::escape;
use crate::metadata;
use crate::shell::take_apart;
use crate::story::{index, text, wire};
use crate::view::App;

/// Stands in the body where all styles but the opening's go.
const SECOND: &str = "<style id=\"second\"></style>";

/// Fills the shell that trunk has built; fails if the shell lacks a place to fill.
pub fn page(shell: &str) -> Result<String, String> {
    let meta = &text().meta;
    let direction = if meta.rtl { "rtl" } else { "ltr" };
    if shell.contains("id=\"asleep\"") {
        return Err("index.html has been filled before; build the site anew".to_owned());
    }
    let shell = take_apart(&crate::styles::tidy(shell))?;
    let body = body();
    if !body.contains(SECOND) {
        return Err("the page has no place for its styles: see view/app.rs".to_owned());
    }
    let body = body.replacen(SECOND, &shell.second, 1);
    let mut page = shell.first + &body + &shell.last;
    for (place, with) in [
        (
            "<html lang=\"en\">",
            format!(
                "<html lang=\"{}\" dir=\"{direction}\">",
                escape(meta.language)
            ),
        ),
        ("<title>Sightlines</title>", metadata::head(meta)),
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
