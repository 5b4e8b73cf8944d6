//! How two actors stood towards each other over the whole time: a small chart of both directions. What
//! it shows stands beside it in words, so it is decoration to those who hear the page.

use leptos::prelude::*;

use crate::components::as_of::{PAGE, since};
use crate::components::phrases::level;
use crate::domain::drift::{self, Stretch};
use crate::domain::scale::{self, UNITS};
use crate::glyph::badge;
use crate::story::model::ActorIx;
use crate::story::{date_words, index, text};
use crate::words::slot_mark;

/// From one level to the next, and the chart's height, px.
const ROW: i32 = 20;
const HEIGHT: i32 = ROW * 5;
/// The two directions keep apart by twice this, so that equal levels are both seen.
const APART: i32 = 2;

const LEVELS: [i8; 5] = [2, 1, 0, -1, -2];

/// Nothing where neither holds a position.
pub fn curve(a: ActorIx, b: ActorIx) -> Option<AnyView> {
    let (there, back) = (
        drift::stretches(index(), a, b),
        drift::stretches(index(), b, a),
    );
    if there.is_empty() && back.is_empty() {
        return None;
    }
    let rules = (0..LEVELS.len() as i32).map(|i| {
        let y = (i * ROW + ROW / 2).to_string();
        view! { <line class:zero=i == 2 x2="100%" y1=y.clone() y2=y></line> }
    });
    let levels = LEVELS.map(|at| view! { <li>{level(at)}</li> });
    let ends = [(a, &there), (b, &back)];
    let ends = ends.into_iter().filter_map(|(actor, way)| {
        let last = way.last()?;
        // The style has a place for each of the five levels.
        Some(view! { <li data-level=last.level.to_string()>{badge(actor.into())}</li> })
    });
    let view = view! {
        <div class="curve" aria-hidden="true">
            <ul class="levels">{levels.into_iter().collect_view()}</ul>
            <svg height=(HEIGHT + 20).to_string()>
                <g class="rules">{rules.collect_view()} {years()}</g>
                <svg viewBox=format!("0 0 {UNITS} {HEIGHT}") width="100%" height=HEIGHT.to_string()
                    preserveAspectRatio="none">
                    {way(a, &there, -APART)} {way(b, &back, APART)}
                </svg>
            </svg>
            <ul class="ends">{ends.collect_view()}</ul>
        </div>
    };
    Some(view.into_any())
}

/// One direction's line, a path for each position: from the level before, then along.
fn way(actor: ActorIx, stretches: &[Stretch], by: i32) -> AnyView {
    let y = |s: &Stretch| (2 - i32::from(s.level)) * ROW + ROW / 2 + by;
    let paths = stretches.iter().enumerate().map(|(i, s)| {
        let before = i.checked_sub(1).map_or(y(s), |i| y(&stretches[i]));
        let known = text().positions[s.position].published_by;
        view! {
            <path class="way" d=format!("M{} {before}V{}H{}", s.from, y(s), s.to)
                data-since=since(known, PAGE)></path>
        }
    });
    view! { <g data-a=slot_mark(actor.into())>{paths.collect_view()}</g> }.into_any()
}

/// The years under the axis, no more than there is room for; before a break, the past in one word.
fn years() -> AnyView {
    let ticks = scale::ticks(index().knots, index().span);
    let every = ticks.len().div_ceil(4).max(1);
    let y = (HEIGHT + 15).to_string();
    let has_past = index()
        .knots
        .first()
        .is_some_and(|k| k.day < index().span.start);
    // The end of the past takes the room of the first years, and says as much.
    let has_room = |x: i32| !has_past || x * 10 >= UNITS * 3;
    let years = ticks.into_iter().filter(|t| has_room(t.x)).step_by(every);
    let years = years.map(|t| {
        view! { <text x=percent(t.x) y=y.clone()>{t.year.to_string()}</text> }
    });
    let past = has_past.then(|| {
        let before = format!("{} {}", date_words().to, index().span.start.ymd().0 - 1);
        let x = percent(scale::BREAK);
        view! {
            <line class="break" x1=x.clone() x2=x y2=HEIGHT.to_string()></line>
            <text x="0" y=y.clone()>{before}</text>
        }
    });
    view! { {past} {years.collect_view()} }.into_any()
}

/// A place on the axis as a share of its length.
pub fn percent(x: i32) -> String {
    format!("{:.2}%", f64::from(x) * 100.0 / f64::from(UNITS))
}
