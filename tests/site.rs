//! What `trunk build` has put into `dist/`: the whole story in the page, none of it in the wasm.
//!
//! Wants a built site, so it runs with the browser tests: `cargo xtask test --only browser`.
#![cfg(all(feature = "ssr", feature = "browser-tests"))]

use std::path::PathBuf;
use std::{env, fs};

use fixtures::{index, text};
use sightlines::story::labels;
use sightlines::story::model::{Inline, Statement};

fn dist() -> PathBuf {
    env::var_os("SIGHTLINES_DIST")
        .map(PathBuf::from)
        .expect("SIGHTLINES_DIST names the built site: run `cargo xtask test --only browser`")
}

/// The one file in `dist/` with this ending.
fn built(ending: &str) -> Vec<u8> {
    let mut found: Vec<PathBuf> = fs::read_dir(dist())
        .expect("the site is built")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    assert_eq!(found.len(), 1, "{ending}: {found:?}");
    fs::read(found.remove(0)).expect("what is listed can be read")
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack
        .windows(needle.len())
        .any(|w| w == needle.as_bytes())
}

/// Every statement of the story.
fn statements() -> impl Iterator<Item = &'static Statement> {
    let text = text();
    let of_events = text.events.iter().flat_map(|e| {
        let readings = e.readings.iter().map(|r| &r.statement);
        let doubts = e.doubts.iter().map(|d| &d.statement);
        e.summary.iter().chain(readings).chain(doubts)
    });
    let of_beats = text.beats.iter().flat_map(|beat| {
        let cards = beat.cards.iter().map(|card| &card.statement);
        beat.text.iter().chain(cards)
    });
    let positions = text.positions.iter().map(|p| &p.statement);
    of_events.chain(of_beats).chain(positions)
}

/// The first stretch of plain words that is long enough to be this story's alone.
fn stretch(nodes: &'static [Inline]) -> Option<&'static str> {
    nodes.iter().find_map(|node| match node {
        Inline::Text(words) if words.len() >= 24 => Some(*words),
        _ => None,
    })
}

#[test]
fn the_wasm_holds_no_sentence_of_the_story() {
    // The words of the interface come with the story, too.
    fixtures::load();
    let wasm = built(".wasm");
    // What it says of a broken page is there, so this is the right file and strings in it are found; the
    // index and the interface's words are not, they travel in the page.
    assert!(
        holds(&wasm, "the index in the page is not whole"),
        "the wasm lacks its own words"
    );
    assert!(
        !holds(&wasm, labels::copy_by_hand()),
        "the wasm holds the interface's words"
    );
    assert!(
        !holds(&wasm, index().events[0].id),
        "the wasm holds the index"
    );
    let mut looked_for = 0;
    for words in statements().filter_map(|s| stretch(s.text)) {
        assert!(!holds(&wasm, words), "the wasm holds “{words}”");
        looked_for += 1;
    }
    assert!(looked_for > 100, "only {looked_for} statements looked for");
    for event in text().events {
        assert!(
            !holds(&wasm, event.title),
            "the wasm holds “{}”",
            event.title
        );
    }
}

#[test]
fn the_wasm_holds_no_parser_of_json() {
    let wasm = built(".wasm");
    // What serde_json says of broken JSON; a parser without these words would be a strange one.
    for words in [
        "EOF while parsing",
        "expected ident",
        "trailing characters",
        "invalid escape",
    ] {
        assert!(!holds(&wasm, words), "the wasm holds “{words}”");
    }
}

#[test]
fn the_built_page_holds_every_event_reading_and_source() {
    let page = String::from_utf8(built("index.html")).expect("the page is UTF-8");
    for event in index().events {
        assert!(
            page.contains(&format!("id=\"e-{}\"", event.id)),
            "{}",
            event.id
        );
    }
    for (event, told) in index().events.iter().zip(text().events) {
        for words in told
            .readings
            .iter()
            .filter_map(|r| stretch(r.statement.text))
        {
            let escaped = words
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            assert!(page.contains(&escaped), "{}: “{words}”", event.id);
        }
    }
    for source in text().sources {
        let escaped = source.title.replace('&', "&amp;");
        assert!(page.contains(&escaped), "{}", source.title);
    }
    assert!(page.contains(text().meta.title));
}

#[test]
fn the_site_asks_nobody_else_for_anything() {
    let page = String::from_utf8(built("index.html")).expect("the page is UTF-8");
    for (before, after) in [
        ("src=\"", "a script or picture"),
        ("<link ", "a link"),
        ("url(", "a style"),
        ("import ", "a module"),
    ] {
        for rest in page.split(before).skip(1) {
            let piece: String = rest
                .chars()
                .take_while(|c| !matches!(c, '>' | ')' | '\n'))
                .collect();
            assert!(
                !piece.contains("//"),
                "{after} from elsewhere: {before}{piece}"
            );
        }
    }
}

#[test]
fn hosts_are_told_the_policy_of_this_very_page() {
    let page = String::from_utf8(built("index.html")).expect("the page is UTF-8");
    let policy = sightlines::publish::hosting::Policy::of(&page).expect("no hash is missing");
    assert!(policy.scripts.len() >= 2, "{policy:?}");
    let read = |name: &str| fs::read_to_string(dist().join(name)).expect("hosts have their files");
    for name in ["_headers", "hosting/nginx.conf"] {
        let file = read(name);
        for hash in policy.scripts.iter().chain(&policy.styles) {
            assert!(file.contains(hash), "{name} lacks {hash}");
        }
    }
    let headers = read("_headers");
    assert_eq!(headers.matches("immutable").count(), 2, "{headers}");
    for name in ["index.html", "story.json"] {
        for ending in ["br", "gz"] {
            let copy = dist().join(format!("{name}.{ending}"));
            assert!(copy.exists(), "{copy:?}");
        }
    }
}
