//! One event compared: what it was to each side, aspect by aspect.
//!
//! The prerender writes the frame; the program fills it with copies of the readings that stand beside
//! the event in the story, because which event it is changes. Without the program there is no empty
//! table but a line that says where the readings are.

use leptos::prelude::*;

use super::glyph::badge;
use super::register::Register;
use super::table::Table;
use crate::domain::words::SLOTS;
use crate::story::{index, labels};

#[component]
pub fn Compare() -> impl IntoView {
    view! {
        <section class="wrap sec lens" id="compare" aria-labelledby="compare-h">
            <h2 id="compare-h">{labels::compare_h()}</h2>
            <p class="dek only-js">{labels::compare_dek()}</p>
            <p class="dek no-js">{labels::compare_asleep()}</p>
            <Register/>
            <div class="compared only-js far">
                <header>
                    <p class="when"></p>
                    <h3 id="compared" tabindex="-1"></h3>
                    <p class="small who"></p>
                    <p>
                        <a class="to" href="#story">{labels::read_passage()}</a>
                        <button type="button" class="plain" id="unpin" data-do="unpin" hidden>{labels::unpin()}</button>
                    </p>
                </header>
                <Columns/>
                <Matrix/>
            </div>
            <Table/>
        </section>
    }
}

/// Where there is no room for all columns: which one to show.
#[component]
fn Columns() -> impl IntoView {
    let options = (0..index().main).map(|slot| {
        view! {
            <label>
                <input type="radio" name="column" value=SLOTS[slot] checked=slot == 0 />
                <span>{index().actors[slot].short}</span>
            </label>
        }
    });
    view! { <fieldset class="cols"><legend>{labels::whose_column()}</legend>{options.collect_view()}</fieldset> }
}

#[component]
fn Matrix() -> impl IntoView {
    let heads = (0..index().main).map(|slot| {
        let actor = &index().actors[slot];
        view! {
            <th scope="col" data-a=SLOTS[slot]>
                <span class="nm">{badge(slot, actor.letter)} {actor.name}</span>
                <small>{actor.capital}</small>
            </th>
        }
    });
    let rows = [
        labels::what_saw(),
        labels::what_fears(),
        labels::what_wants(),
        labels::what_offers(),
        labels::what_says(),
    ]
    .map(|question| view! { <tr><th scope="row">{question}</th></tr> });
    view! {
        <table class="matrix">
            <caption class="vh">{labels::matrix()}</caption>
            <thead><tr><th scope="col"><span class="vh">{labels::question()}</span></th>{heads.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
