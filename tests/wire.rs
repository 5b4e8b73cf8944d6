//! The index is carried in the page: what is written is what is read, and nothing else is taken for
//! an index.

use proptest::prelude::*;
use sightlines::story::index;
use sightlines::story::wire::{read, write};

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

#[test]
fn the_index_arrives_as_it_was_sent() {
    let sent = write(index());
    let arrived = read(leak(&sent)).expect("it is whole");
    assert_eq!(format!("{arrived:?}"), format!("{:?}", index()));
}

#[test]
fn nothing_in_it_can_end_its_element() {
    assert!(!write(index()).contains('<'));
}

#[test]
fn a_part_of_it_is_no_index() {
    let sent = write(index());
    for (end, _) in sent.char_indices().step_by(37) {
        assert!(read(leak(&sent[..end])).is_none(), "cut at {end}");
    }
    assert!(read("").is_none());
}

proptest! {
    #[test]
    fn texts_of_any_kind_survive(name in "\\PC*") {
        let mut actors = index().actors.to_vec();
        actors[0].name = leak(&name);
        let mut sent = *index();
        sent.actors = actors.leak();
        let arrived = read(leak(&write(&sent))).expect("it is whole");
        prop_assert_eq!(arrived.actors[0].name, name);
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC*", digits in "[0-9,~-]{0,400}") {
        prop_assert!(read(leak(&text)).is_none());
        prop_assert!(read(leak(&digits)).is_none());
    }
}
