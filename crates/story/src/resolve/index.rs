//! The index: all that the logic in the browser needs.

use super::super::model::{self, MAX_MAIN};
use super::super::source;
use super::text::short;
use super::{Resolver, anchor, date, heard, known, leak, or_empty, text};
use crate::date::Day;
use crate::scale;

impl Resolver<'_> {
    pub(super) fn index(&self) -> model::Index {
        let events = self.events.iter().map(|e| self.index_event(e));
        let events: Vec<_> = events.collect();
        let anchors: Vec<_> = events.iter().map(|e| e.anchor).collect();
        let span = date(&self.story.meta.span);
        model::Index {
            actors: leak(self.actors.iter().enumerate().map(|(i, a)| model::Actor {
                id: text(&a.id),
                name: text(&a.name),
                short: text(a.short.as_ref().unwrap_or(&a.name)),
                capital: or_empty(&a.capital),
                letter: or_empty(&a.letter),
                voice: heard(a.voice),
                seat: self.seat(i),
            })),
            main: self.main,
            events: leak(events),
            scenes: self.index_scenes(),
            beats: self.index_beats(),
            positions: leak(self.positions.iter().map(|p| model::Position {
                actor: self.actor(&p.actor),
                toward: self.actor(&p.toward),
                since: date(&p.since).start,
                published_by: known(self.editions.position(p), &p.known),
                level: p.level,
            })),
            editions: leak(self.editions.days()),
            articles: leak(self.articles()),
            span,
            knots: leak(scale::knots(span, &anchors)),
            map: Some(self.index_map()),
            curve: (self.story.figures.curve.as_ref())
                .map(|pair| (self.actor(&pair.actor), self.actor(&pair.toward))),
            labels: self.labels(true),
        }
    }

    fn articles(&self) -> Vec<model::Article> {
        let sources = (0..).zip(&self.story.sources);
        let mut all: Vec<_> = sources
            .map(|(ix, source)| model::Article {
                source: ix,
                short: short(source),
                date: date(&source.date),
            })
            .collect();
        all.sort_by_key(|article| article.date.end);
        all
    }

    fn index_event(&self, event: &source::Event) -> model::Event {
        let days = self.editions.days();
        let mut rows: Vec<_> = days.iter().map(|day| self.voices(event, *day)).collect();
        let voices = rows.last().copied().expect("there is a source");
        while rows.len() > 1 && rows[rows.len() - 2] == voices {
            rows.pop();
        }
        model::Event {
            id: text(&event.id),
            date: date(&event.date),
            anchor: anchor(event),
            beat: self.beat_of(&event.id),
            short: text(event.short.as_ref().unwrap_or(&event.title)),
            place: self.on_map(&event.place),
            published_by: known(self.editions.event(event), &event.known),
            voices,
            voices_by: leak(rows),
        }
    }

    /// How each main actor is heard, as far as can be known on `day`: its best reading, or silence
    /// where it is involved.
    fn voices(&self, event: &source::Event, day: Day) -> [model::Voice; MAX_MAIN] {
        let mut voices = [model::Voice::Uninvolved; MAX_MAIN];
        for (slot, actor) in self.actors[..self.main].iter().enumerate() {
            let read = event.readings.iter().filter(|r| r.actor == actor.id);
            let out = read.filter(|r| known(self.editions.reading(r), &r.known) <= day);
            let best = out.map(|r| heard(r.voice)).min_by_key(|h| *h as u8);
            voices[slot] = match best {
                Some(heard) => heard,
                None if event.actors.contains(&actor.id) => model::Voice::Silent,
                None => model::Voice::Uninvolved,
            };
        }
        voices
    }
}
