//! The story as a whole: who takes part, what is told where, and the chart.

use std::collections::HashMap;

use super::super::inline::is_slug;
use super::super::model::MAX_MAIN;
use super::super::source::{Actor, Chapter, Chart, Event, Role, Step, Story};
use super::inventory::each;
use super::places::field;
use super::review::Review;

pub fn check(story: &Story, review: &mut Review) {
    if story.format != 1 {
        let message = format!("format {} is not known to this program", story.format);
        review.report("format", message, "it reads format 1");
    }
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
    let (told, unsure) = (told_in(&story.chapters), is_unsure(&story.chapters, review));
    each("events", &story.events, |path, event| {
        if event.summary.is_empty() {
            let hint = "say in a sentence or two what happened";
            review.report(&field(&path, "summary"), "an event without a summary", hint);
        }
        let steps = told.get(event.id.as_str()).map_or(&[][..], Vec::as_slice);
        told_once(&path, event, steps, unsure, review);
    });
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
    each("chapters", &story.chapters, |path, chapter| {
        let path = field(&path, "steps");
        if chapter.steps.is_empty() {
            review.report(
                &path,
                "a chapter without steps",
                "add one, or drop the chapter",
            );
        }
        each(&path, &chapter.steps, |path, s| step(&path, s, review));
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
    if let Some(chart) = &story.chart {
        check_chart(chart, &story.actors, review);
    }
}

/// Lists are neither empty nor longer than the model's indices can count.
fn sizes(story: &Story, review: &mut Review) {
    let lists = [
        ("sources", story.sources.len(), usize::from(u8::MAX)),
        ("actors", story.actors.len(), usize::from(u8::MAX)),
        ("events", story.events.len(), usize::from(u16::MAX)),
        ("chapters", story.chapters.len(), usize::from(u16::MAX)),
    ];
    for (path, count, most) in lists {
        if count == 0 {
            review.report(path, format!("a story without {path}"), "add at least one");
        } else if count > most {
            review.report(path, format!("{count} {path}"), format!("{most} at most"));
        }
    }
    let steps: usize = story.chapters.iter().map(|c| c.steps.len()).sum();
    for (path, count) in [("chapters", steps), ("places", story.places.len())] {
        if count > usize::from(u16::MAX) {
            review.report(
                path,
                format!("{count} in all"),
                format!("{} at most", u16::MAX),
            );
        }
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

/// The steps that tell each event, by its id.
fn told_in(chapters: &[Chapter]) -> HashMap<&str, Vec<&str>> {
    let mut told: HashMap<&str, Vec<&str>> = HashMap::new();
    for step in chapters.iter().flat_map(|c| &c.steps) {
        for event in &step.events {
            let steps = told.entry(event).or_default();
            // One that lists an event twice is refused for that.
            if steps.last() != Some(&step.id.as_str()) {
                steps.push(&step.id);
            }
        }
    }
    told
}

/// Whether a step that cannot be read may tell what no other tells.
fn is_unsure(chapters: &[Chapter], review: &Review) -> bool {
    let unsure = chapters.iter().enumerate().any(|(i, chapter)| {
        let steps = format!("chapters[{i}].steps");
        let broken_events = |j| review.is_broken(&format!("{steps}[{j}].events"));
        review.is_broken(&steps) || (0..chapter.steps.len()).any(broken_events)
    });
    unsure || review.is_broken("chapters")
}

fn told_once(path: &str, event: &Event, told: &[&str], unsure: bool, review: &mut Review) {
    let path = field(path, "id");
    match told {
        [_] => {}
        [] if unsure => {}
        [] => review.report(
            &path,
            format!("the event “{}” is told in no step", event.id),
            "add it to the `events` of the step that tells it",
        ),
        _ => review.report(
            &path,
            format!("the event “{}” is told in {} steps", event.id, told.len()),
            format!(
                "keep it in one of {}, and refer to it from the others",
                told.join(", ")
            ),
        ),
    }
}

fn step(path: &str, step: &Step, review: &mut Review) {
    if step.events.is_empty() && step.moment.is_none() && review.is_sound(&field(path, "events")) {
        let hint = "add `moment`, the date at which the timeline stands here";
        review.report(path, "a step without events and without a moment", hint);
    }
    if step.text.is_empty() && step.list.is_none() {
        review.report(
            &field(path, "text"),
            "a step without text",
            "add a paragraph",
        );
    }
    each(&field(path, "text"), &step.text, |path, paragraph| {
        if paragraph.is_empty() {
            review.report(&path, "an empty paragraph", "add a statement, or drop it");
        }
    });
}

fn check_chart(chart: &Chart, actors: &[Actor], review: &mut Review) {
    if chart.view[2] <= 0.0 || chart.view[3] <= 0.0 {
        let hint = "x, y, width, height; both of the latter above 0";
        review.report("chart.view", "a chart without an area", hint);
    }
    each("chart.paths", &chart.paths, |path, land| {
        if let Some(actor) = land.actor.as_deref().filter(|a| is_minor(a, actors)) {
            let message = format!("land or a claim of {actor}");
            let hint = "only main actors are coloured: leave `actor` out";
            review.report(&field(&path, "actor"), message, hint);
        }
        let path = field(&path, "d");
        if land.d.trim().is_empty() {
            review.report(&path, "an empty path", "draw it, or drop it");
        }
        let foreign = land.d.char_indices().find(|(_, c)| !is_path_sign(*c));
        if let Some((offset, c)) = foreign {
            let hint = "SVG path data: commands, numbers, spaces and commas only";
            review.report_inside(
                &path,
                offset,
                format!("“{c}” does not belong in a path"),
                hint,
            );
        }
    });
    each("chart.sights", &chart.sights, |path, sight| {
        if is_minor(&sight.actor, actors) {
            let message = format!("a line of sight from {}", sight.actor);
            review.report(&field(&path, "actor"), message, "only main actors have one");
        }
    });
    each("chart.names", &chart.names, |path, name| {
        if name.text.is_some() == name.place.is_some() {
            let message = "a name needs either “text” or “place”";
            review.report(&path, message, "keep one of the two");
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
