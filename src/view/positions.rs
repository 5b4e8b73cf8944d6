//! Who leans where, in words: every position with its date and cites. The relations diagram's
//! lines lead here, and it says what the diagram shows to those who cannot see it.

use leptos::prelude::*;

use super::dates;
use super::glyph::{SLOTS, badge};
use super::island::level_word;
use super::statement::statement;
use crate::story::{index, labels, text};

pub fn positions() -> AnyView {
    let main = index().main;
    let groups = (0..main).map(|actor| {
        let name = index().actors[actor].name;
        let pairs = (0..index().actors.len())
            .filter(|toward| *toward != actor)
            .map(move |toward| pair(actor, toward));
        view! {
            <section class="pos-of" data-a=SLOTS[actor]>
                <h3>{badge(actor, index().actors[actor].letter)} {name}</h3>
                {pairs.collect_view()}
            </section>
        }
    });
    view! { <div class="pos-list">{groups.collect_view()}</div> }.into_any()
}

fn pair(actor: usize, toward: usize) -> AnyView {
    let own: Vec<_> = index()
        .positions
        .iter()
        .zip(text().positions)
        .filter(|(p, _)| (p.actor as usize, p.toward as usize) == (actor, toward))
        .collect();
    let minor = toward >= index().main;
    if own.is_empty() && minor {
        return ().into_any();
    }
    let heading = labels::TOWARD.replace("{name}", index().actors[toward].name);
    if own.is_empty() {
        return view! { <h4>{heading}</h4> <p class="hush">{labels::NO_POSITION}</p> }.into_any();
    }
    let items = own.into_iter().map(|(p, words)| {
        view! {
            <li data-level=p.level.to_string()>
                <b>{level_word(p.level)}</b> " · " {dates::date(words.since, "", false)} " "
                {statement(&words.statement)}
            </li>
        }
    });
    view! {
        <h4 id=format!("pos-{}-{}", index().actors[actor].id, index().actors[toward].id)>{heading}</h4>
        <ol>{items.collect_view()}</ol>
    }
    .into_any()
}
