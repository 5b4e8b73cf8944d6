//! "Only what was published by": from which edition on a part of the page may be shown.
//!
//! An edition is a day on which articles came out. A part carries the number of the first edition by
//! which it can be known (`data-since`), unless what is around it says as much; where a later edition
//! changes what stands there, the number from which on it no longer holds (`data-until`). One attribute
//! on the root and a generated style hide what does not hold ([`crate::publish::actor_style`]).

use crate::domain::as_of::ALL;
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

/// What stands in one place over a stretch of editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<T> {
    pub what: T,
    /// The values of `data-since` and `data-until`.
    pub since: Option<String>,
    pub until: Option<String>,
}

/// What stands in one place as one edition after the other comes out, inside a part known from
/// `around` on. `at` says what it is by a day.
pub fn stretches<T: PartialEq>(around: Day, at: impl Fn(Day) -> T) -> Vec<Stretch<T>> {
    let editions = index().editions;
    let first = edition(around);
    // With the last edition all is known.
    let last = editions.len().saturating_sub(1);
    let earlier = editions[..last].iter().enumerate();
    let mut out: Vec<Stretch<T>> = Vec::new();
    for (number, day) in earlier.skip(first).chain([(last, &ALL)]) {
        let what = at(*day);
        let Some(before) = out.last_mut() else {
            out.push(Stretch {
                what,
                since: None,
                until: None,
            });
            continue;
        };
        if before.what != what {
            let number = Some(number.to_string());
            before.until.clone_from(&number);
            out.push(Stretch {
                what,
                since: number,
                until: None,
            });
        }
    }
    out
}
