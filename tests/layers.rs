//! Who may know whom: the crate of the story knows nothing above it, and the rules know neither Leptos
//! nor the browser.

use std::fs;
use std::path::{Path, PathBuf};

/// What the rules may not name.
const ABOVE_DOMAIN: &[&str] = &[
    "leptos",
    "reactive_graph",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "crate::view",
    "crate::browser",
    "crate::state",
    "crate::components",
    "crate::islands",
    "crate::page",
    "crate::publish",
    "crate::reader",
    "crate::app",
];

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("a folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has sources");
    found
}

/// Whether a line of code names this path: `gloo` in `use gloo::events`, and not in `igloo::x`.
fn names(line: &str, path: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + path.len()..];
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        !before.is_some_and(is_word) && (after.starts_with("::") || after.starts_with(';'))
    })
}

#[track_caller]
fn assert_unknown(folder: &str, above: &[&str]) {
    for path in sources(folder) {
        let code = fs::read_to_string(&path).expect("a source can be read");
        for (i, line) in code.lines().enumerate() {
            let found = above.iter().find(|name| names(line, name));
            assert!(
                found.is_none(),
                "{}:{}: `{}` lies above {folder}",
                path.display(),
                i + 1,
                found.unwrap_or(&"")
            );
        }
    }
}

#[test]
fn the_story_knows_nothing_above_it() {
    assert_unknown("crates/story/src", &["sightlines", "leptos", "web_sys"]);
}

#[test]
fn the_rules_know_neither_leptos_nor_the_browser() {
    assert_unknown("src/domain", ABOVE_DOMAIN);
}

#[test]
fn a_path_is_told_from_a_word_that_ends_like_it() {
    for (line, is_named) in [
        ("use gloo::events::EventListener;", true),
        ("    let now = web_sys::window();", true),
        ("use leptos;", true),
        ("use igloo::x;", false),
        ("// as gloo::events does", false),
        ("let gloomy = 1;", false),
    ] {
        let found = ["gloo", "web_sys", "leptos"].iter().any(|p| names(line, p));
        assert_eq!(found, is_named, "{line}");
    }
}
