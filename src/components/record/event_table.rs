//! All events and who is heard on each, as a table: the overview of the record. The island around it
//! sorts and filters its rows by the data that they carry.

use leptos::prelude::*;

use super::dates;
use super::event::theme_word;
use super::part::{count, counts, part};
use crate::components::as_of::{PAGE, since, stretches};
use crate::components::text::place_names;
use crate::domain::as_of::voices;
use crate::domain::date::Day;
use crate::domain::event_rows::{Doubtful, Order};
use crate::glyph::{badge, how};
use crate::islands;
use crate::story::model::{Dispute, EventIx};
use crate::story::{index, labels, text};
use crate::words::{how_heard, how_mark, slot_mark};

#[component]
pub fn EventTable() -> impl IntoView {
    let all = index().events.len();
    let known: Vec<_> = index().events.iter().map(|e| e.published_by).collect();
    let heading = counts(&known, PAGE, |n| {
        labels::all_events_h().replace("{n}", &n.to_string())
    });
    let voices = (0..index().main).map(|slot| {
        let name = index().actors[slot].short;
        view! { <th scope="col" class="v" data-a=slot_mark(slot)>{badge(slot)} <span>{name}</span></th> }
    });
    let rows: Vec<_> = (0..all).map(|e| row(e as EventIx)).collect();
    let body = view! {
        <islands::EventTable>
            <div class="wide" role="group" aria-labelledby="all-events-h" tabindex="0">
                <table class="events" id="table" aria-labelledby="all-events-h">
                    <thead>
                        <tr>
                            <th scope="col" data-sort=Order::Date.word() aria-sort="ascending">{sorting(labels::column_when())}</th>
                            <th scope="col">{labels::column_what()}</th>
                            {voices.collect_view()}
                            <th scope="col" class="m">{labels::column_where()}</th>
                            <th scope="col" class="m" data-sort=Order::Theme.word()>{sorting(labels::column_theme())}</th>
                            <th scope="col" class="m">{labels::column_caution()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </islands::EventTable>
    };
    part(
        "all-events",
        heading,
        labels::all_events_about(),
        PAGE,
        body,
    )
}

/// The head of a column by which the program sorts.
fn sorting(name: &'static str) -> impl IntoView {
    view! { <button type="button" class="only-js">{name}</button> <span class="no-js">{name}</span> }
}

fn row(ix: EventIx) -> AnyView {
    let (event, words) = (
        &index().events[usize::from(ix)],
        &text().events[usize::from(ix)],
    );
    let cells: Vec<_> = (0..index().main).map(|slot| voice(ix, slot)).collect();
    let place = match words.place {
        Some(place) => place_names(place),
        None => labels::no_place().into_any(),
    };
    view! {
        <tr data-e=ix.to_string() data-t=(words.theme as u8).to_string() data-since=since(event.published_by, PAGE)>
            <td class="when">{dates::date(event.date, words.date_label, words.date_inferred)}</td>
            <th scope="row"><a href=format!("#e-{}", event.id)>{words.title}</a></th>
            {cells}
            <td class="m">{place}</td>
            <td class="m">{theme_word(words.theme)}</td>
            <td class="m">{caution(ix)}</td>
        </tr>
    }
    .into_any()
}

/// How one actor is heard on an event, edition by edition where that changes.
fn voice(ix: EventIx, slot: usize) -> AnyView {
    let event = &index().events[usize::from(ix)];
    let told = stretches(event.published_by, |day| voices(index(), ix, day)[slot]);
    let marks = told.into_iter().map(|of| {
        view! {
            <span data-how=how_mark(of.what) data-since=of.since data-until=of.until>
                {how(of.what)} <span class="vh">{how_heard(of.what, "")}</span>
            </span>
        }
    });
    view! { <td class="v" data-a=slot_mark(slot)>{marks.collect_view()}</td> }.into_any()
}

/// How many doubts there are, and on what the sources differ.
fn caution(ix: EventIx) -> AnyView {
    let (event, words) = (
        &index().events[usize::from(ix)],
        &text().events[usize::from(ix)],
    );
    let days: Vec<_> = words.doubts.iter().map(|d| d.published_by).collect();
    let doubts = counts(&days, event.published_by, |n| {
        count(n, labels::one_doubt(), labels::doubts())
    });
    let differs = differs(ix).into_iter().map(|(bit, name, day)| {
        view! { <span class="differs" data-d=bit.to_string() data-since=since(day, event.published_by)>{name}</span> }
    });
    // The bit that the filter names doubts by.
    let first = days.iter().min().copied();
    let doubts = first.map(|first| {
        let since = since(first, event.published_by);
        view! { <span data-d=Doubtful::DOUBT.0.to_string() data-since=since>{doubts}</span> }
    });
    view! { {doubts} {differs.collect_view()} }.into_any()
}

/// On what the sources differ over an event: the bit by which a row and the filter name it, the words,
/// and the day from which on that could be known. What the story says of it, and every disagreement
/// that names it.
fn differs(event: EventIx) -> Vec<(u8, &'static str, Day)> {
    let own = text().events[usize::from(event)].disputed;
    let last = index().editions.last().copied();
    let kinds = [
        (Dispute::Fact, Doubtful::FACT, labels::disputed_fact()),
        (Dispute::Motive, Doubtful::MOTIVE, labels::disputed_motive()),
        (
            Dispute::Significance,
            Doubtful::MEANING,
            labels::disputed_meaning(),
        ),
    ];
    let found = kinds.into_iter().filter_map(|(kind, bit, name)| {
        let named = text().disagreements.iter();
        let named = named.filter(|d| d.about == kind && d.events.contains(&event));
        // Of what the story itself calls disputed it says no day: all articles are out then.
        let own = own.contains(&kind).then_some(last).flatten();
        Some((bit.0, name, named.map(|d| d.published_by).min().or(own)?))
    });
    found.collect()
}
