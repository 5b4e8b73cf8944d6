//! An event's record: when, what, who is heard, what it means to whom, what is doubtful.

use leptos::prelude::*;

use crate::domain::date::Day;
use crate::domain::known::{ALL, voices};
use crate::domain::words::{self, SLOTS};

use super::dates;
use super::disagreement::{disagreement, mentions};
use super::glyph::sight_line;
use super::inline::{inline, place_names};
use super::known;
use super::reading::readings;
use super::statement::{cites, paragraph};
use crate::story::model::{Doubt, EventIx, Heard, Theme};
use crate::story::{index, labels, text};

/// The record, inside something known from `around` on.
pub fn event(ix: EventIx, around: Day) -> AnyView {
    let (event, words) = (&index().events[ix as usize], &text().events[ix as usize]);
    let inside = event.known.max(around);
    let known = dates::precision(event.date);
    let known = (!known.is_empty() && words.date_label.is_empty()).then(|| format!(" · {known}"));
    let planned = words
        .planned
        .then(|| view! { " · " <b class="planned">{labels::planned()}</b> });
    let place = words
        .place
        .map(|place| view! { " · " {place_names(place)} });
    let note = (!words.date_note.is_empty())
        .then(|| view! { <p class="small date-note">{inline(words.date_note)}</p> });
    view! {
        <article class="event" id=format!("e-{}", event.id) aria-labelledby=format!("e-{}-t", event.id)
            data-k=known::from(event.known, around)>
            <p class="when">
                {dates::date(event.date, words.date_label, words.date_inferred)} {known}
                " · " {theme_word(words.theme)} {place} {planned}
            </p>
            <h4 id=format!("e-{}-t", event.id)>{words.title}</h4>
            <div class="sum">{paragraph(words.summary, inside)}</div>
            {note}
            {heard(ix)}
            <button type="button" class="plain pin" data-do="pin" data-e=ix.to_string()>{labels::compare_views()}</button>
            {readings(words.readings, Some(&event.voices), inside)}
            {words.doubts.iter().map(|d| doubt(d, inside)).collect_view()}
            {words.disagreements.iter().map(|d| disagreement(*d, inside)).collect_view()}
            {mentions(ix, inside).collect_view()}
        </article>
    }
    .into_any()
}

/// How each main actor is heard on the event and through whom: one list, and before it those that
/// held until a later article changed it.
fn heard(ix: EventIx) -> AnyView {
    let (event, words) = (&index().events[ix as usize], &text().events[ix as usize]);
    let told = |day: Day| {
        let voices = voices(index(), ix, day);
        let heard = |slot: usize| (voices[slot], via(slot, words.readings, day));
        (0..index().main).map(heard).collect::<Vec<_>>()
    };
    let later = index().editions.iter().filter(|day| **day > event.known);
    let mut lists = vec![(event.known, told(event.known))];
    for day in later.copied().chain([ALL]) {
        let now = told(day);
        if lists.last().is_some_and(|(_, last)| *last != now) {
            lists.push((day, now));
        }
    }
    let ends: Vec<_> = lists.iter().skip(1).map(|(day, _)| *day).collect();
    let lists = lists.iter().enumerate().map(|(i, (day, told))| {
        let until = ends.get(i);
        let later = until.map(|_| "");
        let items = told.iter().enumerate().map(|(slot, how)| voice(slot, how));
        view! {
            <ul class="heard" aria-label=labels::who_is_heard() data-k=known::from(*day, event.known)
                data-u=until.map(|day| day.0.to_string()) data-later=later>
                {items.collect_view()}
            </ul>
        }
    });
    lists.collect_view().into_any()
}

/// One actor: the glyph, the name, the word.
fn voice(slot: usize, (heard, via): &(Heard, String)) -> AnyView {
    let how = match heard {
        Heard::Direct => labels::speaks().to_lowercase(),
        Heard::Reported => labels::through_source().replace("{n}", via),
        Heard::Silent => labels::silent().to_lowercase(),
        Heard::Uninvolved => labels::not_involved().to_lowercase(),
    };
    view! {
        <li data-a=SLOTS[slot] data-heard=words::heard_mark(*heard) data-via=via.clone()>
            {sight_line(slot, *heard)} <b>{index().actors[slot].short}</b> " " {how}
        </li>
    }
    .into_any()
}

/// The numbers of the sources that carry an actor's readings known on `day`: "1, 4".
fn via(slot: usize, readings: &[crate::story::model::Reading], day: Day) -> String {
    let mut sources: Vec<u8> = readings
        .iter()
        .filter(|r| r.actor as usize == slot && r.heard != Heard::Silent && r.known <= day)
        .flat_map(|r| r.statement.cites.iter().map(|c| c.source + 1))
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let sources: Vec<_> = sources.iter().map(u8::to_string).collect();
    sources.join(", ")
}

fn doubt(doubt: &'static Doubt, around: Day) -> AnyView {
    view! {
        <p class="doubt-note" id=format!("doubt-{}", doubt.id) data-k=known::from(doubt.known, around)>
            <svg class="warn" viewBox="0 0 18 18" aria-hidden="true"><use href="#warn"></use></svg>
            <span class="st">
                <b>{labels::doubt()}</b> " " {inline(doubt.statement.text)} {cites(doubt.statement.cites)}
            </span>
        </p>
    }
    .into_any()
}

pub fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::Diplomacy => labels::theme_diplomacy(),
        Theme::Security => labels::theme_security(),
        Theme::Territory => labels::theme_territory(),
        Theme::Economy => labels::theme_economy(),
        Theme::Energy => labels::theme_energy(),
        Theme::GreatPower => labels::theme_great_power(),
    }
}
