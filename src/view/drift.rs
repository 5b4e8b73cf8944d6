//! How it moved: for each pair of main actors a small chart of its two directions over the whole
//! axis. Written once; the moment's line follows `--m`.

use leptos::prelude::*;

use super::glyph::badge;
use crate::domain::choice::Choice;
use crate::domain::drift::{self, Stretch};
use crate::domain::scale::{self, UNITS};
use crate::domain::words::{self, SLOTS};
use crate::story::model::ActorIx;
use crate::story::{date_words, index, labels, text};

/// From one level to the next, and the chart's height, px.
const ROW: i32 = 17;
const HEIGHT: i32 = ROW * 5;
/// The two directions of a pair keep apart by twice this, so that equal levels are both seen.
const APART: i32 = 2;

const LEVELS: [i8; 5] = [2, 1, 0, -1, -2];

pub fn drift() -> AnyView {
    let pairs = drift::pairs(index().main).map(|(a, b)| pair(a, b));
    let moment = Choice::initial(index()).moment.month_label(&date_words());
    view! {
        <h3 id="drift-h">{labels::how_it_moved()}</h3>
        <p class="small drift-dek">
            {labels::how_it_moved_dek()} " "
            <span class="drift-at">{labels::moment_is()} " " <span class="month">{moment}</span> "."</span>
        </p>
        <div class="drift far lens" id="drift">{pairs.collect_view()}</div>
    }
    .into_any()
}

fn pair(a: ActorIx, b: ActorIx) -> AnyView {
    let name = |actor: ActorIx| index().actors[actor as usize].name;
    let title = labels::pair()
        .replace("{a}", name(a))
        .replace("{b}", name(b));
    let rules = (0..LEVELS.len() as i32).map(|i| {
        let y = (i * ROW + ROW / 2).to_string();
        view! { <line class="drift-rule" class:zero=i == 2 x2="100%" y1=y.clone() y2=y></line> }
    });
    let years = scale::ticks(index().knots, index().span).into_iter();
    let years = years.filter(|t| t.year % 2 == 0).map(|t| {
        view! { <text class="tl-year" x=super::timeline::percent(t.x + t.width / 2) y=(HEIGHT + 14).to_string()>{t.year.to_string()}</text> }
    });
    let past = index()
        .knots
        .first()
        .is_some_and(|k| k.day < index().span.start);
    let past = past.then(|| {
        let before = format!("{} {}", date_words().to, index().span.start.ymd().0 - 1);
        let x = super::timeline::percent(scale::BREAK);
        view! {
            <line class="drift-rule" x1=x.clone() x2=x y2=HEIGHT.to_string()></line>
            <text class="tl-year past" y=(HEIGHT + 14).to_string()>{before}</text>
        }
    });
    let words = LEVELS.map(|level| view! { <li>{words::level_alone(Some(level))}</li> });
    view! {
        <figure class="pair">
            <figcaption>{title}</figcaption>
            <ul class="drift-key" aria-hidden="true">{side(a, b)} {side(b, a)}</ul>
            <ul class="drift-levels" aria-hidden="true">{words.into_iter().collect_view()}</ul>
            <div class="drift-box">
                <svg height=(HEIGHT + 18).to_string() aria-hidden="true">
                    {rules.collect_view()} {past} {years.collect_view()}
                    <svg viewBox=format!("0 0 {UNITS} {HEIGHT}") width="100%" height=HEIGHT.to_string() preserveAspectRatio="none">
                        {way(a, b, -APART)} {way(b, a, APART)}
                    </svg>
                </svg>
                <div class="drift-now"></div>
            </div>
            <div class="vh">{told(a, b)} {told(b, a)}</div>
        </figure>
    }
    .into_any()
}

/// Whose line is whose, and the way to the words.
fn side(actor: ActorIx, toward: ActorIx) -> AnyView {
    let (of, to) = (
        &index().actors[actor as usize],
        &index().actors[toward as usize],
    );
    view! {
        <li data-a=SLOTS[actor as usize]>
            <svg viewBox="0 0 30 8"><path class="drift-line" d="M0 4H30"></path></svg>
            {badge(actor.into(), of.letter)} " → " {to.short}
        </li>
    }
    .into_any()
}

/// One direction's line, a path for each position: from the level before, then along.
fn way(actor: ActorIx, toward: ActorIx, by: i32) -> AnyView {
    let y = |s: &Stretch| (2 - i32::from(s.level)) * ROW + ROW / 2 + by;
    let stretches = drift::stretches(index(), actor, toward);
    let paths = stretches.iter().enumerate().map(|(i, s)| {
        let before = i.checked_sub(1).map_or(y(s), |i| y(&stretches[i]));
        let known = text().positions[s.position].known.0;
        view! { <path class="drift-line" d=format!("M{} {before}V{}H{}", s.from, y(s), s.to) data-k=known.to_string()></path> }
    });
    view! { <g data-a=SLOTS[actor as usize]>{paths.collect_view()}</g> }.into_any()
}

/// What the line shows, in words.
fn told(actor: ActorIx, toward: ActorIx) -> AnyView {
    let (of, to) = (
        &index().actors[actor as usize],
        &index().actors[toward as usize],
    );
    let items = drift::stretches(index(), actor, toward)
        .into_iter()
        .map(|s| {
            let words = &text().positions[s.position];
            let level = words::level_alone(Some(s.level));
            let since = words.since.label(&date_words());
            view! { <li data-k=words.known.0.to_string()>{format!("{since}: {level}")}</li> }
        });
    let items: Vec<_> = items.collect();
    let list = match items.is_empty() {
        true => view! { <p>{labels::no_position()}</p> }.into_any(),
        false => view! { <ol>{items}</ol> }.into_any(),
    };
    let heading = labels::toward().replace("{name}", to.name);
    view! { <p>{of.name} ". " {heading}</p> {list} }.into_any()
}
