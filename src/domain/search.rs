//! Search over the page's own words: what is found, in which order, and what of it is shown.
//!
//! Every word asked for must begin a word of the text. Case, accents and the kind of quotes and
//! dashes do not count.

/// A text, ready to be searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded(Vec<u8>);

/// Folds a text, sign by sign: position `i` of what comes out stands for its `i`-th `char`. Signs
/// outside the alphabets known here keep one byte of their own, so that they are told apart
/// roughly: a search may then find too much, never too little.
pub fn fold(text: &str) -> Folded {
    Folded(text.chars().map(fold_sign).collect())
}

/// Base letters of U+00C0 to U+017F, Latin-1 and Latin Extended-A.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll\
lnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// From here on bytes stand for letters of other alphabets, or for signs without one.
const OTHER: u8 = 0x80;

fn fold_sign(sign: char) -> u8 {
    let code = sign as u32;
    match code {
        0..0x80 => (code as u8).to_ascii_lowercase(),
        0xC0..0x180 => LATIN[code as usize - 0xC0],
        // Cyrillic, capitals and small letters alike.
        0x410..0x450 => OTHER | (code as u8 & 0x1F),
        0x2018..=0x201A => b'\'',
        0x201C..0x201F | 0xAB | 0xBB => b'"',
        0x2010..0x2016 => b'-',
        0xA0 | 0x2009 | 0x202F => b' ',
        _ => OTHER | 0x40 | (code as u8 & 0x3F),
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= OTHER
}

/// What is asked for: words, each folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<Vec<u8>>,
}

impl Query {
    /// Signs that are no letters part words, at its ends and within.
    pub fn new(text: &str) -> Self {
        let Folded(text) = fold(text);
        let mut words = Vec::new();
        for word in text.split(|byte| !is_letter(*byte)) {
            if !word.is_empty() {
                words.push(word.to_vec());
            }
        }
        Self { words }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the text has every word asked for.
    pub fn finds(&self, text: &Folded) -> bool {
        self.words.iter().all(|word| find(text, word, 0).is_some())
    }
}

/// Where a word of the text begins with `word`, at or after `from`.
fn find(text: &Folded, word: &[u8], from: usize) -> Option<usize> {
    let text = &text.0;
    (from..text.len()).find(|&at| {
        text[at] == word[0] && (at == 0 || !is_letter(text[at - 1])) && text[at..].starts_with(word)
    })
}

/// A stretch of a text, in `char`s, and whether it is a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub start: usize,
    pub end: usize,
    pub marked: bool,
}

/// How many signs stand before the first match, and how many are shown in all, more or less: whole
/// words.
const BEFORE: usize = 40;
const SHOWN: usize = 150;

/// The part of a text around its first match, in pieces one after the other; from the beginning if
/// nothing matches.
pub fn snippet(query: &Query, text: &Folded) -> Vec<Piece> {
    let length = text.0.len();
    let matches = marks(query, text);
    let first = matches.first().map_or(0, |m| m.0);
    let start = match first.saturating_sub(BEFORE) {
        0 => 0,
        // On to the beginning of a word.
        near => (near..first)
            .find(|&at| text.0[at - 1] == b' ')
            .unwrap_or(first),
    };
    let end = match (start + SHOWN).min(length) {
        end if end == length => length,
        near => (near..length)
            .find(|&at| text.0[at] == b' ')
            .unwrap_or(length),
    };
    let mut pieces = Vec::new();
    let mut at = start;
    for (from, to) in matches {
        if to > end {
            break;
        }
        if at < from {
            pieces.push(Piece {
                start: at,
                end: from,
                marked: false,
            });
        }
        pieces.push(Piece {
            start: from,
            end: to,
            marked: true,
        });
        at = to;
    }
    if at < end {
        pieces.push(Piece {
            start: at,
            end,
            marked: false,
        });
    }
    pieces
}

/// Every match, in order, none within another.
fn marks(query: &Query, text: &Folded) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    loop {
        // The next match of any word; of two at one place, the longer.
        let mut next: Option<(usize, usize)> = None;
        for word in &query.words {
            if let Some(at) = find(text, word, from) {
                let found = (at, at + word.len());
                let better =
                    next.is_none_or(|n| found.0 < n.0 || (found.0 == n.0 && found.1 > n.1));
                if better {
                    next = Some(found);
                }
            }
        }
        let Some(found) = next else { return out };
        out.push(found);
        from = found.1;
    }
}
