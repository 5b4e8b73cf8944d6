//! Wakes the islands: calls the export that each one's element names.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::dom;

/// Runs `then` once trunk's loader has bound the exports to the window, which is after `main`.
pub fn when_bound(then: impl FnOnce() + 'static) {
    let mut then = Some(then);
    dom::listen(&dom::window(), "TrunkApplicationStarted", move |_| {
        if let Some(then) = then.take() {
            then();
        }
    });
}

/// Our islands neither nest nor take props, so each can be woken by itself.
pub fn islands() {
    let Ok(exports) = Reflect::get(&dom::window(), &"wasmBindings".into()) else {
        return;
    };
    for element in dom::all("leptos-island") {
        let name = element.get_attribute("data-component").unwrap_or_default();
        let export = Reflect::get(&exports, &JsValue::from_str(&name));
        match export.ok().and_then(|e| e.dyn_into::<Function>().ok()) {
            Some(wake) => {
                let _ = wake.call1(&JsValue::NULL, &element);
            }
            None => {
                web_sys::console::error_2(&"no island in the program named".into(), &name.into())
            }
        }
    }
}
