//! The addresses under which the page is shared.

use sightlines::domain::address::Shared;

fn shared(canonical: Option<&str>, own: &str, choice: &str) -> Shared {
    Shared::new(
        canonical.map(str::to_owned),
        own.to_owned(),
        choice.to_owned(),
    )
}

const OWN: &str = "https://host.example/isles/index.html?parentUrl=x&initialWidth=600#p=ru";

#[test]
fn a_pattern_is_filled_with_addresses() {
    let (isles, query) = (
        "https://news.example/isles/",
        "https://news.example/read?id=7",
    );
    for (canonical, choice, pattern, filled) in [
        (
            None,
            "p=jp",
            "{page}",
            "https://host.example/isles/index.html",
        ),
        (
            None,
            "p=jp",
            "{link}",
            "https://host.example/isles/index.html#p=jp",
        ),
        (None, "", "{link}", "https://host.example/isles/index.html"),
        (
            None,
            "",
            "{folder}embed.js",
            "https://host.example/isles/embed.js",
        ),
        (
            Some(isles),
            "p=jp&t=2013",
            "{link}",
            "https://news.example/isles/#p=jp&t=2013",
        ),
        (
            Some(isles),
            "p=jp&t=2013",
            "<a href=\"{src}\">",
            "<a href=\"https://news.example/isles/#p=jp&amp;t=2013\">",
        ),
        (
            Some(isles),
            "p=jp",
            "{auto}",
            "https://news.example/isles/?layout=auto#p=jp",
        ),
        (Some(isles), "", "{folder}", isles),
        (
            Some(query),
            "p=jp",
            "{auto}",
            "https://news.example/read?id=7&amp;layout=auto#p=jp",
        ),
        (Some(query), "", "{folder}", "https://news.example/"),
        (
            Some("https://news.example"),
            "",
            "{folder}",
            "https://news.example/",
        ),
        (
            Some("https://news.example/isles"),
            "",
            "{folder}",
            "https://news.example/",
        ),
        // Braces that are none of ours stay, and do not hide those that are.
        (
            Some(isles),
            "",
            "{} {x} {{page} }{page",
            "{} {x} {https://news.example/isles/ }{page",
        ),
        (
            Some(isles),
            "",
            "“{link}” {link}.",
            "“https://news.example/isles/” https://news.example/isles/.",
        ),
    ] {
        let shared = shared(canonical, OWN, choice);
        assert_eq!(shared.fill(pattern), filled, "{pattern} of {canonical:?}");
    }
}

#[test]
fn a_page_without_an_address_has_none_to_tell() {
    let srcdoc = shared(None, "about:srcdoc", "p=jp");
    assert_eq!(srcdoc.fill("{link}|{page}"), "#p=jp|");
    assert!(!srcdoc.is_public());
    let disk = shared(None, "file:///tmp/story.html#p=ru", "p=jp");
    assert_eq!(disk.fill("{link}"), "file:///tmp/story.html#p=jp");
    assert!(!disk.is_public());
    let known = shared(Some("https://news.example/isles/"), "about:srcdoc", "");
    assert!(known.is_public());
}
