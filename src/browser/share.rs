//! The share dialog: its texts are patterns that the page holds; opening it fills in the addresses.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};

use super::{clipboard, dom};
use crate::domain::address::Shared;
use crate::state::Reader;
use crate::story::{index, labels};

pub fn open(r: Reader) {
    let Some(dialog) = dom::by_id("share").and_then(|d| d.dyn_into::<HtmlDialogElement>().ok())
    else {
        return;
    };
    let own = dom::window().location().href().unwrap_or_default();
    let canonical = dialog.get_attribute("data-canonical");
    let shared = Shared::new(canonical, own, r.peek().to_fragment(index()));
    for field in dom::all_in(&dialog, "[data-fill]") {
        let pattern = field.get_attribute("data-fill").unwrap_or_default();
        field.set_text_content(Some(&shared.fill(&pattern)));
    }
    // A file on disk can be in nobody's frame.
    for part in dom::all_in(&dialog, ".share-embed") {
        dom::set_if(&part, "hidden", (!shared.is_public()).then_some(""));
    }
    say("");
    let _ = dialog.show_modal();
    dialog.set_scroll_top(0);
}

/// Copies the field beside a button, which keeps the focus.
pub fn copy(button: &Element) {
    let part = button.closest(".share-part").ok().flatten();
    let field = part.and_then(|part| {
        let what = dom::first_in(&part, "label")?.text_content()?;
        let field = dom::first_in(&part, "textarea")?;
        Some((what, field.dyn_into::<HtmlTextAreaElement>().ok()?))
    });
    let Some((what, field)) = field else { return };
    if clipboard::copy(&field) {
        say(&labels::copied().replace("{what}", &what));
        if let Some(button) = button.dyn_ref::<HtmlElement>() {
            dom::focus_in_place(button);
        }
    } else {
        say(labels::copy_by_hand());
    }
}

fn say(words: &str) {
    for line in dom::all("#share [role=status]") {
        line.set_text_content(Some(words));
    }
}
