//! The inline markup of [`super::source::Inline`]: a small part of Markdown, and references.
//!
//! Whatever is not understood is a fault and not a guess, because a reader would see the guess.
//! A backslash makes the next sign plain: `\*`, `\[`, `\<`.

mod parser;

pub use parser::parse;

/// What a reference points at, by the word before its colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    Place,
    Actor,
    Event,
    Source,
    Doubt,
    /// One of the editor's notes.
    Note,
    Lang,
}

impl Scheme {
    /// Every scheme with its word.
    pub const ALL: [(&str, Scheme); 7] = [
        ("place", Scheme::Place),
        ("actor", Scheme::Actor),
        ("event", Scheme::Event),
        ("source", Scheme::Source),
        ("doubt", Scheme::Doubt),
        ("note", Scheme::Note),
        ("lang", Scheme::Lang),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// A piece of running text, with ids as the author wrote them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Text(String),
    Emphasis(Vec<Node>),
    Strong(Vec<Node>),
    Reference {
        scheme: Scheme,
        id: String,
        words: Vec<Node>,
        /// Where its target begins, in bytes.
        offset: usize,
    },
}

/// Something malformed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// In bytes, from the text's beginning.
    pub offset: usize,
    pub message: String,
    pub hint: String,
}

/// What could be read, and what could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    pub nodes: Vec<Node>,
    pub faults: Vec<Fault>,
}

/// Why a character may not stand in a story at all, if so.
pub fn forbidden(c: char) -> Option<&'static str> {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("changes the writing direction"),
        '\u{FEFF}' => Some("is a byte order mark"),
        '\u{FFFD}' => Some("stands for text lost in conversion"),
        c if c.is_control() => Some("is a control character"),
        _ => None,
    }
}

/// Ids are lower-case slugs, because they stand in links.
pub fn is_slug(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !id.is_empty() && !id.starts_with('-') && !id.ends_with('-') && id.bytes().all(plain)
}

/// Whether `tag` has the form of a BCP 47 language tag, as `en-GB` or `ja-Latn`.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |p: &str| p.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = |p: &str| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=8).contains(&first.len()) && letters(first) && parts.all(rest)
}
