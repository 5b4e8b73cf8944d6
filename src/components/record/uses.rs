//! Where the story uses which paragraph of a source.

use std::collections::BTreeMap;

use super::meetings;
use super::scenes::events_of;
use crate::components::text::cite_key;
use crate::domain::date::Day;
use crate::story::model::{SceneIx, StakeKind, Statement};
use crate::story::{date_words, index, labels, text};

/// A place that uses a paragraph, and from when on that can be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub to: String,
    pub name: String,
    pub published_by: Day,
}

/// By the paragraph's key ([`cite_key`]), in reading order.
#[derive(Default)]
pub struct Uses(BTreeMap<String, Vec<Use>>);

impl Uses {
    /// Those of one paragraph.
    pub fn of(&self, key: &str) -> &[Use] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// Every statement of the story.
    pub fn collect() -> Self {
        let mut uses = Self::default();
        uses.add_scenes();
        uses.add_disagreements();
        uses.add_bargaining();
        uses.add_figures();
        uses.add_words();
        uses
    }

    /// What `statements` cite, at one place; what cites a paragraph twice is named once.
    fn add<'a>(
        &mut self,
        statements: impl IntoIterator<Item = &'a Statement>,
        to: &str,
        name: &str,
    ) {
        for statement in statements {
            for cite in statement.cites {
                let of_paragraph = self.0.entry(cite_key(cite)).or_default();
                let is_here = |of: &&mut Use| of.to == to || of.name == name;
                match of_paragraph.iter_mut().find(is_here) {
                    Some(there) => {
                        there.published_by = there.published_by.min(statement.published_by)
                    }
                    None => of_paragraph.push(Use {
                        to: to.to_owned(),
                        name: name.to_owned(),
                        published_by: statement.published_by,
                    }),
                }
            }
        }
    }

    /// Each scene's beats and cards, then its events.
    fn add_scenes(&mut self) {
        let mut rest: Vec<_> = (0..index().events.len()).collect();
        for (ix, (scene, words)) in index().scenes.iter().zip(text().scenes).enumerate() {
            let beats = &text().beats[usize::from(scene.first)..usize::from(scene.end)];
            let cards = beats
                .iter()
                .flat_map(|b| b.cards)
                .map(|card| &card.statement);
            let own = beats.iter().flat_map(|b| b.text).chain(cards);
            self.add(own, &format!("#scene-{}", scene.id), words.title);
            for event in events_of(ix as SceneIx) {
                self.add_event(usize::from(event));
                rest.retain(|e| *e != usize::from(event));
            }
        }
        rest.into_iter().for_each(|event| self.add_event(event));
    }

    fn add_event(&mut self, ix: usize) {
        let words = &text().events[ix];
        let readings = words.readings.iter().map(|r| &r.statement);
        let doubts = words.doubts.iter().map(|d| &d.statement);
        let own = words.summary.iter().chain(readings).chain(doubts);
        self.add(own, &format!("#e-{}", index().events[ix].id), words.title);
    }

    fn add_disagreements(&mut self) {
        for clash in text().disagreements {
            self.add(clash.sides, &format!("#clash-{}", clash.id), clash.topic);
        }
    }

    /// Positions and stakes.
    fn add_bargaining(&mut self) {
        let name = |actor: u8| index().actors[usize::from(actor)].name;
        for (ix, (p, words)) in index().positions.iter().zip(text().positions).enumerate() {
            let pair = labels::one_towards()
                .replace("{actor}", name(p.actor))
                .replace("{toward}", name(p.toward));
            let dated = format!("{pair}, {}", words.since.label(&date_words()));
            self.add([&words.statement], &format!("#p-{ix}"), &dated);
        }
        for (ix, stake) in text().stakes.iter().enumerate() {
            let what = match stake.about {
                StakeKind::Offer => labels::what_one_offers(),
                StakeKind::Interest => labels::what_one_asks(),
                StakeKind::Limit => labels::what_one_refuses(),
                StakeKind::Fear => labels::what_one_fears(),
            };
            let what = what.replace("{name}", name(stake.actor));
            self.add([&stake.statement], &format!("#stake-{ix}"), &what);
        }
    }

    /// Voyage, meetings, and what is drawn on the map.
    fn add_figures(&mut self) {
        if let Some(voyage) = &text().voyage {
            self.add(
                voyage.stations.iter().map(|s| &s.statement),
                "#voyage",
                voyage.title,
            );
        }
        if let Some(strip) = &text().meetings {
            for mark in strip.marks {
                let statement = Statement {
                    text: &[],
                    kind: mark.kind,
                    cites: mark.cites,
                    published_by: meetings::published_by(mark),
                };
                self.add([&statement], "#meetings", strip.title);
            }
        }
        if let Some(map) = &text().map {
            let borders = map.borders.iter().map(|b| &b.statement);
            let routes = map.routes.iter().map(|r| &r.statement);
            self.add(borders.chain(routes), "#map-how", labels::map_drawn());
        }
    }

    /// People and terms.
    fn add_words(&mut self) {
        for person in text().cast {
            self.add(
                [&person.statement],
                &format!("#who-{}", person.id),
                person.name,
            );
        }
        for term in text().glossary {
            self.add([&term.statement], &format!("#term-{}", term.id), term.term);
        }
    }
}
