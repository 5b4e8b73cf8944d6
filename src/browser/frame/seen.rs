//! Which part of a frame that never scrolls the reader sees. The browser tells an observer that is
//! set anew in each frame, in every engine and without the host's help; a host may tell it, too.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry};

use super::super::{dom, scroll};
use super::is_auto;
use crate::domain::choice::Mode;
use crate::domain::frame::{View, glide};
use crate::state::Reader;

/// Where nothing has moved for so many frames, only every eighth is looked at.
const REST: u32 = 40;

thread_local! {
    static SEEN: Cell<Option<View>> = const { Cell::new(None) };
    /// What the observer saw last.
    static OBSERVED: Cell<Option<View>> = const { Cell::new(None) };
    /// Frames since it changed.
    static STILL: Cell<u32> = const { Cell::new(0) };
    static OBSERVES: Cell<bool> = const { Cell::new(false) };
    /// How far the strip and the stage have been moved along.
    static MOVED: [Cell<i32>; 2] = const { [Cell::new(0), Cell::new(0)] };
    static FRAME: RefCell<Option<Closure<dyn FnMut()>>> = const { RefCell::new(None) };
}

/// The part that the reader sees, in a frame that never scrolls.
pub fn seen() -> Option<View> {
    SEEN.get().filter(|_| is_auto())
}

/// Begins to look, if the layout wants it and nobody does so yet.
pub fn keep(r: Reader) {
    if !is_auto() || OBSERVES.replace(true) {
        return;
    }
    let Some(page) = dom::by_id("page") else {
        return;
    };
    let then = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let latest: IntersectionObserverEntry = entries.pop().unchecked_into();
        let part = latest.intersection_rect();
        let view = View {
            top: part.top() as i32,
            height: part.height() as i32,
        };
        if OBSERVED.replace(Some(view)) != Some(view) {
            STILL.set(0);
            told(r, view);
        }
    });
    let observer = IntersectionObserver::new(then.as_ref().unchecked_ref());
    then.forget();
    let Ok(observer) = observer else { return };
    let look = Closure::<dyn FnMut()>::new(move || {
        let still = STILL.get().wrapping_add(1);
        STILL.set(still);
        if still < REST || still.is_multiple_of(8) {
            observer.unobserve(&page);
            observer.observe(&page);
        }
        if is_auto() {
            ask_frame();
        } else {
            OBSERVES.set(false);
        }
    });
    FRAME.set(Some(look));
    ask_frame();
}

/// One closure for all frames: nothing is left behind by any of them.
fn ask_frame() {
    FRAME.with_borrow(|look| {
        if let Some(look) = look {
            let _ = dom::window().request_animation_frame(look.as_ref().unchecked_ref());
        }
    });
}

/// The reader sees this part now.
pub fn told(r: Reader, view: View) {
    if !is_auto() || view.height <= 0 || SEEN.replace(Some(view)) == Some(view) {
        return;
    }
    for dialog in dom::all("dialog") {
        put_px(&dialog, "--seen", view.top);
        put_px(&dialog, "--seen-h", view.height);
    }
    scroll::follow(r);
}

/// Moves along what should stay in sight: the strip, or where there is none, the stage.
pub fn place_followers(r: Reader) {
    let Some(view) = seen() else { return };
    let scrolls = r.peek().mode == Mode::Scroll;
    let end = dom::by_id("story").map_or(0, |s| s.get_bounding_client_rect().bottom() as i32);
    let mut free = scrolls;
    MOVED.with(|moved| {
        for (selector, moved) in ["#bar .strip", "#stage"].into_iter().zip(moved) {
            let Some(element) = dom::all(selector).pop() else {
                continue;
            };
            let area = element.get_bounding_client_rect();
            let (place, height) = (area.top() as i32 - moved.get(), area.height() as i32);
            let by = if free && height > 0 {
                free = false;
                glide(view, place, height, end)
            } else {
                0
            };
            if moved.replace(by) != by {
                put_px(&element, "--glide", by);
            }
        }
    });
}

fn put_px(element: &Element, name: &str, px: i32) {
    let mut value = px.to_string();
    value.push_str("px");
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, &value);
    }
}
