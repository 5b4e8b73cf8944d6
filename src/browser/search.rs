//! Search: the page's own text, gathered when the reader first asks, and a list of where the words
//! were found. What the moment hides is not found.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, Node,
};

use super::bind::watch;
use super::{dom, frame, known, steps};
use crate::domain::search::{self, Folded, Query};
use crate::state::Reader;
use crate::story::labels;

/// More than anyone reads; the count says how many there are.
const LISTED: usize = 60;

/// A text that can be found.
struct Text {
    element: Element,
    /// What kind of thing it is: an index into [`kinds()`].
    kind: usize,
    words: String,
    folded: Folded,
}

/// What is searched, titles first, then names, statements and sources: results stand in this order.
/// A kind's name, and where its texts are.
fn kinds() -> [(&'static str, &'static str); 9] {
    [
        (labels::found_chapter(), ".chap-head h2"),
        (labels::found_passage(), ".step > h3"),
        (labels::found_event(), ".event > h4"),
        (labels::found_place(), ".steps .pl"),
        (labels::found_passage(), ".step > .txt"),
        (labels::found_event(), ".event > .sum"),
        ("", ".steps .reading .r"),
        (
            "",
            "#positions li .st, .clash, .doubt-note, .gaps li, .stake",
        ),
        (labels::source(), ".src"),
    ]
}
const PLACES: usize = 3;

thread_local! {
    static TEXTS: RefCell<Vec<Text>> = const { RefCell::new(Vec::new()) };
}

pub fn keep(r: Reader) {
    let Some((dialog, input)) = parts() else {
        return;
    };
    let list = dom::first_in(&dialog, ".found");
    // What the moment hides is not gathered, so another horizon needs another gathering.
    watch(move || {
        r.horizon.get();
        TEXTS.take();
    });
    dom::listen(&input, "input", |_| answer());
    dom::listen(&dialog, "keydown", move_focus);
    dom::listen(&dom::document(), "keydown", |event| {
        let key = event.dyn_ref::<KeyboardEvent>();
        let asks = key.is_some_and(|k| k.key() == "/" && !k.ctrl_key() && !k.meta_key());
        if asks && dom::closest(event.target(), "input, select, textarea, dialog").is_none() {
            event.prevent_default();
            open();
        }
    });
    let Some(list) = list else { return };
    dom::listen(&list, "click", move |event| {
        if let Some(link) = dom::closest(event.target(), "a") {
            event.prevent_default();
            dialog.close();
            go(r, &link);
        }
    });
}

/// How a letter counts, by the browser's own Unicode.
fn spell(letter: char) -> String {
    let written = js_sys::JsString::from(letter.to_string()).normalize("NFKD");
    written.to_lower_case().to_upper_case().into()
}

fn parts() -> Option<(HtmlDialogElement, HtmlInputElement)> {
    let dialog: HtmlDialogElement = dom::by_id("search")?.dyn_into().ok()?;
    let input = dom::first_in(&dialog, "input")?.dyn_into().ok()?;
    Some((dialog, input))
}

pub fn open() {
    let Some((dialog, input)) = parts() else {
        return;
    };
    TEXTS.with_borrow_mut(|texts| {
        if texts.is_empty() {
            *texts = gather();
        }
    });
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
    input.select();
    let _ = input.focus();
    answer();
}

/// All that can be found. A place is listed once, where it is first named.
fn gather() -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for (kind, (_, selector)) in kinds().iter().enumerate() {
        for element in dom::all(selector) {
            if known::is_later(&element) {
                continue;
            }
            let mut words = String::new();
            push_words(&element, &mut words);
            let known = kind == PLACES && texts.iter().any(|t| t.kind == kind && t.words == words);
            if !known {
                let folded = search::fold(&words, &mut spell);
                texts.push(Text {
                    element,
                    kind,
                    words,
                    folded,
                });
            }
        }
    }
    texts
}

/// An element's words without its cites and marks, spaces joined.
fn push_words(node: &Node, words: &mut String) {
    if let Some(element) = node.dyn_ref::<Element>() {
        if element
            .matches(".cite, .kind, .badge, svg, .vh, [data-later]")
            .unwrap_or(false)
        {
            return;
        }
        let mut child = element.first_child();
        while let Some(node) = child {
            push_words(&node, words);
            child = node.next_sibling();
        }
        // Paragraphs and terms have no space between them.
        words.push(' ');
        return;
    }
    for word in node
        .text_content()
        .unwrap_or_default()
        .split_inclusive(char::is_whitespace)
    {
        let trimmed = word.trim_end();
        if trimmed.is_empty() && words.ends_with(' ') {
            continue;
        }
        words.push_str(trimmed);
        if trimmed.len() < word.len() {
            words.push(' ');
        }
    }
}

/// Lists where the words in the field are found.
fn answer() {
    let Some((dialog, input)) = parts() else {
        return;
    };
    let (Some(list), Some(status)) = (
        dom::first_in(&dialog, ".found"),
        dom::first_in(&dialog, "[role=status]"),
    ) else {
        return;
    };
    dom::clear(&list);
    let query = Query::new(&input.value(), &mut spell);
    if query.is_empty() {
        status.set_text_content(Some(labels::search_hint()));
        return;
    }
    let mut count = 0;
    TEXTS.with_borrow(|texts| {
        for text in texts {
            if query.finds(&text.folded) {
                count += 1;
                if count <= LISTED
                    && let Some(item) = result(&query, text)
                {
                    let _ = list.append_child(&item);
                }
            }
        }
    });
    let said = match count {
        0 => labels::search_none().to_owned(),
        _ => labels::search_count().replace("{n}", &count.to_string()),
    };
    status.set_text_content(Some(&said));
}

/// A link: kind and date, title, and the words around the match.
fn result(query: &Query, text: &Text) -> Option<Element> {
    let place = place_of(&text.element)?;
    let item = dom::create("li", "")?;
    let link = dom::create("a", "")?;
    let mut address = String::from("#");
    address.push_str(&place.id());
    dom::set(&link, "href", &address);
    let title = title_of(&place);
    let small = dom::create("span", "small")?;
    let mut about = String::from(kinds()[text.kind].0);
    if let Some(who) = who(&text.element) {
        about.push_str(&who);
    }
    if let Some(when) = dom::first_in(&place, ":scope > .when:not([data-later]) > :first-child") {
        if !about.is_empty() {
            about.push_str(" · ");
        }
        about.push_str(&when.text_content().unwrap_or_default());
    }
    small.set_text_content(Some(&about));
    let _ = link.append_child(&small);
    if let Some(title) = title.filter(|t| *t != text.element && !known::is_later(t)) {
        let name = dom::create("b", "")?;
        let mut words = String::new();
        push_words(&title, &mut words);
        name.set_text_content(Some(&words));
        let _ = link.append_child(&name);
    }
    let shown = dom::create("span", "snippet")?;
    for piece in search::snippet(query, &text.folded, text.words.len()) {
        let words = text.words.get(piece.start..piece.end);
        let part = dom::create(if piece.is_marked { "mark" } else { "span" }, "")?;
        part.set_text_content(words);
        let _ = shown.append_child(&part);
    }
    let _ = link.append_child(&shown);
    let _ = item.append_child(&link);
    Some(item)
}

/// What a link to the text leads to: what is around it and has a name of its own.
fn place_of(element: &Element) -> Option<Element> {
    let around = ".event, .step, .chap, .clash, .gaps li, .src, .stake[id], section[id]";
    element.closest(around).ok()?
}

fn title_of(place: &Element) -> Option<Element> {
    dom::first_in(place, "h2, h3, h4, .clash-h, b")
}

/// Whose view a reading is.
fn who(element: &Element) -> Option<String> {
    let reading = element.closest(".reading").ok()??;
    dom::first_in(&reading, ".who")?.text_content()
}

/// Goes to a result; the choice stays as it is but for the passage.
fn go(r: Reader, link: &Element) {
    steps::reveal(r, link);
    let address = link.get_attribute("href").unwrap_or_default();
    let Some(place) = address.strip_prefix('#').and_then(dom::by_id) else {
        return;
    };
    frame::bring(&place);
    // A screen reader and the tab key go on from there.
    if let Some(title) = title_of(&place).and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
        dom::set(&title, "tabindex", "-1");
        dom::focus_in_place(&title);
    }
}

/// Arrow keys go through the results; Enter in the field goes to the first, Escape leaves.
fn move_focus(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let links = dom::all("#search .found a");
    let at = links
        .iter()
        .position(|l| l.matches(":focus").unwrap_or(false));
    let to = match (key.key().as_str(), at) {
        ("ArrowDown", None) => links.first(),
        ("ArrowDown", Some(at)) => links.get(at + 1),
        ("ArrowUp", Some(at)) if at > 0 => links.get(at - 1),
        ("ArrowUp", Some(_)) => {
            event.prevent_default();
            if let Some((_, input)) = parts() {
                let _ = input.focus();
            }
            return;
        }
        // Where there are words in the field, engines take the first Escape for emptying it.
        ("Escape", _) => {
            event.prevent_default();
            if let Some((dialog, _)) = parts() {
                dialog.close();
            }
            return;
        }
        ("Enter", None) => {
            event.prevent_default();
            if let Some(first) = links.first().and_then(|l| l.dyn_ref::<HtmlElement>()) {
                first.click();
            }
            return;
        }
        _ => return,
    };
    if let Some(link) = to.and_then(|l| l.dyn_ref::<HtmlElement>()) {
        event.prevent_default();
        let _ = link.focus();
    }
}
