//! Has only what is near the reader laid out, so that nobody waits for passages that are far away,
//! and a change of what is shown costs no more in a long story than in a short one.
//!
//! The style leaves out a passage that is off the screen (`content-visibility`), guesses its height
//! until it has been seen, and remembers it from then on. Passages near the view are marked to be
//! laid out for good; whatever goes to a place far away has its surroundings laid out first, so that
//! it arrives where it means to.

use std::cell::RefCell;

use web_sys::{Element, Node, css};

use super::{dom, frame, scroll};
use crate::domain::progress;

/// How far above and below the view passages are laid out, in heights of the view.
const REACH: f64 = 1.0;

thread_local! {
    /// The steps of the story, and after them the parts of the sections that follow.
    static PARTS: Vec<Element> = dom::all(".step, .far");
    /// Of each, whether it is marked. Empty where the style leaves nothing out: its own
    /// conditions, see `style/media.css`.
    static LAID: RefCell<Vec<bool>> = RefCell::new(
        if !frame::is_auto() && css::supports("(overflow-anchor: auto)").unwrap_or(false) {
            vec![false; PARTS.with(Vec::len)]
        } else {
            Vec::new()
        },
    );
}

/// The passages near the view, one of which is given, stay; those far from it are left out again.
pub fn follow(near: Option<u16>) {
    let at = usize::from(near.unwrap_or(0));
    LAID.with_borrow_mut(|laid| {
        if at >= laid.len() {
            return;
        }
        let view = scroll::height();
        let (mut from, mut to) = (at, at + 1);
        while from > 0 && edges(from - 1).1 > -REACH * view {
            from -= 1;
        }
        while to < laid.len() && edges(to).0 < (1.0 + REACH) * view {
            to += 1;
        }
        while from < to && edges(from).1 < -REACH * view {
            from += 1;
        }
        for i in 0..laid.len() {
            mark(laid, i, (from..to).contains(&i));
        }
    });
}

/// Has an element's surroundings laid out: from now on it stands where it will stand when the page
/// is scrolled there.
pub fn around(element: &Element) {
    let part = element.closest(".step, .far").ok().flatten();
    let at = PARTS.with(|parts| {
        parts
            .iter()
            .position(|p| Some(p) == part.as_ref())
            .or_else(|| {
                let is_later = |part: &Element| {
                    part.compare_document_position(element) & Node::DOCUMENT_POSITION_FOLLOWING == 0
                };
                progress::active_by(parts.len(), |i| i32::from(is_later(&parts[i])), 0)
            })
    });
    around_step(at.unwrap_or(0));
}

/// Has the surroundings of a passage laid out.
pub fn around_step(at: usize) {
    LAID.with_borrow_mut(|laid| {
        if at >= laid.len() {
            return;
        }
        let view = scroll::height();
        let (mut from, mut to) = (at, at);
        mark(laid, at, true);
        while from > 0 && edges(at).0 - edges(from).0 < REACH * view {
            from -= 1;
            mark(laid, from, true);
        }
        while to + 1 < laid.len() && edges(to).1 - edges(at).0 < (1.0 + REACH) * view {
            to += 1;
            mark(laid, to, true);
        }
    });
}

/// Whether an element has a place of its own now, as far as is known here: if not, nothing moves
/// when it becomes higher or lower.
pub fn is_laid_out(element: &Element) -> bool {
    let everything = LAID.with_borrow(Vec::is_empty);
    everything || element.closest("[data-laid]").ok().flatten().is_some()
}

fn mark(laid: &mut [bool], at: usize, on: bool) {
    if laid[at] != on {
        laid[at] = on;
        PARTS.with(|parts| dom::set_if(&parts[at], "data-laid", on.then_some("")));
    }
}

/// The top and the bottom edge of a part, px from the top of the window.
fn edges(at: usize) -> (f64, f64) {
    let rect = PARTS.with(|parts| parts[at].get_bounding_client_rect());
    (rect.top(), rect.bottom())
}
