//! The matrix and its silences, which event is compared, and the table's order and filter.

use fixtures::{any_story, day, event, event_id, leak, small};
use proptest::prelude::*;
use sightlines::domain::choice::Choice;
use sightlines::domain::compare::{
    self, ASPECTS, Cell, Silence, Sort, YearMark, column, differs, sorted,
};
use sightlines::domain::known::{self, ALL};
use sightlines::story::model::{Event, EventIx, Heard, Index, MAX_MAIN};

use Cell::{Covered, Silent, Told};
use Heard::{Direct, Reported, Uninvolved};
use Silence::{NoStatement, OnlyThroughOthers};

const VOICES: [Heard; 4] = [Direct, Reported, Heard::Silent, Uninvolved];

#[test]
fn every_place_holds_a_reading_or_says_which_silence_it_is() {
    // Rows from the last bit on: saw, fears, wants, offers, says.
    let cases = [
        (Direct, 0b11111, [Told; 5]),
        // One silence over neighbouring rows, not over a reading.
        (
            Direct,
            0b10010,
            [
                Silent(NoStatement, 1),
                Told,
                Silent(NoStatement, 2),
                Covered,
                Told,
            ],
        ),
        // Others tell its view: that it says nothing itself is a silence of its own kind.
        (
            Reported,
            0b00001,
            [
                Told,
                Silent(NoStatement, 3),
                Covered,
                Covered,
                Silent(OnlyThroughOthers, 1),
            ],
        ),
        (
            Reported,
            0b10001,
            [Told, Silent(NoStatement, 3), Covered, Covered, Told],
        ),
        // An actor with nothing at all is one silence.
        (
            Heard::Silent,
            0,
            [Silent(NoStatement, 5), Covered, Covered, Covered, Covered],
        ),
        (
            Uninvolved,
            0,
            [
                Silent(Silence::Uninvolved, 5),
                Covered,
                Covered,
                Covered,
                Covered,
            ],
        ),
        // A silence that the story words itself is told.
        (
            Heard::Silent,
            0b10000,
            [Silent(NoStatement, 4), Covered, Covered, Covered, Told],
        ),
    ];
    for (voice, told, cells) in cases {
        assert_eq!(column(voice, told), cells, "{voice:?} {told:05b}");
    }
}

#[test]
fn whatever_is_told_the_column_is_whole() {
    for voice in VOICES {
        for told in 0..1 << ASPECTS {
            let cells = column(voice, told);
            let mut covered = 0;
            for (row, cell) in cells.into_iter().enumerate() {
                let at = format!("{voice:?} {told:05b} row {row}");
                assert_eq!(cell == Told, told & (1 << row) != 0, "{at}");
                assert_eq!(cell == Covered, covered > 0, "{at}");
                match cell {
                    Covered => covered -= 1,
                    Told => {}
                    Silent(kind, rows) => {
                        covered = rows - 1;
                        assert!(row + usize::from(rows) <= ASPECTS, "{at}");
                        let uninvolved = kind == Silence::Uninvolved;
                        assert_eq!(uninvolved, voice == Uninvolved, "{at}");
                        let through = kind == OnlyThroughOthers;
                        let says = row == ASPECTS - 1;
                        assert_eq!(through, voice == Reported && says, "{at}");
                    }
                }
            }
            assert_eq!(covered, 0, "{voice:?} {told:05b}: runs out of the matrix");
        }
    }
}

#[test]
fn the_pinned_event_is_compared_else_the_one_at_hand_else_the_last_so_far() {
    let index = small();
    let c = Choice::initial(index);
    assert_eq!(event_id(index, c.compared(index)), "first-visit", "so far");
    let at_hand = c.at_event(index, event(index, "sochi"));
    assert_eq!(event_id(index, at_hand.compared(index)), "sochi");
    let pin = |id| Some(event(index, id));
    let pinned = at_hand.with_pin(index, pin("surrender"));
    assert_eq!(event_id(index, pinned.compared(index)), "surrender");
    // It stays while the reader reads on, and goes when let go.
    let read_on = pinned.at_step(index, 2).at_moment(index, day("2015"));
    assert_eq!(event_id(index, read_on.compared(index)), "surrender");
    assert_eq!(pinned.with_pin(index, None), at_hand);
    assert_eq!(c.with_pin(index, Some(9999)), c, "no such event");
    let before_all = c.at_moment(index, day("1800"));
    assert_eq!(event_id(index, before_all.compared(index)), "portsmouth");
}

/// The events of a story with these voices in their slots, in this order.
fn told(index: &'static Index, voices: &[[Heard; MAX_MAIN]]) -> Index {
    let events = index.events.iter().zip(voices.iter().cycle());
    let events: Vec<Event> = events
        .map(|(e, voices)| Event {
            voices: *voices,
            voices_by: leak(vec![*voices]),
            ..*e
        })
        .collect();
    Index {
        events: leak(events),
        ..*index
    }
}

const NOBODY: [Heard; MAX_MAIN] = [Uninvolved; MAX_MAIN];
const ONE: [Heard; MAX_MAIN] = {
    let mut voices = NOBODY;
    voices[1] = Reported;
    voices[2] = Heard::Silent;
    voices
};
const TWO: [Heard; MAX_MAIN] = {
    let mut voices = ONE;
    voices[0] = Direct;
    voices
};

#[test]
fn the_table_sorts_by_date_by_theme_and_by_how_many_are_heard() {
    let index = told(small(), &[ONE, NOBODY, TWO]);
    assert_eq!([NOBODY, ONE, TWO].map(|v| compare::heard(&v)), [0, 1, 2]);
    let theme = |event: EventIx| event % 2 * 7;
    let of = |sort, descending| sorted(&index, sort, descending, ALL, &theme);
    let cases: [(Sort, bool, [EventIx; 13]); 6] = [
        (
            Sort::Date,
            false,
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        ),
        (Sort::Date, true, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
        (
            Sort::Theme,
            false,
            [0, 2, 4, 6, 8, 10, 12, 1, 3, 5, 7, 9, 11],
        ),
        (
            Sort::Theme,
            true,
            [1, 3, 5, 7, 9, 11, 0, 2, 4, 6, 8, 10, 12],
        ),
        (
            Sort::Heard,
            true,
            [2, 5, 8, 11, 0, 3, 6, 9, 12, 1, 4, 7, 10],
        ),
        (
            Sort::Heard,
            false,
            [1, 4, 7, 10, 0, 3, 6, 9, 12, 2, 5, 8, 11],
        ),
    ];
    for (sort, descending, wanted) in cases {
        assert_eq!(of(sort, descending), wanted, "{sort:?} {descending}");
    }
}

#[test]
fn a_header_names_its_order_and_who_is_heard_most_comes_first() {
    let words = ["date", "theme", "heard", "", "title"];
    let sorts = words.map(Sort::from_word);
    assert_eq!(
        sorts,
        [
            Some(Sort::Date),
            Some(Sort::Theme),
            Some(Sort::Heard),
            None,
            None
        ]
    );
    let descending = [Sort::Date, Sort::Theme, Sort::Heard].map(Sort::begins_descending);
    assert_eq!(descending, [false, false, true]);
}

#[test]
fn only_what_the_sources_differ_on_as_asked_is_shown() {
    let (fact, motive, meaning) = (1, 2, 4);
    let cases = [
        (0, 0, true),
        (fact | meaning, 0, true),
        (fact, fact, true),
        (fact | meaning, meaning, true),
        (fact, motive | meaning, false),
        (0, fact | motive | meaning, false),
    ];
    for (disputed, asked, shown) in cases {
        assert_eq!(differs(disputed, asked), shown, "{disputed} of {asked}");
    }
}

#[test]
fn the_register_marks_every_year_and_numbers_those_that_have_room() {
    let marks: Vec<_> = compare::years(small(), 3)
        .into_iter()
        .map(|mark: YearMark| (mark.column, mark.year, mark.labelled))
        .collect();
    assert_eq!(
        marks,
        [
            (0, 1905, true),
            (1, 1945, false),
            (2, 1980, false),
            (3, 1994, true),
            (4, 2010, false),
            (5, 2012, false),
            (6, 2013, true),
            (10, 2014, true),
            (11, 2016, false),
        ]
    );
}

#[test]
fn only_what_is_known_is_compared_and_sliding_passes_over_the_rest() {
    let index = small();
    let at = |id| event(index, id);
    // Each event is known from its first day on; this one, far back, only from the end.
    let events: Vec<Event> = index
        .events
        .iter()
        .map(|e| Event {
            known: if e.id == "first-visit" {
                day("2016-12-31")
            } else {
                e.date.start
            },
            ..*e
        })
        .collect();
    let index = &Index {
        events: leak(events),
        ..*index
    };
    let c = Choice::initial(index)
        .at_moment(index, day("2013-07-20"))
        .as_known(index, true);
    assert!(c.known, "the story offers the switch");
    let pinned = c.with_pin(index, Some(at("sochi")));
    assert_eq!(
        event_id(index, pinned.compared(index)),
        "july-day",
        "not yet known"
    );
    let back = c
        .with_pin(index, Some(at("summer-a")))
        .slide_pin(index, at("first-visit"));
    assert_eq!(event_id(index, back.pin), "thaw-talk", "passed over");
    let forth = back.slide_pin(index, at("first-visit"));
    assert_eq!(event_id(index, forth.pin), "summer-a", "and the other way");
    assert_eq!(
        forth.slide_pin(index, at("last")),
        forth,
        "nothing known beyond"
    );
    let all = pinned.as_known(index, false);
    assert_eq!(event_id(index, all.compared(index)), "sochi");
}

proptest! {
    #[test]
    fn sorting_loses_nothing_and_keeps_the_order_of_time_within_a_rank(
        index in any_story(),
        themes in prop::collection::vec(0u16..6, 40),
        descending: bool,
        by_theme: bool,
    ) {
        let index = told(index, &[ONE, TWO, NOBODY, TWO, ONE]);
        let sort = if by_theme { Sort::Theme } else { Sort::Heard };
        let theme = |event: EventIx| themes[event as usize];
        let order = sorted(&index, sort, descending, ALL, &theme);
        let rank = |event: EventIx| match sort {
            Sort::Heard => compare::heard(&index.events[event as usize].voices),
            _ => theme(event),
        };
        let mut wanted: Vec<EventIx> = (0..index.events.len() as EventIx).collect();
        wanted.sort_by_key(|e| if descending { -i64::from(rank(*e)) } else { i64::from(rank(*e)) });
        prop_assert_eq!(order, wanted);
    }

    #[test]
    fn years_are_marked_once_where_they_begin_and_numbers_never_touch(
        index in any_story(), room in 1usize..6
    ) {
        let marks = compare::years(index, room);
        let year = |e: &Event| e.anchor.ymd().0;
        let mut years: Vec<i32> = index.events.iter().map(year).collect();
        years.dedup();
        let marked: Vec<i32> = marks.iter().map(|m| m.year).collect();
        prop_assert_eq!(marked, years);
        for m in &marks {
            prop_assert_eq!(year(&index.events[m.column]), m.year);
        }
        let numbers: Vec<usize> = marks.iter().filter(|m| m.labelled).map(|m| m.column).collect();
        prop_assert!(numbers.windows(2).all(|two| two[1] - two[0] >= room));
        prop_assert_eq!(numbers.first(), (!index.events.is_empty()).then_some(&0));
    }

    #[test]
    fn what_lies_behind_the_horizon_is_never_compared(
        index in any_story(), n in 0i32..=1000, pin in 0u16..41, to in 0u16..41
    ) {
        let full = sightlines::domain::window::Window::full(index);
        let days = i64::from(full.to.0 - full.from.0) * i64::from(n) / 1000;
        let moment = sightlines::domain::date::Day(full.from.0 + days as i32);
        let c = Choice::initial(index).at_moment(index, moment).as_known(index, true);
        let c = c.with_pin(index, Some(pin));
        for c in [c, c.slide_pin(index, to)] {
            let compared = c.compared(index);
            prop_assert!(compared.is_none_or(|e| known::event(index, e, c.horizon())));
        }
    }

    #[test]
    fn something_is_compared_in_every_story_that_has_an_event(
        index in any_story(), n in 0i32..1000, pin in prop::option::of(0u16..41)
    ) {
        let c = Choice::initial(index);
        let c = c.at_moment(index, fixtures::day("1850").min(c.moment)).with_pin(index, pin);
        let c = if n % 2 == 0 { c.at_opening() } else { c };
        let compared = c.compared(index);
        prop_assert_eq!(compared.is_some(), !index.events.is_empty());
        prop_assert!(compared.is_none_or(|e| usize::from(e) < index.events.len()));
    }
}
