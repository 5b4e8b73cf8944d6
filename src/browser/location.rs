//! The address: its fragment carries the whole choice.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{dom, scroll};
use crate::domain::choice::Choice;
use crate::state::{Entry, Reader};
use crate::story::index;

/// Movements are written to the address when they have come to rest: browsers refuse an address
/// that changes with every frame.
const REST_MS: u32 = 300;

/// What is to be written at the next rest, and where the page is scrolled to with it: a decision
/// changes the layout before it is written down.
struct Pending {
    _rest: Timeout,
    link: String,
    place: f64,
}

thread_local! {
    static PENDING: RefCell<Option<Pending>> = const { RefCell::new(None) };
}

fn fragment() -> String {
    dom::window().location().hash().unwrap_or_default()
}

/// Takes over the choice that the address carries, before anything is shown.
pub fn restore(r: Reader) {
    let query = dom::window().location().search().unwrap_or_default();
    let parsed = Choice::from_link(&query, &fragment(), index());
    r.link_problems.set(parsed.problems);
    r.drift(|_| parsed.choice);
    if let Some(step) = parsed.choice.step {
        go_when_laid_out(r, step);
    }
}

/// Goes to the step unless the browser has restored its own place there; after a reload to the very
/// place that was left.
fn go_when_laid_out(r: Reader, step: u16) {
    let wanted = r.peek();
    let left = place_left();
    let go = move || match left {
        Some(place) => scroll::to_place(place),
        None => scroll::to_step(step),
    };
    request_animation_frame(move || {
        if scroll::active() != Some(step) {
            go();
            again_with_fonts(go);
            // The jump itself must not move the stage away from what the link says.
            r.drift(|_| Choice {
                step: Some(step),
                ..wanted
            });
        }
    });
}

/// Where this entry of the history was left, if it has been: see [`keep`].
fn place_left() -> Option<f64> {
    history().state().ok()?.as_f64()
}

/// Text set in another font is of another height: goes there again when the fonts have come,
/// unless the reader or the browser has scrolled since.
fn again_with_fonts(go: impl Fn() + 'static) {
    let place = scroll::place();
    let Ok(ready) = dom::document().fonts().ready() else {
        return;
    };
    leptos::task::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(ready).await;
        if scroll::place() == place {
            go();
        }
    });
}

/// Keeps the address up to date, and follows the back and forward buttons.
pub fn keep(r: Reader) {
    Effect::new(move |before: Option<()>| {
        let link = r.choice().to_fragment(index());
        if before.is_some() {
            write(r.entry(), link);
        }
    });
    // Not every browser restores the place in a page that is put together again, and not every
    // one lets a page that is being left write its place down: so it is written at each rest.
    dom::listen(&dom::window(), "scroll", move |_| {
        write(Entry::Replace, r.peek().to_fragment(index()));
    });
    dom::listen(&dom::window(), "popstate", move |_| {
        PENDING.take();
        let parsed = Choice::from_fragment(&fragment(), index());
        if parsed.is_anchor {
            return;
        }
        r.link_problems.set(parsed.problems);
        r.drift(|_| parsed.choice);
        if let Some(step) = parsed.choice.step {
            go_when_laid_out(r, step);
        }
    });
}

fn write(entry: Entry, link: String) {
    let rested = PENDING.take();
    match entry {
        Entry::Push => {
            // What the reader came from keeps its latest place.
            if let Some(last) = rested {
                replace(&last.link, last.place);
            }
            if address(&link) != fragment() {
                let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&address(&link)));
            }
        }
        Entry::Replace => {
            let rest = Timeout::new(REST_MS, || {
                if let Some(now) = PENDING.take() {
                    replace(&now.link, now.place);
                }
            });
            PENDING.set(Some(Pending {
                _rest: rest,
                link,
                place: scroll::place(),
            }));
        }
    }
}

fn replace(link: &str, place: f64) {
    let place = JsValue::from_f64(place);
    let set = |address: &str| history().replace_state_with_url(&place, "", Some(address));
    // A sandboxed frame may change the fragment only.
    if set(&address(link)).is_err() {
        let _ = set("#");
    }
}

/// A relative address; an empty choice is the page's own address without a fragment.
fn address(link: &str) -> String {
    if link.is_empty() {
        let location = dom::window().location();
        let mut own = location.pathname().unwrap_or_default();
        own.push_str(&location.search().unwrap_or_default());
        return own;
    }
    let mut address = String::from("#");
    address.push_str(link);
    address
}

fn history() -> web_sys::History {
    dom::window().history().expect("a window has a history")
}
