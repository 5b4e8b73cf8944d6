//! The compared event: the register's slider, and the matrix, filled with copies of what stands
//! beside the event in the story.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::bind::{attribute, flag, text, watch};
use super::{dom, frame, page, scroll};
use crate::domain::compare::{self, ASPECTS, Cell, Silence};
use crate::domain::date::Day;
use crate::domain::words::{self, SLOTS};
use crate::state::Reader;
use crate::story::model::EventIx;
use crate::story::{index, labels};

pub fn keep(r: Reader) {
    let Some(section) = dom::by_id("compare") else {
        return;
    };
    keep_register(r, &section);
    let bound = |selector: &str, value: &'static dyn Fn(EventIx, Day) -> String| {
        if let Some(element) = dom::first_in(&section, selector) {
            text(element, move || {
                let horizon = r.horizon.get();
                r.compared
                    .get()
                    .map(|event| value(event, horizon))
                    .unwrap_or_default()
            });
        }
    };
    bound(".compared .when", &|e, _| page::event_date(e));
    bound("#compared", &|e, _| {
        page::event_title(e).unwrap_or_default()
    });
    bound(".compared .who", &|e, horizon| {
        words::who_is_heard(index(), e, horizon)
    });
    if let Some(link) = dom::first_in(&section, ".compared a") {
        attribute(link, "href", move || {
            let event = r.compared.get()?;
            let mut to = String::from("#e-");
            to.push_str(index().events[event as usize].id);
            Some(to)
        });
    }
    if let Some(unpin) = dom::by_id("unpin") {
        flag(unpin, "hidden", move || r.pin.get().is_none());
    }
    let rows = dom::all("#compare .matrix tbody tr");
    watch(move || fill(&rows, r.compared.get(), r.horizon.get()));
    if let Some(compared) = dom::first_in(&section, ".compared") {
        flag(compared, "hidden", move || r.compared.get().is_none());
    }
    // Of several columns that fit only one at a time, the one whose side has just been taken.
    let columns: Vec<HtmlInputElement> = dom::all("#compare [name=column]")
        .into_iter()
        .filter_map(|c| c.dyn_into().ok())
        .collect();
    watch(move || {
        let first = r.perspective.get().iter().next();
        if let Some(column) = first.and_then(|slot| columns.get(slot as usize)) {
            column.set_checked(true);
        }
    });
}

/// Pins the event that a control is about, and shows it compared.
pub fn pin(r: Reader, control: &Element) {
    let around = control.closest("[data-e]").ok().flatten();
    let event = around.and_then(|e| e.get_attribute("data-e")?.parse().ok());
    r.decide(|c| c.with_pin(index(), event));
    show();
    if let Some(heading) = dom::by_id("compared").and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Scrolls to the event compared.
pub fn show() {
    if let Some(heading) = dom::by_id("compared") {
        frame::bring(&heading);
    }
}

/// On the way to the comparison: the event at hand stays the one compared, although the text that
/// brought it goes by.
pub fn pin_at_hand(r: Reader) {
    r.drift(|c| c.with_pin(index(), c.compared(index())));
}

fn keep_register(r: Reader, section: &Element) {
    let (Some(register), Some(slider)) = (
        dom::first_in(section, ".reg").and_then(|e| e.dyn_into::<HtmlElement>().ok()),
        dom::first_in(section, ".reg-in").and_then(|e| e.dyn_into::<HtmlInputElement>().ok()),
    ) else {
        return;
    };
    let _ = register
        .style()
        .set_property("--n", &index().events.len().to_string());
    let slid = slider.clone();
    dom::listen(&slider, "input", move |_| {
        if let Ok(event) = slid.value().parse() {
            r.drift(|c| c.slide_pin(index(), event));
        }
        // It may have been dragged to an event that is not known.
        slide_to(&slid, r.compared.peek());
    });
    let said = slider.clone();
    attribute(said.into(), "aria-valuetext", move || {
        let event = r.compared.get()?;
        let mut words = page::event_date(event);
        for part in [
            page::event_title(event).unwrap_or_default(),
            words::who_is_heard(index(), event, r.horizon.get()),
        ] {
            words.push_str(". ");
            words.push_str(&part);
        }
        Some(words)
    });
    // What is off the screen is not laid out, and measuring it would have it laid out.
    let (shown, around) = (register.clone(), section.clone());
    dom::listen(section, "contentvisibilityautostatechange", move |_| {
        bring_into_view(&shown, &around);
    });
    let section = section.clone();
    watch(move || {
        let at = slide_to(&slider, r.compared.get());
        let _ = register.style().set_property("--e", &at);
        let (register, section) = (register.clone(), section.clone());
        scroll::next_frame(move || bring_into_view(&register, &section));
    });
}

/// Puts the slider's thumb where it belongs, if it is not there, and says where that is.
fn slide_to(slider: &HtmlInputElement, event: Option<EventIx>) -> String {
    let at = event.unwrap_or_default().to_string();
    if slider.value() != at {
        slider.set_value(&at);
    }
    at
}

/// Scrolls the register, where it is wider than the screen, so that its outlined column is in the
/// middle; if the section is near enough to be seen soon.
fn bring_into_view(register: &Element, section: &Element) {
    if scroll::is_below(section) {
        return;
    }
    let (Some(frame), Some(at)) = (
        register.parent_element(),
        dom::first_in(register, ".reg-at"),
    ) else {
        return;
    };
    let (frame_box, at_box) = (
        frame.get_bounding_client_rect(),
        at.get_bounding_client_rect(),
    );
    let off = at_box.left() - frame_box.left() - frame_box.width() / 2.0;
    frame.set_scroll_left(frame.scroll_left() + off as i32);
}

/// Lays copies of an event's readings into the matrix, and says what silence is where none stands.
fn fill(rows: &[Element], event: Option<EventIx>, horizon: Day) {
    for row in rows {
        while row.child_element_count() > 1 {
            if let Some(last) = row.last_element_child() {
                last.remove();
            }
        }
    }
    let (Some(event), true) = (event, rows.len() == ASPECTS) else {
        return;
    };
    for (slot, mark) in SLOTS.iter().enumerate().take(index().main) {
        let readings = page::readings(event, slot);
        let mut told = 0;
        for (row, _) in &readings {
            told |= 1 << row;
        }
        let voice = words::voice(index(), Some(event), slot, horizon);
        let cells = compare::column(voice, told);
        for (row, (place, cell)) in rows.iter().zip(cells).enumerate() {
            if cell == Cell::Covered {
                continue;
            }
            let Some(td) = dom::create("td", "") else {
                return;
            };
            dom::set(&td, "data-a", mark);
            if let Cell::Silent(silence, rows) = cell {
                dom::set(&td, "rowspan", SLOTS[rows as usize - 1]);
                td.set_class_name("silent");
                lay_plate(&td, silence, None);
            }
            for (own, reading) in &readings {
                if *own as usize == row {
                    lay_reading(&td, event, slot, reading);
                }
            }
            let _ = place.append_child(&td);
        }
    }
}

/// One reading: its line of sight, how it is heard, its words and cites.
fn lay_reading(cell: &Element, event: EventIx, slot: usize, reading: &Element) {
    let Some(statement) = dom::first_in(reading, ".st").and_then(|s| dom::copy(&s)) else {
        return;
    };
    let heard = reading.get_attribute("data-heard").unwrap_or_default();
    if heard == "silent" {
        cell.set_class_name("silent");
        return lay_plate(cell, Silence::NoStatement, Some(&statement));
    }
    let Some(line) = dom::create("p", "voice") else {
        return;
    };
    if let Some(sight) = page::sight_line(event, slot) {
        dom::set(&sight, "data-heard", &heard);
        let _ = line.append_child(&sight);
    }
    let kind = statement.get_attribute("data-kind").unwrap_or_default();
    for part in [&how(&heard, &statement), " · ", &kind] {
        let _ = line.append_with_str_1(part);
    }
    let _ = cell.append_child(&line);
    let _ = cell.append_child(&statement);
}

/// How a reading is heard: the actor speaks, or through which sources.
fn how(heard: &str, statement: &Element) -> String {
    if heard == "direct" {
        return String::from(labels::speaks());
    }
    let mut sources = String::new();
    for cite in dom::all_in(statement, ".cite") {
        let key = cite.get_attribute("data-c").unwrap_or_default();
        if !sources.is_empty() {
            sources.push_str(", ");
        }
        sources.push_str(key.split('-').next().unwrap_or_default());
    }
    labels::through_sources().replace("{n}", &sources)
}

/// A plate on the hatching: what silence this is, and what the story says of it.
fn lay_plate(cell: &Element, silence: Silence, note: Option<&Element>) {
    let (words, more) = match silence {
        Silence::NoStatement => (labels::no_statement_short(), ""),
        Silence::Uninvolved => (labels::not_involved(), labels::no_statement()),
        Silence::OnlyThroughOthers => (labels::only_through_others(), labels::no_own_words()),
    };
    let (Some(plate), Some(small)) = (dom::create("div", "plate"), dom::create("small", "")) else {
        return;
    };
    plate.set_text_content(Some(words));
    match note {
        Some(note) => {
            let _ = small.append_child(note);
        }
        None => small.set_text_content(Some(more)),
    }
    let _ = plate.append_child(&small);
    let _ = cell.append_child(&plate);
}
