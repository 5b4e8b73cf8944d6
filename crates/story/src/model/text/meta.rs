//! What is said of the story as a whole, of its articles and of its actors.

use super::Inline;
use crate::date::Date;

#[derive(Debug, Clone, Copy)]
pub struct Meta {
    pub title: &'static str,
    pub dek: &'static str,
    pub language: &'static str,
    pub rtl: bool,
    pub published: Date,
    pub canonical: Option<&'static str>,
    pub author: Option<&'static str>,
    pub image: Option<&'static str>,
    pub corrections: &'static [Correction],
    pub method: &'static [&'static [Inline]],
    /// FNV-1a of the story's bytes, in hexadecimal: which version this page shows.
    pub version: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub struct Correction {
    pub date: Date,
    pub text: &'static [Inline],
}

#[derive(Debug, Clone, Copy)]
pub struct Source {
    pub id: &'static str,
    pub title: &'static str,
    /// How running text names it.
    pub short: &'static str,
    pub author: Option<&'static str>,
    pub publication: Option<&'static str>,
    pub url: Option<&'static str>,
    pub date: Date,
    pub date_inferred: bool,
    pub date_note: &'static str,
    pub vantage: &'static str,
    pub hears: &'static str,
    pub paragraphs: u16,
    pub unnumbered: &'static [&'static str],
}

#[derive(Debug, Clone, Copy)]
pub struct ActorText {
    pub voice_note: &'static [Inline],
}
