//! Playing: the story moves on by itself, and stops at any touch.

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::effect::effect;
use crate::reader::Reader;

/// How long a scene stays, in ms.
const STAY: u32 = 6_000;

/// Goes from scene to scene while the reader wants it, to the end.
pub fn follow(reader: Reader) {
    effect(move || {
        if !reader.playing.get() {
            return;
        }
        let on = move || {
            if !reader.go_to_neighbour(true) {
                reader.playing.set(false);
            }
        };
        // It ticks until it is dropped, with what this effect owns.
        StoredValue::new_local(Interval::new(STAY, on));
        for name in ["pointerdown", "wheel", "keydown", "touchstart"] {
            let touched = window_event_listener_untyped(name, move |touch| {
                if !is_of_button(&touch) {
                    reader.playing.set(false);
                }
            });
            on_cleanup(move || touched.remove());
        }
    });
}

/// Whether a touch is one of the button that plays, which stops by itself: if it had been stopped
/// before, the button would play again.
fn is_of_button(touch: &Event) -> bool {
    let on = touch.target().and_then(|on| on.dyn_into::<Element>().ok());
    let on = on.and_then(|on| on.closest(".timeline .play").ok().flatten());
    let key = touch.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    on.is_some() && key.is_none_or(|key| matches!(key.as_str(), "Enter" | " "))
}
