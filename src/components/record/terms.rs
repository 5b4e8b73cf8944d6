//! The glossary: words that the story uses and not every reader knows.

use leptos::prelude::*;

use super::part::{first, part};
use crate::components::as_of::{PAGE, since};
use crate::components::text::statement;
use crate::story::model::Term;
use crate::story::{labels, text};

#[component]
pub fn Terms() -> impl IntoView {
    if text().glossary.is_empty() {
        return ().into_any();
    }
    let items = text().glossary.iter().map(term);
    let body = view! { <ul class="entries glossary">{items.collect_view()}</ul> };
    part(
        "glossary",
        labels::terms(),
        "",
        first(text().glossary.iter().map(|t| t.statement.published_by)),
        body,
    )
}

fn term(term: &'static Term) -> AnyView {
    let known = term.statement.published_by;
    let outside = term
        .outside
        .then(|| view! { <p class="small outside">{labels::outside()}</p> });
    view! {
        <li id=format!("term-{}", term.id) data-since=since(known, PAGE)>
            <h4>{term.term}</h4>
            <div><p class="said">{statement(&term.statement, known)}</p> {outside}</div>
        </li>
    }
    .into_any()
}
