//! "Only what was published by": from which edition on a part of the page may be shown.
//!
//! An edition is a day on which articles came out. A part carries the number of the first edition by
//! which it can be known (`data-since`), unless what is around it says as much; one attribute on the
//! root and a generated style hide all later parts ([`crate::publish::actor_style`]).

use crate::domain::date::Day;
use crate::story::index;

/// Around what nothing hides.
pub const PAGE: Day = Day(i32::MIN);

/// The value of `data-since` for a part known from `known` on, inside one known from `around` on.
pub fn since(known: Day, around: Day) -> Option<String> {
    let number = edition(known);
    (number > edition(around)).then(|| number.to_string())
}

/// The number of the first edition by which something is known; one more than there are for what
/// looks back on all of them.
fn edition(known: Day) -> usize {
    index().editions.partition_point(|day| *day < known)
}
