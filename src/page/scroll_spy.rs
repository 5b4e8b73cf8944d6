//! Which beat is being read, from geometry alone, and the way to a beat.

use leptos::ev;
use leptos::html::Div;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions};

use crate::domain::choice::Mode;
use crate::effect::{effect, effect_after};
use crate::reader::Reader;
use crate::story::model::BeatIx;

/// The reading line, in parts of the view's height from its top: under a map that stands on top of
/// the text, and beside one.
const LINE_UNDER: f64 = 0.62;
const LINE_BESIDE: f64 = 0.45;
/// From this width on, in px, the map stands beside the text.
const BESIDE: f64 = 960.0;

/// Keeps the choice at the beat being read, marks that beat, and scrolls to one that is asked for.
pub fn follow(reader: Reader, scenes: NodeRef<Div>) {
    let beats: StoredValue<Vec<Element>, LocalStorage> = StoredValue::new_local(Vec::new());
    let asked = StoredValue::new(false);
    effect(move || {
        let Some(scenes) = scenes.get() else { return };
        beats.set_value(found(&scenes));
        let measure = move || {
            // What is shown alone is what is read.
            let is_alone = reader.layout.get_untracked().is_one_scene();
            if !is_alone && !asked.get_value() {
                asked.set_value(true);
                request_animation_frame(move || {
                    asked.set_value(false);
                    if reader.layout.get_untracked().is_one_scene() {
                        return;
                    }
                    let now = reader.choice_untracked().beat;
                    let mut read = beats.with_value(|beats| at_line(beats));
                    // Where one scene is shown at a time, scrolling leads into no other.
                    if reader.mode.get_untracked() == Mode::Steps && read.is_none() {
                        read = now;
                    }
                    if now != read {
                        reader.update_replace(|choice| choice.at_beat(read));
                    }
                });
            }
        };
        for listener in [
            window_event_listener(ev::scroll, move |_| measure()),
            window_event_listener_untyped("resize", move |_| measure()),
        ] {
            on_cleanup(move || listener.remove());
        }
        // The reader may have scrolled before the program was there; and what was not published is
        // not read.
        effect(move || {
            reader.as_of.track();
            measure();
        });
    });
    effect_after(move |before: Option<Option<BeatIx>>| {
        let now = reader.beat.get();
        beats.with_value(|beats| {
            mark(beats, before.flatten(), false);
            mark(beats, now, true);
        });
        now
    });
    effect(move || {
        let Some((beat, _)) = reader.jump.get() else {
            return;
        };
        if !reader.layout.get_untracked().is_one_scene() {
            beats.with_value(|beats| go(beats, beat));
        }
    });
}

/// The elements of all beats, in reading order.
fn found(scenes: &Element) -> Vec<Element> {
    let Ok(list) = scenes.query_selector_all("[data-beat]") else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.item(i)?.dyn_into().ok())
        .collect()
}

/// The scene of a beat that is its first one.
fn scene_begun(beat: &Element) -> Option<Element> {
    let before = beat.previous_element_sibling();
    let is_first = before.is_none_or(|before| !before.has_attribute("data-beat"));
    beat.parent_element().filter(|_| is_first)
}

/// Where a beat begins to be read, from the view's top: the first one of a scene with what stands over
/// it, the scene's date and title.
fn top(beat: &Element) -> f64 {
    let over = scene_begun(beat).and_then(|scene| scene.first_element_child());
    let from = over.as_ref().unwrap_or(beat);
    from.get_bounding_client_rect().top()
}

/// The view's width and height, in px.
pub fn view() -> (f64, f64) {
    let size = |side: Result<wasm_bindgen::JsValue, _>| {
        side.ok().and_then(|px| px.as_f64()).unwrap_or_default()
    };
    (size(window().inner_width()), size(window().inner_height()))
}

/// How far below the view's top the reader reads, in px.
pub fn reading_line() -> f64 {
    let (width, height) = view();
    let part = if width < BESIDE {
        LINE_UNDER
    } else {
        LINE_BESIDE
    };
    height * part
}

/// The last beat that has reached the reading line.
fn at_line(beats: &[Element]) -> Option<BeatIx> {
    let line = reading_line();
    // What was not published has no place; it counts with the beat before it. A scene's head has one.
    let standing = |beat: usize| (0..=beat).rev().find(|b| has_place(&beats[*b]));
    let numbers: Vec<usize> = (0..beats.len()).collect();
    let reached = numbers
        .partition_point(|beat| standing(*beat).is_none_or(|beat| top(&beats[beat]) <= line));
    let last = standing(reached.checked_sub(1)?)?;
    Some(last as BeatIx)
}

/// Whether a beat stands on the page, or the head of its scene does.
fn has_place(beat: &Element) -> bool {
    let is_shown = |element: &Element| element.get_bounding_client_rect().height() > 0.0;
    let head = scene_begun(beat).and_then(|scene| scene.first_element_child());
    is_shown(beat) || head.as_ref().is_some_and(is_shown)
}

fn mark(beats: &[Element], beat: Option<BeatIx>, is_now: bool) {
    if let Some(element) = beat.and_then(|b| beats.get(usize::from(b))) {
        // An element of this page takes any attribute.
        let _ = match is_now {
            true => element.set_attribute("data-now", ""),
            false => element.remove_attribute("data-now"),
        };
    }
}

/// Scrolls this page alone: an element that is asked to come into view scrolls the page of a host too.
fn go(beats: &[Element], beat: Option<BeatIx>) {
    let place = |element: &Element| {
        let scene = || element.parent_element().filter(|_| !has_place(element));
        let to = scene_begun(element).or_else(scene);
        let to = to.unwrap_or_else(|| element.clone());
        let margin = window().get_computed_style(&to).ok().flatten();
        let margin = margin.and_then(|style| style.get_property_value("scroll-margin-top").ok());
        let margin = margin.and_then(|px| px.strip_suffix("px")?.parse::<f64>().ok());
        let top = to.get_bounding_client_rect().top() - margin.unwrap_or_default();
        top + window().scroll_y().unwrap_or_default()
    };
    let element = beat.and_then(|b| beats.get(usize::from(b)));
    let options = ScrollToOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_top(element.map_or(0.0, place));
    window().scroll_to_with_scroll_to_options(&options);
}
