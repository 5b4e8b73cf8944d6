//! What each side wants, fears, offers and will not do. Written whole, with its dates; the program
//! shows what holds at the moment and marks what is new.

use leptos::prelude::*;

use super::glyph::badge;
use super::statement::{cites, kind_word};
use crate::domain::choice::Choice;
use crate::domain::words::SLOTS;
use crate::story::model::{StakeKind, StakeText};
use crate::story::{date_words, index, labels, text};

const KINDS: [StakeKind; 4] = [
    StakeKind::Interest,
    StakeKind::Fear,
    StakeKind::Offer,
    StakeKind::Limit,
];

/// The section, or nothing if the story has no stakes.
#[component]
pub fn Stakes() -> impl IntoView {
    if text().stakes.is_empty() {
        return ().into_any();
    }
    let moment = Choice::initial(index()).moment.month_label(&date_words());
    let sides = (0..index().main).map(side);
    view! {
        <section class="wrap sec" id="stakes" aria-labelledby="stakes-h">
            <h2 id="stakes-h">{labels::what_each_wants()}</h2>
            <p class="dek">{labels::stakes_dek()}</p>
            <p class="stakes-at">
                <span>{labels::stakes_at()} " " <b class="month">{moment}</b></span>
                <label><input type="checkbox" id="stakes-all"/> {labels::stakes_all()}</label>
            </p>
            <div class="wants" id="wants">{sides.collect_view()}</div>
        </section>
    }
    .into_any()
}

/// One actor's, folded to a line where the perspective is another's.
fn side(slot: usize) -> AnyView {
    let actor = &index().actors[slot];
    let groups = KINDS.map(|kind| group(slot, kind));
    let any = text().stakes.iter().any(|s| s.actor as usize == slot);
    view! {
        <details class="wants-of" data-a=SLOTS[slot] open>
            <summary><h3>{badge(slot, actor.letter)} {actor.name}</h3></summary>
            {groups.into_iter().collect_view()}
            <p class="hush" data-out=any.then_some("")>{labels::no_stake()}</p>
        </details>
    }
    .into_any()
}

fn group(slot: usize, kind: StakeKind) -> AnyView {
    let own = text().stakes.iter();
    let own: Vec<_> = own
        .filter(|s| (s.actor as usize, s.about) == (slot, kind))
        .map(stake)
        .collect();
    if own.is_empty() {
        return ().into_any();
    }
    view! { <div class="want"><h4>{kind_heading(kind)}</h4> <ul>{own}</ul></div> }.into_any()
}

/// Holds from the day `data-since` to the day `data-until`, counted as in [`crate::domain::date::Day`].
fn stake(stake: &'static StakeText) -> AnyView {
    let since = labels::stake_since().replace("{date}", &stake.since.label(&date_words()));
    let until = stake.until.map(|until| {
        let until = labels::stake_until().replace("{date}", &until.label(&date_words()));
        view! { ", " {until} }
    });
    let words = &stake.statement;
    view! {
        <li data-since=stake.since.start.0.to_string() data-until=stake.until.map(|u| u.end.0.to_string())
            data-k=stake.known.0.to_string()>
            <p class="meta"><b class="new">{labels::stake_new()}</b> {since} {until} " · " {kind_word(words.kind)}</p>
            <p class="st" data-kind=kind_word(words.kind)>{super::inline::inline(words.text)} {cites(words.cites)}</p>
        </li>
    }
    .into_any()
}

fn kind_heading(kind: StakeKind) -> &'static str {
    match kind {
        StakeKind::Interest => labels::stake_interest(),
        StakeKind::Fear => labels::stake_fear(),
        StakeKind::Offer => labels::stake_offer(),
        StakeKind::Limit => labels::stake_limit(),
    }
}
