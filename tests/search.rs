//! What a search finds and shows.

use proptest::prelude::*;
use sightlines::domain::search::{Query, fold, snippet};

fn finds(query: &str, text: &str) -> bool {
    Query::new(query).finds(&fold(text))
}

#[test]
fn every_word_must_begin_a_word() {
    for (query, text, found) in [
        ("gas", "The gas deal of May", true),
        ("GAS deal", "The gas deal of May", true),
        ("deal gas", "The gas deal of May", true),
        ("ga", "The gas deal of May", true),
        ("as", "The gas deal of May", false),
        ("gas pipeline", "The gas deal of May", false),
        ("etorofu", "Etorofu / Iturup", true),
        ("iturup etorofu", "Etorofu / Iturup", true),
        ("senkaku", "the Senkaku/Diaoyu islands", true),
        ("diaoyu", "the Senkaku/Diaoyu islands", true),
        ("peace-treaty", "no peace treaty", true),
        ("abe's", "Abe’s visit", true),
        ("francois", "François Ōta", true),
        ("ota", "François Ōta", true),
        ("Öst", "osten", true),
        ("путин", "Владимир ПУТИН", true),
        ("2013", "(2013)", true),
    ] {
        assert_eq!(finds(query, text), found, "{query:?} in {text:?}");
    }
}

#[test]
fn nothing_asked_is_no_question() {
    assert!(Query::new(" ,. – ").is_empty());
    assert!(!Query::new("a").is_empty());
}

fn shown(query: &str, text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let pieces = snippet(&Query::new(query), &fold(text)).into_iter();
    pieces
        .map(|p| {
            let words: String = signs[p.start..p.end].iter().collect();
            if p.marked {
                format!("[{words}]")
            } else {
                words
            }
        })
        .collect()
}

#[test]
fn the_snippet_stands_around_the_first_match_and_marks_all() {
    assert_eq!(shown("abe put", "Abe met Putin."), "[Abe] met [Put]in.");
    assert_eq!(shown("x", "Nothing here."), "Nothing here.");
    assert_eq!(shown("ota", "Mr Ōta said"), "Mr [Ōta] said");
    let long = "word ".repeat(100) + "needle " + &"more ".repeat(100);
    let shown = shown("needle", &long);
    assert!(shown.contains("[needle]"), "{shown}");
    assert!(
        shown.starts_with("word ") && shown.ends_with("more"),
        "{shown}"
    );
    assert!(shown.len() < 220, "{}", shown.len());
}

proptest! {
    #[test]
    fn folding_keeps_the_places(text in "\\PC{0,60}") {
        let pieces = snippet(&Query::new(""), &fold(&text));
        let length = text.chars().count();
        prop_assert_eq!(pieces.iter().map(|p| p.end - p.start).sum::<usize>(), length);
    }

    #[test]
    fn a_text_is_found_by_its_own_words(words in prop::collection::vec("[A-Za-zÀ-ž]{1,8}", 1..8), pick in 0usize..8) {
        let text = words.join(" ");
        let word = &words[pick % words.len()];
        prop_assert!(finds(word, &text));
        prop_assert!(finds(&word.to_uppercase(), &text) || word.contains(['ß', 'ŉ', 'ı', 'ſ']));
    }

    #[test]
    fn pieces_follow_each_other_and_stay_in_the_text(query in "[a-c ]{0,6}", text in "[a-c ,]{0,400}") {
        let (query, folded) = (Query::new(&query), fold(&text));
        let pieces = snippet(&query, &folded);
        for pair in pieces.windows(2) {
            prop_assert_eq!(pair[0].end, pair[1].start);
        }
        for piece in &pieces {
            prop_assert!(piece.start < piece.end && piece.end <= text.chars().count());
        }
        if !query.is_empty() && query.finds(&folded) {
            prop_assert!(pieces.iter().any(|p| p.marked));
        }
    }
}
