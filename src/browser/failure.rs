//! Should the program fail, the page goes back to what it was without it: the whole story, to be
//! read as an article, with a line that says what is missing.

use std::sync::Once;

use super::dom;

static WATCHED: Once = Once::new();

pub fn watch() {
    WATCHED.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            give_up(&panic.to_string());
        }));
    });
}

/// Leaves the page as it would be without the program.
pub fn give_up(why: &str) {
    web_sys::console::error_1(&why.into());
    let root = dom::root();
    for name in ["data-js", "data-p", "data-known", "data-awake"] {
        let _ = root.remove_attribute(name);
    }
    if let Some(line) = dom::by_id("asleep") {
        let _ = line.remove_attribute("hidden");
    }
}
