//! Should the program fail, the page goes back to what it was without it: the whole story, to be
//! read as an article, with a line that says what is missing.

use std::sync::Once;

use super::dom;

static WATCHED: Once = Once::new();

pub fn watch() {
    WATCHED.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            web_sys::console::error_1(&panic.to_string().into());
            let root = dom::root();
            let _ = root.remove_attribute("data-js");
            let _ = root.remove_attribute("data-p");
            let _ = root.remove_attribute("data-awake");
            if let Some(line) = dom::by_id("asleep") {
                let _ = line.remove_attribute("hidden");
            }
        }));
    });
}
