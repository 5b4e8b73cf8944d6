//! What is read in a few minutes: the finding, the scenes with their beats and cards, the finale.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Aspect, Cite, Inline, Kind, Paragraph, Voice};

/// What the page says first: the finding.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// One to three short statements, shown large.
    pub finding: Paragraph,
    /// One or two sentences under it.
    pub lead: Inline,
}

/// A title and 80 to 120 words in one or two beats.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    pub id: String,
    /// With a verb; at most 70 characters.
    pub title: String,
    /// When it happens, in words; the date of its first beat's event if left out.
    #[serde(default)]
    pub date_label: Option<String>,
    pub beats: Vec<Beat>,
    /// Further events whose record belongs to this scene. Each event belongs to exactly one scene:
    /// as the event of a beat, or here.
    #[serde(default)]
    pub also: Vec<String>,
    /// A change in how one actor stands towards another, to be named under the text.
    #[serde(default)]
    pub shift: Option<Shift>,
    /// A disagreement to name under the text.
    #[serde(default)]
    pub disagreement: Option<String>,
    /// Former names of this scene in links.
    #[serde(default)]
    pub steps: Vec<String>,
}

/// A paragraph tied to one event, which drives the stage.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Beat {
    pub event: String,
    pub text: Paragraph,
    /// What the map shows; its first view if left out.
    #[serde(default)]
    pub view: Option<String>,
    /// One card at most for each main actor; one without a card is no part of this.
    pub cards: Vec<Card>,
}

/// What an actor's key raises: how it saw the event, in at most 45 words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// A main actor.
    pub actor: String,
    pub aspect: Aspect,
    /// Two to five words after the capital's name, as "fears a clash"; the aspect if left out.
    #[serde(default)]
    pub label: Option<String>,
    /// `direct`: in its own public words. `reported`: as others tell it. `none`: not quoted; the
    /// text then says what is not known, and needs no cite.
    pub voice: Voice,
    /// Who is quoted or who tells it; the first cited source if left out.
    #[serde(default)]
    pub speaker: Option<String>,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
}

/// How one actor stands towards another: its levels come from the positions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    pub actor: String,
    pub toward: String,
}

/// The last picture, and what is said beside it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finale {
    pub title: String,
    /// What its map shows; the first view if left out.
    #[serde(default)]
    pub view: Option<String>,
    pub text: Vec<Paragraph>,
}
