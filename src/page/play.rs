//! Playing: the story moves on by itself, and stops at any touch.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;

use crate::reader::Reader;

/// How long a scene stays.
const STAY: Duration = Duration::from_secs(6);

/// Goes from scene to scene while the reader wants it, to the end.
pub fn follow(reader: Reader) {
    Effect::new(move |_| {
        if !reader.playing.get() {
            return;
        }
        let on = move || {
            if !reader.go_to_neighbour(true) {
                reader.playing.set(false);
            }
        };
        if let Ok(ticking) = set_interval_with_handle(on, STAY) {
            on_cleanup(move || ticking.clear());
        }
        for name in ["pointerdown", "wheel", "keydown", "touchstart"] {
            let touched = window_event_listener_untyped(name, move |_| reader.playing.set(false));
            on_cleanup(move || touched.remove());
        }
    });
}
