//! The stage: the strip that stands for it on a phone, the lines of sight, and the event's card.

use web_sys::Element;

use super::bind::{attribute, text, watch};
use super::{dom, page};
use crate::domain::words;
use crate::state::Reader;
use crate::story::index;

pub fn keep(r: Reader) {
    for title in dom::all("#bar .strip-say b") {
        text(title, move || {
            r.horizon.get();
            r.step.get().and_then(page::step_title).unwrap_or_default()
        });
    }
    for sight in dom::all_of(&["#bar .sight", "#stage .sight"]) {
        if let Some(slot) = dom::slot(&sight) {
            keep_sight(r, sight, slot.into());
        }
    }
    for drawing in dom::all("#stage .sights svg[role=img]") {
        attribute(drawing, "aria-label", move || {
            Some(words::sights(index(), r.event.get(), r.horizon.get()))
        });
    }
    if let Some(card) = dom::all("#stage .card").pop() {
        watch(move || {
            r.horizon.get();
            page::fill_card(&card, r.event.get(), r.step.get());
        });
    }
}

fn keep_sight(r: Reader, sight: Element, slot: usize) {
    let voice = move || words::voice(index(), r.event.get(), slot, r.horizon.get());
    if let Some(how) = dom::first_in(&sight, ".dist") {
        text(how, move || words::heard(voice()).to_owned());
    }
    if let Some(via) = dom::first_in(&sight, ".relay-n") {
        text(via, move || {
            r.horizon.get();
            r.event
                .get()
                .map(|event| page::through(event, slot))
                .unwrap_or_default()
        });
    }
    attribute(sight, "data-heard", move || {
        Some(words::heard_mark(voice()).to_owned())
    });
}
