//! How long reading takes, from the number of words.

use crate::story::model::{Inline, Statement, Text};

/// A steady reader on a screen, in words a minute.
const PACE: usize = 200;

/// Minutes for the story alone: opening, scenes and finale; at least one.
pub fn of_story(text: &Text) -> usize {
    let opening = text
        .opening
        .iter()
        .map(|o| words(o.finding) + in_all(o.lead));
    let beats = text.beats.iter().map(|beat| words(beat.text));
    let finale = text.finale.iter().flat_map(|f| f.text).map(|p| words(p));
    rounded(opening.chain(beats).chain(finale).sum())
}

/// Minutes with the cards of one actor as well.
pub fn with_actor(text: &Text, slot: u8) -> usize {
    let cards = text.beats.iter().flat_map(|beat| beat.cards);
    let cards = cards.filter(|card| card.actor == slot);
    let cards: usize = cards.map(|card| in_all(card.statement.text)).sum();
    of_story(text) + cards.div_ceil(PACE)
}

fn rounded(words: usize) -> usize {
    ((words + PACE / 2) / PACE).max(1)
}

fn words(statements: &[Statement]) -> usize {
    statements.iter().map(|s| in_all(s.text)).sum()
}

fn in_all(nodes: &[Inline]) -> usize {
    let one = |node: &Inline| match node {
        Inline::Text(text) => {
            // A full stop after a link is no word.
            let is_word = |word: &&str| word.contains(char::is_alphanumeric);
            text.split_whitespace().filter(is_word).count()
        }
        // The names of the perspective.
        Inline::Place(_, []) => 2,
        Inline::Emphasis(inner)
        | Inline::Strong(inner)
        | Inline::Place(_, inner)
        | Inline::Actor(_, inner)
        | Inline::Event(_, inner)
        | Inline::Source(_, inner)
        | Inline::Doubt(_, inner)
        | Inline::Note(_, inner)
        | Inline::Lang(_, inner) => in_all(inner),
    };
    nodes.iter().map(one).sum()
}
