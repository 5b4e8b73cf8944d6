//! The reader's state: one signal for the choice, and one for each aspect of it that something in
//! the page depends on.
//!
//! The signals are those of Leptos' reactive core; the views they drive were written by the
//! prerender. The aspects are signals that are set along with the choice, rather than memos of it:
//! the core's immediate effects lose a memo's change within a batch. A signal is compiled anew for
//! each type it holds, so all but the choice hold one plain number ([`Signal`]).

mod signal;

use reactive_graph::effect::batch;
use reactive_graph::owner::Owner;
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get, GetUntracked, Set};

pub use signal::Signal;

use crate::domain::choice::{Choice, Mode};
use crate::domain::date::Day;
use crate::domain::map::{Size, Zoom};
use crate::domain::perspective::Perspective;
use crate::domain::window::Window;
use crate::story::index;
use crate::story::model::{EventIx, StepIx};

/// How a change of the choice goes into the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A decision: the back button returns to what was before.
    Push,
    /// Part of a movement, as scrolling is.
    Replace,
}

/// All that the reader has set, and what follows from it.
#[derive(Clone, Copy)]
pub struct Reader {
    choice: RwSignal<Choice>,
    entry: Signal<bool>,
    pub step: Signal<Option<StepIx>>,
    pub event: Signal<Option<EventIx>>,
    pub moment: Signal<Day>,
    /// What filters: all of time unless the window is held.
    pub filter: Signal<Window>,
    pub hold: Signal<bool>,
    pub perspective: Signal<Perspective>,
    pub mode: Signal<Mode>,
    /// What lies behind it is hidden; see `domain::known`.
    pub horizon: Signal<Day>,
    pub pin: Signal<Option<EventIx>>,
    /// The pinned event, or the one at hand.
    pub compared: Signal<Option<EventIx>>,
    /// The passage to which the slider, let go, offers to jump.
    pub offer: Signal<Option<StepIx>>,
    pub playing: Signal<bool>,
    /// Whether the stage and the timeline are unfolded, on a phone.
    pub sheet: Signal<bool>,
    /// The line of the relations diagram that is open, by its place among them.
    pub line: Signal<Option<u16>>,
    /// How much closer to the map the reader has gone.
    pub zoom: Signal<Zoom>,
    /// How large the map is drawn.
    pub map_size: Signal<Size>,
}

impl Reader {
    /// The state of a page as it is written. Its signals live as long as the page.
    pub fn new() -> Self {
        let owner = Owner::new();
        let reader = owner.with(|| {
            let choice = Choice::initial(index());
            Self {
                choice: RwSignal::new(choice),
                entry: Signal::new(false),
                step: Signal::new(choice.step),
                event: Signal::new(choice.event),
                moment: Signal::new(choice.moment),
                filter: Signal::new(choice.filter(index())),
                hold: Signal::new(choice.hold),
                perspective: Signal::new(choice.perspective),
                mode: Signal::new(choice.mode),
                horizon: Signal::new(choice.horizon()),
                pin: Signal::new(choice.pin),
                compared: Signal::new(choice.compared(index())),
                offer: Signal::new(None),
                playing: Signal::new(false),
                sheet: Signal::new(false),
                line: Signal::new(None),
                zoom: Signal::new(Zoom::default()),
                map_size: Signal::new(Size::WRITTEN),
            }
        });
        // Signals end with their owner; these must not.
        std::mem::forget(owner);
        reader
    }

    /// The choice as it stands, tracked.
    pub fn choice(&self) -> Choice {
        self.choice.get()
    }

    /// The choice as it stands, without tracking it.
    pub fn peek(&self) -> Choice {
        self.choice.get_untracked()
    }

    /// How the latest change goes into the history.
    pub fn entry(&self) -> Entry {
        match self.entry.peek() {
            true => Entry::Push,
            false => Entry::Replace,
        }
    }

    /// A decision of the reader's, for the history to keep.
    pub fn decide(&self, change: impl FnOnce(Choice) -> Choice) {
        self.set(Entry::Push, change(self.peek()));
    }

    /// A movement: scrolling, dragging, playing.
    pub fn drift(&self, change: impl FnOnce(Choice) -> Choice) {
        self.set(Entry::Replace, change(self.peek()));
    }

    /// Goes to a neighbouring event, on the stage.
    pub fn step_event(&self, forward: bool) -> bool {
        let neighbour = self.peek().neighbour(index(), forward);
        if let Some(event) = neighbour {
            self.drift(|c| c.at_event(index(), event));
        }
        neighbour.is_some()
    }

    /// Offers the jump to the passage that tells what the stage shows, if it is another one.
    pub fn offer_jump(&self) {
        let choice = self.peek();
        let told = choice.told(index());
        self.offer.set(told.filter(|_| told != choice.step));
    }

    fn set(&self, entry: Entry, choice: Choice) {
        if choice == self.peek() {
            return;
        }
        self.entry.set(entry == Entry::Push);
        // Watchers run once, when all of it is set.
        batch(|| {
            // First, so that what it hides is hidden when others look at the page.
            self.horizon.set(choice.horizon());
            self.choice.set(choice);
            self.step.set(choice.step);
            self.event.set(choice.event);
            self.moment.set(choice.moment);
            self.filter.set(choice.filter(index()));
            self.hold.set(choice.hold);
            self.perspective.set(choice.perspective);
            self.mode.set(choice.mode);
            self.pin.set(choice.pin);
            self.compared.set(choice.compared(index()));
        });
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}
