//! What the page already holds: the story's text is looked up and copied, never carried along.

use web_sys::Element;

use super::bind::watch_from;
use super::{dom, known, layout, scroll};
use crate::domain::words::SLOTS;
use crate::state::Reader;
use crate::story::index;
use crate::story::model::{EventIx, StepIx};

fn named(prefix: &str, id: &str, suffix: &str) -> Option<Element> {
    let mut full = String::from(prefix);
    full.push_str(id);
    full.push_str(suffix);
    dom::by_id(&full)
}

/// An event's record, or something in it.
fn of_event(event: EventIx, suffix: &str) -> Option<Element> {
    named("e-", index().events.get(event as usize)?.id, suffix)
}

fn of_step(step: StepIx, suffix: &str) -> Option<Element> {
    named("s-", index().steps.get(step as usize)?.id, suffix)
}

/// The text of a title, unless it is later than the moment.
fn title(element: Option<Element>) -> Option<String> {
    element.filter(|e| !known::is_later(e))?.text_content()
}

pub fn event_title(event: EventIx) -> Option<String> {
    title(of_event(event, "-t"))
}

/// The event's date as its record gives it.
pub fn event_date(event: EventIx) -> String {
    let date = || dom::first_in(&of_event(event, "")?, ".when > :first-child")?.text_content();
    date().unwrap_or_default()
}

/// The source that carries an actor's view of an event: its number, "1+" where there are several.
pub fn through(event: EventIx, slot: usize) -> String {
    let via = || {
        let record = of_event(event, "")?;
        let own = of_actor(".heard:not([data-later]) [data-via]", slot, "");
        dom::first_in(&record, &own)?.get_attribute("data-via")
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

/// What an event is to an actor: each reading with its row in the matrix.
pub fn readings(event: EventIx, slot: usize) -> Vec<(u8, Element)> {
    let mut out = Vec::new();
    let Some(record) = of_event(event, "") else {
        return out;
    };
    for reading in dom::all_in(
        &record,
        &of_actor(".reading", slot, " [data-row]:not([data-later])"),
    ) {
        let row = reading.get_attribute("data-row");
        if let Some(row) = row.and_then(|row| row.parse().ok()) {
            out.push((row, reading));
        }
    }
    out
}

/// A copy of an actor's line of sight to an event.
pub fn sight_line(event: EventIx, slot: usize) -> Option<Element> {
    let own = of_actor(".heard:not([data-later]) ", slot, " .sl");
    dom::copy(&dom::first_in(&of_event(event, "")?, &own)?)
}

/// A selector for what stands in an actor's own part of a record.
fn of_actor(around: &str, slot: usize, what: &str) -> String {
    let mut selector = String::from(around);
    selector.push_str("[data-a=\"");
    selector.push_str(SLOTS[slot]);
    selector.push_str("\"]");
    selector.push_str(what);
    selector
}

pub fn step_title(step: StepIx) -> Option<String> {
    title(of_step(step, "-t"))
}

/// The title of the chapter that a step is in.
pub fn chapter_title(step: StepIx) -> Option<String> {
    let chapter = of_step(step, "")?.closest(".chap").ok()??;
    title(dom::first_in(&chapter, "h2"))
}

/// The step that an element stands in, or the first one of a chapter.
pub fn step_of(element: &Element) -> Option<StepIx> {
    let around = element.closest(".step").ok()?;
    let step = around.or_else(|| dom::first_in(element, ".step"))?;
    let id = step.id();
    let id = id.strip_prefix("s-")?;
    let at = index().steps.iter().position(|s| s.id == id)?;
    Some(at as StepIx)
}

/// Lays a copy of an event's record into the card, as far as the card shows it; a passage without
/// an event shows its own date and title.
pub fn fill_card(card: &Element, event: Option<EventIx>, step: Option<StepIx>) {
    dom::clear(card);
    let shown = match event {
        Some(event) => of_event(event, ""),
        None => step.and_then(|step| of_step(step, "")),
    };
    let Some(record) = shown else { return };
    for part in [
        ":scope > .when",
        ":scope > h3, :scope > h4",
        ":scope > .pin",
        ":scope > .sum",
        ":scope > .heard:not([data-later])",
    ] {
        if let Some(copy) = dom::first_in(&record, part).and_then(|p| dom::copy(&p)) {
            let _ = card.append_child(&copy);
        }
    }
}

/// Marks the events that the window leaves out. Only those whose state changes are touched.
pub fn keep(r: Reader) {
    let events = index().events;
    watch_from(0..events.len(), move |before| {
        let now = r.filter.get().visible(events);
        if *before == now {
            return now;
        }
        let changed: Vec<_> = (before.start.min(now.start)..before.end.max(now.end))
            .filter(|event| before.contains(event) != now.contains(event))
            .filter_map(|event| Some((of_event(event as EventIx, "")?, now.contains(&event))))
            .collect();
        let apply = || {
            for (record, is_in) in &changed {
                dom::set_if(record, "data-out", (!is_in).then_some(""));
            }
        };
        // What is not laid out moves nothing.
        if changed
            .iter()
            .any(|(record, _)| layout::is_laid_out(record))
        {
            scroll::holding_place(&apply);
        } else {
            apply();
        }
        now
    });
}
