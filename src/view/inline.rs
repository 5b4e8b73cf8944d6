//! Running text with its references. Everything is written as text: a story has no HTML.

use leptos::prelude::*;

use crate::domain::words::SLOTS;

use super::known;
use crate::domain::date::Day;
use crate::domain::perspective::{Perspective, names};
use crate::story::model::{Inline, PlaceIx};
use crate::story::{index, text};

/// Text of which it is not known from when on it is shown.
pub fn inline(nodes: &'static [Inline]) -> AnyView {
    inside(nodes, known::PAGE)
}

/// Text inside something known from `around` on.
pub fn inside(nodes: &'static [Inline], around: Day) -> AnyView {
    let nodes = nodes.iter().map(|n| node(n, around));
    nodes.collect_view().into_any()
}

fn node(node: &'static Inline, around: Day) -> AnyView {
    match *node {
        Inline::Text(words) => words.into_any(),
        Inline::Emphasis(words) => view! { <em>{inside(words, around)}</em> }.into_any(),
        Inline::Strong(words) => view! { <strong>{inside(words, around)}</strong> }.into_any(),
        Inline::Place(place, []) => place_names(place),
        Inline::Place(_, words) | Inline::Actor(_, words) => inside(words, around),
        Inline::Event(event, words) => {
            let event = &index().events[event as usize];
            link("to", format!("#e-{}", event.id), event.known, words, around)
        }
        Inline::Source(source, words) => {
            let out = text().sources[source as usize].date.end;
            link("to", format!("#src-{}", source + 1), out, words, around)
        }
        Inline::Doubt(id, words) => {
            link("doubt", format!("#doubt-{id}"), doubted(id), words, around)
        }
        Inline::Lang(tag, words) => {
            view! { <span lang=tag>{inside(words, around)}</span> }.into_any()
        }
    }
}

/// A link to something known from `known` on. Until then its words stand there without it: even a
/// line under them would tell of what it leads to.
fn link(
    class: &'static str,
    to: String,
    known: Day,
    words: &'static [Inline],
    around: Day,
) -> AnyView {
    let from = known::from(known, around);
    let until = from.clone().map(|day| {
        view! { <span data-u=day data-later="">{inside(words, around)}</span> }
    });
    view! { {until}<a class=class href=to data-k=from>{inside(words, around)}</a> }.into_any()
}

/// From when on a doubt is known, with the event it is of.
fn doubted(id: &str) -> Day {
    for (event, words) in index().events.iter().zip(text().events) {
        if let Some(doubt) = words.doubts.iter().find(|doubt| doubt.id == id) {
            return doubt.known.max(event.known);
        }
    }
    known::PAGE
}

/// A place by all its names. The style shows those of the perspective, or all where no one in the
/// perspective has a name of its own.
pub fn place_names(place: PlaceIx) -> AnyView {
    let place = &text().places[place as usize];
    if place.names.is_empty() {
        return place.name.into_any();
    }
    let shown = names(place.names, Perspective::NEUTRAL);
    let slots: Vec<_> = place
        .names
        .iter()
        .map(|(a, _)| SLOTS[*a as usize])
        .collect();
    let names = shown.into_iter().enumerate().map(|(i, (actor, name))| {
        let or = (i > 0).then(|| view! { <span class="or">" / "</span> });
        view! { <span class=format!("n a{}", actor + 1)>{or}{name}</span> }
    });
    view! { <span class="pl" data-n=slots.join(" ")>{names.collect_view()}</span> }.into_any()
}
