//! The choice: everything the reader has chosen, and its verbs.
//!
//! Choice plus story give the whole scene, so a link that carries the choice ([`super::link`])
//! reproduces it.

use super::date::Day;
use super::known;
use super::order;
use super::perspective::Perspective;
use super::window::Window;
use crate::story::model::{ActorIx, EventIx, Index, Step, StepIx};

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
    /// Whether only what could be known at the moment is shown. The moment is then the reader's own
    /// day: the text does not move it, and the event on the stage, never one unknown by then, may
    /// lie long before it.
    pub known: bool,
    /// The event that is held for comparison; without one, the event at hand is compared. See
    /// [`Choice::compared`].
    pub pin: Option<EventIx>,
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
            known: false,
            pin: None,
        }
    }

    /// The last day of which anything is shown; see [`known`].
    pub const fn horizon(&self) -> Day {
        if self.known { self.moment } else { known::ALL }
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
    /// it is held; on the reader's own day, to the first of its events that is known by then.
    pub fn at_step(self, index: &Index, step: StepIx) -> Self {
        let Some(told) = index.steps.get(step as usize) else {
            return self;
        };
        let step = Some(step);
        if self.hold {
            return Self { step, ..self }.settle(index);
        }
        let moment = if self.known {
            self.moment
        } else {
            Window::full(index).clamp(told.moment)
        };
        let mut events = told.events.iter().copied();
        let event = events.find(|e| known::event(index, *e, self.horizon()));
        Self {
            step,
            event,
            moment,
            ..self
        }
        .settle(index)
    }

    /// Back above the first passage. The stage stays as it is.
    pub fn at_opening(self) -> Self {
        Self { step: None, ..self }
    }

    /// The reader has picked an event. The text stays where it is; [`Choice::told`] is where to
    /// jump. The reader's own day moves only as far as the event needs to be known; one that is
    /// never known on the axis cannot be picked.
    pub fn at_event(self, index: &Index, event: EventIx) -> Self {
        let Some(picked) = index.events.get(event as usize) else {
            return self;
        };
        let moment = if self.known {
            self.moment.max(picked.known)
        } else {
            picked.anchor
        };
        if self.known && moment > Window::full(index).to {
            return self;
        }
        Self {
            event: Some(event),
            moment,
            ..self
        }
        .settle(index)
    }

    /// The reader has moved the stage in time: the last event up to then is the current one. Of
    /// several on that very day, the one already at hand stays.
    pub fn at_moment(self, index: &Index, day: Day) -> Self {
        let moment = Window::full(index).clamp(day);
        let horizon = Self { moment, ..self }.horizon();
        let at_hand = self.event.and_then(|e| index.events.get(e as usize));
        let event = match at_hand {
            Some(event) if event.anchor == moment && event.known <= horizon => self.event,
            _ => order::current(index, moment, horizon),
        };
        Self {
            event,
            moment,
            ..self
        }
        .settle(index)
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
        let window = self.filter(index);
        order::step(
            index,
            self.event,
            self.moment,
            window,
            self.horizon(),
            forward,
        )
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
                if s.moment <= self.moment && s.told <= self.horizon() && later {
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

    /// Only what could be known at the moment at hand, or all of it again: then the stage returns to
    /// the passage being read.
    pub fn as_known(self, index: &Index, known: bool) -> Self {
        let known = known && known::is_offered(index);
        let mut choice = Self { known, ..self };
        let horizon = choice.horizon();
        if choice
            .event
            .is_some_and(|e| !known::event(index, e, horizon))
        {
            choice.event = order::current(index, choice.moment, horizon);
        }
        match choice.step {
            Some(step) if self.known && !known => choice.at_step(index, step),
            _ => choice.settle(index),
        }
    }

    /// Where passages are shown one at a time, one of which nothing is known gives way to the nearest
    /// before it, or after it, if there is one: so it is with verbs and links alike. In a scroll,
    /// geometry says what is read instead.
    fn settle(self, index: &Index) -> Self {
        let Some(here) = self.step.filter(|_| self.known && self.mode == Mode::Steps) else {
            return self;
        };
        let told = |s: &Step| s.told <= self.horizon();
        let (before, after) = index
            .steps
            .split_at(index.steps.len().min(here as usize + 1));
        let after = || after.iter().position(told).map(|n| before.len() + n);
        let step = before.iter().rposition(told).or_else(after);
        Self {
            step: Some(step.map_or(here, |step| step as StepIx)),
            ..self
        }
    }

    pub fn with_mode(self, index: &Index, mode: Mode) -> Self {
        Self { mode, ..self }.settle(index)
    }

    /// To the next or previous passage of which anything can be known; none beyond the last and
    /// before the first. One who has not begun is at the first.
    pub fn page(self, index: &Index, forward: bool) -> Option<Self> {
        let mut to = self.step.unwrap_or(0);
        loop {
            to = match forward {
                true => to.checked_add(1)?,
                false => to.checked_sub(1)?,
            };
            if index.steps.get(to as usize)?.told <= self.horizon() {
                return Some(self.at_step(index, to));
            }
        }
    }
}
