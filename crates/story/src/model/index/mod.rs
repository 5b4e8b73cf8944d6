//! The index: ids, dates, actors and levels, all that the logic in the browser needs. The page carries
//! it there; no sentence of the story is in it.

mod map;

use serde::Deserialize;
#[cfg(feature = "compile")]
use serde::Serialize;

use super::{ActorIx, BeatIx, EventIx, MAX_MAIN, SceneIx, SourceIx};
use crate::date::{Date, Day};
use crate::scale::Knot;
use crate::wire::list;

pub use map::{Globe, MAP_WIDTH, Map, MapLine, MapName, MapPlace, NameRole, Point, Room, View};

/// All that the logic in the browser needs.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Index {
    /// Main actors first, in the story's order: a main actor's index is its slot.
    #[serde(borrow, deserialize_with = "list")]
    pub actors: &'static [Actor],
    /// How many of `actors` are main.
    pub main: usize,
    /// Ordered by anchor, then date, then the story's order.
    #[serde(borrow, deserialize_with = "list")]
    pub events: &'static [Event],
    /// In reading order.
    #[serde(borrow, deserialize_with = "list")]
    pub scenes: &'static [Scene],
    /// In reading order, over all scenes.
    #[serde(borrow, deserialize_with = "list")]
    pub beats: &'static [Beat],
    /// Ordered by `since`.
    #[serde(borrow, deserialize_with = "list")]
    pub positions: &'static [Position],
    /// The days on which sources came out, each once, ascending; at least one.
    #[serde(borrow, deserialize_with = "list")]
    pub editions: &'static [Day],
    /// Ordered by the day on which they came out.
    #[serde(borrow, deserialize_with = "list")]
    pub articles: &'static [Article],
    /// The timeline's full scale (`meta.span`).
    pub span: Date,
    /// The time axis: days to positions, piecewise linear.
    #[serde(borrow, deserialize_with = "list")]
    pub knots: &'static [Knot],
    /// What the stage shows; an index made by hand may have none.
    pub map: Option<Map>,
    /// Between which two actors the timeline's curve shows how close they stood.
    pub curve: Option<(ActorIx, ActorIx)>,
    /// The words of the interface that the program says, in the order of [`crate::labels::LABELS`].
    #[serde(borrow, deserialize_with = "list")]
    pub labels: &'static [&'static str],
}

/// A source, as the timeline names it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Article {
    /// Its place in [`super::Text::sources`].
    pub source: SourceIx,
    pub short: &'static str,
    /// It is out on the last day of it.
    pub date: Date,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Actor {
    pub id: &'static str,
    pub name: &'static str,
    pub short: &'static str,
    /// Empty for a minor actor.
    pub capital: &'static str,
    /// Empty for a minor actor.
    pub letter: &'static str,
    /// How the sources as a whole let it be heard.
    pub voice: Voice,
    /// Where its lines of sight begin: an index into [`Map::places`].
    pub seat: Option<u16>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Event {
    pub id: &'static str,
    pub date: Date,
    /// Where the timeline stands for it.
    pub anchor: Day,
    /// The beat at which the story stands for it: its own, or the first of the scene it belongs to.
    pub beat: BeatIx,
    /// Its name on the map and the timeline.
    pub short: &'static str,
    /// An index into [`Map::places`].
    pub place: Option<u16>,
    /// From when on a reader of the articles could know of it.
    pub published_by: Day,
    /// How each main actor is heard on it, by slot, with all sources out.
    pub voices: [Voice; MAX_MAIN],
    /// The same by edition; the last row holds for all later editions too. See
    /// [`Self::voices_at`].
    #[serde(borrow, deserialize_with = "list")]
    pub voices_by: &'static [[Voice; MAX_MAIN]],
}

impl Event {
    /// How each main actor is heard, by slot, as a reader of the articles up to `edition` (an
    /// index into [`Index::editions`]) could tell.
    pub fn voices_at(&self, edition: usize) -> [Voice; MAX_MAIN] {
        let rows = self.voices_by;
        rows.get(edition)
            .or(rows.last())
            .copied()
            .unwrap_or(self.voices)
    }
}

/// A scene of the story: a stretch of beats.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Scene {
    pub id: &'static str,
    /// Its beats: from this one to before `end`.
    pub first: BeatIx,
    pub end: BeatIx,
    /// Former ids, from old links.
    #[serde(borrow, deserialize_with = "list")]
    pub former: &'static [&'static str],
}

/// A paragraph tied to one event, which drives the stage.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Beat {
    pub scene: SceneIx,
    pub event: EventIx,
    /// An index into [`Map::views`](crate::model::Map::views); 0 without a map.
    pub view: u8,
    /// How each main actor's card is heard, by slot.
    pub voices: [Voice; MAX_MAIN],
    /// Who is quoted or tells it, by slot; empty where nobody does.
    #[serde(borrow)]
    pub speakers: [&'static str; MAX_MAIN],
}

/// How an actor is heard on one event, or in one reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum Voice {
    /// A source quotes it.
    Direct,
    /// Through others.
    Reported,
    /// Involved, and no source here carries its view.
    Silent,
    /// Not among the event's actors, and nothing said of its view.
    Uninvolved,
}

/// What one actor holds towards another from a date on.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Position {
    pub actor: ActorIx,
    pub toward: ActorIx,
    pub since: Day,
    /// From when on a reader of the articles could know of it.
    pub published_by: Day,
    /// 2 leans on, 1 courts, 0 at arm's length, -1 wary of, -2 hostile to.
    pub level: i8,
}
