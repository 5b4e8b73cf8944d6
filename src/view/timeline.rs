//! The drawn timeline: the axis and every event's mark, written once. The browser moves veils and
//! thumbs over it and lights the current mark, it never draws it again.

use std::collections::HashMap;

use leptos::prelude::*;

use super::known;
use crate::domain::date::Day;
use crate::domain::scale::{self, UNITS};
use crate::domain::timeline::{self, Mark, Shape, Stroke};
use crate::domain::window::Window;
use crate::story::model::{Dispute, EventIx};
use crate::story::{index, labels, text};

/// Marks closer than this share a count: about 9 px on a wide screen.
const GAP: i32 = 110;

/// Tops and heights of the lanes and the axis, px.
pub(super) const AXIS: i32 = 74;
/// Two articles' sheets closer than this step aside, px each to its side.
const NEAR: i32 = 300;
const ASIDE: i32 = 4;
const PUBLISHED: i32 = 101;
const HEIGHT: i32 = 118;

#[component]
pub fn Timeline() -> impl IntoView {
    let index = index();
    let anchors: Vec<_> = index.events.iter().map(|e| e.anchor).collect();
    let marks = timeline::marks(index, GAP);
    let blocks = scale::blocks(index.knots, index.span).into_iter().map(|b| {
        view! {
            <rect class=if b.dark { "tl-axis dark" } else { "tl-axis" }
                x=percent(b.x) width=percent(b.width) y=AXIS.to_string() height="5"></rect>
        }
    });
    let years = scale::ticks(index.knots, index.span).into_iter().map(|t| {
        view! { <text class="tl-year" x=percent(t.x + t.width / 2) y=(AXIS + 22).to_string()>{t.year.to_string()}</text> }
    });
    let past = scale::past_labels(index.knots, index.span, &anchors, 330).into_iter().map(|t| {
        view! { <text class="tl-year past" x=percent(t.x + t.width / 2) y=(AXIS + 22).to_string()>{t.year.to_string()}</text> }
    });
    let has_past = index
        .knots
        .first()
        .is_some_and(|k| k.day < index.span.start);
    let broken = has_past.then(|| {
        view! {
            <rect class="tl-past-axis" x="0" width=percent(scale::BREAK - 90) y=(AXIS + 2).to_string() height="1"></rect>
            <svg class="tl-break" x=percent(scale::BREAK - 60) y=(AXIS - 3).to_string() overflow="visible">
                <path d="M-4 11 1 0M1 11 6 0"></path>
            </svg>
        }
    });
    view! {
        <svg class="tl-svg" height=HEIGHT.to_string() aria-hidden="true">
            {broken} <g id="axis">{blocks.collect_view()}</g> {years.collect_view()} {past.collect_view()}
            {marks.iter().map(mark).collect_view()} {publications()}
        </svg>
    }
}

/// How dates are drawn, in words.
#[component]
pub fn TimelineKey() -> impl IntoView {
    view! {
        <ul class="tl-key" aria-label=labels::dates_drawn()>
            <li><svg viewBox="0 0 4 12"><rect class="tl-tick" x="1" width="2" height="12"></rect></svg>{labels::key_day()}</li>
            <li><svg viewBox="0 0 10 12"><rect class="tl-bar" y="1" width="10" height="10"></rect></svg>{labels::key_month()}</li>
            <li><svg viewBox="0 0 26 12"><rect class="tl-soft" y="1" width="26" height="10"></rect></svg>{labels::key_about()}</li>
            <li><svg viewBox="0 0 26 12"><rect class="tl-open" x="1" y="2.5" width="24" height="7"></rect></svg>{labels::key_year()}</li>
            <li><b>"3"</b> {labels::key_several()}</li>
            <li><svg viewBox="0 0 12 12"><path class="tl-warn" d="M6 1.500l5 9H1z"></path></svg>{labels::key_disputed()}</li>
            <li><svg class="tl-pub" viewBox="0 0 14 14"><path class="sheet" d="M.5.5h13v13H.5z"></path></svg>{labels::key_published()}</li>
        </ul>
    }
}

fn mark(mark: &Mark) -> AnyView {
    let events: Vec<_> = mark.events.iter().map(u16::to_string).collect();
    let mut who: Vec<usize> = mark
        .events
        .iter()
        .flat_map(|e| text().events[*e as usize].actors)
        .map(|a| *a as usize + 1)
        .filter(|slot| *slot <= index().main)
        .collect();
    who.sort_unstable();
    who.dedup();
    let who: Vec<_> = who.iter().map(usize::to_string).collect();
    let (top, height) = lane(mark);
    let mut days: Vec<Day> = mark.events.iter().map(known_from).collect();
    days.sort_unstable();
    let inside = days[0];
    // One count for each number of them that can be known.
    let counts = (1..days.len())
        .filter(|i| days.get(i + 1) != Some(&days[*i]))
        .map(|i| {
            let until = days.get(i + 1).map(|day| day.0.to_string());
            let later = until.as_ref().map(|_| "");
            view! {
                <text class="tl-n" data-k=known::from(days[i], inside) data-u=until data-later=later
                    x=percent(mark.at) y=(top + height - 1).to_string()>{(i + 1).to_string()}</text>
            }
        });
    let counts = counts.collect_view();
    let disputed = mark.events.iter().filter(|e| {
        text().events[**e as usize]
            .disputed
            .contains(&Dispute::Fact)
    });
    let warn = disputed.map(known_from).min().map(|day| {
        view! {
            <svg data-k=known::from(day, inside) x=percent(mark.at) y=(top - 12).to_string() overflow="visible">
                <path class="tl-warn" d="M0 1.500l5 9h-10z"></path>
            </svg>
        }
    });
    let since = strokes_known(mark);
    let stroke_known = |s: &Stroke| since.get(s).and_then(|day| known::from(*day, inside));
    // Wide enough to hit, however thin the mark is drawn.
    let hit = (mark.x1 - mark.x0).max(140);
    view! {
        <g class="mark" data-e=events.join(" ") data-who=who.join(" ") data-k=known::from(inside, known::PAGE)>
            {mark.strokes.iter().map(|s| stroke(s, top, height, stroke_known(s))).collect_view()}
            {counts} {warn}
            <rect class="hit" x=percent((mark.x0 + mark.x1 - hit) / 2) width=percent(hit)
                y=(top - 2).to_string() height=(height + 4).to_string()></rect>
        </g>
    }
    .into_any()
}

fn known_from(event: &EventIx) -> Day {
    index().events[*event as usize].known
}

/// A stroke is known with the first of the events that share it.
fn strokes_known(mark: &Mark) -> HashMap<Stroke, Day> {
    let mut first = HashMap::new();
    for event in &mark.events {
        let (_, stroke) = timeline::place(index(), &index().events[*event as usize]);
        let day = known_from(event);
        let known = first.entry(stroke).or_insert(day);
        *known = day.min(*known);
    }
    first
}

/// The days on the axis on which articles came out: a sheet with the articles' numbers.
fn publications() -> AnyView {
    let end = Window::full(index()).to;
    let days: Vec<Day> = index()
        .editions
        .iter()
        .copied()
        .filter(|day| *day <= end)
        .collect();
    let at = |day: Day| scale::x(index().knots, day);
    // Where sheets would cover each other on a phone, each steps aside; its tick stays.
    let sheets = days
        .chunk_by(|a, b| at(*b) - at(*a) < NEAR)
        .flat_map(|near| {
            let middle = near.len() as i32 - 1;
            let aside = near.iter().zip(0i32..);
            aside.map(move |(day, i)| (*day, (2 * i - middle) * ASIDE))
        });
    let sheets = sheets.map(|(day, aside)| {
        let sources = text().sources.iter().enumerate();
        let out = sources.filter(|(_, s)| s.date.end == day);
        let numbers: Vec<_> = out.map(|(i, _)| (i + 1).to_string()).collect();
        let numbers = numbers.join(", ");
        let width = 8 + 6 * numbers.len() as i32;
        view! {
            <svg class="tl-pub" data-do="article" data-d=day.0.to_string() data-k=known::from(day, known::PAGE)
                x=percent(at(day)) y=PUBLISHED.to_string() overflow="visible">
                <path class="sheet" d=format!("M0-4V0M{} 0h{width}v14h-{width}z", aside - width / 2)></path>
                <text x=aside.to_string() y="11">{numbers}</text>
            </svg>
        }
    });
    sheets.collect_view().into_any()
}

fn lane(mark: &Mark) -> (i32, i32) {
    use timeline::Lane;
    match mark.lane {
        Lane::Fine => (24, 13),
        Lane::About => (41, 12),
        Lane::Year => (57, 11),
        Lane::Past => (57, 11),
    }
}

fn stroke(stroke: &Stroke, top: i32, height: i32, known: Option<String>) -> AnyView {
    let width = stroke.x1 - stroke.x0;
    let (class, x, width) =
        match stroke.shape {
            Shape::Tick => return view! {
                <svg data-k=known x=percent(stroke.x0) y=top.to_string() overflow="visible">
                    <rect class="tl-tick" x="-1.25" width="2.5" height=height.to_string()></rect>
                </svg>
            }
            .into_any(),
            Shape::Bar => ("tl-bar", stroke.x0, width),
            Shape::Soft => ("tl-soft", stroke.x0, width),
            Shape::Open => ("tl-open", stroke.x0, width),
        };
    view! {
        <rect class=class data-k=known x=percent(x) width=percent(width) y=top.to_string() height=height.to_string()></rect>
    }
    .into_any()
}

/// A place or a length on the axis as an SVG percentage.
pub fn percent(units: i32) -> String {
    format!("{}.{:02}%", units / (UNITS / 100), units % (UNITS / 100))
}
