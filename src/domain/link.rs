//! The link: how a choice is written into an address and read back from one.
//!
//! Reading never fails. Whatever a link says that the story does not know is reported and left at
//! the default; the rest is followed.

use super::choice::{Choice, Mode};
use super::date::Date;
use super::order;
use super::perspective::Perspective;
use super::window::Window;
use crate::story::model::{EventIx, Index, StepIx};

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
    Known,
    Pin,
}

impl Key {
    /// In the order in which a link gives them.
    pub const ALL: [Self; 9] = [
        Self::Step,
        Self::Moment,
        Self::Event,
        Self::Window,
        Self::Hold,
        Self::Perspective,
        Self::Mode,
        Self::Known,
        Self::Pin,
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
            Self::Known => "known",
            Self::Pin => "pin",
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
                order::current(index, self.moment, self.horizon())
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
        if self.known {
            link.pair(Key::Known, "1");
        }
        if let Some(pinned) = self.pin.and_then(|e| index.events.get(e as usize)) {
            link.pair(Key::Pin, pinned.id);
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
        Self::initial(index).with_link(query, fragment, index)
    }

    /// The same on top of this choice: what the link does not name stays.
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
        let (choice, problems) = read(self, index, values);
        Parsed {
            choice,
            problems,
            is_anchor,
        }
    }
}

/// Applies the values of [`Key::ALL`], in that order.
fn read(
    mut choice: Choice,
    index: &Index,
    values: [Option<Vec<u8>>; Key::ALL.len()],
) -> (Choice, Vec<LinkProblem>) {
    let [
        step,
        moment,
        event,
        window,
        hold,
        perspective,
        mode,
        known,
        pin,
    ] = values;
    let full = Window::full(index);
    let mut problems = Vec::new();
    let mut wrong = |key, what| problems.push(LinkProblem { key, what });

    // Whether all is shown or what was known, a step means its moment; what lies ahead of it is
    // taken off the stage at the end.
    let was_known = std::mem::take(&mut choice.known);

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
            b"0" | b"" => choice.hold = false,
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
    if let Some(id) = pin {
        match index.events.iter().position(|e| e.id.as_bytes() == id) {
            Some(event) => choice.pin = Some(event as EventIx),
            None if id.is_empty() => choice.pin = None,
            None => wrong(Key::Pin, Fault::Unknown),
        }
    }
    let known = match known.as_deref() {
        None => was_known,
        Some(b"1") => true,
        Some(b"0" | b"") => false,
        Some(_) => {
            wrong(Key::Known, Fault::Unknown);
            was_known
        }
    };
    (choice.as_known(index, known), problems)
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
pub(super) fn decode(text: &str) -> Vec<u8> {
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
