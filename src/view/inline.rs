//! Running text with its references. Everything is written as text: a story has no HTML.

use leptos::prelude::*;

use super::glyph::SLOTS;
use crate::domain::perspective::{Perspective, names};
use crate::story::model::{Inline, PlaceIx};
use crate::story::{index, text};

pub fn inline(nodes: &'static [Inline]) -> AnyView {
    nodes.iter().map(node).collect_view().into_any()
}

fn node(node: &'static Inline) -> AnyView {
    match *node {
        Inline::Text(words) => words.into_any(),
        Inline::Emphasis(words) => view! { <em>{inline(words)}</em> }.into_any(),
        Inline::Strong(words) => view! { <strong>{inline(words)}</strong> }.into_any(),
        Inline::Place(place, []) => place_names(place),
        Inline::Place(_, words) | Inline::Actor(_, words) => inline(words),
        Inline::Event(event, words) => {
            let to = format!("#e-{}", index().events[event as usize].id);
            view! { <a class="to" href=to>{inline(words)}</a> }.into_any()
        }
        Inline::Source(source, words) => {
            let to = format!("#src-{}", source + 1);
            view! { <a class="to" href=to>{inline(words)}</a> }.into_any()
        }
        Inline::Doubt(id, words) => {
            view! { <a class="doubt" href=format!("#doubt-{id}")>{inline(words)}</a> }.into_any()
        }
        Inline::Lang(tag, words) => view! { <span lang=tag>{inline(words)}</span> }.into_any(),
    }
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
