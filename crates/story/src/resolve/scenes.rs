//! What is read in a few minutes: scenes, beats and cards, and what explains them.

use super::super::model::{self, BeatIx, MAX_MAIN, SceneIx};
use super::super::source;
use super::text::{aspect, kind};
use super::{Resolver, date, heard, known, leak, or_empty, text};

impl<'a> Resolver<'a> {
    fn beats(&self) -> impl Iterator<Item = (usize, &'a source::Beat)> {
        let scenes = self.story.scenes.iter().enumerate();
        scenes.flat_map(|(i, scene)| scene.beats.iter().map(move |beat| (i, beat)))
    }

    pub(super) fn index_scenes(&self) -> &'static [model::Scene] {
        let mut end = 0;
        let mut scenes = Vec::new();
        for scene in &self.story.scenes {
            let first = end;
            end += scene.beats.len() as BeatIx;
            scenes.push(model::Scene {
                id: text(&scene.id),
                first,
                end,
                former: leak(scene.steps.iter().map(|s| text(s))),
            });
        }
        leak(scenes)
    }

    pub(super) fn index_beats(&self) -> &'static [model::Beat] {
        leak(self.beats().map(|(scene, beat)| {
            let mut voices = [model::Voice::Uninvolved; MAX_MAIN];
            let mut speakers = [""; MAX_MAIN];
            for card in &beat.cards {
                let slot = usize::from(self.actor(&card.actor));
                voices[slot] = heard(card.voice);
                speakers[slot] = self.speaker(card);
            }
            model::Beat {
                scene: scene as SceneIx,
                event: self.event(&beat.event),
                view: self.view(beat.view.as_ref()),
                voices,
                speakers,
            }
        }))
    }

    /// Who is quoted or tells it: as the author says, or the first source cited.
    fn speaker(&self, card: &source::Card) -> &'static str {
        if let Some(speaker) = &card.speaker {
            return text(speaker);
        }
        let id = card.cites.first().and_then(|cite| cite.split_once(':'));
        let source = id.and_then(|(id, _)| self.story.sources.iter().find(|s| s.id == id));
        source.map_or("", super::text::short)
    }

    /// The beat at which the story stands for an event; the first one in a story without scenes.
    pub(super) fn beat_of(&self, event: &str) -> BeatIx {
        let own = self.beats().position(|(_, beat)| beat.event == event);
        let in_record = || {
            let scene = self.story.scenes.iter();
            let scene = scene.take_while(|s| !s.also.iter().any(|id| id == event));
            scene.map(|s| s.beats.len()).sum()
        };
        let beats = self.beats().count();
        let beat = own.unwrap_or_else(in_record);
        beat.min(beats.saturating_sub(1)) as BeatIx
    }

    pub(super) fn opening(&self) -> Option<model::Opening> {
        let opening = self.story.opening.as_ref()?;
        Some(model::Opening {
            finding: self.paragraph(&opening.finding),
            lead: self.inline(&opening.lead),
        })
    }

    pub(super) fn scene_texts(&self) -> &'static [model::SceneText] {
        leak(self.story.scenes.iter().map(|scene| {
            let named = |id: &String| {
                let all = &self.story.disagreements;
                all.iter().position(|d| d.id == *id).map(|i| i as u16)
            };
            model::SceneText {
                title: text(&scene.title),
                date_label: or_empty(&scene.date_label),
                also: self.event_list(&scene.also),
                shift: scene.shift.as_ref().and_then(|s| self.shift(scene, s)),
                disagreement: scene.disagreement.as_ref().and_then(named),
            }
        }))
    }

    /// The change that lies nearest to the scene's last beat, and not after it where one lies before.
    fn shift(&self, scene: &source::Scene, shift: &source::Shift) -> Option<model::Shift> {
        let own = |p: &&&source::Position| p.actor == shift.actor && p.toward == shift.toward;
        let own: Vec<_> = self.positions.iter().filter(own).collect();
        let last = scene.beats.last()?;
        let event = self.events[usize::from(self.event(&last.event))];
        let day = date(&event.date).end;
        let begun = own.iter().filter(|p| date(&p.since).start <= day).count();
        let at = begun.saturating_sub(1).max(1);
        let (before, after) = (own.get(at - 1)?, own.get(at)?);
        Some(model::Shift {
            actor: self.actor(&shift.actor),
            toward: self.actor(&shift.toward),
            from: before.level,
            to: after.level,
        })
    }

    pub(super) fn beat_texts(&self) -> &'static [model::BeatText] {
        leak(self.beats().map(|(_, beat)| {
            let mut cards: Vec<_> = beat.cards.iter().map(|c| self.card(c)).collect();
            cards.sort_by_key(|card| card.actor);
            model::BeatText {
                text: self.paragraph(&beat.text),
                cards: leak(cards),
            }
        }))
    }

    fn card(&self, card: &source::Card) -> model::Card {
        model::Card {
            actor: self.actor(&card.actor),
            aspect: aspect(card.aspect),
            label: or_empty(&card.label),
            voice: heard(card.voice),
            statement: self.cited(&card.text, card.kind, &card.cites),
        }
    }

    /// A statement known when what it cites is out, or all the sources where it cites nothing.
    fn cited(&self, words: &str, kind: source::Kind, cites: &[String]) -> model::Statement {
        let day = self.editions.cites_or_last(cites);
        self.statement(words, kind, cites, known(day, &None))
    }

    pub(super) fn finale(&self) -> Option<model::Finale> {
        let finale = self.story.finale.as_ref()?;
        Some(model::Finale {
            title: text(&finale.title),
            view: self.view(finale.view.as_ref()),
            text: leak(finale.text.iter().map(|p| self.paragraph(p))),
        })
    }

    pub(super) fn person(&self, person: &source::Person) -> model::Person {
        let words = person.text.as_deref().unwrap_or_default();
        model::Person {
            id: text(&person.id),
            name: text(&person.name),
            role: text(&person.role),
            actor: person.actor.as_ref().map(|a| self.actor(a)),
            statement: self.cited(words, person.kind, &person.cites),
        }
    }

    pub(super) fn term(&self, term: &source::Term) -> model::Term {
        model::Term {
            id: text(&term.id),
            term: text(&term.term),
            statement: self.cited(&term.text, term.kind, &term.cites),
            outside: term.outside,
        }
    }

    pub(super) fn note(&self, note: &source::Note) -> model::Note {
        model::Note {
            id: text(&note.id),
            title: text(&note.title),
            text: leak(note.text.iter().map(|p| self.inline(p))),
        }
    }

    pub(super) fn voyage(&self, voyage: &source::Voyage) -> model::Voyage {
        model::Voyage {
            title: text(&voyage.title),
            note: self.maybe_inline(&voyage.note),
            stations: leak(voyage.stations.iter().map(|s| model::Station {
                actor: self.actor(&s.actor),
                date_label: text(&s.date_label),
                statement: self.cited(&s.text, s.kind, &s.cites),
            })),
        }
    }

    pub(super) fn meetings(&self, meetings: &source::Meetings) -> model::Meetings {
        model::Meetings {
            title: text(&meetings.title),
            note: self.maybe_inline(&meetings.note),
            marks: leak(meetings.marks.iter().map(|m| model::Meeting {
                date: date(&m.date),
                label: text(&m.label),
                kind: kind(m.kind),
                cites: leak(m.cites.iter().map(|c| self.cite(c))),
                event: m.event.as_ref().map(|e| self.event(e)),
            })),
        }
    }
}
