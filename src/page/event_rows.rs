//! The rows of the table of all events, which is written once and sorted and filtered in place.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::editions::holds;
use crate::domain::event_rows::{Doubtful, Order};
use crate::story::model::EventIx;

/// An event's row.
pub struct Row {
    row: Element,
    pub theme: u8,
    /// Its doubts and disagreements, each with the bits it stands for.
    doubtful: Vec<(u8, Element)>,
}

impl Row {
    /// What may be doubted as of an edition.
    pub fn doubtful(&self, as_of: Option<u8>) -> Doubtful {
        let holding = self.doubtful.iter().filter(|(_, mark)| holds(mark, as_of));
        Doubtful(holding.fold(0, |all, (bits, _)| all | bits))
    }

    pub fn show(&self, is_shown: bool) {
        if self.row.has_attribute("hidden") == is_shown {
            // An element of this page takes the attribute.
            let _ = match is_shown {
                true => self.row.remove_attribute("hidden"),
                false => self.row.set_attribute("hidden", ""),
            };
        }
    }
}

/// The rows of the table within an element, by event: the order in which they are written. Called before
/// any other order is asked for.
pub fn all(around: &Element) -> Vec<Row> {
    let rows = elements(around, "tbody tr").into_iter();
    rows.map(|row| {
        let marks = elements(&row, "[data-d]").into_iter();
        Row {
            theme: number(&row, "data-t"),
            doubtful: marks.map(|mark| (number(&mark, "data-d"), mark)).collect(),
            row,
        }
    })
    .collect()
}

/// Puts the rows into this order.
pub fn put_in_order(rows: &[Row], order: &[EventIx]) {
    for event in order {
        if let Some(row) = rows.get(usize::from(*event)).map(|row| &row.row)
            && let Some(body) = row.parent_element()
        {
            // What moves loses the focus; the button that was pressed is in no row.
            let _ = body.append_child(row);
        }
    }
}

/// Says in the heads of the columns which one the rows are ordered by, and which way.
pub fn say_order(around: &Element, by: Order, descending: bool) {
    for head in elements(around, "th[data-sort]") {
        let is_this = head.get_attribute("data-sort").as_deref() == Some(by.word());
        let way = if descending {
            "descending"
        } else {
            "ascending"
        };
        // An element of this page takes the attribute.
        let _ = match is_this {
            true => head.set_attribute("aria-sort", way),
            false => head.remove_attribute("aria-sort"),
        };
    }
}

/// The order that a click on the head of a column asks for.
pub fn asked_order(click: &Event) -> Option<Order> {
    let from: Element = click.target()?.dyn_into().ok()?;
    let head = from.closest("button").ok()??.parent_element()?;
    let word = head.get_attribute("data-sort")?;
    Order::ALL.into_iter().find(|order| order.word() == word)
}

fn elements(around: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = around.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.item(i)?.dyn_into().ok())
        .collect()
}

fn number(of: &Element, name: &str) -> u8 {
    let value = of.get_attribute(name);
    value
        .and_then(|value| value.parse().ok())
        .unwrap_or_default()
}
