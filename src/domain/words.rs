//! What the page says of the choice, in words, and the values of the attributes that the style
//! reads. The prerender writes them first, the program keeps them.

use super::choice::Choice;
use super::date::Day;
use super::known;
use super::relations::Link;
use super::window::Window;
use crate::story::model::{ActorIx, EventIx, Heard, Index, StepIx};
use crate::story::{date_words, labels};

/// A slot's value in `data-a`, from which the style takes the actor's colour and line.
pub const SLOTS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

/// The moment, no finer than it is meant: an event's own day as `date_of` words it, else the month.
/// The reader's own day is a day.
pub fn moment(index: &Index, choice: Choice, date_of: &dyn Fn(EventIx) -> String) -> String {
    match choice.event {
        _ if choice.known => choice.moment.label(&date_words()),
        Some(event) if index.events[event as usize].anchor == choice.moment => date_of(event),
        _ => choice.moment.month_label(&date_words()),
    }
}

/// Which event of how many, or how many have happened so far; of those that can be known.
pub fn event_count(index: &Index, choice: Choice) -> String {
    let (label, n) = match choice.event {
        Some(event) => (labels::event_of(), event as usize + 1),
        None => (
            labels::events_so_far(),
            index.events.partition_point(|e| e.anchor <= choice.moment),
        ),
    };
    let known = |to| known::events(index, 0, to, choice.horizon());
    label
        .replace("{n}", &known(n).to_string())
        .replace("{of}", &known(index.events.len()).to_string())
}

/// The window, and how many events lie in it; of those that can be known.
pub fn window_count(index: &Index, window: Window, horizon: Day) -> String {
    let all = window.visible(index.events);
    let shown = known::events(index, all.start, all.end, horizon);
    let known = known::events(index, 0, index.events.len(), horizon);
    labels::window_count()
        .replace("{from}", &window.from.month_label(&date_words()))
        .replace("{to}", &window.to.month_label(&date_words()))
        .replace("{n}", &shown.to_string())
        .replace("{of}", &known.to_string())
}

/// How many of the articles are out, how many events can be known by them; or that nothing can.
pub fn known(index: &Index, horizon: Day, out: usize, articles: usize) -> String {
    if out == 0 {
        let first = index.editions.first().copied().unwrap_or(known::ALL);
        return labels::known_nothing().replace("{date}", &first.label(&date_words()));
    }
    let all = index.events.len();
    labels::known_count()
        .replace("{n}", &out.to_string())
        .replace("{of}", &articles.to_string())
        .replace(
            "{events}",
            &known::events(index, 0, all, horizon).to_string(),
        )
        .replace("{all}", &all.to_string())
}

/// Which passage of how many.
pub fn passage_count(index: &Index, step: Option<StepIx>, horizon: Day) -> String {
    let (mut n, mut of) = (0, 0);
    for (i, other) in index.steps.iter().enumerate() {
        if other.told <= horizon {
            of += 1;
            n += usize::from(i <= step.unwrap_or(0).into());
        }
    }
    labels::passage_of()
        .replace("{n}", &n.to_string())
        .replace("{of}", &of.to_string())
}

/// How an actor is heard on the event on the stage; in a passage without an event, how the sources
/// as a whole let it be heard. In the articles that are out.
pub fn voice(index: &Index, event: Option<EventIx>, slot: usize, horizon: Day) -> Heard {
    match event {
        Some(event) => known::voices(index, event, horizon)[slot],
        None => known::overall(index, slot, horizon),
    }
}

/// In words.
pub fn heard(heard: Heard) -> &'static str {
    match heard {
        Heard::Direct => labels::speaks(),
        Heard::Reported => labels::through_others(),
        Heard::Silent => labels::silent(),
        Heard::Uninvolved => labels::not_involved(),
    }
}

/// The value of `data-heard`.
pub fn heard_mark(heard: Heard) -> &'static str {
    match heard {
        Heard::Direct => "direct",
        Heard::Reported => "reported",
        Heard::Silent => "silent",
        Heard::Uninvolved => "uninvolved",
    }
}

/// Its class in the register and the table.
pub fn voice_mark(heard: Heard) -> &'static str {
    match heard {
        Heard::Direct => "d",
        Heard::Reported => "r",
        Heard::Silent => "s",
        Heard::Uninvolved => "u",
    }
}

/// Who is heard and how, one capital after the other.
pub fn sights(index: &Index, event: Option<EventIx>, horizon: Day) -> String {
    let mut words = String::new();
    for slot in 0..index.main {
        if slot > 0 {
            words.push_str("; ");
        }
        words.push_str(index.actors[slot].capital);
        words.push_str(": ");
        words.push_str(heard(voice(index, event, slot, horizon)));
    }
    words
}

/// Who is heard how on an event: one phrase for each way of being heard, with the names of those it
/// holds for.
pub fn who_is_heard(index: &Index, event: EventIx, horizon: Day) -> String {
    let mut words = String::new();
    for how in [
        Heard::Direct,
        Heard::Reported,
        Heard::Silent,
        Heard::Uninvolved,
    ] {
        let mut first = true;
        for slot in 0..index.main {
            if voice(index, Some(event), slot, horizon) != how {
                continue;
            }
            if !first {
                words.push_str(", ");
            } else {
                if !words.is_empty() {
                    words.push_str(". ");
                }
                words.push_str(heard(how));
                words.push_str(": ");
            }
            first = false;
            words.push_str(index.actors[slot].name);
        }
    }
    if !words.is_empty() {
        words.push('.');
    }
    words
}

/// In a word, for a column of its own.
pub fn voice_short(heard: Heard) -> &'static str {
    match heard {
        Heard::Direct => labels::voice_speaks(),
        Heard::Reported => labels::voice_through(),
        Heard::Silent => labels::voice_silent(),
        Heard::Uninvolved => labels::voice_uninvolved(),
    }
}

/// How many of the table's events are shown.
pub fn shown_count(shown: usize, of: usize) -> String {
    labels::shown_count()
        .replace("{n}", &shown.to_string())
        .replace("{of}", &of.to_string())
}

/// A level in words.
pub fn level(level: i8) -> &'static str {
    match level {
        2 => labels::level_2(),
        1 => labels::level_1(),
        0 => labels::level_0(),
        -1 => labels::level_minus_1(),
        _ => labels::level_minus_2(),
    }
}

/// The value of `data-level` for a level, or for no word.
pub fn level_mark(level: Option<i8>) -> &'static str {
    match level {
        Some(2) => "2",
        Some(1) => "1",
        Some(0) => "0",
        Some(-1) => "-1",
        Some(_) => "-2",
        None => "none",
    }
}

/// A level that stands without its object: "at arm's length"; or no word.
pub fn level_alone(level: Option<i8>) -> &'static str {
    match level {
        Some(0) => labels::level_0_alone(),
        Some(known) => self::level(known),
        None => labels::no_word(),
    }
}

/// One direction at a moment: "Japan courts Russia", "China: no word on Japan"; and, where it is no
/// longer what it was, since when: "Japan courts Russia, changed since November 2012".
pub fn line(index: &Index, link: Link, changed_since: Option<Day>) -> String {
    let name = |actor: ActorIx| index.actors[actor as usize].name;
    let mut words = match link.position {
        Some(position) => {
            let mut words = String::from(name(link.actor));
            words.push(' ');
            words.push_str(level(index.positions[position].level));
            words.push(' ');
            words.push_str(name(link.toward));
            words
        }
        None => labels::no_word_on()
            .replace("{actor}", name(link.actor))
            .replace("{toward}", name(link.toward)),
    };
    if let Some(day) = changed_since {
        words.push_str(", ");
        words.push_str(&changed(day));
    }
    words
}

/// "changed since November 2012".
pub fn changed(since: Day) -> String {
    labels::changed_since().replace("{month}", &since.month_label(&date_words()))
}
