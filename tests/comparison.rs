//! The comparison of one event, and the table of all of them: what stands where, what is shown.

use proptest::prelude::*;
use sightlines::domain::event_rows::{Doubtful, Filter, Hearing, Order, ordered};
use sightlines::domain::matrix::{Cell, Place, cell, columns, rows};
use sightlines::domain::perspective::Perspective;
use sightlines::story::model::{ActorIx, MAX_MAIN, Voice};

use Voice::{Direct, Reported, Silent, Uninvolved};

fn perspective(slots: &[ActorIx]) -> Perspective {
    slots
        .iter()
        .fold(Perspective::NEUTRAL, |on, slot| on.toggle(*slot))
}

fn told(places: &[(ActorIx, u8)]) -> Vec<Place> {
    let place = |(actor, aspect): &(ActorIx, u8)| Place {
        actor: *actor,
        aspect: *aspect,
    };
    places.iter().map(place).collect()
}

#[test]
fn those_switched_on_are_compared_where_there_are_two() {
    for (on, main, wanted) in [
        (&[][..], 4, &[0, 1, 2, 3][..]),
        (&[2], 4, &[0, 1, 2, 3]),
        (&[2, 0], 4, &[0, 2]),
        (&[0, 1, 2, 3, 4, 5], 6, &[0, 1, 2, 3, 4, 5]),
        (&[1], 2, &[0, 1]),
        // An actor that this story does not have.
        (&[1, 5], 4, &[0, 1, 2, 3]),
    ] {
        assert_eq!(columns(perspective(on), main), wanted, "{on:?} of {main}");
    }
}

#[test]
fn a_row_stands_for_each_question_that_somebody_answers() {
    let told = told(&[(1, 4), (0, 1), (3, 1), (2, 5), (1, 4)]);
    assert_eq!(rows(&[0, 1, 2, 3], &told), [1, 4, 5]);
    assert_eq!(rows(&[0, 3], &told), [1], "of those who are compared");
    assert_eq!(rows(&[4], &told), [] as [u8; 0]);
}

#[test]
fn silence_is_one_cell_of_its_kind() {
    let told = told(&[(0, 1), (0, 4), (3, 2)]);
    let column = |actor, voice| {
        let rows = [1, 2, 4].iter().enumerate();
        let cells = rows.map(|(row, aspect)| cell(&told, actor, voice, row, Some(*aspect)));
        cells.collect::<Vec<_>>()
    };
    assert_eq!(column(0, Reported), [Cell::Told, Cell::Nothing, Cell::Told]);
    assert_eq!(
        column(3, Silent),
        [Cell::Nothing, Cell::Told, Cell::Nothing],
        "a silence that the story words is told"
    );
    for kind in [Silent, Uninvolved] {
        assert_eq!(
            column(1, kind),
            [Cell::Silence(kind), Cell::Covered, Cell::Covered]
        );
    }
    assert_eq!(column(2, Direct), [Cell::Nothing; 3]);
    assert_eq!(
        cell(&[], 1, Silent, 0, None),
        Cell::Silence(Silent),
        "where nobody has a reading there is one row"
    );
}

proptest! {
    #[test]
    fn every_column_is_whole_whatever_is_told(
        places in prop::collection::vec((0u8..6, any::<u8>()), 0..20),
        on in 0u8..64, main in 2usize..=6, voice in 0usize..4,
    ) {
        let voice = [Direct, Reported, Silent, Uninvolved][voice];
        let told = told(&places);
        let columns = columns(Perspective::from_bits(on), main);
        prop_assert!(columns.len() >= 2 && columns.len() <= main);
        let rows = rows(&columns, &told);
        prop_assert!(rows.windows(2).all(|two| two[0] < two[1]));
        for actor in columns {
            let mut found = 0;
            let mut silent = false;
            for (row, aspect) in rows.iter().enumerate() {
                match cell(&told, actor, voice, row, Some(*aspect)) {
                    Cell::Told => found += 1,
                    Cell::Nothing => prop_assert!(!silent),
                    Cell::Silence(kind) => {
                        prop_assert!(row == 0 && kind == voice);
                        silent = true;
                    }
                    Cell::Covered => prop_assert!(silent),
                }
            }
            let mut own: Vec<u8> = places.iter().filter(|p| p.0 == actor).map(|p| p.1).collect();
            own.sort_unstable();
            own.dedup();
            prop_assert_eq!(found, own.len());
        }
    }

    #[test]
    fn ordering_loses_nothing_and_keeps_time_within_a_theme(
        themes in prop::collection::vec(0u8..9, 0..60), by_theme: bool, descending: bool,
    ) {
        let by = if by_theme { Order::Theme } else { Order::Date };
        let found = ordered(&themes, by, descending);
        let mut wanted: Vec<u16> = (0..themes.len() as u16).collect();
        let theme = |e: &u16| i32::from(themes[usize::from(*e)]);
        match (by, descending) {
            (Order::Date, false) => {}
            (Order::Date, true) => wanted.reverse(),
            (Order::Theme, false) => wanted.sort_by_key(theme),
            (Order::Theme, true) => wanted.sort_by_key(|e| -theme(e)),
        }
        prop_assert_eq!(found, wanted);
    }
}

#[test]
fn a_filter_shows_what_is_asked_for_and_all_where_nothing_is() {
    let voices = [Direct, Reported, Silent, Uninvolved, Uninvolved, Uninvolved];
    assert_eq!(voices.len(), MAX_MAIN);
    let theme = 3;
    let shows = |filter: Filter, doubtful| filter.shows(&voices, theme, doubtful);
    let all = Filter::default();
    assert!(shows(all, Doubtful::default()));
    for (slot, taken) in [
        (0, [true, true, false, false]),
        (1, [true, false, true, false]),
        (2, [false, false, false, true]),
        (3, [false; 4]),
        // An actor that the story does not have is heard nowhere.
        (9, [false; 4]),
    ] {
        let asked = |hearing| Filter {
            heard: Some((slot, hearing)),
            ..all
        };
        let found = Hearing::ALL.map(|hearing| shows(asked(hearing), Doubtful::default()));
        assert_eq!(found, taken, "actor {slot}");
    }
    let asked = |doubtful| Filter {
        doubtful: Some(doubtful),
        ..all
    };
    let both = Doubtful(Doubtful::FACT.0 | Doubtful::DOUBT.0);
    assert_eq!(
        Doubtful::ASKED.map(|of| shows(asked(of), both)),
        [true, true, true, true, false, false]
    );
    assert!(!shows(asked(Doubtful::ANY), Doubtful::default()));
    let of_theme = |theme| Filter {
        theme: Some(theme),
        ..all
    };
    assert!(shows(of_theme(3), both) && !shows(of_theme(0), both));
    let neither = Filter {
        theme: Some(0),
        ..asked(Doubtful::FACT)
    };
    assert!(!shows(neither, both), "all that is asked must hold");
}
