//! Links into the record, and out of it. Without the program they lead to places in the page; with it
//! they open beside the text, so that the reader keeps his place.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use crate::story::index;
use crate::story::model::{BeatIx, EventIx};

/// Where a click leads.
pub enum Way {
    /// To a part of the record, by its id.
    Part(String),
    /// To the comparison of an event.
    Comparison(EventIx),
    /// Back into the story.
    Beat(BeatIx),
}

/// The way that a plain click on a link opens, if it is one of these, and nobody has answered it; else
/// the browser follows it. The link then has the focus, so that closing what it opened leads back to it.
pub fn way(click: &MouseEvent) -> Option<Way> {
    if click.default_prevented()
        || click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.alt_key()
    {
        return None;
    }
    let from: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlElement = from.closest("a").ok()??.dyn_into().ok()?;
    let id = link.get_attribute("href")?.strip_prefix('#')?.to_owned();
    let way = match link.get_attribute("data-pin") {
        Some(event) => Way::Comparison(event_of(&event)?),
        None => beat_of(&id).or_else(|| part(&link, id))?,
    };
    let _ = link.focus();
    Some(way)
}

fn event_of(id: &str) -> Option<EventIx> {
    let found = index().events.iter().position(|event| event.id == id)?;
    EventIx::try_from(found).ok()
}

/// The beginning of the scene that an anchor names.
fn beat_of(anchor: &str) -> Option<Way> {
    let id = anchor.strip_prefix("scene-")?;
    let scene = index().scenes.iter().find(|scene| scene.id == id)?;
    Some(Way::Beat(scene.first))
}

/// A part of the record. From within the page, its great parts are scrolled to.
fn part(link: &Element, id: String) -> Option<Way> {
    let to = document().get_element_by_id(&id)?;
    to.parent_element()?.closest("#record").ok()??;
    let is_great = to.matches(".part").unwrap_or_default();
    let is_opened = link.closest("dialog").ok()?.is_some();
    (is_opened || !is_great).then_some(Way::Part(id))
}
