//! The bar, the clock and the timeline's words say what the choice is.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::bind::{attribute, checked, flag, text, truth};
use super::{dom, page};
use crate::domain::words;
use crate::state::Reader;
use crate::story::{index, labels};

pub fn keep(r: Reader) {
    for eye in dom::all("#bar .eye") {
        if let Some(slot) = dom::slot(&eye) {
            truth(eye, "aria-pressed", move || r.perspective.get().has(slot));
        }
    }
    for nobody in dom::all("#bar .nobody") {
        flag(nobody, "disabled", move || r.perspective.get().is_neutral());
    }
    for now in dom::all_of(&["#dock .now", "#bar .strip .when"]) {
        text(now, move || moment(r));
    }
    for (deed, forward) in [("back", false), ("forward", true)] {
        for button in dom::doing(deed) {
            truth(button, "aria-disabled", move || {
                r.choice().neighbour(index(), forward).is_none()
            });
        }
    }
    for part in dom::all("#dock .play path") {
        attribute(part, "d", move || {
            let drawn = if r.playing.get() {
                "M3 2h4v12H3zM9 2h4v12H9z"
            } else {
                "M4 2v12l9-6z"
            };
            Some(drawn.to_owned())
        });
    }
    for name in dom::all("#dock .play span") {
        text(name, move || {
            let name = if r.playing.get() {
                labels::pause()
            } else {
                labels::play()
            };
            name.to_owned()
        });
    }
    for count in dom::all("#dock .count") {
        text(count, move || words::event_count(index(), r.choice()));
    }
    for count in dom::all("#dock .window-count") {
        text(count, move || {
            words::window_count(index(), r.filter.get(), r.horizon.get())
        });
    }
    for unfold in dom::doing("unfold") {
        truth(unfold, "aria-expanded", move || r.sheet.get());
    }
    for offer in dom::all("#dock .offer") {
        flag(offer, "hidden", move || r.offer.get().is_none());
    }
    for radio in dom::all_of(&["#bar [name=mode]", "#dock [name=bind]"]) {
        let Ok(radio) = radio.dyn_into::<HtmlInputElement>() else {
            continue;
        };
        let value = radio.value();
        checked(radio, move || match value.as_str() {
            "hold" => r.hold.get(),
            "follow" => !r.hold.get(),
            mode => r.mode.get().word() == mode,
        });
    }
}

/// The moment in words, tracked.
pub fn moment(r: Reader) -> String {
    words::moment(index(), r.choice(), &page::event_date)
}
