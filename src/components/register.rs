//! Who is heard: for each main actor on how many events, and how; above that every event as a column of
//! cells, for the eye. The table of all events says the same in words.

use leptos::prelude::*;

use super::as_of::{PAGE, since, stretches};
use crate::domain::as_of::voices;
use crate::domain::date::Day;
use crate::glyph::{badge, how};
use crate::story::model::{EventIx, Voice};
use crate::story::{index, labels};
use crate::words::{how_heard, how_mark, slot_mark};

/// A row's height and the distance to the next, and what lies above the rows, in px.
const ROW: usize = 28;
const STEP: usize = 31;
const TOP: usize = 24;
/// More columns than this cannot be told apart.
const MOST: usize = 200;
/// So much of the width a year's number takes, in thousandths.
const YEAR: usize = 45;

#[component]
pub fn Register() -> impl IntoView {
    let kinds = [Voice::Direct, Voice::Reported, Voice::Silent];
    let heads = [
        labels::own_words(),
        labels::others_tell(),
        labels::not_quoted(),
    ];
    let heads = heads.map(|words| view! { <th scope="col">{words}</th> });
    let rows = (0..index().main).map(|slot| {
        let cells = kinds.map(|kind| view! { <td>{counts(slot, kind)}</td> });
        view! {
            <tr data-a=slot_mark(slot)>
                <th scope="row">{badge(slot)} " " <span>{index().actors[slot].name}</span></th>
                {cells.into_iter().collect_view()}
            </tr>
        }
    });
    view! {
        <section class="register" aria-labelledby="register-h">
            <table>
                <caption id="register-h">{labels::event_voices()}</caption>
                <thead><tr><td></td>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {(index().events.len() <= MOST).then(columns)}
        </section>
    }
}

/// On how many of the events that can be known an actor is heard so, edition by edition.
fn counts(slot: usize, kind: Voice) -> AnyView {
    let count = |day: Day| {
        let events = (0..index().events.len() as EventIx).filter(|event| {
            let is_known = index().events[usize::from(*event)].published_by <= day;
            is_known && voices(index(), *event, day)[slot] == kind
        });
        events.count()
    };
    let told = stretches(PAGE, count).into_iter().map(|of| {
        view! { <span data-since=of.since data-until=of.until>{of.what}</span> }
    });
    told.collect_view().into_any()
}

/// A column for each event, in the order of time, and what the cells mean.
fn columns() -> AnyView {
    let all = index().events.len().max(1);
    let height = TOP + STEP * index().main;
    let columns = (0..index().events.len()).map(|event| column(event, all));
    let key = [Voice::Direct, Voice::Reported, Voice::Silent]
        .map(|voice| view! { <li>{how(voice)} {how_heard(voice, "")}</li> });
    view! {
        <div class="strip" aria-hidden="true">
            <svg height=height.to_string()>
                <pattern id="register-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path d="M0 0V6"></path>
                </pattern>
                {years(all)}
                {columns.collect_view()}
            </svg>
            <ul>{key.into_iter().collect_view()} <li>{labels::register_empty()}</li></ul>
        </div>
    }
    .into_any()
}

fn column(event: usize, of: usize) -> AnyView {
    let own = &index().events[event];
    let (x, middle) = (part(event * 10, of * 10), part(event * 10 + 4, of * 10));
    let width = part(8, of * 10);
    let cells = (0..index().main).map(|slot| {
        let told = stretches(own.published_by, |day| {
            voices(index(), event as EventIx, day)[slot]
        });
        let y = TOP + slot * STEP;
        let cells = told.into_iter().map(|stretch| {
            let mark = match stretch.what {
                Voice::Direct => Some(view! {
                    <circle cx=middle.clone() cy=(y + ROW / 2).to_string() r="3.5"></circle>
                }.into_any()),
                Voice::Reported => Some(view! {
                    <svg x=middle.clone() y=(y + ROW / 2).to_string() overflow="visible"><path d="m0-4 4 4-4 4-4-4z"></path></svg>
                }.into_any()),
                Voice::Silent | Voice::Uninvolved => None,
            };
            view! {
                <g data-a=slot_mark(slot) data-how=how_mark(stretch.what) data-since=stretch.since data-until=stretch.until>
                    <rect x=x.clone() y=y.to_string() width=width.clone() height=ROW.to_string()></rect>
                    {mark}
                </g>
            }
        });
        cells.collect_view()
    });
    view! { <g data-since=since(own.published_by, PAGE)>{cells.collect_view()}</g> }.into_any()
}

/// The years, where one begins and there is room for its number.
fn years(of: usize) -> AnyView {
    let mut marks = Vec::new();
    let (mut last, mut free) = (None, 0);
    for (event, own) in index().events.iter().enumerate() {
        let year = own.anchor.ymd().0;
        let at = event * 1000 / of;
        if last.replace(year) == Some(year) || at < free {
            continue;
        }
        free = at + YEAR;
        let x = part(event, of);
        marks.push(view! {
            <g class="year" data-since=since(own.published_by, PAGE)>
                <text x=x.clone() y="13">{year.to_string()}</text>
                <line x1=x.clone() x2=x y1="17" y2="22"></line>
            </g>
        });
    }
    marks.into_any()
}

/// A part of the width, as SVG writes it.
fn part(n: usize, of: usize) -> String {
    let hundredths = n * 10_000 / of;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
