//! What people would rather look at than read: the curve, the voyage, the meetings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Cite, Edtf, Inline, Kind, Shift};

/// Pictures of what is easier to look at than to read.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Between whom the timeline's curve shows how close they stood.
    #[serde(default)]
    pub curve: Option<Shift>,
    /// Two sides' moves against each other, in order of time.
    #[serde(default)]
    pub voyage: Option<Voyage>,
    /// Meetings along the years, with the years that have none.
    #[serde(default)]
    pub meetings: Option<Meetings>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Voyage {
    pub title: String,
    #[serde(default)]
    pub note: Option<Inline>,
    pub stations: Vec<Station>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Station {
    pub actor: String,
    pub date_label: String,
    pub text: Inline,
    pub kind: Kind,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meetings {
    pub title: String,
    #[serde(default)]
    pub note: Option<Inline>,
    pub marks: Vec<Meeting>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub date: Edtf,
    pub label: String,
    pub kind: Kind,
    pub cites: Vec<Cite>,
    #[serde(default)]
    pub event: Option<String>,
}
