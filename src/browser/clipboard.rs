//! Copying the page's address.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::dom;
use crate::state::Reader;
use crate::story::index;

/// How long "copied" stands.
const SAID_MS: u32 = 4_000;

pub fn copy_link(r: Reader, copied: RwSignal<bool>) {
    let location = dom::window().location();
    let mut link = location.href().unwrap_or_default();
    if let Some(hash) = link.find('#') {
        link.truncate(hash);
    }
    link.push('#');
    link.push_str(&r.peek().to_fragment(index()));
    copied.set(write(&link));
    Timeout::new(SAID_MS, move || copied.set(false)).forget();
}

/// Through a field and the old command: it needs no permission, so it also works in frames, where
/// the clipboard API is often refused.
fn write(text: &str) -> bool {
    let Some(field) =
        dom::create("input", "vh").and_then(|f| f.dyn_into::<HtmlInputElement>().ok())
    else {
        return false;
    };
    field.set_value(text);
    let document = dom::document();
    let focused = document.active_element();
    let Some(body) = document.body() else {
        return false;
    };
    let _ = body.append_child(&field);
    field.select();
    let done = document
        .dyn_ref::<web_sys::HtmlDocument>()
        .and_then(|d| d.exec_command("copy").ok())
        .unwrap_or(false);
    field.remove();
    if let Some(focused) = focused.and_then(|f| f.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    done
}
