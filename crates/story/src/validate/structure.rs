//! The story as a whole: who takes part, and what each thing needs to be one.

use super::super::inline::is_slug;
use super::super::model::{ActorIx, EventIx, MAX_MAIN, PlaceIx, SceneIx, SourceIx};
use super::super::source::{Actor, Role, Story};
use super::inventory::each;
use super::places::{field, item};
use super::review::Review;

pub fn check(story: &Story, review: &mut Review) {
    sizes(story, review);
    actors(&story.actors, review);
    each("sources", &story.sources, |path, source| {
        each(
            &field(&path, "unnumbered"),
            &source.unnumbered,
            |path, label| {
                if !is_slug(label) || label.bytes().all(|b| b.is_ascii_digit()) {
                    let hint = "lower-case letters, digits and hyphens, with a letter, as caption";
                    review.report(&path, format!("“{label}” is not a label"), hint);
                }
            },
        );
    });
    each("events", &story.events, |path, event| {
        if event.summary.is_empty() {
            let hint = "say in a sentence or two what happened";
            review.report(&field(&path, "summary"), "an event without a summary", hint);
        }
    });
    let paragraphs = story.finale.iter().flat_map(|finale| &finale.text);
    for (i, _) in paragraphs.enumerate().filter(|(_, p)| p.is_empty()) {
        let path = item("finale.text", i);
        review.report(&path, "an empty paragraph", "add a statement, or drop it");
    }
    each("stakes", &story.stakes, |path, stake| {
        if is_minor(&stake.actor, &story.actors) {
            let message = format!("a stake of {}", stake.actor);
            let hint = "only main actors have stakes: say it in the text";
            review.report(&field(&path, "actor"), message, hint);
        }
    });
    each("places", &story.places, |path, place| {
        for actor in place.names.keys() {
            if is_minor(actor, &story.actors) {
                let path = field(&field(&path, "names"), actor);
                let hint = "names follow the perspective, so only main actors have their own";
                review.report(&path, format!("a name for {actor}"), hint);
            }
        }
    });
    each(
        "disagreements",
        &story.disagreements,
        |path, disagreement| {
            if disagreement.sides.len() < 2 {
                let hint = "two at least; what one source alone says is a doubt";
                review.report(
                    &field(&path, "sides"),
                    "a disagreement needs two sides",
                    hint,
                );
            }
        },
    );
}

/// Lists are neither empty nor longer than the model's indices can count.
fn sizes(story: &Story, review: &mut Review) {
    let lists = [
        ("sources", story.sources.len(), usize::from(SourceIx::MAX)),
        ("actors", story.actors.len(), usize::from(ActorIx::MAX)),
        ("events", story.events.len(), usize::from(EventIx::MAX)),
        ("scenes", story.scenes.len(), usize::from(SceneIx::MAX)),
    ];
    for (path, count, most) in lists {
        if count == 0 {
            review.report(path, format!("a story without {path}"), "add at least one");
        } else if count > most {
            review.report(path, format!("{count} {path}"), format!("{most} at most"));
        }
    }
    let (places, most) = (story.places.len(), usize::from(PlaceIx::MAX));
    if places > most {
        review.report(
            "places",
            format!("{places} places"),
            format!("{most} at most"),
        );
    }
}

fn actors(actors: &[Actor], review: &mut Review) {
    let main = actors.iter().filter(|a| a.role == Role::Main).count();
    let sure = (0..actors.len()).all(|i| !review.is_broken(&format!("actors[{i}].role")));
    if sure && !actors.is_empty() && !(2..=MAX_MAIN).contains(&main) {
        let hint = format!("2 to {MAX_MAIN} actors have the role “main”; the others are “minor”");
        review.report("actors", format!("{main} main actors"), hint);
    }
    each("actors", actors, |path, actor| {
        let role_known = !review.is_broken(&field(&path, "role"));
        if actor.role == Role::Main && role_known {
            let wanted = [("capital", &actor.capital), ("letter", &actor.letter)];
            for (name, _) in wanted.iter().filter(|(_, words)| words.is_none()) {
                let message = format!("a main actor without {name}");
                review.report(
                    &path,
                    message,
                    format!("add “{name}”, or give it the role “minor”"),
                );
            }
        }
        let letter = actor.letter.as_deref().unwrap_or("-");
        if letter.chars().count() > 1 {
            let path = field(&path, "letter");
            review.report(
                &path,
                format!("“{letter}” is not one letter"),
                "it stands in a small badge",
            );
        }
    });
}

/// A known actor without a perspective of its own.
pub fn is_minor(id: &str, actors: &[Actor]) -> bool {
    actors.iter().any(|a| a.id == id && a.role == Role::Minor)
}

/// Whether it can stand in SVG path data.
pub fn is_path_sign(c: char) -> bool {
    "MmZzLlHhVvCcSsQqTtAa0123456789 ,.-".contains(c)
}
