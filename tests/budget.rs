//! What the reader downloads may not grow unseen: every part of the built site against
//! `budget.toml`.
//!
//! Wants a built site of the bundled story: `cargo xtask test` builds it and then runs this.
#![cfg(feature = "browser-tests")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

fn dist() -> PathBuf {
    env::var_os("SIGHTLINES_DIST")
        .map(PathBuf::from)
        .expect("SIGHTLINES_DIST names the built site: run `cargo xtask test --only browser`")
}

/// The one file in `dist/` whose name is accepted.
fn built(what: &str, accepts: impl Fn(&str) -> bool) -> Vec<u8> {
    let mut found: Vec<PathBuf> = fs::read_dir(dist())
        .expect("the site is built")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.file_name()
                .and_then(|n| n.to_str())
                .is_some_and(&accepts)
        })
        .collect();
    assert_eq!(found.len(), 1, "{what}: {found:?}");
    fs::read(found.remove(0)).expect("what is listed can be read")
}

/// Its size as a host sends it: brotli at the highest quality.
fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings).expect("memory can be written");
    packed.len()
}

/// What stands between the first `from` and the `to` after it.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).map(|(_, rest)| rest);
    let found = rest.and_then(|rest| rest.split_once(to));
    found
        .unwrap_or_else(|| panic!("the page lacks {from}…{to}"))
        .0
}

/// The lines `name = bytes` of `budget.toml`.
fn budget() -> BTreeMap<String, usize> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("budget.toml");
    let text = fs::read_to_string(path).expect("budget.toml is in the checkout");
    text.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (name, bytes) = line.split_once('=').expect("a line is: name = bytes");
            let bytes = bytes.trim().replace('_', "").parse().expect(line);
            (name.trim().to_owned(), bytes)
        })
        .collect()
}

/// The size of every part that has a budget.
fn sizes() -> BTreeMap<String, usize> {
    let page = built("the page", |name| name == "index.html");
    let page = String::from_utf8(page).expect("the page is UTF-8");
    let styles: String = page
        .split("<style")
        .skip(1)
        .map(|rest| between(rest, ">", "</style>"))
        .collect();
    let (opening, _) = page.split_once("<main").expect("the page has a <main>");
    let (first, _) = page.split_once("</header>").expect("the page has a header");
    let wasm = brotli(&built("the wasm", |name| name.ends_with(".wasm")));
    let is_script = |name: &str| name.starts_with("sightlines-") && name.ends_with(".js");
    let script = brotli(&built("the loader's script", is_script));
    let styles = brotli(styles.as_bytes());
    BTreeMap::from([
        ("program".to_owned(), wasm + script + styles),
        ("wasm".to_owned(), wasm),
        ("script".to_owned(), script),
        ("styles".to_owned(), styles),
        ("first".to_owned(), brotli(first.as_bytes())),
        ("opening".to_owned(), brotli(opening.as_bytes())),
    ])
}

#[test]
fn nothing_weighs_more_than_its_budget() {
    let (budget, sizes) = (budget(), sizes());
    assert!(
        budget.keys().eq(sizes.keys()),
        "budget.toml and this test name different parts: {:?} and {:?}",
        budget.keys(),
        sizes.keys()
    );
    let mut over = String::new();
    for (part, size) in &sizes {
        let most = budget[part];
        println!("{part:8} {size:7} of {most:7} bytes of brotli");
        if *size > most {
            over += &format!(
                "\n  {part}: {size} bytes of brotli, {} more than its budget of {most}",
                size - most
            );
        }
    }
    assert!(
        over.is_empty(),
        "the site weighs too much:{over}\n\
         Make it lighter, or raise the budget in budget.toml and say in the commit what it buys."
    );
}
