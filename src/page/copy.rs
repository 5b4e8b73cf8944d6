//! Parts of the record elsewhere: the text stands in the page once, and copies of it are shown.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Whether a part of the page, by its id, is a part of the record.
pub fn is_of_record(id: &str) -> bool {
    let to = document().get_element_by_id(id);
    let around = to.and_then(|to| to.parent_element());
    around.is_some_and(|around| {
        around
            .closest("#record")
            .is_ok_and(|record| record.is_some())
    })
}

/// Puts a copy of a part of the page into an element, without ids, so that each stays unique.
pub fn show_copy(of: &str, into: &Element) {
    into.set_inner_html("");
    let Some(part) = document().get_element_by_id(of) else {
        return;
    };
    let Ok(copy) = part.clone_node_with_deep(true) else {
        return;
    };
    if let Some(copy) = copy.dyn_ref::<Element>() {
        without_ids(copy);
    }
    // What has just been copied can be put in.
    let _ = into.append_child(&copy);
}

fn without_ids(part: &Element) {
    // Elements take any attribute away.
    let _ = part.remove_attribute("id");
    let Ok(inside) = part.query_selector_all("[id]") else {
        return;
    };
    for i in 0..inside.length() {
        if let Some(element) = inside.item(i).and_then(|n| n.dyn_into::<Element>().ok()) {
            let _ = element.remove_attribute("id");
        }
    }
}
