//! Who leans where, in words: every position with its date and cites. The relations diagram's
//! lines lead here, and it says what the diagram shows to those who cannot see it.

use leptos::prelude::*;

use super::dates;
use super::glyph::badge;
use super::known;
use super::statement::statement;
use crate::domain::words::{SLOTS, level as level_in_words};
use crate::story::{index, labels, text};

pub fn positions() -> AnyView {
    let main = index().main;
    let holds = |actor: usize| index().positions.iter().any(|p| p.actor as usize == actor);
    // A minor actor is listed where a source says what it holds.
    let listed = (0..index().actors.len()).filter(|actor| *actor < main || holds(*actor));
    let groups = listed.map(|actor| {
        let told = &index().actors[actor];
        let mark = (actor < main).then(|| badge(actor, told.letter));
        let pairs = (0..index().actors.len())
            .filter(|toward| *toward != actor)
            .map(move |toward| pair(actor, toward));
        let own = index().positions.iter();
        let first = own
            .filter(|p| p.actor as usize == actor)
            .map(|p| p.known);
        let known = first.min().filter(|_| actor >= main);
        view! {
            <section class="pos-of" data-a=SLOTS.get(actor).copied() data-k=known.and_then(|k| known::from(k, known::PAGE))>
                <h3>{mark} {told.name}</h3>
                {pairs.collect_view()}
            </section>
        }
    });
    view! { <div class="pos-list">{groups.collect_view()}</div> }.into_any()
}

/// What one actor holds towards another. The program finds a position by its index: `#p-7`.
fn pair(actor: usize, toward: usize) -> AnyView {
    let own: Vec<_> = (0..)
        .zip(index().positions.iter().zip(text().positions))
        .filter(|(_, (p, _))| (p.actor as usize, p.toward as usize) == (actor, toward))
        .collect();
    let minor = actor.max(toward) >= index().main;
    if own.is_empty() && minor {
        return ().into_any();
    }
    let heading = labels::toward().replace("{name}", index().actors[toward].name);
    let id = format!(
        "pos-{}-{}",
        index().actors[actor].id,
        index().actors[toward].id
    );
    if own.is_empty() {
        return view! { <h4 id=id>{heading}</h4> <p class="hush">{labels::no_position()}</p> }
            .into_any();
    }
    let first = own
        .iter()
        .map(|(_, (p, _))| p.known)
        .min()
        .unwrap_or(known::PAGE);
    let until = known::from(first, known::PAGE);
    // Towards a minor actor there is nothing to say until there is something.
    let heading_from = minor.then(|| until.clone());
    let none_yet = (!minor).then(|| {
        view! { <p class="hush" data-u=until.clone() data-later="">{labels::no_position()}</p> }
    });
    let items = own.into_iter().map(|(ix, (p, words))| {
        let ix: u16 = ix;
        view! {
            <li id=format!("p-{ix}") data-level=p.level.to_string() data-k=known::from(p.known, first)>
                <b>{level_in_words(p.level)} " ·"</b> " " {dates::date(words.since, "", false)} " "
                {statement(&words.statement, p.known)}
            </li>
        }
    });
    view! {
        <h4 id=id data-k=heading_from>{heading}</h4>
        {none_yet}
        <ol data-k=until>{items.collect_view()}</ol>
    }
    .into_any()
}
