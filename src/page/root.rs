//! The root element's attributes, which the style reads: a perspective is one attribute.

use leptos::prelude::*;
use leptos::tachys::dom::document;

use crate::effect::effect;
use crate::page::keep_place;
use crate::reader::Reader;
use crate::words::slot_mark;

/// Keeps the root's attributes in step with the choice.
pub fn follow(reader: Reader) {
    effect(move || set("data-p", Some(reader.perspective.get().ids())));
    effect(move || {
        let edition = reader.as_of.get().map(|n| n.to_string());
        keep_place::during(|| set("data-asof", edition));
    });
    // Once a scene is read, what the keys raised in the opening is gone.
    effect(move || set("data-at", reader.beat.get().map(|_| "story".to_owned())));
    effect(move || {
        set(
            "data-last",
            reader
                .last
                .get()
                .map(|slot| slot_mark(slot.into()).to_owned()),
        )
    });
    effect(move || set("data-mode", Some(reader.mode.get().word().to_owned())));
}

/// Says that the program answers now, also where it was believed to have failed.
pub fn set_ready() {
    set("data-js", Some(String::new()));
    set("data-ready", Some(String::new()));
}

/// What the root says, as the script in the head has found it out.
pub fn attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

pub fn set(name: &str, value: Option<String>) {
    let Some(root) = document().document_element() else {
        return;
    };
    let is_flag = matches!(name, "data-js" | "data-ready" | "data-sized");
    // The document's root takes every attribute.
    let _ = match value.filter(|value| is_flag || !value.is_empty()) {
        Some(value) => root.set_attribute(name, &value),
        None => root.remove_attribute(name),
    };
}
