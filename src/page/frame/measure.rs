//! Looks at the frame and the page in it, and tells the host what it should know of their sizes.

use leptos::prelude::*;
use leptos::web_sys::js_sys::Date;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ResizeObserver;

use super::{Framed, mail};
use crate::domain::frame::Layout;
use crate::page::root;

/// Measures again whenever the page has another size.
pub fn follow(framed: Framed) {
    // Not at once: a layout that changes while it is observed is an error to the browser.
    let callback = Closure::<dyn Fn()>::new(move || framed.answer(0));
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
        return;
    };
    framed.page.with_value(|page| observer.observe(page));
    let kept = StoredValue::new_local((observer, callback));
    on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
}

/// Measures now; `again`, also tells the host what it knows.
pub fn measure(framed: Framed, again: bool) {
    let Framed {
        reader,
        state,
        page,
    } = framed;
    let window = window();
    let px = |length: Result<JsValue, JsValue>| {
        length.ok().and_then(|px| px.as_f64()).unwrap_or_default() as i32
    };
    let (width, height) = (px(window.inner_width()), px(window.inner_height()));
    let now = Date::now() as i64 as i32;
    let sized = state.try_update_value(|frame| {
        frame.sizing.framed(width, height, now);
        (frame.sizing.layout(), frame.sizing.obeys())
    });
    let Some((layout, obeys)) = sized else { return };
    if layout != reader.layout.get_untracked() {
        root::set("data-layout", Some(layout.word().to_owned()));
        reader.layout.set(layout);
    }
    // No scrollbar comes and goes with heights that depend on whether there is one.
    root::set("data-sized", obeys.then(String::new));
    let bottom = page.with_value(|page| page.get_bounding_client_rect().bottom());
    let bottom = bottom + window.scroll_y().unwrap_or_default();
    let told = state.try_update_value(|frame| {
        let told = frame.sizing.measured(bottom.ceil() as i32, now);
        let told = told.or_else(|| frame.sizing.told().filter(|_| again))?;
        let href = window.location().href().unwrap_or_default();
        frame.host.say_height(&href, width, told, &mut mail::say);
        Some(())
    });
    if told.flatten().is_some() && layout == Layout::Auto {
        mail::request_resize();
    }
}
