//! What the record says an event meant to each actor, to be shown elsewhere: the text stands in the
//! page once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::editions::holds;
use crate::domain::matrix::Place;
use crate::story::index;
use crate::story::model::EventIx;

/// A reading of a main actor, as the record writes it.
#[derive(Clone, PartialEq)]
pub struct Reading {
    pub place: Place,
    /// The word for how the actor is heard in it.
    pub how: String,
    pub html: String,
}

/// The readings of an event that can be known as of an edition, in the order of the record.
pub fn of(event: EventIx, as_of: Option<u8>) -> Vec<Reading> {
    let Some(list) = record(event).and_then(|r| r.query_selector_all(".reading[data-row]").ok())
    else {
        return Vec::new();
    };
    let all = (0..list.length()).filter_map(|i| list.item(i)?.dyn_into::<Element>().ok());
    all.filter(|reading| holds(reading, as_of))
        .filter_map(|reading| {
            let number = |name| reading.get_attribute(name)?.parse::<u8>().ok();
            Some(Reading {
                place: Place {
                    actor: number("data-a")?.checked_sub(1)?,
                    aspect: number("data-row")?,
                },
                how: reading.get_attribute("data-how").unwrap_or_default(),
                html: reading.inner_html(),
            })
        })
        .collect()
}

/// An event's title.
pub fn title(event: EventIx) -> String {
    let title = record(event).and_then(|record| record.query_selector("h4").ok().flatten());
    title
        .and_then(|title| title.text_content())
        .unwrap_or_default()
}

fn record(event: EventIx) -> Option<Element> {
    let mut id = String::from("e-");
    id.push_str(index().events.get(usize::from(event))?.id);
    document().get_element_by_id(&id)
}
