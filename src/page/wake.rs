//! Wakes the islands that stand in the page. Leptos ships this walk only inside a server's script;
//! under trunk the program does it itself.

use leptos::prelude::*;
use leptos::web_sys::js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Wakes every island in reading order, the outer before the inner.
pub fn islands(exports: &JsValue) {
    let mut children = Vec::new();
    if let Some(body) = document().body() {
        walk(&body, exports, &mut children);
    }
}

/// `children` are the callbacks of the island children around, the nearest last: calling one gives
/// what is inside the context of the island around it.
fn walk(element: &Element, exports: &JsValue, children: &mut Vec<JsValue>) {
    let tag = element.tag_name();
    if tag.eq_ignore_ascii_case("leptos-island") {
        wake(element, exports, children.last());
    }
    let is_children = tag.eq_ignore_ascii_case("leptos-children");
    if is_children {
        let callback = Reflect::get(element, &"$$on_hydrate".into());
        children.push(callback.unwrap_or(JsValue::UNDEFINED));
    }
    let mut child = element.first_element_child();
    while let Some(element) = child {
        child = element.next_element_sibling();
        walk(&element, exports, children);
    }
    if is_children {
        children.pop();
    }
}

fn wake(island: &Element, exports: &JsValue, around: Option<&JsValue>) {
    let call = |function: Option<&Function>, with: &JsValue| {
        if let Some(Err(error)) = function.map(|f| f.call1(&JsValue::NULL, with)) {
            leptos::logging::error!("an island does not wake: {error:?}");
        }
    };
    call(around.and_then(|f| f.dyn_ref()), &JsValue::UNDEFINED);
    let name = island.get_attribute("data-component").unwrap_or_default();
    let wakes = Reflect::get(exports, &name.into()).unwrap_or(JsValue::UNDEFINED);
    call(wakes.dyn_ref(), island);
}
