//! Perspectives, the names they bring, and what is heard from them.

use fixtures::{ACTORS, CN, JP, NK, RU, US, event, small};
use proptest::prelude::*;
use sightlines::domain::date::Day;
use sightlines::domain::heard::{self, Shown};
use sightlines::domain::perspective::{self, Perspective};
use sightlines::story::model::{Aspect, Heard, Kind, MAX_MAIN, Reading, Statement};

fn seen_by(slots: &[u8]) -> Perspective {
    slots
        .iter()
        .fold(Perspective::NEUTRAL, |p, slot| p.toggle(*slot))
}

// ---------------------------------------------------------------- the set

#[test]
fn neutral_is_nobody() {
    assert!(Perspective::NEUTRAL.is_neutral());
    assert_eq!(Perspective::NEUTRAL, Perspective::default());
    assert_eq!(Perspective::NEUTRAL.count(), 0);
    assert_eq!(Perspective::NEUTRAL.ids(), "");
    assert_eq!(Perspective::NEUTRAL.to_list(ACTORS), "");
    assert_eq!(Perspective::all(4), seen_by(&[JP, RU, CN, US]));
    assert_eq!(Perspective::all(6).count(), 6);
    assert_eq!(Perspective::all(99).count(), MAX_MAIN);
    assert_eq!(Perspective::only(CN), seen_by(&[CN]));
}

#[test]
fn the_root_attribute_counts_slots_from_one() {
    for (slots, ids) in [
        (&[JP][..], "1"),
        (&[RU, JP], "1 2"),
        (&[US, CN], "3 4"),
        (&[5, 0], "1 6"),
    ] {
        assert_eq!(seen_by(slots).ids(), ids);
    }
}

#[test]
fn a_list_names_actors_by_id() {
    let main = &ACTORS[..4];
    for (list, slots, all_known) in [
        ("jp,ru", &[JP, RU][..], true),
        ("ru,jp,ru", &[JP, RU], true),
        ("", &[], true),
        (",,us,", &[US], true),
        ("jp,atlantis", &[JP], false),
        ("nk", &[], false),
        ("JP", &[], false),
    ] {
        let expected = (seen_by(slots), all_known);
        assert_eq!(
            Perspective::from_list(list.as_bytes(), main),
            expected,
            "{list}"
        );
    }
}

#[test]
fn an_actor_without_a_switch_cannot_be_switched_on() {
    for slot in [6, 7, 8, 31, 255] {
        assert!(seen_by(&[slot]).is_neutral());
        assert!(!Perspective::all(6).has(slot));
    }
}

proptest! {
    #[test]
    fn toggling_twice_changes_nothing_and_once_changes_one(slots in prop::collection::vec(0u8..6, 0..9), slot in 0u8..6) {
        let p = seen_by(&slots);
        prop_assert_eq!(p.toggle(slot).toggle(slot), p);
        for other in 0..6 {
            prop_assert_eq!(p.toggle(slot).has(other), p.has(other) != (other == slot));
        }
        prop_assert_eq!(p.iter().count(), p.count());
        prop_assert_eq!(seen_by(&p.iter().collect::<Vec<_>>()), p);
    }

    #[test]
    fn a_list_is_read_back(slots in prop::collection::vec(0u8..4, 0..6)) {
        let p = seen_by(&slots);
        let list = p.to_list(ACTORS);
        prop_assert_eq!(Perspective::from_list(list.as_bytes(), &ACTORS[..4]), (p, true));
    }
}

// ---------------------------------------------------------------- names

type Names = &'static [(u8, &'static str)];

const ISLES: Names = &[(JP, "Etorofu"), (RU, "Iturup")];
const ROCKS: Names = &[(JP, "Senkaku"), (CN, "Diaoyu"), (NK, "Diaoyu")];

#[test]
fn names_follow_the_perspective_and_fall_back_to_all() {
    let cases: [(Names, &[u8], &[&str]); 9] = [
        (ISLES, &[], &["Etorofu", "Iturup"]),
        (ISLES, &[JP], &["Etorofu"]),
        (ISLES, &[RU], &["Iturup"]),
        (ISLES, &[RU, JP], &["Etorofu", "Iturup"]),
        // Washington has no name of its own for them.
        (ISLES, &[US], &["Etorofu", "Iturup"]),
        (ISLES, &[US, RU], &["Iturup"]),
        // Two who call it the same.
        (ROCKS, &[], &["Senkaku", "Diaoyu"]),
        (ROCKS, &[CN], &["Diaoyu"]),
        (&[], &[JP], &[]),
    ];
    for (place, slots, expected) in cases {
        let shown = perspective::names(place, seen_by(slots));
        let shown: Vec<&str> = shown.iter().map(|(_, name)| *name).collect();
        assert_eq!(shown, expected, "{slots:?}");
    }
}

proptest! {
    #[test]
    fn a_place_with_names_is_never_nameless(
        actors in prop::collection::vec(0u8..7, 1..6), slots in prop::collection::vec(0u8..6, 0..7)
    ) {
        let all = ["a", "b", "c", "d", "e", "f", "g"];
        let names: Vec<(u8, &'static str)> = actors.iter().map(|a| (*a, all[*a as usize])).collect();
        let p = seen_by(&slots);
        let shown = perspective::names(&names, p);
        prop_assert!(!shown.is_empty());
        // Either all of them belong to the perspective, or none of the place's names does.
        let own = shown.iter().all(|(a, _)| p.has(*a));
        prop_assert!(own || names.iter().all(|(a, _)| !p.has(*a)));
    }
}

// ---------------------------------------------------------------- heard

fn reading(actor: u8, aspect: Aspect) -> Reading {
    Reading {
        actor,
        aspect,
        heard: Heard::Reported,
        statement: Statement {
            text: &[],
            kind: Kind::Paraphrase,
            cites: &[],
            known: Day(0),
        },
        known: Day(0),
    }
}

/// Whose view, and the kind of its silence.
type Told = (u8, Option<Heard>);

fn told(shown: &[Shown]) -> Vec<Told> {
    shown
        .iter()
        .map(|s| match s {
            Shown::Reading(r) => (r.actor, None),
            Shown::Nothing(actor, kind) => (*actor, Some(*kind)),
        })
        .collect()
}

#[test]
fn an_event_tells_how_each_actor_is_heard() {
    let index = small();
    let sochi = event(index, "sochi");
    assert_eq!(heard::voice(index, sochi, JP), Heard::Direct);
    assert_eq!(heard::voice(index, sochi, CN), Heard::Silent);
    assert_eq!(heard::voice(index, sochi, US), Heard::Uninvolved);
    assert_eq!(heard::voice(index, sochi, 200), Heard::Uninvolved);
    assert_eq!(heard::voice(index, 60_000, JP), Heard::Uninvolved);
}

#[test]
fn all_readings_of_the_switched_on_are_shown_and_silence_in_its_kind() {
    use Heard::*;
    let voices = [Direct, Reported, Silent, Uninvolved, Uninvolved, Uninvolved];
    let readings = [
        reading(JP, Aspect::Saw),
        reading(JP, Aspect::Fears),
        reading(NK, Aspect::Says),
    ];
    let cases: [(&[u8], &[Told]); 6] = [
        (&[], &[]),
        (&[JP], &[(JP, None), (JP, None)]),
        (&[CN], &[(CN, Some(Silent))]),
        (&[US], &[(US, Some(Uninvolved))]),
        // Heard on the event, but not with a reading.
        (&[RU], &[(RU, Some(Silent))]),
        (&[US, JP], &[(JP, None), (JP, None), (US, Some(Uninvolved))]),
    ];
    for (slots, expected) in cases {
        let shown = heard::shown(&readings, &voices, seen_by(slots));
        assert_eq!(told(&shown), expected, "{slots:?}");
    }
}

proptest! {
    #[test]
    fn everyone_switched_on_has_something_in_its_place(
        actors in prop::collection::vec(0u8..6, 0..8), slots in prop::collection::vec(0u8..6, 0..7)
    ) {
        let readings: Vec<Reading> = actors.iter().map(|a| reading(*a, Aspect::Says)).collect();
        let p = seen_by(&slots);
        let shown = heard::shown(&readings, &[Heard::Silent; MAX_MAIN], p);
        let mut shown_actors: Vec<u8> = shown.iter().map(Shown::actor).collect();
        prop_assert!(shown_actors.is_sorted());
        let said = shown.iter().filter(|s| matches!(s, Shown::Reading(_))).count();
        prop_assert_eq!(said, actors.iter().filter(|a| p.has(**a)).count());
        shown_actors.dedup();
        prop_assert_eq!(shown_actors, p.iter().collect::<Vec<_>>());
    }
}
