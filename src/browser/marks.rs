//! The timeline's marks: lights the current one, and lets each be picked.

use web_sys::Element;

use super::bind::watch_from;
use super::dom;
use crate::domain::known;
use crate::state::Reader;
use crate::story::index;

pub fn keep(r: Reader) {
    let marks: Vec<(Element, Vec<u16>)> = dom::all("#dock .mark")
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
    watch_from(None, move |before| {
        let now = r.event.get().map(|e| of_event[e as usize]);
        if *before != now {
            for (mark, on) in [(*before, false), (now, true)] {
                if let Some((mark, _)) = mark.and_then(|m| marks.get(m)) {
                    let _ = mark.class_list().toggle_with_force("is-now", on);
                }
            }
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

/// The first known event of a mark, or the one after the current: a count can be gone through by
/// clicking it again.
fn pick(r: Reader, events: &[u16]) {
    let current = r.peek().event;
    let horizon = r.peek().horizon();
    let known = |e: &&u16| known::event(index(), **e, horizon);
    let at = events.iter().position(|e| Some(*e) == current);
    let (before, after) = events.split_at(at.map_or(0, |i| i + 1));
    if let Some(event) = after.iter().chain(before).find(known) {
        r.playing.set(false);
        r.drift(|c| c.at_event(index(), *event));
        r.offer_jump();
    }
}
