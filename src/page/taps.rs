//! Taps from before the program answered: keys have been answered by the small script in the head,
//! any other tap is performed now.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::perspective::Perspective;
use crate::reader::Reader;

/// The perspective that the reader has set by then.
pub fn perspective() -> Perspective {
    let root = document().document_element();
    let slots = root.and_then(|root| root.get_attribute("data-p"));
    let mut out = Perspective::NEUTRAL;
    for slot in slots.unwrap_or_default().split(' ') {
        if let Ok(slot) = slot.parse::<u8>() {
            out = out.toggle(slot.wrapping_sub(1));
        }
    }
    out
}

/// Takes over what was tapped.
pub fn take_over(reader: Reader) {
    let tapped = perspective();
    if !tapped.is_neutral() {
        reader.update_replace(|choice| crate::domain::reader::Choice {
            perspective: tapped,
            ..choice
        });
    }
    let Ok(waiting) = document().query_selector("[data-tapped]") else {
        return;
    };
    if let Some(control) = waiting.and_then(|c| c.dyn_into::<HtmlElement>().ok()) {
        // It was put there by the script in the head.
        let _ = control.remove_attribute("data-tapped");
        control.click();
    }
}
