//! A statement with its kind and its cites.

use leptos::prelude::*;

use super::inline::inside;
use super::known;
use crate::domain::date::Day;
use crate::story::labels;
use crate::story::model::{Cite, Kind, Statement};

/// One statement inside something known from `around` on: the words, the mark of an inference, the
/// cites.
pub fn statement(statement: &'static Statement, around: Day) -> AnyView {
    let inference = (statement.kind == Kind::Inference)
        .then(|| view! { " " <span class="kind">{labels::kind_inference()}</span> });
    view! {
        <span class="st" data-kind=kind_word(statement.kind) data-k=known::from(statement.known, around)>
            {inside(statement.text, statement.known.max(around))} {inference} {cites(statement.cites)} " "
        </span>
    }
    .into_any()
}

/// A paragraph of statements inside something known from `around` on.
pub fn paragraph(statements: &'static [Statement], around: Day) -> AnyView {
    let first = statements.iter().map(|s| s.known).min().unwrap_or(around);
    let inside = statements.iter().map(|s| statement(s, first.max(around)));
    view! { <p class="txt" data-k=known::from(first, around)>{inside.collect_view()}</p> }
        .into_any()
}

pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => labels::kind_reported(),
        Kind::Paraphrase => labels::kind_paraphrase(),
        Kind::Inference => labels::kind_inference(),
    }
}

/// Footnote links, one for each source: "4 ¶6, 8".
pub fn cites(cites: &'static [Cite]) -> AnyView {
    let mut by_source: Vec<Vec<&Cite>> = Vec::new();
    for cite in cites {
        match by_source.iter_mut().find(|of| of[0].source == cite.source) {
            Some(of_source) => of_source.push(cite),
            None => by_source.push(vec![cite]),
        }
    }
    by_source
        .into_iter()
        .map(source_cites)
        .collect_view()
        .into_any()
}

fn source_cites(mut of_source: Vec<&Cite>) -> AnyView {
    of_source.sort_by_key(|cite| cite.paragraph);
    let number = of_source[0].source + 1;
    let places: Vec<_> = of_source.iter().map(|c| cite_place(c)).collect();
    let places = places.join(", ");
    let keys: Vec<_> = of_source.iter().map(|c| cite_key(c)).collect();
    let place = format!("{number} ¶{places}");
    let name = format!("{} {place}", labels::source());
    view! { <a class="cite" href=format!("#src-{}", keys[0]) data-c=keys.join(" ") aria-label=name>{place}</a> }
    .into_any()
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
