//! The choice: everything the reader has chosen, and its verbs. Choice and story together give the
//! whole picture, so a link that carries the choice reproduces it.

use crate::domain::as_of::{self, ALL};
use crate::domain::date::Day;
use crate::domain::order;
use crate::domain::perspective::Perspective;
use crate::domain::window::Window;
use crate::story::model::{ActorIx, BeatIx, EventIx, Index, MAX_MAIN, SceneIx, Voice};

/// How the story is laid out for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Scenes beside a stage that follows them.
    #[default]
    Scroll,
    /// One scene at a time.
    Steps,
    /// Everything in order, without a stage.
    Article,
}

impl Mode {
    pub const ALL: [Self; 3] = [Self::Scroll, Self::Steps, Self::Article];

    /// Its word in a link, and in the page's `data-mode`.
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
    /// The paragraph being read; none in the opening.
    pub beat: Option<BeatIx>,
    /// An event that the reader has picked; without one the stage shows the beat's.
    pub event: Option<EventIx>,
    pub perspective: Perspective,
    pub mode: Mode,
    /// The period that filters, where the reader has chosen one.
    pub window: Option<Window>,
    /// The last of [`Index::editions`] that counts: only what was published by that day is shown.
    pub as_of: Option<u8>,
    /// The event that is held for comparison.
    pub pin: Option<EventIx>,
}

impl Choice {
    /// The page as it is written: the opening, nobody switched on.
    pub const INITIAL: Self = Self {
        beat: None,
        event: None,
        perspective: Perspective::NEUTRAL,
        mode: Mode::Scroll,
        window: None,
        as_of: None,
        pin: None,
    };

    /// An actor switched on or off; all else stays.
    pub fn toggle(self, slot: ActorIx) -> Self {
        Self {
            perspective: self.perspective.toggle(slot),
            ..self
        }
    }

    /// The reader has come to a beat, or back to the opening: the stage follows.
    pub fn at_beat(self, beat: Option<BeatIx>) -> Self {
        Self {
            beat,
            event: None,
            ..self
        }
    }

    /// The reader has picked an event: the story goes to the beat that stands for it. An event that
    /// is not known yet cannot be picked.
    pub fn at_event(self, index: &Index, event: EventIx) -> Self {
        match index.events.get(usize::from(event)) {
            Some(picked) if picked.published_by <= self.horizon(index) => Self {
                beat: Some(picked.beat),
                event: Some(event),
                ..self
            }
            .without_echo(index),
            _ => self,
        }
    }

    /// An event that is the beat's own is no pick of its own.
    fn without_echo(self, index: &Index) -> Self {
        let own = self.beat.and_then(|b| index.beats.get(usize::from(b)));
        match own {
            Some(beat) if self.event == Some(beat.event) => Self {
                event: None,
                ..self
            },
            _ => self,
        }
    }

    /// The scene being read.
    pub fn scene(&self, index: &Index) -> Option<SceneIx> {
        let beat = index.beats.get(usize::from(self.beat?))?;
        Some(beat.scene)
    }

    /// The event on the stage: the one picked, else the beat's, so far as it can be known.
    pub fn shown(&self, index: &Index) -> Option<EventIx> {
        let of_beat = || {
            let beat = index.beats.get(usize::from(self.beat?))?;
            Some(beat.event)
        };
        let shown = self.event.or_else(of_beat);
        shown.filter(|e| as_of::event(index, *e, self.horizon(index)))
    }

    /// Whether the reader is at a paragraph of whose event nothing was published by then.
    pub fn is_unpublished(&self, index: &Index) -> bool {
        self.beat.is_some() && self.shown(index).is_none()
    }

    /// The date the stage stands at.
    pub fn moment(&self, index: &Index) -> Day {
        let shown = self
            .shown(index)
            .or((!index.events.is_empty()).then_some(0));
        let event = shown.and_then(|e| index.events.get(usize::from(e)));
        event.map_or(index.span.start, |e| e.anchor)
    }

    /// How each main actor is heard on what the stage shows: on a beat as its cards have it, on a
    /// picked event as its record has it, in the opening as the sources have it overall.
    pub fn voices(&self, index: &Index) -> [Voice; MAX_MAIN] {
        let horizon = self.horizon(index);
        let beat = self.beat.and_then(|b| index.beats.get(usize::from(b)));
        match (self.event, beat) {
            (Some(event), _) => as_of::voices(index, event, horizon),
            (None, Some(beat)) if horizon == ALL => beat.voices,
            (None, Some(_)) if self.is_unpublished(index) => [Voice::Uninvolved; MAX_MAIN],
            (None, Some(beat)) => as_of::voices(index, beat.event, horizon),
            (None, None) => {
                let mut voices = [Voice::Uninvolved; MAX_MAIN];
                for (slot, voice) in voices.iter_mut().enumerate().take(index.main) {
                    *voice = as_of::overall(index, slot, horizon);
                }
                voices
            }
        }
    }

    /// The last day of which anything is shown.
    pub fn horizon(&self, index: &Index) -> Day {
        let day = self.as_of.and_then(|n| index.editions.get(usize::from(n)));
        day.copied().unwrap_or(ALL)
    }

    /// The events that the window leaves.
    pub fn filter(&self, index: &Index) -> Window {
        self.window.unwrap_or_else(|| Window::full(index))
    }

    /// A period that filters, or none. The text stays where it is.
    pub fn with_window(self, window: Option<Window>) -> Self {
        Self { window, ..self }
    }

    /// The beat of the scene after or before the one being read; the opening lies before the first.
    pub fn neighbour(&self, index: &Index, forward: bool) -> Option<Option<BeatIx>> {
        let here = self.scene(index);
        let to = match (here, forward) {
            (None, true) => Some(0),
            (None, false) => return None,
            (Some(scene), true) => Some(usize::from(scene) + 1),
            (Some(scene), false) => usize::from(scene).checked_sub(1),
        };
        match to {
            Some(scene) => index.scenes.get(scene).map(|s| Some(s.first)),
            None => Some(None),
        }
    }

    /// The event that is compared: the pinned one, else the one on the stage.
    pub fn compared(&self, index: &Index) -> Option<EventIx> {
        let compared = self.pin.or_else(|| self.shown(index));
        compared.filter(|e| as_of::event(index, *e, self.horizon(index)))
    }

    /// Only what was published by an edition, or all of it again. What then cannot be known is no
    /// longer picked; the text stays where it is.
    pub fn with_as_of(self, index: &Index, as_of: Option<u8>) -> Self {
        let as_of = as_of.filter(|n| usize::from(*n) + 1 < index.editions.len());
        let choice = Self { as_of, ..self };
        let horizon = choice.horizon(index);
        let is_known = |e: &EventIx| as_of::event(index, *e, horizon);
        Self {
            event: choice.event.filter(is_known),
            pin: choice.pin.filter(is_known),
            ..choice
        }
    }

    /// The last event at or before a day; for links and for the slider.
    pub fn event_at(&self, index: &Index, day: Day) -> Option<EventIx> {
        order::current(index, day, self.horizon(index))
    }
}
