//! Where one scene is shown at a time and nothing scrolls, a paragraph comes onto the stage when it is
//! pressed, or when the focus comes into it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::effect::effect;
use crate::reader::Reader;
use crate::story::index;
use crate::story::model::BeatIx;

pub fn follow(reader: Reader) {
    // There is no opening in front of the first scene.
    effect(move || {
        let is_one_scene = reader.layout.get().is_one_scene();
        if is_one_scene && reader.beat.get().is_none() && !index().beats.is_empty() {
            reader.update_replace(|choice| choice.at_beat(Some(0)));
        }
    });
    for name in ["click", "focusin"] {
        let listener = window_event_listener_untyped(name, move |event| {
            let beat = beat_of(&event).filter(|_| reader.layout.get_untracked().is_one_scene());
            if beat.is_some() && beat != reader.choice_untracked().beat {
                reader.update_replace(|choice| choice.at_beat(beat));
            }
        });
        on_cleanup(move || listener.remove());
    }
}

fn beat_of(event: &Event) -> Option<BeatIx> {
    let on: Element = event.target()?.dyn_into().ok()?;
    let beat = on.closest("[data-beat]").ok()??;
    beat.get_attribute("data-beat")?.parse().ok()
}
