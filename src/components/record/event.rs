//! An event's record: when and where, what happened, what it means to whom, what is doubtful, and
//! where the sources part ways.

use leptos::prelude::*;

use super::dates;
use super::disagreement::{disagreement, mentions};
use super::doubts::doubts;
use super::reading::readings;
use crate::components::as_of::since;
use crate::components::text::{inline, place_names, statements};
use crate::domain::date::Day;
use crate::story::model::{EventIx, Theme};
use crate::story::{index, labels, text};

/// The record of one event, inside something known from `around` on.
pub fn event(ix: EventIx, around: Day) -> AnyView {
    let (event, words) = (
        &index().events[usize::from(ix)],
        &text().events[usize::from(ix)],
    );
    let inside = event.published_by.max(around);
    let note = (!words.date_note.is_empty())
        .then(|| view! { <p class="date-note">{inline(words.date_note)}</p> });
    let clashes = words.disagreements.iter().map(|d| disagreement(*d, inside));
    let title = format!("e-{}-t", event.id);
    let labelled = title.clone();
    view! {
        <article class="event" id=format!("e-{}", event.id) aria-labelledby=labelled data-e=ix.to_string()
            data-since=since(event.published_by, around)>
            {facts(ix)}
            <h4 id=title>{words.title}</h4>
            <p class="sum">{statements(words.summary, inside)}</p>
            {note}
            {readings(event, words.readings, inside)}
            {doubts(words.doubts, inside)}
            {clashes.collect_view()}
            {mentions(ix, inside)}
            <p class="ways only-js"><a href="#compare" data-pin=event.id>{labels::compare_views()}</a></p>
        </article>
    }
    .into_any()
}

/// When, how finely that is known, where, of what kind, and whether it was only planned.
fn facts(ix: EventIx) -> AnyView {
    let (event, words) = (
        &index().events[usize::from(ix)],
        &text().events[usize::from(ix)],
    );
    // The article's own words for a date say how fine it is.
    let precision = dates::precision(event.date);
    let precision =
        (!precision.is_empty() && words.date_label.is_empty()).then(|| format!(", {precision}"));
    let place = words
        .place
        .map(|place| view! { " · " {place_names(place)} });
    let planned = words
        .planned
        .then(|| view! { " · " <b>{labels::planned()}</b> });
    view! {
        <p class="facts">
            {dates::date(event.date, words.date_label, words.date_inferred)} {precision} {place}
            " · " {theme_word(words.theme)} {planned}
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
