//! Running text with its references and cites. Everything is written as text: a story has no HTML.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::as_of::since;
use crate::domain::date::Day;
use crate::domain::perspective::{Perspective, names};
use crate::story::model::{Cite, Inline, Kind, PlaceIx, Statement};
use crate::story::{index, labels, text};
use crate::words::slot_mark;

/// A statement inside something known from `around` on: the words, the mark of an inference, the
/// cites.
pub fn statement(statement: &'static Statement, around: Day) -> AnyView {
    cited(statement, around, statement.cites.iter().collect())
}

/// The statements of a paragraph of the story. Where one after the other rests on the same sources, their
/// numbers stand once, at the end; the record has each statement's own.
pub fn running(all: &'static [Statement], around: Day) -> AnyView {
    let mut gathered: Vec<&'static Cite> = Vec::new();
    let pieces = all.iter().enumerate().map(|(i, statement)| {
        gathered.extend(statement.cites);
        match all.get(i + 1) {
            Some(next) if rest_on_the_same(statement, next) => cited(statement, around, Vec::new()),
            _ => cited(statement, around, std::mem::take(&mut gathered)),
        }
    });
    pieces.collect_view().into_any()
}

fn rest_on_the_same(one: &Statement, other: &Statement) -> bool {
    let sources = |of: &Statement| -> BTreeSet<_> { of.cites.iter().map(|c| c.source).collect() };
    one.published_by == other.published_by
        && (one.kind == Kind::Inference) == (other.kind == Kind::Inference)
        && sources(one) == sources(other)
}

fn cited(statement: &'static Statement, around: Day, of: Vec<&'static Cite>) -> AnyView {
    let inference = (statement.kind == Kind::Inference && !of.is_empty())
        .then(|| view! { <sup class="kind"><abbr title=labels::our_conclusion()>"†"</abbr></sup> });
    view! {
        <span data-since=since(statement.published_by, around)>
            {inline(statement.text)} {inference} {numbers(of)} " "
        </span>
    }
    .into_any()
}

/// Statements that are read one after the other, inside something known from `around` on.
pub fn statements(all: &'static [Statement], around: Day) -> AnyView {
    let all = all.iter().map(|s| statement(s, around));
    all.collect_view().into_any()
}

/// Text with its references.
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
            let event = &index().events[event as usize];
            link(format!("#e-{}", event.id), words)
        }
        Inline::Source(source, words) => link(format!("#src-{}", source + 1), words),
        Inline::Doubt(id, words) => link(format!("#doubt-{id}"), words),
        Inline::Note(id, words) => link(format!("#note-{id}"), words),
        Inline::Lang(tag, words) => view! { <span lang=tag>{inline(words)}</span> }.into_any(),
    }
}

fn link(to: String, words: &'static [Inline]) -> AnyView {
    view! { <a href=to>{inline(words)}</a> }.into_any()
}

/// A place by all its names. The style shows those of the perspective, or all where nobody in the
/// perspective has a name of its own.
pub fn place_names(place: PlaceIx) -> AnyView {
    let place = &text().places[place as usize];
    if place.names.is_empty() {
        return place.name.into_any();
    }
    let shown = names(place.names, Perspective::NEUTRAL);
    let whose: Vec<_> = place
        .names
        .iter()
        .map(|(a, _)| slot_mark(*a as usize))
        .collect();
    let names = shown.into_iter().enumerate().map(|(i, (actor, name))| {
        let or = (i > 0).then(|| view! { <span class="or">" / "</span> });
        view! { <span class="name" data-a=slot_mark(actor as usize)>{or}{name}</span> }
    });
    view! { <span class="names" data-whose=whose.join(" ")>{names.collect_view()}</span> }
        .into_any()
}

/// Footnote numbers, one for each source; the paragraphs are told by their names.
pub fn cites(cites: &'static [Cite]) -> AnyView {
    numbers(cites.iter().collect())
}

fn numbers(cites: Vec<&'static Cite>) -> AnyView {
    if cites.is_empty() {
        return ().into_any();
    }
    let mut by_source: Vec<Vec<&Cite>> = Vec::new();
    for cite in cites {
        match by_source.iter_mut().find(|of| of[0].source == cite.source) {
            Some(of_source) if of_source.contains(&cite) => {}
            Some(of_source) => of_source.push(cite),
            None => by_source.push(vec![cite]),
        }
    }
    by_source.sort_by_key(|of| of[0].source);
    let links = by_source.into_iter().map(source_cites).collect_view();
    view! { <sup class="cites">{links}</sup> }.into_any()
}

fn source_cites(mut of_source: Vec<&'static Cite>) -> AnyView {
    of_source.sort_by_key(|cite| cite.paragraph);
    let source = of_source[0].source;
    let places: Vec<_> = of_source.iter().map(|c| cite_place(c)).collect();
    let name = labels::cite_name()
        .replace("{source}", text().sources[usize::from(source)].short)
        .replace("{paragraphs}", &places.join(", "));
    let to = format!("#src-{}", cite_key(of_source[0]));
    // Who speaks to the page says what he sees.
    let number = source + 1;
    let label = format!("{number}: {name}");
    view! { <a href=to title=name aria-label=label>{number}</a> }.into_any()
}

/// A paragraph's number, or the label of a part without one.
fn cite_place(cite: &Cite) -> String {
    match cite.paragraph {
        0 => cite.label.to_owned(),
        n => n.to_string(),
    }
}

/// `4-8`, `5-caption`: the part of a cite's anchor after `src-`.
pub fn cite_key(cite: &Cite) -> String {
    format!("{}-{}", cite.source + 1, cite_place(cite))
}
