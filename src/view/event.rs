//! An event's record: when, what, who is heard, what it means to whom, what is doubtful.

use leptos::prelude::*;

use super::dates;
use super::disagreement::{disagreement, mentions};
use super::glyph::{SLOTS, heard_word, sight_line};
use super::inline::{inline, place_names};
use super::reading::readings;
use super::statement::{cites, paragraph};
use crate::story::model::{Doubt, EventIx, Heard, Theme};
use crate::story::{index, labels, text};

pub fn event(ix: EventIx) -> AnyView {
    let (event, words) = (&index().events[ix as usize], &text().events[ix as usize]);
    let known = dates::precision(event.date);
    let known = (!known.is_empty() && words.date_label.is_empty()).then(|| format!(" · {known}"));
    let planned = words
        .planned
        .then(|| view! { " · " <b class="planned">{labels::PLANNED}</b> });
    let place = words
        .place
        .map(|place| view! { " · " {place_names(place)} });
    let note = (!words.date_note.is_empty())
        .then(|| view! { <p class="small date-note">{inline(words.date_note)}</p> });
    view! {
        <article class="event" id=format!("e-{}", event.id) aria-labelledby=format!("e-{}-t", event.id)>
            <p class="when">
                {dates::date(event.date, words.date_label, words.date_inferred)} {known}
                " · " {theme_word(words.theme)} {place} {planned}
            </p>
            <h4 id=format!("e-{}-t", event.id)>{words.title}</h4>
            <div class="sum">{paragraph(words.summary)}</div>
            {note}
            {heard(ix)}
            {readings(words.readings, Some(&event.voices))}
            {words.doubts.iter().map(doubt).collect_view()}
            {words.disagreements.iter().map(|d| disagreement(*d)).collect_view()}
            {mentions(ix).collect_view()}
        </article>
    }
    .into_any()
}

/// How each main actor is heard on the event: the glyph, the name, the word.
fn heard(ix: EventIx) -> AnyView {
    let (event, words) = (&index().events[ix as usize], &text().events[ix as usize]);
    let items = (0..index().main).map(|slot| {
        let heard = event.voices[slot];
        let via = via(slot, words.readings);
        let how = match heard {
            Heard::Direct => labels::SPEAKS.to_lowercase(),
            Heard::Reported => labels::THROUGH_SOURCE.replace("{n}", &via),
            Heard::Silent => labels::SILENT.to_lowercase(),
            Heard::Uninvolved => labels::NOT_INVOLVED.to_lowercase(),
        };
        view! {
            <li data-a=SLOTS[slot] data-heard=heard_word(heard) data-via=via>
                {sight_line(slot, heard)} <b>{index().actors[slot].short}</b> " " <span>{how}</span>
            </li>
        }
    });
    view! { <ul class="heard" aria-label=labels::WHO_IS_HEARD>{items.collect_view()}</ul> }
        .into_any()
}

/// The numbers of the sources that carry an actor's readings: "1, 4".
fn via(slot: usize, readings: &[crate::story::model::Reading]) -> String {
    let mut sources: Vec<u8> = readings
        .iter()
        .filter(|r| r.actor as usize == slot && r.heard != Heard::Silent)
        .flat_map(|r| r.statement.cites.iter().map(|c| c.source + 1))
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let sources: Vec<_> = sources.iter().map(u8::to_string).collect();
    sources.join(", ")
}

fn doubt(doubt: &'static Doubt) -> AnyView {
    view! {
        <p class="doubt-note" id=format!("doubt-{}", doubt.id)>
            <svg class="warn" viewBox="0 0 18 18" aria-hidden="true"><use href="#warn"></use></svg>
            <span class="st">
                <b>{labels::DOUBT}</b> " " {inline(doubt.statement.text)} {cites(doubt.statement.cites)}
            </span>
        </p>
    }
    .into_any()
}

fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::Diplomacy => labels::THEME_DIPLOMACY,
        Theme::Security => labels::THEME_SECURITY,
        Theme::Territory => labels::THEME_TERRITORY,
        Theme::Economy => labels::THEME_ECONOMY,
        Theme::Energy => labels::THEME_ENERGY,
        Theme::GreatPower => labels::THEME_GREAT_POWER,
    }
}
