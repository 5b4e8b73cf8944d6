//! One passage at a time: turned by buttons, arrow keys and swipes. The passage comes from the choice
//! alone; scrolling changes nothing but what of it is in view.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use super::bind::{text, truth};
use super::{dom, page, scroll};
use crate::domain::choice::Mode;
use crate::domain::{swipe, words};
use crate::state::Reader;
use crate::story::index;

/// Controls that use the arrow keys, or a finger's way, themselves.
const OWN_USE: &str = "input, select, textarea, dialog, details, .dock, [tabindex]";

pub fn keep(r: Reader) {
    for (deed, forward) in [("page-back", false), ("page-forward", true)] {
        for button in dom::doing(deed) {
            truth(button, "aria-disabled", move || {
                r.choice().page(index(), forward).is_none()
            });
        }
    }
    for count in dom::all("#pager b") {
        text(count, move || {
            words::passage_count(index(), r.step.get(), r.horizon.get())
        });
    }
    for chapter in dom::all("#pager span") {
        text(chapter, move || {
            r.horizon.get();
            let step = r.step.get().unwrap_or(0);
            page::chapter_title(step).unwrap_or_default()
        });
    }
    dom::listen(&dom::document(), "keydown", move |event| {
        if let Some(forward) = arrow(event)
            && r.mode.peek() == Mode::Steps
        {
            event.prevent_default();
            turn(r, forward);
        }
    });
    dom::listen(&dom::document(), "pointerdown", |event| {
        let ours = dom::closest(event.target(), ".steps").is_some();
        DOWN.set(touch(event).filter(|_| ours));
    });
    dom::listen(&dom::document(), "pointerup", move |event| {
        let (Some(from), Some(to)) = (DOWN.take(), touch(event)) else {
            return;
        };
        if r.mode.peek() != Mode::Steps || selects() {
            return;
        }
        if let Some(forward) = swipe::turn(to.0 - from.0, to.1 - from.1, is_rtl()) {
            turn(r, forward);
        }
    });
}

thread_local! {
    /// Where a finger came down.
    static DOWN: Cell<Option<(i32, i32)>> = const { Cell::new(None) };
}

/// To the neighbouring passage, and to its beginning.
pub fn turn(r: Reader, forward: bool) {
    if let Some(there) = r.peek().page(index(), forward) {
        r.playing.set(false);
        r.offer.set(None);
        r.drift(|_| there);
        if let Some(step) = there.step {
            scroll::to_step(step);
        }
    }
}

/// A link within the page leads to something in a passage that is not shown: shows it, so that the
/// browser can go there.
pub fn reveal(r: Reader, link: &Element) {
    if r.mode.peek() != Mode::Steps {
        return;
    }
    let address = link.get_attribute("href").unwrap_or_default();
    let Some(target) = address.strip_prefix('#').and_then(dom::by_id) else {
        return;
    };
    if let Some(step) = page::step_of(&target) {
        r.drift(|c| c.at_step(index(), step));
    }
}

/// The way an arrow key turns, unless something else uses it.
fn arrow(event: &Event) -> Option<bool> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    if key.ctrl_key() || key.alt_key() || key.meta_key() || key.shift_key() {
        return None;
    }
    let right = match key.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return None,
    };
    let used = event.default_prevented() || dom::closest(event.target(), OWN_USE).is_some();
    (!used).then(|| right != is_rtl())
}

fn touch(event: &Event) -> Option<(i32, i32)> {
    let pointer: &PointerEvent = event.dyn_ref()?;
    let is_finger = pointer.is_primary() && pointer.pointer_type() != "mouse";
    is_finger.then(|| (pointer.client_x(), pointer.client_y()))
}

/// Whether the reader has marked some text: then a finger's way was meant for that.
fn selects() -> bool {
    let selection = dom::window().get_selection().ok().flatten();
    selection.is_some_and(|s| !s.is_collapsed())
}

fn is_rtl() -> bool {
    dom::root().get_attribute("dir").as_deref() == Some("rtl")
}
