//! What the reader's clicks and switches do. Each control names its deed in `data-do`; one listener
//! serves them all.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::{
    cites, compare, dom, frame, known, layout, map, notice, relations, scroll, search, share,
    steps, table,
};
use crate::domain::choice::{Choice, Mode};
use crate::domain::date::Day;
use crate::state::Reader;
use crate::story::index;

pub fn listen(r: Reader) {
    let document = dom::document();
    dom::listen(&document, "click", move |event| {
        if cites::follow(event) || relations::follow(r, event) {
            return;
        }
        if let Some(link) = dom::closest(event.target(), "a[href^=\"#\"]") {
            steps::reveal(r, &link);
            frame::follow_jump(event, &link);
            follow_link(event, &link);
        }
        if let Some(control) = dom::closest(event.target(), "[data-do]") {
            act(r, &control);
        }
    });
    dom::listen(&document, "change", move |event| {
        let input = event.target().and_then(|t| t.dyn_into().ok());
        if let Some(input) = input {
            switch(r, &input);
        }
    });
}

/// A link within the page. Some engines follow it later than in this task, when what was laid out
/// around its target may have been left out again: so it is followed here.
fn follow_link(event: &Event, link: &Element) {
    let to = link.get_attribute("href").unwrap_or_default();
    let target = to.strip_prefix('#').and_then(dom::by_id);
    if let (Some(target), false) = (target, event.default_prevented() || dom::leaves(event)) {
        event.prevent_default();
        layout::around(&target);
        let _ = dom::window().location().set_hash(&to);
        // An address that is already this one moves nothing.
        scroll::to_element(&target);
    }
}

fn act(r: Reader, control: &Element) {
    if control.get_attribute("aria-disabled").as_deref() == Some("true") {
        return;
    }
    let deed = control.get_attribute("data-do").unwrap_or_default();
    match deed.as_str() {
        "eye" => {
            if let Some(slot) = dom::slot(control) {
                r.decide(|c| c.toggle(slot));
            }
        }
        "nobody" => r.decide(Choice::neutral),
        "back" => step_event(r, false),
        "forward" => step_event(r, true),
        "page-back" => steps::turn(r, false),
        "page-forward" => steps::turn(r, true),
        "search" => search::open(),
        "play" => r.playing.toggle(),
        "jump" => {
            r.offer.set(None);
            scroll::jump_to_told(r);
        }
        "unfold" => r.sheet.toggle(),
        "more" => frame::show_more(!control.matches("[aria-expanded=true]").unwrap_or(false)),
        "zoom-in" => map::zoom(r, 1),
        "zoom-out" => map::zoom(r, -1),
        "zoom-reset" => map::zoom(r, 0),
        "share" => share::open(r),
        "copy" => share::copy(control),
        "known-leave" => known::leave(r),
        "next-article" => known::next_article(r),
        "article" => {
            // Its sheet on the timeline.
            if let Some(Ok(day)) = control.get_attribute("data-d").map(|d| d.parse()) {
                r.playing.set(false);
                r.drift(|c| c.at_moment(index(), Day(day)));
                r.offer_jump();
            }
        }
        "pin" => compare::pin(r, control),
        "compare" => compare::pin_at_hand(r),
        "unpin" => r.decide(|c| c.with_pin(index(), None)),
        "sort" => table::sort(r, control),
        "dismiss" => notice::dismiss(),
        _ => {}
    }
}

/// A radio button or a box, by the name of its group.
fn switch(r: Reader, input: &HtmlInputElement) {
    let value = input.value();
    match input.name().as_str() {
        "mode" => {
            for mode in Mode::ALL {
                if mode.word() == value {
                    r.decide(|c| c.with_mode(index(), mode));
                }
            }
        }
        "known" => r.decide(|c| c.as_known(index(), input.checked())),
        "differ" => table::sift(r),
        "bind" if value == "hold" => r.decide(hold_window),
        "bind" => r.decide(|c| c.hold(index(), false).without_window(index())),
        _ => {}
    }
}

/// Holding begins with the timeline's own span, without the long past.
fn hold_window(choice: Choice) -> Choice {
    let span = index().span;
    choice
        .hold(index(), true)
        .without_window(index())
        .with_from(index(), span.start)
        .with_to(index(), span.end)
}

/// To the next or previous event in the window, and to the passage that tells it.
fn step_event(r: Reader, forward: bool) {
    r.playing.set(false);
    if r.step_event(forward) {
        r.offer.set(None);
        scroll::jump_to_told(r);
    }
}
