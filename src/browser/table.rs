//! The table of all events: its order and what of it is shown. Both stand in the table itself, in
//! `aria-sort`, the boxes and the rows' `hidden`, so nothing else keeps them.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::bind::{watch, watch_from};
use super::dom;
use crate::domain::compare::{self, Sort};
use crate::domain::date::Day;
use crate::domain::known::{self, ALL};
use crate::domain::words;
use crate::state::Reader;
use crate::story::index;
use crate::story::model::EventIx;

thread_local! {
    static ROWS: Vec<Row> = find_rows();
}

/// An event's row, with what the rows of a long story must not be asked for at every move.
struct Row {
    row: Element,
    /// What its sources differ on, as far as it is known; looked up when it is first asked for.
    disputed: Cell<Option<u16>>,
    hidden: Cell<bool>,
}

pub fn keep(r: Reader) {
    watch_from(ALL, move |before| {
        let horizon = r.horizon.get();
        if horizon != *before {
            say_voices(horizon);
            ROWS.with(|rows| rows.iter().for_each(|row| row.disputed.set(None)));
        }
        horizon
    });
    watch(move || {
        r.filter.get();
        r.horizon.get();
        sift(r);
    });
}

/// Who is heard within the horizon: in the register's cells and in the table's. Only what changes is
/// touched.
fn say_voices(horizon: Day) {
    let register = dom::all("#compare .reg-rows i");
    ROWS.with(|rows| {
        for (event, row) in rows.iter().enumerate() {
            let is_known = known::event(index(), event as EventIx, horizon);
            let voices = known::voices(index(), event as EventIx, horizon);
            let cells = dom::all_in(&row.row, "td");
            for (slot, voice) in voices.iter().enumerate().take(index().main) {
                let mark = match is_known {
                    true => words::voice_mark(*voice),
                    false => "k",
                };
                if let Some(cell) = register.get(slot * rows.len() + event) {
                    mark_as(cell, mark);
                }
                if let Some(cell) = cells.get(slot)
                    && mark_as(cell, mark)
                    && let Some(word) = cell.first_element_child()
                {
                    word.set_text_content(Some(words::voice_short(*voice)));
                }
            }
            if let Some(count) = cells.get(index().main) {
                dom::put_text(count, &compare::heard(&voices).to_string());
            }
        }
    });
}

/// Gives a cell its class; whether it had another.
fn mark_as(cell: &Element, mark: &str) -> bool {
    let changes = cell.class_name() != mark;
    if changes {
        cell.set_class_name(mark);
    }
    changes
}

/// Shows the rows of the window whose sources differ as the boxes ask, and says how many.
pub fn sift(r: Reader) {
    let window = r.filter.peek().visible(index().events);
    let mut asked = 0;
    for input in dom::all("#sift :checked") {
        if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
            asked |= input.value().parse().unwrap_or(0);
        }
    }
    let (mut shown, mut all) = (0, 0);
    ROWS.with(|rows| {
        for (event, row) in rows.iter().enumerate() {
            let differs = asked == 0 || compare::differs(row.disputed(), asked);
            let is_shown = window.contains(&event) && differs;
            let is_known = known::event(index(), event as EventIx, r.horizon.peek());
            all += usize::from(is_known);
            shown += usize::from(is_shown && is_known);
            if row.hidden.replace(!is_shown) == is_shown {
                dom::set_if(&row.row, "hidden", (!is_shown).then_some(""));
            }
        }
    });
    if let Some(count) = dom::all("#sift .shown").pop() {
        count.set_text_content(Some(&words::shown_count(shown, all)));
    }
}

/// Sorts by the column of a header's button; by the same one again the other way round.
pub fn sort(r: Reader, button: &Element) {
    let word = button.get_attribute("value").unwrap_or_default();
    let (Some(by), Some(head)) = (Sort::from_word(&word), button.parent_element()) else {
        return;
    };
    let descending = match head.get_attribute("aria-sort") {
        Some(now) => now == "ascending",
        None => by.begins_descending(),
    };
    for other in dom::all("#table [aria-sort]") {
        let _ = other.remove_attribute("aria-sort");
    }
    let way = if descending {
        "descending"
    } else {
        "ascending"
    };
    dom::set(&head, "aria-sort", way);
    ROWS.with(|rows| {
        let theme = |event: EventIx| number(&rows[event as usize].row, "data-t");
        for event in compare::sorted(index(), by, descending, r.horizon.peek(), &theme) {
            let row = &rows[event as usize].row;
            // What moves loses the focus; the button that was pressed is in no row.
            if let Some(body) = row.parent_element() {
                let _ = body.append_child(row);
            }
        }
    });
}

/// Called before anything is sorted: the rows stand in the events' order.
fn find_rows() -> Vec<Row> {
    let row = |row: Element| Row {
        disputed: Cell::new(None),
        hidden: row.has_attribute("hidden").into(),
        row,
    };
    dom::all("#table tbody tr").into_iter().map(row).collect()
}

impl Row {
    fn disputed(&self) -> u16 {
        if let Some(known) = self.disputed.get() {
            return known;
        }
        let mut disputed = 0;
        for kind in dom::all_in(&self.row, "[data-d]:not([data-later])") {
            disputed |= number(&kind, "data-d");
        }
        self.disputed.set(Some(disputed));
        disputed
    }
}

fn number(row: &Element, name: &str) -> u16 {
    let value = row.get_attribute(name);
    value.and_then(|v| v.parse().ok()).unwrap_or(0)
}
