//! Links within the page, as the program follows them: into the record beside the text, so that the reader
//! keeps his place, and back into the story. Without the program they lead to places in the page.

use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, MouseEvent};

use crate::reader::Reader;
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

/// The way that a plain click on a link opens, if it is one of these; else the browser follows it. The
/// link then has the focus, so that closing what it opened leads back to it.
pub fn way(click: &MouseEvent) -> Option<Way> {
    let (link, id) = link(click)?;
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

/// The link within the page that a plain click follows, and where it leads. A click that has been answered
/// already follows none.
pub fn link(click: &MouseEvent) -> Option<(HtmlElement, String)> {
    let is_plain = !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    let from: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlElement = from.closest("a").ok()??.dyn_into().ok()?;
    let id = link.get_attribute("href")?.strip_prefix('#')?.to_owned();
    (is_plain && !click.default_prevented()).then_some((link, id))
}

/// To a paragraph of the story; whoever goes by keyboard or ear goes on from its scene's title.
pub fn go_to(reader: Reader, beat: BeatIx) {
    reader.go_to(Some(beat));
    // By then the scene is shown, where only one is at a time.
    request_animation_frame(move || {
        if let Some(title) = title(beat) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // A title takes the focus, or stays as it is.
            let _ = title.set_attribute("tabindex", "-1");
            let _ = title.focus_with_options(&options);
        }
    });
}

/// Where a paragraph's scene is, as an address within the page.
pub fn address(beat: BeatIx) -> String {
    let beat = index().beats.get(usize::from(beat));
    let scene = beat.and_then(|beat| index().scenes.get(usize::from(beat.scene)));
    format!("#scene-{}", scene.map_or("", |scene| scene.id))
}

/// The title of a paragraph's scene.
fn title(beat: BeatIx) -> Option<HtmlElement> {
    let id = address(beat).split_off(1) + "-t";
    document().get_element_by_id(&id)?.dyn_into().ok()
}
