//! The cast: who the people are that the articles name.

use leptos::prelude::*;

use super::part::{first, part};
use crate::components::as_of::{PAGE, since};
use crate::components::text::statement;
use crate::glyph::badge;
use crate::story::model::Person;
use crate::story::{index, labels, text};
use crate::words::slot_mark;

#[component]
pub fn People() -> impl IntoView {
    if text().cast.is_empty() {
        return ().into_any();
    }
    let items = text().cast.iter().map(person);
    let body = view! { <ul class="entries cast">{items.collect_view()}</ul> };
    part(
        "cast",
        labels::people(),
        "",
        first(text().cast.iter().map(|p| p.statement.published_by)),
        body,
    )
}

fn person(person: &'static Person) -> AnyView {
    let slot = person
        .actor
        .map(usize::from)
        .filter(|slot| *slot < index().main);
    let known = person.statement.published_by;
    view! {
        <li id=format!("who-{}", person.id) data-a=slot.map(slot_mark) data-since=since(known, PAGE)>
            <h4>{slot.map(badge)} <span>{person.name}</span></h4>
            <div>
                <p class="small">{person.role}</p>
                <p class="said">{statement(&person.statement, known)}</p>
            </div>
        </li>
    }
    .into_any()
}
