//! Which layout a frame has, and when its height is worth telling.

use super::PX_MOST;
use crate::domain::choice::Mode;

/// How the page is laid out, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A page of its own.
    Full,
    /// A frame of a given height: its content scrolls inside, beside a stage that sticks.
    Fixed,
    /// A frame as high as its content: nothing sticks, the host's page scrolls.
    Auto,
    /// One scene as a card of a given size: nothing scrolls.
    Card,
}

impl Layout {
    /// The value of `?layout=` and of the root's `data-layout`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fixed => "fixed",
            Self::Auto => "auto",
            Self::Card => "card",
        }
    }

    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Full, Self::Fixed, Self::Auto, Self::Card]
            .into_iter()
            .find(|layout| layout.word() == word)
    }

    /// How the story is read in it, by what the reader has chosen.
    pub const fn mode(self, chosen: Mode) -> Mode {
        match (self, chosen) {
            (Self::Card, _) | (Self::Auto, Mode::Scroll) => Mode::Steps,
            (_, chosen) => chosen,
        }
    }

    /// Whether it has room for one scene at a time only.
    pub const fn is_one_scene(self) -> bool {
        matches!(self, Self::Auto | Self::Card)
    }

    /// What the frame's address asks for.
    pub fn of_query(query: &str) -> Option<Self> {
        let query = query.strip_prefix('?').unwrap_or(query);
        Self::of_word(&super::value(query, "layout")?)
    }
}

/// What a frame that may be of a given height asks for to find out: more than WordPress ever gives,
/// and no more than a host that obeys can take back without a jolt.
const TRIAL: i32 = 1200;
/// A frame that is lower has no room for a stage that sticks.
const FIXED_LEAST: i32 = 320;
/// How many announcements a host may be behind.
const BEHIND: usize = 4;
/// Hosts add borders and padding to what was announced.
const BORDERS: i32 = 48;
/// Content that grows so soon after its frame grew does so because of it, ms.
const AT_ONCE: i32 = 500;
/// How often in a row it may do so without slowing down.
const RUNS: u8 = 5;

/// Follows the frame's and the content's size. Time is in milliseconds from any start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizing {
    layout: Layout,
    /// The layout was asked for by the address and stays.
    asked: bool,
    /// The host gives the frame the height that it asks for.
    obeys: bool,
    /// The frame's own size, as the host gives it.
    frame: (i32, i32),
    grown_at: Option<i32>,
    /// What was announced last, latest first; 0 is nothing.
    told: [i32; BEHIND],
    /// By how much the content had grown then.
    growth: i32,
    /// How often it has grown by no less than that because its frame had.
    runs: u8,
    /// What it had grown to when that became too often.
    refused: i32,
}

impl Sizing {
    /// In the layout that the page was laid out in at first.
    pub fn new(layout: Layout, asked: bool) -> Self {
        Self {
            layout,
            asked,
            obeys: false,
            frame: (0, 0),
            grown_at: None,
            told: [0; BEHIND],
            growth: 0,
            runs: 0,
            refused: 0,
        }
    }

    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// Whether the host gives the frame the height that it asks for, as far as is known.
    pub fn obeys(&self) -> bool {
        self.obeys
    }

    /// The host is known to give its frames the height they ask for.
    pub fn host_obeys(&mut self) {
        self.obeys = true;
        self.choose();
    }

    /// The host has given the frame a size.
    pub fn framed(&mut self, width: i32, height: i32, now: i32) {
        let before = self.frame;
        let (width, height) = (width.clamp(0, PX_MOST), height.clamp(0, PX_MOST));
        self.frame = (width, height);
        if width != before.0 {
            (self.runs, self.refused) = (0, 0);
        } else if height > before.1 {
            self.grown_at = Some(now);
        }
        let as_told = |told: &i32| *told > 0 && (0..=BORDERS).contains(&(height - told));
        self.obeys |= height != before.1 && self.told.iter().any(as_told);
        self.choose();
    }

    fn choose(&mut self) {
        let height = self.frame.1;
        if self.asked || matches!(self.layout, Layout::Full | Layout::Card) {
            return;
        }
        if self.obeys || (1..FIXED_LEAST).contains(&height) {
            self.layout = Layout::Auto;
        } else if height > 0 {
            self.layout = Layout::Fixed;
        }
    }

    /// The content has this height now; returns it if the host should be told.
    ///
    /// Not while the frame is hidden, not if nothing has changed, and not if content and frame drive
    /// each other up.
    pub fn measured(&mut self, content: i32, now: i32) -> Option<i32> {
        let silent = match self.layout {
            Layout::Full | Layout::Card => true,
            Layout::Fixed => self.asked,
            Layout::Auto => false,
        };
        // Whether the host would obey is found out by telling.
        let content = match self.layout {
            Layout::Fixed => content.min(TRIAL),
            _ => content,
        };
        if silent || self.frame.0 <= 0 || !(1..=PX_MOST).contains(&content) {
            return None;
        }
        let growth = content - self.told[0];
        if growth == 0 || content == self.refused {
            return None;
        }
        let at_once = self
            .grown_at
            .is_some_and(|at| (0..AT_ONCE).contains(&now.wrapping_sub(at)));
        if growth > 0 && at_once && self.growth > 0 && growth >= self.growth {
            if self.runs == RUNS {
                self.refused = content;
                return None;
            }
            self.runs += 1;
        } else {
            self.runs = 0;
        }
        self.refused = 0;
        self.growth = growth;
        self.told.rotate_right(1);
        self.told[0] = content;
        Some(content)
    }

    /// What the host has been told last, to tell it again.
    pub fn told(&self) -> Option<i32> {
        Some(self.told[0]).filter(|told| *told > 0)
    }
}
