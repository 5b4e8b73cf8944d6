//! The bargaining table: what each side offers, asks, refuses and fears, one row for each.

use leptos::prelude::*;

use super::part::{first, part};
use crate::components::as_of::{PAGE, since};
use crate::components::text::statement;
use crate::domain::date::{Date, Day};
use crate::glyph::badge;
use crate::story::model::{StakeKind, StakeText};
use crate::story::{date_words, index, labels, text};
use crate::words::slot_mark;

/// The columns, in the order in which one bargains.
fn kinds() -> [(StakeKind, &'static str); 4] {
    [
        (StakeKind::Offer, labels::bargain_offers()),
        (StakeKind::Interest, labels::bargain_asks()),
        (StakeKind::Limit, labels::bargain_refuses()),
        (StakeKind::Fear, labels::bargain_fears()),
    ]
}

#[component]
pub fn Wants() -> impl IntoView {
    if text().stakes.is_empty() {
        return ().into_any();
    }
    let heads = kinds().map(|(_, name)| view! { <th scope="col">{name}</th> });
    let rows = (0..index().main).map(side);
    let body = view! {
        <table class="bargain" aria-labelledby="stakes-h">
            <thead>
                <tr><th scope="col"><span class="vh">{labels::whose_column()}</span></th> {heads.into_iter().collect_view()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    part(
        "stakes",
        labels::what_each_wants(),
        labels::stakes_dek(),
        first(text().stakes.iter().map(|s| s.published_by)),
        body,
    )
}

fn side(slot: usize) -> AnyView {
    let cells = kinds().map(|(kind, name)| cell(slot, kind, name));
    view! {
        <tr data-a=slot_mark(slot)>
            <th scope="row">{badge(slot)} <span>{index().actors[slot].name}</span></th>
            {cells.into_iter().collect_view()}
        </tr>
    }
    .into_any()
}

/// On a narrow page the table falls apart into its cells, so each has its column's name with it.
fn cell(slot: usize, kind: StakeKind, name: &'static str) -> AnyView {
    let own = (0..).zip(text().stakes);
    let own = own.filter(|(_, s)| (usize::from(s.actor), s.about) == (slot, kind));
    let own: Vec<_> = own.collect();
    let first = first(own.iter().map(|(_, s)| s.published_by));
    let since = since(first, PAGE);
    // Until the first of them can be known there is nothing.
    let none = (own.is_empty() || since.is_some()).then(|| {
        view! { <p class="none" data-until=since.clone()>{labels::nothing_told()}</p> }
    });
    let items = own.iter().map(|(ix, s)| stake(*ix, s, first));
    let list = (!own.is_empty())
        .then(|| view! { <ul data-since=since.clone()>{items.collect_view()}</ul> });
    view! { <td><p class="of" aria-hidden="true">{name}</p> {none} {list}</td> }.into_any()
}

fn stake(ix: usize, stake: &'static StakeText, around: Day) -> AnyView {
    view! {
        <li id=format!("stake-{ix}") data-since=since(stake.published_by, around)>
            <p class="said">{statement(&stake.statement, stake.published_by)}</p>
            <p class="small">{period(stake.since, stake.until)}</p>
        </li>
    }
    .into_any()
}

/// Since when it holds and, where it ends before the story does, until when.
fn period(from: Date, to: Option<Date>) -> String {
    let words = date_words();
    if to == Some(from) {
        return from.label(&words);
    }
    let since = labels::stake_since().replace("{date}", &from.label(&words));
    match to {
        None => since,
        Some(to) => format!(
            "{since}, {}",
            labels::stake_until().replace("{date}", &to.label(&words))
        ),
    }
}
