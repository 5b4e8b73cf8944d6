//! What is doubtful about an event: a quiet count that opens in place.

use leptos::prelude::*;

use super::part::{count, counts, first};
use crate::components::as_of::since;
use crate::components::text::{cites, inline};
use crate::domain::date::Day;
use crate::story::labels;
use crate::story::model::Doubt;

/// The doubts of an event, inside something known from `around` on. A link to one of them opens the
/// list: browsers do that by themselves.
pub fn doubts(all: &'static [Doubt], around: Day) -> AnyView {
    let known: Vec<_> = all.iter().map(|d| d.published_by).collect();
    if known.is_empty() {
        return ().into_any();
    }
    let first = first(known.iter().copied());
    let inside = first.max(around);
    let words = |n| count(n, labels::one_doubt(), labels::doubts());
    let items = all.iter().map(|doubt| {
        view! {
            <li id=format!("doubt-{}", doubt.id) data-since=since(doubt.published_by, inside)>
                {inline(doubt.statement.text)} {cites(doubt.statement.cites)}
            </li>
        }
    });
    view! {
        <details class="doubts" data-since=since(first, around)>
            <summary>{counts(&known, inside, words)}</summary>
            <ul>{items.collect_view()}</ul>
        </details>
    }
    .into_any()
}
