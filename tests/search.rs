//! What a search finds, and what of it is shown and marked.

use proptest::prelude::*;
use sightlines::domain::search::{Folded, Query, fold, snippet, whole};
use unicode_normalization::UnicodeNormalization;

/// As browsers spell a letter.
fn spell(letter: char) -> String {
    let written: String = letter.nfkd().collect();
    written.to_lowercase().to_uppercase()
}

fn folded(text: &str) -> Folded {
    fold(text, &mut spell)
}

fn asked(words: &str) -> Query {
    Query::new(words, &mut spell)
}

/// The text with what is found in brackets; nothing if it is not found.
fn marked(query: &str, text: &str) -> Option<String> {
    let (query, folded) = (asked(query), folded(text));
    let pieces = whole(&query, &folded, text.len()).into_iter();
    let marked = pieces.map(|p| match (&text[p.start..p.end], p.is_marked) {
        (words, true) => format!("[{words}]"),
        (words, false) => words.to_owned(),
    });
    query.finds(&folded).then(|| marked.collect())
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
        ("iturup etorofu", "Etorofu / Iturup", true),
        ("diaoyu", "the Senkaku/Diaoyu islands", true),
        ("peace-treaty", "no peace treaty", true),
        ("peace treaty", "no peace-treaty", true),
        ("13", "(2013)", false),
        ("2013", "(2013)", true),
    ] {
        assert_eq!(
            asked(query).finds(&folded(text)),
            found,
            "{query:?} in {text:?}"
        );
    }
}

/// In any script, and the mark covers what was found, no more and no less.
#[test]
fn what_is_found_is_marked_to_the_letter() {
    for (query, text, wanted) in [
        ("領土", "日本は北方領土を求める", "日本は北方[領土]を求める"),
        ("がく", "かがくがく", "か[がく][がく]"),
        ("ΑΘΗΝΑ", "στην Αθήνα σήμερα", "στην [Αθήνα] σήμερα"),
        ("σοφοσ", "ο ΣΟΦΟΣ και ο σοφός", "ο [ΣΟΦΟΣ] και ο [σοφός]"),
        ("їжак", "старий Їжак", "старий [Їжак]"),
        ("ґ", "Ґрунт і ґанок", "[Ґ]рунт і [ґ]анок"),
        ("путин", "Владимир ПУТИН", "Владимир [ПУТИН]"),
        ("strasse", "Lange Straße 5", "Lange [Straße] 5"),
        ("straße", "LANGE STRASSE", "LANGE [STRASSE]"),
        ("stras", "Straße", "[Straß]e"),
        ("cafe", "cafe\u{301} au lait", "[cafe\u{301}] au lait"),
        ("caf", "cafe\u{301}", "[caf]e\u{301}"),
        ("café", "CAFE", "[CAFE]"),
        ("francois ota", "François Ōta", "[François] [Ōta]"),
        ("öst", "osten", "[ost]en"),
        ("first", "the ﬁrst", "the [ﬁrst]"),
        ("abe", "Abe’s visit", "[Abe]’s visit"),
        ("abe's", "Abe’s visit", "[Abe’s] visit"),
        ("cooperation", "co\u{ad}operation", "[co\u{ad}operation]"),
        ("a b", "AでB", "[A]で[B]"),
        ("で", "AでB", "A[で]B"),
        ("שלום", "השָׁלוֹם", "ה[שָׁלוֹם]"),
        ("a ab abc", "abcd", "[abc]d"),
        ("Ａ", "a b", "[a] b"),
    ] {
        assert_eq!(marked(query, text).as_deref(), Some(wanted), "{query}");
    }
    assert_eq!(marked("か", "がく"), None, "another letter");
}

#[test]
fn the_words_may_stand_in_a_title_and_in_what_follows_it() {
    let (title, text) = (
        folded("Sergei Lavrov"),
        folded("foreign minister of Russia"),
    );
    for (query, found) in [
        ("lavrov minister", true),
        ("minister", true),
        ("lavrov", false),
        ("lavrov president", false),
    ] {
        assert_eq!(asked(query).finds_under(&title, &text), found, "{query}");
    }
}

#[test]
fn nothing_asked_is_no_question() {
    assert!(asked(" ,. – ’ 。").is_empty());
    assert!(!asked("a").is_empty());
}

fn shown(query: &str, text: &str) -> String {
    let pieces = snippet(&asked(query), &folded(text), text.len());
    pieces.iter().map(|p| &text[p.start..p.end]).collect()
}

#[test]
fn the_snippet_stands_around_the_first_match() {
    assert_eq!(shown("x", "Nothing here."), "Nothing here.");
    let long = "word ".repeat(100) + "needle " + &"more ".repeat(100);
    let words = shown("needle", &long);
    assert!(words.contains("needle"), "{words}");
    assert!(
        words.starts_with("word ") && words.ends_with("more"),
        "{words}"
    );
    assert!(words.len() < 220, "{}", words.len());
    // Where nothing parts the words.
    let long = "北方".repeat(300) + "領土" + &"問題".repeat(300);
    let words = shown("領土", &long);
    assert!(words.contains("領土"), "{words}");
    assert!(words.chars().count() < 220, "{}", words.chars().count());
}

proptest! {
    #[test]
    fn a_text_is_found_by_its_own_words(words in prop::collection::vec("[A-Za-zÀ-ž]{1,8}", 1..8), pick in 0usize..8) {
        let text = words.join(" ");
        let word = &words[pick % words.len()];
        for word in [word.clone(), word.to_uppercase(), word.to_lowercase()] {
            prop_assert!(asked(&word).finds(&folded(&text)), "{word} in {text}");
        }
    }

    #[test]
    fn pieces_follow_each_other_and_stay_in_the_text(query in "[a-cß領 \u{301}]{0,6}", text in "[a-cß領 ,\u{301}]{0,400}") {
        let (query, folded) = (asked(&query), folded(&text));
        let all = whole(&query, &folded, text.len());
        prop_assert_eq!(all.iter().map(|p| p.end - p.start).sum::<usize>(), text.len());
        for pieces in [all, snippet(&query, &folded, text.len())] {
            for pair in pieces.windows(2) {
                prop_assert_eq!(pair[0].end, pair[1].start);
            }
            for piece in &pieces {
                prop_assert!(text.get(piece.start..piece.end).is_some_and(|p| !p.is_empty()));
            }
            if !query.is_empty() && query.finds(&folded) {
                prop_assert!(pieces.iter().any(|p| p.is_marked));
            }
        }
    }
}
