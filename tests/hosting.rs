//! What hosts are told: the policy of a page and the files for static hosts.
#![cfg(feature = "ssr")]

use std::fs;
use std::io::Read;
use std::path::PathBuf;

use sightlines::publish::hosting::{self, Policy, hash};

const PAGE: &str = "<!doctype html><html lang=\"en\"><head>\
    <style>a { color: red }</style><style media=\"print\">b { }</style>\
    <script>let a = '<p style=\"x\">';</script><script type=\"module\">import './a.js';</script>\
    <script type=\"application/ld+json\">{}</script><script type=\"text/plain\">1</script><script src=\"b.js\"></script></head>\
    <body><p title=\"a > b\" data-style=\"on\" class=on>style=\"x\" onclick=\"y\"</p></body></html>";

#[test]
fn a_policy_allows_what_is_in_the_page_and_nothing_else() {
    let policy = Policy::of(PAGE).unwrap();
    assert_eq!(
        policy.styles,
        [hash("a { color: red }"), hash("b { }")],
        "each style once"
    );
    assert_eq!(
        policy.scripts,
        [hash("let a = '<p style=\"x\">';"), hash("import './a.js';")],
        "what is run, and not data or what has an address"
    );
    let header = policy.header(None);
    for refused in ["unsafe-inline", "'unsafe-eval'", "*", "data:", "http"] {
        assert!(!header.contains(refused), "{refused} in {header}");
    }
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
        "style-src 'sha256-",
        "connect-src 'self';",
    ] {
        assert!(header.contains(part), "{part} in {header}");
    }
    assert!(
        policy
            .header(Some("https://news.example"))
            .contains("connect-src 'self' https://news.example;")
    );
}

/// The hash of a known text, as the specification of content security policies gives it.
#[test]
fn a_hash_is_the_one_that_browsers_compute() {
    assert_eq!(
        hash("doSomething();"),
        "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"
    );
}

#[test]
fn what_no_hash_can_allow_is_refused() {
    for (tag, name) in [
        ("<p style=\"color: red\">", "style"),
        ("<p class=a STYLE=x>", "style"),
        ("<button type=\"button\" onclick='go()'>", "onclick"),
        ("<img alt=\"a > b\" onerror=go()>", "onerror"),
        ("<svg><path d=\"M0 0\"style=\"x\"/></svg>", "style"),
    ] {
        let page = format!("<script>1</script><body>{tag}</body>");
        let problem = Policy::of(&page).unwrap_err();
        assert!(problem.contains(&format!("`{name}`")), "{tag}: {problem}");
    }
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("fonts")).unwrap();
    folder
}

#[test]
fn hosts_find_their_files_and_compressed_copies() {
    let dist = folder("hosting");
    let wasm = "sightlines-0123456789abcdef_bg.wasm";
    for (name, content) in [
        ("index.html", PAGE),
        (wasm, "wasm"),
        ("sightlines-0123456789abcdef.js", "js"),
        ("fonts/a.woff2", "font"),
        ("story.json", "{}"),
    ] {
        fs::write(dist.join(name), content).unwrap();
    }
    let policy = hosting::write(&dist, None, true).unwrap();
    let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap();

    let headers = read("_headers");
    assert!(headers.contains(&policy.header(None)), "{headers}");
    assert!(
        headers.lines().all(|line| line.len() < 2000),
        "a host's limit"
    );
    let mut rules = headers.split("\n/");
    for (name, kept) in [
        ("index.html", "must-revalidate"),
        (wasm, "immutable"),
        ("sightlines-0123456789abcdef.js", "immutable"),
        ("fonts/a.woff2", "604800"),
        ("story.json", "must-revalidate"),
    ] {
        let rule = rules
            .clone()
            .find(|rule| rule.starts_with(&format!("{name}\n")));
        assert!(
            rule.is_some_and(|rule| rule.contains(kept)),
            "{name}: {headers}"
        );
    }
    assert!(rules.any(|rule| rule.contains("Content-Type: application/wasm")));

    let nginx = read("hosting/nginx.conf");
    assert!(
        nginx.contains("script-src 'self' $scheme://$http_host 'wasm"),
        "{nginx}"
    );

    let mut unpacked = String::new();
    let packed = fs::read(dist.join("index.html.br")).unwrap();
    brotli::Decompressor::new(&packed[..], 4096)
        .read_to_string(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, PAGE);
    unpacked.clear();
    flate2::read::GzDecoder::new(&fs::read(dist.join("index.html.gz")).unwrap()[..])
        .read_to_string(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, PAGE);
    assert!(!dist.join("fonts/a.woff2.br").exists(), "packed already");
    assert!(!dist.join("hosting/nginx.conf.br").exists(), "not the site");
}

/// A built site in small, as trunk and `publish` leave it.
fn built(name: &str) -> PathBuf {
    let dist = folder(name);
    let script = "let wasm;\nexport function Keys_1(el) {\n}\nexport class Other {\n}\nexport { initSync, __wbg_init as default };\n";
    for (name, content) in [
        (
            "index.html",
            "<html><head>\n<meta charset=\"utf-8\">\n<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"preload\" href=\"fonts/a.woff2\" as=\"font\">\n<style>@font-face { src: url(fonts/a.woff2) }</style>\n\
             <script>boot()</script><script type=\"module\">import init from './a-0123456789abcdef.js'; init();</script>\n\
             <link rel=\"modulepreload\" href=\"./a-0123456789abcdef.js\"><link rel=\"preload\" href=\"./a_bg.wasm\">\n\
             </head><body><p>1 < 2</p><a href=\"story.json\" download>Data</a><a href=\"./\" class=\"whole\">Page</a></body></html>",
        ),
        ("a-0123456789abcdef.js", script),
        ("embed.js", "no part of it"),
        ("a_bg.wasm", "the program"),
        ("icon.svg", "<svg/>"),
        ("fonts/a.woff2", "font"),
    ] {
        fs::write(dist.join(name), content).unwrap();
    }
    dist
}

#[test]
fn one_file_holds_the_whole_site_and_asks_for_nothing() {
    fixtures::load();
    let dist = built("single");
    let page = hosting::single(&dist, None).unwrap();
    for left in [
        "preload",
        "src=\"",
        "href=\"",
        ".woff2",
        "story.json",
        "import ",
        "export ",
    ] {
        // The icon and the font are in it, as data.
        let page = page.replace("href=\"data:image/svg+xml;base64,PHN2Zy8+\"", "");
        assert!(!page.contains(left), "{left} in {page}");
    }
    assert!(
        page.contains("url(data:font/woff2;base64,Zm9udA==)"),
        "{page}"
    );
    assert!(
        page.contains("<p>1 < 2</p>"),
        "the rest is as it was: {page}"
    );
    assert!(page.contains("\nfunction Keys_1(el) {\n"), "{page}");
    assert!(
        page.contains("window.wasmBindings = { Keys_1 };"),
        "by it the program wakes its islands: {page}"
    );
    let (_, rest) = page.split_once("atob(\"").unwrap();
    let packed = base64::Engine::decode(
        &base64::engine::general_purpose::STANDARD,
        rest.split('"').next().unwrap(),
    );
    let mut program = String::new();
    flate2::read::GzDecoder::new(&packed.unwrap()[..])
        .read_to_string(&mut program)
        .unwrap();
    assert_eq!(program, "the program");
    // It has a policy of its own, before anything that this must allow.
    let policy = Policy::of(&page).unwrap();
    let (head, _) = page.split_once("<style").unwrap();
    assert!(head.contains(&policy.alone()), "{head}");
    assert!(!policy.alone().contains("'self'"));

    let known = hosting::single(&dist, Some("https://news.example/isles/")).unwrap();
    assert!(
        known.contains("<a href=\"https://news.example/isles/story.json\">"),
        "{known}"
    );
}

#[test]
fn what_cannot_be_put_into_one_file_is_said() {
    let dist = built("single-broken");
    for (name, content, says) in [
        (
            "a-0123456789abcdef.js",
            "export default 1;",
            "does not end with",
        ),
        (
            "a-0123456789abcdef.js",
            "'</script>'\nexport { initSync, __wbg_init as default };",
            "would end it",
        ),
        ("index.html", "<html></html>", "lacks the program"),
    ] {
        fs::write(dist.join(name), content).unwrap();
        let problem = hosting::single(&dist, None).unwrap_err();
        assert!(problem.contains(says), "{problem}");
    }
}
