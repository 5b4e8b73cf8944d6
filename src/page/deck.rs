//! Where cards stand behind each other, the one that a key has just raised is in sight.

use leptos::prelude::*;

use crate::effect::effect;
use crate::reader::Reader;

pub fn follow(reader: Reader) {
    effect(move || {
        reader.perspective.track();
        // The style puts that card first.
        if let Ok(Some(deck)) = document().query_selector("[data-now] .cards") {
            deck.set_scroll_left(0);
        }
    });
}
