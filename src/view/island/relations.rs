//! Who leans where at the moment: one directed line for each pair of main actors.

use leptos::prelude::*;

use crate::domain::relations::{self, Layout, Point};
use crate::state::reader;
use crate::story::{DATE_WORDS, index, labels};
use crate::view::glyph::SLOTS;

/// A level in words.
pub fn level_word(level: i8) -> &'static str {
    match level {
        2 => labels::LEVEL_2,
        1 => labels::LEVEL_1,
        0 => labels::LEVEL_0,
        -1 => labels::LEVEL_MINUS_1,
        _ => labels::LEVEL_MINUS_2,
    }
}

/// The value of `data-level` for a level, or for no word.
fn level_mark(level: Option<i8>) -> &'static str {
    match level {
        Some(2) => "2",
        Some(1) => "1",
        Some(0) => "0",
        Some(-1) => "-1",
        Some(_) => "-2",
        None => "none",
    }
}

fn units(tenths: i32) -> String {
    let mut out = String::new();
    relations::push_tenths(&mut out, tenths);
    out
}

/// A line with its head, and beside it the stub that stands for no word; the style shows one.
fn line(layout: &Layout, actor: u8, toward: u8, level: Memo<Option<i8>>) -> impl IntoView + use<> {
    let (from, to) = (
        layout.nodes[actor as usize].at,
        layout.nodes[toward as usize].at,
    );
    let (arrow, stub) = (relations::arrow(from, to), relations::stub(from, to));
    let mut head = relations::path(&arrow.head);
    head.push('z');
    view! {
        <g class="rel" data-a=SLOTS[actor as usize] data-level=move || level_mark(level.get())>
            <path class="shaft" d=relations::path(&[arrow.from, arrow.to])></path>
            <path class="teeth" d=relations::path(&[arrow.from, arrow.to])></path>
            <path class="head" d=head></path>
            <path class="stub" d=relations::path(&[stub.from, stub.to])></path>
            <path class="stub-bar" d=relations::path(&stub.bar)></path>
        </g>
    }
}

fn node(at: Point, name_right: bool, slot: usize) -> impl IntoView {
    let actor = &index().actors[slot];
    let (x, y) = (at.x, at.y);
    let (name_x, anchor) = if name_right {
        (x + 200, "start")
    } else {
        (x - 180, "end")
    };
    view! {
        <g class="node" data-a=SLOTS[slot]>
            <use href=["#s-1", "#s-2", "#s-3", "#s-4", "#s-5", "#s-6"][slot]
                x=units(x - 120) y=units(y - 120) width="24" height="24"></use>
            <text x=units(x) y=units(y + 45)>{actor.letter}</text>
            <text class="nm" x=units(name_x) y=units(y + 45) text-anchor=anchor>{actor.name}</text>
        </g>
    }
}

#[island]
pub fn Relations() -> impl IntoView {
    let r = reader();
    let index = index();
    let main = index.main;
    let layout = relations::layout(main);
    let pairs: Vec<_> = relations::pairs(main).collect();
    let levels: Vec<_> = pairs
        .iter()
        .map(|&(actor, toward)| {
            Memo::new(move |_| {
                relations::at(index.positions, actor, toward, r.moment.get())
                    .map(|p| index.positions[p].level)
            })
        })
        .collect();
    let lines: Vec<_> = pairs
        .iter()
        .zip(&levels)
        .map(|(&(a, b), level)| line(&layout, a, b, *level))
        .collect();
    let nodes: Vec<_> = layout
        .nodes
        .iter()
        .enumerate()
        .map(|(slot, n)| node(n.at, n.name_right, slot))
        .collect();
    let in_words = move || {
        let mut words = String::new();
        for (&(actor, toward), level) in pairs.iter().zip(&levels) {
            let Some(level) = level.get() else { continue };
            if !words.is_empty() {
                words.push_str("; ");
            }
            words.push_str(index.actors[actor as usize].name);
            words.push(' ');
            words.push_str(level_word(level));
            words.push(' ');
            words.push_str(index.actors[toward as usize].name);
        }
        if words.is_empty() {
            words.push_str(labels::NO_POSITION);
        }
        words
    };
    view! {
        <figcaption>
            {labels::WHO_LEANS_WHERE} " " <span>{move || r.moment.get().month_label(&DATE_WORDS)}</span>
        </figcaption>
        <svg class="rels-svg" viewBox=layout.view_box() role="img" aria-label=in_words>{lines} {nodes}</svg>
        <ul class="rels-key" aria-hidden="true">
            {[(labels::LEVEL_2, "2"), (labels::LEVEL_1, "1"), (labels::LEVEL_0, "0"),
              (labels::LEVEL_MINUS_1, "-1"), (labels::LEVEL_MINUS_2, "-2"), (labels::NO_WORD, "none")]
                .map(|(word, level)| view! {
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
                })
                .into_iter()
                .collect::<Vec<_>>()}
        </ul>
        <p class="small"><a href="#positions">{labels::IN_WORDS}</a></p>
    }
}
