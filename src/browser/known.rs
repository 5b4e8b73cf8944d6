//! As known then: hides whatever can be known only after the moment.
//!
//! The page says of each part from which day on it is known (`data-k`), of some until when
//! (`data-u`). They are gathered when the switch is first turned on, in the order of their days;
//! from then on a boundary moves among them, and only what it passes is touched.

use std::cell::OnceCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::bind::{checked, watch_from};
use super::{dom, scroll};
use crate::domain::date::Day;
use crate::domain::known::{self, ALL};
use crate::domain::order;
use crate::domain::words;
use crate::state::Reader;
use crate::story::{date_words, index, labels};

/// Marks what is hidden; the style takes it out of the page.
const LATER: &str = "data-later";

/// A day on which a part appears, or goes.
struct Turn {
    day: i32,
    part: Element,
    goes: bool,
}

/// Before everything that reads the page: what is hidden must be so when others look.
pub fn keep(r: Reader) {
    for switch in switches() {
        if let Ok(switch) = switch.dyn_into::<HtmlInputElement>() {
            checked(switch, move || r.horizon.get() != ALL);
        }
    }
    let turns = OnceCell::new();
    // How many turns lie within the horizon; at first all.
    watch_from(None, move |within: &Option<usize>| {
        let horizon = r.horizon.get();
        if horizon == ALL && turns.get().is_none() {
            return Some(usize::MAX);
        }
        let turns = turns.get_or_init(turns_of_page);
        let now = turns.partition_point(|turn| turn.day <= horizon.0);
        let before = within.unwrap_or(usize::MAX).min(turns.len());
        let apply = || {
            pass(turns, before, now);
            write_banner(horizon);
        };
        match within {
            // The page has only now been opened: nothing is being read yet.
            None => apply(),
            Some(_) => scroll::holding_place(&apply),
        }
        scroll::find_shown(r);
        Some(now)
    });
}

/// Says what is out on the reader's day, and offers the next article, if there is one.
fn write_banner(horizon: Day) {
    let Some(banner) = dom::by_id("then") else {
        return;
    };
    dom::set_if(&banner, "hidden", (horizon == ALL).then_some(""));
    dom::set_if(&dom::root(), "data-known", (horizon != ALL).then_some(""));
    if horizon == ALL {
        return;
    }
    let say = |selector: &str, words: &str| {
        let part = dom::first_in(&banner, selector);
        // Said again, it would be read out again.
        if let Some(part) = part.filter(|p| p.text_content().as_deref() != Some(words)) {
            part.set_text_content(Some(words));
        }
    };
    say(
        "b",
        &labels::known_on().replace("{date}", &horizon.label(&date_words())),
    );
    let (out, all) = (articles(":not([data-later])"), articles(""));
    say("span", &words::known(index(), horizon, out, all));
    let next = if out == 0 {
        labels::known_first()
    } else {
        labels::known_next()
    };
    say("button", next);
    if let Some(button) = dom::first_in(&banner, "button") {
        let is_last = known::next_edition(index(), horizon).is_none();
        dom::set_if(&button, "hidden", is_last.then_some(""));
    }
}

/// How many of the articles match.
fn articles(which: &str) -> usize {
    let mut selector = String::from("#sources .src");
    selector.push_str(which);
    dom::all(&selector).len()
}

/// The switches: among the timeline's controls, and in the contents list.
fn switches() -> Vec<Element> {
    dom::all_of(&["#dock [name=known]", "#bar [name=known]"])
}

fn turns_of_page() -> Vec<Turn> {
    let mut turns = Vec::new();
    for (name, goes) in [("data-k", false), ("data-u", true)] {
        let mut selector = String::from("[");
        selector.push_str(name);
        selector.push(']');
        for part in dom::all(&selector) {
            let day = part.get_attribute(name).and_then(|day| day.parse().ok());
            if let Some(day) = day {
                turns.push(Turn { day, part, goes });
            }
        }
    }
    // There are few days and many turns, and the stops of the sliders have days sorted already: a
    // second sort would be two kilobytes of program.
    let days = order::distinct(turns.iter().map(|turn| Day(turn.day)).collect());
    let mut sorted = Vec::with_capacity(turns.len());
    for day in days {
        sorted.extend(turns.extract_if(.., |turn| turn.day == day.0));
    }
    sorted
}

/// Moves the boundary, turn by turn: a part can appear and go on the way.
fn pass(turns: &[Turn], before: usize, now: usize) {
    let mut at = before;
    while at != now {
        let forward = at < now;
        if !forward {
            at -= 1;
        }
        let turn = &turns[at];
        let hidden = turn.goes == forward;
        dom::set_if(&turn.part, LATER, hidden.then_some(""));
        if forward {
            at += 1;
        }
    }
}

/// Whether an element is out of sight because it, or what is around it, is later than the moment.
pub fn is_later(element: &Element) -> bool {
    element.closest("[data-later]").ok().flatten().is_some()
}

/// Shows everything again. The button that did it is gone then: the focus goes to the switch, where
/// one is in sight.
pub fn leave(r: Reader) {
    r.decide(|c| c.as_known(index(), false));
    for switch in switches() {
        if let Ok(switch) = switch.dyn_into::<HtmlElement>() {
            let _ = switch.focus();
        }
    }
}

/// The reader's day becomes the one on which the next article comes out.
pub fn next_article(r: Reader) {
    r.decide(|c| match known::next_edition(index(), c.moment) {
        Some(day) => c.at_moment(index(), day),
        None => c,
    });
}
