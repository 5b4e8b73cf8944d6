//! Scrolling: which step is being read, how much of the story is read, and jumps to a passage.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::Element;

use super::{dom, root};
use crate::domain::progress;
use crate::state::Reader;
use crate::story::index;

/// What stays free between the bar and a step that is jumped to, px: as much as the style gives
/// to what a link leads to.
const CLEAR: i32 = 16;

thread_local! {
    static STEPS: Vec<Element> = dom::all(".step");
    static FRAME_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Follows the scroll: once a frame, from geometry alone.
pub fn keep(r: Reader) {
    let measure = move || {
        if FRAME_ASKED.replace(true) {
            return;
        }
        gloo::render::request_animation_frame(move |_| {
            FRAME_ASKED.set(false);
            follow(r);
        })
        .forget_handle();
    };
    for name in ["scroll", "resize", "load"] {
        dom::listen(&dom::window(), name, move |_| measure());
    }
    Effect::new(move |old: Option<Option<u16>>| {
        let new = r.step.get();
        let old = old.flatten();
        if old != new {
            STEPS.with(|steps| {
                let at = |step: Option<u16>| step.and_then(|s| steps.get(s as usize));
                root::mark_step(at(old), at(new));
            });
        }
        new
    });
    follow(r);
}

/// Dropping a gloo frame handle cancels it; ours should run.
trait Forget {
    fn forget_handle(self);
}
impl Forget for gloo::render::AnimationFrame {
    fn forget_handle(self) {
        std::mem::forget(self);
    }
}

/// The height of what covers the view's top.
fn covered() -> i32 {
    dom::all(".top")
        .first()
        .map_or(0, |bar| {
            bar.get_bounding_client_rect().bottom().max(0.0) as i32
        })
        .min(view_height() / 3)
}

fn view_height() -> i32 {
    dom::window()
        .inner_height()
        .ok()
        .and_then(|h| h.as_f64())
        .unwrap_or(0.0) as i32
}

/// The step being read, from where the steps stand now.
pub fn active() -> Option<u16> {
    let line = progress::line(view_height(), covered());
    STEPS.with(|steps| {
        let top = |i: usize| steps[i].get_bounding_client_rect().top() as i32;
        progress::active_by(steps.len(), top, line).map(|i| i as u16)
    })
}

fn follow(r: Reader) {
    let active = active();
    if active != r.peek().step {
        r.playing.set(false);
        r.offer.set(None);
        r.drift(|c| match active {
            Some(step) => c.at_step(index(), step),
            None => c.at_opening(),
        });
    }
    if let Some(story) = dom::by_id("story") {
        let rect = story.get_bounding_client_rect();
        let read = progress::permille(-rect.top() as i32, rect.height() as i32, view_height());
        let scale = ["0", "1"][usize::from(read == 1000)];
        let mut value = String::from(scale);
        if read < 1000 {
            value.push('.');
            for digit in [read / 100, read / 10 % 10, read % 10] {
                value.push((b'0' + digit as u8) as char);
            }
        }
        let _ = dom::root().style().set_property("--read", &value);
    }
}

/// Brings a step's top to just above the line at which it counts as being read.
pub fn to_step(step: u16) {
    STEPS.with(|steps| {
        if let Some(element) = steps.get(step as usize) {
            let top = element.get_bounding_client_rect().top();
            let place = f64::from(covered() + CLEAR);
            dom::window().scroll_by_with_x_and_y(0.0, top - place);
        }
    });
}

/// How far the page is scrolled, CSS pixels.
pub fn place() -> f64 {
    dom::window().scroll_y().unwrap_or(0.0)
}

pub fn to_place(place: f64) {
    dom::window().scroll_to_with_x_and_y(0.0, place);
}

/// To the passage that tells the event on the stage; the stage stays as it is.
pub fn jump_to_told(r: Reader) {
    let Some(step) = r.peek().told(index()) else {
        return;
    };
    if active() == Some(step) {
        return;
    }
    r.drift(|mut c| {
        c.step = Some(step);
        c
    });
    to_step(step);
}

/// Changes the page and keeps what is being read where it is in the view.
pub fn holding_place(change: impl FnOnce()) {
    let held = place_held();
    let top = |e: &Element| e.get_bounding_client_rect().top();
    let before = held.as_ref().map(top);
    // Some browsers hold the place themselves, at an element of their own choice; not both.
    let style = dom::root().style();
    let _ = style.set_property("overflow-anchor", "none");
    change();
    if let (Some(held), Some(before)) = (held, before) {
        let moved = top(&held) - before;
        if moved != 0.0 {
            dom::window().scroll_by_with_x_and_y(0.0, moved);
        }
    }
    request_animation_frame(move || {
        let _ = style.remove_property("overflow-anchor");
    });
}

/// The passage or heading at the top of what is being read: something that no perspective hides.
fn place_held() -> Option<Element> {
    let step = STEPS.with(|steps| steps.first().cloned())?;
    let left = step.get_bounding_client_rect().left() as f32 + 8.0;
    let at = dom::document().element_from_point(left, (covered() + 24) as f32)?;
    let find = |selector: &str| at.closest(selector).ok().flatten();
    if find(".reading").is_none()
        && let Some(text) = find(".txt")
    {
        return Some(text);
    }
    match find(".event") {
        Some(event) => dom::first_in(&event, "h4"),
        None => dom::first_in(&find(".step")?, "h3"),
    }
}
