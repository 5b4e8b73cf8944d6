//! Nothing that has the focus lies under a bar or a card: if it does, the page scrolls until it is seen.

use crate::effect::effect;
use leptos::ev;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use web_sys::Element;

use super::scroll_spy::view;

/// What lies over the text or beside it.
const OVER_TEXT: &str = ".stage, .timeline, .keys, .cards, dialog";
/// How finely free room is looked for, in px.
const STEP: f64 = 12.0;

pub fn follow() {
    effect(move || {
        let focus = window_event_listener(ev::focusin, |_| {
            // After the browser has scrolled.
            request_animation_frame(uncover);
        });
        on_cleanup(move || focus.remove());
    });
}

fn uncover() {
    let Some(focused) = document().active_element() else {
        return;
    };
    // What was pressed with a pointer was seen; and what lies over the text lies over it.
    let is_over = !matches!(focused.closest(OVER_TEXT), Ok(None));
    if is_over || !focused.matches(":focus-visible").unwrap_or_default() {
        return;
    }
    let frame = focused.get_bounding_client_rect();
    let (x, y) = (
        frame.left() + frame.width() / 2.0,
        frame.top() + frame.height() / 2.0,
    );
    if frame.height() == 0.0 || frame.height() > view().1 / 2.0 || is_at(&focused, x, y) {
        return;
    }
    if let Some(free) = middle_of_text(x) {
        window().scroll_by_with_x_and_y(0.0, y - free);
    }
}

fn is_at(element: &Element, x: f64, y: f64) -> bool {
    let hit = document().element_from_point(x as f32, y as f32);
    hit.is_some_and(|hit| element.contains(Some(&hit)) || hit.contains(Some(element)))
}

/// The middle of the room that bars and cards leave to the text.
fn middle_of_text(x: f64) -> Option<f64> {
    let height = view().1;
    let mut free = Vec::new();
    let mut y = STEP / 2.0;
    while y < height {
        let hit = document().element_from_point(x as f32, y as f32);
        let is_text = hit.is_some_and(|hit| matches!(hit.closest(OVER_TEXT), Ok(None)));
        if is_text {
            free.push(y);
        }
        y += STEP;
    }
    free.get(free.len() / 2).copied()
}
