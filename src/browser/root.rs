//! The page's root element carries what the style needs to know of the perspective and the mode: a
//! change is one attribute. A move of the slider is one custom property of each thing that moves with
//! it; on what is around them it would restyle every mark, on the root the whole page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::bind::{flag, watch, watch_from};
use super::{dom, scroll};
use crate::domain::date::Day;
use crate::domain::scale::{self, UNITS};
use crate::state::Reader;
use crate::story::index;

pub fn keep(r: Reader) {
    keep_word("data-p", move || {
        let ids = r.perspective.get().ids();
        (!ids.is_empty()).then_some(ids)
    });
    keep_word("data-mode", move || Some(r.mode.get().word().to_owned()));
    flag(dom::root().into(), "data-hold", move || r.hold.get());
    flag(dom::root().into(), "data-sheet", move || r.sheet.get());
    let axes = dom::all_of(&[
        "#dock :is(.veil, .plumb, .flag)",
        "#drift .drift-box",
        "#bar .strip-time",
    ]);
    let moments = axes.clone();
    watch(move || {
        let moment = r.moment.get();
        property(&moments, "--m", moment);
        let late = scale::x(index().knots, moment) > UNITS / 2;
        for axis in &moments {
            dom::put(axis, "data-late", late.then_some(""));
        }
    });
    watch(move || {
        let window = r.filter.get();
        property(&axes, "--f", window.from);
        property(&axes, "--t", window.to);
    });
    dom::listen(&dom::window(), "keydown", move |event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>().map(|e| e.key());
        // In a dialog it closes the dialog, and the focus returns to what opened it.
        let is_ours = dom::closest(event.target(), "dialog").is_none();
        if key.as_deref() == Some("Escape") && is_ours {
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

/// An attribute that changes what of the text is shown: what is being read keeps its place.
fn keep_word(name: &'static str, value: impl Fn() -> Option<String> + 'static) {
    watch_from(false, move |was_there| {
        let value = value();
        let apply = || dom::set_if(&dom::root(), name, value.as_deref());
        // The first time the page is not yet being read: nothing to hold in place.
        if *was_there {
            scroll::holding_place(&apply);
        } else {
            apply();
        }
        true
    });
}

/// Folds the contents list; the focus, if it was inside, goes to what opens it.
fn close_menu() {
    for menu in dom::all("#bar .menu[open]") {
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
    scroll::holding_place(&|| {
        dom::set(&root, "data-js", "");
        if let Some(line) = dom::by_id("asleep") {
            dom::set(&line, "hidden", "");
        }
    });
}

/// A day's place on the axis, in hundredths of a percent, as a custom property in percent.
fn property(axes: &[Element], name: &str, day: Day) {
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
    for axis in axes {
        if let Some(axis) = axis.dyn_ref::<HtmlElement>() {
            let _ = axis.style().set_property(name, &value);
        }
    }
}

/// Lets the style show the step being read, and the contents list its chapter.
pub fn mark_step(old: Option<&Element>, new: Option<&Element>) {
    for (step, on) in [(old, false), (new, true)] {
        let Some(step) = step else { continue };
        let _ = step.class_list().toggle_with_force("is-on", on);
        let chapter = step.closest(".chap").ok().flatten();
        if let Some(chapter) = &chapter {
            let first = dom::first_in(chapter, ".step").is_some_and(|first| first == *step);
            let _ = chapter.class_list().toggle_with_force("is-on", on);
            let _ = chapter.class_list().toggle_with_force("opens", on && first);
        }
        let chapter = chapter.map(|c| c.id());
        for link in dom::all("#bar .menu a") {
            let to = link.get_attribute("href").unwrap_or_default();
            if to.strip_prefix('#') == chapter.as_deref() {
                dom::set_if(&link, "aria-current", on.then_some("true"));
            }
        }
    }
}
