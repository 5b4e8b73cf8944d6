//! What is a pity and no error: the story can be published all the same.

use serde_json::{Value, json};
use story::validate::{Severity, check};

use super::{SMALL, accept, list};

/// The small story's warnings after a change.
fn warned(change: impl Fn(&mut Value)) -> Vec<(String, String)> {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    change(&mut story);
    let checked = accept(&story.to_string());
    let warnings = checked.warnings().iter();
    warnings
        .map(|w| (w.path.clone(), w.message.clone()))
        .collect()
}

fn words(count: usize) -> Value {
    json!(vec!["word"; count].join(" "))
}

fn expect(warnings: &[(String, String)], expected: &[(&str, &str)]) {
    let warnings: Vec<_> = warnings.iter().map(|(p, m)| (&**p, &**m)).collect();
    assert_eq!(warnings, expected);
}

#[test]
fn the_small_story_keeps_to_its_lengths() {
    assert!(accept(SMALL).warnings().is_empty());
}

#[test]
fn titles_and_names_have_a_length() {
    let warnings = warned(|story| {
        story["events"][1]["title"] = json!("x".repeat(71));
        story["events"][1]["short"] = json!("y".repeat(25));
        story["events"][0]["title"] = json!("x".repeat(70));
    });
    let expected = [
        ("events[1].title", "71 characters"),
        ("events[1].short", "25 characters"),
    ];
    expect(&warnings, &expected);
}

#[test]
fn scenes_and_cards_have_a_length() {
    let beat = "/scenes/1/beats/0";
    let warnings = warned(|story| {
        *story.pointer_mut(&format!("{beat}/text/0/text")).unwrap() = words(115);
        *story.pointer_mut(&format!("{beat}/cards/0/text")).unwrap() = words(46);
    });
    // The second beat of the scene has six words.
    let expected = [
        ("scenes[1]", "a scene of 121 words"),
        ("scenes[1].beats[0].cards[0].text", "a card of 46 words"),
    ];
    expect(&warnings, &expected);

    let warnings = warned(|story| {
        *story.pointer_mut(&format!("{beat}/text/0/text")).unwrap() = words(1600);
    });
    let expected = [
        ("scenes", "a story of 1611 words"),
        ("scenes[1]", "a scene of 1606 words"),
    ];
    expect(&warnings, &expected);
}

#[test]
fn words_are_counted_as_they_are_read() {
    let text = |words: &str| {
        let words = json!(format!("{} {words}", vec!["word"; 43].join(" ")));
        warned(|story| story["scenes"][1]["beats"][0]["cards"][0]["text"] = words.clone())
    };
    assert!(text("[the vote](event:vote)").is_empty(), "two words");
    assert_eq!(text("*one* [](place:quay) [the quay](place:quay)").len(), 1);
}

#[test]
fn a_warning_says_that_it_is_one_and_stands_beside_the_errors() {
    let long = SMALL.replace("\"The ferry stops\"", &format!("\"{}\"", "x".repeat(80)));
    let warning = accept(&long).warnings()[0].in_file("story.json");
    assert!(warning.contains(": warning: events[1].title: 80 characters\n  help: 70 at most"));

    let broken = long.replace("\"theme\": \"economy\"", "\"theme\": \"money\"");
    let problems = check(&broken).expect_err("a word that is none");
    let severities: Vec<_> = problems.iter().map(|p| p.severity).collect();
    assert_eq!(
        severities,
        [Severity::Warning, Severity::Error],
        "{}",
        list(&problems)
    );
}
