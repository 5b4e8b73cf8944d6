//! Who is close to whom: for each pair a curve, and every position in words with its date and cites.

use leptos::prelude::*;

use super::curve::curve;
use super::dates;
use super::part::{first, part};
use crate::components::as_of::{PAGE, since};
use crate::components::phrases::level;
use crate::components::text::statement;
use crate::domain::date::Day;
use crate::domain::drift::pairs;
use crate::glyph::badge;
use crate::story::model::{ActorIx, PositionText};
use crate::story::{index, labels, text};
use crate::words::slot_mark;

#[component]
pub fn Positions() -> impl IntoView {
    if text().positions.is_empty() {
        return ().into_any();
    }
    let main = pairs(index().main).map(|(a, b)| pair(a, b));
    let body = view! {
        <div class="pairs">{main.collect_view()}</div>
        <div class="pairs minor">{minor().into_iter().map(direction).collect_view()}</div>
    };
    part(
        "positions",
        labels::who_is_close(),
        labels::positions_dek(),
        first(text().positions.iter().map(|p| p.published_by)),
        body,
    )
}

fn name(actor: ActorIx) -> &'static str {
    index().actors[usize::from(actor)].name
}

/// Two main actors: both directions, whether or not anything is told of them.
fn pair(a: ActorIx, b: ActorIx) -> AnyView {
    let title = labels::pair()
        .replace("{a}", name(a))
        .replace("{b}", name(b));
    view! {
        <section class="pair">
            <h4>{title}</h4>
            {curve(a, b)}
            {direction((a, b))}
            {direction((b, a))}
        </section>
    }
    .into_any()
}

/// The directions that lead from or to a minor actor, where a source tells of them.
fn minor() -> Vec<(ActorIx, ActorIx)> {
    let mut out: Vec<_> = index()
        .positions
        .iter()
        .map(|p| (p.actor, p.toward))
        .filter(|(actor, toward)| usize::from(*actor.max(toward)) >= index().main)
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// What one actor holds towards another, in the order of time. A position is found by its index:
/// `#p-7`.
fn direction((actor, toward): (ActorIx, ActorIx)) -> AnyView {
    let own = (0..).zip(index().positions.iter().zip(text().positions));
    let own: Vec<_> = own
        .filter(|(_, (p, _))| (p.actor, p.toward) == (actor, toward))
        .collect();
    let of = |ix: ActorIx| &index().actors[usize::from(ix)];
    let slot = Some(usize::from(actor)).filter(|slot| *slot < index().main);
    let heading = labels::one_towards()
        .replace("{actor}", name(actor))
        .replace("{toward}", name(toward));
    let first = first(own.iter().map(|(_, (p, _))| p.published_by));
    let known = since(first, PAGE);
    // Of main actors the heading stands also while there is no word yet.
    let is_minor = usize::from(actor.max(toward)) >= index().main;
    let none = (own.is_empty() || known.is_some()).then(|| {
        view! { <p class="none" data-until=known.clone()>{labels::no_position()}</p> }
    });
    let items = own
        .iter()
        .map(|(ix, (p, words))| position(*ix, p.level, words, first));
    let list = (!own.is_empty())
        .then(|| view! { <ol data-since=known.clone()>{items.collect_view()}</ol> });
    view! {
        <section class="direction" id=format!("pos-{}-{}", of(actor).id, of(toward).id) data-a=slot.map(slot_mark)
            data-since=known.clone().filter(|_| is_minor)>
            <h5>{slot.map(badge)} <span>{heading}</span></h5>
            {none} {list}
        </section>
    }
    .into_any()
}

fn position(ix: usize, at: i8, words: &'static PositionText, around: Day) -> AnyView {
    view! {
        <li id=format!("p-{ix}") data-level=at.to_string() data-since=since(words.published_by, around)>
            <p class="by">{dates::date(words.since, "", false)} " · " <b>{level(at)}</b></p>
            <p class="said">{statement(&words.statement, words.published_by)}</p>
        </li>
    }
    .into_any()
}
