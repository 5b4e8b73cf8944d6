//! Every statement rests on a paragraph that exists, and nobody speaks who is silent.

use super::super::source::{Actor, Aspect, Kind, Reading, Role, Source, Story, Voice};
use super::inventory::{Cited, Inventory, each};
use super::nearest;
use super::places::{field, item};
use super::review::Review;

pub fn check(story: &Story, inventory: &Inventory, review: &mut Review) {
    for cited in &inventory.cited {
        cites(story, cited, review);
    }
    for (path, reading) in &inventory.readings {
        if let Some(actor) = story.actors.iter().find(|a| a.id == reading.actor) {
            check_reading(path, reading, actor, story, review);
        }
    }
    each("positions", &story.positions, |path, position| {
        if position.actor == position.toward && review.is_sound(&path) {
            let message = format!("a position of {} towards itself", position.actor);
            review.report(&field(&path, "toward"), message, "name another actor");
        }
    });
}

fn cites(story: &Story, cited: &Cited, review: &mut Review) {
    let list = field(&cited.path, "cites");
    // Whether a reading may go without depends on its voice, so that must be known.
    if cited.cites.is_empty() && !cited.may_be_empty && review.is_sound(&cited.path) {
        let hint = match story.sources.first() {
            Some(source) => format!("name the paragraph it rests on, as “{}:1”", source.id),
            None => "name the paragraph it rests on".into(),
        };
        review.report(&list, "a statement without a cite", hint);
    }
    for (i, cite) in cited.cites.iter().enumerate() {
        if let Err((message, hint)) = read_cite(story, cite, review) {
            review.report(&item(&list, i), message, hint);
        }
    }
}

fn read_cite(story: &Story, cite: &str, review: &Review) -> Result<(), (String, String)> {
    let Some((id, part)) = cite.split_once(':') else {
        let message = format!("“{cite}” is not a cite");
        return Err((message, "write source:paragraph, as “gang:8”".into()));
    };
    let Some(index) = story.sources.iter().position(|s| s.id == id) else {
        if review.is_broken("sources") {
            return Ok(());
        }
        let known = story.sources.iter().map(|s| &*s.id);
        return Err((
            format!("there is no source “{id}”"),
            nearest::hint(id, known),
        ));
    };
    if !review.is_sound(&item("sources", index)) {
        return Ok(());
    }
    part_exists(&story.sources[index], part)
}

fn part_exists(source: &Source, part: &str) -> Result<(), (String, String)> {
    let (id, last) = (&source.id, source.paragraphs);
    if part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty() {
        let number = part.parse::<u16>().ok().filter(|n| (1..=last).contains(n));
        return match number {
            Some(_) if !part.starts_with('0') => Ok(()),
            _ => Err((
                format!("source “{id}” has no paragraph {part}"),
                format!("its paragraphs are 1 to {last}"),
            )),
        };
    }
    if source.unnumbered.iter().any(|label| label == part) {
        return Ok(());
    }
    let hint = match &source.unnumbered[..] {
        [] => format!("it has no unnumbered parts; its paragraphs are 1 to {last}"),
        labels => nearest::hint(part, labels.iter().map(|label| &**label)),
    };
    Err((format!("source “{id}” has no part “{part}”"), hint))
}

fn check_reading(path: &str, reading: &Reading, actor: &Actor, story: &Story, review: &mut Review) {
    let index = story.actors.iter().position(|a| a.id == actor.id);
    if !review.is_sound(path) || !review.is_sound(&item("actors", index.unwrap_or(0))) {
        return;
    }
    let name = &actor.id;
    if actor.role != Role::Main {
        let message = format!("a reading for {name}, which is not a main actor");
        let hint = "only actors with the role “main” have readings: say it in the text";
        review.report(&field(path, "actor"), message, hint);
    }
    let own_statement = reading.kind == Kind::Reported && reading.aspect == Aspect::Says;
    match (actor.voice, reading.voice) {
        (Voice::None | Voice::Reported, Voice::Direct) => {
            let word = if actor.voice == Voice::None {
                "none"
            } else {
                "reported"
            };
            let message = format!("{name} speaks here, and its voice is “{word}”");
            let hint = format!("“reported” if others tell it; or change the voice of {name}");
            review.report(&field(path, "voice"), message, hint);
        }
        (Voice::None, voice) if own_statement && voice != Voice::None => {
            let message = format!("a reported statement of {name}, whose voice is “none”");
            let hint = "“paraphrase” if others ascribe it; or change the actor’s voice";
            review.report(&field(path, "kind"), message, hint);
        }
        _ => {}
    }
}
