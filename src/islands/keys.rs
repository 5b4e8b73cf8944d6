//! The keys: one for each main actor. A key switches its actor on, and says how that actor is heard
//! on what the stage shows.

use leptos::prelude::*;

use crate::glyph::{badge, how};
use crate::reader::Reader;
use crate::story::model::ActorIx;
use crate::story::{index, labels};
use crate::words::{key_status, slot_mark};

#[island]
pub fn Keys() -> impl IntoView {
    let keys = (0..index().main).map(|slot| view! { <Key of=slot as ActorIx/> });
    view! {
        <fieldset class="keys">
            <legend>{labels::see_moment_as()}</legend>
            {keys.collect_view()}
        </fieldset>
    }
}

#[component]
fn Key(of: ActorIx) -> impl IntoView {
    let reader = Reader::here();
    let place = usize::from(of);
    let actor = &index().actors[place];
    let is_on = move || reader.sees(of);
    let voice = Memo::new(move |_| reader.choice().voices(index())[place]);
    view! {
        <button type="button" class="key" data-a=slot_mark(place)
            aria-pressed=move || if is_on() { "true" } else { "false" }
            on:click=move |_| reader.toggle(of)>
            {badge(place)}
            <b><span class="name">{actor.name}</span><span class="short" aria-hidden="true">{actor.short}</span></b>
            <span class="status">{move || key_status(index(), reader.choice(), place)}</span>
            {move || how(voice.get())}
        </button>
    }
}
