//! The table of all events: what of it is shown, and in which order.

use crate::story::model::{ActorIx, EventIx, Voice};

/// How an actor must be heard for an event to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hearing {
    /// In its own words or through others.
    Any,
    Exactly(Voice),
}

impl Hearing {
    pub const ALL: [Self; 4] = [
        Self::Any,
        Self::Exactly(Voice::Direct),
        Self::Exactly(Voice::Reported),
        Self::Exactly(Voice::Silent),
    ];

    fn takes(self, voice: Voice) -> bool {
        match self {
            Self::Any => matches!(voice, Voice::Direct | Voice::Reported),
            Self::Exactly(heard) => voice == heard,
        }
    }
}

/// On what the sources of an event may be doubted: a bit for each, as the rows of the table carry them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Doubtful(pub u8);

impl Doubtful {
    pub const FACT: Self = Self(1);
    pub const MOTIVE: Self = Self(2);
    pub const MEANING: Self = Self(4);
    /// The sources disagree, on whatever.
    pub const DISAGREEMENT: Self = Self(7);
    /// The record names a doubt.
    pub const DOUBT: Self = Self(8);
    pub const ANY: Self = Self(15);

    pub const ASKED: [Self; 6] = [
        Self::ANY,
        Self::DOUBT,
        Self::DISAGREEMENT,
        Self::FACT,
        Self::MOTIVE,
        Self::MEANING,
    ];
}

/// What the reader asks for. Who asks for nothing sees all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    pub heard: Option<(ActorIx, Hearing)>,
    /// A theme, by its place among them.
    pub theme: Option<u8>,
    pub doubtful: Option<Doubtful>,
}

impl Filter {
    /// Whether it shows an event on which the actors are heard so, with this theme and these doubts.
    pub fn shows(&self, voices: &[Voice], theme: u8, doubtful: Doubtful) -> bool {
        let heard = self.heard.is_none_or(|(actor, hearing)| {
            let voice = voices.get(usize::from(actor));
            voice.is_some_and(|voice| hearing.takes(*voice))
        });
        heard
            && self.theme.is_none_or(|asked| asked == theme)
            && self.doubtful.is_none_or(|asked| doubtful.0 & asked.0 != 0)
    }
}

/// What the rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The events' own order.
    #[default]
    Date,
    Theme,
}

impl Order {
    pub const ALL: [Self; 2] = [Self::Date, Self::Theme];

    /// Its word in `data-sort`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Theme => "theme",
        }
    }
}

/// The events in order, given the theme of each. Within a theme they stay in the order of time,
/// whichever way the themes run.
pub fn ordered(themes: &[u8], by: Order, descending: bool) -> Vec<EventIx> {
    let all = (0..themes.len()).map(|event| event as EventIx);
    let last = themes.iter().max().copied().unwrap_or_default();
    match (by, descending) {
        (Order::Date, false) => all.collect(),
        (Order::Date, true) => all.rev().collect(),
        // There are few themes: one pass for each needs no sorting.
        (Order::Theme, _) => {
            let theme = |n: u8| if descending { last - n } else { n };
            let of = |rank: u8| all.clone().filter(move |e| themes[usize::from(*e)] == rank);
            (0..=last).flat_map(|n| of(theme(n))).collect()
        }
    }
}
