//! The text: everything that is read.

use super::super::inline::{self, Node, Scheme};
use super::super::model;
use super::super::source;
use super::{Resolver, date, heard, known, leak, optional, or_empty, text};
use crate::date::Day;

impl Resolver<'_> {
    pub(super) fn text(&self) -> model::Text {
        let story = self.story;
        model::Text {
            meta: self.meta(),
            sources: leak(story.sources.iter().map(source_text)),
            actors: leak(self.actors.iter().map(|a| model::ActorText {
                voice_note: self.maybe_inline(&a.voice_note),
            })),
            places: leak(story.places.iter().map(|p| self.place_text(p))),
            events: leak(self.events.iter().map(|e| self.event_text(e))),
            positions: leak(self.positions.iter().map(|p| self.position_text(p))),
            stakes: leak(self.stakes.iter().map(|s| self.stake_text(s))),
            disagreements: leak(story.disagreements.iter().map(|d| self.disagreement(d))),
            gaps: leak(story.gaps.iter().map(|g| model::Gap {
                id: text(&g.id),
                title: text(&g.title),
                text: self.inline(&g.text),
                actors: self.actor_list(&g.actors),
                published_by: known(self.editions.gap(g), &None),
            })),
            opening: self.opening(),
            scenes: self.scene_texts(),
            beats: self.beat_texts(),
            finale: self.finale(),
            cast: leak(story.cast.iter().map(|p| self.person(p))),
            glossary: leak(story.glossary.iter().map(|t| self.term(t))),
            notes: leak(story.notes.iter().map(|n| self.note(n))),
            voyage: story.figures.voyage.as_ref().map(|v| self.voyage(v)),
            meetings: story.figures.meetings.as_ref().map(|m| self.meetings(m)),
            map: self.map_text(),
            labels: self.labels(false),
        }
    }

    fn meta(&self) -> model::Meta {
        let meta = &self.story.meta;
        model::Meta {
            title: text(&meta.title),
            dek: text(&meta.dek),
            language: text(&meta.language),
            rtl: meta.direction == source::Direction::Rtl,
            published: date(&meta.published),
            canonical: optional(&meta.canonical),
            author: optional(&meta.author),
            image: optional(&meta.image),
            corrections: leak(meta.corrections.iter().map(|c| model::Correction {
                date: date(&c.date),
                text: self.inline(&c.text),
            })),
            method: leak(meta.method.iter().map(|m| self.inline(m))),
            version: text(self.version),
        }
    }

    fn place_text(&self, place: &source::Place) -> model::Place {
        let mut names: Vec<_> = place
            .names
            .iter()
            .map(|(actor, name)| (self.actor(actor), text(name)))
            .collect();
        names.sort_unstable();
        model::Place {
            id: text(&place.id),
            name: text(&place.name),
            names: leak(names),
            lat: place.lat,
            lon: place.lon,
            note: self.maybe_inline(&place.note),
        }
    }

    fn event_text(&self, event: &source::Event) -> model::EventText {
        let in_full = self.story.disagreements.iter().enumerate();
        model::EventText {
            title: text(&event.title),
            date_label: or_empty(&event.date_label),
            date_inferred: event.date_basis == source::Basis::Inferred,
            date_note: self.maybe_inline(&event.date_note),
            planned: event.status == source::Status::Planned,
            theme: theme(event.theme),
            actors: self.actor_list(&event.actors),
            place: event.place.as_ref().map(|p| self.place(p)),
            summary: self.summary(event),
            readings: self.readings(&event.readings),
            disputed: leak(self.disputed(event)),
            doubts: leak(event.doubts.iter().map(|d| self.doubt(d))),
            disagreements: leak(
                in_full
                    .filter(|(_, d)| d.events.first() == Some(&event.id))
                    .map(|(i, _)| i as u16),
            ),
            published_by: known(self.editions.event(event), &event.known),
        }
    }

    /// Where the author says from when on the event can be known, that holds for all of it.
    fn summary(&self, event: &source::Event) -> &'static [model::Statement] {
        leak(event.summary.iter().map(|s| {
            let day = known(self.editions.cites(&s.cites), &event.known);
            self.statement(&s.text, s.kind, &s.cites, day)
        }))
    }

    fn doubt(&self, doubt: &source::Doubt) -> model::Doubt {
        let day = known(self.editions.doubt(doubt), &doubt.known);
        model::Doubt {
            id: text(&doubt.id),
            statement: self.statement(&doubt.text, doubt.kind, &doubt.cites, day),
            published_by: day,
        }
    }

    fn position_text(&self, position: &source::Position) -> model::PositionText {
        let day = known(self.editions.position(position), &position.known);
        model::PositionText {
            since: date(&position.since),
            statement: self.statement(&position.text, position.kind, &position.cites, day),
            published_by: day,
        }
    }

    fn stake_text(&self, stake: &source::Stake) -> model::StakeText {
        let day = known(self.editions.stake(stake), &stake.known);
        model::StakeText {
            id: or_empty(&stake.id),
            actor: self.actor(&stake.actor),
            about: stake_kind(stake.about),
            since: date(&stake.since),
            until: stake.until.as_deref().map(date),
            statement: self.statement(&stake.text, stake.kind, &stake.cites, day),
            published_by: day,
        }
    }

    /// What is disputed of an event: what it says itself, and what disagreements name it for.
    fn disputed(&self, event: &source::Event) -> impl Iterator<Item = model::Dispute> {
        let own = event.disputed.iter().copied();
        let named = self.story.disagreements.iter();
        let named = named
            .filter(|d| d.events.contains(&event.id))
            .map(|d| d.about);
        let mut all: Vec<_> = own.chain(named).map(dispute).collect();
        all.sort_by_key(|d| *d as u8);
        all.dedup();
        all.into_iter()
    }

    fn readings(&self, readings: &[source::Reading]) -> &'static [model::Reading] {
        let mut sorted: Vec<_> = readings.iter().collect();
        sorted.sort_by_key(|r| (self.actor(&r.actor), r.aspect));
        leak(sorted.into_iter().map(|r| {
            let day = known(self.editions.reading(r), &r.known);
            model::Reading {
                actor: self.actor(&r.actor),
                aspect: aspect(r.aspect),
                voice: heard(r.voice),
                statement: self.statement(&r.text, r.kind, &r.cites, day),
                published_by: day,
            }
        }))
    }

    pub(super) fn paragraph(
        &self,
        statements: &[source::Statement],
    ) -> &'static [model::Statement] {
        leak(statements.iter().map(|s| {
            let day = known(self.editions.cites(&s.cites), &None);
            self.statement(&s.text, s.kind, &s.cites, day)
        }))
    }

    pub(super) fn statement(
        &self,
        words: &str,
        of: source::Kind,
        cites: &[String],
        published_by: Day,
    ) -> model::Statement {
        model::Statement {
            text: self.inline(words),
            kind: kind(of),
            cites: leak(cites.iter().map(|c| self.cite(c))),
            published_by,
        }
    }

    pub(super) fn cite(&self, cite: &str) -> model::Cite {
        let (source, part) = cite.split_once(':').expect("cites are checked");
        let paragraph = part.parse().unwrap_or(0);
        model::Cite {
            source: self.find(Scheme::Source, source) as model::SourceIx,
            paragraph,
            label: if paragraph == 0 { text(part) } else { "" },
        }
    }

    fn disagreement(&self, of: &source::Disagreement) -> model::Disagreement {
        model::Disagreement {
            id: text(&of.id),
            topic: text(&of.topic),
            about: dispute(of.about),
            events: self.event_list(&of.events),
            sides: self.paragraph(&of.sides),
            handling: self.inline(&of.handling),
            published_by: known(self.editions.disagreement(of), &of.known),
        }
    }

    pub(super) fn maybe_inline(&self, words: &Option<String>) -> &'static [model::Inline] {
        words.as_ref().map_or(&[], |words| self.inline(words))
    }

    pub(super) fn inline(&self, words: &str) -> &'static [model::Inline] {
        self.nodes(&inline::parse(words).nodes)
    }

    fn nodes(&self, nodes: &[Node]) -> &'static [model::Inline] {
        leak(nodes.iter().map(|node| match node {
            Node::Text(words) => model::Inline::Text(text(words)),
            Node::Emphasis(inner) => model::Inline::Emphasis(self.nodes(inner)),
            Node::Strong(inner) => model::Inline::Strong(self.nodes(inner)),
            Node::Reference {
                scheme, id, words, ..
            } => self.reference(*scheme, id, self.nodes(words)),
        }))
    }

    fn reference(
        &self,
        scheme: Scheme,
        id: &str,
        words: &'static [model::Inline],
    ) -> model::Inline {
        match scheme {
            Scheme::Place => model::Inline::Place(self.place(id), words),
            Scheme::Actor => model::Inline::Actor(self.actor(id), words),
            Scheme::Event => model::Inline::Event(self.event(id), words),
            Scheme::Source => {
                model::Inline::Source(self.find(scheme, id) as model::SourceIx, words)
            }
            Scheme::Doubt => model::Inline::Doubt(text(id), words),
            Scheme::Note => model::Inline::Note(text(id), words),
            Scheme::Lang => model::Inline::Lang(text(id), words),
        }
    }
}

/// How running text names a source.
pub(super) fn short(source: &source::Source) -> &'static str {
    let own = source.short.as_ref().or(source.author.as_ref());
    text(own.unwrap_or(&source.title))
}

fn source_text(source: &source::Source) -> model::Source {
    model::Source {
        id: text(&source.id),
        title: text(&source.title),
        short: short(source),
        author: optional(&source.author),
        publication: optional(&source.publication),
        url: optional(&source.url),
        date: date(&source.date),
        date_inferred: source.date_basis == source::Basis::Inferred,
        date_note: text(&source.date_note),
        vantage: text(&source.vantage),
        hears: text(&source.hears),
        paragraphs: source.paragraphs,
        unnumbered: leak(source.unnumbered.iter().map(|u| text(u))),
    }
}

/// Functions between enums that have the same words on both sides.
macro_rules! same_words {
    ($($function:ident: $name:ident { $($word:ident),* };)*) => {$(
        pub(super) fn $function(word: source::$name) -> model::$name {
            match word {
                $(source::$name::$word => model::$name::$word,)*
            }
        }
    )*};
}

same_words! {
    kind: Kind { Reported, Paraphrase, Inference };
    theme: Theme { Diplomacy, Security, Territory, Economy, Energy, GreatPower };
    aspect: Aspect { Saw, Fears, Wants, Offers, Says, Advised };
    stake_kind: StakeKind { Interest, Fear, Offer, Limit };
    dispute: Dispute { Fact, Motive, Significance };
}
