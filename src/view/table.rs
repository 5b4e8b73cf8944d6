//! All events and who is heard on each, as a table: the register in words. The program sorts and
//! filters its rows.

use leptos::prelude::*;

use super::dates;
use super::event::theme_word;
use super::known;
use crate::domain::compare;
use crate::domain::date::Day;
use crate::domain::words::{self, SLOTS, voice_mark};
use crate::story::model::{Dispute, EventIx};
use crate::story::{index, labels, text};

/// What sources can differ on: the bit by which a row and the filter name it, and its words.
fn disputes() -> [(Dispute, u8, &'static str); 3] {
    [
        (Dispute::Fact, 1, labels::differ_fact()),
        (Dispute::Motive, 2, labels::differ_motive()),
        (Dispute::Significance, 4, labels::differ_significance()),
    ]
}

#[component]
pub fn Table() -> impl IntoView {
    let count = index().events.len();
    let boxes = disputes().map(|(_, bit, name)| {
        view! { <label><input type="checkbox" name="differ" value=bit.to_string() /> <span>{name}</span></label> }
    });
    let voices = (0..index().main).map(|slot| {
        view! { <th scope="col" data-a=SLOTS[slot]>{index().actors[slot].short}</th> }
    });
    let sortable = |by: &'static str, name: &'static str, sort: Option<&'static str>| {
        view! { <th scope="col" aria-sort=sort><button type="button" data-do="sort" value=by>{name}</button></th> }
    };
    let rows: Vec<_> = (0..count).map(|e| row(e as EventIx)).collect();
    view! {
        <h3 id="table-h">{labels::all_events()}</h3>
        <div class="sift only-js" id="sift">
            <fieldset><legend>{labels::only_where_differ()}</legend>{boxes.collect_view()}</fieldset>
            <p class="small shown" role="status">{words::shown_count(count, count)}</p>
        </div>
        <div class="scroll all-scroll far" role="region" aria-labelledby="table-h" tabindex="0">
            <table class="all" id="table" aria-labelledby="table-h">
                <thead>
                    <tr>
                        {sortable("date", labels::column_event(), Some("ascending"))}
                        {voices.collect_view()}
                        {sortable("heard", labels::column_heard(), None)}
                        {sortable("theme", labels::column_theme(), None)}
                        <th scope="col">{labels::column_differs()}</th>
                        <th scope="col" class="only-js">{labels::compare()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(ix: EventIx) -> AnyView {
    let (event, words) = (&index().events[ix as usize], &text().events[ix as usize]);
    let voices: Vec<_> = (0..index().main)
        .map(|slot| {
            let voice = event.voices[slot];
            view! { <td data-a=SLOTS[slot] class=voice_mark(voice)><span>{words::voice_short(voice)}</span></td> }
        })
        .collect();
    let disputed: Vec<_> = disputed(ix)
        .enumerate()
        .map(|(i, (bit, name, day))| {
            let comma = (i > 0).then_some(", ");
            view! { <span data-d=bit.to_string() data-k=known::from(day, event.known)>{comma}{name}</span> }
        })
        .collect();
    view! {
        <tr data-e=ix.to_string() data-t=(words.theme as u8).to_string() data-k=known::from(event.known, known::PAGE)>
            <th scope="row">
                <div>
                    {dates::date(event.date, words.date_label, words.date_inferred)}
                    <a href=format!("#e-{}", event.id)>{words.title}</a>
                </div>
            </th>
            {voices}
            <td>{compare::heard(&event.voices).to_string()}</td>
            <td>{theme_word(words.theme)}</td>
            <td>{disputed}</td>
            <td class="only-js"><button type="button" class="plain" data-do="pin">{labels::compare()}</button></td>
        </tr>
    }
    .into_any()
}

/// On what the sources differ over an event, with the bit, the words, and the day from which on that
/// could be known: what the story says of it, and every disagreement that names it.
fn disputed(event: EventIx) -> impl Iterator<Item = (u8, &'static str, Day)> {
    let own = text().events[event as usize].disputed;
    let last = index().editions.last().copied();
    disputes().into_iter().filter_map(move |(kind, bit, name)| {
        let named = text().disagreements.iter();
        let named = named.filter(|d| d.about == kind && d.events.contains(&event));
        let since = named.map(|d| d.known).min();
        // Of what the story itself calls disputed it says no day: all articles are out then.
        let own = own.contains(&kind).then_some(last).flatten();
        Some((bit, name, since.or(own)?))
    })
}
