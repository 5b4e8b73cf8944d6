//! Whose eyes the reader has borrowed: a set of main actors.
//!
//! A set of slots in one byte, because it is compared, copied and written to the page's root on
//! every toggle. Nobody is the neutral telling, not "all".

use crate::story::model::{Actor, ActorIx, MAX_MAIN};

/// The main actors that are switched on, one bit for each slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Perspective(u8);

impl Perspective {
    /// The neutral telling: nobody switched on.
    pub const NEUTRAL: Self = Self(0);

    /// Every one of a story's `main` actors.
    pub const fn all(main: usize) -> Self {
        let main = if main < MAX_MAIN { main } else { MAX_MAIN };
        Self(((1u16 << main) - 1) as u8)
    }

    pub const fn only(slot: ActorIx) -> Self {
        Self::NEUTRAL.toggle(slot)
    }

    /// With the actor switched the other way. Minor actors have no switch: nothing changes.
    pub const fn toggle(self, slot: ActorIx) -> Self {
        if (slot as usize) < MAX_MAIN {
            Self(self.0 ^ (1 << slot))
        } else {
            self
        }
    }

    pub const fn has(self, slot: ActorIx) -> bool {
        (slot as usize) < MAX_MAIN && self.0 & (1 << slot) != 0
    }

    /// The one actor that is switched on, if it is exactly one.
    pub fn single(self) -> Option<ActorIx> {
        self.iter().next().filter(|_| self.count() == 1)
    }

    pub const fn is_neutral(self) -> bool {
        self.0 == 0
    }

    pub const fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The set as one byte, a bit for each slot.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Back from [`Perspective::bits`].
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & ((1 << MAX_MAIN) - 1))
    }

    /// The slots that are switched on, ascending.
    pub fn iter(self) -> impl Iterator<Item = ActorIx> {
        (0..MAX_MAIN as ActorIx).filter(move |slot| self.has(*slot))
    }

    /// For the root attribute, which CSS reads word by word: `"1 2"` for the slots 0 and 1.
    ///
    /// Counted from 1 and not by the actors' ids, so that one style sheet serves every story.
    pub fn ids(self) -> String {
        let mut out = String::new();
        for slot in self.iter() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push((b'1' + slot) as char);
        }
        out
    }

    /// The actors' ids, separated by commas, as in a link: `jp,ru`.
    pub fn to_list(self, actors: &[Actor]) -> String {
        let mut out = String::new();
        for slot in self.iter() {
            let Some(actor) = actors.get(slot as usize) else {
                continue;
            };
            if !out.is_empty() {
                out.push(',');
            }
            out.push_str(actor.id);
        }
        out
    }

    /// Reads such a list; `actors` are the main ones. Also tells whether every entry was known:
    /// those that were not are left out, the others count.
    pub fn from_list(list: &[u8], actors: &[Actor]) -> (Self, bool) {
        let mut out = Self::NEUTRAL;
        let mut all_known = true;
        for id in list.split(|b| *b == b',').filter(|id| !id.is_empty()) {
            match actors.iter().position(|a| a.id.as_bytes() == id) {
                // Named twice is still switched on.
                Some(slot) if slot < MAX_MAIN => out.0 |= 1 << slot,
                _ => all_known = false,
            }
        }
        (out, all_known)
    }
}

/// The names a place goes by: those of the switched-on actors that have one, else all of them, so
/// that neutral mode shows both sides' names and a bystander's view does not lose the place.
///
/// A name that two actors share is given once, to the first. Empty only if `place_names` is: such a
/// place has one name, `Place::name`.
pub fn names(
    place_names: &[(ActorIx, &'static str)],
    perspective: Perspective,
) -> Vec<(ActorIx, &'static str)> {
    let any = place_names.iter().any(|(actor, _)| perspective.has(*actor));
    let mut out: Vec<(ActorIx, &'static str)> = Vec::new();
    for &(actor, name) in place_names {
        if (!any || perspective.has(actor)) && !out.iter().any(|(_, n)| *n == name) {
            out.push((actor, name));
        }
    }
    out
}
