//! The prerendered page holds the whole story, before any program runs.
#![cfg(feature = "ssr")]

use fixtures::{index, text};
use sightlines::story::model::{Heard, Inline};

/// The page as its reader finds it: tags gone, entities resolved, white space folded.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    let out = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest stretch of plain words in a text, which must stand in the page as it is.
fn longest(nodes: &[Inline]) -> &str {
    nodes
        .iter()
        .map(|node| match node {
            Inline::Text(words) => words.trim(),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Actor(_, inner)
            | Inline::Event(_, inner)
            | Inline::Source(_, inner)
            | Inline::Place(_, inner)
            | Inline::Doubt(_, inner)
            | Inline::Lang(_, inner) => longest(inner),
        })
        .max_by_key(|words| words.len())
        .unwrap_or_default()
}

#[test]
fn every_event_reading_and_source_stands_in_the_page() {
    fixtures::load();
    let html = sightlines::prerender::body();
    let words = words(&html);
    let has = |what: &str, nodes: &[Inline]| {
        let longest = longest(nodes);
        assert!(
            words.contains(longest),
            "{what}: “{longest}” is not in the page"
        );
    };
    for (event, told) in index().events.iter().zip(text().events) {
        assert_eq!(
            html.matches(&format!("id=\"e-{}\"", event.id)).count(),
            1,
            "{} is told once",
            event.id
        );
        assert!(words.contains(told.title), "{}", told.title);
        told.summary.iter().for_each(|s| has(event.id, s.text));
        told.readings
            .iter()
            .for_each(|r| has(event.id, r.statement.text));
        told.doubts
            .iter()
            .for_each(|d| has(event.id, d.statement.text));
    }
    for (step, told) in index().steps.iter().zip(text().steps) {
        assert!(
            html.contains(&format!("id=\"s-{}\"", step.id)),
            "{}",
            step.id
        );
        told.text
            .iter()
            .flat_map(|p| p.iter())
            .for_each(|s| has(step.id, s.text));
        told.readings
            .iter()
            .for_each(|r| has(step.id, r.statement.text));
    }
    for (i, source) in text().sources.iter().enumerate() {
        assert!(words.contains(source.title), "{}", source.title);
        assert!(words.contains(source.vantage), "{}", source.vantage);
        for paragraph in 1..=source.paragraphs {
            let id = format!("id=\"src-{}-{paragraph}\"", i + 1);
            assert!(html.contains(&id), "{id}");
        }
    }
    text()
        .positions
        .iter()
        .for_each(|p| has("position", p.statement.text));
    text().gaps.iter().for_each(|g| has(g.id, g.text));
    for d in text().disagreements {
        d.sides.iter().for_each(|side| has(d.id, side.text));
        has(d.id, d.handling);
    }
}

#[test]
fn every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice() {
    fixtures::load();
    let html = sightlines::prerender::body();
    let values = |name: &str| -> Vec<&str> {
        html.split(name)
            .skip(1)
            .filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
            .collect()
    };
    let mut ids = values(" id=\"");
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    for to in values("href=\"#") {
        assert!(ids.binary_search(&to).is_ok(), "#{to} leads nowhere");
    }
}

#[test]
fn silence_is_said_and_no_view_comes_first_by_order() {
    fixtures::load();
    let html = sightlines::prerender::body();
    for (event, told) in index().events.iter().zip(text().events) {
        let start = html.find(&format!("id=\"e-{}\"", event.id)).unwrap();
        let record = html[start..].split("</article>").next().unwrap();
        for slot in 0..index().main {
            let block = format!("data-a=\"{}\"", slot + 1);
            assert!(
                record.contains(&block),
                "{}: actor {slot} is left out",
                event.id
            );
        }
        // In the actors' order in every record, however much each has to say.
        assert!(told.readings.is_sorted_by_key(|r| r.actor), "{}", event.id);
        let heard = |r: &&sightlines::story::model::Reading| r.heard != Heard::Silent;
        for r in told.readings.iter().filter(heard) {
            assert!(
                !r.statement.cites.is_empty(),
                "{}: a reading without a cite",
                event.id
            );
        }
    }
}

#[test]
fn a_shell_without_a_place_to_fill_is_refused_in_words() {
    for (shell, lacks) in [
        ("<html lang=\"en\"><title>Sightlines</title>", "<body>"),
        (
            "<html lang=\"en\"><title>Sightlines</title><body>",
            "</body>",
        ),
        ("<html lang=\"en\"><body></body>", "<title>"),
        ("<title>Sightlines</title><body></body>", "<html"),
    ] {
        fixtures::load();
        let error = sightlines::prerender::page(shell).unwrap_err();
        assert!(error.contains(lacks), "{shell}: {error}");
    }
}

/// On a slow line the first words wait for all that stands before them. Once that was every style,
/// 14 KB, and the program's download beside it.
#[test]
fn before_the_first_words_stands_only_what_they_need() {
    let shell = "<html lang=\"en\"><head><title>Sightlines</title><style>h1 { }</style>\n\
        <script type=\"module\">import 'a.js'</script><link rel=\"modulepreload\" href=\"a.js\"><link rel=\"preload\" href=\"a.wasm\">\n<link rel=\"icon\" href=\"i.svg\"><script>boot()</script></head>\
        <body>\n<link rel=\"preload\" href=\"f.woff2\">\n<style>.top { }</style>\n<style>.step { }</style>\n\
        <script>reload()</script></body></html>";
    fixtures::load();
    let page = sightlines::prerender::page(shell).unwrap();
    let order = [
        "h1 { }",
        "href=\"i.svg\"",
        "boot()",
        "<h1>",
        "id=\"how-h\"",
        "href=\"a.wasm\"",
        "import 'a.js'",
        "href=\"f.woff2\"",
        ".top { }",
        ".step { }",
        "id=\"bar\"",
        "id=\"story\"",
        "reload()",
        "</html>",
    ];
    let places: Vec<_> = order.iter().map(|part| page.find(part)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
    for part in order {
        assert_eq!(page.matches(part).count(), 1, "{part} stands once");
    }
    // Firefox, asked twice for a module, now and then told of an error.
    assert!(!page.contains("modulepreload"));
}

/// `trunk serve` puts a script of its own into the body, to reload the page after a rebuild. The
/// page once wanted the body empty, so that only release builds worked.
#[test]
fn a_shell_with_a_script_in_its_body_is_filled_too() {
    let shell =
        "<html lang=\"en\"><title>Sightlines</title><body><script>reload()</script></body></html>";
    fixtures::load();
    let page = sightlines::prerender::page(shell).unwrap();
    let (story, script) = (page.find("id=\"story\""), page.find("<script>reload()"));
    assert!(
        story.is_some() && story < script,
        "the story first, then the script"
    );
    assert!(sightlines::prerender::page(&page).is_err(), "filled twice");
}

#[test]
fn readers_get_styles_without_comments_and_indents() {
    let page = "<p>/* said */</p><style>/* a\nb */\np {\n  margin: 0;\n} /* c */</style><p>/* said  twice */</p><style media=\"print\">a {}</style>";
    assert_eq!(
        sightlines::styles::tidy(page),
        "<p>/* said */</p><style>p { margin: 0; }</style><p>/* said  twice */</p><style media=\"print\">a {}</style>"
    );
}

#[test]
fn readers_get_scripts_without_comments_and_indents() {
    let script = "// said\nfunction a() {\n    /**\n     * said\n     */\n    return `http://${b}`; // kept\n}\n/* said */\nexport { a };\n";
    assert_eq!(
        sightlines::scripts::tidy(script),
        "function a() {\nreturn `http://${b}`; // kept\n}\nexport { a };\n"
    );
    let over_lines = "  const a = `\n  b`;\n";
    assert_eq!(sightlines::scripts::tidy(over_lines), over_lines);
}
