//! Copying a field's text.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::dom;

/// Copies all of a field, which is left selected. By the old command: it needs no permission, so it
/// also works in frames, where the clipboard API is often refused. Whether it was done.
pub fn copy(field: &HtmlTextAreaElement) -> bool {
    dom::focus_in_place(field);
    field.select();
    dom::document()
        .dyn_ref::<HtmlDocument>()
        .and_then(|d| d.exec_command("copy").ok())
        .unwrap_or(false)
}
