//! Parts of the record elsewhere: the text stands in the page once, and copies of it are shown.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A copy of a part of the page, as it has been put somewhere.
pub struct Copied {
    /// The part's heading, as HTML; the copy is without it.
    pub title: String,
    /// What was asked for, where that is only a piece of what was copied.
    pub piece: Option<Element>,
}

/// Puts a copy of what holds an id into an element: the whole article or section around it, so that
/// it can be understood. The copy has no ids, so that each stays unique.
pub fn show_copy(of: &str, into: &Element) -> Option<Copied> {
    into.set_text_content(None);
    let asked = document().get_element_by_id(of)?;
    let whole = asked.closest("article, section").ok()?.unwrap_or(asked);
    let copy: Element = whole.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let heading = whole.get_attribute("aria-labelledby").unwrap_or_default();
    let mut title = String::new();
    let mut piece = None;
    for element in with_ids(&copy) {
        let id = element.id();
        // Elements take any attribute away.
        let _ = element.remove_attribute("id");
        if id == of && element != copy {
            piece = Some(element);
        } else if id == heading {
            title = element.inner_html();
            element.remove();
        }
    }
    if let Some(piece) = &piece {
        let _ = piece.set_attribute("data-asked", "");
        unfold_around(piece);
    }
    // What has just been copied can be put in.
    let _ = into.append_child(&copy);
    Some(Copied { title, piece })
}

/// An element and all within it that have an id.
fn with_ids(part: &Element) -> Vec<Element> {
    let mut out = vec![part.clone()];
    if let Ok(inside) = part.query_selector_all("[id]") {
        let all = (0..inside.length()).filter_map(|i| inside.item(i)?.dyn_into().ok());
        out.extend(all);
    }
    out
}

/// Opens what is folded around a piece.
fn unfold_around(piece: &Element) {
    let mut folded = piece.closest("details").ok().flatten();
    while let Some(details) = folded {
        // An element of this page takes the attribute.
        let _ = details.set_attribute("open", "");
        let above = details.parent_element();
        folded = above.and_then(|above| above.closest("details").ok().flatten());
    }
}
