//! How the sources were read: the method, who is heard in them on the whole, corrections, and how the
//! map was drawn.

use leptos::prelude::*;

use super::dates;
use super::part::part;
use crate::components::as_of::{PAGE, since};
use crate::components::text::{inline, statement};
use crate::domain::as_of::ALL;
use crate::glyph::{badge, how};
use crate::story::{index, labels, text};
use crate::words::{how_heard, how_mark, slot_mark};

#[component]
pub fn Method() -> impl IntoView {
    let method = text()
        .meta
        .method
        .iter()
        .map(|p| view! { <p>{inline(p)}</p> });
    let body = view! {
        <div class="method">{method.collect_view()}</div>
        <Voices/>
        <Corrections/>
        <MapHow/>
    };
    part("method", labels::how_we_read(), "", PAGE, body)
}

/// How all the articles together let each main actor be heard, and what that rests on.
#[component]
fn Voices() -> impl IntoView {
    let items = (0..index().main).map(|slot| {
        let actor = &index().actors[slot];
        view! {
            <li data-a=slot_mark(slot) data-how=how_mark(actor.voice)>
                <h5>{badge(slot)} <span>{actor.capital}</span></h5>
                <div>
                    <p class="by">{how(actor.voice)} <span>{how_heard(actor.voice, "")}</span></p>
                    <p class="said">{inline(text().actors[slot].voice_note)}</p>
                </div>
            </li>
        }
    });
    // Said of all the articles.
    let known = since(ALL, PAGE);
    view! {
        <section class="overall" data-since=known>
            <h4>{labels::who_is_heard_overall()}</h4>
            <ul class="entries">{items.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Corrections() -> impl IntoView {
    let all = text().meta.corrections;
    let items = all.iter().map(|c| {
        view! { <li><b>{dates::date(c.date, "", false)}</b> " " {inline(c.text)}</li> }
    });
    let body = match all.is_empty() {
        true => view! { <p>{labels::no_corrections()}</p> }.into_any(),
        false => view! { <ul>{items.collect_view()}</ul> }.into_any(),
    };
    view! { <section class="corrections" id="corrections"><h4>{labels::corrections()}</h4> {body}</section> }
}

/// How the map was drawn, and what its lines rest on.
#[component]
fn MapHow() -> impl IntoView {
    let Some(map) = text().map.as_ref() else {
        return ().into_any();
    };
    let lines = map.borders.iter().map(|b| &b.statement);
    let lines = lines.chain(map.routes.iter().map(|r| &r.statement));
    let lines = lines.map(|s| {
        view! { <p data-since=since(s.published_by, PAGE)>{statement(s, s.published_by)}</p> }
    });
    let notes = map
        .disputed
        .iter()
        .map(|d| text().places[usize::from(d.place)].note);
    let notes = notes
        .filter(|note| !note.is_empty())
        .map(|note| view! { <p>{inline(note)}</p> });
    view! {
        <section class="map-how" id="map-how" aria-labelledby="map-how-h">
            <h4 id="map-how-h">{labels::map_drawn()}</h4>
            <p>{labels::map_drawn_how()}</p>
            {lines.collect_view()}
            {notes.collect_view()}
        </section>
    }
    .into_any()
}
