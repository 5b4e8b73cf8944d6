//! How close two actors stood over the years: the mean of what each held towards the other.

use super::date::Day;
use super::scale;
use crate::story::model::{ActorIx, Index};

/// From where on the axis, 0 to [`scale::UNITS`], which level holds, in halves: -4 hostile to 4 close.
/// Begins where the first position of either towards the other is told.
pub fn steps(index: &Index, (a, b): (ActorIx, ActorIx), horizon: Day) -> Vec<(i32, i8)> {
    let mut levels = [None::<i8>; 2];
    let mut out: Vec<(i32, i8)> = Vec::new();
    for position in index.positions {
        let side = match (position.actor, position.toward) {
            (actor, toward) if (actor, toward) == (a, b) => 0,
            (actor, toward) if (actor, toward) == (b, a) => 1,
            _ => continue,
        };
        if position.published_by > horizon {
            continue;
        }
        levels[side] = Some(position.level);
        // Until both are told, the one stands for the pair.
        let [first, second] = levels;
        let sum = first.or(second).unwrap_or(0) + second.or(first).unwrap_or(0);
        let x = scale::x(index.knots, position.since);
        match out.last_mut() {
            Some(last) if last.0 == x => last.1 = sum,
            Some(last) if last.1 == sum => {}
            _ => out.push((x, sum)),
        }
    }
    out
}

/// The steps as a line in a box of 1000 by 32, the closer the higher; none if there are none.
pub fn path(steps: &[(i32, i8)]) -> Option<String> {
    let mut d = String::new();
    for (i, (x, level)) in steps.iter().enumerate() {
        let (x, y) = (x / 10, 16 - 3 * i32::from(*level));
        d.push_str(&match i {
            0 => format!("M{x} {y}"),
            _ => format!("H{x}V{y}"),
        });
    }
    d.push_str("H1000");
    (!steps.is_empty()).then_some(d)
}
