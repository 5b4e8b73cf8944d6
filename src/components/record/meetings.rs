//! Meetings along the years, and the years that have none: a strip to scale, whose numbers lead to the
//! list below it.

use leptos::prelude::*;

use super::dates;
use super::part::{first, part};
use super::reading::kind_word;
use crate::components::as_of::{PAGE, since};
use crate::components::text::{cites, inline};
use crate::domain::date::{Day, Precision};
use crate::story::model::{Cite, Kind, Meeting};
use crate::story::{index, text};

/// From one row of marks to the next, and how much lies under the lowest one, px.
const ROW: usize = 24;
const FOOT: usize = 24;
/// How much of the strip a mark takes up at least, in thousandths, so that its number can be read.
const LEAST: i64 = 45;

#[component]
pub fn MeetingStrip() -> impl IntoView {
    let Some(meetings) = text().meetings.as_ref().filter(|m| !m.marks.is_empty()) else {
        return ().into_any();
    };
    let items = meetings.marks.iter().map(|mark| {
        let label = match mark.event {
            Some(event) => {
                let to = format!("#e-{}", index().events[usize::from(event)].id);
                view! { <a href=to>{mark.label}</a> }.into_any()
            }
            None => mark.label.into_any(),
        };
        view! {
            <li data-since=since(published_by(mark), PAGE)>
                <p>
                    <b>{dates::date(mark.date, "", false)}</b> " " {label} " "
                    <small>{kind_word(mark.kind)}</small> {cites(mark.cites)}
                </p>
            </li>
        }
    });
    let body = view! {
        {strip(meetings.marks)}
        <ol class="meetings">{items.collect_view()}</ol>
        <p class="about">{inline(meetings.note)}</p>
    };
    let first = first(meetings.marks.iter().map(published_by));
    part("meetings", meetings.title, "", first, body)
}

/// From when on a mark can be known: with the first article that tells of it; where it is inferred, with
/// the last that it is inferred from.
pub fn published_by(mark: &Meeting) -> Day {
    let out = |cite: &Cite| text().sources[usize::from(cite.source)].date.end;
    let days = mark.cites.iter().map(out);
    let known = match mark.kind {
        Kind::Inference => days.max(),
        Kind::Reported | Kind::Paraphrase => days.min(),
    };
    known.unwrap_or(PAGE)
}

/// A mark on the strip: its row from below, and where it lies, in thousandths.
struct Place {
    row: usize,
    from: i64,
    to: i64,
}

fn strip(marks: &'static [Meeting]) -> AnyView {
    let (first, last) = years(marks);
    let days = i64::from(last.0 - first.0).max(1);
    let x = |day: Day| i64::from(day.0 - first.0) * 1000 / days;
    let places = places(marks, x);
    let rows = places.iter().map(|p| p.row + 1).max().unwrap_or(1);
    let base = rows * ROW;
    let drawn = marks
        .iter()
        .zip(&places)
        .enumerate()
        .map(|(i, (m, p))| mark(i + 1, m, p, base));
    let (y0, y1) = (first.ymd().0, last.ymd().0);
    // No more years than there is room for.
    let every = ((y1 - y0) as usize).div_ceil(8).max(1);
    let ticks = (y0..y1).step_by(every).map(|year| {
        let at = percent(x(Day::from_ymd(year, 1, 1)));
        view! {
            <line x1=at.clone() x2=at.clone() y1="0" y2=(base + 6).to_string()></line>
            <text x=at dx="4" y=(base + 17).to_string()>{year.to_string()}</text>
        }
    });
    view! {
        <svg class="meeting-strip" height=(base + FOOT).to_string() aria-hidden="true">
            <pattern id="meetings-blank" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0V6"></path>
            </pattern>
            <g class="years">
                {ticks.collect_view()}
                <line x2="100%" y1=base.to_string() y2=base.to_string()></line>
            </g>
            {drawn.collect_view()}
        </svg>
    }
    .into_any()
}

/// The first days of the year in which the marks begin and of the one after they end.
fn years(marks: &[Meeting]) -> (Day, Day) {
    let first = marks.iter().map(|m| m.date.start).min().unwrap_or(Day(0));
    let last = marks.iter().map(|m| m.date.end).max().unwrap_or(first);
    (
        Day::from_ymd(first.ymd().0, 1, 1),
        Day::from_ymd(last.ymd().0 + 1, 1, 1),
    )
}

/// Each mark in the lowest row in which it touches none before it.
fn places(marks: &[Meeting], x: impl Fn(Day) -> i64) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for mark in marks {
        let (mut from, mut to) = (x(mark.date.start), x(Day(mark.date.end.0 + 1)));
        let short = (LEAST - (to - from)).max(0);
        from = (from - short / 2).clamp(0, 1000 - LEAST);
        to = (to + short / 2).clamp(LEAST, 1000);
        let free = |row: &usize| {
            let mut in_row = out.iter().filter(|p| p.row == *row);
            in_row.all(|p| p.to <= from || to <= p.from)
        };
        let row = (0..out.len()).find(free).unwrap_or(out.len());
        out.push(Place { row, from, to });
    }
    out
}

/// A disc for a day or a month, a bar for a stretch; hatched or hollow where it is inferred or was only
/// planned.
fn mark(number: usize, mark: &Meeting, place: &Place, base: usize) -> AnyView {
    let y = base - place.row * ROW - ROW / 2;
    let middle = percent((place.from + place.to) / 2);
    let is_stretch = matches!(mark.date.precision, Precision::Range | Precision::Year);
    let shape = match is_stretch {
        true => view! {
            <rect x=percent(place.from) width=percent(place.to - place.from) y=(y - 9).to_string() height="18"></rect>
            <circle class="hole" cx=middle.clone() cy=y.to_string() r="9"></circle>
        }
        .into_any(),
        false => view! { <circle cx=middle.clone() cy=y.to_string() r="10"></circle> }.into_any(),
    };
    let event = mark.event.map(|e| &text().events[usize::from(e)]);
    let is_planned = event.is_some_and(|e| e.planned);
    let kind = match mark.kind {
        Kind::Reported | Kind::Paraphrase if !is_planned => "told",
        _ => "inferred",
    };
    let shown = if is_stretch { "stretch" } else { "point" };
    view! {
        <g class=format!("{kind} {shown}") data-since=since(published_by(mark), PAGE)>
            {shape}
            <text class="n" x=middle y=(y + 4).to_string()>{number.to_string()}</text>
        </g>
    }
    .into_any()
}

fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
