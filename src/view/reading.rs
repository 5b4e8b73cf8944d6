//! What an event or a passage means to each actor: its readings, or its silence in words.

use leptos::prelude::*;

use super::glyph::{SLOTS, badge, heard_word};
use super::statement::{cites, kind_word};
use crate::story::model::{Aspect, Heard, Reading};
use crate::story::{index, labels};

/// The readings of all main actors, one block each; the style shows those of the perspective.
///
/// `voices` says how to word the silence of an actor without a reading; without it such an actor
/// gets no block.
pub fn readings(readings: &'static [Reading], voices: Option<&'static [Heard]>) -> AnyView {
    let blocks: Vec<_> = (0..index().main)
        .filter_map(|slot| {
            let own: Vec<_> = readings.iter().filter(|r| r.actor as usize == slot).collect();
            match voices {
                None if own.is_empty() => None,
                _ => Some(block(slot, own, voices.map_or(Heard::Silent, |v| v[slot]))),
            }
        })
        .collect();
    if blocks.is_empty() {
        return ().into_any();
    }
    view! { <div class="readings">{blocks}</div> }.into_any()
}

fn block(slot: usize, own: Vec<&'static Reading>, heard: Heard) -> AnyView {
    let actor = &index().actors[slot];
    let silent = own.is_empty();
    let body = if silent {
        let words = match heard {
            Heard::Uninvolved => labels::NOT_INVOLVED_LONG,
            _ => labels::NO_STATEMENT,
        };
        view! { <p class="hush">{words}</p> }.into_any()
    } else {
        own.into_iter().map(reading).collect_view().into_any()
    };
    view! {
        <section class="reading" class:silent=silent data-a=SLOTS[slot] data-heard=heard_word(heard)>
            {badge(slot, actor.letter)}
            <h5 class="who">{labels::FROM_CAPITAL.replace("{capital}", actor.capital)}</h5>
            {body}
        </section>
    }
    .into_any()
}

fn reading(reading: &'static Reading) -> AnyView {
    let voice = match reading.heard {
        Heard::Direct => labels::SPEAKS,
        Heard::Reported => labels::THROUGH_OTHERS,
        Heard::Silent | Heard::Uninvolved => labels::SILENT,
    };
    view! {
        <div class="r" data-heard=heard_word(reading.heard)>
            <p class="how"><b>{aspect_word(reading.aspect)}</b> " · " {voice} " · " {kind_word(reading.statement.kind)}</p>
            <p class="st" data-kind=kind_word(reading.statement.kind)>
                {super::inline::inline(reading.statement.text)} {cites(reading.statement.cites)}
            </p>
        </div>
    }
    .into_any()
}

pub fn aspect_word(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Saw => labels::ASPECT_SAW,
        Aspect::Fears => labels::ASPECT_FEARS,
        Aspect::Wants => labels::ASPECT_WANTS,
        Aspect::Offers => labels::ASPECT_OFFERS,
        Aspect::Says => labels::ASPECT_SAYS,
    }
}
