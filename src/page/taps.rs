//! Taps from before the program answered: keys have been answered by the small script in the head,
//! any other tap is performed now.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::choice::Choice;
use crate::effect::effect;
use crate::reader::Reader;
use crate::story::model::ActorIx;

/// Takes over what was tapped, on top of what the link says.
pub fn take_over(reader: Reader) {
    effect(move || {
        let pressed = slots("data-p");
        reader.update_replace(|choice| pressed.into_iter().fold(choice, Choice::toggle));
        reader.last.set(slots("data-last").pop());
        let Ok(waiting) = document().query_selector("[data-tapped]") else {
            return;
        };
        if let Some(control) = waiting.and_then(|c| c.dyn_into::<HtmlElement>().ok()) {
            // It was put there by the script in the head.
            let _ = control.remove_attribute("data-tapped");
            control.click();
        }
    });
}

/// The actors that an attribute of the root names: those whose keys have been pressed by now.
fn slots(attribute: &str) -> Vec<ActorIx> {
    let root = document().document_element();
    let slots = root.and_then(|root| root.get_attribute(attribute));
    let slots = slots.unwrap_or_default();
    let slots = slots.split(' ').filter_map(|slot| slot.parse::<u8>().ok());
    slots.filter_map(|slot| slot.checked_sub(1)).collect()
}
