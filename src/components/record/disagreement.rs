//! Where the sources disagree: each side with its cites, and how the story deals with it. The one
//! place where colour warns.

use leptos::prelude::*;

use super::part::{first, part};
use crate::components::as_of::{PAGE, since};
use crate::components::text::{inline, statement};
use crate::domain::date::Day;
use crate::story::model::{Disagreement, Dispute, EventIx};
use crate::story::{labels, text};

/// In full, inside something known from `around` on: once every side has been told.
pub fn disagreement(ix: u16, around: Day) -> AnyView {
    let clash = &text().disagreements[usize::from(ix)];
    let inside = clash.published_by.max(around);
    let sides = clash
        .sides
        .iter()
        .map(|side| view! { <li>{statement(side, inside)}</li> });
    let title = format!("clash-{}-t", clash.id);
    let labelled = title.clone();
    view! {
        <aside class="dispute" id=format!("clash-{}", clash.id) aria-labelledby=labelled
            data-since=since(clash.published_by, around)>
            <p class="dispute-h" id=title><b>{named(clash)}</b> " " <span>{clash.topic}</span></p>
            <div class="sides">
                <ul>{sides.collect_view()}</ul>
                <p class="handling">{inline(clash.handling)}</p>
            </div>
        </aside>
    }
    .into_any()
}

/// "The sources disagree on a fact:".
fn named(clash: &Disagreement) -> String {
    format!(
        "{} {}:",
        labels::sources_disagree(),
        dispute_word(clash.about)
    )
}

/// Links to the disagreements that concern an event and stand in full at another one.
pub fn mentions(event: EventIx, around: Day) -> AnyView {
    let here = text().events[usize::from(event)].disagreements;
    let elsewhere = (0u16..).zip(text().disagreements);
    let elsewhere = elsewhere.filter(|(ix, d)| d.events.contains(&event) && !here.contains(ix));
    let links = elsewhere.map(|(_, clash)| {
        view! {
            <p class="dispute to" data-since=since(clash.published_by, around)>
                <span class="dispute-h"><b>{named(clash)}</b> " " <a href=to(clash)>{clash.topic}</a></span>
            </p>
        }
    });
    links.collect_view().into_any()
}

fn to(clash: &Disagreement) -> String {
    format!("#clash-{}", clash.id)
}

/// All of them by what they are about, each with the way to where it stands in full.
#[component]
pub fn Disagreements() -> impl IntoView {
    let all = text().disagreements;
    if all.is_empty() {
        return ().into_any();
    }
    let groups = [
        (Dispute::Fact, labels::disputes_of_fact()),
        (Dispute::Motive, labels::disputes_of_motive()),
        (Dispute::Significance, labels::disputes_of_significance()),
    ];
    let groups = groups.map(|(about, heading)| {
        let own: Vec<_> = (0u16..)
            .zip(all)
            .filter(|(_, d)| d.about == about)
            .collect();
        let known = first(own.iter().map(|(_, d)| d.published_by));
        let items = own.iter().map(|(ix, clash)| item(*ix, clash, known));
        (!own.is_empty()).then(|| {
            view! {
                <div data-since=since(known, PAGE)>
                    <h4>{heading}</h4>
                    <ul>{items.collect_view()}</ul>
                </div>
            }
        })
    });
    let body = view! { <div class="disputes">{groups.into_iter().collect_view()}</div> };
    part(
        "disagreements",
        labels::sources_disagree_h(),
        labels::disagreements_about(),
        first(all.iter().map(|d| d.published_by)),
        body,
    )
}

/// Where no event tells it in full, it stands here.
fn item(ix: u16, clash: &'static Disagreement, around: Day) -> AnyView {
    let mut events = text().events.iter();
    let told = events.any(|e| e.disagreements.contains(&ix));
    let at = clash
        .events
        .first()
        .map(|e| text().events[usize::from(*e)].title);
    let at = at.map(|title| view! { <span>{title}</span> });
    let entry = match told {
        true => view! { <a href=to(clash)>{clash.topic}</a> {at} }.into_any(),
        false => disagreement(ix, clash.published_by),
    };
    view! { <li data-since=since(clash.published_by, around)>{entry}</li> }.into_any()
}

fn dispute_word(about: Dispute) -> &'static str {
    match about {
        Dispute::Fact => labels::dispute_fact(),
        Dispute::Motive => labels::dispute_motive(),
        Dispute::Significance => labels::dispute_significance(),
    }
}
