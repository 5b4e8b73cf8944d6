//! Short ways to the page's elements.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, EventTarget, HtmlElement, Window};

pub fn window() -> Window {
    leptos::prelude::window()
}

pub fn document() -> Document {
    leptos::prelude::document()
}

pub fn root() -> HtmlElement {
    document()
        .document_element()
        .and_then(|e| e.dyn_into().ok())
        .expect("an HTML page has a root")
}

pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Every element that matches, in document order. The selector is our own, so it is valid.
pub fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.item(i)?.dyn_into().ok())
        .collect()
}

pub fn first_in(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

/// The element an event came from, or the nearest one around it, that matches.
pub fn closest(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    target?
        .dyn_into::<Element>()
        .ok()?
        .closest(selector)
        .ok()
        .flatten()
}

pub fn set(element: &Element, name: &str, value: &str) {
    // Fails only for a name that is no attribute name; ours are.
    let _ = element.set_attribute(name, value);
}

pub fn set_if(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => set(element, name, value),
        None => {
            let _ = element.remove_attribute(name);
        }
    }
}

/// A copy of an element with all within it, without ids, which must stay unique.
pub fn copy(element: &Element) -> Option<Element> {
    let copy: Element = element.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let _ = copy.remove_attribute("id");
    if let Ok(inner) = copy.query_selector_all("[id]") {
        for i in 0..inner.length() {
            if let Some(inner) = inner.item(i).and_then(|n| n.dyn_into::<Element>().ok()) {
                let _ = inner.remove_attribute("id");
            }
        }
    }
    Some(copy)
}

pub fn clear(element: &Element) {
    while let Some(child) = element.first_child() {
        let _ = element.remove_child(&child);
    }
}

pub fn create(tag: &str, class: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}

/// Calls `then` on every such event of `target`, for as long as the page lives.
pub fn listen(
    target: &EventTarget,
    name: &'static str,
    mut then: impl FnMut(&web_sys::Event) + 'static,
) {
    gloo::events::EventListener::new_with_options(
        target,
        name,
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event| then(event),
    )
    .forget();
}
