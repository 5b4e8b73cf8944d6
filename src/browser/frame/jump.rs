//! Jumps within a frame that never scrolls: the host scrolls if it does as it is asked, else the
//! browser if it may, else what the link leads to is shown in place.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::super::{cites, dom, layout, scroll};
use super::{ask_scroll, is_auto, seen};

/// What stays free above the place that is jumped to, px.
const CLEAR: i32 = 8;
/// The host gives the frame the height of what a jump unfolds before it can scroll so far: how often
/// and after how many ms it is looked whether it has.
const TRIES: u8 = 10;
const SETTLE_MS: u32 = 100;
/// How long the browser may take to tell what the reader sees then, ms.
const SEEN_MS: u32 = 150;

/// Brings an element into sight. Only when the reader asks for it: a host's page is not ours to
/// scroll.
pub fn bring(element: &Element) {
    go(element, None);
}

/// Follows a link within the page, where the browser would do nothing.
pub fn follow(event: &Event, link: &Element) {
    if !is_auto() || dom::leaves(event) {
        return;
    }
    let address = link.get_attribute("href").unwrap_or_default();
    let Some(target) = address.strip_prefix('#').and_then(dom::by_id) else {
        return;
    };
    event.prevent_default();
    go(&target, Some(link.clone()));
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        dom::set(target, "tabindex", "-1");
        dom::focus_in_place(target);
    }
}

fn go(element: &Element, link: Option<Element>) {
    if !is_auto() {
        layout::around(element);
        element.scroll_into_view();
        return;
    }
    if element.closest(".sec, .foot").ok().flatten().is_some() {
        show_more(true);
    }
    settle(element.clone(), link, TRIES);
}

fn settle(element: Element, link: Option<Element>, tries: u8) {
    let then = move || {
        if tries > 0 && grows() {
            settle(element, link, tries - 1);
        } else {
            arrive(element, link);
        }
    };
    Timeout::new(SETTLE_MS, then).forget();
}

/// Whether the host has still to give the frame its page's height, as it does otherwise.
fn grows() -> bool {
    let sized = dom::root().has_attribute("data-sized");
    let bottom = dom::by_id("page").map_or(0.0, |page| page.get_bounding_client_rect().bottom());
    let height = dom::window().inner_height().ok().and_then(|h| h.as_f64());
    sized && height.is_some_and(|height| height + 1.0 < bottom)
}

fn arrive(element: Element, link: Option<Element>) {
    if is_seen(&element) {
        return;
    }
    let top = element.get_bounding_client_rect().top() + scroll::place();
    if ask_scroll(top as i32 - CLEAR) {
        return;
    }
    element.scroll_into_view();
    if let Some(link) = link {
        Timeout::new(SEEN_MS, move || {
            if !is_seen(&element) {
                cites::show(&link, &element);
            }
        })
        .forget();
    }
}

/// Unfolds what stands after the story, or folds it.
pub fn show_more(more: bool) {
    dom::put(&dom::root(), "data-more", more.then_some(""));
    if let Some(button) = dom::by_id("more") {
        dom::set(
            &button,
            "aria-expanded",
            if more { "true" } else { "false" },
        );
    }
}

fn is_seen(element: &Element) -> bool {
    let top = element.get_bounding_client_rect().top() as i32;
    seen().is_some_and(|view| view.shows(top))
}
