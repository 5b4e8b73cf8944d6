//! What else the record keeps: where the sources part ways, what none says, people, terms and notes.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Cite, Dispute, Edtf, Inline, Kind, Statement};

/// Two or more sources that cannot all be right, or that weigh the same thing differently.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    pub id: String,
    /// Plain text: what they disagree about.
    pub topic: String,
    pub about: Dispute,
    /// Events beside which it is shown; the first one carries it in full.
    #[serde(default)]
    pub events: Vec<String>,
    pub sides: Vec<Statement>,
    /// How this story deals with it.
    pub handling: Inline,
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what its sides rest on: a wording with hindsight.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// What no source says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    pub id: String,
    pub title: String,
    pub text: Inline,
    #[serde(default)]
    pub actors: Vec<String>,
    /// The earliest day on which a reader of the articles could miss it. Left out: when the last
    /// of them is out.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// Someone who is named in the story.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    pub name: String,
    /// In a few words.
    pub role: String,
    /// Whose side the person speaks or acts for, if anybody's.
    #[serde(default)]
    pub actor: Option<String>,
    #[serde(default)]
    pub text: Option<Inline>,
    pub kind: Kind,
    /// May be empty for what is general knowledge and not from the articles: an inference.
    pub cites: Vec<Cite>,
}

/// A term that readers may not know.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: String,
    pub term: String,
    pub text: Inline,
    pub kind: Kind,
    /// Empty where it is from outside the articles.
    pub cites: Vec<Cite>,
    /// Whether it is general knowledge and not from the articles: marked as such.
    #[serde(default)]
    pub outside: bool,
}

/// An editor's note that is not from the articles, and is marked as such.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub id: String,
    pub title: String,
    pub text: Vec<Inline>,
    /// Always true: notes are from outside the articles.
    pub outside: bool,
}
