//! What the page already holds: the story's text is looked up and copied, never carried along.

use leptos::prelude::*;
use web_sys::Element;

use super::{dom, scroll};
use crate::state::Reader;
use crate::story::index;

fn named(prefix: &str, id: &str, suffix: &str) -> Option<Element> {
    let mut full = String::from(prefix);
    full.push_str(id);
    full.push_str(suffix);
    dom::by_id(&full)
}

pub fn event_title(id: &str) -> Option<String> {
    named("e-", id, "-t")?.text_content()
}

/// The event's date as its record gives it.
pub fn event_date(id: &str) -> Option<String> {
    dom::first_in(&named("e-", id, "")?, ".when > :first-child")?.text_content()
}

/// The source that carries an actor's view of an event: its number, "1+" where there are several.
pub fn through(id: &str, slot: &str) -> String {
    let via = || {
        let record = named("e-", id, "")?;
        let mut selector = String::from(".heard [data-via][data-a=\"");
        selector.push_str(slot);
        selector.push_str("\"]");
        dom::first_in(&record, &selector)?.get_attribute("data-via")
    };
    let via = via().unwrap_or_default();
    match via.split_once(',') {
        Some((first, _)) => {
            let mut first = String::from(first);
            first.push('+');
            first
        }
        None => via,
    }
}

pub fn step_title(id: &str) -> Option<String> {
    named("s-", id, "-t")?.text_content()
}

/// Lays a copy of the current event's record into the card, as far as the card shows it.
pub fn keep_card(r: Reader, card: NodeRef<leptos::html::Div>) {
    Effect::new(move |_| {
        let Some(card) = card.get() else { return };
        dom::clear(&card);
        // A passage without an event shows its own date and title.
        let shown = match (r.event.get(), r.step.get()) {
            (Some(event), _) => named("e-", index().events[event as usize].id, ""),
            (None, Some(step)) => named("s-", index().steps[step as usize].id, ""),
            (None, None) => None,
        };
        let Some(record) = shown else { return };
        for part in [
            ":scope > .when",
            ":scope > h3, :scope > h4",
            ":scope > .sum",
            ":scope > .heard",
        ] {
            if let Some(copy) = dom::first_in(&record, part).and_then(|p| dom::copy(&p)) {
                let _ = card.append_child(&copy);
            }
        }
    });
}

/// Marks the events that the window leaves out. Only those whose state changes are touched.
pub fn keep(r: Reader) {
    Effect::new(move |before: Option<std::ops::Range<usize>>| {
        let events = index().events;
        let now = r.filter.get().visible(events);
        let before = before.unwrap_or(0..events.len());
        if before == now {
            return now;
        }
        let changed = before.start.min(now.start)..before.end.max(now.end);
        scroll::holding_place(|| {
            for i in changed {
                let (was, is) = (before.contains(&i), now.contains(&i));
                if was != is
                    && let Some(record) = named("e-", events[i].id, "")
                {
                    dom::set_if(&record, "data-out", (!is).then_some(""));
                }
            }
        });
        now
    });
}
