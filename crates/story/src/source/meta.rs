//! What the author says of the story as a whole, and which articles it rests on.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Edtf, Inline};

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    pub title: String,
    /// One or two sentences under the title.
    pub dek: String,
    /// BCP 47 tag of the story's language.
    pub language: String,
    #[serde(default)]
    pub direction: Direction,
    /// When this explainer was published.
    pub published: Edtf,
    /// Where the full page lives, an absolute https address.
    #[serde(default)]
    pub canonical: Option<String>,
    /// Who made this explainer, as citations of it name them.
    #[serde(default)]
    pub author: Option<String>,
    /// A picture for link previews, an absolute https address. The page itself never asks for it.
    #[serde(default)]
    pub image: Option<String>,
    /// The timeline's full scale, as an EDTF range; what lies before it is squeezed behind a break.
    pub span: Edtf,
    /// Changes made after publication, newest first.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// How the articles were read: shown beside the list of sources.
    #[serde(default)]
    pub method: Vec<Inline>,
    /// The interface's own words, where they should differ from the English defaults
    /// (`crates/story/src/labels.rs` lists the keys).
    #[serde(default)]
    pub labels: std::collections::BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    pub date: Edtf,
    pub text: Inline,
}

/// An article the story rests on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: String,
    /// How running text names it, as "Mankoff" or "the 2016 essay"; its author or title if left out.
    #[serde(default)]
    pub short: Option<String>,
    /// Left out where the copy at hand does not say.
    #[serde(default)]
    pub author: Option<String>,
    #[serde(default)]
    pub publication: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    pub date: Edtf,
    /// `stated` in the article, or `inferred` by the editor.
    pub date_basis: Basis,
    /// How the date was worked out, or where it is printed.
    pub date_note: String,
    /// Where the author stands: trade, place, purpose.
    pub vantage: String,
    /// Whose voices the article carries.
    pub hears: String,
    /// How many paragraphs it has; a cite may not name a later one.
    pub paragraphs: u16,
    /// Labels of citable parts without a number, as `caption`.
    #[serde(default)]
    pub unnumbered: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    Stated,
    Inferred,
}
