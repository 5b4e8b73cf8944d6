//! Whose story it is: the actors, and what each holds towards the others and wants.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Cite, Edtf, Inline, Kind};

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub id: String,
    pub name: String,
    /// For narrow screens and captions; the name if left out.
    #[serde(default)]
    pub short: Option<String>,
    /// `main` actors have a toggle; `minor` ones are only named.
    pub role: Role,
    /// Main actors: whose eyes, as in "From Tokyo".
    #[serde(default)]
    pub capital: Option<String>,
    /// Main actors: the letter in the badge.
    #[serde(default)]
    pub letter: Option<String>,
    /// Main actors: the capital as a place, where its lines of sight begin on a map.
    #[serde(default)]
    pub seat: Option<String>,
    /// How the sources let this actor be heard.
    pub voice: Voice,
    /// What the voice rests on, a sentence.
    #[serde(default)]
    pub voice_note: Option<Inline>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Main,
    Minor,
}

/// How an actor is heard: `direct` (quoted), `reported` (through others), `none` (silent).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    Direct,
    Reported,
    None,
}

/// What one actor holds towards another from a date on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub actor: String,
    pub toward: String,
    pub since: Edtf,
    /// 2 leans on, 1 courts, 0 at arm's length, -1 wary of, -2 hostile to: the editor's coding.
    #[schemars(range(min = -2, max = 2))]
    pub level: i8,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// Something that one side wants: an interest, a fear, an offer or a limit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stake {
    /// For addresses; unique among the stakes.
    #[serde(default)]
    pub id: Option<String>,
    /// A main actor.
    pub actor: String,
    pub about: StakeKind,
    /// From when on the articles tell it.
    pub since: Edtf,
    /// Until when, where an article says that it changed.
    #[serde(default)]
    pub until: Option<Edtf>,
    /// In words that its holder would recognise.
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    /// The earliest day on which a reader of the articles could know it, where that is later than
    /// what it rests on: a wording with hindsight. Left out: as its cites say.
    #[serde(default)]
    pub known: Option<Edtf>,
}

/// `interest`: what it is after. `fear`: what it wants to avoid. `offer`: what it would give.
/// `limit`: what it will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StakeKind {
    Interest,
    Fear,
    Offer,
    Limit,
}
