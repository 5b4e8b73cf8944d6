//! What each side wants: what does not hold at the moment is left out, what is new is marked, and
//! a side that the perspective leaves out is folded.
//!
//! A heading without anything below it goes too, and a side without anything says so. The style
//! could find that out itself, with `:has()`, at 2 ms in WebKit for each part of the page that the
//! switch "as known then" hides.

use web_sys::Element;

use super::bind::{flag, watch};
use super::dom;
use crate::domain::relations;
use crate::state::Reader;
use crate::story::index;

pub fn keep(r: Reader) {
    for side in dom::all("#wants details") {
        let slot = dom::slot(&side).unwrap_or_default();
        flag(side, "open", move || {
            let on = r.perspective.get();
            on.is_neutral() || on.has(slot)
        });
    }
    let sides: Vec<Side> = dom::all("#wants .wants-of").iter().map(side).collect();
    watch(move || {
        let (now, horizon) = (r.moment.get().0, r.horizon.get().0);
        let before = relations::compared_with(index(), r.step.get(), r.moment.get()).0;
        for side in &sides {
            let mut any = false;
            for (group, stakes) in &side.groups {
                let mut some = false;
                for stake in stakes {
                    let holds = stake.holds(now);
                    mark(&stake.line, "data-out", !holds);
                    mark(&stake.line, "data-new", holds && !stake.holds(before));
                    some |= holds && stake.known <= horizon;
                }
                mark(group, "data-out", !some);
                any |= some;
            }
            if let Some(hush) = &side.hush {
                mark(hush, "data-out", any);
            }
        }
    });
}

/// An actor's stakes, by kind, and the line that stands where none is shown.
struct Side {
    groups: Vec<(Element, Vec<Stake>)>,
    hush: Option<Element>,
}

/// One stake and its days; without a last one it holds to the end.
struct Stake {
    line: Element,
    since: i32,
    until: i32,
    known: i32,
}

impl Stake {
    fn holds(&self, day: i32) -> bool {
        self.since <= day && day <= self.until
    }
}

fn side(side: &Element) -> Side {
    let stakes = |group: &Element| dom::all_in(group, "li").into_iter().map(stake).collect();
    let groups = dom::all_in(side, ".want").into_iter();
    Side {
        groups: groups
            .map(|group| (group.clone(), stakes(&group)))
            .collect(),
        hush: dom::first_in(side, ".hush"),
    }
}

fn stake(line: Element) -> Stake {
    let day = |name| line.get_attribute(name).and_then(|day| day.parse().ok());
    Stake {
        since: day("data-since").unwrap_or(i32::MAX),
        until: day("data-until").unwrap_or(i32::MAX),
        known: day("data-k").unwrap_or(i32::MIN),
        line,
    }
}

fn mark(element: &Element, name: &str, is_on: bool) {
    dom::put(element, name, is_on.then_some(""));
}
