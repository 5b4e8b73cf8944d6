//! Play: from event to event, on the stage only; the text stays where the reader is.

use gloo::timers::callback::Interval;
use leptos::prelude::*;

use crate::state::Reader;

/// How long each event stands.
const EACH_MS: u32 = 2_000;

pub fn keep_playing(r: Reader) {
    Effect::new(move |running: Option<Option<Interval>>| {
        // The old interval, if any, ends here.
        drop(running);
        r.playing
            .get()
            .then(|| Interval::new(EACH_MS, move || advance(r)))
    });
}

fn advance(r: Reader) {
    if r.step_event(true) {
        r.offer_jump();
    } else {
        r.playing.set(false);
    }
}
