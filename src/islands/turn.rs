//! Where one scene is shown at a time: the way to the next and the previous one, at its end.

use leptos::prelude::*;

use crate::page::links;
use crate::reader::Reader;
use crate::story::{index, labels};
use crate::words::scene_count;

#[island]
pub fn Turn() -> impl IntoView {
    let reader = Reader::here();
    // The opening lies before the first scene and is shown above it.
    let to = move |forward: bool| reader.choice().neighbour(index(), forward).flatten();
    let button = move |forward: bool, name: fn() -> &'static str| {
        view! {
            <button type="button" class="button" disabled=move || to(forward).is_none()
                on:click=move |_| {
                    if let Some(beat) = to(forward) {
                        links::go_to(reader, beat);
                    }
                }>
                {name()}
            </button>
        }
    };
    view! {
        <nav class="turn" aria-label=labels::scenes()>
            {button(false, labels::previous_scene)}
            <span>{move || scene_count(index(), reader.choice())}</span>
            {button(true, labels::next_scene)}
        </nav>
    }
}
