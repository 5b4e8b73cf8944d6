//! Where the sources disagree: each side with its cites, and how the story deals with it.

use leptos::prelude::*;

use super::inline::inline;
use super::known;
use super::statement::statement;
use crate::domain::date::Day;
use crate::story::model::{Dispute, EventIx};
use crate::story::{labels, text};

/// In full, inside something known from `around` on: once every side has been told.
pub fn disagreement(ix: u16, around: Day) -> AnyView {
    let d = &text().disagreements[ix as usize];
    let inside = d.known.max(around);
    let sides = d.sides.iter().map(|side| {
        let source = side.cites.first().map(|cite| {
            let source = &text().sources[cite.source as usize];
            let by = source.author.unwrap_or(labels::unsigned());
            format!("{} {} · {by}", labels::source(), cite.source + 1)
        });
        view! { <div><dt>{source}</dt><dd>{statement(side, inside)}</dd></div> }
    });
    view! {
        <aside class="clash" id=format!("clash-{}", d.id) aria-labelledby=format!("clash-{}-t", d.id)
            data-k=known::from(d.known, around)>
            <p class="clash-h" id=format!("clash-{}-t", d.id)>
                <svg class="warn" viewBox="0 0 18 18" aria-hidden="true"><use href="#warn"></use></svg>
                <b>{labels::sources_disagree()}</b> " " <span>{dispute_word(d.about)} ": " {d.topic}</span>
            </p>
            <dl>{sides.collect_view()}</dl>
            <p class="handling">{inline(d.handling)}</p>
        </aside>
    }
    .into_any()
}

/// Links to the disagreements that concern an event and stand in full at another one.
pub fn mentions(event: EventIx, around: Day) -> impl Iterator<Item = AnyView> {
    text()
        .disagreements
        .iter()
        .filter(move |d| d.events.iter().skip(1).any(|e| *e == event))
        .map(move |d| {
            view! {
                <p class="doubt-note" data-k=known::from(d.known, around)>
                    <svg class="warn" viewBox="0 0 18 18" aria-hidden="true"><use href="#warn"></use></svg>
                    <span>
                        <b>{labels::sources_disagree()}</b> " " {dispute_word(d.about)} ": "
                        <a class="to" href=format!("#clash-{}", d.id)>{d.topic}</a>
                    </span>
                </p>
            }
            .into_any()
        })
}

pub fn dispute_word(about: Dispute) -> &'static str {
    match about {
        Dispute::Fact => labels::dispute_fact(),
        Dispute::Motive => labels::dispute_motive(),
        Dispute::Significance => labels::dispute_significance(),
    }
}
