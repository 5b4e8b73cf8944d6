//! What a place is called, as far as its label's size depends on it.

use crate::domain::perspective::Perspective;
use crate::story::model::{MAX_MAIN, MapPlace};

impl MapPlace {
    /// Whether it has a name of the actor's own.
    fn has_name(&self, slot: u8) -> bool {
        let width = self.widths[slot as usize];
        // All names together are never as wide as one of several.
        width != 0 && width != self.widths[MAX_MAIN]
    }

    /// Whether its name depends on who names it.
    pub fn is_rival(&self) -> bool {
        (0..MAX_MAIN as u8).any(|slot| self.has_name(slot))
    }

    /// How many names are shown, one under the other, and how wide the widest is, in hundredths
    /// of an em: those of the perspective, or all if it has none.
    pub fn lines(&self, perspective: Perspective) -> (i32, u16) {
        let shown = |slot: u8| perspective.has(slot) && self.has_name(slot);
        let is_chosen = (0..MAX_MAIN as u8).any(shown);
        let (mut lines, mut widest) = (0, 0);
        for slot in 0..MAX_MAIN as u8 {
            if shown(slot) || !is_chosen && self.has_name(slot) {
                lines += 1;
                widest = widest.max(self.widths[slot as usize]);
            }
        }
        match lines {
            0 => (1, self.widths[MAX_MAIN]),
            _ => (lines, widest),
        }
    }
}
