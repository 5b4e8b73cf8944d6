//! The reader's state: one choice, and memos of what parts of the page depend on. The root island
//! provides it as context.

use leptos::prelude::*;

use crate::domain::choice::{Choice, Mode};
use crate::domain::date::Day;
use crate::domain::frame::Layout;
use crate::domain::link::Problem;
use crate::domain::perspective::Perspective;
use crate::domain::window::Window;
use crate::story::index;
use crate::story::model::{ActorIx, BeatIx, EventIx};

/// How a change of the choice goes into the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A decision: the back button returns to what was before.
    Push,
    /// Part of a movement, as scrolling is.
    Replace,
}

/// All that the reader has chosen, and what follows from it.
#[derive(Clone, Copy)]
pub struct Reader {
    choice: RwSignal<Choice>,
    /// How the latest change goes into the history.
    pub entry: StoredValue<Entry>,
    pub beat: Memo<Option<BeatIx>>,
    pub event: Memo<Option<EventIx>>,
    pub perspective: Memo<Perspective>,
    /// How the page is laid out where it stands.
    pub layout: RwSignal<Layout>,
    /// How the story is read: as the reader has chosen, where the layout leaves a choice.
    pub mode: Memo<Mode>,
    pub as_of: Memo<Option<u8>>,
    /// The last day of which anything is shown.
    pub horizon: Memo<Day>,
    /// The period that filters, where the reader has chosen one.
    pub window: Memo<Option<Window>>,
    /// The event under the slider's thumb while it is dragged.
    pub preview: RwSignal<Option<EventIx>>,
    /// The actor whose key was pressed last: where cards do not stand side by side, its card comes first.
    pub last: RwSignal<Option<ActorIx>>,
    /// Whether the story plays by itself.
    pub playing: RwSignal<bool>,
    /// The id of the part of the record that the drawer shows.
    pub drawer: RwSignal<Option<String>>,
    /// What of the link that was followed last could not be.
    pub problems: RwSignal<Vec<Problem>>,
    /// The beat that the page is asked to scroll to, and how often it has been asked.
    pub jump: RwSignal<Option<(Option<BeatIx>, u32)>>,
}

impl Reader {
    /// The state of the page as it is written.
    pub fn new() -> Self {
        let choice = RwSignal::new(Choice::INITIAL);
        let layout = RwSignal::new(Layout::Full);
        Self {
            choice,
            entry: StoredValue::new(Entry::Replace),
            beat: Memo::new(move |_| choice.get().beat),
            event: Memo::new(move |_| choice.get().shown(index())),
            perspective: Memo::new(move |_| choice.get().perspective),
            layout,
            mode: Memo::new(move |_| layout.get().mode(choice.get().mode)),
            as_of: Memo::new(move |_| choice.get().as_of),
            horizon: Memo::new(move |_| choice.get().horizon(index())),
            window: Memo::new(move |_| choice.get().window),
            preview: RwSignal::new(None),
            last: RwSignal::new(None),
            playing: RwSignal::new(false),
            drawer: RwSignal::new(None),
            problems: RwSignal::new(Vec::new()),
            jump: RwSignal::new(None),
        }
    }

    /// The reader of the island around.
    pub fn here() -> Self {
        expect_context()
    }

    /// The choice as it stands, tracked.
    pub fn choice(&self) -> Choice {
        self.choice.get()
    }

    /// The choice as it stands, without tracking it.
    pub fn choice_untracked(&self) -> Choice {
        self.choice.get_untracked()
    }

    /// Whether an actor is switched on, tracked.
    pub fn sees(&self, slot: ActorIx) -> bool {
        self.perspective.get().has(slot)
    }

    /// A press on an actor's key.
    pub fn toggle(&self, slot: ActorIx) {
        self.last.set(Some(slot));
        self.update_push(|choice| choice.toggle(slot));
    }

    /// A decision of the reader's, which the back button takes back.
    pub fn update_push(&self, change: impl FnOnce(Choice) -> Choice) {
        self.update(Entry::Push, change);
    }

    /// A movement: scrolling, dragging, playing.
    pub fn update_replace(&self, change: impl FnOnce(Choice) -> Choice) {
        self.update(Entry::Replace, change);
    }

    fn update(&self, entry: Entry, change: impl FnOnce(Choice) -> Choice) {
        let before = self.choice_untracked();
        let after = change(before);
        if after != before {
            self.entry.set_value(entry);
            self.choice.set(after);
        }
    }

    /// Lays the story out otherwise for reading; the reader stays at the same beat.
    pub fn read_as(&self, mode: Mode) {
        self.update_push(|choice| Choice { mode, ..choice });
        let beat = self.choice_untracked().beat;
        if beat.is_some() {
            self.scroll_to(beat);
        }
    }

    /// Goes to a beat, or to the opening: the stage at once, then the page scrolls there.
    pub fn go_to(&self, beat: Option<BeatIx>) {
        self.update_push(|choice| choice.at_beat(beat));
        self.scroll_to(beat);
    }

    /// Goes to the beat that stands for an event, and shows the event on the stage.
    pub fn go_to_event(&self, event: EventIx) {
        self.update_push(|choice| choice.at_event(index(), event));
        self.scroll_to(self.choice_untracked().beat);
    }

    /// The same by small movements, as a slider's: the back button takes them back as one.
    pub fn move_to_event(&self, event: EventIx) {
        self.update_replace(|choice| choice.at_event(index(), event));
        self.scroll_to(self.choice_untracked().beat);
    }

    /// To the scene after or before this one.
    pub fn go_to_neighbour(&self, forward: bool) -> bool {
        let to = self.choice_untracked().neighbour(index(), forward);
        if let Some(beat) = to {
            self.go_to(beat);
        }
        to.is_some()
    }

    /// Asks the page to scroll to a beat, also where it was asked for that one before.
    pub fn scroll_to(&self, beat: Option<BeatIx>) {
        self.jump.update(|jump| {
            let count = jump.map_or(0, |(_, count)| count);
            *jump = Some((beat, count.wrapping_add(1)));
        });
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}
