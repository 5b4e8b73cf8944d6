//! From which day on a reader of the articles could know what the story says.
//!
//! A statement can be known once all the sources it cites are out; where its wording knows better,
//! the author says from when on by `known`. The checks and the resolver share these rules, so a
//! day is `None` where something in a story not yet checked cannot be read; in a checked story
//! every day is there.

use super::source::{
    Border, Cite, Disagreement, Doubt, Edtf, Event, Gap, Position, Reading, Source, Stake,
    Statement, Story, Voice,
};
use crate::date::{Date, Day};

/// The story, with the days on which its sources came out.
pub struct Editions<'a> {
    story: &'a Story,
    /// By source: the last day of its date.
    published: Vec<Option<Day>>,
}

impl<'a> Editions<'a> {
    pub fn of(story: &'a Story) -> Self {
        let published = |source: &Source| Some(Date::parse(&source.date).ok()?.end);
        Self {
            story,
            published: story.sources.iter().map(published).collect(),
        }
    }

    /// Each day on which a source came out, once, in the order of time.
    pub fn days(&self) -> Vec<Day> {
        let mut days: Vec<Day> = self.published.iter().copied().flatten().collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// When the last source is out.
    fn last(&self) -> Option<Day> {
        latest(self.published.iter().copied())
    }

    /// When all the sources are out that these cites name. A statement without a cite is refused
    /// elsewhere, but for those below.
    pub fn cites(&self, cites: &[Cite]) -> Option<Day> {
        latest(cites.iter().map(|cite| {
            let (id, _) = cite.split_once(':')?;
            let source = self.story.sources.iter().position(|s| s.id == id)?;
            self.published[source]
        }))
    }

    /// What rests on no source is known when the last one is out.
    pub fn cites_or_last(&self, cites: &[Cite]) -> Option<Day> {
        if cites.is_empty() {
            self.last()
        } else {
            self.cites(cites)
        }
    }

    /// Silence needs no cite.
    pub fn reading(&self, reading: &Reading) -> Option<Day> {
        match reading.voice {
            Voice::None => self.cites_or_last(&reading.cites),
            Voice::Direct | Voice::Reported => self.cites(&reading.cites),
        }
    }

    pub fn doubt(&self, doubt: &Doubt) -> Option<Day> {
        self.cites_or_last(&doubt.cites)
    }

    /// A line that rests on general knowledge needs no cite.
    pub fn border(&self, border: &Border) -> Option<Day> {
        self.cites_or_last(&border.cites)
    }

    /// Title, date and the mark on the timeline: with the first statement of the summary, and not
    /// before the event.
    pub fn event(&self, event: &Event) -> Option<Day> {
        let told = self.first(&event.summary)?;
        Some(told.max(begin(&event.date)?))
    }

    /// Not before the day from which it holds.
    pub fn position(&self, position: &Position) -> Option<Day> {
        Some(self.cites(&position.cites)?.max(begin(&position.since)?))
    }

    /// Not before the day from which it holds.
    pub fn stake(&self, stake: &Stake) -> Option<Day> {
        Some(self.cites(&stake.cites)?.max(begin(&stake.since)?))
    }

    /// When every side has been told.
    pub fn disagreement(&self, disagreement: &Disagreement) -> Option<Day> {
        latest(
            disagreement
                .sides
                .iter()
                .map(|side| self.cites(&side.cites)),
        )
    }

    /// What no source says shows when the last one is out, unless the author knows better.
    pub fn gap(&self, gap: &Gap) -> Option<Day> {
        match &gap.known {
            Some(known) => end(known),
            None => self.last(),
        }
    }

    fn first<'s>(&self, text: impl IntoIterator<Item = &'s Statement>) -> Option<Day> {
        earliest(
            text.into_iter()
                .map(|statement| self.cites(&statement.cites)),
        )
    }
}

/// The day that follows from the cites, or the author's where that is later.
pub fn or_later(derived: Option<Day>, known: &Option<Edtf>) -> Option<Day> {
    match known {
        Some(known) => Some(derived?.max(end(known)?)),
        None => derived,
    }
}

fn begin(edtf: &str) -> Option<Day> {
    Some(Date::parse(edtf).ok()?.start)
}

/// The last day of a date that may be written coarsely.
pub fn end(edtf: &str) -> Option<Day> {
    Some(Date::parse(edtf).ok()?.end)
}

/// None where there are no days, or one cannot be told.
fn latest(days: impl Iterator<Item = Option<Day>>) -> Option<Day> {
    days.collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// None where there are no days, or one cannot be told.
fn earliest(days: impl Iterator<Item = Option<Day>>) -> Option<Day> {
    days.collect::<Option<Vec<_>>>()?.into_iter().min()
}
