//! Lengths: a story of eight minutes keeps to them, and one that does not can still be read. So these
//! are warnings.

use super::super::inline::{self, Node};
use super::super::source::{Beat, Scene, Statement, Story};
use super::inventory::{Inventory, each};
use super::places::field;
use super::review::Review;

/// The words of a scene, of all scenes, and of a card, at most.
const SCENE: usize = 120;
const STORY: usize = 1600;
const CARD: usize = 45;

pub fn check(story: &Story, inventory: &Inventory, review: &mut Review) {
    for plain in &inventory.plain {
        let length = plain.text.chars().count();
        if let Some(limit) = plain.limit.filter(|limit| length > *limit) {
            let message = format!("{length} characters");
            review.warn(&plain.path, message, format!("{limit} at most"));
        }
    }
    let mut all = 0;
    each("scenes", &story.scenes, |path, scene| {
        let words = of_scene(scene);
        all += words;
        if words > SCENE {
            let hint =
                format!("{SCENE} at most: what is more is for the record, or a scene of its own");
            review.warn(&path, format!("a scene of {words} words"), hint);
        }
        each(&field(&path, "beats"), &scene.beats, |path, b| {
            beat(&path, b, review)
        });
    });
    if all > STORY {
        let hint = format!("{STORY} at most are read in eight minutes");
        review.warn("scenes", format!("a story of {all} words"), hint);
    }
}

fn beat(path: &str, beat: &Beat, review: &mut Review) {
    each(&field(path, "cards"), &beat.cards, |path, card| {
        let words = words(&card.text);
        if words > CARD {
            let hint = format!("{CARD} at most: it stands over its key, on the map");
            review.warn(
                &field(&path, "text"),
                format!("a card of {words} words"),
                hint,
            );
        }
    });
}

fn of_scene(scene: &Scene) -> usize {
    let statements = scene.beats.iter().flat_map(|beat| &beat.text);
    statements.map(|Statement { text, .. }| words(text)).sum()
}

/// As a reader would count them; in scripts without spaces it finds fewer.
fn words(markup: &str) -> usize {
    let mut plain = String::new();
    append(&inline::parse(markup).nodes, &mut plain);
    plain.split_whitespace().count()
}

fn append(nodes: &[Node], plain: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => plain.push_str(text),
            Node::Emphasis(inner) | Node::Strong(inner) => append(inner, plain),
            // The names of a place stand in for its words.
            Node::Reference { words, id, .. } if words.is_empty() => plain.push_str(id),
            Node::Reference { words, .. } => append(words, plain),
        }
    }
}
