//! What the page says of the choice, in words, and the values of the attributes that the style
//! reads: the same on both sides.

use crate::domain::choice::Choice;
use crate::story::model::{Index, Voice};
use crate::story::{date_words, labels};

/// A slot's value in `data-a`, from which the style takes the actor's colour.
pub fn slot_mark(slot: usize) -> &'static str {
    const MARKS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];
    MARKS.get(slot).copied().unwrap_or_default()
}

/// The word for how an actor is heard in `data-how` and in the names of glyphs.
pub fn how_mark(heard: Voice) -> &'static str {
    match heard {
        Voice::Direct => "direct",
        Voice::Reported => "reported",
        Voice::Silent => "silent",
        Voice::Uninvolved => "uninvolved",
    }
}

/// How an actor is heard, and by whom where somebody tells it.
pub fn how_heard(heard: Voice, speaker: &str) -> String {
    match heard {
        Voice::Direct => labels::own_words().to_owned(),
        Voice::Reported if speaker.is_empty() => labels::others_tell().to_owned(),
        Voice::Reported => labels::as_told_by().replace("{speaker}", speaker),
        Voice::Silent => labels::not_quoted().to_owned(),
        Voice::Uninvolved => labels::not_part().to_owned(),
    }
}

/// The words beside an actor's key: how it is heard on what the stage shows.
pub fn key_status(index: &Index, choice: Choice, slot: usize) -> String {
    if choice.is_unpublished(index) {
        return labels::nothing_yet().to_owned();
    }
    // By an earlier edition it may have been somebody else.
    let is_whole = choice.event.is_none() && choice.as_of.is_none();
    let beat = choice.beat.filter(|_| is_whole);
    let beat = beat.and_then(|b| index.beats.get(usize::from(b)));
    let speaker = beat.map_or("", |beat| beat.speakers[slot]);
    match choice.voices(index)[slot] {
        Voice::Reported if !speaker.is_empty() => labels::via().replace("{speaker}", speaker),
        heard => how_heard(heard, speaker),
    }
}

/// Where the stage stands in time.
pub fn moment(index: &Index, choice: Choice) -> String {
    let event = choice
        .shown(index)
        .and_then(|e| index.events.get(usize::from(e)));
    match event {
        Some(event) => event.date.label(&date_words()),
        None if choice.is_unpublished(index) => labels::not_published().to_owned(),
        None => labels::opening().to_owned(),
    }
}

/// Which scene of how many.
pub fn scene_count(index: &Index, choice: Choice) -> String {
    let n = choice
        .scene(index)
        .map_or(0, |scene| usize::from(scene) + 1);
    labels::scene_of()
        .replace("{n}", &n.to_string())
        .replace("{of}", &index.scenes.len().to_string())
}
