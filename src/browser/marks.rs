//! The timeline's marks: lights the current one, and lets each be picked.

use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use crate::state::Reader;
use crate::story::index;

pub fn keep(r: Reader) {
    let marks: Vec<(Element, Vec<u16>)> = dom::all(".mark")
        .into_iter()
        .map(|mark| {
            let events = events(&mark);
            (mark, events)
        })
        .collect();
    let mut of_event = vec![usize::MAX; index().events.len()];
    for (i, (_, events)) in marks.iter().enumerate() {
        for event in events {
            if let Some(place) = of_event.get_mut(*event as usize) {
                *place = i;
            }
        }
    }
    let marks = StoredValue::new_local(marks);
    Effect::new(move |before: Option<Option<usize>>| {
        let now = r.event.get().map(|e| of_event[e as usize]);
        let before = before.flatten();
        if before != now {
            marks.with_value(|marks| {
                for (mark, on) in [(before, false), (now, true)] {
                    if let Some((mark, _)) = mark.and_then(|m| marks.get(m)) {
                        let _ = mark.class_list().toggle_with_force("is-now", on);
                    }
                }
            });
        }
        now
    });
    if let Some(dock) = dom::by_id("dock") {
        dom::listen(&dock, "click", move |event| {
            let Some(mark) = dom::closest(event.target(), ".mark") else {
                return;
            };
            pick(r, &events(&mark));
        });
    }
}

fn events(mark: &Element) -> Vec<u16> {
    let list = mark.get_attribute("data-e").unwrap_or_default();
    list.split(' ').filter_map(|e| e.parse().ok()).collect()
}

/// The first event of a mark, or the one after the current: a count can be gone through by
/// clicking it again.
fn pick(r: Reader, events: &[u16]) {
    let current = r.peek().event;
    let at = events.iter().position(|e| Some(*e) == current);
    let next = at.map_or(0, |i| (i + 1) % events.len().max(1));
    if let Some(event) = events.get(next) {
        r.playing.set(false);
        r.drift(|c| c.at_event(index(), *event));
        r.offer_jump();
    }
}
