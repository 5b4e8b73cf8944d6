//! What happened, what it meant to whom, and what is doubtful about it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Basis, Cite, Edtf, Inline, Kind, Paragraph, Voice};

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: String,
    /// Plain text, at most 70 characters.
    pub title: String,
    /// Its name on the map and the timeline, at most 24 characters; the title if left out.
    #[serde(default)]
    pub short: Option<String>,
    pub date: Edtf,
    /// Whether the article states the date or the editor worked it out.
    pub date_basis: Basis,
    #[serde(default)]
    pub date_note: Option<Inline>,
    /// The date in words, where an article words it better than the calendar: "summer 2012".
    #[serde(default)]
    pub date_label: Option<String>,
    /// A day or month within the date at which the timeline stands for this event and by which
    /// events are ordered. Never shown as a date. Left out: the middle of the date.
    #[serde(default)]
    pub anchor: Option<Edtf>,
    /// `happened` or `planned`: expected in a source, and not told there as having happened.
    #[serde(default)]
    pub status: Status,
    pub theme: Theme,
    pub actors: Vec<String>,
    #[serde(default)]
    pub place: Option<String>,
    pub summary: Paragraph,
    /// What it means to those of whom the sources say something.
    #[serde(default)]
    pub readings: Vec<Reading>,
    /// What the sources dispute here, beyond what the story's disagreements name the event for.
    #[serde(default)]
    pub disputed: Vec<Dispute>,
    #[serde(default)]
    pub doubts: Vec<Doubt>,
    /// The earliest day on which a reader of the articles could know title, date and summary,
    /// where that is later than what the summary rests on: a wording with hindsight.
    #[serde(default)]
    pub known: Option<Edtf>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    #[default]
    Happened,
    Planned,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    Diplomacy,
    Security,
    Territory,
    Economy,
    Energy,
    GreatPower,
}

/// What one event or passage means to one actor.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// A main actor.
    pub actor: String,
    pub aspect: Aspect,
    /// `direct`: a source quotes this actor. `reported`: told by others. `none`: explicit silence;
    /// it needs no cite.
    pub voice: Voice,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// What a reading tells of its actor. `advised` is what writers advise it: never its own view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    Saw,
    Fears,
    Wants,
    Offers,
    Says,
    Advised,
}

/// What is in dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dispute {
    Fact,
    Motive,
    Significance,
}

/// Something about an event that should not be taken at face value.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// For `[words](doubt:id)`; unique in the story.
    pub id: String,
    pub text: Inline,
    pub kind: Kind,
    /// May be empty where the doubt rests on nothing in the articles.
    #[serde(default)]
    pub cites: Vec<Cite>,
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
}
