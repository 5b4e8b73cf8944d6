//! In a host's page: what a frame hears from its host, what it says, and how it is laid out.
//!
//! Hosts speak many dialects, and none of them is trusted. What they send is read here into an
//! [`Ask`] or thrown away; nothing else of a message goes on into the program. What is said is
//! written here too, so that `page::frame` only carries it over. All lengths are whole CSS pixels.

mod hear;
mod say;
mod size;

pub use hear::{Ask, Field, Theme, resizer_json};
pub use say::{OWN, RESIZER_READY, Say, Value, choice, link, ready, scene};
pub use size::{Layout, Sizing};

/// No text of a host longer than this is looked at, in UTF-16 units: every known message fits.
pub const TEXT_MOST: u32 = 2048;
/// No name that a host gives to the frame is longer, in bytes.
const NAME_MOST: usize = 100;
/// No page is longer, and no place in one is further down.
pub const PX_MOST: i32 = 4_000_000;

/// What is known of the host: the names it has given us in its dialects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Host {
    /// pym.js: the address's `childId`.
    pym: Option<String>,
    /// iframe-resizer: the first field of its greeting.
    resizer: Option<String>,
    /// The greeting has not been answered by a first size yet.
    resizer_waits: bool,
    /// WordPress: the secret of the address's fragment, or of its greeting.
    secret: Option<String>,
    /// newswire's frames: it has asked for the height.
    newswire: bool,
    /// It has greeted us in our own interface, and is told what happens.
    listens: bool,
}

impl Host {
    /// What the frame's own address tells: its query (with or without `?`) and its fragment (with
    /// or without `#`).
    pub fn of_address(query: &str, fragment: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let fragment = fragment.strip_prefix('?').unwrap_or(fragment);
        Self {
            pym: value(query, "childId").filter(|id| is_name(id)),
            secret: value(fragment, "secret").filter(|secret| is_secret(secret)),
            ..Self::default()
        }
    }

    /// Whether the host wants to be told what the reader does.
    pub fn listens(&self) -> bool {
        self.listens
    }

    /// Whether the host is known to give its frames the height they ask for. WordPress is not: it
    /// gives no more than 1000 px.
    pub fn resizes(&self) -> bool {
        self.pym.is_some() || self.resizer.is_some() || self.newswire
    }
}

/// The value of a key in a query or fragment, its percent-encoding undone.
pub fn value(pairs: &str, key: &str) -> Option<String> {
    for pair in pairs.split('&') {
        if let Some((word, value)) = pair.split_once('=')
            && word == key
        {
            let decoded = percent_encoding::percent_decode_str(value);
            return decoded.decode_utf8().ok().map(|value| value.into_owned());
        }
    }
    None
}

/// A name goes back to the host as it came, so it must not change what is said around it.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= NAME_MOST && !text.chars().any(|c| c.is_control() || c == ':')
}

fn is_secret(text: &str) -> bool {
    is_name(text) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}
