//! The choice: everything the reader has chosen, its verbs, and the link that carries it.
//!
//! Choice plus story give the whole scene, so a link that carries the choice reproduces it.

use super::date::{Date, Day};
use super::order;
use super::perspective::Perspective;
use super::window::Window;
use crate::story::model::{ActorIx, EventIx, Index, StepIx};

/// How the story is laid out for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Passages beside a stage that follows them.
    #[default]
    Scroll,
    /// One passage at a time.
    Steps,
    /// Everything in order.
    Article,
}

impl Mode {
    pub const ALL: [Self; 3] = [Self::Scroll, Self::Steps, Self::Article];

    /// Its word in a link, and in the page's attributes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Scroll => "scroll",
            Self::Steps => "steps",
            Self::Article => "article",
        }
    }
}

/// Everything the reader has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The passage being read; none in the opening.
    pub step: Option<StepIx>,
    /// The event on the stage.
    pub event: Option<EventIx>,
    /// The date the stage stands at; always on the axis.
    pub moment: Day,
    pub window: Window,
    /// Whether the stage holds its place in time while the reader scrolls, or follows the text.
    pub hold: bool,
    pub perspective: Perspective,
    pub mode: Mode,
}

impl Choice {
    /// The page as it is written: nobody's side, the opening, the first passage's moment.
    pub fn initial(index: &Index) -> Self {
        let window = Window::full(index);
        let moment = index.steps.first().map_or(window.from, |s| s.moment);
        Self {
            step: None,
            event: None,
            moment: window.clamp(moment),
            window,
            hold: false,
            perspective: Perspective::NEUTRAL,
            mode: Mode::Scroll,
        }
    }

    /// An actor switched on or off; event, date and place in the text stay.
    pub fn toggle(self, slot: ActorIx) -> Self {
        Self {
            perspective: self.perspective.toggle(slot),
            ..self
        }
    }

    /// Nobody's side.
    pub fn neutral(self) -> Self {
        Self {
            perspective: Perspective::NEUTRAL,
            ..self
        }
    }

    /// The reader has come to a passage. The stage goes to its moment and its main event, unless
    /// it is held.
    pub fn at_step(self, index: &Index, step: StepIx) -> Self {
        let Some(told) = index.steps.get(step as usize) else {
            return self;
        };
        let step = Some(step);
        if self.hold {
            return Self { step, ..self };
        }
        Self {
            step,
            event: told.events.first().copied(),
            moment: Window::full(index).clamp(told.moment),
            ..self
        }
    }

    /// Back above the first passage. The stage stays as it is.
    pub fn at_opening(self) -> Self {
        Self { step: None, ..self }
    }

    /// The reader has picked an event. The text stays where it is; [`Choice::told`] is where to
    /// jump.
    pub fn at_event(self, index: &Index, event: EventIx) -> Self {
        let Some(picked) = index.events.get(event as usize) else {
            return self;
        };
        Self {
            event: Some(event),
            moment: picked.anchor,
            ..self
        }
    }

    /// The reader has moved the stage in time: the last event up to then is the current one. Of
    /// several on that very day, the one already at hand stays.
    pub fn at_moment(self, index: &Index, day: Day) -> Self {
        let moment = Window::full(index).clamp(day);
        let at_hand = self.event.and_then(|e| index.events.get(e as usize));
        let event = match at_hand {
            Some(event) if event.anchor == moment => self.event,
            _ => order::current(index, moment),
        };
        Self {
            event,
            moment,
            ..self
        }
    }

    /// The stretch of time that filters: the window while it is held, else all of time.
    pub fn filter(&self, index: &Index) -> Window {
        if self.hold {
            self.window
        } else {
            Window::full(index)
        }
    }

    /// The next or previous event that the filter leaves, if there is one.
    pub fn neighbour(&self, index: &Index, forward: bool) -> Option<EventIx> {
        order::step(index, self.event, self.moment, self.filter(index), forward)
    }

    /// The step that tells the event on the stage, or else the moment: the jump that the timeline
    /// offers.
    pub fn told(&self, index: &Index) -> Option<StepIx> {
        let steps = index.steps;
        let by_event = self.event.and_then(|e| index.events.get(e as usize));
        let step = by_event.map(|e| e.step).or_else(|| {
            // Steps need not be in the order of time: the one whose moment came last.
            let mut best: Option<StepIx> = None;
            for (i, s) in steps.iter().enumerate() {
                let later = best.is_none_or(|b| steps[b as usize].moment < s.moment);
                if s.moment <= self.moment && later {
                    best = Some(i as StepIx);
                }
            }
            best
        });
        step.filter(|s| (*s as usize) < steps.len())
    }

    pub fn with_from(self, index: &Index, day: Day) -> Self {
        let window = self.window.with_from(day, Window::full(index));
        Self { window, ..self }
    }

    pub fn with_to(self, index: &Index, day: Day) -> Self {
        let window = self.window.with_to(day, Window::full(index));
        Self { window, ..self }
    }

    /// All of time again.
    pub fn without_window(self, index: &Index) -> Self {
        let window = Window::full(index);
        Self { window, ..self }
    }

    /// Holding, or following the text again: then the stage returns to the passage being read.
    pub fn hold(self, index: &Index, hold: bool) -> Self {
        let held = Self { hold, ..self };
        match held.step {
            Some(step) if self.hold && !hold => held.at_step(index, step),
            _ => held,
        }
    }

    pub fn with_mode(self, mode: Mode) -> Self {
        Self { mode, ..self }
    }
}

// ---------------------------------------------------------------- link

/// A part of the choice, as a link names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Step,
    Moment,
    Event,
    Window,
    Hold,
    Perspective,
    Mode,
}

impl Key {
    /// In the order in which a link gives them.
    pub const ALL: [Self; 7] = [
        Self::Step,
        Self::Moment,
        Self::Event,
        Self::Window,
        Self::Hold,
        Self::Perspective,
        Self::Mode,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Moment => "t",
            Self::Event => "e",
            Self::Window => "w",
            Self::Hold => "hold",
            Self::Perspective => "p",
            Self::Mode => "mode",
        }
    }
}

/// What is wrong with a value in a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This story has no such step, event, actor or mode (any more).
    Unknown,
    NotADate,
    /// The window ends before it begins.
    Backwards,
}

/// A part of a link that could not be followed: for a quiet notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkProblem {
    pub key: Key,
    pub what: Fault,
}

/// A link as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    pub choice: Choice,
    pub problems: Vec<LinkProblem>,
    /// The fragment names a part of the page (`#source-2`) and is no choice.
    pub is_anchor: bool,
}

impl Choice {
    /// The choice as a fragment, without `#`: only what differs from the initial choice, always in
    /// the same order, as `step=warships&t=2013-07-16&e=warships-2013&p=jp,ru`. Empty if nothing
    /// differs.
    pub fn to_fragment(&self, index: &Index) -> String {
        let initial = Self::initial(index);
        let mut link = Link(String::new());

        let step = self.step.and_then(|s| index.steps.get(s as usize));
        if let Some(step) = step {
            link.pair(Key::Step, step.id);
        }

        // The date and the event are written out although the step implies them: then a link still
        // leads to them when a later version of the story no longer has the step.
        let event = self.event.and_then(|e| index.events.get(e as usize));
        let implied = match (event, step) {
            (Some(event), _) => event.anchor,
            (None, Some(step)) => Window::full(index).clamp(step.moment),
            (None, None) => initial.moment,
        };
        let dated = self.moment != initial.moment || self.moment != implied;
        if dated {
            link.key(Key::Moment);
            self.moment.push_iso(&mut link.0);
        }
        if let Some(event) = event {
            link.pair(Key::Event, event.id);
        } else {
            let implied = if dated {
                order::current(index, self.moment)
            } else {
                step.and_then(|s| s.events.first().copied())
            };
            if implied.is_some() {
                link.key(Key::Event);
            }
        }

        if self.window != initial.window {
            link.key(Key::Window);
            self.window.from.push_iso(&mut link.0);
            link.0.push_str("..");
            self.window.to.push_iso(&mut link.0);
        }
        if self.hold {
            link.pair(Key::Hold, "1");
        }
        if !self.perspective.is_neutral() {
            link.pair(Key::Perspective, &self.perspective.to_list(index.actors));
        }
        if self.mode != initial.mode {
            link.pair(Key::Mode, self.mode.word());
        }
        link.0
    }

    /// Reads a fragment, with or without `#`. See [`Choice::from_link`].
    pub fn from_fragment(fragment: &str, index: &Index) -> Parsed {
        Self::from_link("", fragment, index)
    }

    /// Reads a link's query (with or without `?`) and fragment; where both give a key, the
    /// fragment counts.
    ///
    /// Never fails: unknown keys are ignored, broken values are reported and left at the default,
    /// dates are brought onto the axis.
    pub fn from_link(query: &str, fragment: &str, index: &Index) -> Parsed {
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
        let (choice, problems) = read(index, values);
        Parsed {
            choice,
            problems,
            is_anchor,
        }
    }
}

/// Puts together the values of [`Key::ALL`], in that order.
fn read(index: &Index, values: [Option<Vec<u8>>; Key::ALL.len()]) -> (Choice, Vec<LinkProblem>) {
    let [step, moment, event, window, hold, perspective, mode] = values;
    let full = Window::full(index);
    let mut choice = Choice::initial(index);
    let mut problems = Vec::new();
    let mut wrong = |key, what| problems.push(LinkProblem { key, what });

    // From the vaguest to the most particular: a step implies a date and an event, a date implies
    // an event.
    if let Some(id) = step {
        match index.steps.iter().position(|s| s.id.as_bytes() == id) {
            Some(step) => choice = choice.at_step(index, step as StepIx),
            None => wrong(Key::Step, Fault::Unknown),
        }
    }
    let mut dated = false;
    if let Some(text) = moment {
        match Date::read(&text) {
            Some(date) => {
                choice = choice.at_moment(index, date.middle());
                dated = true;
            }
            None => wrong(Key::Moment, Fault::NotADate),
        }
    }
    if let Some(id) = event {
        if id.is_empty() {
            // Expressly none, where the step or the date would imply one.
            choice.event = None;
        } else {
            match index.events.iter().position(|e| e.id.as_bytes() == id) {
                Some(event) if dated => choice.event = Some(event as EventIx),
                Some(event) => choice = choice.at_event(index, event as EventIx),
                None => wrong(Key::Event, Fault::Unknown),
            }
        }
    }

    if let Some(text) = window {
        match read_window(&text, full) {
            Ok(window) => choice.window = window,
            Err(what) => wrong(Key::Window, what),
        }
    }
    if let Some(text) = hold {
        match text.as_slice() {
            b"1" => choice.hold = true,
            b"0" | b"" => {}
            _ => wrong(Key::Hold, Fault::Unknown),
        }
    }
    if let Some(list) = perspective {
        let main = &index.actors[..index.main.min(index.actors.len())];
        let (perspective, all_known) = Perspective::from_list(&list, main);
        choice.perspective = perspective;
        if !all_known {
            wrong(Key::Perspective, Fault::Unknown);
        }
    }
    if let Some(word) = mode {
        match Mode::ALL.iter().find(|m| m.word().as_bytes() == word) {
            Some(mode) => choice.mode = *mode,
            None => wrong(Key::Mode, Fault::Unknown),
        }
    }
    (choice, problems)
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

/// A fragment being written.
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
        encode(value, &mut self.0);
    }
}

/// Percent-encodes all but what is safe in a fragment and a query alike, and the comma, which
/// separates.
fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for b in text.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~' | b',') {
            out.push(b as char);
        } else {
            out.push('%');
            out.push(HEX[(b >> 4) as usize] as char);
            out.push(HEX[(b & 15) as usize] as char);
        }
    }
}

/// Undoes percent-encoding. To bytes, since they are only compared; a `%` that encodes nothing
/// stays as it is.
fn decode(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).and_then(|b| (*b as char).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'%'
            && let (Some(high), Some(low)) = (digit(i + 1), digit(i + 2))
        {
            out.push((high * 16 + low) as u8);
            i += 3;
        } else {
            out.push(bytes[i]);
            i += 1;
        }
    }
    out
}
