//! The timeline's three sliders. A range input knows only its own steps: here the thumb is held at
//! the axis' own stops, months and events, and the keys go by them.
//!
//! The phrase for screen readers is set in the same task as the value: a later one is read one move
//! behind.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::bind::{text, watch};
use super::{controls, dom, page, scroll};
use crate::domain::choice::Choice;
use crate::domain::date::Day;
use crate::domain::scale;
use crate::domain::stops::{self, Stops};
use crate::state::Reader;
use crate::story::{date_words, index};

/// Which thumb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thumb {
    Moment,
    From,
    To,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Back,
    Forward,
    PageBack,
    PageForward,
    First,
    Last,
}

impl Thumb {
    fn day(self, choice: Choice) -> Day {
        match self {
            Self::Moment => choice.moment,
            Self::From => choice.window.from,
            Self::To => choice.window.to,
        }
    }

    fn set(self, r: Reader, day: Day) {
        r.playing.set(false);
        r.drift(|c| match self {
            Self::Moment => c.at_moment(index(), day),
            Self::From => c.with_from(index(), day),
            Self::To => c.with_to(index(), day),
        });
    }

    /// What a screen reader says: a date, and the event that the moment stands at. Tracked.
    fn phrase(self, r: Reader) -> String {
        if self != Self::Moment {
            return self.day(r.choice()).month_label(&date_words());
        }
        let mut phrase = controls::moment(r);
        if let Some(title) = r.event.get().and_then(page::event_title) {
            phrase.push_str(", ");
            phrase.push_str(&title);
        }
        phrase
    }
}

/// The stops of each thumb, made once.
struct Axis {
    moments: Stops,
    edges: Stops,
}

impl Axis {
    /// Where a thumb that is dragged to `day` comes to stand. A window ends on the eve of an edge,
    /// so that the month it is dragged to is in it whole.
    fn drag(&self, thumb: Thumb, day: Day) -> Day {
        match thumb {
            Thumb::Moment => stops::snap(&self.moments, day),
            Thumb::From => stops::floor(&self.edges, day),
            Thumb::To => stops::eve(&self.edges, day),
        }
    }

    /// Where a key takes a thumb that stands at `now`; none at the end of the way.
    fn key(&self, thumb: Thumb, now: Day, key: Key) -> Option<Day> {
        let stops = match thumb {
            Thumb::Moment => &self.moments,
            Thumb::From | Thumb::To => &self.edges,
        };
        let to = match (thumb, key) {
            (Thumb::To, Key::Back) => return stops::previous_eve(stops, now),
            (Thumb::To, Key::Forward) => return stops::next_eve(stops, now),
            (Thumb::To, Key::PageForward) => stops::page(stops, Day(now.0 + 1), true),
            (Thumb::To, Key::PageBack) => stops::page(stops, stops::floor(stops, now), false),
            (_, Key::Back) => stops::previous(stops, now),
            (_, Key::Forward) => stops::next(stops, now),
            (_, Key::PageBack) => stops::page(stops, now, false),
            (_, Key::PageForward) => stops::page(stops, now, true),
            (_, Key::First) => Some(stops.first()),
            (_, Key::Last) => Some(stops.last()),
        };
        match thumb {
            Thumb::To => to.map(|day| stops::eve(stops, day)),
            Thumb::Moment | Thumb::From => to,
        }
    }
}

pub fn keep(r: Reader) {
    let axis = Rc::new(Axis {
        moments: stops::stops(index()),
        edges: stops::edges(index()),
    });
    for (thumb, selector) in [
        (Thumb::From, "#dock .in-from"),
        (Thumb::To, "#dock .in-to"),
        (Thumb::Moment, "#dock .in-moment"),
    ] {
        let input = dom::all(selector).pop().and_then(|i| i.dyn_into().ok());
        if let Some(input) = input {
            keep_thumb(r, &axis, thumb, input);
        }
    }
    for flag in dom::all("#dock .flag span") {
        text(flag, move || {
            r.event
                .get()
                .and_then(page::event_title)
                .unwrap_or_default()
        });
    }
}

fn keep_thumb(r: Reader, axis: &Rc<Axis>, thumb: Thumb, input: HtmlInputElement) {
    let slid = Rc::clone(axis);
    let range = input.clone();
    dom::listen(&input, "input", move |_| {
        if let Ok(x) = range.value().parse() {
            thumb.set(r, slid.drag(thumb, scale::day(index().knots, x)));
        }
        // The thumb may have been dragged to where the choice does not follow.
        write(r, thumb, &range);
    });
    let keyed = Rc::clone(axis);
    dom::listen(&input, "keydown", move |event| {
        let Some(key) = key(event) else { return };
        event.prevent_default();
        if let Some(day) = keyed.key(thumb, thumb.day(r.peek()), key) {
            thumb.set(r, day);
            if thumb == Thumb::Moment {
                scroll::jump_to_told(r);
            }
        }
    });
    if thumb == Thumb::Moment {
        // Also where the engine tells of no change, since the thumb was put back to a stop.
        for end in ["change", "pointerup"] {
            dom::listen(&input, end, move |_| r.offer_jump());
        }
    }
    watch(move || write(r, thumb, &input));
}

/// The thumb's place and its phrase, if they are not there already.
fn write(r: Reader, thumb: Thumb, input: &HtmlInputElement) {
    let place = scale::x(index().knots, thumb.day(r.choice())).to_string();
    if input.value() != place {
        input.set_value(&place);
    }
    let phrase = thumb.phrase(r);
    if input.get_attribute("aria-valuetext").as_ref() != Some(&phrase) {
        dom::set(input, "aria-valuetext", &phrase);
    }
}

fn key(event: &Event) -> Option<Key> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    Some(match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => Key::Back,
        "ArrowRight" | "ArrowUp" => Key::Forward,
        "PageDown" => Key::PageBack,
        "PageUp" => Key::PageForward,
        "Home" => Key::First,
        "End" => Key::Last,
        _ => return None,
    })
}
