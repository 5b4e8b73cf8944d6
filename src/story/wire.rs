//! The index on its way to the browser: the prerender writes it into the page, the program reads it
//! when it wakes. So the program is the same for every story, and does not grow with one.
//!
//! A list of words, each ended by a comma: whole numbers and texts, field by field in the order of
//! the lists below, a list preceded by its length. A comma, a tilde and a less-than sign within a
//! text are written `~c`, `~~` and `~l`, so that nothing in it can end the element it stands in.

use super::model::{
    Actor, Event, Globe, Heard, Index, MAX_MAIN, Map, MapLine, MapName, MapPlace, NameRole, Point,
    Position, Room, Step, View,
};
use crate::domain::date::{Date, Day, Precision};
use crate::domain::scale::Knot;

/// Stands at the end: whatever was cut short or written by another version lacks it.
const END: i64 = 20_131_102;

/// The index as text.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(index: &Index) -> String {
    let mut out = String::new();
    index.put(&mut out);
    END.put(&mut out);
    out
}

/// Reads what [`write()`] wrote, for as long as the page lives; none if it is not whole.
pub fn read(text: &'static str) -> Option<Index> {
    let mut words = Words(text);
    let index = Index::get(&mut words);
    (i64::get(&mut words) == END).then_some(index)
}

/// What has not been read yet.
struct Words(&'static str);

impl Words {
    fn next(&mut self) -> &'static str {
        let end = self.0.bytes().position(|b| b == b',');
        let end = end.unwrap_or(self.0.len());
        let word = &self.0[..end];
        self.0 = self.0.get(end + 1..).unwrap_or("");
        word
    }
}

trait Wire: Sized {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String);
    /// Whatever stands there: [`read`] finds out at the end that it was something else.
    fn get(words: &mut Words) -> Self;
}

impl Wire for i64 {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        out.push_str(&self.to_string());
        out.push(',');
    }

    fn get(words: &mut Words) -> Self {
        let mut number = 0i64;
        let word = words.next().as_bytes();
        let (minus, digits) = match word {
            [b'-', digits @ ..] => (true, digits),
            _ => (false, word),
        };
        for digit in digits {
            number = number
                .wrapping_mul(10)
                .wrapping_add(i64::from(digit.wrapping_sub(b'0')));
        }
        if minus { -number } else { number }
    }
}

impl Wire for &'static str {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        for sign in self.chars() {
            match sign {
                ',' => out.push_str("~c"),
                '~' => out.push_str("~~"),
                '<' => out.push_str("~l"),
                _ => out.push(sign),
            }
        }
        out.push(',');
    }

    fn get(words: &mut Words) -> Self {
        let word = words.next();
        if !word.contains('~') {
            return word;
        }
        let mut plain = String::new();
        let mut signs = word.chars();
        while let Some(sign) = signs.next() {
            plain.push(match sign {
                '~' => match signs.next() {
                    Some('c') => ',',
                    Some('l') => '<',
                    _ => '~',
                },
                _ => sign,
            });
        }
        plain.leak()
    }
}

impl<T: Wire> Wire for &'static [T] {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        self.len().put(out);
        for item in *self {
            item.put(out);
        }
    }

    fn get(words: &mut Words) -> Self {
        let mut items = Vec::new();
        for _ in 0..usize::get(words) {
            // A broken length must not go on for ever.
            if words.0.is_empty() {
                break;
            }
            items.push(T::get(words));
        }
        items.leak()
    }
}

/// Kinds of whole numbers.
macro_rules! number {
    ($($kind:ty)*) => {$(
        impl Wire for $kind {
            #[cfg(not(target_arch = "wasm32"))]
            fn put(&self, out: &mut String) {
                (*self as i64).put(out);
            }

            fn get(words: &mut Words) -> Self {
                i64::get(words) as Self
            }
        }
    )*};
}

number!(i8 u8 u16 i32 usize);

impl Wire for bool {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        i64::from(*self).put(out);
    }

    fn get(words: &mut Words) -> Self {
        i64::get(words) != 0
    }
}

impl Wire for Day {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        self.0.put(out);
    }

    fn get(words: &mut Words) -> Self {
        Self(i32::get(words))
    }
}

/// Whether it is there, then the thing itself.
impl<T: Wire> Wire for Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        self.is_some().put(out);
        if let Some(thing) = self {
            thing.put(out);
        }
    }

    fn get(words: &mut Words) -> Self {
        bool::get(words).then(|| T::get(words))
    }
}

/// A vector.
impl Wire for [i32; 3] {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        for part in self {
            part.put(out);
        }
    }

    fn get(words: &mut Words) -> Self {
        std::array::from_fn(|_| i32::get(words))
    }
}

/// Widths of a label.
impl Wire for [u16; MAX_MAIN + 1] {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        for width in self {
            width.put(out);
        }
    }

    fn get(words: &mut Words) -> Self {
        std::array::from_fn(|_| u16::get(words))
    }
}

impl Wire for NameRole {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        (*self as i64).put(out);
    }

    fn get(words: &mut Words) -> Self {
        match i64::get(words) {
            0 => Self::Country,
            1 => Self::OtherCountry,
            2 => Self::Sea,
            _ => Self::Route,
        }
    }
}

impl Wire for Heard {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        (*self as i64).put(out);
    }

    fn get(words: &mut Words) -> Self {
        heard(i64::get(words))
    }
}

fn heard(number: i64) -> Heard {
    match number {
        0 => Heard::Direct,
        1 => Heard::Reported,
        2 => Heard::Silent,
        _ => Heard::Uninvolved,
    }
}

impl Wire for Precision {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        (*self as i64).put(out);
    }

    fn get(words: &mut Words) -> Self {
        match i64::get(words) {
            0 => Self::Day,
            1 => Self::Month,
            2 => Self::Year,
            _ => Self::Range,
        }
    }
}

/// All slots of an event in one number, two bits each.
impl Wire for [Heard; MAX_MAIN] {
    #[cfg(not(target_arch = "wasm32"))]
    fn put(&self, out: &mut String) {
        let bits = self.iter().rev();
        bits.fold(0, |bits, heard| (bits << 2) | *heard as i64)
            .put(out);
    }

    fn get(words: &mut Words) -> Self {
        let mut bits = i64::get(words);
        let mut all = [Heard::Uninvolved; MAX_MAIN];
        for slot in &mut all {
            *slot = heard(bits & 3);
            bits >>= 2;
        }
        all
    }
}

/// Structures, field by field.
macro_rules! fields {
    ($($kind:ident { $($field:ident)* })*) => {$(
        impl Wire for $kind {
            #[cfg(not(target_arch = "wasm32"))]
            fn put(&self, out: &mut String) {
                $(self.$field.put(out);)*
            }

            fn get(words: &mut Words) -> Self {
                Self { $($field: Wire::get(words)),* }
            }
        }
    )*};
}

fields! {
    Index { actors main events steps positions editions span knots map }
    Actor { id name short capital letter voice seat }
    Event { id date anchor step place known voices voices_by }
    Step { id events moment view known told }
    Position { actor toward since known level }
    Date { start end precision approximate }
    Knot { day x }
    Map { views inset places names lines }
    MapLine { event points }
    View { id x y w h sea sea_globe }
    Globe { at right down }
    MapPlace { place at globe extent widths rooms }
    MapName { at width role event place rooms }
    Room { x y w h }
    Point { x y }
}
