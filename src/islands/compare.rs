//! One event compared: a row for each question, a column for each actor. It is the event that the
//! reader has pinned, else the one on the stage.

use leptos::prelude::*;

use crate::domain::as_of;
use crate::domain::choice::Choice;
use crate::domain::matrix::{self, Cell};
use crate::glyph::{badge, how};
use crate::page::readings::{self, Reading};
use crate::reader::Reader;
use crate::story::model::{ActorIx, Aspect, EventIx, Voice};
use crate::story::{date_words, index, labels};
use crate::words::{how_heard, how_mark, slot_mark};

/// The id of the part of the record that compares an event.
pub const COMPARISON: &str = "compare";

/// The comparison in the record. Until there is an event to compare, `children` say where all views
/// stand.
#[island]
pub fn Compare(children: Children) -> impl IntoView {
    let reader = Reader::here();
    let is_idle = move || reader.choice().compared(index()).is_none();
    view! {
        <div hidden=move || !is_idle()>{children()}</div>
        <Comparison/>
    }
}

/// The comparison, wherever it stands.
#[component]
pub fn Comparison() -> impl IntoView {
    let reader = Reader::here();
    let compared = Memo::new(move |_| reader.choice().compared(index()));
    // The pin, and what would be compared without it.
    let pin = Memo::new(move |_| {
        let choice = reader.choice();
        let without = Choice {
            pin: None,
            ..choice
        }
        .compared(index());
        (choice.pin, without)
    });
    let columns = Memo::new(move |_| matrix::columns(reader.perspective.get(), index().main));
    let unpin = move || match pin.get() {
        (Some(pin), Some(other)) if pin != other => {
            labels::compare_story().replace("{event}", index().events[usize::from(other)].short)
        }
        (Some(_), None) => labels::unpin().to_owned(),
        _ => String::new(),
    };
    let table = move || {
        compared.get().map(|event| {
            let as_of = reader.as_of.get();
            let horizon = reader.choice_untracked().horizon(index());
            let voices = as_of::voices(index(), event, horizon);
            let told = readings::of(event, as_of);
            columns.with(|columns| table(columns, &voices, &told))
        })
    };
    view! {
        <div class="compared">
            {move || compared.get().map(head)}
            <p class="unpin" hidden=move || unpin().is_empty()>
                <button type="button" class="quiet"
                    on:click=move |_| reader.update_push(|choice| Choice { pin: None, ..choice })>{unpin}</button>
            </p>
            {table}
        </div>
    }
}

/// Which event it is: its date, and its title, which leads to all that is told of it.
fn head(event: EventIx) -> impl IntoView {
    let own = &index().events[usize::from(event)];
    let mut to = String::from("#e-");
    to.push_str(own.id);
    view! {
        <p class="facts">{own.date.label(&date_words())}</p>
        <h4><a href=to>{readings::title(event)}</a></h4>
    }
}

fn table(columns: &[ActorIx], voices: &[Voice], told: &[Reading]) -> impl IntoView + use<> {
    let places: Vec<_> = told.iter().map(|reading| reading.place).collect();
    let aspects = matrix::rows(columns, &places);
    // Where nobody has a reading, one row says how each is silent.
    let all = aspects.len().max(1);
    let rows = (0..all).map(|row| {
        let aspect = aspects.get(row).copied();
        let cells = columns.iter().map(|actor| {
            let voice = voices[usize::from(*actor)];
            match matrix::cell(&places, *actor, voice, row, aspect) {
                Cell::Told => readings_of(told, *actor, aspect),
                Cell::Nothing => nothing(*actor),
                Cell::Silence(kind) => silence(*actor, kind, all),
                Cell::Covered => ().into_any(),
            }
        });
        let question = aspect.map(question);
        view! { <tr><th scope="row">{question}</th>{cells.collect_view()}</tr> }
    });
    let heads = columns.iter().map(|actor| {
        view! { <th scope="col" data-a=slot_mark(usize::from(*actor))>{name(*actor)}</th> }
    });
    view! {
        <table class="matrix">
            <caption class="vh">{labels::matrix()}</caption>
            <thead><tr><th scope="col"><span class="vh">{labels::question()}</span></th>{heads.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn name(actor: ActorIx) -> impl IntoView {
    let slot = usize::from(actor);
    view! { {badge(slot)} " " <span>{index().actors[slot].name}</span> }
}

/// An actor's readings on one aspect, as the record has them.
fn readings_of(told: &[Reading], actor: ActorIx, aspect: Option<u8>) -> AnyView {
    let own = told
        .iter()
        .filter(|r| r.place.actor == actor && Some(r.place.aspect) == aspect);
    let mut html = String::new();
    let mut how = "";
    for reading in own {
        how = &reading.how;
        html.push_str(&reading.html);
    }
    let how = how.to_owned();
    view! { <td data-a=slot_mark(usize::from(actor)) data-how=how inner_html=html></td> }.into_any()
}

fn nothing(actor: ActorIx) -> AnyView {
    view! {
        <td class="nothing" data-a=slot_mark(usize::from(actor))>
            <span aria-hidden="true">"·"</span> <span class="vh">{labels::nothing_told()}</span>
        </td>
    }
    .into_any()
}

/// How an actor is silent on the event, over all rows.
fn silence(actor: ActorIx, kind: Voice, rows: usize) -> AnyView {
    view! {
        <td class="silence" data-a=slot_mark(usize::from(actor)) data-how=how_mark(kind) rowspan=rows.to_string()>
            <p class="who">{name(actor)}</p>
            <p class="by">{how(kind)} <span>{how_heard(kind, "")}</span></p>
        </td>
    }
    .into_any()
}

/// What a row asks. The aspects are numbered as the record numbers them.
fn question(aspect: u8) -> &'static str {
    let questions = [
        (Aspect::Saw, labels::what_saw()),
        (Aspect::Fears, labels::what_fears()),
        (Aspect::Wants, labels::what_wants()),
        (Aspect::Offers, labels::what_offers()),
        (Aspect::Says, labels::what_says()),
        (Aspect::Advised, labels::what_advised()),
    ];
    let own = questions.into_iter().find(|(of, _)| *of as u8 == aspect);
    own.map_or("", |(_, question)| question)
}
