//! Scrolling: which step is being read, how much of the story is read, and jumps to a passage.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

use super::bind::watch_from;
use super::{dom, frame, known, layout, root};
use crate::domain::choice::Mode;
use crate::domain::frame::View;
use crate::domain::progress;
use crate::state::Reader;
use crate::story::index;

/// What stays free between the bar and a step that is jumped to, px: as much as the style gives
/// to what a link leads to.
const CLEAR: f64 = 16.0;

thread_local! {
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    /// One closure for all frames: nothing is left behind by any of them.
    static NEXT: Closure<dyn FnMut()> = Closure::new(run_waiting);
    static STEPS: Vec<Element> = dom::all(".step");
    /// Those of them that are not later than the moment: only these have a place.
    static SHOWN: RefCell<Vec<u16>> = RefCell::new(shown());
    /// The step that is marked as being read.
    static MARKED: Cell<Option<u16>> = const { Cell::new(None) };
    static FRAME_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Follows the scroll: once a frame, from geometry alone.
pub fn keep(r: Reader) {
    let measure = move || {
        if FRAME_ASKED.replace(true) {
            return;
        }
        next_frame(move || {
            FRAME_ASKED.set(false);
            follow(r);
        });
    };
    for name in ["scroll", "resize", "load"] {
        dom::listen(&dom::window(), name, move |_| measure());
    }
    watch_from(None, move |old| {
        let mut new = r.step.get();
        if r.mode.get() == Mode::Steps {
            // One at a time there is always one.
            new = new.or(Some(0));
            write_read(r);
        }
        if *old != new {
            STEPS.with(|steps| {
                let at = |step: Option<u16>| step.and_then(|s| steps.get(s as usize));
                root::mark_step(at(*old), at(new));
            });
            MARKED.set(new);
        }
        new
    });
    // Passages get their heights when they come near the view.
    if let Some(steps) = dom::by_id("steps") {
        dom::on_resize(&steps, measure);
    }
    follow(r);
}

/// Once, before the next frame is drawn.
pub fn next_frame(then: impl FnOnce() + 'static) {
    next_frame_boxed(Box::new(then));
}

fn next_frame_boxed(then: Box<dyn FnOnce()>) {
    WAITING.with_borrow_mut(|waiting| waiting.push(then));
    NEXT.with(|run| {
        let _ = dom::window().request_animation_frame(run.as_ref().unchecked_ref());
    });
}

fn run_waiting() {
    for then in WAITING.take() {
        then();
    }
}

/// What of the page is in view, from the window's top edge: all of the window, but for a frame that
/// never scrolls.
fn view() -> View {
    frame::seen().unwrap_or_else(|| View {
        top: 0,
        height: height() as i32,
    })
}

/// The window's height, CSS pixels.
pub fn height() -> f64 {
    let height = dom::window().inner_height();
    height.ok().and_then(|h| h.as_f64()).unwrap_or(0.0)
}

/// Whether an element is further down than what is in view.
pub fn is_below(element: &Element) -> bool {
    let view = view();
    element.get_bounding_client_rect().top() as i32 > view.top + view.height
}

/// The height of what covers the view's top.
fn covered(view: View) -> i32 {
    let bar = dom::by_id("bar");
    let cover = match frame::is_auto() {
        true => bar.and_then(|bar| dom::first_in(&bar, ".strip")),
        false => bar,
    };
    cover
        .map_or(0, |bar| bar.get_bounding_client_rect().bottom() as i32)
        .saturating_sub(view.top)
        .clamp(0, view.height.max(0) / 3)
}

/// The step being read: the one that is shown, if they are shown one at a time, else from where the
/// steps stand now.
pub fn active(r: Reader) -> Option<u16> {
    if r.mode.peek() == Mode::Steps {
        return r.peek().step;
    }
    let view = view();
    if view.height <= 0 {
        // A frame that is not shown has no places.
        return r.peek().step;
    }
    let line = view.top + progress::line(view.height, covered(view));
    STEPS.with(|steps| {
        SHOWN.with_borrow(|shown| {
            let top = |i: usize| steps[shown[i] as usize].get_bounding_client_rect().top() as i32;
            progress::active_by(shown.len(), top, line).map(|i| shown[i])
        })
    })
}

fn shown() -> Vec<u16> {
    let mut shown = Vec::new();
    STEPS.with(|steps| {
        for (i, step) in steps.iter().enumerate() {
            if !known::is_later(step) {
                shown.push(i as u16);
            }
        }
    });
    shown
}

/// Another part of the story is shown now. Where the page lies still, no scroll says so.
pub fn find_shown(r: Reader) {
    SHOWN.set(shown());
    next_frame(move || follow(r));
}

/// Takes over what is being read from where things stand now.
pub fn follow(r: Reader) {
    frame::place_followers(r);
    let active = active(r);
    if active != r.peek().step {
        r.playing.set(false);
        r.offer.set(None);
        r.drift(|c| match active {
            Some(step) => c.at_step(index(), step),
            None => c.at_opening(),
        });
    }
    layout::follow(active);
    write_read(r);
}

/// How much of the story is read, as a custom property from 0 to 1.
fn write_read(r: Reader) {
    let Some(story) = dom::by_id("story") else {
        return;
    };
    let read = if r.mode.peek() == Mode::Steps {
        let last = index().steps.len() as i32 - 1;
        i32::from(r.peek().step.unwrap_or(0)) * 1000 / last.max(1)
    } else {
        let (rect, view) = (story.get_bounding_client_rect(), view());
        let passed = view.top - rect.top() as i32;
        progress::permille(passed, rect.height() as i32, view.height)
    };
    let mut value = String::from(["0", "1"][usize::from(read == 1000)]);
    if read < 1000 {
        value.push('.');
        for digit in [read / 100, read / 10 % 10, read % 10] {
            value.push((b'0' + digit as u8) as char);
        }
    }
    // On the line itself: on the root it would restyle the whole page.
    let line = dom::by_id("read");
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
        let _ = line.style().set_property("--read", &value);
    }
}

/// Brings a step's top to just above the line at which it counts as being read.
pub fn to_step(step: u16) {
    STEPS.with(|steps| {
        let shown = steps.get(step as usize).filter(|s| !known::is_later(s));
        if frame::is_auto() {
            // The picture stands before the passage.
            let one = dom::root().get_attribute("data-mode").as_deref() == Some(Mode::Steps.word());
            let story = dom::by_id("story").filter(|_| one);
            if let Some(element) = story.as_ref().or(shown) {
                frame::bring(element);
            }
        } else if let Some(element) = shown {
            to_element(element);
        }
    });
}

/// Brings an element's top to just below the bar.
pub fn to_element(element: &Element) {
    layout::around(element);
    let top = element.get_bounding_client_rect().top();
    // Not where the bar is now: it stands at the top once the page is scrolled.
    let bar = dom::by_id("bar");
    let bar = bar.map_or(0.0, |bar| bar.get_bounding_client_rect().height());
    let place = bar + CLEAR;
    dom::window().scroll_by_with_x_and_y(0.0, top - place);
}

/// How far the page is scrolled, CSS pixels.
pub fn place() -> f64 {
    dom::window().scroll_y().unwrap_or(0.0)
}

/// How far the passage's top, or the page's without one, lies above the window's: this stays true
/// where passages before it have not been laid out yet, and their heights are guesses.
pub fn depth(step: Option<u16>) -> f64 {
    STEPS.with(|steps| {
        let step = step.and_then(|step| steps.get(usize::from(step)));
        let top = step.map(|step| step.get_bounding_client_rect().top());
        top.map_or_else(place, |top| -top)
    })
}

/// Scrolls to where [`depth`] was measured.
pub fn to_depth(step: Option<u16>, wanted: f64) {
    layout::around_step(usize::from(step.unwrap_or(0)));
    dom::window().scroll_by_with_x_and_y(0.0, wanted - depth(step));
}

/// To the passage that tells the event on the stage; the stage stays as it is.
pub fn jump_to_told(r: Reader) {
    let Some(step) = r.peek().told(index()) else {
        return;
    };
    if active(r) == Some(step) {
        return;
    }
    r.drift(|mut c| {
        c.step = Some(step);
        c
    });
    to_step(step);
}

/// Changes the page and keeps what is being read where it is in the view.
pub fn holding_place(change: &dyn Fn()) {
    let held = place_held();
    let top = |e: &Element| e.get_bounding_client_rect().top();
    let before = held.as_ref().map(top);
    // Some browsers hold the place themselves, at an element of their own choice; not both.
    let style = dom::root().style();
    let _ = style.set_property("overflow-anchor", "none");
    change();
    if let (Some(held), Some(before)) = (held, before) {
        let moved = top(&still_there(held)) - before;
        if moved != 0.0 {
            dom::window().scroll_by_with_x_and_y(0.0, moved);
        }
    }
    next_frame(move || {
        let _ = style.remove_property("overflow-anchor");
    });
}

/// What is held, or the nearest passage before it that the change has left; or else what says why
/// there is none.
fn still_there(held: Element) -> Element {
    if !known::is_later(&held) {
        return held;
    }
    let mut before = dom::by_id("story").unwrap_or_else(|| held.clone());
    for part in dom::all(".then, .steps :is(.txt, h2, h3, h4)") {
        if part == held {
            break;
        }
        if !known::is_later(&part) {
            before = part;
        }
    }
    before
}

/// The passage or heading at the top of what is being read: something that no perspective hides.
fn place_held() -> Option<Element> {
    let steps = dom::by_id("steps")?;
    let left = steps.get_bounding_client_rect().left() as f32 + 8.0;
    let view = view();
    let line = view.top + covered(view) + 24;
    let at = dom::document().element_from_point(left, line as f32)?;
    let find = |selector: &str| at.closest(selector).ok().flatten();
    if find(".reading").is_none()
        && let Some(text) = find(".txt")
    {
        return Some(text);
    }
    match find(".event") {
        Some(event) => dom::first_in(&event, "h4"),
        // Between passages, the one that counts as being read.
        None => {
            let marked = || STEPS.with(|steps| steps.get(usize::from(MARKED.get()?)).cloned());
            let step = find(".step").or_else(marked);
            dom::first_in(&step?, "h3")
        }
    }
}
