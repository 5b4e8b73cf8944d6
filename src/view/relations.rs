//! Who leans where at the moment: a directed line from each actor to each other. Each line is a link
//! to its statement, which the program shows in place.
//!
//! The drawing is written once as it is from nobody's side and once turned to each actor; the style
//! shows one of them.

use leptos::prelude::*;

use crate::domain::choice::Choice;
use crate::domain::known;
use crate::domain::relations::{self, Node};
use crate::domain::words::{self, SLOTS};
use crate::story::model::ActorIx;
use crate::story::{date_words, index, labels, text};

/// A direction in all its guises, of which the style shows one. `nth` is its place among all
/// [`relations::directions`], by which the program finds it in each drawing.
fn line(
    nth: usize,
    link: relations::Link,
    nodes: &[(usize, Node)],
    centre: Option<ActorIx>,
) -> AnyView {
    let at = |actor: ActorIx| {
        let of_actor = nodes.iter().find(|(a, _)| *a == actor as usize);
        of_actor.map_or(nodes[0].1, |(_, node)| *node)
    };
    let paths = relations::drawn(at(link.actor).at, at(link.toward).at);
    let parts: Vec<_> = relations::PARTS
        .into_iter()
        .zip(paths)
        .map(|(class, d)| view! { <path class=class d=d></path> })
        .collect();
    let actors = index().actors;
    let (actor, toward) = (link.actor as usize, link.toward as usize);
    let level = link.position.map(|p| index().positions[p].level);
    let is_minor = actor.max(toward) >= index().main;
    // In a turned drawing the level stands beside the other's node: first what is held towards it.
    let label = centre.filter(|_| !is_minor).map(|centre| {
        let there = centre == link.actor;
        let node = at(if there { link.toward } else { link.actor });
        let class = if there { "lv" } else { "lv back" };
        view! {
            <text class=class transform=node.at.translate() data-side=node.side.word()>
                <tspan class="by">{actors[actor].letter}</tspan> " " <tspan class="is">{words::level_alone(level)}</tspan>
            </text>
        }
    });
    view! {
        <a class="rel" href=format!("#pos-{}-{}", actors[actor].id, actors[toward].id) data-l=nth.to_string()
            data-a=SLOTS.get(actor).copied() data-level=words::level_mark(level)
            data-off=(is_minor && level.is_none()).then_some("")>
            <title>{words::line(index(), link, None)}</title>
            {parts} {label}
        </a>
    }
    .into_any()
}

fn node(node: Node, actor: usize) -> AnyView {
    let told = &index().actors[actor];
    if actor >= index().main {
        return view! {
            <g class="node minor" transform=node.at.translate() data-side=node.side.word()>
                <circle class="shape" r="6"></circle>
                <text class="nm">{told.short}</text>
            </g>
        }
        .into_any();
    }
    view! {
        <g class="node" data-a=SLOTS[actor] transform=node.at.translate() data-side=node.side.word()>
            <use href=format!("#s-{}", actor + 1) x="-12" y="-12" width="24" height="24"></use>
            <text y="4.5">{told.letter}</text>
            <text class="nm">{told.name}</text>
        </g>
    }
    .into_any()
}

/// The diagram as it is from nobody's side, or turned to one actor.
fn drawing(centre: Option<ActorIx>) -> AnyView {
    let index = index();
    let moment = Choice::initial(index).moment;
    let minor = relations::minor(index.positions, index.main);
    let layout = match centre {
        Some(centre) => relations::turned(index.main, centre),
        None => relations::layout(index.main),
    };
    let layout = layout.with_minor(minor.len());
    let actors = (0..index.main).chain(minor.into_iter().map(usize::from));
    let nodes: Vec<(usize, Node)> = actors.zip(layout.nodes.iter().copied()).collect();
    let links = relations::all_at(index.positions, index.main, moment, known::ALL).into_iter();
    let links = links
        .enumerate()
        .filter(|(_, l)| centre.is_none_or(|c| c == l.actor || c == l.toward));
    let links: Vec<_> = links.collect();
    // A line stands with the minor actor it leads from or to, if there is one.
    let of = |l: &relations::Link| (l.actor.max(l.toward) as usize).max(index.main - 1);
    let draw = |with: usize| {
        let own = links.iter().filter(|(_, l)| of(l) == with);
        own.map(|(nth, l)| line(*nth, *l, &nodes, centre))
            .collect_view()
    };
    let lines = draw(index.main - 1);
    let (main, minor) = nodes.split_at(index.main);
    let main: Vec<_> = main.iter().map(|(actor, n)| node(*n, *actor)).collect();
    let minor = minor.iter().map(|(actor, n)| {
        view! { <g>{draw(*actor)} {node(*n, *actor)}</g> }
    });
    let minor: Vec<_> = minor.collect();
    view! {
        <svg class="rels-svg" data-turn=centre.map(|c| SLOTS[c as usize]) viewBox=layout.view_box()
            role="group" aria-label=labels::who_leans_where()>
            {lines} {main} {minor}
        </svg>
    }
    .into_any()
}

#[component]
pub fn Relations() -> impl IntoView {
    let moment = Choice::initial(index()).moment;
    let turned = (0..index().main as ActorIx).map(|actor| drawing(Some(actor)));
    let key = [
        (labels::level_2(), "2"),
        (labels::level_1(), "1"),
        (labels::level_0_alone(), "0"),
        (labels::level_minus_1(), "-1"),
        (labels::level_minus_2(), "-2"),
        (labels::no_word(), "none"),
    ]
    .map(|(word, level)| {
        view! {
            <li>
                <svg class="rel" data-level=level viewBox="0 0 34 12">
                    <path class="shaft" d="M1 6H26"></path>
                    <path class="teeth" d="M1 6H26"></path>
                    <path class="head" d="M33 6 26 2v8z"></path>
                    <path class="stub" d="M1 6H14"></path>
                    <path class="stub-bar" d="M14 1V11"></path>
                </svg>
                <span>{word}</span>
            </li>
        }
    });
    let stakes = (!text().stakes.is_empty()).then(|| {
        view! { <a href="#stakes" data-show="wants">{labels::what_each_wants()}</a> " " }
    });
    view! {
        <figcaption>
            {labels::who_leans_where()} " " <span class="month">{moment.month_label(&date_words())}</span>
        </figcaption>
        {drawing(None)} {turned.collect_view()}
        <ul class="rels-key" aria-hidden="true">
            {key.into_iter().collect_view()}
            <li class="rels-news" hidden>
                <svg class="rel" data-news="" viewBox="0 0 12 12"><path class="news" d="M6 1V11M1.700 3.500l8.600 5M10.300 3.500l-8.600 5"></path></svg>
                <span></span>
            </li>
        </ul>
        <p class="small">
            <a href="#drift" data-show="drift">{labels::how_it_moved()}</a> " "
            {stakes}
            <a href="#positions">{labels::in_words()}</a>
        </p>
        <dialog class="note" id="line" aria-labelledby="line-h">
            <h3 id="line-h" tabindex="-1"></h3>
            <ul class="note-body"></ul>
            <form method="dialog"><button class="plain">{labels::close()}</button></form>
        </dialog>
    }
}
