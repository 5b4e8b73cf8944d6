//! Who leans where: the diagram's lines follow the moment, and each opens what the page says of it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent};

use super::bind::{flag, text, watch};
use super::dom;
use crate::domain::date::Day;
use crate::domain::relations::{self, Link};
use crate::domain::words;
use crate::state::Reader;
use crate::story::{date_words, index};

pub fn keep(r: Reader) {
    for month in dom::all("#stage .month") {
        text(month, move || r.moment.get().month_label(&date_words()));
    }
    let lines = lines();
    let news = dom::all("#stage .rels-news").pop();
    watch(move || {
        let (links, now, horizon) = (links(r), r.moment.get(), r.horizon.get());
        let since = relations::compared_with(index(), r.step.get(), now);
        let centre = r.perspective.get().single();
        let mut any_news = false;
        for line in &lines {
            let Some(link) = links.get(nth(line)).copied() else {
                continue;
            };
            let (actor, toward) = (link.actor, link.toward);
            let changed = relations::changed(index().positions, actor, toward, since, now, horizon);
            any_news |= changed && centre.is_none_or(|c| c == actor || c == toward);
            say(line, link, changed.then_some(since));
        }
        if let Some(news) = &news {
            dom::put(news, "hidden", (!any_news).then_some(""));
            if let Some(words) = dom::first_in(news, "span") {
                dom::put_text(&words, &words::changed(since));
            }
        }
    });
    keep_note(r);
}

/// The lines of all drawings.
fn lines() -> Vec<Element> {
    dom::all("#stage .rels-svg .rel")
}

/// Which direction a line draws.
fn nth(line: &Element) -> usize {
    let nth = line.get_attribute("data-l");
    nth.and_then(|n| n.parse().ok()).unwrap_or_default()
}

fn links(r: Reader) -> Vec<Link> {
    relations::all_at(
        index().positions,
        index().main,
        r.moment.get(),
        r.horizon.get(),
    )
}

/// What a line says at the moment.
fn say(line: &Element, link: Link, changed_since: Option<Day>) {
    let level = link.position.map(|p| index().positions[p].level);
    dom::put(line, "data-level", Some(words::level_mark(level)));
    dom::put(line, "data-news", changed_since.map(|_| ""));
    let minor = link.actor.max(link.toward) as usize >= index().main;
    dom::put(line, "data-off", (minor && level.is_none()).then_some(""));
    if let Some(title) = dom::first_in(line, "title") {
        dom::put_text(&title, &words::line(index(), link, changed_since));
    }
    if let Some(label) = dom::first_in(line, ".is") {
        dom::put_text(&label, words::level_alone(level));
    }
}

// ---------------------------------------------------------------- a line's statement

fn note() -> Option<HtmlDialogElement> {
    dom::by_id("line")?.dyn_into().ok()
}

/// A click on a line of the diagram opens what the page says of it, beside the diagram. Whether the
/// click was one on a line.
pub fn follow(r: Reader, event: &Event) -> bool {
    let Some(line) = dom::closest(event.target(), ".rels-svg .rel") else {
        return false;
    };
    if dom::leaves(event) {
        return false;
    }
    event.prevent_default();
    r.line.set(Some(nth(&line) as u16));
    if let Some(note) = note() {
        if !note.open() {
            note.show();
        }
        if let Some(heading) = dom::by_id("line-h").and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    }
    true
}

fn keep_note(r: Reader) {
    let Some(note) = note() else { return };
    dom::listen(&note, "close", move |_| r.line.set(None));
    dom::listen(&note, "keydown", |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if let (Some("Escape"), Some(note)) = (key.as_deref(), self::note()) {
            note.close();
        }
    });
    for line in lines() {
        let nth = nth(&line) as u16;
        flag(line, "data-open", move || r.line.get() == Some(nth));
    }
    watch(move || {
        let links = links(r);
        if let Some(link) = r.line.get().and_then(|nth| links.get(nth as usize)) {
            fill(&note, *link);
        }
    });
}

/// The direction's words, then a copy of the position as the page states it.
fn fill(note: &HtmlDialogElement, link: Link) {
    let (Some(heading), Some(body)) =
        (dom::first_in(note, "h3"), dom::first_in(note, ".note-body"))
    else {
        return;
    };
    dom::put_text(&heading, &words::line(index(), link, None));
    dom::clear(&body);
    let Some(position) = link.position else {
        return;
    };
    let mut id = String::from("p-");
    id.push_str(&position.to_string());
    if let Some(copy) = dom::by_id(&id).and_then(|p| dom::copy(&p)) {
        let _ = body.append_child(&copy);
    }
}
