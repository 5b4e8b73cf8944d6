//! From the choice to what decides how the stage looks.

use super::drawing::halves;
use crate::domain::choice::Choice;
use crate::domain::stage::{Insets, Look, Words, natural_view};
use crate::story::model::{EventIx, Index, MAX_MAIN, Voice};
use crate::story::width::width;
use crate::story::{date_words, labels};

/// Kept clear on a wide stage for the keys and a card above them.
const CARDS: f32 = 330.0;
/// The part of the stage's height that cards may take at most.
const CARDS_PART: f32 = 0.43;
/// Below this width the keys stand under the stage, not on it.
const WIDE: f32 = 560.0;

/// What the stage shows of a choice, or of an event under the slider's thumb.
pub fn look(index: &Index, choice: Choice, preview: Option<EventIx>, size: (f32, f32)) -> Look {
    let choice = match preview {
        Some(event) => choice.at_event(index, event),
        None => choice,
    };
    let event = choice.shown(index);
    let voices = choice.voices(index);
    Look {
        size,
        free: free(size),
        view: view(index, choice, event, &voices),
        event,
        perspective: choice.perspective,
        voices,
        words: words(index, choice, event, size.0),
    }
}

/// The beat's own view, else the one that suits the event.
fn view(index: &Index, choice: Choice, event: Option<EventIx>, voices: &[Voice; MAX_MAIN]) -> u8 {
    let beat = choice.beat.filter(|_| choice.event.is_none());
    if let Some(beat) = beat.and_then(|b| index.beats.get(usize::from(b)))
        && beat.view > 0
    {
        return beat.view;
    }
    let Some(map) = index.map.as_ref() else {
        return 0;
    };
    let place = event.and_then(|e| index.events[usize::from(e)].place);
    let seats = (0..index.main).filter(|slot| voices[*slot] != Voice::Uninvolved);
    natural_view(map, place, seats.filter_map(|slot| index.actors[slot].seat))
}

/// What cards and keys need. The same whether they are up or not, so that the map lies still.
fn free((w, h): (f32, f32)) -> Insets {
    match w {
        w if w < WIDE => Insets {
            top: 22.0,
            right: 14.0,
            bottom: 10.0,
            left: 14.0,
        },
        _ if h < w * 0.7 => Insets {
            top: 44.0,
            right: 30.0,
            bottom: 24.0,
            left: 30.0,
        },
        _ => Insets {
            top: 60.0,
            right: 30.0,
            bottom: CARDS.min(h * CARDS_PART),
            left: 30.0,
        },
    }
}

fn words(index: &Index, choice: Choice, event: Option<EventIx>, stage: f32) -> Words {
    let event = event.map(|e| &index.events[usize::from(e)]);
    let is_whole = choice.event.is_none() && choice.as_of.is_none();
    let beat = choice.beat.filter(|_| is_whole);
    let speakers = beat.map(|b| index.beats[usize::from(b)].speakers);
    let mut via = [0; MAX_MAIN];
    for (slot, via) in via.iter_mut().enumerate() {
        let speaker = speakers.map_or("", |all| all[slot]);
        *via = if speaker.is_empty() {
            0
        } else {
            width(speaker)
        };
    }
    Words {
        target: event.map_or(0, |e| width(e.short)),
        half: event
            .and_then(|e| halves(e.short))
            .map_or(0, |(a, b)| width(a).max(width(b))),
        // A small stage has no room for a second line.
        note: match event {
            Some(event) if stage >= WIDE => width(&event.date.label(&date_words())),
            _ => 0,
        },
        via,
        silent: width(labels::not_quoted()),
        capital: [0; MAX_MAIN],
    }
}
