//! The address: its fragment carries the choice.

use gloo::timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;

use crate::domain::choice::Choice;
use crate::effect::effect_after;
use crate::page::frame;
use crate::reader::{Entry, Reader};
use crate::story::index;

/// Movements are written to the address when they have come to rest: browsers refuse an address
/// that changes with every frame. In ms.
const REST: u32 = 300;

/// Takes over the choice that the address carries, writes each later one there, and follows back and
/// forward.
pub fn follow(reader: Reader) {
    effect_after(move |woken: Option<()>| {
        if woken.is_none() {
            read(reader);
            let back = window_event_listener(ev::popstate, move |_| read(reader));
            on_cleanup(move || back.remove());
        }
    });
    // What is dropped no longer runs.
    let mut waiting: Option<Timeout> = None;
    effect_after(move |before: Option<String>| {
        let link = reader.choice().to_fragment(index());
        if before.as_ref().is_some_and(|before| *before != link) {
            drop(waiting.take());
            // The host's back button leads back from the host's page.
            let entry = match frame::is_framed() {
                true => Entry::Replace,
                false => reader.entry.get_value(),
            };
            match entry {
                Entry::Push => write(Entry::Push, &link),
                Entry::Replace => {
                    let link = link.clone();
                    let later = move || write(Entry::Replace, &link);
                    waiting = Some(Timeout::new(REST, later));
                }
            }
        }
        link
    });
}

/// Applies what the address says; a fragment that names a part of the page is left to the browser.
fn read(reader: Reader) {
    let location = window().location();
    let query = location.search().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let parsed = Choice::from_link(&query, &fragment, index());
    if parsed.is_anchor {
        return;
    }
    reader.update_replace(|_| parsed.choice);
    reader.problems.set(parsed.problems);
    if parsed.choice.beat.is_some() {
        reader.scroll_to(parsed.choice.beat);
    }
}

fn write(entry: Entry, link: &str) {
    let location = window().location();
    let now = location.hash().unwrap_or_default();
    if now.trim_start_matches('#') == link {
        return;
    }
    let Ok(history) = window().history() else {
        return;
    };
    // Without a fragment the address is the page's own, so that no lone `#` is left.
    let address = match link {
        "" => location.pathname().unwrap_or_default() + &location.search().unwrap_or_default(),
        link => format!("#{link}"),
    };
    let nothing = wasm_bindgen::JsValue::NULL;
    let written = match entry {
        Entry::Push => history.push_state_with_url(&nothing, "", Some(&address)),
        Entry::Replace => history.replace_state_with_url(&nothing, "", Some(&address)),
    };
    if written.is_err() {
        // A sandbox may allow a fragment only, or nothing; the page works without.
        let _ = history.replace_state_with_url(&nothing, "", Some("#"));
    }
}
