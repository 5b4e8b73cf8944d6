//! One event compared: what it was to each side, aspect by aspect. Which event that is changes, so this
//! is the frame, which the program fills with copies of the readings and shows in place of the line that
//! says where they stand. Without the program there is no empty table but that line.

use leptos::prelude::*;

use super::part::part;
use crate::components::as_of::PAGE;
use crate::glyph::badge;
use crate::story::model::Aspect;
use crate::story::{index, labels};
use crate::words::slot_mark;

/// The rows, in the order of [`Aspect`].
fn questions() -> [(Aspect, &'static str); 6] {
    [
        (Aspect::Saw, labels::what_saw()),
        (Aspect::Fears, labels::what_fears()),
        (Aspect::Wants, labels::what_wants()),
        (Aspect::Offers, labels::what_offers()),
        (Aspect::Says, labels::what_says()),
        (Aspect::Advised, labels::what_advised()),
    ]
}

#[component]
pub fn Compare() -> impl IntoView {
    let body = view! {
        <p class="about" id="compare-elsewhere">
            {labels::compare_elsewhere()} " " <a href="#by-scene">{labels::scene_by_scene()}</a>
        </p>
        <div class="compared" id="compared" hidden><Matrix/></div>
    };
    part("compare", labels::compare_toc(), "", PAGE, body)
}

#[component]
fn Matrix() -> impl IntoView {
    let heads = (0..index().main).map(|slot| {
        view! { <th scope="col" data-a=slot_mark(slot)>{badge(slot)} <span>{index().actors[slot].name}</span></th> }
    });
    let rows = questions().map(|(aspect, question)| {
        let cells = (0..index().main).map(|slot| view! { <td data-a=slot_mark(slot)></td> });
        view! {
            <tr data-row=(aspect as u8).to_string()>
                <th scope="row">{question}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <table class="matrix">
            <caption class="vh">{labels::matrix()}</caption>
            <thead><tr><th scope="col"><span class="vh">{labels::question()}</span></th>{heads.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
