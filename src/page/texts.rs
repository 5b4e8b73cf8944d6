//! The page's own words, gathered for the search: the story's text stands in the page alone.

use leptos::leptos_dom::helpers::document;
use wasm_bindgen::JsCast;
use web_sys::js_sys::JsString;
use web_sys::{Element, Node};

use crate::story::model::BeatIx;
use crate::story::{index, labels};

/// What can be found, but for titles.
const PASSAGES: &str = ".beat > .text, .card .said, #record :is(.sum, .said, .doubts li, \
    .dispute[id], .source > .small, .source dd, .entries .small)";
/// What a passage belongs to, and what a search leads to.
const AROUND: &str = ".scene, .event, .source, .direction, .entries li[id], .bargain li[id], .part";
/// Copies of what stands elsewhere.
const COPIES: &str = "#compare, dialog";
/// What in a passage is no word of it.
const MARKS: &str = ".cites, .kind, .badge, .whose, svg";

/// Where a search leads: to a paragraph of the story, or to a part of the record, by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Beat(BeatIx),
    Record(String),
}

/// A part of the page that has a title, and its passages.
#[derive(Debug, Clone)]
pub struct Part {
    /// What kind of thing it is, and its date.
    pub about: String,
    pub title: String,
    pub place: Place,
    pub passages: Vec<Passage>,
}

#[derive(Debug, Clone)]
pub struct Passage {
    /// Whose view it is, where it is one.
    pub who: String,
    pub words: String,
    pub place: Place,
}

/// All that a reader may see of what was published by an edition, or of everything.
pub fn gather(as_of: Option<u8>) -> Vec<Part> {
    let hidden = hidden(as_of);
    let mut parts: Vec<Part> = Vec::new();
    let mut last: Option<Element> = None;
    let Ok(passages) = document().query_selector_all(PASSAGES) else {
        return parts;
    };
    for i in 0..passages.length() {
        let Some(element) = passages.item(i).and_then(|n| n.dyn_into::<Element>().ok()) else {
            continue;
        };
        let Some(around) = closest(&element, AROUND) else {
            continue;
        };
        if closest(&element, COPIES).is_some() || closest(&element, &hidden).is_some() {
            continue;
        }
        let words = words(&element, &hidden);
        if last.as_ref() != Some(&around) {
            parts.push(part(&around, &hidden));
            last = Some(around);
        }
        if let Some(part) = parts.last_mut() {
            let who = closest(&element, ".card, .reading");
            let who = who.and_then(|of| first(&of, "h3, .who"));
            let beat = beat(&element).map(Place::Beat);
            part.passages.push(Passage {
                who: who.map(|w| self::words(&w, &hidden)).unwrap_or_default(),
                words,
                place: beat.unwrap_or_else(|| part.place.clone()),
            });
        }
    }
    parts
}

/// A selector for what an edition, or the whole, does not show.
fn hidden(as_of: Option<u8>) -> String {
    let Some(edition) = as_of.map(usize::from) else {
        return "[data-until]".to_owned();
    };
    let mut out = String::from("[hidden]");
    let later = (edition + 1..=index().editions.len()).map(|n| (n, "since"));
    for (n, what) in later.chain((1..=edition).map(|n| (n, "until"))) {
        out.push_str(",[data-");
        out.push_str(what);
        out.push_str("=\"");
        out.push_str(&n.to_string());
        out.push_str("\"]");
    }
    out
}

fn part(around: &Element, hidden: &str) -> Part {
    let read = |element: Option<Element>| element.map(|e| words(&e, hidden)).unwrap_or_default();
    let kind = match &*around.class_name() {
        "scene" => labels::found_scene().to_owned(),
        "event" => labels::found_event().to_owned(),
        _ => read(closest(around, ".part").and_then(|part| first(&part, ".part-h"))),
    };
    let date = read(first(around, ".when b, .facts > :first-child"));
    let row = closest(around, "tr").and_then(|row| first(&row, "th"));
    let title = row.or_else(|| first(around, "h2, .part-h, h4, h5"));
    let title = read(title);
    // A part of the record that is found as a whole.
    let kind = if kind == title { String::new() } else { kind };
    let place = match first(around, "[data-beat]").and_then(|first| beat(&first)) {
        Some(beat) => Place::Beat(beat),
        None => Place::Record(around.id()),
    };
    Part {
        about: match &*date {
            "" => kind,
            date => format!("{kind} · {date}"),
        },
        title,
        place,
        passages: Vec::new(),
    }
}

/// The paragraph of the story that an element is in.
fn beat(element: &Element) -> Option<BeatIx> {
    let beat = closest(element, "[data-beat]")?;
    beat.get_attribute("data-beat")?.parse().ok()
}

/// An element's words as they are read, without cites and marks, spaces joined.
fn words(element: &Element, hidden: &str) -> String {
    let mut out = String::new();
    push_words(element, hidden, &mut out);
    out.truncate(out.trim_end().len());
    out
}

fn push_words(node: &Node, hidden: &str, out: &mut String) {
    if let Some(element) = node.dyn_ref::<Element>() {
        let is = |what| element.matches(what).unwrap_or(false);
        if is(MARKS) || is(hidden) {
            return;
        }
        let mut child = element.first_child();
        while let Some(node) = child {
            push_words(&node, hidden, out);
            child = node.next_sibling();
        }
        // Paragraphs and cells have no space between them.
        if is("li, p, div, dt, dd") && !out.ends_with(' ') {
            out.push(' ');
        }
        return;
    }
    // Comments have a value too: they are where the program finds its parts.
    if node.node_type() != Node::TEXT_NODE {
        return;
    }
    for letter in node.node_value().unwrap_or_default().chars() {
        match letter.is_whitespace() && letter != '\u{a0}' {
            true if out.is_empty() || out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(letter),
        }
    }
}

fn closest(element: &Element, what: &str) -> Option<Element> {
    element.closest(what).ok().flatten()
}

fn first(element: &Element, what: &str) -> Option<Element> {
    element.query_selector(what).ok().flatten()
}

/// How a letter counts in a search, by the browser's own Unicode.
pub fn spell(letter: char) -> String {
    let written = JsString::from(letter.to_string()).normalize("NFKD");
    // In this order: `ς` and `σ` have one capital, `ß` has two.
    written.to_lower_case().to_upper_case().into()
}
