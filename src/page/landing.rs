//! Landing at a part of the page that the address or a link names. The browser goes there at once, and
//! what is laid out later moves the place away again: fonts, and parts that get their height only when
//! they come near. So the page goes there until it stays, or until the reader moves by himself.

use crate::effect::effect;
use std::cell::Cell;
use std::rc::Rc;

use leptos::ev;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FontFaceSetLoadStatus, MouseEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::frame;

/// So many frames the place has to stand still, and so many are waited for at most.
const STILL: u32 = 12;
const PATIENCE: u32 = 240;

/// Lands where the address leads when the page wakes, and where a link within the page leads.
pub fn follow() {
    effect(move || {
        let fragment = window().location().hash().unwrap_or_default();
        // In a host's page that would scroll the host.
        if !has_moved_on() && is_new_visit() && !frame::is_framed() {
            at(fragment.trim_start_matches('#'));
        }
        let clicks = window_event_listener(ev::click, |click| {
            if let Some(id) = followed(&click) {
                at(&id);
            }
        });
        on_cleanup(move || clicks.remove());
    });
}

/// Whether the reader has scrolled before the program was there, as the script in the head tells.
fn has_moved_on() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute("data-moved"))
}

/// Not a reload nor the way back: there the browser keeps the reader's place.
fn is_new_visit() -> bool {
    let entries = window()
        .performance()
        .map(|p| p.get_entries_by_type("navigation"));
    let kind = entries
        .and_then(|all| leptos::web_sys::js_sys::Reflect::get(&all.get(0), &"type".into()).ok());
    kind.and_then(|kind| kind.as_string())
        .is_none_or(|kind| kind == "navigate")
}

/// The part of the page to which a click leads that the browser follows.
fn followed(click: &MouseEvent) -> Option<String> {
    if click.default_prevented() || click.ctrl_key() || click.meta_key() || click.shift_key() {
        return None;
    }
    let from: Element = click.target()?.dyn_into().ok()?;
    let link = from.closest("a[href^='#']").ok()??;
    Some(
        link.get_attribute("href")?
            .trim_start_matches('#')
            .to_owned(),
    )
}

/// A place that is being landed at.
struct Landing {
    target: Element,
    listeners: Vec<WindowListenerHandle>,
    /// Whether the reader moves by himself.
    moved: Rc<Cell<bool>>,
    frames: u32,
    still: u32,
    top: f64,
}

fn at(id: &str) {
    let id = percent_encoding::percent_decode_str(id).decode_utf8_lossy();
    let Some(target) = document().get_element_by_id(&id) else {
        return;
    };
    let moved = Rc::new(Cell::new(false));
    let listeners = ["wheel", "touchstart", "pointerdown", "keydown"].map(|touch| {
        let moved = moved.clone();
        window_event_listener_untyped(touch, move |_| moved.set(true))
    });
    let landing = Landing {
        target,
        listeners: listeners.into(),
        moved,
        frames: 0,
        still: 0,
        top: f64::NAN,
    };
    landing.go_on();
}

impl Landing {
    fn go_on(mut self) {
        if self.moved.get() || self.frames >= PATIENCE || self.still >= STILL {
            self.listeners
                .into_iter()
                .for_each(WindowListenerHandle::remove);
            return;
        }
        request_animation_frame(move || {
            if !self.moved.get() {
                self.scroll();
            }
            self.go_on();
        });
    }

    fn scroll(&mut self) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        options.set_block(ScrollLogicalPosition::Start);
        self.target
            .scroll_into_view_with_scroll_into_view_options(&options);
        let top = self.target.get_bounding_client_rect().top();
        let is_still = (top - self.top).abs() < 1.0 && is_whole();
        self.still = if is_still { self.still + 1 } else { 0 };
        self.top = top;
        self.frames += 1;
    }
}

/// Whether nothing more is to come that has a height.
fn is_whole() -> bool {
    document().ready_state() == "complete"
        && document().fonts().status() == FontFaceSetLoadStatus::Loaded
}
