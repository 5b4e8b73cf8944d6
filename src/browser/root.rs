//! The page's root element carries what the style needs to know: a change of perspective is one
//! attribute, a move of the slider one custom property.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{dom, scroll};
use crate::domain::date::Day;
use crate::domain::scale::{self, UNITS};
use crate::state::Reader;
use crate::story::index;

pub fn keep(r: Reader) {
    Effect::new(move |before: Option<()>| {
        let perspective = r.perspective.get();
        let apply = || {
            let ids = perspective.ids();
            dom::set_if(&dom::root(), "data-p", (!ids.is_empty()).then_some(&ids));
        };
        match before {
            // The first time the page is not yet being read: nothing to hold in place.
            None => apply(),
            Some(()) => scroll::holding_place(apply),
        }
    });
    Effect::new(move |before: Option<()>| {
        let word = r.mode.get().word();
        let apply = || dom::set(&dom::root(), "data-mode", word);
        match before {
            None => apply(),
            Some(()) => scroll::holding_place(apply),
        }
    });
    Effect::new(move |_| dom::set_if(&dom::root(), "data-hold", r.hold.get().then_some("")));
    Effect::new(move |_| dom::set_if(&dom::root(), "data-sheet", r.sheet.get().then_some("")));
    Effect::new(move |_| {
        let moment = r.moment.get();
        property("--m", moment);
        let late = scale::x(index().knots, moment) > UNITS / 2;
        dom::set_if(&dom::root(), "data-late", late.then_some(""));
    });
    Effect::new(move |_| {
        let window = r.filter.get();
        property("--f", window.from);
        property("--t", window.to);
    });
    dom::listen(&dom::window(), "keydown", move |event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>().map(|e| e.key());
        if key.as_deref() == Some("Escape") {
            r.sheet.set(false);
            close_menu();
        }
    });
    dom::listen(&dom::document(), "click", |event| {
        let inside = dom::closest(event.target(), ".menu").is_some();
        let link = dom::closest(event.target(), ".menu a").is_some();
        if link || !inside {
            close_menu();
        }
    });
}

/// Folds the contents list; the focus, if it was inside, goes to what opens it.
fn close_menu() {
    for menu in dom::all("details.menu[open]") {
        let inside = dom::first_in(&menu, ":focus").is_some();
        let _ = menu.remove_attribute("open");
        let summary =
            dom::first_in(&menu, "summary").and_then(|s| s.dyn_into::<HtmlElement>().ok());
        if let (true, Some(summary)) = (inside, summary) {
            let _ = summary.focus();
        }
    }
}

/// The program runs: the style shows what it drives, even if the page had given it up.
pub fn awake() {
    let root = dom::root();
    dom::set(&root, "data-awake", "");
    if root.has_attribute("data-js") {
        return;
    }
    scroll::holding_place(|| {
        dom::set(&root, "data-js", "");
        if let Some(line) = dom::by_id("asleep") {
            dom::set(&line, "hidden", "");
        }
    });
}

/// A day's place on the axis, in hundredths of a percent, as a custom property in percent.
fn property(name: &str, day: Day) {
    let x = scale::x(index().knots, day);
    let (whole, rest) = (x / (UNITS / 100), x % (UNITS / 100));
    let mut value = String::new();
    for part in [whole, rest] {
        if !value.is_empty() {
            value.push('.');
            if part < 10 {
                value.push('0');
            }
        }
        value.push_str(&part.to_string());
    }
    value.push('%');
    let _ = dom::root().style().set_property(name, &value);
}

/// Lets the style show the step being read, and the contents list its chapter.
pub fn mark_step(old: Option<&Element>, new: Option<&Element>) {
    for (step, on) in [(old, false), (new, true)] {
        let Some(step) = step else { continue };
        let _ = step.class_list().toggle_with_force("is-on", on);
        let chapter = step.closest(".chap").ok().flatten().map(|c| c.id());
        for link in dom::all(".menu a") {
            let to = link.get_attribute("href").unwrap_or_default();
            if to.strip_prefix('#') == chapter.as_deref() {
                dom::set_if(&link, "aria-current", on.then_some("true"));
            }
        }
    }
}
