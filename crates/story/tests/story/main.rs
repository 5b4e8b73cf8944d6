//! From `story.json` to the model: what is accepted, what comes of it, what is refused.

mod faults;
mod map;
mod markup;
mod published;
mod warnings;

use std::path::PathBuf;
use std::{env, fs};

use proptest::prelude::*;
use serde_json::{Value, json};
use story::date::Day;
use story::labels::{LABELS, Label};
use story::model::{Aspect, Index, Inline, MAX_MAIN, Text, Voice};
use story::resolve::resolve;
use story::validate::{Checked, Problem, check, schema};

const SMALL: &str = include_str!("../fixtures/small.json");

fn file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn list(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(|p| p.in_file("story.json")).collect();
    lines.join("\n")
}

fn accept(json: &str) -> Checked {
    check(json).unwrap_or_else(|problems| panic!("refused:\n{}", list(&problems)))
}

fn small() -> (Index, Text) {
    resolve(&accept(SMALL))
}

#[test]
fn main_actors_come_first_and_the_index_is_their_slot() {
    let (index, _) = small();
    let ids: Vec<_> = index.actors.iter().map(|a| a.id).collect();
    assert_eq!((ids, index.main), (vec!["town", "fleet", "county"], 2));
    assert_eq!(
        index.actors[1].short, "The fishing fleet",
        "the name stands in for a short one"
    );
    assert_eq!(index.actors[2].capital, "");
}

#[test]
fn events_stand_in_the_order_of_their_anchors() {
    let (index, text) = small();
    let order: Vec<_> = index.events.iter().map(|e| (e.id, e.anchor)).collect();
    let middle_of_the_sixties = Day(Day::from_ymd(1960, 1, 1).0 + 1826);
    let expected = [
        ("old-ferry", middle_of_the_sixties),
        ("vote", Day::from_ymd(2019, 5, 2)),
        ("works", Day::from_ymd(2021, 3, 16)),
    ];
    assert_eq!(order, expected);
    assert_eq!(
        text.events[0].title, "The ferry stops",
        "text and index agree"
    );
    assert!(text.events[2].planned && text.events[2].date_inferred);
}

#[test]
fn the_best_reading_tells_how_an_actor_is_heard() {
    let (index, _) = small();
    let heard = |event: usize| [index.events[event].voices[0], index.events[event].voices[1]];
    assert_eq!(
        heard(0),
        [Voice::Silent, Voice::Uninvolved],
        "involved, and nobody asked"
    );
    assert_eq!(heard(1), [Voice::Direct, Voice::Reported]);
    assert_eq!(
        heard(2),
        [Voice::Silent, Voice::Silent],
        "silent by its own reading"
    );
    assert!(
        index
            .events
            .iter()
            .all(|e| e.voices[2..].iter().all(|v| *v == Voice::Uninvolved))
    );
}

#[test]
fn scenes_know_their_beats_and_events_where_they_are_told() {
    let (index, text) = small();
    let scenes: Vec<_> = index
        .scenes
        .iter()
        .map(|s| (s.id, s.first, s.end))
        .collect();
    assert_eq!(scenes, [("ferry", 0, 1), ("seven-five", 1, 3)]);
    assert_eq!(index.scenes[0].former, ["before", "two-shores"]);
    let beats: Vec<_> = index.beats.iter().map(|b| (b.scene, b.event)).collect();
    assert_eq!(beats, [(0, 0), (1, 1), (1, 2)]);
    let told: Vec<_> = index.events.iter().map(|e| e.beat).collect();
    assert_eq!(told, [0, 1, 2]);
    assert_eq!(text.scenes[1].disagreement, Some(0));
    assert_eq!(text.scenes[1].shift.map(|s| (s.from, s.to)), Some((0, -2)));

    let json = SMALL.replace(
        r#""steps": ["before""#,
        r#""also": ["works"], "steps": ["before""#,
    );
    let also = without_last_beat(&json);
    let (index, text) = resolve(&accept(&also));
    assert_eq!(text.scenes[0].also, [2]);
    assert_eq!(
        index.events[2].beat, 0,
        "of a record: the first of its scene"
    );
}

fn without_last_beat(json: &str) -> String {
    let mut story: Value = serde_json::from_str(json).unwrap();
    let beats = story["scenes"][1]["beats"].as_array_mut().unwrap();
    beats.pop();
    story.to_string()
}

#[test]
fn a_card_says_how_its_actor_is_heard_and_by_whom() {
    let (index, text) = small();
    let beat = index.beats[1];
    assert_eq!(beat.voices[..2], [Voice::Direct, Voice::Reported]);
    assert_eq!(
        beat.speakers[..2],
        ["A. Reeve", "the newsletter"],
        "the first source cited, where no speaker is named"
    );
    assert_eq!(index.beats[0].voices, [Voice::Uninvolved; MAX_MAIN]);
    assert_eq!(index.beats[2].voices[0], Voice::Silent);
    let cards: Vec<_> = text.beats[1]
        .cards
        .iter()
        .map(|c| (c.actor, c.label))
        .collect();
    assert_eq!(cards, [(0, ""), (1, "wants a span")], "by slot");
}

#[test]
fn positions_stand_in_the_order_of_their_dates() {
    let (index, text) = small();
    let levels: Vec<_> = index.positions.iter().map(|p| p.level).collect();
    assert_eq!(levels, [0, -2]);
    assert_eq!(text.positions[1].since.start, index.positions[1].since);
}

#[test]
fn readings_stand_by_actor_and_then_by_aspect() {
    let (_, text) = small();
    let order: Vec<_> = text.events[1]
        .readings
        .iter()
        .map(|r| (r.actor, r.aspect))
        .collect();
    assert_eq!(
        order,
        [(0, Aspect::Wants), (0, Aspect::Says), (1, Aspect::Fears)]
    );
}

#[test]
fn cites_and_references_become_indices() {
    let (_, text) = small();
    let statement = text.events[1].summary[0];
    let cites: Vec<_> = statement
        .cites
        .iter()
        .map(|c| (c.source, c.paragraph, c.label))
        .collect();
    assert_eq!(cites, [(0, 2, ""), (0, 0, "caption")]);
    assert!(matches!(
        statement.text[1],
        Inline::Emphasis([Inline::Text("low")])
    ));
    assert!(matches!(statement.text[3], Inline::Place(0, [])));
    assert_eq!(text.places[0].names, [(0, "Bridge Reach"), (1, "the Gut")]);
    assert_eq!(
        text.events[1].disagreements,
        [0],
        "in full beside its first event"
    );
    assert!(text.events[2].disagreements.is_empty());
}

#[test]
fn the_index_holds_no_sentence_of_the_story() {
    let (index, text) = small();
    let (index, text) = (format!("{index:?}"), format!("{text:?}"));
    let mut sentences = Vec::new();
    strings(&serde_json::from_str(SMALL).unwrap(), &mut sentences);
    sentences.retain(|s| s.contains(' ') && s.ends_with('.') && !s.contains(['*', '[']));
    assert!(
        sentences.len() > 15,
        "the fixture has sentences to look for"
    );
    for sentence in sentences {
        assert!(text.contains(&sentence), "the text lacks {sentence}");
        assert!(!index.contains(&sentence), "the index holds {sentence}");
    }
}

fn strings(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|v| strings(v, out)),
        Value::Object(fields) => fields.values().for_each(|v| strings(v, out)),
        _ => {}
    }
}

/// Where a label stands among those of its kind, and its words.
fn label(name: &str) -> (&'static Label, &'static str) {
    let (index, text) = small();
    let label = LABELS.iter().find(|label| label.name == name);
    let label = label.unwrap_or_else(|| panic!("no label {name}"));
    let alike = LABELS.iter().filter(|other| other.travels == label.travels);
    let place = alike.clone().position(|other| other == label);
    let words = if label.travels {
        index.labels
    } else {
        text.labels
    };
    assert_eq!(words.len(), alike.count());
    (label, words[place.expect("it is one of them")])
}

#[test]
fn labels_are_the_story_s_own_where_it_has_them() {
    assert_eq!(label("see_moment_as").1, "Stand with");
    assert_eq!(label("close").1, "Close");
    assert_eq!(label("level_hostile").1, "hostile");
}

#[test]
fn a_label_is_found_by_its_name() {
    fixtures::load();
    assert_eq!(story::labels::months_12(), "December");
    assert_eq!(story::labels::tagline(), "One story, every line of sight");
    assert_eq!(
        story::labels::without_program(),
        LABELS[LABELS.len() - 1].english,
        "the last one"
    );
}

#[test]
fn every_label_has_a_key_of_its_own() {
    let keys: std::collections::BTreeSet<_> = LABELS.iter().map(Label::key).collect();
    assert_eq!(keys.len(), LABELS.len());
    for key in keys {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(key.chars().all(kebab), "{key}");
    }
}

#[test]
fn the_version_names_the_bytes() {
    let version = accept(SMALL).version().to_owned();
    assert_eq!(version.len(), 16);
    assert_ne!(version, accept(&format!("{SMALL} ")).version());
}

/// Run with `UPDATE_SCHEMA=1` after a change of `source/`.
#[test]
fn the_schema_beside_the_story_is_the_one_of_the_source_types() {
    let path = file("public/story.schema.json");
    if env::var_os("UPDATE_SCHEMA").is_some() {
        let pretty = serde_json::to_string_pretty(&schema()).unwrap();
        fs::write(&path, pretty + "\n").unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let written: Value = serde_json::from_str(&written).unwrap_or_default();
    assert!(
        written == schema(),
        "run: UPDATE_SCHEMA=1 cargo test -p story schema"
    );
}

/// The bundled story, where the checkout has one.
fn bundled() -> Option<String> {
    fs::read_to_string(file("public/story.json")).ok()
}

#[test]
fn the_bundled_story_is_valid() {
    if let Some(json) = bundled() {
        let mut checked = accept(&json);
        if checked.story().map.is_some() {
            let land = fs::read_to_string(file("public/land.json")).expect("the land is drawn");
            checked = checked.with_land(&land).unwrap_or_else(|e| panic!("{e}"));
        }
        let (index, text) = resolve(&checked);
        assert_eq!(index.events.len(), text.events.len());
        assert!(index.events.is_sorted_by_key(|e| (e.anchor, e.date.start)));
        assert!(index.positions.is_sorted_by_key(|p| p.since));
        assert!(index.knots.is_sorted_by(|a, b| a.day < b.day && a.x < b.x));
    }
}

#[test]
fn the_bundled_story_tells_the_arctic_and_the_warships_in_order() {
    let Some(json) = bundled() else { return };
    let (index, _) = resolve(&accept(&json));
    let at = |id: &str| index.events.iter().position(|e| e.id == id);
    let order = [
        "snow-dragon",
        "arctic-council",
        "warships-2013",
        "eastern-drill",
        "sochi-opening",
    ];
    let order: Vec<_> = order
        .iter()
        .map(|id| at(id).unwrap_or_else(|| panic!("no {id}")))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

/// Replaces the `nth` value of the tree, counted from the root, and says whether there was one.
fn replace_nth(value: &mut Value, nth: &mut usize, by: &Value) -> bool {
    if *nth == 0 {
        *value = by.clone();
        return true;
    }
    *nth -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|v| replace_nth(v, nth, by)),
        Value::Object(fields) => fields.values_mut().any(|v| replace_nth(v, nth, by)),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_story_with_any_value_changed_is_accepted_or_refused_with_places(
        mut nth in 0usize..600,
        by in prop::sample::select(vec![
            json!(null), json!(0), json!(-7.5), json!(1e300), json!(""), json!("x"), json!("vote"),
            json!("2013-99"), json!("2019"), json!("0000/9999"), json!("tide:1"), json!([]),
            json!(["town", "town"]), json!({}), json!({ "id": "vote" }), json!("[a](event:vote)"),
        ]),
    ) {
        let mut story: Value = serde_json::from_str(SMALL).unwrap();
        replace_nth(&mut story, &mut nth, &by);
        let json = serde_json::to_string_pretty(&story).unwrap();
        match check(&json) {
            Ok(checked) => {
                let twice = [resolve(&checked), resolve(&checked)].map(|model| format!("{model:?}"));
                prop_assert_eq!(&twice[0], &twice[1]);
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let line = json.lines().nth(problem.line - 1);
                    prop_assert!(line.is_some_and(|l| problem.column <= l.chars().count() + 1));
                    prop_assert!(!problem.message.is_empty() && !problem.hint.is_empty());
                }
            }
        }
    }

    #[test]
    fn a_story_cut_anywhere_is_refused(cut in 0usize..SMALL.trim_end().len()) {
        let cut = (0..=cut).rev().find(|i| SMALL.is_char_boundary(*i)).unwrap();
        prop_assert_eq!(check(&SMALL[..cut]).unwrap_err().len(), 1);
    }

    #[test]
    fn no_text_at_all_makes_the_reader_panic(text in ".*") {
        prop_assert!(check(&text).is_err());
    }
}
