//! The reader's state: a few signals for what the reader changes, memos for the rest.
//!
//! One [`Reader`] serves all islands. They are woken one by one and share no context, so it lives
//! in the thread, made once under the root owner.

use std::cell::OnceCell;

use leptos::prelude::*;

use crate::domain::choice::{Choice, Mode};
use crate::domain::date::Day;
use crate::domain::link::LinkProblem;
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

/// A cite that the reader follows: the keys of its paragraphs, as `4-8 4-10`.
pub type OpenCite = Option<String>;

/// All that the reader has set, and what follows from it.
#[derive(Clone, Copy)]
pub struct Reader {
    choice: RwSignal<Choice>,
    entry: RwSignal<Entry>,
    pub step: Memo<Option<StepIx>>,
    pub event: Memo<Option<EventIx>>,
    pub moment: Memo<Day>,
    /// What filters: all of time unless the window is held.
    pub filter: Memo<Window>,
    pub hold: Memo<bool>,
    pub perspective: Memo<Perspective>,
    pub mode: Memo<Mode>,
    /// The passage to which the slider, let go, offers to jump.
    pub offer: RwSignal<Option<StepIx>>,
    pub playing: RwSignal<bool>,
    pub cite: RwSignal<OpenCite>,
    /// What could not be read of the link that opened the page.
    pub link_problems: RwSignal<Vec<LinkProblem>>,
    /// Whether the stage and the timeline are unfolded, on a phone.
    pub sheet: RwSignal<bool>,
}

impl Reader {
    fn new() -> Self {
        let choice = RwSignal::new(Choice::initial(index()));
        Self {
            choice,
            entry: RwSignal::new(Entry::Replace),
            step: Memo::new(move |_| choice.get().step),
            event: Memo::new(move |_| choice.get().event),
            moment: Memo::new(move |_| choice.get().moment),
            filter: Memo::new(move |_| choice.get().filter(index())),
            hold: Memo::new(move |_| choice.get().hold),
            perspective: Memo::new(move |_| choice.get().perspective),
            mode: Memo::new(move |_| choice.get().mode),
            offer: RwSignal::new(None),
            playing: RwSignal::new(false),
            cite: RwSignal::new(None),
            link_problems: RwSignal::new(Vec::new()),
            sheet: RwSignal::new(false),
        }
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
        self.entry.get_untracked()
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
        if choice != self.peek() {
            self.entry.set(entry);
            self.choice.set(choice);
        }
    }
}

thread_local! {
    static READER: OnceCell<Reader> = const { OnceCell::new() };
}

/// The one reader of this page.
pub fn reader() -> Reader {
    READER.with(|cell| {
        *cell.get_or_init(|| {
            // An owner of its own, never dropped: no island's end may take the signals with it.
            let owner = Owner::new_root(None);
            let reader = owner.with(Reader::new);
            std::mem::forget(owner);
            reader
        })
    })
}
