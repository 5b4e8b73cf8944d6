//! The address: its fragment carries the whole choice.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;

use super::bind::watch_from;
use super::{compare, dom, frame, notice, scroll};
use crate::domain::choice::{Choice, Mode};
use crate::state::{Entry, Reader};
use crate::story::index;
use crate::story::model::StepIx;

/// Movements are written to the address when they have come to rest: browsers refuse an address
/// that changes with every frame.
const REST_MS: u32 = 300;

/// What is to be written at the next rest, and how deep in its passage the page is scrolled with it:
/// a decision changes the layout before it is written down.
struct Pending {
    _rest: Timeout,
    link: String,
    depth: f64,
}

thread_local! {
    static PENDING: RefCell<Option<Pending>> = const { RefCell::new(None) };
    /// How deep in which passage the page was scrolled the last time: measured when it scrolls, since
    /// in the midst of a change measuring has the page laid out.
    static DEPTH: Cell<(Option<StepIx>, f64)> = const { Cell::new((None, 0.0)) };
}

fn fragment() -> String {
    dom::window().location().hash().unwrap_or_default()
}

/// Takes over the choice that the address carries, before anything is shown.
pub fn restore(r: Reader) {
    let query = dom::window().location().search().unwrap_or_default();
    let parsed = Choice::from_link(&query, &fragment(), index());
    notice::say(&parsed.problems);
    r.drift(|_| parsed.choice);
    if frame::is_auto() {
        // The host's page, which is not ours to scroll.
        return;
    }
    match (parsed.choice.step, parsed.choice.pin) {
        (Some(step), _) => go_when_laid_out(r, step),
        // A link to a comparison, and to no passage.
        (None, Some(_)) => scroll::next_frame(|| {
            compare::show();
            again_with_fonts(Box::new(compare::show));
        }),
        (None, None) if parsed.is_anchor => go_to_anchor(),
        (None, None) => {}
    }
}

/// Waking changes what stands above the place that the browser has gone to, and not every engine
/// then keeps it where it is: goes there once more.
fn go_to_anchor() {
    let part = fragment().strip_prefix('#').and_then(dom::by_id);
    if let (Some(part), None) = (part, place_left()) {
        scroll::next_frame(move || {
            let go = move || {
                scroll::to_element(&part);
            };
            go();
            again_with_fonts(Box::new(go));
        });
    }
}

/// Goes to the step unless the browser has restored its own place there; after a reload to the very
/// place that was left.
fn go_when_laid_out(r: Reader, step: u16) {
    let wanted = r.peek();
    let left = place_left();
    let go = move || match left {
        Some(depth) => scroll::to_depth(Some(step), depth),
        None => scroll::to_step(step),
    };
    scroll::next_frame(move || {
        let is_there = match left {
            Some(depth) => (scroll::depth(Some(step)) - depth).abs() < 1.0,
            None => scroll::active(r) == Some(step),
        };
        if wanted.mode == Mode::Steps || !is_there {
            go();
            again_with_fonts(Box::new(go));
            // The jump itself must not move the stage away from what the link says.
            r.drift(|_| Choice {
                step: Some(step),
                ..wanted
            });
        }
    });
}

/// How deep in its passage this entry of the history was left, if it has been: see [`keep`].
fn place_left() -> Option<f64> {
    history().state().ok()?.as_f64()
}

/// Text set in another font is of another height: goes there again when the fonts have come,
/// unless the reader or the browser has scrolled since.
fn again_with_fonts(go: Box<dyn Fn()>) {
    let place = scroll::place();
    let Ok(ready) = dom::document().fonts().ready() else {
        return;
    };
    let then = Closure::once(move |_: JsValue| {
        if scroll::place() == place {
            go();
        }
    });
    let _ = ready.then(&then);
    then.forget();
}

/// Keeps the address up to date, and follows the back and forward buttons.
pub fn keep(r: Reader) {
    watch_from(false, move |was_there| {
        r.choice();
        if *was_there {
            // The host's back button leads back from the host's page.
            let entry = match frame::is_framed() {
                true => Entry::Replace,
                false => r.entry(),
            };
            write(r, entry);
        }
        true
    });
    // Not every browser restores the place in a page that is put together again, and not every
    // one lets a page that is being left write its place down: so it is written at each rest.
    dom::listen(&dom::window(), "scroll", move |_| {
        measure(r.peek().step);
        write(r, Entry::Replace);
    });
    dom::listen(&dom::window(), "popstate", move |_| {
        PENDING.take();
        let parsed = Choice::from_fragment(&fragment(), index());
        if parsed.is_anchor {
            return;
        }
        notice::say(&parsed.problems);
        r.drift(|_| parsed.choice);
        if let Some(step) = parsed.choice.step {
            go_when_laid_out(r, step);
        }
    });
}

fn write(r: Reader, entry: Entry) {
    let choice = r.peek();
    let (step, link) = (choice.step, choice.to_fragment(index()));
    if DEPTH.get().0 != step {
        measure(step);
    }
    let rested = PENDING.take();
    match entry {
        Entry::Push => {
            // What the reader came from keeps its latest place.
            if let Some(last) = rested {
                replace(&last.link, last.depth);
            }
            if address(&link) != fragment() {
                let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&address(&link)));
            }
        }
        Entry::Replace => {
            let rest = Timeout::new(REST_MS, || {
                if let Some(now) = PENDING.take() {
                    replace(&now.link, now.depth);
                }
            });
            PENDING.set(Some(Pending {
                _rest: rest,
                link,
                depth: DEPTH.get().1,
            }));
        }
    }
}

fn measure(step: Option<StepIx>) {
    DEPTH.set((step, scroll::depth(step)));
}

fn replace(link: &str, depth: f64) {
    let depth = JsValue::from_f64(depth);
    let set = |address: &str| history().replace_state_with_url(&depth, "", Some(address));
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
