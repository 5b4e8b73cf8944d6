//! What an event or a passage means to each actor: its readings, or its silence in words.

use leptos::prelude::*;

use crate::domain::words::{self, SLOTS};

use super::glyph::badge;
use super::known;
use super::statement::{cites, kind_word};
use crate::domain::date::Day;
use crate::domain::heard::{Shown, shown};
use crate::domain::perspective::Perspective;
use crate::story::model::{Aspect, Heard, MAX_MAIN, Reading};
use crate::story::{index, labels};

/// The readings of all main actors, one block each; the style shows those of the perspective.
///
/// `voices` says how to word the silence of an actor without a reading; without it such an actor
/// gets no block. They stand inside something known from `around` on.
pub fn readings(
    readings: &'static [Reading],
    voices: Option<&'static [Heard; MAX_MAIN]>,
    around: Day,
) -> AnyView {
    let all = Perspective::all(index().main);
    let shown = shown(readings, voices.unwrap_or(&[Heard::Silent; MAX_MAIN]), all);
    let blocks: Vec<_> = shown
        .chunk_by(|a, b| a.actor() == b.actor())
        .filter(|own| voices.is_some() || matches!(own[0], Shown::Reading(_)))
        .map(|own| block(own, voices.is_some(), around))
        .collect();
    if blocks.is_empty() {
        return ().into_any();
    }
    view! { <div class="readings">{blocks}</div> }.into_any()
}

/// What stands beside an event or a passage for one actor. Beside an event, silence has its words
/// also until the first reading is known.
fn block(own: &[Shown<'static>], at_event: bool, around: Day) -> AnyView {
    let slot = own[0].actor() as usize;
    let actor = &index().actors[slot];
    let silent = matches!(own[0], Shown::Nothing(..));
    let first = own.iter().map(|shown| match shown {
        Shown::Reading(reading) => reading.known,
        Shown::Nothing(..) => around,
    });
    let first = first.min().unwrap_or(around);
    let inside = if at_event { around } else { first.max(around) };
    let until = known::from(first, inside);
    let silence = until.is_some().then(|| {
        view! { <p class="hush" data-u=until data-later="">{labels::no_statement()}</p> }
    });
    let body = own.iter().map(|shown| match *shown {
        Shown::Reading(own) => reading(own, inside),
        Shown::Nothing(_, Heard::Uninvolved) => {
            view! { <p class="hush">{labels::not_involved_long()}</p> }.into_any()
        }
        Shown::Nothing(..) => view! { <p class="hush">{labels::no_statement()}</p> }.into_any(),
    });
    view! {
        <section class="reading" class:silent=silent data-a=SLOTS[slot] data-k=known::from(inside, around)>
            {badge(slot, actor.letter)}
            <p class="who">{labels::from_capital().replace("{capital}", actor.capital)}</p>
            {silence}
            {body.collect_view()}
        </section>
    }
    .into_any()
}

fn reading(reading: &'static Reading, around: Day) -> AnyView {
    let voice = match reading.heard {
        Heard::Direct => labels::speaks(),
        Heard::Reported => labels::through_others(),
        Heard::Silent | Heard::Uninvolved => labels::silent(),
    };
    view! {
        <div class="r" data-row=(reading.aspect as u8).to_string() data-heard=words::heard_mark(reading.heard)
            data-k=known::from(reading.known, around)>
            <p class="meta"><b>{aspect_word(reading.aspect)}</b> " · " {voice} " · " {kind_word(reading.statement.kind)}</p>
            <p class="st" data-kind=kind_word(reading.statement.kind)>
                {super::inline::inline(reading.statement.text)} {cites(reading.statement.cites)}
            </p>
        </div>
    }
    .into_any()
}

pub fn aspect_word(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Saw => labels::aspect_saw(),
        Aspect::Fears => labels::aspect_fears(),
        Aspect::Wants => labels::aspect_wants(),
        Aspect::Offers => labels::aspect_offers(),
        Aspect::Says => labels::aspect_says(),
    }
}
