//! What a place is called, as far as its label's size depends on it.

use crate::domain::perspective::Perspective;
use crate::story::model::{MAX_MAIN, MapPlace};

/// How many names are shown, one under the other, and how wide the widest is, in hundredths
/// of an em: those of the perspective, or all if it has none.
pub fn lines(place: &MapPlace, perspective: Perspective) -> (i32, u16) {
    let shown = |slot: u8| perspective.has(slot) && place.has_name(slot);
    let is_chosen = (0..MAX_MAIN as u8).any(shown);
    let (mut lines, mut widest) = (0, 0);
    for slot in 0..MAX_MAIN as u8 {
        if shown(slot) || !is_chosen && place.has_name(slot) {
            lines += 1;
            widest = widest.max(place.widths[slot as usize]);
        }
    }
    match lines {
        0 => (1, place.widths[MAX_MAIN]),
        _ => (lines, widest),
    }
}
