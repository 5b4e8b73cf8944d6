//! From what the author wrote to what the program uses: ids become indices, dates become days,
//! markup becomes nodes, and lists get their order.
//!
//! It takes only a [`Checked`] story, so nothing here can fail. Values are leaked on purpose: the
//! model is made of `&'static` data, and a process is about one story for as long as it lives.

mod globe;
mod ground;
mod index;
mod map;
mod names;
mod rooms;
mod scenes;
mod scheme;
mod text;

use std::collections::HashMap;

use super::editions::{Editions, or_later};
use super::inline::Scheme;
use super::labels::LABELS;
use super::model;
use super::source;
use super::validate::{Checked, Land};
use crate::date::{Date, Day};
use map::Plane;

/// Both parts of the model.
pub fn resolve(checked: &Checked) -> (model::Index, model::Text) {
    let story = Resolver::new(checked);
    (story.index(), story.text())
}

fn leak<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    Box::leak(items.into_iter().collect::<Vec<_>>().into_boxed_slice())
}

fn text(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn optional(words: &Option<String>) -> Option<&'static str> {
    words.as_deref().map(text)
}

/// Absent words are empty ones where the model has no `Option`.
fn or_empty(words: &Option<String>) -> &'static str {
    optional(words).unwrap_or_default()
}

/// A checked date.
fn date(edtf: &str) -> Date {
    Date::parse(edtf).expect("dates are checked")
}

/// From when on something can be known.
fn known(derived: Option<Day>, own: &Option<source::Edtf>) -> Day {
    or_later(derived, own).expect("dates and cites are checked")
}

/// Where the timeline stands for an event.
fn anchor(event: &source::Event) -> Day {
    date(event.anchor.as_ref().unwrap_or(&event.date)).middle()
}

struct Resolver<'a> {
    story: &'a source::Story,
    version: &'a str,
    land: Option<&'a Land>,
    editions: Editions<'a>,
    /// Main actors first.
    actors: Vec<&'a source::Actor>,
    main: usize,
    /// In the timeline's order.
    events: Vec<&'a source::Event>,
    positions: Vec<&'a source::Position>,
    stakes: Vec<&'a source::Stake>,
    ids: HashMap<(Scheme, &'a str), usize>,
    plane: Option<Plane<'a>>,
}

impl<'a> Resolver<'a> {
    fn new(checked: &'a Checked) -> Self {
        let story = checked.story();
        let mut actors: Vec<_> = story.actors.iter().collect();
        actors.sort_by_key(|a| a.role == source::Role::Minor);
        let mut events: Vec<_> = story.events.iter().collect();
        events.sort_by_key(|e| (anchor(e), date(&e.date).start));
        let mut positions: Vec<_> = story.positions.iter().collect();
        positions.sort_by_key(|p| date(&p.since).start);

        let slot = |id: &str| actors.iter().position(|a| a.id == id);
        let mut stakes: Vec<_> = story.stakes.iter().collect();
        stakes.sort_by_key(|s| (slot(&s.actor), s.about, date(&s.since).start));

        let mut ids = HashMap::new();
        let lists: [(Scheme, Vec<&str>); 4] = [
            (Scheme::Actor, actors.iter().map(|a| &*a.id).collect()),
            (Scheme::Event, events.iter().map(|e| &*e.id).collect()),
            (Scheme::Place, story.places.iter().map(|p| &*p.id).collect()),
            (
                Scheme::Source,
                story.sources.iter().map(|s| &*s.id).collect(),
            ),
        ];
        for (scheme, list) in lists {
            ids.extend(
                list.into_iter()
                    .enumerate()
                    .map(|(i, id)| ((scheme, id), i)),
            );
        }
        let main = actors
            .iter()
            .filter(|a| a.role == source::Role::Main)
            .count();
        Self {
            story,
            version: checked.version(),
            land: checked.land(),
            editions: Editions::of(story),
            actors,
            main,
            events,
            positions,
            stakes,
            ids,
            plane: story.map.as_ref().map(|map| Plane::of(map, story)),
        }
    }

    /// The interface's words, in the story's own where it has any: those that travel with the index,
    /// or the others.
    fn labels(&self, travels: bool) -> &'static [&'static str] {
        let own = &self.story.meta.labels;
        let labels = LABELS.iter().filter(|label| label.travels == travels);
        leak(labels.map(|label| match own.get(&label.key()) {
            Some(words) => text(words),
            None => label.english,
        }))
    }

    fn find(&self, scheme: Scheme, id: &str) -> usize {
        *self.ids.get(&(scheme, id)).expect("references are checked")
    }

    fn actor(&self, id: &str) -> model::ActorIx {
        self.find(Scheme::Actor, id) as model::ActorIx
    }

    fn actor_list(&self, ids: &[String]) -> &'static [model::ActorIx] {
        leak(ids.iter().map(|id| self.actor(id)))
    }

    fn event(&self, id: &str) -> model::EventIx {
        self.find(Scheme::Event, id) as model::EventIx
    }

    fn event_list(&self, ids: &[String]) -> &'static [model::EventIx] {
        leak(ids.iter().map(|id| self.event(id)))
    }

    fn place(&self, id: &str) -> model::PlaceIx {
        self.find(Scheme::Place, id) as model::PlaceIx
    }
}

fn heard(voice: source::Voice) -> model::Voice {
    match voice {
        source::Voice::Direct => model::Voice::Direct,
        source::Voice::Reported => model::Voice::Reported,
        source::Voice::None => model::Voice::Silent,
    }
}
