//! What other programs read of the page: tags, linked data, the answer for sites that embed.
#![cfg(feature = "ssr")]

use fixtures::text;
use serde_json::Value;
use sightlines::publish::hosting::Policy;
use sightlines::publish::{embed, metadata, page};
use sightlines::story::model::{Meta, Text};

/// The bundled story as a newsroom would publish it, with a title that tries to get out.
fn published() -> Meta {
    Meta {
        title: "Isles & “ports” </script><script>alert(\"1\")</script><!--",
        canonical: Some("https://news.example/isles/?id=7&x=1"),
        author: Some("A. Reeve"),
        image: Some("https://news.example/card.png"),
        ..text().meta
    }
}

/// The content of a meta tag.
fn content<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = head.split_once(&format!("=\"{name}\" content=\""))?;
    rest.split('"').next()
}

fn parsed(block: &str) -> Value {
    let json = block
        .strip_prefix("<script type=\"application/ld+json\">")
        .and_then(|rest| rest.strip_suffix("</script>"));
    serde_json::from_str(json.expect("one block of data")).expect("it is JSON")
}

#[test]
fn a_story_that_knows_its_address_says_so_everywhere() {
    let meta = published();
    let head = metadata::head(&meta);
    let address = "https://news.example/isles/?id=7&amp;x=1";
    for (name, wanted) in [
        ("og:type", "article"),
        ("og:url", address),
        ("og:image", "https://news.example/card.png"),
        ("og:locale", "en_GB"),
        ("author", "A. Reeve"),
        ("article:published_time", "2026-11-22"),
        ("twitter:card", "summary_large_image"),
    ] {
        assert_eq!(content(&head, name), Some(wanted), "{name}");
    }
    assert!(head.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")));
    assert!(head.contains(
        "<link rel=\"alternate\" type=\"application/json+oembed\" \
         href=\"https://news.example/isles/oembed.json\" title=\"Isles &amp; “ports” &lt;/script>"
    ));
    assert!(!head.contains("<script"), "{head}");
}

#[test]
fn a_story_without_an_address_makes_none_up() {
    let meta = Meta {
        canonical: None,
        author: None,
        image: None,
        ..text().meta
    };
    let head = metadata::head(&meta);
    for name in ["og:url", "og:image", "author"] {
        assert_eq!(content(&head, name), None, "{name}");
    }
    assert!(!head.contains("http") && !head.contains("<link"), "{head}");
    assert_eq!(content(&head, "twitter:card"), Some("summary"));
    assert_eq!(metadata::oembed(&meta), None);
    let article = parsed(&metadata::json_ld(&Text { meta, ..*text() }));
    assert_eq!(
        (&article["url"], &article["author"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn linked_data_names_every_source_and_no_date_that_was_worked_out() {
    let meta = published();
    let block = metadata::json_ld(&Text { meta, ..*text() });
    assert_eq!(
        block.matches("</script").count(),
        1,
        "nothing ends it early"
    );
    assert!(!block.contains("<!--"));
    let article = parsed(&block);
    assert_eq!(article["headline"], meta.title);
    assert_eq!(article["version"], meta.version);
    assert_eq!(article["url"], "https://news.example/isles/?id=7&x=1");
    let citations = article["citation"].as_array().expect("a list");
    assert_eq!(citations.len(), text().sources.len());
    for (told, source) in citations.iter().zip(text().sources) {
        assert_eq!(told["name"], source.title);
        assert_eq!(told["author"].as_str(), source.author);
        if source.date_inferred {
            assert_eq!(told["datePublished"], Value::Null, "{}", source.title);
        }
    }
}

#[test]
fn a_site_that_embeds_is_given_a_frame() {
    let answer = metadata::oembed(&published()).expect("its address is known");
    let answer: Value = serde_json::from_str(&answer).expect("it is JSON");
    assert_eq!(
        (&answer["version"], &answer["type"]),
        (&"1.0".into(), &"rich".into())
    );
    assert!(answer["width"].is_u64() && answer["height"].is_u64());
    let html = answer["html"].as_str().expect("code");
    assert!(
        html.starts_with("<iframe src=\"https://news.example/isles/?id=7&amp;x=1\""),
        "{html}"
    );
    assert!(
        html.contains("title=\"Isles &amp; “ports” &lt;/script>"),
        "{html}"
    );
}

#[test]
fn the_page_carries_the_data_as_data() {
    let shell = "<html lang=\"en\"><head><title>Sightlines</title></head><body></body></html>";
    fixtures::load();
    let page = page::page(shell).unwrap();
    assert!(page.contains("<script type=\"application/ld+json\">"));
    assert!(page.contains("property=\"og:title\""));
    let policy = Policy::of(&page).unwrap();
    assert!(
        policy.scripts.is_empty(),
        "data is not run and needs no hash"
    );
}

#[test]
fn the_loader_is_small_and_whole() {
    let script = embed::script();
    assert!(script.len() < 4 * 1024, "{} bytes", script.len());
    assert!(script.starts_with("(function () {\n") && script.ends_with("})();\n"));
}
