//! How large an element is on the screen, and where the land lies in it.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use crate::domain::stage::Camera;
use crate::effect::effect;

/// Keeps `size` at an element's size in px.
pub fn follow(element: NodeRef<Div>, size: RwSignal<(f32, f32)>) {
    effect(move || {
        let Some(element) = element.get() else { return };
        let watched = element.clone();
        let measure = move || {
            let (w, h) = (
                watched.client_width() as f32,
                watched.client_height() as f32,
            );
            if w > 0.0 && h > 0.0 && size.get_untracked() != (w, h) {
                size.set((w, h));
            }
        };
        measure();
        let callback = Closure::<dyn FnMut()>::new(measure);
        let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, callback));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
}

/// Moves the land under the marks: as properties, since the page's policy refuses inline styles.
pub fn place_land(element: &HtmlElement, camera: Camera) {
    let style = element.style();
    for (name, value) in [
        ("--x", format!("{:.1}px", camera.x)),
        ("--y", format!("{:.1}px", camera.y)),
        ("--scale", format!("{:.5}", camera.scale)),
    ] {
        // A custom property takes any value.
        let _ = style.set_property(name, &value);
    }
}
