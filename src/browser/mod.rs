//! The only home of web_sys, js_sys and gloo. One browser API per file; each writes the reader's
//! state or watches it, and decides nothing.

pub mod cites;
pub mod clipboard;
mod dom;
mod failure;
mod location;
mod marks;
pub mod page;
pub mod play;
mod root;
pub mod scroll;
pub mod slider;
mod wake;

use crate::state::reader;

/// Called once, when the program has been loaded into the page.
pub fn start() {
    failure::watch();
    leptos::mount::hydrate_islands();
    wake::when_bound(|| {
        let reader = reader();
        // The islands wake as the page was written; only then does the link change anything.
        wake::islands();
        location::restore(reader);
        root::keep(reader);
        page::keep(reader);
        marks::keep(reader);
        cites::listen(reader);
        scroll::keep(reader);
        location::keep(reader);
        root::awake();
    });
}
