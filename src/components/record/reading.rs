//! What an event means to each actor: all its readings, or the kind of its silence.

use leptos::prelude::*;

use crate::components::as_of::since;
use crate::components::phrases::aspect;
use crate::components::text::{cites, inline};
use crate::domain::date::Day;
use crate::glyph::{badge, how};
use crate::story::model::{ActorIx, Event, Kind, Reading, Voice};
use crate::story::{index, labels, text};
use crate::words::{how_heard, how_mark, slot_mark};

/// The readings of all actors, inside something known from `around` on: first those who are heard or
/// miss their word, in the actors' order, then in one line those who have no part in it.
pub fn readings(event: &'static Event, all: &'static [Reading], around: Day) -> AnyView {
    let actors = 0..index().actors.len();
    let rows = actors
        .clone()
        .map(|actor| of_actor(event, actor, all, around));
    let outside = actors.filter(|actor| *actor < index().main && is_outside(event, *actor, all));
    let outside: Vec<_> = outside.map(|actor| index().actors[actor].name).collect();
    let outside = (!outside.is_empty()).then(|| {
        let words = labels::not_part_names().replace("{names}", &outside.join(", "));
        view! { <p class="outside">{words}</p> }
    });
    view! { <div class="readings">{rows.collect_view()} {outside}</div> }.into_any()
}

fn is_outside(event: &Event, slot: usize, all: &[Reading]) -> bool {
    event.voices[slot] == Voice::Uninvolved && !all.iter().any(|r| usize::from(r.actor) == slot)
}

/// One actor's rows. A main actor of whom nothing is told yet has a row that says so.
fn of_actor(event: &Event, actor: usize, all: &'static [Reading], around: Day) -> AnyView {
    let own = || all.iter().filter(move |r| usize::from(r.actor) == actor);
    let rows = own().map(|r| row(r, around)).collect_view();
    let is_main = actor < index().main;
    let silence = match own().map(|r| r.published_by).min() {
        None if is_main && !is_outside(event, actor, all) => Some(None),
        // Until the first of them can be known there is nothing else to show.
        Some(first) if is_main => since(first, around).map(Some),
        _ => None,
    };
    let silence = silence.map(|until| {
        view! {
            <div class="reading" data-a=slot_mark(actor) data-how=how_mark(Voice::Silent) data-until=until>
                {who(actor)}
                <p class="by">{how(Voice::Silent)} <span>{labels::no_statement()}</span></p>
            </div>
        }
    });
    view! { {silence} {rows} }.into_any()
}

fn row(reading: &'static Reading, around: Day) -> AnyView {
    let actor = usize::from(reading.actor);
    let words = &reading.statement;
    // Of a silence that cites nothing there is no kind of statement to tell.
    let kind = (!words.cites.is_empty()).then(|| view! { " · " {kind_word(words.kind)} });
    view! {
        <div class="reading" data-a=mark(reading.actor) data-how=how_mark(reading.voice)
            data-row=(reading.aspect as u8).to_string() data-since=since(reading.published_by, around)>
            {who(actor)}
            <p class="by">
                {how(reading.voice)}
                <span><span class="what"><b>{aspect(reading.aspect)}</b> " · "</span>{by_whom(reading)} {kind}</span>
            </p>
            <p class="said">{inline(words.text)} {cites(words.cites)}</p>
        </div>
    }
    .into_any()
}

/// Whose it is: badge and name; a minor actor has no badge.
fn who(actor: usize) -> AnyView {
    let badge = (actor < index().main).then(|| badge(actor));
    view! { <p class="who">{badge} <b>{index().actors[actor].name}</b></p> }.into_any()
}

fn mark(actor: ActorIx) -> Option<&'static str> {
    let actor = usize::from(actor);
    (actor < index().main).then(|| slot_mark(actor))
}

/// How it is heard, with the names of those who tell it; where many do, with their number.
fn by_whom(reading: &Reading) -> String {
    let mut sources: Vec<_> = reading.statement.cites.iter().map(|c| c.source).collect();
    sources.sort_unstable();
    sources.dedup();
    let name = |source: u8| text().sources[usize::from(source)].short;
    match (reading.voice, &sources[..]) {
        (Voice::Reported, [a]) => how_heard(Voice::Reported, name(*a)),
        (Voice::Reported, [a, b]) => {
            let both = format!("{}{}{}", name(*a), labels::map_and(), name(*b));
            labels::as_told_by_several().replace("{speakers}", &both)
        }
        (Voice::Reported, [_, _, ..]) => {
            let many = labels::articles().replace("{n}", &sources.len().to_string());
            labels::as_told_by_several().replace("{speakers}", &many)
        }
        (voice, _) => how_heard(voice, ""),
    }
}

pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => labels::kind_reported(),
        Kind::Paraphrase => labels::kind_paraphrase(),
        Kind::Inference => labels::kind_inference(),
    }
}
