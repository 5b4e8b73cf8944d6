//! Following a cite: the source panel, filled with copies of what the page holds.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom;
use crate::state::Reader;
use crate::story::labels;

/// A click on a cite opens the panel instead of leaving the passage.
pub fn listen(r: Reader) {
    dom::listen(&dom::document(), "click", move |event| {
        if dom::closest(event.target(), ".panel a").is_some() {
            r.cite.set(None);
            return;
        }
        let Some(cite) = dom::closest(event.target(), "a.cite") else {
            return;
        };
        // With a key held the reader wants a new tab or window.
        let mouse = event.dyn_ref::<web_sys::MouseEvent>();
        if mouse.is_some_and(|m| m.ctrl_key() || m.meta_key() || m.shift_key()) {
            return;
        }
        event.prevent_default();
        r.cite.set(cite.get_attribute("data-c"));
    });
}

pub fn keep_panel(
    r: Reader,
    dialog: NodeRef<leptos::html::Dialog>,
    body: NodeRef<leptos::html::Div>,
) {
    Effect::new(move |_| {
        let (Some(dialog), Some(body)) = (dialog.get(), body.get()) else {
            return;
        };
        match r.cite.get() {
            Some(keys) => {
                fill(&body, &keys);
                if !dialog.open() {
                    let _ = dialog.show_modal();
                    dialog.set_scroll_top(0);
                }
            }
            None => dialog.close(),
        }
    });
}

/// The article with the cited paragraphs lit, then every statement that rests on one of them.
fn fill(body: &Element, keys: &str) {
    dom::clear(body);
    let keys: Vec<&str> = keys.split(' ').collect();
    let number = keys[0].split('-').next().unwrap_or_default();
    let mut id = String::from("src-");
    id.push_str(number);
    let Some(article) = dom::by_id(&id) else {
        return;
    };
    for key in &keys {
        if let Some(row) = paragraph(key) {
            dom::set(&row, "data-cited", "");
        }
    }
    if let Some(copy) = dom::copy(&article) {
        let _ = copy.remove_attribute("aria-labelledby");
        let _ = body.append_child(&copy);
    }
    for key in &keys {
        if let Some(row) = paragraph(key) {
            let _ = row.remove_attribute("data-cited");
        }
    }
    for key in &keys {
        list_statements(body, key);
    }
}

fn paragraph(key: &str) -> Option<Element> {
    let mut id = String::from("src-");
    id.push_str(key);
    dom::by_id(&id)
}

fn list_statements(body: &Element, key: &str) {
    // Not the copies on the stage.
    let mut selector = String::from(":is(.steps, #positions) .cite[data-c~=\"");
    selector.push_str(key);
    selector.push_str("\"]");
    let (Some(heading), Some(list)) = (dom::create("h3", "uses-h"), dom::create("ul", "uses"))
    else {
        return;
    };
    let place = key.split_once('-').map_or(key, |(_, place)| place);
    heading.set_text_content(Some(&labels::PARAGRAPH_CARRIES.replace("{place}", place)));
    for cite in dom::all(&selector) {
        let Some(statement) = cite.closest(".st").ok().flatten() else {
            continue;
        };
        let (Some(item), Some(kind), Some(copy)) = (
            dom::create("li", ""),
            dom::create("span", "kind"),
            dom::copy(&statement),
        ) else {
            continue;
        };
        // The kind stands before it, and the cites would only lead back here.
        if let Ok(extra) = copy.query_selector_all(".cite, .kind") {
            for i in 0..extra.length() {
                if let Some(extra) = extra.item(i).and_then(|n| n.dyn_into::<Element>().ok()) {
                    extra.remove();
                }
            }
        }
        kind.set_text_content(statement.get_attribute("data-kind").as_deref());
        let _ = item.append_child(&kind);
        let _ = item.append_child(&copy);
        let _ = list.append_child(&item);
    }
    let _ = body.append_child(&heading);
    let _ = body.append_child(&list);
}
