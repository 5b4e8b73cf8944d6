//! The program's beginning: takes over the index that the page carries, then wakes the islands.

use leptos::prelude::*;
use leptos::web_sys::js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::page::{root, wake};
use crate::story::{load_index, wire};

/// Called once, when the program has been loaded into the page.
pub fn start() {
    let index = document().get_element_by_id("index");
    let index = index.and_then(|i| i.text_content());
    let index = index.and_then(|text| wire::read(&text));
    if !index.is_some_and(load_index) {
        leptos::logging::error!("the index in the page is not whole or of another version");
        return;
    }
    leptos::mount::hydrate_islands();
    // Trunk says when the exports are there, by which islands are woken.
    let _ = window_event_listener_untyped("TrunkApplicationStarted", |_| {
        let exports = Reflect::get(&window(), &"wasmBindings".into());
        wake::islands(&exports.unwrap_or(JsValue::UNDEFINED));
        root::set_ready();
    });
}
