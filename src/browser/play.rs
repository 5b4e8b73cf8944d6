//! Play: from event to event, on the stage only; the text stays where the reader is.

use std::cell::RefCell;

use gloo::timers::callback::Interval;

use super::bind::watch;
use crate::state::Reader;

/// How long each event stands.
const EACH_MS: u32 = 2_000;

pub fn keep(r: Reader) {
    let running = RefCell::new(None);
    watch(move || {
        let next = r
            .playing
            .get()
            .then(|| Interval::new(EACH_MS, move || advance(r)));
        // The old interval, if any, ends here.
        running.replace(next);
    });
}

fn advance(r: Reader) {
    if r.step_event(true) {
        r.offer_jump();
    } else {
        r.playing.set(false);
    }
}
