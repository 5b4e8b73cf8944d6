//! The lanes: a row for each precision of dates, over them the curve, under them the years and the articles.
//! Rows stand at parts of the height, so that all of it grows with the reader's letters.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::components::as_of::{PAGE, since, stretches};
use crate::domain::closeness;
use crate::domain::date::Day;
use crate::domain::scale::{self, UNITS};
use crate::domain::timeline::{self, Mark, Shape, Stroke};
use crate::domain::window::Window;
use crate::story::model::EventIx;
use crate::story::{index, labels};

/// Marks closer than this share a count: some 9 px on a wide screen.
const GAP: i32 = 110;
/// Two articles closer than this step aside, px each to its side.
const NEAR: i32 = 300;
const ASIDE: i32 = 6;

/// What the rows are, at the heights of [`lane`].
#[component]
pub fn LaneNames() -> impl IntoView {
    let curve = index().curve.map(|_| {
        view! {
            <text class="fixed" y="8%">{labels::lane_closer()}</text>
            <text class="fixed" y="27%">{labels::lane_apart()}</text>
        }
    });
    let lanes = [
        ("41%", labels::lane_day()),
        ("54.5%", labels::lane_about()),
        ("68%", labels::lane_year()),
    ];
    let lanes = lanes.map(|(y, words)| view! { <text y=y>{words}</text> });
    view! {
        <svg class="lane-names" aria-hidden="true">
            {curve}
            {lanes.collect_view()}
            <text class="fixed" y="97%">{labels::articles_out()}</text>
        </svg>
    }
}

#[component]
pub fn Lanes() -> impl IntoView {
    let index = index();
    let marks = timeline::marks(index, GAP);
    view! {
        <svg class="lanes" aria-hidden="true">
            <defs>
                <linearGradient id="soft-ends">
                    <stop offset="0" class="faint"></stop><stop offset=".2"></stop>
                    <stop offset=".8"></stop><stop offset="1" class="faint"></stop>
                </linearGradient>
            </defs>
            {curve()}
            {marks.iter().map(mark).collect_view()}
            {axis()}
            {publications()}
        </svg>
    }
}

fn curve() -> Option<AnyView> {
    let pair = index().curve?;
    let lines = stretches(PAGE, |day| {
        closeness::path(&closeness::steps(index(), pair, day))
    });
    let lines = lines.into_iter().map(
        |s| view! { <path data-since=s.since data-until=s.until d=s.what.unwrap_or_default()></path> },
    );
    let view = view! { <svg class="curve" viewBox="0 0 1000 32" preserveAspectRatio="none" y="3%" height="24%">{lines.collect_view()}</svg> };
    Some(view.into_any())
}

fn axis() -> AnyView {
    let index = index();
    let ticks = scale::ticks(index.knots, index.span).into_iter().map(|tick| {
        let x = percent(tick.x);
        view! {
            <line class="tick" x1=x.clone() x2=x y1="76%" y2="79%"></line>
            <text class="year" x=percent(tick.x + tick.width / 2) y="86%">{tick.year.to_string()}</text>
        }
    });
    let anchors: Vec<Day> = index.events.iter().map(|e| e.anchor).collect();
    let past = scale::past_labels(index.knots, index.span, &anchors, 500);
    let past = past.into_iter().map(|tick| {
        view! { <text class="year past" x=percent(tick.x) y="86%">{tick.year.to_string()}</text> }
    });
    view! {
        <line class="axis" x1="0" x2="100%" y1="76%" y2="76%"></line>
        {ticks.collect_view()}
        {past.collect_view()}
    }
    .into_any()
}

fn mark(mark: &Mark) -> AnyView {
    let (y, height) = lane(mark);
    let mut days: Vec<Day> = mark.events.iter().map(known_from).collect();
    days.sort_unstable();
    let inside = days[0];
    let counts = stretches(inside, |day| days.iter().filter(|d| **d <= day).count());
    let counts = counts.into_iter().filter(|s| s.what > 1).map(|s| {
        view! { <text class="count" data-since=s.since data-until=s.until x=percent(mark.at) dy=".35em" y="50%">{s.what.to_string()}</text> }
    });
    let first = strokes_known(mark);
    let strokes = mark.strokes.iter().map(|s| {
        let known = first.get(s).copied().unwrap_or(inside);
        stroke(s, since(known, inside))
    });
    view! {
        <svg class="mark" y=y height=height data-since=since(inside, PAGE)>
            {strokes.collect_view()}
            {counts.collect_view()}
        </svg>
    }
    .into_any()
}

fn known_from(event: &EventIx) -> Day {
    index().events[usize::from(*event)].published_by
}

/// A stroke is known with the first of the events that share it.
fn strokes_known(mark: &Mark) -> HashMap<Stroke, Day> {
    let mut first = HashMap::new();
    for event in &mark.events {
        let (_, stroke) = timeline::place(index(), &index().events[usize::from(*event)]);
        let day = known_from(event);
        let known = first.entry(stroke).or_insert(day);
        *known = day.min(*known);
    }
    first
}

/// Where the row of a mark stands, and how high it is.
fn lane(mark: &Mark) -> (&'static str, &'static str) {
    use timeline::Lane;
    match mark.lane {
        Lane::Fine => ("36%", "7%"),
        Lane::About => ("49.5%", "7%"),
        Lane::Year | Lane::Past => ("63%", "7%"),
    }
}

fn stroke(stroke: &Stroke, since: Option<String>) -> AnyView {
    let class = match stroke.shape {
        Shape::Tick => {
            let x = percent(stroke.x0);
            return view! { <line class="day" data-since=since x1=x.clone() x2=x y1="0" y2="100%"></line> }
                .into_any();
        }
        Shape::Bar => "month",
        Shape::Soft => "about",
        Shape::Open => "year-only",
    };
    view! { <rect class=class data-since=since x=percent(stroke.x0) width=percent(stroke.x1 - stroke.x0) height="100%"></rect> }
        .into_any()
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
    // Where sheets would cover each other each steps aside.
    let sheets = days
        .chunk_by(|a, b| at(*b) - at(*a) < NEAR)
        .flat_map(|near| {
            let middle = near.len() as i32 - 1;
            let aside = near.iter().zip(0i32..);
            aside.map(move |(day, i)| (*day, (2 * i - middle) * ASIDE))
        });
    let sheets = sheets.map(|(day, aside)| {
        let out = index().articles.iter().filter(|a| a.date.end == day);
        let numbers: Vec<_> = out.map(|a| (a.source + 1).to_string()).collect();
        let numbers = numbers.join(", ");
        let width = 12 + 7 * numbers.len() as i32;
        view! {
            <svg class="sheet" data-since=since(day, PAGE) x=percent(at(day)) y="89%">
                <rect x=(aside - width / 2).to_string() width=width.to_string() height="18"></rect>
                <text x=aside.to_string() y="9" dy=".35em">{numbers}</text>
            </svg>
        }
    });
    sheets.collect_view().into_any()
}

/// A place or a length on the axis as an SVG percentage.
fn percent(units: i32) -> String {
    format!("{}.{:02}%", units / (UNITS / 100), units % (UNITS / 100))
}
