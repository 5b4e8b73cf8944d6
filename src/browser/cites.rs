//! The panel: the source that a cite leads to, or another part of the page, as a copy of what the
//! page holds.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

use super::dom;
use crate::story::labels;

/// A click on a cite opens the panel instead of leaving the passage; a click on a link in the panel
/// closes it. Whether the click was one on a cite.
pub fn follow(event: &Event) -> bool {
    if dom::closest(event.target(), ".panel a:not(.cite)").is_some() {
        if let Some(panel) = panel() {
            panel.close();
        }
        return false;
    }
    let Some(link) = dom::closest(event.target(), "a.cite, a[data-show]") else {
        return false;
    };
    if dom::leaves(event) {
        return false;
    }
    if let Some(panel) = panel() {
        event.prevent_default();
        open(&panel, &link);
    }
    true
}

fn panel() -> Option<HtmlDialogElement> {
    dom::by_id("panel")?.dyn_into().ok()
}

/// Opens the panel with the source that a cite names, or with a copy of the part of the page that
/// the link shows.
fn open(panel: &HtmlDialogElement, link: &Element) {
    let part = link
        .get_attribute("data-show")
        .and_then(|id| dom::by_id(&id));
    fill_panel(panel, link, part.as_ref());
}

/// Shows in the panel what a link leads to, where the page cannot go there.
pub fn show(link: &Element, part: &Element) {
    if let Some(panel) = panel() {
        fill_panel(&panel, link, Some(part));
    }
}

fn fill_panel(panel: &HtmlDialogElement, link: &Element, part: Option<&Element>) {
    let heading = dom::by_id("panel-h").and_then(|h| h.dyn_into::<HtmlElement>().ok());
    let (Some(body), Some(heading)) = (dom::first_in(panel, ".panel-body"), heading) else {
        return;
    };
    dom::clear(&body);
    if let Some(keys) = link.get_attribute("data-c") {
        heading.set_text_content(Some(labels::source()));
        fill(&body, &keys);
    } else {
        heading.set_text_content(link.text_content().as_deref());
        if let Some(copy) = part.and_then(dom::copy) {
            let _ = body.append_child(&copy);
        }
    }
    if panel.open() {
        // The cite that was followed is gone.
        let _ = heading.focus();
    } else {
        let _ = panel.show_modal();
    }
    panel.set_scroll_top(0);
}

/// The article with the cited paragraphs lit, then every statement that rests on one of them.
fn fill(body: &Element, keys: &str) {
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
    let mut selector = String::from(":is(.steps, #positions, #stakes) .cite[data-c~=\"");
    selector.push_str(key);
    selector.push_str("\"]");
    let (Some(heading), Some(list)) = (dom::create("h3", "uses-h"), dom::create("ul", "uses"))
    else {
        return;
    };
    let place = key.split_once('-').map_or(key, |(_, place)| place);
    heading.set_text_content(Some(&labels::paragraph_carries().replace("{place}", place)));
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
        for extra in dom::all_in(&copy, ".cite, .kind") {
            extra.remove();
        }
        kind.set_text_content(statement.get_attribute("data-kind").as_deref());
        let _ = item.append_child(&kind);
        let _ = item.append_child(&copy);
        let _ = list.append_child(&item);
    }
    let _ = body.append_child(&heading);
    let _ = body.append_child(&list);
}
