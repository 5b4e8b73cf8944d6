//! A voice card: how one actor saw a beat's event, how it is heard, and who says so. Silence has a
//! card too.

use leptos::prelude::*;

use super::phrases::aspect;
use super::text::{inline, statement};
use crate::domain::date::Day;
use crate::glyph::how;
use crate::story::model::{BeatIx, Card, Voice};
use crate::story::{index, labels, text};
use crate::words::{how_heard, how_mark, slot_mark};

/// The cards of a beat, one for each main actor, inside something known from `around` on.
pub fn cards(beat: BeatIx, around: Day) -> AnyView {
    let of_slot = |slot: usize| {
        let cards = text().beats[usize::from(beat)].cards;
        match cards.iter().find(|card| usize::from(card.actor) == slot) {
            Some(own) => card(beat, own, around),
            None => not_part(slot),
        }
    };
    let all = (0..index().main).map(of_slot).collect_view();
    view! { <div class="cards">{all}</div> }.into_any()
}

/// In the opening: how the sources as a whole let each main actor be heard.
pub fn overall() -> AnyView {
    let all = (0..index().main).map(|slot| {
        let (actor, words) = (&index().actors[slot], &text().actors[slot]);
        view! {
            <section class="card" data-a=slot_mark(slot) data-how=how_mark(actor.voice)>
                <h2>{actor.capital}</h2>
                <p class="by">{how(actor.voice)} {how_heard(actor.voice, "")}</p>
                <p class="said">{inline(words.voice_note)}</p>
            </section>
        }
    });
    view! { <div class="cards">{all.collect_view()}</div> }.into_any()
}

fn card(beat: BeatIx, card: &'static Card, around: Day) -> AnyView {
    let slot = usize::from(card.actor);
    let actor = &index().actors[slot];
    let label = match (card.label, card.voice) {
        ("", Voice::Silent) => labels::is_not_quoted(),
        ("", _) => aspect(card.aspect),
        (label, _) => label,
    };
    let speaker = index().beats[usize::from(beat)].speakers[slot];
    view! {
        <section class="card" data-a=slot_mark(slot) data-how=how_mark(card.voice)>
            <h3>{actor.capital} " " <span>{label}</span></h3>
            <p class="by">{how(card.voice)} {how_heard(card.voice, speaker)}</p>
            <p class="said">{statement(&card.statement, around)}</p>
        </section>
    }
    .into_any()
}

fn not_part(slot: usize) -> AnyView {
    let actor = &index().actors[slot];
    let words = labels::not_part_long().replace("{capital}", actor.capital);
    view! {
        <section class="card" data-a=slot_mark(slot) data-how=how_mark(Voice::Uninvolved)>
            <h3>{actor.capital} " " <span>{labels::is_not_part()}</span></h3>
            <p class="said">{words}</p>
        </section>
    }
    .into_any()
}
