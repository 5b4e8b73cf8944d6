//! Search over the page's own words: what is found, and what of it is shown.
//!
//! Case, accents and the kind of apostrophes do not count. In alphabets that have capitals every word
//! asked for must begin a word of the text; where letters have no case, as in Japanese, it may stand
//! anywhere, because such scripts do not part their words, or write small words onto longer ones.

/// Writes a letter out and in capitals, as Unicode has it: `ﬁ` as `FI`, `ß` as `SS`, `ς` as `Σ`, and
/// `é` as an `E` with its accent following. The browser knows how, so the program needs no table.
pub type Spell<'a> = &'a mut dyn FnMut(char) -> String;

/// A sign of the text as it counts, and from where to where it is written, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sign {
    is: char,
    start: usize,
    end: usize,
}

/// A text, ready to be searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded(Vec<Sign>);

pub fn fold(text: &str, spell: Spell) -> Folded {
    let mut signs: Vec<Sign> = Vec::with_capacity(text.len());
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        if letter.is_ascii() {
            if letter != '\'' {
                let is = letter.to_ascii_uppercase();
                signs.push(Sign { is, start, end });
            }
        } else if is_accent(letter) {
            // It belongs to what it stands on.
            for on in signs.iter_mut().rev().take_while(|on| on.end == start) {
                on.end = end;
            }
        } else if !is_nothing(letter) {
            let written = spell(letter);
            let counts = |is: &char| !is_accent(*is) && !is_nothing(*is);
            signs.extend(
                written
                    .chars()
                    .filter(counts)
                    .map(|is| Sign { is, start, end }),
            );
        }
    }
    Folded(signs)
}

/// Marks on letters that change how a letter sounds and not which it is: Latin, Greek and Cyrillic
/// accents, Hebrew points, Arabic vowels. Not the vowels of Indian scripts, nor what makes a Japanese
/// `か` a `が`.
fn is_accent(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// What is within words without being part of them: apostrophes, soft hyphens, signs of no width.
fn is_nothing(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{2bc}' | '\u{2019}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// What stands between the words of a question.
fn parts(sign: char) -> bool {
    let is_mark = matches!(sign,
        '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{206f}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}');
    sign.is_whitespace() || sign.is_ascii_punctuation() || is_mark
}

/// Whether a sign goes on with the word before it, if that ends in one of the kind.
fn joins(sign: char) -> bool {
    sign.is_uppercase() || sign.is_ascii_digit()
}

/// What is asked for: words, each folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query(Vec<Vec<char>>);

impl Query {
    pub fn new(text: &str, spell: Spell) -> Self {
        let Folded(signs) = fold(text, spell);
        let words = signs.split(|sign| parts(sign.is));
        let words = words.filter(|word| !word.is_empty());
        Self(
            words
                .map(|word| word.iter().map(|s| s.is).collect())
                .collect(),
        )
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the text has every word asked for.
    pub fn finds(&self, text: &Folded) -> bool {
        self.0.iter().all(|word| find(text, word, 0).is_some())
    }

    /// Whether a text under a title has some of the words asked for, and the title the others.
    pub fn finds_under(&self, title: &Folded, text: &Folded) -> bool {
        let is_in = |text: &Folded, word: &Vec<char>| find(text, word, 0).is_some();
        let mut words = self.0.iter();
        words.all(|word| is_in(text, word) || is_in(title, word))
            && self.0.iter().any(|word| is_in(text, word))
    }
}

/// Where `word` stands in the text, at or after `from`.
fn find(Folded(text): &Folded, word: &[char], from: usize) -> Option<usize> {
    let last = (text.len() + 1).checked_sub(word.len())?;
    // What makes a `か` a `が` is a sign of its own behind it.
    let is_whole =
        |next: Option<&Sign>| next.is_none_or(|s| !matches!(s.is, '\u{3099}' | '\u{309a}'));
    (from..last).find(|&at| {
        let begins = at == 0 || !(joins(text[at].is) && joins(text[at - 1].is));
        let is_same = word.iter().zip(&text[at..]).all(|(a, b)| *a == b.is);
        begins && is_same && is_whole(text.get(at + word.len()))
    })
}

/// A stretch of a text, in bytes, and whether it is a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub start: usize,
    pub end: usize,
    pub is_marked: bool,
}

/// How many signs stand before the first match, and how many are shown in all, more or less: whole
/// words, where words are parted.
const BEFORE: usize = 40;
const SHOWN: usize = 150;

/// The part of a text of `length` bytes around its first match, in pieces one after the other; from
/// the beginning if nothing matches.
pub fn snippet(query: &Query, text: &Folded, length: usize) -> Vec<Piece> {
    let signs = &text.0;
    let matches = marks(query, text);
    let first = matches.first().map_or(0, |m| m.0);
    let near = first.saturating_sub(BEFORE);
    let is_space = |at: &usize| signs[*at].is == ' ';
    let start = match near {
        0 => 0,
        // On to the beginning of a word.
        near => (near..first).find(|at| is_space(&(at - 1))).unwrap_or(near),
    };
    let near = start + SHOWN;
    let end = match near < signs.len() {
        true => (near..signs.len().min(near + BEFORE))
            .find(is_space)
            .unwrap_or(near),
        false => signs.len(),
    };
    let start = signs
        .get(start)
        .filter(|_| start > 0)
        .map_or(0, |s| s.start);
    let end = signs.get(end).map_or(length, |s| s.start);
    pieces(signs, &matches, start, end)
}

/// All of a text of `length` bytes, in pieces one after the other.
pub fn whole(query: &Query, text: &Folded, length: usize) -> Vec<Piece> {
    pieces(&text.0, &marks(query, text), 0, length)
}

fn pieces(signs: &[Sign], matches: &[(usize, usize)], start: usize, end: usize) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = start;
    let mut push = |start: usize, end: usize, is_marked: bool| {
        if start < end {
            out.push(Piece {
                start,
                end,
                is_marked,
            });
        }
    };
    for (from, to) in matches {
        let (from, to) = (signs[*from].start.max(at), signs[to - 1].end.min(end));
        if from < to {
            push(at, from, false);
            push(from, to, true);
            at = to;
        }
    }
    push(at, end, false);
    out
}

/// Every match, in signs, in order, none within another.
fn marks(query: &Query, text: &Folded) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    loop {
        let found = query.0.iter().filter_map(|word| {
            let at = find(text, word, from)?;
            Some((at, at + word.len()))
        });
        // Of two at one place, the longer.
        let Some(next) = found.min_by_key(|(at, end)| (*at, usize::MAX - end)) else {
            return out;
        };
        out.push(next);
        from = next.1;
    }
}
