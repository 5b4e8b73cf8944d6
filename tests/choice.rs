//! The choice, its verbs, and the link that carries it.

use fixtures::{CN, JP, NK, RU, any_story, date, day, event, event_id, small};
use proptest::prelude::*;
use sightlines::domain::choice::{Choice, Mode};
use sightlines::domain::date::Day;
use sightlines::domain::link::{Fault, Key};
use sightlines::domain::window::Window;
use sightlines::story::model::Index;

fn faults(link: &str) -> Vec<(Key, Fault)> {
    let parsed = Choice::from_fragment(link, small());
    parsed.problems.iter().map(|p| (p.key, p.what)).collect()
}

fn choice(link: &str) -> Choice {
    assert_eq!(faults(link), [], "{link}");
    Choice::from_fragment(link, small()).choice
}

// ---------------------------------------------------------------- verbs

#[test]
fn it_begins_in_the_opening_on_nobodys_side_with_all_of_time() {
    let c = Choice::initial(small());
    assert_eq!((c.step, c.event), (None, None));
    assert_eq!(c.moment, day("2012-01-01"), "the first step's");
    assert_eq!(c.window, Window::full(small()));
    assert!(c.perspective.is_neutral() && !c.hold);
    assert_eq!(c.mode, Mode::Scroll);
}

#[test]
fn toggling_keeps_event_date_and_passage() {
    let c = Choice::initial(small()).at_step(small(), 1);
    let toggled = c.toggle(JP).toggle(RU);
    assert_eq!(toggled.perspective.count(), 2);
    let perspective = c.perspective;
    assert_eq!(
        Choice {
            perspective,
            ..toggled
        },
        c
    );
    assert_eq!(toggled.neutral(), c);
    assert_eq!(c.toggle(NK + 2), c, "no such switch");
}

#[test]
fn a_step_brings_its_moment_and_its_main_event() {
    let c = Choice::initial(small()).at_step(small(), 1);
    assert_eq!(c.step, Some(1));
    assert_eq!(event_id(small(), c.event), "warships-2013");
    assert_eq!(c.moment, day("2013-07-16"));
    let quiet = c.at_step(small(), 0);
    assert_eq!((quiet.event, quiet.moment), (None, day("2012-01-01")));
    assert_eq!(c.at_step(small(), 99), c, "no such step");
    assert_eq!(c.at_opening().moment, c.moment);
}

#[test]
fn a_held_stage_stays_while_the_reader_scrolls_and_returns_when_let_go() {
    let index = small();
    let held = Choice::initial(index).at_step(index, 1).hold(index, true);
    let scrolled = held.at_step(index, 2);
    assert_eq!(scrolled.step, Some(2));
    assert_eq!((scrolled.event, scrolled.moment), (held.event, held.moment));
    let followed = scrolled.hold(index, false);
    assert_eq!(event_id(index, followed.event), "two-plus-two");
    assert_eq!(followed.moment, day("2013-11-02"));
    // Following already: nothing is pulled back.
    let slid = followed.at_moment(index, day("2010"));
    assert_eq!(slid.hold(index, false), slid);
}

#[test]
fn an_event_brings_its_moment_and_a_moment_its_event_and_the_text_stays() {
    let index = small();
    let c = Choice::initial(index).at_step(index, 2);
    let picked = c.at_event(index, event(index, "drill-2013"));
    assert_eq!((picked.step, picked.moment), (Some(2), day("2013-07-16")));
    assert_eq!(event_id(index, picked.event), "drill-2013");
    assert_eq!(picked.told(index), Some(1), "the jump offered");
    assert_eq!(c.at_event(index, 9999), c, "no such event");

    let slid = c.at_moment(index, day("2013-10-31"));
    assert_eq!(event_id(index, slid.event), "july-day");
    let same_day = picked.at_moment(index, day("2013-07-16"));
    assert_eq!(same_day, picked, "one of three on that day");
    assert_eq!(c.at_moment(index, day("1800")).event, None);
    assert_eq!(c.at_moment(index, day("1800")).moment, day("1900"));
    assert_eq!(c.at_moment(index, day("2900")).moment, day("2016-12-31"));
}

#[test]
fn where_no_event_is_at_hand_the_step_is_told_by_date() {
    let index = small();
    let mut c = Choice::initial(index).at_moment(index, day("2013-08-01"));
    c.event = None;
    assert_eq!(c.told(index), Some(1));
    c.moment = day("1900-01-01");
    assert_eq!(c.told(index), None);
}

#[test]
fn neighbours_are_events_of_the_window_while_it_is_held() {
    let index = small();
    let c = Choice::initial(index).at_event(index, event(index, "july-day"));
    assert_eq!(event_id(index, c.neighbour(index, true)), "two-plus-two");
    assert_eq!(event_id(index, c.neighbour(index, false)), "drill-2013");
    let narrow = c.hold(index, true).with_to(index, day("2013-07-31"));
    assert_eq!(narrow.neighbour(index, true), None);
    let loose = Choice {
        hold: false,
        ..narrow
    };
    assert_eq!(
        event_id(index, loose.neighbour(index, true)),
        "two-plus-two"
    );
    assert_eq!(loose.filter(index), Choice::initial(index).window);
}

#[test]
fn the_windows_thumbs_are_verbs() {
    let index = small();
    let c = Choice::initial(index)
        .with_from(index, day("2010"))
        .with_to(index, day("2009"));
    assert_eq!((c.window.from, c.window.to), (day("2010"), day("2010")));
    assert_eq!(c.without_window(index), Choice::initial(index));
}

// ---------------------------------------------------------------- link

#[test]
fn a_link_holds_only_what_differs_in_a_fixed_order() {
    let index = small();
    let initial = Choice::initial(index);
    let warships = initial.at_step(index, 1);
    let cases = [
        (initial, ""),
        (warships, "step=warships&t=2013-07-16&e=warships-2013"),
        (warships.at_opening(), "t=2013-07-16&e=warships-2013"),
        (initial.toggle(CN).toggle(JP), "p=jp,cn"),
        (initial.with_mode(index, Mode::Steps), "mode=steps"),
        (initial.hold(index, true), "hold=1"),
        (
            initial.with_from(index, day("2010")),
            "w=2010-01-01..2016-12-31",
        ),
        (initial.at_step(index, 0), "step=opening"),
        (
            initial.at_step(index, 2),
            "step=four%20ministers%2F%C3%A9&t=2013-11-02&e=two-plus-two",
        ),
        (initial.at_moment(index, day("1901")), "t=1901-01-01"),
        // Without `e=` the date would bring the event along.
        (
            Choice {
                event: None,
                ..warships
            },
            "step=warships&t=2013-07-16&e=",
        ),
        (
            warships.with_pin(index, Some(event(index, "sochi"))),
            "step=warships&t=2013-07-16&e=warships-2013&pin=sochi",
        ),
        (
            warships
                .with_from(index, day("2010"))
                .hold(index, true)
                .toggle(JP)
                .toggle(RU)
                .with_mode(index, Mode::Article),
            "step=warships&t=2013-07-16&e=warships-2013&w=2010-01-01..2016-12-31&hold=1&p=jp,ru&mode=article",
        ),
    ];
    for (c, link) in cases {
        assert_eq!(c.to_fragment(index), link);
        assert_eq!(choice(link), c, "{link}");
    }
}

#[test]
fn a_link_written_by_hand_need_not_say_everything() {
    let index = small();
    let initial = Choice::initial(index);
    let cases = [
        ("step=warships", initial.at_step(index, 1)),
        ("#step=warships", initial.at_step(index, 1)),
        ("e=sochi", initial.at_event(index, event(index, "sochi"))),
        ("t=2013", initial.at_moment(index, day("2013-07-02"))),
        ("t=2013-11-02&step=warships", {
            let step = Some(1);
            Choice {
                step,
                ..initial.at_moment(index, day("2013-11-02"))
            }
        }),
        (
            "w=2010..2012-06",
            initial
                .with_from(index, day("2010"))
                .with_to(index, date("2012-06").end),
        ),
        ("w=2010..", initial.with_from(index, day("2010"))),
        ("w=..2010", initial.with_to(index, date("2010").end)),
        ("w=1066..2900", initial),
        ("p=ru%2Cjp", initial.toggle(JP).toggle(RU)),
        ("p=", initial),
        ("hold=0", initial),
        ("mode=scroll", initial),
        ("pin=", initial),
        (
            "pin=sochi",
            initial.with_pin(index, Some(event(index, "sochi"))),
        ),
        ("utm_source=x&p=jp&&=&x", initial.toggle(JP)),
        (
            "mode=steps&mode=article",
            initial.with_mode(index, Mode::Article),
        ),
        ("t=1066-10-14", initial.at_moment(index, day("1900"))),
        ("", initial),
        ("#", initial),
    ];
    for (link, c) in cases {
        assert_eq!(choice(link), c, "{link}");
    }
}

#[test]
fn broken_values_are_reported_and_left_at_the_default() {
    let cases = [
        ("step=atlantis", Key::Step, Fault::Unknown),
        ("step=", Key::Step, Fault::Unknown),
        ("e=atlantis", Key::Event, Fault::Unknown),
        ("e=%", Key::Event, Fault::Unknown),
        ("e=%FF%00", Key::Event, Fault::Unknown),
        ("t=soon", Key::Moment, Fault::NotADate),
        ("t=", Key::Moment, Fault::NotADate),
        ("t=2013-02-30", Key::Moment, Fault::NotADate),
        ("t=1990/1999", Key::Moment, Fault::NotADate),
        ("w=2010", Key::Window, Fault::NotADate),
        ("w=2010..x", Key::Window, Fault::NotADate),
        ("w=2012..2010", Key::Window, Fault::Backwards),
        ("hold=perhaps", Key::Hold, Fault::Unknown),
        ("p=atlantis", Key::Perspective, Fault::Unknown),
        ("p=nk", Key::Perspective, Fault::Unknown),
        ("mode=film", Key::Mode, Fault::Unknown),
        ("known=soon", Key::Known, Fault::Unknown),
        ("pin=atlantis", Key::Pin, Fault::Unknown),
    ];
    for (link, key, what) in cases {
        assert_eq!(faults(link), [(key, what)], "{link}");
        let parsed = Choice::from_fragment(link, small());
        assert_eq!(parsed.choice, Choice::initial(small()), "{link}");
    }
}

#[test]
fn what_is_sound_beside_a_broken_value_counts() {
    let link = "step=atlantis&t=2013-07-16&p=jp,atlantis&mode=steps";
    let parsed = Choice::from_fragment(link, small());
    let keys: Vec<&str> = parsed.problems.iter().map(|p| p.key.word()).collect();
    assert_eq!(keys, ["step", "p"]);
    let initial = Choice::initial(small());
    let expected = initial.at_moment(small(), day("2013-07-16")).toggle(JP);
    assert_eq!(parsed.choice, expected.with_mode(small(), Mode::Steps));
}

#[test]
fn a_fragment_that_names_a_part_of_the_page_is_no_choice() {
    for (fragment, is_anchor) in [
        ("#source-2", true),
        ("source-2", true),
        ("&", true),
        ("#", false),
        ("", false),
        ("#p=jp", false),
        ("#foo=bar", false),
    ] {
        let parsed = Choice::from_fragment(fragment, small());
        assert_eq!(parsed.is_anchor, is_anchor, "{fragment}");
        assert_eq!(parsed.problems, []);
    }
}

#[test]
fn a_query_sets_what_the_fragment_does_not() {
    let index = small();
    let parsed = Choice::from_link("?p=jp&mode=steps&lang=en", "#p=ru", index);
    assert_eq!(parsed.problems, []);
    let expected = Choice::initial(index)
        .toggle(RU)
        .with_mode(index, Mode::Steps);
    assert_eq!(parsed.choice, expected);
    let parsed = Choice::from_link("?p=jp", "#source-2", index);
    assert!(parsed.is_anchor);
    assert_eq!(parsed.choice, Choice::initial(index).toggle(JP));
}

/// A choice as a reader reaches it, by verbs in any order.
fn any_choice() -> impl Strategy<Value = (&'static Index, Choice)> {
    let verbs = prop::collection::vec((0u8..11, 0i32..1000), 0..12);
    (any_story(), verbs).prop_map(|(index, verbs)| {
        let full = Window::full(index);
        let mut c = Choice::initial(index);
        for (verb, n) in verbs {
            let days = i64::from(full.to.0 - full.from.0);
            let day = Day(full.from.0 + (days * i64::from(n) / 900) as i32 - 500);
            c = match verb {
                0 => c.at_step(index, (n % 9) as u16),
                1 => c.at_event(index, (n % 41) as u16),
                2 => c.at_moment(index, day),
                3 => c.with_from(index, day),
                4 => c.with_to(index, day),
                5 => c.toggle((n % 4) as u8),
                6 => c.hold(index, n % 2 == 0),
                7 => c.with_mode(index, Mode::ALL[n as usize % 3]),
                8 => c.as_known(index, n % 3 > 0),
                9 => c.with_pin(index, (n % 3 > 0).then_some((n % 41) as u16)),
                _ => c.at_opening(),
            };
        }
        (index, c)
    })
}

proptest! {
    #[test]
    fn a_choice_comes_back_from_its_link((index, c) in any_choice()) {
        let link = c.to_fragment(index);
        let parsed = Choice::from_fragment(&link, index);
        prop_assert_eq!(&parsed.problems, &[]);
        prop_assert!(!parsed.is_anchor);
        prop_assert_eq!(parsed.choice, c, "{}", link);
        prop_assert_eq!(Choice::from_link(&link, "", index).choice, c);
    }

    /// Not only what verbs lead to: any event with any day on the axis.
    #[test]
    fn any_pairing_of_step_event_and_moment_comes_back(
        (index, c) in any_choice(), step in 0u16..9, event in 0u16..41, n in 0i64..=1000
    ) {
        let full = Window::full(index);
        let days = i64::from(full.to.0 - full.from.0);
        let c = Choice {
            step: (usize::from(step) < index.steps.len()).then_some(step),
            event: (usize::from(event) < index.events.len()).then_some(event),
            moment: Day(full.from.0 + (days * n / 1000) as i32),
            known: false,
            ..c
        }
        .as_known(index, c.known);
        let link = c.to_fragment(index);
        prop_assert_eq!(Choice::from_fragment(&link, index).choice, c, "{}", link);
    }

    #[test]
    fn a_link_needs_no_escaping_in_an_attribute_or_an_address((index, c) in any_choice()) {
        let link = c.to_fragment(index);
        prop_assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&,.-%_~".contains(&b)));
    }

    #[test]
    fn any_link_at_all_gives_a_choice_that_the_story_can_show(
        index in any_story(), link in ".{0,60}"
    ) {
        sound(index, &link)?;
    }

    #[test]
    fn a_link_of_known_keys_with_any_values_gives_a_sound_choice(
        index in any_story(),
        pairs in prop::collection::vec(
            ("(step|t|e|w|hold|p|mode|known|pin|x)", "(e[0-9]{1,2}|s[0-9]|[0-9]{4}(-[0-9]{2}){0,2}(\\.\\.[0-9]{4})?|[a-z,]{0,8}|%[0-9a-fG]{0,3}|.{0,6})"),
            0..8
        )
    ) {
        let link: Vec<String> = pairs.iter().map(|(k, v)| format!("{k}={v}")).collect();
        sound(index, &link.join("&"))?;
    }
}

fn sound(index: &Index, link: &str) -> Result<(), TestCaseError> {
    let parsed = Choice::from_fragment(link, index);
    let c = parsed.choice;
    let full = Window::full(index);
    prop_assert!(full.contains(c.moment));
    prop_assert!(full.from <= c.window.from && c.window.from <= c.window.to);
    prop_assert!(c.window.to <= full.to);
    prop_assert!(c.step.is_none_or(|s| usize::from(s) < index.steps.len()));
    prop_assert!(c.event.is_none_or(|e| usize::from(e) < index.events.len()));
    prop_assert!(c.pin.is_none_or(|e| usize::from(e) < index.events.len()));
    prop_assert!(c.perspective.iter().all(|s| usize::from(s) < index.main));
    // One passage at a time, as known then: the passage is known, unless none is.
    let told = |step: u16| index.steps[usize::from(step)].told <= c.horizon();
    let is_any = (0..index.steps.len() as u16).any(told);
    prop_assert!(c.mode != Mode::Steps || !is_any || c.step.is_none_or(told));
    // Once read it is a choice like any other.
    let again = Choice::from_fragment(&c.to_fragment(index), index);
    prop_assert_eq!(again.choice, c);
    Ok(())
}

#[test]
fn pages_turn_one_by_one_and_end_at_both_ends() {
    let index = small();
    let last = index.steps.len() as u16 - 1;
    let begin = Choice::initial(index);
    assert_eq!(begin.page(index, false), None);
    // One who has not begun is at the first passage.
    assert_eq!(begin.page(index, true).and_then(|c| c.step), Some(1));
    let mut here = begin.at_step(index, 0);
    for step in 1..=last {
        here = here.page(index, true).expect("there is another");
        assert_eq!(here.step, Some(step));
        assert_eq!(here.moment, begin.at_step(index, step).moment);
    }
    assert_eq!(here.page(index, true), None);
    assert_eq!(here.page(index, false).and_then(|c| c.step), Some(last - 1));
}

#[test]
fn only_a_finger_that_goes_sideways_turns() {
    use sightlines::domain::swipe::turn;
    for (dx, dy, ltr) in [
        (-80, 0, Some(true)),
        (80, 10, Some(false)),
        (-80, 39, Some(true)),
        (-80, 40, None),
        (-40, 0, None),
        (0, -300, None),
        (i32::MIN, 0, Some(true)),
        (i32::MIN, i32::MIN, None),
    ] {
        assert_eq!(turn(dx, dy, false), ltr, "{dx} {dy}");
        assert_eq!(turn(dx, dy, true), ltr.map(|forward| !forward), "{dx} {dy}");
    }
}
