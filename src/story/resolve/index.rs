//! The index: all that the logic in the browser needs.

use super::super::model::{self, Heard, MAX_MAIN};
use super::super::source;
use super::{Resolver, anchor, date, heard, leak, or_empty, text};
use crate::domain::scale;

impl<'a> Resolver<'a> {
    pub(super) fn index(&self) -> model::Index {
        let events: Vec<_> = self.events.iter().map(|e| self.index_event(e)).collect();
        let anchors: Vec<_> = events.iter().map(|e| e.anchor).collect();
        let span = date(&self.story.meta.span);
        model::Index {
            actors: leak(self.actors.iter().map(|a| model::Actor {
                id: text(&a.id),
                name: text(&a.name),
                short: text(a.short.as_ref().unwrap_or(&a.name)),
                capital: or_empty(&a.capital),
                letter: or_empty(&a.letter),
                voice: heard(a.voice),
            })),
            main: self.main,
            events: leak(events),
            steps: leak(self.steps().map(|s| self.index_step(s))),
            positions: leak(self.positions.iter().map(|p| model::Position {
                actor: self.actor(&p.actor),
                toward: self.actor(&p.toward),
                since: date(&p.since).start,
                level: p.level,
            })),
            span,
            knots: leak(scale::knots(span, &anchors)),
        }
    }

    pub(super) fn steps(&self) -> impl Iterator<Item = &'a source::Step> {
        self.story.chapters.iter().flat_map(|c| &c.steps)
    }

    fn index_event(&self, event: &source::Event) -> model::Event {
        let step = self.steps().position(|s| s.events.contains(&event.id));
        model::Event {
            id: text(&event.id),
            date: date(&event.date),
            anchor: anchor(event),
            step: step.expect("every event is told in a step") as model::StepIx,
            voices: self.voices(event),
        }
    }

    /// How each main actor is heard: its best reading, or silence where it is involved.
    fn voices(&self, event: &source::Event) -> [Heard; MAX_MAIN] {
        let mut voices = [Heard::Uninvolved; MAX_MAIN];
        for (slot, actor) in self.actors[..self.main].iter().enumerate() {
            let read = event.readings.iter().filter(|r| r.actor == actor.id);
            let best = read.map(|r| heard(r.voice)).min_by_key(|h| *h as u8);
            voices[slot] = match best {
                Some(heard) => heard,
                None if event.actors.contains(&actor.id) => Heard::Silent,
                None => Heard::Uninvolved,
            };
        }
        voices
    }

    fn index_step(&self, step: &source::Step) -> model::Step {
        let events = self.event_list(&step.events);
        let moment = match (&step.moment, events) {
            (Some(moment), _) => date(moment).middle(),
            (None, [main, ..]) => anchor(self.events[*main as usize]),
            (None, []) => unreachable!("a step without events has a moment"),
        };
        model::Step {
            id: text(&step.id),
            events,
            moment,
        }
    }
}
