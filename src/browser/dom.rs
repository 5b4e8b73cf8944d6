//! Short ways to the page's elements.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, HtmlElement, NodeList, Window};

use super::known;

pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

pub fn document() -> Document {
    window().document().expect("a window has a document")
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

/// Every element that matches, in document order. The selector is our own, so it is valid. It begins
/// with an id where it can: engines then look below that element only, and not through all passages.
pub fn all(selector: &str) -> Vec<Element> {
    listed(document().query_selector_all(selector))
}

/// Every element that matches one of the selectors, each of which begins with an id.
pub fn all_of(selectors: &[&str]) -> Vec<Element> {
    selectors
        .iter()
        .flat_map(|selector| all(selector))
        .collect()
}

/// Every element within another that matches.
pub fn all_in(element: &Element, selector: &str) -> Vec<Element> {
    listed(element.query_selector_all(selector))
}

fn listed(found: Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(list) = found else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.item(i)?.dyn_into().ok())
        .collect()
}

/// The controls around the story that do a deed; see `actions`.
pub fn doing(deed: &str) -> Vec<Element> {
    let mut out = Vec::new();
    for place in ["#bar", "#stage", "#dock", "#pager"] {
        let mut selector = String::from(place);
        selector.push_str(" [data-do=");
        selector.push_str(deed);
        selector.push(']');
        out.append(&mut all(&selector));
    }
    out
}

/// The main actor that an element is about.
pub fn slot(element: &Element) -> Option<u8> {
    let slot: u8 = element.get_attribute("data-a")?.parse().ok()?;
    slot.checked_sub(1)
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

/// Sets an attribute that is another; what is already so is left alone.
pub fn put(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() != value {
        set_if(element, name, value);
    }
}

/// Sets a text that is another.
pub fn put_text(element: &Element, value: &str) {
    if element.text_content().as_deref() != Some(value) {
        element.set_text_content(Some(value));
    }
}

/// Whether the click that an event is asks for a new tab or window.
pub fn leaves(event: &web_sys::Event) -> bool {
    let mouse = event.dyn_ref::<web_sys::MouseEvent>();
    mouse.is_some_and(|m| m.ctrl_key() || m.meta_key() || m.shift_key())
}

pub fn set_if(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => set(element, name, value),
        None => {
            let _ = element.remove_attribute(name);
        }
    }
}

/// A copy of an element with all within it that is not later than the moment (see `known`), without
/// ids, which must stay unique. None of an element that is later itself.
pub fn copy(element: &Element) -> Option<Element> {
    if known::is_later(element) {
        return None;
    }
    let copy: Element = element.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let _ = copy.remove_attribute("id");
    for later in all_in(&copy, "[data-later]") {
        later.remove();
    }
    for inner in all_in(&copy, "[id]") {
        let _ = inner.remove_attribute("id");
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
    then: impl FnMut(&web_sys::Event) + 'static,
) {
    listen_boxed(target, name, Box::new(then));
}

fn listen_boxed(
    target: &EventTarget,
    name: &'static str,
    mut then: Box<dyn FnMut(&web_sys::Event)>,
) {
    gloo::events::EventListener::new_with_options(
        target,
        name,
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event| then(event),
    )
    .forget();
}

/// Calls `then` when the element is of another size, for as long as the page lives.
pub fn on_resize(element: &Element, then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then);
    if let Ok(observer) = web_sys::ResizeObserver::new(then.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    then.forget();
}

/// Gives the focus to an element and leaves the page where it is scrolled.
pub fn focus_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
