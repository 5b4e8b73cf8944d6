//! The choice: everything the reader has chosen, and its verbs.
//!
//! Choice plus story give the whole scene, so a link that carries the choice ([`super::link`])
//! reproduces it.

use super::date::Day;
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
