//! One walk over the story, gathering what is checked by kind: ids, references, dates, words,
//! cites and readings, each with its path.

use std::collections::HashSet;

use super::super::inline::Scheme;
use super::super::source::{
    Beat, Cite, Disagreement, Event, Figures, Kind, LonLat, Map, Meta, Paragraph, Place, Reading,
    Scene, Source, Stake, Story, Voice,
};
use super::places::{field, item};

/// The longest title.
pub const TITLE: usize = 70;
/// The longest name on the map and the timeline.
pub const SHORT: usize = 24;

/// An id where it is given.
pub struct Id<'a> {
    /// What it names, as `event`.
    pub list: &'static str,
    pub path: String,
    pub id: &'a str,
}

/// An id where it is used.
pub struct Use<'a> {
    /// What it should name, as `event`.
    pub list: &'static str,
    pub path: String,
    pub id: &'a str,
}

/// Text without markup.
pub struct Plain<'a> {
    pub path: String,
    pub text: &'a str,
    /// In characters.
    pub limit: Option<usize>,
}

/// The cites of one statement.
pub struct Cited<'a> {
    /// Of the statement.
    pub path: String,
    pub cites: &'a [Cite],
    pub may_be_empty: bool,
}

/// Everything in the story, by kind.
#[derive(Default)]
pub struct Inventory<'a> {
    pub ids: Vec<Id<'a>>,
    /// The same, to look one up: what it names, and the id.
    pub given: HashSet<(&'static str, &'a str)>,
    pub uses: Vec<Use<'a>>,
    pub dates: Vec<(String, &'a str)>,
    pub plain: Vec<Plain<'a>>,
    pub inline: Vec<(String, &'a str)>,
    pub cited: Vec<Cited<'a>>,
    pub readings: Vec<(String, &'a Reading)>,
    pub points: Vec<(String, &'a LonLat)>,
    /// Lists in which nothing may stand twice.
    pub sets: Vec<(String, &'a [String])>,
}

impl<'a> Inventory<'a> {
    pub fn of(story: &'a Story) -> Self {
        let mut all = Self::default();
        all.meta(&story.meta);
        each("sources", &story.sources, |path, s| all.source(path, s));
        each("actors", &story.actors, |path, actor| {
            all.id("actor", &path, &actor.id);
            all.plain(&path, "name", &actor.name);
            all.maybe_plain(&path, "short", &actor.short);
            all.maybe_plain(&path, "capital", &actor.capital);
            all.maybe_plain(&path, "letter", &actor.letter);
            all.maybe_inline(&path, "voice_note", &actor.voice_note);
            if let Some(seat) = &actor.seat {
                all.use_of(Scheme::Place, field(&path, "seat"), seat);
            }
        });
        each("places", &story.places, |path, p| all.place(path, p));
        each("events", &story.events, |path, e| all.event(path, e));
        each("positions", &story.positions, |path, position| {
            all.use_of(Scheme::Actor, field(&path, "actor"), &position.actor);
            all.use_of(Scheme::Actor, field(&path, "toward"), &position.toward);
            all.date(&path, "since", &position.since);
            all.maybe_date(&path, "known", &position.known);
            all.statement(path, &position.text, &position.cites, false);
        });
        each("stakes", &story.stakes, |path, s| all.stake(path, s));
        each("disagreements", &story.disagreements, |path, d| {
            all.disagreement(path, d);
        });
        each("gaps", &story.gaps, |path, gap| {
            all.id("gap", &path, &gap.id);
            all.title(&path, &gap.title);
            all.inline(&path, "text", &gap.text);
            all.use_list(Scheme::Actor, field(&path, "actors"), &gap.actors);
            all.maybe_date(&path, "known", &gap.known);
        });
        all.explainer(story);
        if let Some(map) = &story.map {
            all.map(map);
        }
        all
    }

    fn meta(&mut self, meta: &'a Meta) {
        self.title("meta", &meta.title);
        self.plain("meta", "dek", &meta.dek);
        self.maybe_plain("meta", "author", &meta.author);
        self.date("meta", "published", &meta.published);
        self.date("meta", "span", &meta.span);
        each("meta.corrections", &meta.corrections, |path, correction| {
            self.date(&path, "date", &correction.date);
            self.inline(&path, "text", &correction.text);
        });
        each("meta.method", &meta.method, |path, text| {
            self.inline.push((path, text))
        });
        for (key, text) in &meta.labels {
            self.plain("meta.labels", key, text);
        }
    }

    fn source(&mut self, path: String, source: &'a Source) {
        self.id("source", &path, &source.id);
        self.plain(&path, "title", &source.title);
        self.maybe_plain(&path, "short", &source.short);
        self.maybe_plain(&path, "author", &source.author);
        self.maybe_plain(&path, "publication", &source.publication);
        self.date(&path, "date", &source.date);
        self.plain(&path, "date_note", &source.date_note);
        self.plain(&path, "vantage", &source.vantage);
        self.plain(&path, "hears", &source.hears);
        self.sets
            .push((field(&path, "unnumbered"), &source.unnumbered));
    }

    fn place(&mut self, path: String, place: &'a Place) {
        self.id("place", &path, &place.id);
        self.plain(&path, "name", &place.name);
        let names = field(&path, "names");
        for (actor, name) in &place.names {
            self.use_of(Scheme::Actor, field(&names, actor), actor);
            self.plain(&names, actor, name);
        }
        self.maybe_inline(&path, "note", &place.note);
    }

    fn event(&mut self, path: String, event: &'a Event) {
        self.id("event", &path, &event.id);
        self.title(&path, &event.title);
        if let Some(short) = &event.short {
            self.plain(&path, "short", short);
            if let Some(short) = self.plain.last_mut() {
                short.limit = Some(SHORT);
            }
        }
        self.date(&path, "date", &event.date);
        self.maybe_inline(&path, "date_note", &event.date_note);
        self.maybe_plain(&path, "date_label", &event.date_label);
        self.maybe_date(&path, "anchor", &event.anchor);
        self.maybe_date(&path, "known", &event.known);
        self.use_list(Scheme::Actor, field(&path, "actors"), &event.actors);
        if let Some(place) = &event.place {
            self.use_of(Scheme::Place, field(&path, "place"), place);
        }
        self.paragraph(field(&path, "summary"), &event.summary);
        self.readings(&path, &event.readings);
        each(&field(&path, "doubts"), &event.doubts, |path, doubt| {
            self.id("doubt", &path, &doubt.id);
            self.maybe_date(&path, "known", &doubt.known);
            self.statement(path, &doubt.text, &doubt.cites, true);
        });
    }

    fn stake(&mut self, path: String, stake: &'a Stake) {
        if let Some(id) = &stake.id {
            self.id("stake", &path, id);
        }
        self.use_of(Scheme::Actor, field(&path, "actor"), &stake.actor);
        self.date(&path, "since", &stake.since);
        self.maybe_date(&path, "until", &stake.until);
        self.maybe_date(&path, "known", &stake.known);
        self.statement(path, &stake.text, &stake.cites, false);
    }

    /// What is read in a few minutes, and what explains it.
    fn explainer(&mut self, story: &'a Story) {
        if let Some(opening) = &story.opening {
            self.paragraph("opening.finding".into(), &opening.finding);
            self.inline("opening", "lead", &opening.lead);
        }
        each("scenes", &story.scenes, |path, s| self.scene(path, s));
        if let Some(finale) = &story.finale {
            self.title("finale", &finale.title);
            self.maybe_view("finale", "view", &finale.view);
            each("finale.text", &finale.text, |path, p| {
                self.paragraph(path, p)
            });
        }
        each("cast", &story.cast, |path, person| {
            self.id("person", &path, &person.id);
            self.plain(&path, "name", &person.name);
            self.plain(&path, "role", &person.role);
            if let Some(actor) = &person.actor {
                self.use_of(Scheme::Actor, field(&path, "actor"), actor);
            }
            let words = person.text.as_deref().unwrap_or_default();
            let outside = person.kind == Kind::Inference;
            self.statement(path, words, &person.cites, outside);
        });
        each("glossary", &story.glossary, |path, term| {
            self.id("term", &path, &term.id);
            self.plain(&path, "term", &term.term);
            self.statement(path, &term.text, &term.cites, term.outside);
        });
        each("notes", &story.notes, |path, note| {
            self.id("note", &path, &note.id);
            self.title(&path, &note.title);
            each(&field(&path, "text"), &note.text, |path, text| {
                self.inline.push((path, text));
            });
        });
        self.figures(&story.figures);
    }

    fn scene(&mut self, path: String, scene: &'a Scene) {
        self.id("scene", &path, &scene.id);
        self.title(&path, &scene.title);
        self.maybe_plain(&path, "date_label", &scene.date_label);
        each(&field(&path, "beats"), &scene.beats, |path, b| {
            self.beat(path, b)
        });
        self.use_list(Scheme::Event, field(&path, "also"), &scene.also);
        if let Some(shift) = &scene.shift {
            let path = field(&path, "shift");
            self.use_of(Scheme::Actor, field(&path, "actor"), &shift.actor);
            self.use_of(Scheme::Actor, field(&path, "toward"), &shift.toward);
        }
        if let Some(id) = &scene.disagreement {
            let (list, path) = ("disagreement", field(&path, "disagreement"));
            self.uses.push(Use { list, path, id });
        }
        self.sets.push((field(&path, "steps"), &scene.steps));
    }

    fn beat(&mut self, path: String, beat: &'a Beat) {
        self.use_of(Scheme::Event, field(&path, "event"), &beat.event);
        self.paragraph(field(&path, "text"), &beat.text);
        self.maybe_view(&path, "view", &beat.view);
        each(&field(&path, "cards"), &beat.cards, |path, card| {
            self.use_of(Scheme::Actor, field(&path, "actor"), &card.actor);
            self.maybe_plain(&path, "label", &card.label);
            self.maybe_plain(&path, "speaker", &card.speaker);
            let silent = card.voice == Voice::None;
            self.statement(path, &card.text, &card.cites, silent);
        });
    }

    fn figures(&mut self, figures: &'a Figures) {
        if let Some(curve) = &figures.curve {
            self.use_of(Scheme::Actor, "figures.curve.actor".into(), &curve.actor);
            self.use_of(Scheme::Actor, "figures.curve.toward".into(), &curve.toward);
        }
        if let Some(voyage) = &figures.voyage {
            self.title("figures.voyage", &voyage.title);
            self.maybe_inline("figures.voyage", "note", &voyage.note);
            each("figures.voyage.stations", &voyage.stations, |path, at| {
                self.use_of(Scheme::Actor, field(&path, "actor"), &at.actor);
                self.plain(&path, "date_label", &at.date_label);
                self.statement(path, &at.text, &at.cites, false);
            });
        }
        if let Some(meetings) = &figures.meetings {
            self.title("figures.meetings", &meetings.title);
            self.maybe_inline("figures.meetings", "note", &meetings.note);
            each("figures.meetings.marks", &meetings.marks, |path, mark| {
                self.date(&path, "date", &mark.date);
                self.plain(&path, "label", &mark.label);
                if let Some(event) = &mark.event {
                    self.use_of(Scheme::Event, field(&path, "event"), event);
                }
                self.sets.push((field(&path, "cites"), &mark.cites));
                self.cited.push(Cited {
                    path,
                    cites: &mark.cites,
                    may_be_empty: false,
                });
            });
        }
    }

    fn disagreement(&mut self, path: String, disagreement: &'a Disagreement) {
        self.id("disagreement", &path, &disagreement.id);
        self.plain(&path, "topic", &disagreement.topic);
        self.use_list(Scheme::Event, field(&path, "events"), &disagreement.events);
        self.paragraph(field(&path, "sides"), &disagreement.sides);
        self.inline(&path, "handling", &disagreement.handling);
        self.maybe_date(&path, "known", &disagreement.known);
    }

    fn map(&mut self, map: &'a Map) {
        each("map.views", &map.views, |path, view| {
            self.id("view", &path, &view.id);
            self.plain(&path, "name", &view.name);
            self.point(field(&path, "center"), &view.center);
        });
        each("map.countries", &map.countries, |path, country| {
            if let Some(actor) = &country.actor {
                self.use_of(Scheme::Actor, field(&path, "actor"), actor);
            }
            self.plain(&path, "name", &country.name);
            self.point(field(&path, "at"), &country.at);
        });
        each("map.seas", &map.seas, |path, sea| {
            self.plain(&path, "name", &sea.name);
            self.point(field(&path, "at"), &sea.at);
        });
        each("map.disputed", &map.disputed, |path, disputed| {
            self.use_of(Scheme::Place, field(&path, "place"), &disputed.place);
            let claimants = field(&path, "claimants");
            self.use_list(Scheme::Actor, claimants, &disputed.claimants);
        });
        each("map.borders", &map.borders, |path, border| {
            self.id("border", &path, &border.id);
            self.use_of(Scheme::Actor, field(&path, "actor"), &border.actor);
            self.use_of(Scheme::Place, field(&path, "disputed"), &border.disputed);
            self.points(&path, &border.points);
            let schematic = border.kind == Kind::Inference;
            self.statement(path, &border.text, &border.cites, schematic);
        });
        each("map.routes", &map.routes, |path, route| {
            self.id("route", &path, &route.id);
            self.use_of(Scheme::Event, field(&path, "event"), &route.event);
            self.plain(&path, "label", &route.label);
            self.points(&path, &route.points);
            self.statement(path, &route.text, &route.cites, false);
        });
    }

    fn point(&mut self, path: String, point: &'a LonLat) {
        self.points.push((path, point));
    }

    fn points(&mut self, path: &str, points: &'a [LonLat]) {
        each(&field(path, "points"), points, |path, p| {
            self.point(path, p)
        });
    }

    fn readings(&mut self, path: &str, readings: &'a [Reading]) {
        each(&field(path, "readings"), readings, |path, reading| {
            let silence = reading.voice == super::super::source::Voice::None;
            self.use_of(Scheme::Actor, field(&path, "actor"), &reading.actor);
            self.maybe_date(&path, "known", &reading.known);
            self.statement(path.clone(), &reading.text, &reading.cites, silence);
            self.readings.push((path, reading));
        });
    }

    fn paragraph(&mut self, path: String, statements: &'a Paragraph) {
        each(&path, statements, |path, statement| {
            self.statement(path, &statement.text, &statement.cites, false);
        });
    }

    fn statement(&mut self, path: String, text: &'a str, cites: &'a [Cite], may_be_empty: bool) {
        self.inline(&path, "text", text);
        self.sets.push((field(&path, "cites"), cites));
        self.cited.push(Cited {
            path,
            cites,
            may_be_empty,
        });
    }

    fn id(&mut self, list: &'static str, path: &str, id: &'a str) {
        let path = field(path, "id");
        self.given.insert((list, id));
        self.ids.push(Id { list, path, id });
    }

    fn use_of(&mut self, scheme: Scheme, path: String, id: &'a str) {
        let list = scheme.word();
        self.uses.push(Use { list, path, id });
    }

    /// A view of the map.
    fn maybe_view(&mut self, path: &str, name: &str, id: &'a Option<String>) {
        if let Some(id) = id {
            let (list, path) = ("view", field(path, name));
            self.uses.push(Use { list, path, id });
        }
    }

    fn use_list(&mut self, scheme: Scheme, path: String, ids: &'a [String]) {
        for (i, id) in ids.iter().enumerate() {
            self.use_of(scheme, item(&path, i), id);
        }
        self.sets.push((path, ids));
    }

    fn date(&mut self, path: &str, name: &str, edtf: &'a str) {
        self.dates.push((field(path, name), edtf));
    }

    fn maybe_date(&mut self, path: &str, name: &str, edtf: &'a Option<String>) {
        if let Some(edtf) = edtf {
            self.date(path, name, edtf);
        }
    }

    fn title(&mut self, path: &str, text: &'a str) {
        self.plain(path, "title", text);
        if let Some(title) = self.plain.last_mut() {
            title.limit = Some(TITLE);
        }
    }

    fn plain(&mut self, path: &str, name: &str, text: &'a str) {
        self.plain.push(Plain {
            path: field(path, name),
            text,
            limit: None,
        });
    }

    fn maybe_plain(&mut self, path: &str, name: &str, text: &'a Option<String>) {
        if let Some(text) = text {
            self.plain(path, name, text);
        }
    }

    fn inline(&mut self, path: &str, name: &str, text: &'a str) {
        self.inline.push((field(path, name), text));
    }

    fn maybe_inline(&mut self, path: &str, name: &str, text: &'a Option<String>) {
        if let Some(text) = text {
            self.inline(path, name, text);
        }
    }
}

/// Calls `visit` with each item and its path.
pub fn each<'a, T>(path: &str, items: &'a [T], mut visit: impl FnMut(String, &'a T)) {
    for (i, one) in items.iter().enumerate() {
        visit(item(path, i), one);
    }
}
