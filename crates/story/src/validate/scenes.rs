//! The scenes: whether every event is told in one, and whether every card can be raised.

use super::super::source::{Beat, Scene, Story};
use super::inventory::each;
use super::places::{field, item};
use super::review::Review;
use super::structure::is_minor;

/// The model counts scenes and beats in a byte.
const MOST: usize = u8::MAX as usize;

pub fn check(story: &Story, review: &mut Review) {
    if story.scenes.is_empty() || review.is_broken("scenes") {
        return;
    }
    let beats: usize = story.scenes.iter().map(|s| s.beats.len()).sum();
    if beats > MOST {
        let message = format!("{beats} beats in all");
        review.report("scenes", message, format!("{MOST} at most"));
    }
    each("scenes", &story.scenes, |path, s| {
        scene(&path, s, story, review)
    });
    let unsure = is_unsure(story, review);
    each("events", &story.events, |path, event| {
        let told = told_in(&event.id, &story.scenes);
        let path = field(&path, "id");
        match told[..] {
            [_] => {}
            [] if unsure => {}
            [] => review.report(
                &path,
                format!("the event “{}” belongs to no scene", event.id),
                "name it in a beat, or in the `also` of the scene to whose record it belongs",
            ),
            [first, ..] => review.report(
                &path,
                format!("the event “{}” belongs to {} scenes", event.id, told.len()),
                format!("keep it in one of {}", list(&told, first)),
            ),
        }
    });
}

/// Whether a scene that cannot be read, or a misspelt id in one, may stand for what no other names.
fn is_unsure(story: &Story, review: &Review) -> bool {
    let known = |id: &String| story.events.iter().any(|event| event.id == *id);
    (story.scenes.iter().enumerate()).any(|(i, scene)| {
        let path = item("scenes", i);
        let beats = field(&path, "beats");
        let has_broken =
            (0..scene.beats.len()).any(|j| review.is_broken(&field(&item(&beats, j), "event")));
        has_broken
            || review.is_broken(&beats)
            || review.is_broken(&field(&path, "also"))
            || !scene.beats.iter().all(|beat| known(&beat.event))
            || !scene.also.iter().all(known)
    })
}

/// The scenes to which an event belongs.
fn told_in<'a>(event: &str, scenes: &'a [Scene]) -> Vec<&'a str> {
    scenes
        .iter()
        .filter(|s| s.also.iter().any(|id| id == event) || s.beats.iter().any(|b| b.event == event))
        .map(|s| &*s.id)
        .collect()
}

fn list(all: &[&str], first: &str) -> String {
    match all {
        [] | [_] => first.to_owned(),
        all => all.join(", "),
    }
}

fn scene(path: &str, scene: &Scene, story: &Story, review: &mut Review) {
    if !(1..=2).contains(&scene.beats.len()) {
        let message = format!("a scene of {} beats", scene.beats.len());
        let hint = "one or two: what is longer is two scenes";
        review.report(&field(path, "beats"), message, hint);
    }
    each(&field(path, "beats"), &scene.beats, |path, b| {
        beat(&path, b, story, review)
    });
    let Some(shift) = &scene.shift else { return };
    let named =
        |p: &&super::super::source::Position| p.actor == shift.actor && p.toward == shift.toward;
    if story.positions.iter().filter(named).count() < 2 {
        let message = format!(
            "{} has not changed its position towards {}",
            shift.actor, shift.toward
        );
        let hint = "a shift is named between two positions: add them to `positions`";
        review.report(&field(path, "shift"), message, hint);
    }
}

fn beat(path: &str, beat: &Beat, story: &Story, review: &mut Review) {
    if beat.text.is_empty() {
        let hint = "say what happened";
        review.report(&field(path, "text"), "a beat without text", hint);
    }
    each(&field(path, "cards"), &beat.cards, |path, card| {
        let at = field(&path, "actor");
        if is_minor(&card.actor, &story.actors) {
            let message = format!("a card of {}", card.actor);
            review.report(&at, message, "only main actors have a key that raises one");
        }
        let same = beat.cards.iter().filter(|c| c.actor == card.actor).count();
        if same > 1 {
            let message = format!("{same} cards of {} in one beat", card.actor);
            let hint = "keep the stronger one; the record holds them all";
            review.report(&at, message, hint);
        }
    });
}
