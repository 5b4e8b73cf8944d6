//! The passage being read stays where it is when the page around it changes: when a phone is turned or a
//! window resized, and when parts of the page go or come.

use crate::effect::effect;
use std::time::Duration;

use leptos::ev;
use leptos::html::Div;
use leptos::leptos_dom::helpers::{
    TimeoutHandle, request_animation_frame, set_timeout_with_handle,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::scroll_spy::{reading_line, view};

/// A place is taken when the page has come to rest.
const REST: Duration = Duration::from_millis(120);
/// A view that changes less in height only shows or hides a bar of the browser's.
const BAR: f64 = 0.15;
/// What lies over the text or beside it.
const NOT_TEXT: &str = ".stage, .timeline, .cards, dialog";

/// What is read: a part of the way down an element, at the reading line.
#[derive(Clone)]
struct Place {
    element: Element,
    part: f64,
    view: (f64, f64),
}

/// Keeps the reader's place when the view gets another size. `column` is where the text stands.
pub fn follow(column: NodeRef<Div>) {
    let held = StoredValue::new_local(None::<Place>);
    let resting = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        let Some(column) = column.get() else { return };
        let take = move || match held.get_value() {
            Some(place) if place.is_of_another_view() => restore(held),
            _ => held.set_value(here(&column)),
        };
        let rest = move || {
            if let Some(resting) = resting.get_value() {
                resting.clear();
            }
            resting.set_value(set_timeout_with_handle(take.clone(), REST).ok());
        };
        rest.clone()();
        let resized = move || {
            if held.with_value(|place| place.as_ref().is_some_and(Place::is_of_another_view)) {
                restore(held);
            }
        };
        for listener in [
            window_event_listener(ev::scroll, move |_| rest()),
            window_event_listener(ev::resize, move |_| resized()),
        ] {
            on_cleanup(move || listener.remove());
        }
    });
}

/// Goes back to the place; again in the next frames, since what comes into view gets its height then.
fn restore(held: StoredValue<Option<Place>, LocalStorage>) {
    let Some(mut place) = held.get_value() else {
        return;
    };
    place.view = view();
    place.go();
    held.set_value(Some(place.clone()));
    request_animation_frame(move || {
        place.go();
        request_animation_frame(move || place.go());
    });
}

impl Place {
    fn is_of_another_view(&self) -> bool {
        let ((w, h), (width, height)) = (self.view, view());
        (w - width).abs() > 0.5 || (h - height).abs() > h * BAR
    }

    fn go(&self) {
        let frame = shown(&self.element).get_bounding_client_rect();
        let now = frame.top() + frame.height() * self.part;
        scroll_by(now - reading_line());
    }
}

/// Where the reader reads; at the very top nothing has to be kept.
fn here(column: &Element) -> Option<Place> {
    if window().scroll_y().unwrap_or_default() < 1.0 {
        return None;
    }
    let element = text_at_line(column)?;
    let frame = element.get_bounding_client_rect();
    let part = (reading_line() - frame.top()) / frame.height().max(1.0);
    Some(Place {
        element,
        part: part.clamp(0.0, 1.0),
        view: view(),
    })
}

/// The innermost part of the text at the reading line.
fn text_at_line(column: &Element) -> Option<Element> {
    let frame = column.get_bounding_client_rect();
    let x = frame.left() + frame.width() / 2.0;
    let all = document().elements_from_point(x as f32, reading_line() as f32);
    let all = all.iter().filter_map(|e| e.dyn_into::<Element>().ok());
    let mut text = all.filter(|e| matches!(e.closest(NOT_TEXT), Ok(None)));
    text.next()
}

/// The element, or what is around it where it is not shown.
fn shown(element: &Element) -> Element {
    let mut shown = element.clone();
    while !has_box(&shown) {
        match shown.parent_element() {
            Some(around) => shown = around,
            None => break,
        }
    }
    shown
}

fn has_box(element: &Element) -> bool {
    element.get_bounding_client_rect().height() > 0.0
}

fn scroll_by(px: f64) {
    if px.abs() >= 1.0 {
        window().scroll_by_with_x_and_y(0.0, px);
    }
}

/// Changes the page without moving the passage being read; where that itself goes, its scene stays. Done
/// by hand, since not every engine does it.
pub fn during(change: impl FnOnce()) {
    let mut tops = Vec::new();
    let mut around = passage();
    while let Some(element) = around {
        tops.push((element.get_bounding_client_rect().top(), element.clone()));
        around = element.parent_element();
    }
    let root = document().document_element();
    let style = root.and_then(|root| Some(root.dyn_into::<HtmlElement>().ok()?.style()));
    let set_anchoring = move |value: &str| {
        if let Some(style) = &style {
            // A property of the page's own takes any of its values.
            let _ = style.set_property("overflow-anchor", value);
        }
    };
    set_anchoring("none");
    change();
    let mut tops = tops.into_iter();
    if let Some((before, element)) = tops.find(|(_, e)| has_box(e)) {
        scroll_by(element.get_bounding_client_rect().top() - before);
    }
    request_animation_frame(move || set_anchoring(""));
}

/// The beat being read, so far as it is in view, else what stands at the reading line.
fn passage() -> Option<Element> {
    let find = |what| document().query_selector(what).ok().flatten();
    let in_view = |element: &Element| {
        let frame = element.get_bounding_client_rect();
        frame.bottom() > 0.0 && frame.top() < view().1
    };
    let beat = find(".beat[data-now]").filter(in_view);
    beat.or_else(|| text_at_line(&find(".scenes")?))
}
