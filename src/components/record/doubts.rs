//! What is doubtful about an event: a quiet count that opens in place.

use leptos::prelude::*;

use super::part::count;
use crate::components::as_of::{since, stretches};
use crate::components::text::{cites, inline};
use crate::domain::date::Day;
use crate::story::labels;
use crate::story::model::Doubt;

/// The doubts of an event, inside something known from `around` on. A link to one of them opens the
/// list: browsers do that by themselves.
pub fn doubts(all: &'static [Doubt], around: Day) -> AnyView {
    let Some(first) = all.iter().map(|d| d.known).min() else {
        return ().into_any();
    };
    let inside = first.max(around);
    let counts = stretches(inside, |day| all.iter().filter(|d| d.known <= day).count());
    let counts = counts.into_iter().map(|of| {
        let words = count(of.what, labels::one_doubt(), labels::doubts());
        view! { <span data-since=of.since data-until=of.until>{words}</span> }
    });
    let items = all.iter().map(|doubt| {
        view! {
            <li id=format!("doubt-{}", doubt.id) data-since=since(doubt.known, inside)>
                {inline(doubt.statement.text)} {cites(doubt.statement.cites)}
            </li>
        }
    });
    view! {
        <details class="doubts" data-since=since(first, around)>
            <summary>{counts.collect_view()}</summary>
            <ul>{items.collect_view()}</ul>
        </details>
    }
    .into_any()
}
