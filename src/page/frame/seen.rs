//! Which part of a frame that never scrolls the reader sees: the browser tells an observer that is set
//! anew, in every engine and without the host's help. What opens over the page opens there.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use leptos::web_sys::js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry};

use super::Framed;
use crate::domain::frame::Layout;
use crate::effect::effect;

/// How often is looked: a reader who scrolls and then presses takes longer.
const LOOK: Duration = Duration::from_millis(200);

/// The top and the height of what is seen, in px from the frame's top.
pub type Seen = StoredValue<(f64, f64), LocalStorage>;

/// Keeps the answer up to date while the page is as high as its content, also for the style.
pub fn follow(framed: Framed) -> Seen {
    let seen: Seen = StoredValue::new_local((0.0, 0.0));
    effect(move || {
        if framed.reader.layout.get() != Layout::Auto {
            return;
        }
        let told = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let latest: IntersectionObserverEntry = entries.pop().unchecked_into();
            let part = latest.intersection_rect();
            let now = (part.top().floor(), part.height().floor());
            if now.1 > 0.0 && seen.get_value() != now {
                seen.set_value(now);
                tell_style(now);
            }
        });
        let Ok(observer) = IntersectionObserver::new(told.as_ref().unchecked_ref()) else {
            return;
        };
        let kept = StoredValue::new_local((observer, told));
        let look = move || {
            kept.with_value(|(observer, _)| {
                observer.disconnect();
                framed.page.with_value(|page| observer.observe(page));
            });
        };
        look();
        let ticking = set_interval_with_handle(look, LOOK).ok();
        on_cleanup(move || {
            if let Some(ticking) = ticking {
                ticking.clear();
            }
            kept.with_value(|(observer, _)| observer.disconnect());
        });
    });
    seen
}

fn tell_style((top, height): (f64, f64)) {
    let root = document().document_element();
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    for (name, px) in [("--seen", top), ("--seen-h", height)] {
        let mut value = (px as i32).to_string();
        value.push_str("px");
        // A custom property takes any value.
        let _ = root.style().set_property(name, &value);
    }
}
