//! A small story made by hand, and stories of any dates: for tests of `domain`, which must hold
//! for every story and not only for the bundled one.
#![allow(dead_code)] // Each test file uses its own part.

use proptest::prelude::*;
use sightlines::domain::date::{Date, DateWords, Day, Precision};
use sightlines::domain::scale;
use sightlines::story::model::{Actor, Event, EventIx, Heard, Index, MAX_MAIN, Position, Step};

pub const JP: u8 = 0;
pub const RU: u8 = 1;
pub const CN: u8 = 2;
pub const US: u8 = 3;
pub const NK: u8 = 4;

pub const WORDS: DateWords = DateWords {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    about: "about",
    to: "to",
};

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|e| panic!("{e}"))
}

pub fn day(text: &str) -> Day {
    date(text).start
}

const fn actor(id: &'static str, letter: &'static str) -> Actor {
    Actor {
        id,
        name: id,
        short: id,
        capital: letter,
        letter,
        voice: Heard::Reported,
        seat: None,
    }
}

/// Four main actors and a minor one.
pub const ACTORS: &[Actor] = &[
    actor("jp", "J"),
    actor("ru", "R"),
    actor("cn", "C"),
    actor("us", "U"),
    actor("nk", ""),
];

/// Heard in turn by each event: direct, through others, silent, uninvolved.
const VOICES: [Heard; MAX_MAIN] = [
    Heard::Direct,
    Heard::Reported,
    Heard::Silent,
    Heard::Uninvolved,
    Heard::Uninvolved,
    Heard::Uninvolved,
];

/// The day on which the only source came out.
const EDITIONS: &[Day] = &[Day::from_ymd(2016, 12, 31)];

pub fn leak<T>(items: Vec<T>) -> &'static [T] {
    Box::leak(items.into_boxed_slice())
}

/// A story of these events (any order) and steps (id, moment, events by id).
pub fn story(
    span: Date,
    mut events: Vec<(&'static str, Date, Day)>,
    steps: &[(&'static str, Day, &[&str])],
    positions: &[Position],
) -> &'static Index {
    events.sort_by_key(|(_, date, anchor)| (*anchor, date.order_key()));
    let anchors: Vec<Day> = events.iter().map(|e| e.2).collect();
    let find = |id: &str| events.iter().position(|e| e.0 == id).unwrap() as EventIx;
    let told = |id: &str| steps.iter().position(|s| s.2.contains(&id)).unwrap_or(0) as u16;
    let made: Vec<Event> = events
        .iter()
        .map(|&(id, date, anchor)| Event {
            id,
            date,
            anchor,
            step: told(id),
            place: None,
            known: date.start,
            voices: VOICES,
            voices_by: &[VOICES],
        })
        .collect();
    let steps: Vec<Step> = steps
        .iter()
        .map(|&(id, moment, events)| Step {
            id,
            events: leak(events.iter().map(|id| find(id)).collect()),
            moment,
            known: moment,
            told: moment,
            view: 0,
        })
        .collect();
    let mut positions = positions.to_vec();
    positions.sort_by_key(|p| p.since);
    Box::leak(Box::new(Index {
        actors: ACTORS,
        main: 4,
        events: leak(made),
        steps: leak(steps),
        positions: leak(positions),
        editions: EDITIONS,
        span,
        knots: leak(scale::knots(span, &anchors)),
        map: None,
    }))
}

/// The small story.
pub fn small() -> &'static Index {
    let event = |id: &'static str, text: &str| {
        let date = date(text);
        (id, date, date.middle())
    };
    story(
        date("2009/2016"),
        vec![
            event("portsmouth", "1905"),
            event("surrender", "1945"),
            event("long-freeze", "1945/2016"),
            event("thaw-talk", "1990/1999"),
            event("first-visit", "2010"),
            event("summer-a", "2012-06/2012-08"),
            // Three at one anchor: the middle of July 2013.
            event("warships-2013", "2013-07"),
            event("drill-2013", "2013-07"),
            event("july-day", "2013-07-16"),
            event("two-plus-two", "2013-11-02"),
            event("sochi", "2014-02-07"),
            event("about-2016", "2016~"),
            event("last", "2016-12-31"),
        ],
        &[
            ("opening", day("2012-01-01"), &[]),
            (
                "warships",
                day("2013-07-16"),
                &["warships-2013", "drill-2013"],
            ),
            ("four ministers/é", day("2013-11-02"), &["two-plus-two"]),
            ("back-then", day("1945-07-02"), &["surrender"]),
        ],
        &[
            position(JP, RU, "1945", -2),
            position(JP, RU, "2013-04", 1),
            position(RU, JP, "2013-04", 1),
            position(CN, JP, "2010-09-07", -2),
            position(JP, RU, "2014-03", -1),
        ],
    )
}

pub fn position(actor: u8, toward: u8, since: &str, level: i8) -> Position {
    Position {
        actor,
        toward,
        since: day(since),
        known: day(since),
        level,
    }
}

pub fn event(index: &Index, id: &str) -> EventIx {
    index.events.iter().position(|e| e.id == id).unwrap() as EventIx
}

pub fn event_id(index: &Index, event: Option<EventIx>) -> &'static str {
    event.map_or("none", |e| index.events[e as usize].id)
}

// ---------------------------------------------------------------- any story

/// Any date of any precision between two years.
pub fn any_date(years: std::ops::Range<i32>) -> impl Strategy<Value = Date> {
    let one = (years, 1u32..13, 1u32..32, 0u8..3, any::<bool>()).prop_map(
        |(year, month, day, precision, approximate)| {
            let month_start = Day::from_ymd(year, month, 1);
            let on = Day(month_start.0 + day as i32 - 1).min(month_start.month_end());
            let (start, end, precision) = match precision {
                0 => (on, on, Precision::Day),
                1 => (month_start, month_start.month_end(), Precision::Month),
                _ => (
                    Day::from_ymd(year, 1, 1),
                    Day::from_ymd(year, 12, 31),
                    Precision::Year,
                ),
            };
            Date {
                start,
                end,
                precision,
                approximate,
            }
        },
    );
    (one, 0i32..4000, 0u8..4).prop_map(|(date, longer, range)| {
        if range > 0 {
            return date;
        }
        Date {
            end: Day(date.end.0 + longer),
            precision: Precision::Range,
            ..date
        }
    })
}

/// Any story: a span of 1 to 40 years that may begin and end in mid-year, and events before, in
/// and (which the build refuses, but the program must bear) after it.
pub fn any_story() -> impl Strategy<Value = &'static Index> {
    let span = (1900i32..2000, 0i32..365, 30i32..15_000).prop_map(|(year, day, days)| {
        let start = Day(Day::from_ymd(year, 1, 1).0 + day);
        Date {
            start,
            end: Day(start.0 + days),
            precision: Precision::Range,
            approximate: false,
        }
    });
    let events = prop::collection::vec((any_date(1850..2045), 0i32..1000), 0..40);
    let steps = prop::collection::vec((any_date(1840..2050), 0usize..40), 0..8);
    // Articles come out at any time, and tell of an event at once or years later.
    let editions = prop::collection::vec(any_date(1890..2060), 1..6);
    let lags = prop::collection::vec(-400i32..4000, 40);
    let told = (span, events, steps).prop_map(|(span, events, steps)| {
        let events: Vec<_> = events
            .into_iter()
            .enumerate()
            .map(|(i, (date, place))| {
                let days = date.end.0 - date.start.0;
                let anchor = Day(date.start.0 + days * place / 1000);
                (name("e", i), date, anchor)
            })
            .collect();
        let told: Vec<(&'static str, Day, Vec<&str>)> = steps
            .into_iter()
            .enumerate()
            .map(|(i, (date, event))| {
                let events = events.get(event).map(|e| e.0).into_iter().collect();
                (name("s", i), date.middle(), events)
            })
            .collect();
        let steps: Vec<(&'static str, Day, &[&str])> = told
            .iter()
            .map(|(id, moment, events)| (*id, *moment, events.as_slice()))
            .collect();
        story(span, events, &steps, &[])
    });
    (told, editions, lags).prop_map(|(index, editions, lags)| {
        let mut editions: Vec<Day> = editions.iter().map(|d| d.end).collect();
        editions.sort_unstable();
        editions.dedup();
        let mut events = index.events.to_vec();
        for (event, lag) in events.iter_mut().zip(lags) {
            event.known = Day(event.anchor.0 + lag).max(editions[0]);
        }
        &*Box::leak(Box::new(Index {
            events: leak(events),
            editions: leak(editions),
            ..*index
        }))
    })
}

fn name(letter: &str, i: usize) -> &'static str {
    Box::leak(format!("{letter}{i}").into_boxed_str())
}
