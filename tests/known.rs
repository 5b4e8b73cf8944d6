//! As known then: what lies within the horizon, and what the choice makes of it.

use fixtures::{CN, JP, RU, any_story, day, event, event_id, leak, small};
use proptest::prelude::*;
use sightlines::domain::choice::Choice;
use sightlines::domain::date::Day;
use sightlines::domain::window::Window;
use sightlines::domain::{known, order, words};
use sightlines::story::model::{Event, Heard, Index, MAX_MAIN};

/// The small story, told by two articles: the first, of February 2014, tells of what had happened
/// up to then; the second, of June 2016, of the rest. The last event is known only after the axis.
fn told_twice() -> &'static Index {
    let editions = [day("2014-02-28"), day("2016-06-30")];
    let index = small();
    let told = |e: &Event| Event {
        known: match e.id {
            "last" => day("2017-01-01"),
            _ if e.anchor <= editions[0] => editions[0],
            _ => editions[1],
        },
        voices_by: &[
            [
                Heard::Reported,
                Heard::Silent,
                Heard::Silent,
                Heard::Uninvolved,
                Heard::Uninvolved,
                Heard::Uninvolved,
            ],
            [
                Heard::Direct,
                Heard::Reported,
                Heard::Silent,
                Heard::Uninvolved,
                Heard::Uninvolved,
                Heard::Uninvolved,
            ],
        ],
        ..*e
    };
    Box::leak(Box::new(Index {
        events: leak(index.events.iter().map(told).collect()),
        editions: leak(editions.to_vec()),
        ..*index
    }))
}

/// From where a choice stands on the reader's own day.
fn on(index: &Index, text: &str) -> Choice {
    Choice::initial(index)
        .at_moment(index, day(text))
        .as_known(index, true)
}

#[test]
fn an_article_is_out_from_its_own_day_on() {
    let index = told_twice();
    let cases = [
        ("2014-02-27", 0, Some("2014-02-28")),
        ("2014-02-28", 1, Some("2016-06-30")),
        ("2016-06-29", 1, Some("2016-06-30")),
        ("2016-06-30", 2, None),
        ("2016-12-31", 2, None),
    ];
    for (moment, out, next) in cases {
        assert_eq!(known::editions(index, day(moment)), out, "{moment}");
        assert_eq!(
            known::next_edition(index, day(moment)),
            next.map(day),
            "{moment}"
        );
    }
    assert_eq!(known::editions(index, known::ALL), 2);
}

#[test]
fn it_is_offered_where_an_article_came_out_on_the_axis() {
    assert!(known::is_offered(told_twice()));
    let late = Index {
        editions: leak(vec![day("2020")]),
        ..*told_twice()
    };
    assert!(!known::is_offered(&late));
    let c = Choice::initial(&late).as_known(&late, true);
    assert!(!c.known, "nothing to switch");
    let parsed = Choice::from_fragment("known=1", &late);
    assert_eq!((parsed.choice.known, parsed.problems.len()), (false, 0));
}

#[test]
fn the_stage_shows_no_event_that_is_unknown_by_then() {
    let index = told_twice();
    let cases = [
        ("2013-11-02", "none"),
        ("2014-02-27", "none"),
        ("2014-02-28", "sochi"),
        ("2016-06-29", "sochi"),
        ("2016-07-02", "about-2016"),
        ("2016-12-31", "about-2016"),
    ];
    for (moment, shown) in cases {
        let c = on(index, moment);
        assert_eq!(event_id(index, c.event), shown, "{moment}");
        assert_eq!(c.moment, day(moment), "turning it on keeps the moment");
    }
}

#[test]
fn scrolling_shows_what_is_known_of_a_passage_and_keeps_the_readers_day() {
    let index = told_twice();
    let c = on(index, "2014-03-01");
    let read = c.at_step(index, 1);
    assert_eq!((read.step, read.moment), (Some(1), c.moment));
    assert_eq!(event_id(index, read.event), "warships-2013");
    let before = on(index, "2014-02-01").at_step(index, 1);
    assert_eq!((before.step, before.event), (Some(1), None));
    let held = c.hold(index, true).at_step(index, 1);
    assert_eq!(held.event, c.event, "held is held");
}

#[test]
fn a_picked_event_moves_the_readers_day_only_to_where_it_is_known() {
    let index = told_twice();
    let c = on(index, "2015-01-01");
    let earlier = c.at_event(index, event(index, "warships-2013"));
    assert_eq!(
        (event_id(index, earlier.event), earlier.moment),
        ("warships-2013", c.moment)
    );
    let later = c.at_event(index, event(index, "about-2016"));
    assert_eq!(
        (event_id(index, later.event), later.moment),
        ("about-2016", day("2016-06-30"))
    );
    assert_eq!(
        c.at_event(index, event(index, "last")),
        c,
        "never known on the axis"
    );
}

#[test]
fn neighbours_are_known_events() {
    let index = told_twice();
    let c = on(index, "2014-02-28");
    assert_eq!(c.neighbour(index, true), None, "the rest lies ahead");
    assert_eq!(event_id(index, c.neighbour(index, false)), "two-plus-two");
    let c = on(index, "2016-06-30");
    assert_eq!(event_id(index, c.neighbour(index, true)), "about-2016");
    assert_eq!(on(index, "2010-01-01").neighbour(index, true), None);
}

#[test]
fn turned_off_the_stage_returns_to_the_passage_being_read() {
    let index = told_twice();
    let read = on(index, "2014-03-01").at_step(index, 2);
    assert_eq!(
        read.as_known(index, false),
        Choice::initial(index).at_step(index, 2)
    );
    let held = read.hold(index, true).as_known(index, false);
    assert_eq!((held.moment, held.event), (read.moment, read.event));
}

#[test]
fn a_link_says_so_and_never_brings_what_lies_ahead() {
    let index = told_twice();
    let c = on(index, "2014-03-01").at_step(index, 1).toggle(JP);
    let link = "step=warships&t=2014-03-01&e=warships-2013&p=jp&known=1";
    assert_eq!(c.to_fragment(index), link);
    assert_eq!(Choice::from_fragment(link, index).choice, c);
    let ahead = Choice::from_fragment("t=2014-03-01&e=last&known=1", index).choice;
    assert_eq!(event_id(index, ahead.event), "sochi");
    let step = Choice::from_fragment("step=warships&known=1", index).choice;
    assert_eq!((step.moment, step.event), (day("2013-07-16"), None));
    let off = c.with_link("", "known=0", index).choice;
    assert!(!off.known);
}

#[test]
fn actors_are_heard_as_the_articles_then_let_them_be() {
    let index = told_twice();
    let sochi = event(index, "sochi");
    let cases = [
        ("2014-02-27", JP, Heard::Uninvolved),
        ("2014-02-28", JP, Heard::Reported),
        ("2016-06-29", RU, Heard::Silent),
        ("2016-06-30", JP, Heard::Direct),
        ("2016-06-30", RU, Heard::Reported),
    ];
    for (moment, slot, heard) in cases {
        let voices = known::voices(index, sochi, day(moment));
        assert_eq!(voices[slot as usize], heard, "{moment}");
    }
    assert_eq!(
        known::voices(index, sochi, known::ALL),
        index.events[sochi as usize].voices
    );
    assert_eq!(
        known::voices(index, 60_000, known::ALL),
        [Heard::Uninvolved; MAX_MAIN]
    );
    let overall = |moment: &str, slot: u8| known::overall(index, slot.into(), day(moment));
    assert_eq!(overall("2014-02-27", JP), Heard::Silent);
    assert_eq!(overall("2014-02-28", JP), Heard::Reported);
    assert_eq!(overall("2016-06-30", JP), Heard::Direct);
    assert_eq!(overall("2016-06-30", CN), Heard::Silent);
    assert_eq!(
        known::overall(index, CN.into(), known::ALL),
        Heard::Reported,
        "the author's word"
    );
}

#[test]
fn counts_do_not_tell_of_what_lies_ahead() {
    fixtures::load();
    let index = told_twice();
    let full = Window::full(index);
    let c = on(index, "2014-02-28");
    let known = index.events.iter().filter(|e| e.known <= c.moment).count();
    assert!(words::event_count(index, c).contains(&format!("{known} of {known}")));
    assert!(words::window_count(index, full, c.horizon()).contains(&format!("{known} of {known}")));
    assert!(words::event_count(index, on(index, "2013-01-01")).contains("0 of 0"));
    let all = index.events.len();
    assert!(words::window_count(index, full, known::ALL).contains(&format!("{all} of {all}")));
}

#[test]
fn the_day_is_said_in_full() {
    fixtures::load();
    let index = told_twice();
    let date = |_| String::from("an event's date");
    let c = on(index, "2014-02-28");
    assert_eq!(words::moment(index, c, &date), "28 February 2014");
    assert_eq!(
        words::known(index, c.horizon(), 1, 2),
        "1 of 2 articles are out; they tell of 11 of 13 events."
    );
    assert!(words::known(index, day("2014-02-27"), 0, 2).contains("28 February 2014"));
}

proptest! {
    /// Whatever the reader does, what is on the stage and beside it is known.
    #[test]
    fn nothing_ahead_is_ever_at_hand(index in any_story(), verbs in prop::collection::vec((0u8..6, 0i32..1000), 0..12)) {
        let full = Window::full(index);
        let mut c = Choice::initial(index).as_known(index, true);
        for (verb, n) in verbs {
            let days = i64::from(full.to.0 - full.from.0);
            let day = Day(full.from.0 + (days * i64::from(n) / 900) as i32);
            c = match verb {
                0 => c.at_step(index, (n % 9) as u16),
                1 => c.at_event(index, (n % 41) as u16),
                2 => c.at_moment(index, day),
                3 => c.hold(index, n % 2 == 0),
                4 => c.with_to(index, day),
                _ => c.neighbour(index, n % 2 == 0).map_or(c, |e| c.at_event(index, e)),
            };
            let horizon = c.horizon();
            let is_known = |e: u16| known::event(index, e, horizon);
            prop_assert!(c.event.is_none_or(is_known));
            prop_assert!(c.neighbour(index, true).is_none_or(is_known));
            prop_assert!(c.neighbour(index, false).is_none_or(is_known));
            prop_assert!(full.contains(c.moment));
        }
    }

    /// Without a horizon, the order is the plain one.
    #[test]
    fn with_nothing_hidden_every_event_is_visited(index in any_story()) {
        let full = Window::full(index);
        let mut visited = 0;
        let mut at = None;
        while let Some(next) = order::step(index, at, Day(full.from.0 - 1), full, known::ALL, true) {
            visited += 1;
            at = Some(next);
        }
        prop_assert_eq!(visited, index.events.len());
    }
}
