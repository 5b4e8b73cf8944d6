//! One event through every pair of eyes: what stands in the matrix of actors and aspects and what
//! kind of silence where nothing does, and the order and the filter of the table of all events.

use super::choice::Choice;
use super::date::Day;
use super::{known, order};
use crate::story::model::{EventIx, Heard, Index, MAX_MAIN};

/// How many aspects there are, and so rows of the matrix; in the order of
/// [`crate::story::model::Aspect`].
pub const ASPECTS: usize = 5;

/// The row of what an actor says aloud, the last.
const SAYS: usize = ASPECTS - 1;

/// Why an actor has nothing to show in a place of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// Involved, or heard in another row; these sources tell nothing here.
    NoStatement,
    /// Not among the event's actors.
    Uninvolved,
    /// Of what it says: others tell its view, and no words of its own are reported.
    OnlyThroughOthers,
}

/// What stands in one place of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// At least one reading, or a silence that the story words itself.
    Told,
    /// One silence over so many rows, counted from here.
    Silent(Silence, u8),
    /// Part of the silence above.
    Covered,
}

/// An actor's column: what stands in each row, given how the actor is heard on the event and which
/// rows have something to tell, one bit each from the first row on.
pub fn column(voice: Heard, told: u8) -> [Cell; ASPECTS] {
    let mut cells = [Cell::Told; ASPECTS];
    let mut open: Option<(usize, Silence)> = None;
    for row in 0..ASPECTS {
        if told & (1 << row) != 0 {
            open = None;
            continue;
        }
        let kind = silence(voice, row);
        cells[row] = match open {
            Some((first, same)) if same == kind => {
                cells[first] = Cell::Silent(kind, (row - first + 1) as u8);
                Cell::Covered
            }
            _ => {
                open = Some((row, kind));
                Cell::Silent(kind, 1)
            }
        };
    }
    cells
}

fn silence(voice: Heard, row: usize) -> Silence {
    match voice {
        Heard::Uninvolved => Silence::Uninvolved,
        Heard::Reported if row == SAYS => Silence::OnlyThroughOthers,
        _ => Silence::NoStatement,
    }
}

/// What the table of all events is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Date,
    Theme,
    /// How many of the main actors are heard.
    Heard,
}

impl Sort {
    /// From the value of its button.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "date" => Some(Self::Date),
            "theme" => Some(Self::Theme),
            "heard" => Some(Self::Heard),
            _ => None,
        }
    }

    /// Whether its first use puts the greatest first: who is heard most is what one asks for.
    pub fn begins_descending(self) -> bool {
        self == Self::Heard
    }
}

/// The events in the table's order, as far as can be known within the `horizon`. `theme` gives the
/// rank of an event's theme.
///
/// Events of the same rank stay in the order of time, whichever way the ranks run.
pub fn sorted(
    index: &Index,
    sort: Sort,
    descending: bool,
    horizon: Day,
    theme: &dyn Fn(EventIx) -> u16,
) -> Vec<EventIx> {
    let all = 0..index.events.len() as EventIx;
    if sort == Sort::Date {
        return if descending {
            all.rev().collect()
        } else {
            all.collect()
        };
    }
    let rank = |event: EventIx| match sort {
        Sort::Heard => heard(&known::voices(index, event, horizon)),
        _ => theme(event),
    };
    // There are few ranks: one pass for each that occurs needs no sorting.
    let mut order = Vec::new();
    let mut last: Option<u16> = None;
    loop {
        let mut next: Option<u16> = None;
        for event in all.clone() {
            let rank = rank(event);
            let ahead = last.is_none_or(|last| if descending { rank < last } else { rank > last });
            let nearer = next.is_none_or(|next| if descending { rank > next } else { rank < next });
            if ahead && nearer {
                next = Some(rank);
            }
        }
        let Some(rank_now) = next else { return order };
        order.extend(all.clone().filter(|e| rank(*e) == rank_now));
        last = next;
    }
}

/// How many actors are heard, in their own words or through others.
pub fn heard(voices: &[Heard; MAX_MAIN]) -> u16 {
    let heard = |voice: &&Heard| matches!(voice, Heard::Direct | Heard::Reported);
    voices.iter().filter(heard).count() as u16
}

/// Whether the table shows an event whose sources differ on `disputed`, where the reader asks for
/// those that differ on `asked`; both with a bit for fact, motive and significance. Who asks for
/// nothing sees all.
pub fn differs(disputed: u16, asked: u16) -> bool {
    asked == 0 || disputed & asked != 0
}

impl Choice {
    /// The event that is compared: the pinned one, unless it lies behind the horizon, else the one at
    /// hand, else the last one up to the moment, else the first. None only where no event is known.
    pub fn compared(&self, index: &Index) -> Option<EventIx> {
        let horizon = self.horizon();
        self.pin
            .filter(|pin| known::event(index, *pin, horizon))
            .or(self.event)
            .or_else(|| order::current(index, self.moment, horizon))
            .or_else(|| nearest(index, 0, true, horizon))
    }

    /// With an event pinned for comparison, or none.
    pub fn with_pin(self, index: &Index, pin: Option<EventIx>) -> Self {
        let pin = pin.filter(|e| (*e as usize) < index.events.len());
        Self { pin, ..self }
    }

    /// With the pin moved along the events to `to`, or to the next one beyond it that is known; not at
    /// all where there is none.
    pub fn slide_pin(self, index: &Index, to: EventIx) -> Self {
        let forward = self.compared(index).is_none_or(|from| to >= from);
        match nearest(index, to, forward, self.horizon()) {
            None => self,
            pin => Self { pin, ..self },
        }
    }
}

/// The event itself if it is known within the horizon, else the first one from it on, or back from
/// it, that is.
fn nearest(index: &Index, from: EventIx, forward: bool, horizon: Day) -> Option<EventIx> {
    let mut at = from;
    loop {
        if at as usize >= index.events.len() {
            return None;
        }
        if known::event(index, at, horizon) {
            return Some(at);
        }
        at = match forward {
            true => at.checked_add(1)?,
            false => at.checked_sub(1)?,
        };
    }
}

/// A year on the register: the first column of an event of that year, and whether there is room for
/// its number since the last one that has it.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearMark {
    pub column: usize,
    pub year: i32,
    /// From when on an event of this year could be known.
    pub known: Day,
    pub labelled: bool,
}

/// The years along the register, `room` columns being wide enough for a number. Years that are
/// marked without a number can be told from the neighbours'.
#[cfg(not(target_arch = "wasm32"))]
pub fn years(index: &Index, room: usize) -> Vec<YearMark> {
    let year = |i: usize| index.events[i].anchor.ymd().0;
    let mut marks: Vec<YearMark> = Vec::new();
    let mut free = 0;
    for column in 0..index.events.len() {
        let known = index.events[column].known;
        if let Some(last) = marks.last_mut().filter(|m| m.year == year(column)) {
            last.known = last.known.min(known);
            continue;
        }
        let labelled = column >= free;
        if labelled {
            free = column + room;
        }
        marks.push(YearMark {
            column,
            year: year(column),
            known,
            labelled,
        });
    }
    marks
}
