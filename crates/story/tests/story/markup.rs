//! The inline markup.

use proptest::prelude::*;

use story::inline::{Node, Parsed, Scheme, is_language, is_slug, parse};

fn text(words: &str) -> Node {
    Node::Text(words.into())
}

fn reference(scheme: Scheme, id: &str, words: Vec<Node>, offset: usize) -> Node {
    Node::Reference {
        scheme,
        id: id.into(),
        words,
        offset,
    }
}

#[test]
fn well_formed_markup_is_read() {
    let cases = [
        ("", vec![]),
        (
            "plain – “words”, 880 & more",
            vec![text("plain – “words”, 880 & more")],
        ),
        ("*a*", vec![Node::Emphasis(vec![text("a")])]),
        ("**a**b", vec![Node::Strong(vec![text("a")]), text("b")]),
        (
            "***a***",
            vec![Node::Strong(vec![Node::Emphasis(vec![text("a")])])],
        ),
        (
            "*a **b** c*",
            vec![Node::Emphasis(vec![
                text("a "),
                Node::Strong(vec![text("b")]),
                text(" c"),
            ])],
        ),
        (
            "**a *b* c**",
            vec![Node::Strong(vec![
                text("a "),
                Node::Emphasis(vec![text("b")]),
                text(" c"),
            ])],
        ),
        (
            "the [](place:senkaku)",
            vec![text("the "), reference(Scheme::Place, "senkaku", vec![], 7)],
        ),
        (
            "*[a *b*](event:e-1)*",
            vec![Node::Emphasis(vec![reference(
                Scheme::Event,
                "e-1",
                vec![text("a "), Node::Emphasis(vec![text("b")])],
                9,
            )])],
        ),
        (
            "[kuril](lang:ja-Latn)",
            vec![reference(Scheme::Lang, "ja-Latn", vec![text("kuril")], 8)],
        ),
        (r"2 \* 3 \[sic\] \<b\> \\", vec![text(r"2 * 3 [sic] <b> \")]),
    ];
    for (markup, nodes) in cases {
        let faults = vec![];
        assert_eq!(parse(markup), Parsed { nodes, faults }, "{markup}");
    }
}

#[test]
fn malformed_markup_is_told_with_its_place() {
    let cases: [(&str, &[(usize, &str)]); 26] = [
        ("a *b", &[(2, "“*” is not closed")]),
        ("a **b", &[(2, "“**” is not closed")]),
        (
            "**a*",
            &[
                (0, "“**” is not closed"),
                (3, "an asterisk that opens and closes nothing"),
            ],
        ),
        ("2 * 3", &[(2, "an asterisk that opens and closes nothing")]),
        (
            "* *",
            &[
                (0, "an asterisk that opens and closes nothing"),
                (2, "an asterisk that opens and closes nothing"),
            ],
        ),
        ("****", &[(0, "an asterisk that opens and closes nothing")]),
        ("[a", &[(0, "“[” is not closed")]),
        ("a]", &[(1, "“]” without “[”")]),
        ("é [sic]", &[(3, "square brackets without a target")]),
        ("[a](event:x", &[(3, "a reference without its closing “)”")]),
        ("[a](event)", &[(4, "“” is not an id")]),
        ("[a](event:X)", &[(4, "“X” is not an id")]),
        ("[a](ship:x)", &[(4, "“ship” is no kind of reference")]),
        ("[a]()", &[(4, "“” is no kind of reference")]),
        (
            "[a](http://x.org)",
            &[(4, "links out of the story are not allowed")],
        ),
        (
            "[a](javascript:x)",
            &[(4, "links out of the story are not allowed")],
        ),
        (
            "[a](//x.org)",
            &[(4, "links out of the story are not allowed")],
        ),
        (
            "[](actor:jp)",
            &[(3, "the reference actor:jp has no words")],
        ),
        ("[ ](event:x)", &[(4, "the reference event:x has no words")]),
        ("[a](lang:j)", &[(4, "“j” is not a language tag")]),
        (
            "[a [b](event:x) c](event:y)",
            &[(3, "a reference inside another")],
        ),
        ("![a](x.png)", &[(0, "images are not allowed in a story")]),
        ("a <b>c", &[(2, "HTML is not allowed in a story")]),
        ("1 < 2", &[(2, "“<” is not allowed bare")]),
        (
            "a&nbsp;b",
            &[(1, "HTML entities are not allowed in a story")],
        ),
        (
            "*[a*](event:x)",
            &[(0, "“*” is not closed"), (3, "“*” is not closed")],
        ),
    ];
    for (markup, expected) in cases {
        let faults = parse(markup).faults;
        let found: Vec<_> = faults.iter().map(|f| (f.offset, &*f.message)).collect();
        assert_eq!(found, expected, "{markup}");
        assert!(faults.iter().all(|f| !f.hint.is_empty()), "{markup}");
    }
}

#[test]
fn characters_that_hide_or_turn_text_are_refused() {
    for c in [
        '\0', '\n', '\t', '\u{7f}', '\u{85}', '\u{202E}', '\u{2066}', '\u{FEFF}', '\u{FFFD}',
    ] {
        let faults = parse(&format!("ab{c}c")).faults;
        assert_eq!(faults.len(), 1, "{}", c.escape_unicode());
        assert_eq!(faults[0].offset, 2);
    }
}

#[test]
fn ids_and_language_tags_have_a_form() {
    for (id, good) in [
        ("e-1", true),
        ("x", true),
        ("", false),
        ("-a", false),
        ("A", false),
        ("a b", false),
        ("é", false),
    ] {
        assert_eq!(is_slug(id), good, "{id}");
    }
    for (tag, good) in [
        ("en", true),
        ("ja-Latn", true),
        ("x", false),
        ("", false),
        ("en-", false),
        ("e1", false),
    ] {
        assert_eq!(is_language(tag), good, "{tag}");
    }
}

/// How deep nodes nest.
fn depth(nodes: &[Node]) -> usize {
    let below = nodes.iter().map(|node| match node {
        Node::Text(_) => 0,
        Node::Emphasis(inner) | Node::Strong(inner) => 1 + depth(inner),
        Node::Reference { words, .. } => 1 + depth(words),
    });
    below.max().unwrap_or(0)
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in r"(\PC|[*\[\]()<>&!\\:]|event:|place:x)*") {
        prop_assert!(depth(&parse(&text).nodes) <= 5);
    }

    #[test]
    fn brackets_and_stars_never_nest_deep(text in r"[*\[\]]{0,200}|(\[\*|\*\]\(event:x\)|a){0,200}") {
        prop_assert!(depth(&parse(&text).nodes) <= 5);
    }

    #[test]
    fn plain_text_is_kept_as_it_is(plain in r"[a-z0-9 ,.;:“”’é日()\-]*") {
        let expected = if plain.is_empty() { vec![] } else { vec![text(&plain)] };
        prop_assert_eq!(parse(&plain), Parsed { nodes: expected, faults: vec![] });
    }

    #[test]
    fn escaped_punctuation_is_kept_as_it_is(signs in r"[!-/:-@\[-`{-~a-z ]*") {
        let escaped: String = signs
            .chars()
            .flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]))
            .collect();
        let expected = if signs.is_empty() { vec![] } else { vec![text(&signs)] };
        prop_assert_eq!(parse(&escaped), Parsed { nodes: expected, faults: vec![] });
    }
}
