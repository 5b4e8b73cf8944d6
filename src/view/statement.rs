//! A statement with its kind and its cites.

use leptos::prelude::*;

use super::inline::inline;
use crate::story::labels;
use crate::story::model::{Cite, Kind, Statement};

/// One statement inside a paragraph: the words, the mark of an inference, the cites.
pub fn statement(statement: &'static Statement) -> AnyView {
    let inference = (statement.kind == Kind::Inference)
        .then(|| view! { " " <span class="kind">{labels::KIND_INFERENCE}</span> });
    view! {
        <span class="st" data-kind=kind_word(statement.kind)>
            {inline(statement.text)} {inference} {cites(statement.cites)} " "
        </span>
    }
    .into_any()
}

/// A paragraph of statements.
pub fn paragraph(statements: &'static [Statement]) -> AnyView {
    view! { <p class="txt">{statements.iter().map(statement).collect_view()}</p> }.into_any()
}

pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => labels::KIND_REPORTED,
        Kind::Paraphrase => labels::KIND_PARAPHRASE,
        Kind::Inference => labels::KIND_INFERENCE,
    }
}

/// Footnote links, one for each source: "4 ¶6, 8".
pub fn cites(cites: &'static [Cite]) -> AnyView {
    let mut sources: Vec<u8> = cites.iter().map(|c| c.source).collect();
    sources.dedup();
    sources
        .into_iter()
        .map(|source| {
            let of_source: Vec<_> = cites.iter().filter(|c| c.source == source).collect();
            let places: Vec<_> = of_source.iter().map(|c| cite_place(c)).collect();
            let keys: Vec<_> = of_source.iter().map(|c| cite_key(c)).collect();
            let name = labels::CITE_NAME
                .replace("{n}", &(source + 1).to_string())
                .replace("{place}", &places.join(", "));
            view! {
                <a class="cite" href=format!("#src-{}", keys[0]) data-c=keys.join(" ") aria-label=name>
                    {format!("{} ¶{}", source + 1, places.join(", "))}
                </a>
            }
        })
        .collect_view()
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
