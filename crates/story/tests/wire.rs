//! The index is carried in the page: what is written is what is read, and nothing else is taken for
//! an index.

use fixtures::{any_story, index};
use proptest::prelude::*;
use story::model::{Index, MapName, MapPlace};
use story::wire::{read, write};

fn told(index: &Index) -> String {
    format!("{index:?}")
}

#[test]
fn the_index_arrives_as_it_was_sent() {
    let arrived = read(&write(index())).expect("it is whole");
    assert_eq!(told(&arrived), told(index()));
}

#[test]
fn a_part_of_it_is_no_index() {
    let sent = write(index());
    for (end, _) in sent.char_indices().step_by(37) {
        assert!(read(&sent[..end]).is_none(), "cut at {end}");
    }
    assert!(read("").is_none());
    assert!(read(&(sent + "x")).is_none(), "more than there was");
}

/// Its numbers and words are spread wider than those of the bundled one.
fn any_index() -> impl Strategy<Value = Index> {
    let words = prop::collection::vec("\\PC{0,20}", 0..8);
    (any_story(), words, any::<[i32; 4]>(), any::<u16>()).prop_map(|(story, words, n, size)| {
        let leak = |text: &String| -> &'static str { text.clone().leak() };
        let labels: Vec<_> = words.iter().map(leak).collect();
        let map = index().map.map(|map| {
            let places = map.places.iter().map(|place| MapPlace {
                extent: n[0],
                widths: [size; 7],
                ..*place
            });
            let names = map.names.iter().map(|name| MapName {
                width: size,
                event: Some(size),
                ..*name
            });
            story::model::Map {
                places: places.collect::<Vec<_>>().leak(),
                names: names.collect::<Vec<_>>().leak(),
                ..map
            }
        });
        Index {
            labels: labels.leak(),
            map,
            ..*story
        }
    })
}

proptest! {
    #[test]
    fn any_index_arrives_as_it_was_sent(sent in any_index()) {
        let text = write(&sent);
        prop_assert!(!text.contains('<'), "something in it could end its element");
        let arrived = read(&text).expect("it is whole");
        prop_assert_eq!(told(&arrived), told(&sent));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC*", signs in "[ -~\\x{100}-\\x{1ff}]{0,400}") {
        prop_assert!(read(&text).is_none());
        prop_assert!(read(&signs).is_none());
    }

    /// A changed sign may give another index; it may not do worse.
    #[test]
    fn a_changed_sign_is_borne(nth in 0usize..12_000, by in any::<char>()) {
        let sent = write(index());
        let changed: String = sent.chars().enumerate().map(|(i, c)| if i == nth { by } else { c }).collect();
        read(&changed);
    }
}
