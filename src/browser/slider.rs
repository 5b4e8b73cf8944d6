//! A range input's events. The phrase for screen readers is set in the same task as the value:
//! a later one is read one move behind.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::dom;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Back,
    Forward,
    PageBack,
    PageForward,
    First,
    Last,
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Hands the place to `slide`, then writes the place, which may be held back, and the phrase that
/// `now` returns.
pub fn on_input(event: &Event, slide: impl FnOnce(i32), now: impl FnOnce() -> (String, String)) {
    let Some(input) = input(event) else { return };
    if let Ok(x) = input.value().parse() {
        slide(x);
    }
    let (place, phrase) = now();
    input.set_value(&place);
    dom::set(&input, "aria-valuetext", &phrase);
}

/// Hands the key to `step` and writes the place and the phrase that it returns.
pub fn on_key(event: &KeyboardEvent, step: impl FnOnce(Key) -> (String, String)) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let key = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => Key::Back,
        "ArrowRight" | "ArrowUp" => Key::Forward,
        "PageDown" => Key::PageBack,
        "PageUp" => Key::PageForward,
        "Home" => Key::First,
        "End" => Key::Last,
        _ => return,
    };
    event.prevent_default();
    let (place, phrase) = step(key);
    if let Some(input) = input(event) {
        input.set_value(&place);
        dom::set(&input, "aria-valuetext", &phrase);
    }
}
