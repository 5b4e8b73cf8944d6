//! The link: how a choice is written into an address and read back from one.
//!
//! Reading never fails. Whatever a link says that the story does not know is reported and left at
//! the default; the rest is followed.

use super::choice::{Choice, Mode};
use crate::domain::date::Date;
use crate::domain::perspective::Perspective;
use crate::domain::window::Window;
use crate::story::model::{BeatIx, EventIx, Index};

/// A part of the choice, as a link names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Scene,
    /// The scene's beat, from 1; the first one is left out.
    Beat,
    Event,
    Perspective,
    Window,
    AsOf,
    Mode,
    Pin,
    /// From links to the page as it was before it had scenes: a scene by its former id.
    Step,
    /// From older links: a moment, which now follows from scene and event.
    Moment,
}

impl Key {
    /// In the order in which a link gives them; the last two are only read.
    pub const ALL: [Self; 10] = [
        Self::Scene,
        Self::Beat,
        Self::Event,
        Self::Perspective,
        Self::Window,
        Self::AsOf,
        Self::Mode,
        Self::Pin,
        Self::Step,
        Self::Moment,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Scene => "scene",
            Self::Beat => "beat",
            Self::Event => "e",
            Self::Perspective => "p",
            Self::Window => "w",
            Self::AsOf => "asof",
            Self::Mode => "mode",
            Self::Pin => "pin",
            Self::Step => "step",
            Self::Moment => "t",
        }
    }
}

/// What is wrong with a value in a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This story has no such scene, event, actor or mode (any more).
    Unknown,
    NotADate,
    /// The period ends before it begins.
    Backwards,
    /// By the date up to which the link shows what was published, this was not known.
    Later,
}

/// A part of a link that could not be followed: for a quiet notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    pub key: Key,
    pub what: Fault,
}

/// A link as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    pub choice: Choice,
    pub problems: Vec<Problem>,
    /// The fragment names a part of the page (`#src-2`) and is no choice.
    pub is_anchor: bool,
}

impl Choice {
    /// The choice as a fragment, without `#`: only what differs from the page as it is written,
    /// always in the same order, as `scene=warships&p=jp,ru`. Empty if nothing differs.
    pub fn to_fragment(&self, index: &Index) -> String {
        let mut link = Link(String::new());
        if let Some(beat) = self.beat
            && let Some(scene) = self.scene(index)
        {
            let scene = &index.scenes[usize::from(scene)];
            link.pair(Key::Scene, scene.id);
            if beat > scene.first {
                link.pair(Key::Beat, &(beat - scene.first + 1).to_string());
            }
        }
        let event = |e: Option<EventIx>| e.and_then(|e| index.events.get(usize::from(e)));
        if let Some(event) = event(self.event) {
            link.pair(Key::Event, event.id);
        }
        if !self.perspective.is_neutral() {
            link.pair(Key::Perspective, &self.perspective.to_list(index.actors));
        }
        if let Some(window) = self.window {
            link.key(Key::Window);
            window.from.push_iso(&mut link.0);
            link.0.push_str("..");
            window.to.push_iso(&mut link.0);
        }
        if let Some(day) = self.as_of.and_then(|n| index.editions.get(usize::from(n))) {
            link.key(Key::AsOf);
            day.push_iso(&mut link.0);
        }
        if self.mode != Mode::Scroll {
            link.pair(Key::Mode, self.mode.word());
        }
        if let Some(pinned) = event(self.pin) {
            link.pair(Key::Pin, pinned.id);
        }
        link.0
    }

    /// The choice of a link: [`Self::with_link`] on the page as it is written.
    pub fn from_link(query: &str, fragment: &str, index: &Index) -> Parsed {
        Self::INITIAL.with_link(query, fragment, index)
    }

    /// Changes what a link names, in its query (with or without `?`) and its fragment; where both give a
    /// key, the fragment counts. Unknown keys are ignored, broken values reported.
    pub fn with_link(self, query: &str, fragment: &str, index: &Index) -> Parsed {
        let query = query.strip_prefix('?').unwrap_or(query);
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let is_anchor = !fragment.is_empty() && !fragment.contains('=');
        let mut values: [Option<Vec<u8>>; Key::ALL.len()] = [const { None }; Key::ALL.len()];
        for pair in query.split('&').chain(fragment.split('&')) {
            let Some((word, value)) = pair.split_once('=') else {
                continue;
            };
            if let Some(key) = Key::ALL.iter().position(|k| k.word() == word) {
                values[key] = Some(decode(value));
            }
        }
        let mut reading = Reading {
            index,
            choice: self,
            problems: Vec::new(),
        };
        reading.read(values);
        Parsed {
            choice: reading.choice,
            problems: reading.problems,
            is_anchor,
        }
    }

    /// What a host's words name changes, the rest stays; what the story does not know is left alone.
    pub fn with_words(self, words: &str, index: &Index) -> Self {
        let names_place = |pair: &str| {
            let places = [Key::Scene, Key::Event, Key::Step, Key::Moment];
            let word = pair.split('=').next();
            places.iter().any(|place| Some(place.word()) == word)
        };
        // Another place in the story keeps nothing of the one before.
        let start = match words.split('&').any(names_place) {
            true => self.at_beat(None),
            false => self,
        };
        let read = start.with_link("", words, index).choice;
        match read.beat {
            Some(_) => read,
            None => Self {
                beat: self.beat,
                event: self.event,
                ..read
            },
        }
    }
}

/// A link being read.
struct Reading<'a> {
    index: &'a Index,
    choice: Choice,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn wrong(&mut self, key: Key, what: Fault) {
        self.problems.push(Problem { key, what });
    }

    /// Takes the values of [`Key::ALL`], in that order.
    fn read(&mut self, values: [Option<Vec<u8>>; Key::ALL.len()]) {
        let index = self.index;
        let [
            scene,
            beat,
            event,
            perspective,
            window,
            as_of,
            mode,
            pin,
            step,
            moment,
        ] = values;
        if let Some(list) = perspective {
            let main = &index.actors[..index.main.min(index.actors.len())];
            let (perspective, all_known) = Perspective::from_list(&list, main);
            self.choice.perspective = perspective;
            if !all_known {
                self.wrong(Key::Perspective, Fault::Unknown);
            }
        }
        if let Some(word) = mode {
            match Mode::ALL.iter().find(|m| m.word().as_bytes() == word) {
                Some(mode) => self.choice.mode = *mode,
                None => self.wrong(Key::Mode, Fault::Unknown),
            }
        }
        if let Some(text) = window {
            match read_window(&text, Window::full(index)) {
                // All of it is no choice.
                Ok(window) => {
                    self.choice.window = Some(window).filter(|w| *w != Window::full(index));
                }
                Err(what) => self.wrong(Key::Window, what),
            }
        }
        // From the vaguest to the most particular: a moment implies an event, an event a scene.
        if let Some(text) = moment {
            match Date::read(&text) {
                Some(date) => {
                    if let Some(event) = self.choice.event_at(index, date.middle()) {
                        self.choice = self.choice.at_event(index, event);
                    }
                }
                None => self.wrong(Key::Moment, Fault::NotADate),
            }
        }
        if let Some(id) = event
            && let Some(event) = self.event(Key::Event, &id)
        {
            self.choice = self.choice.at_event(index, event);
        }
        if let Some(id) = step {
            let told = |s: &crate::story::model::Scene| {
                s.id.as_bytes() == id || s.former.iter().any(|f| f.as_bytes() == id)
            };
            self.scene(Key::Step, index.scenes.iter().position(told), None);
        }
        if let Some(id) = scene {
            let found = index.scenes.iter().position(|s| s.id.as_bytes() == id);
            self.scene(Key::Scene, found, beat);
        }
        if let Some(id) = pin {
            self.choice.pin = self.event(Key::Pin, &id);
        }
        if let Some(text) = as_of {
            match Date::read(&text) {
                Some(date) => {
                    let out = index.editions.partition_point(|day| *day <= date.end);
                    let last = out.checked_sub(1).map(|n| n as u8);
                    let all = self.choice;
                    self.choice = all.with_as_of(index, last);
                    for (key, before, after) in [
                        (Key::Event, all.event, self.choice.event),
                        (Key::Pin, all.pin, self.choice.pin),
                    ] {
                        if before.is_some() && after.is_none() {
                            self.wrong(key, Fault::Later);
                        }
                    }
                }
                None => self.wrong(Key::AsOf, Fault::NotADate),
            }
        }
    }

    /// The event that an id names; none for an empty one.
    fn event(&mut self, key: Key, id: &[u8]) -> Option<EventIx> {
        let events = self.index.events;
        let found = events.iter().position(|e| e.id.as_bytes() == id);
        if found.is_none() && !id.is_empty() {
            self.wrong(key, Fault::Unknown);
        }
        found.map(|e| e as EventIx)
    }

    /// Goes to a scene, and within it to a beat; an event that belongs there stays picked.
    fn scene(&mut self, key: Key, found: Option<usize>, beat: Option<Vec<u8>>) {
        let Some(scene) = found.and_then(|s| self.index.scenes.get(s)) else {
            self.wrong(key, Fault::Unknown);
            return;
        };
        let number = beat.map_or(Some(1), |text| {
            String::from_utf8(text).ok()?.parse::<BeatIx>().ok()
        });
        let beat = number
            .and_then(|n| n.checked_sub(1))
            .and_then(|n| scene.first.checked_add(n))
            .filter(|beat| *beat < scene.end);
        if beat.is_none() {
            self.wrong(Key::Beat, Fault::Unknown);
        }
        let beat = beat.unwrap_or(scene.first);
        let own = self.index.beats.get(usize::from(beat)).map(|b| b.event);
        let picked = self.choice.event.or_else(|| self.choice.shown(self.index));
        self.choice = self.choice.at_beat(Some(beat));
        self.choice.event = picked.filter(|e| Some(*e) != own);
    }
}

/// `2010-01-01..2016-12-31`; coarser dates count whole, a missing end is open.
fn read_window(text: &[u8], full: Window) -> Result<Window, Fault> {
    let dots = text
        .windows(2)
        .position(|two| two == b"..")
        .ok_or(Fault::NotADate)?;
    let (from, to) = (&text[..dots], &text[dots + 2..]);
    let from = match from {
        b"" => full.from,
        _ => Date::read(from).ok_or(Fault::NotADate)?.start,
    };
    let to = match to {
        b"" => full.to,
        _ => Date::read(to).ok_or(Fault::NotADate)?.end,
    };
    if to < from {
        return Err(Fault::Backwards);
    }
    Ok(Window {
        from: full.clamp(from),
        to: full.clamp(to),
    })
}

/// A fragment being written. Ids and dates need no encoding: they are lower-case letters, digits
/// and hyphens.
struct Link(String);

impl Link {
    fn key(&mut self, key: Key) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key.word());
        self.0.push('=');
    }

    fn pair(&mut self, key: Key, value: &str) {
        self.key(key);
        self.0.push_str(value);
    }
}

/// Undoes percent-encoding. To bytes, since they are only compared.
fn decode(text: &str) -> Vec<u8> {
    percent_encoding::percent_decode_str(text).collect()
}
