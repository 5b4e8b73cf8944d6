//! In a host's page: what is heard, what is said, how the frame is laid out and sized.

use proptest::prelude::*;
use sightlines::domain::choice::Choice;
use sightlines::domain::frame::{
    self, Ask, Field, Host, Layout, PX_MOST, Say, Sizing, TEXT_MOST, Theme, Value,
};
use sightlines::domain::perspective::Perspective;

/// A message as an object, its fields as the browser hands them over.
fn object<'a>(fields: &'a [(&'a str, Field)]) -> impl FnMut(&str) -> Field + 'a {
    |name| {
        let of_name = fields.iter().find(|(field, _)| *field == name);
        of_name.map_or(Field::Absent, |(_, value)| value.clone())
    }
}

fn text(text: &str) -> Field {
    Field::Text(text.to_owned())
}

fn number(number: impl Into<f64>) -> Field {
    Field::Number(number.into())
}

/// A message as one line: a text as it is, an object as `{name: value, ...}`.
fn line(say: Say) -> String {
    match say {
        Say::Text(text) => text.to_owned(),
        Say::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| match value {
                Value::Null => format!("{name}: null"),
                Value::Text(text) => format!("{name}: '{text}'"),
                Value::Number(number) => format!("{name}: {number}"),
                Value::Within(inner, number) => format!("{name}: {{{inner}: {number}}}"),
            });
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

fn heights(host: &mut Host, height: i32) -> Vec<String> {
    let mut said = Vec::new();
    host.say_height("https://example.org/a", 640, height, &mut |say| {
        said.push(line(say))
    });
    said
}

const PYM: &str = "?initialWidth=640&childId=story-1&parentTitle=x&parentUrl=y";

#[test]
fn a_height_is_told_in_every_form_that_the_host_may_know() {
    let anyone = [
        "{sentinel: 'amp', type: 'embed-size', height: 1234}",
        r#"{"src":"https://example.org/a","context":"iframe.resize","height":1234}"#,
        "{datawrapper-height: {sightlines: 1234}}",
        "{kind: 'interactive:height', height: 1234}",
        "{sightlines: 1, type: 'height', height: 1234}",
    ];
    assert_eq!(heights(&mut Host::default(), 1234), anyone);

    let mut host = Host::of_address(PYM, "#?secret=a1B2c3D4e5");
    host.hear_text("[iFrameSizer]iFrameResizer0:8:false:false:32:true:true");
    let named = heights(&mut host, 1234);
    for said in [
        "pymxPYMxstory-1xPYMxheightxPYMx1234",
        "[iFrameSizer]iFrameResizer0:1234:640:init",
        "{message: 'height', value: 1234, secret: 'a1B2c3D4e5'}",
    ] {
        assert!(named.iter().any(|s| s == said), "{said} in {named:?}");
    }
    assert!(named.ends_with(&anyone.map(str::to_owned)), "{named:?}");
    // The greeting is answered once.
    let later = heights(&mut host, 1300);
    assert!(later.contains(&"[iFrameSizer]iFrameResizer0:1300:640:size".to_owned()));
}

#[test]
fn an_address_cannot_break_out_of_the_json_it_is_told_in() {
    let mut said = Vec::new();
    let address = "https://example.org/?\\\",\"height\":1,\"x\":\"\n";
    Host::default().say_height(address, 1, 7, &mut |say| said.push(line(say)));
    let json = said.iter().find(|s| s.starts_with("{\"src\"")).unwrap();
    let read: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(read["height"], 7);
    assert_eq!(read["src"], address.replace('\n', ""));
}

#[test]
fn the_address_tells_who_the_host_is() {
    for (query, fragment, resizes, secret) in [
        ("", "", false, false),
        (PYM, "", true, false),
        ("childId=a%20b", "#step=guest", true, false),
        ("?childId=", "", false, false),
        ("?childId=a%0Ab", "", false, false),
        ("?childId=%FF", "", false, false),
        ("", "#?secret=a1B2c3D4e5", false, true),
        ("", "?secret=a1B2c3D4e5&p=jp", false, true),
        ("", "#?secret=<b>", false, false),
        ("", "#amp=1", false, false),
    ] {
        let mut host = Host::of_address(query, fragment);
        assert_eq!(host.resizes(), resizes, "{query} {fragment}");
        let told = heights(&mut host, 500).iter().any(|s| s.contains("secret"));
        assert_eq!(told, secret, "{query} {fragment}");
    }
    let long = format!("?childId={}", "a".repeat(101));
    assert!(!Host::of_address(&long, "").resizes());
}

#[test]
fn texts_are_understood_or_left_alone() {
    for (said, expected) in [
        ("pymxPYMxstory-1xPYMxwidthxPYMx320", Some(Ask::Height)),
        ("pymxPYMxanotherxPYMxwidthxPYMx320", None),
        ("pymxPYMxstory-1xPYMxheightxPYMx320", None),
        ("pymxPYMxstory-1xPYMxnavigateToxPYMxhttps://x.org", None),
        // Where the frame stands in the host's view, the browser tells.
        (
            "pymxPYMxstory-1xPYMxviewport-iframe-positionxPYMx1280 720 -300.25 0 5000 640",
            None,
        ),
        (
            "[iFrameSizer]frame:8:false:false:32:true:true:null:bodyOffset",
            Some(Ask::Height),
        ),
        ("[iFrameSizer]frame:8:true", Some(Ask::Height)),
        // A frame within ours speaks so; we are no host.
        ("[iFrameSizer]frame:800:600:size", None),
        ("[iFrameSizer]:8:false", None),
        ("[iFrameSizer]resize", Some(Ask::Height)),
        ("[iFrameSizer]reset", Some(Ask::Height)),
        ("[iFrameSizer]message:{\"location\":\"javascript:1\"}", None),
        ("[iFrameSizer]pageInfo:{}", None),
        ("[iFrameSizer]", None),
        ("", None),
        ("{\"sightlines\":1,\"type\":\"hello\"}", None),
    ] {
        let mut host = Host::of_address(PYM, "");
        assert_eq!(host.hear_text(said), expected, "{said}");
        assert!(!host.listens());
    }
    // Without the name that pym gave us, its words are not for us.
    let mut host = Host::default();
    assert_eq!(host.hear_text("pymxPYMxxPYMxwidthxPYMx320"), None);
}

#[test]
fn objects_are_understood_or_left_alone() {
    let own = |rest: &[(&'static str, Field)]| [&[("sightlines", number(1))], rest].concat();
    let set = |choice: Option<&str>, theme| {
        Some(Ask::Set {
            choice: choice.map(str::to_owned),
            theme,
        })
    };
    for (fields, expected) in [
        (
            vec![("sentinel", text("amp")), ("type", text("frames-init"))],
            Some(Ask::Height),
        ),
        (
            vec![("sentinel", text("amp")), ("type", text("embed-size"))],
            None,
        ),
        (
            vec![("message", text("ready")), ("secret", text("a1B2c3D4e5"))],
            Some(Ask::Height),
        ),
        (vec![("message", text("ready"))], None),
        (
            vec![("message", text("ready")), ("secret", text("\"><b>"))],
            None,
        ),
        (own(&[("type", text("hello"))]), Some(Ask::Hello)),
        (own(&[("type", text("view")), ("top", number(40))]), None),
        (
            own(&[("type", text("set")), ("choice", text("p=jp"))]),
            set(Some("p=jp"), None),
        ),
        (
            own(&[("type", text("set")), ("theme", text("dark"))]),
            set(None, Some(Theme::Dark)),
        ),
        (
            own(&[("type", text("set")), ("theme", text("system"))]),
            set(None, Some(Theme::System)),
        ),
        (
            own(&[("type", text("set")), ("theme", text("javascript:1"))]),
            None,
        ),
        (own(&[("type", text("set"))]), None),
        (own(&[("type", text("navigate"))]), None),
        (
            vec![("sightlines", number(2)), ("type", text("hello"))],
            None,
        ),
        (
            vec![("sightlines", text("1")), ("type", text("hello"))],
            None,
        ),
        (vec![("type", text("hello"))], None),
        (vec![], None),
    ] {
        let mut host = Host::default();
        assert_eq!(
            host.hear_object(&mut object(&fields)),
            expected,
            "{fields:?}"
        );
        assert_eq!(host.listens(), expected == Some(Ask::Hello), "{fields:?}");
    }
}

#[test]
fn a_message_through_iframe_resizer_is_found() {
    let own = "{\"sightlines\":1,\"type\":\"hello\"}";
    let through = format!("[iFrameSizer]message:{own}");
    assert_eq!(frame::resizer_json(&through), Some(own));
    assert_eq!(frame::resizer_json(own), None);
    let long = format!(
        "[iFrameSizer]message:{}",
        "x".repeat(TEXT_MOST as usize + 1)
    );
    assert_eq!(frame::resizer_json(&long), None);
}

#[test]
fn newswires_frames_are_known_to_resize() {
    let mut host = Host::default();
    let init = [("sentinel", text("amp")), ("type", text("frames-init"))];
    assert!(!host.resizes());
    host.hear_object(&mut object(&init));
    assert!(host.resizes());
}

#[test]
fn the_first_secret_counts() {
    let mut host = Host::default();
    for secret in ["a1B2c3D4e5", "ffffffffff"] {
        let fields = [("message", text("ready")), ("secret", text(secret))];
        assert_eq!(host.hear_object(&mut object(&fields)), Some(Ask::Height));
    }
    let told = heights(&mut host, 500);
    assert!(told.contains(&"{message: 'height', value: 500, secret: 'a1B2c3D4e5'}".to_owned()));
}

#[test]
fn a_host_is_asked_to_scroll_in_the_form_it_knows() {
    let asked = |host: &Host| {
        let mut said = Vec::new();
        let known = host.say_scroll(900, &mut |say| said.push(line(say)));
        (known, said.join(" "))
    };
    let mut host = Host::default();
    assert_eq!(
        asked(&host),
        (false, "{kind: 'interactive:scroll', scroll: 900}".into())
    );
    host.hear_text("[iFrameSizer]frame:8:false");
    assert_eq!(
        asked(&host),
        (true, "[iFrameSizer]frame:900:0:scrollToOffset".into())
    );
    let mut host = Host::of_address(PYM, "");
    assert_eq!(
        asked(&host),
        (true, "pymxPYMxstory-1xPYMxscrollToChildPosxPYMx900".into())
    );
    let hello = [("sightlines", number(1)), ("type", text("hello"))];
    host.hear_object(&mut object(&hello));
    assert_eq!(
        asked(&host),
        (true, "{sightlines: 1, type: 'scroll', top: 900}".into())
    );
}

#[test]
fn what_happens_is_told_in_our_own_form() {
    let mut said = Vec::new();
    let mut say = |s: Say| said.push(line(s));
    frame::ready("ab12", Layout::Auto, &mut say);
    frame::scene(Some("guest"), 3, 13, &mut say);
    frame::scene(None, 0, 13, &mut say);
    frame::choice("p=jp", &mut say);
    frame::link("https://example.org/", &mut say);
    assert_eq!(
        said,
        [
            "{sightlines: 1, type: 'ready', version: 'ab12', layout: 'auto'}",
            "{sightlines: 1, type: 'scene', scene: 'guest', n: 3, of: 13}",
            "{sightlines: 1, type: 'step', step: 'guest', n: 3, of: 13}",
            "{sightlines: 1, type: 'scene', scene: null, n: 0, of: 13}",
            "{sightlines: 1, type: 'step', step: null, n: 0, of: 13}",
            "{sightlines: 1, type: 'choice', choice: 'p=jp'}",
            "{sightlines: 1, type: 'link', href: 'https://example.org/'}",
        ]
    );
}

#[test]
fn what_a_host_sets_changes_that_and_nothing_else() {
    let index = fixtures::small();
    let before = Choice::from_link("", "p=jp&w=2012..2013", index).choice;
    let after = before.with_words("p=ru,cn", index);
    assert_eq!(
        after.perspective,
        Perspective::only(fixtures::RU).toggle(fixtures::CN)
    );
    assert_eq!(
        Choice {
            perspective: before.perspective,
            ..after
        },
        before
    );
    let after = before.with_words("p=", index);
    assert!(after.perspective.is_neutral());
    assert_eq!(after.window, before.window);
    // A place in the story, on the bundled one, which has scenes.
    let index = fixtures::index();
    let read = |link: &str| Choice::from_link("", link, index).choice;
    let before = read("scene=warships&beat=2&e=sochi-guest&p=jp");
    let after = before.with_words("scene=zone", index);
    assert_eq!(
        after,
        read("scene=zone&p=jp"),
        "nothing is left of the place before"
    );
    for unknown in [
        "scene=nowhere",
        "e=",
        "t=soon",
        "p=jp&scene=",
        "=&&&",
        "x=1",
    ] {
        assert_eq!(before.with_words(unknown, index), before, "{unknown}");
    }
}

#[test]
fn the_words_of_layouts_are_read_back() {
    for layout in [Layout::Full, Layout::Fixed, Layout::Auto, Layout::Card] {
        assert_eq!(Layout::of_word(layout.word()), Some(layout));
    }
    assert_eq!(Layout::of_word("<b>"), None);
    assert_eq!(Layout::of_query("?p=jp&layout=auto"), Some(Layout::Auto));
    assert_eq!(Layout::of_query("?layout=%3Cb%3E"), None);
    assert_eq!(Layout::of_query(""), None);
}

#[test]
fn a_frame_that_gets_what_it_asks_for_is_laid_out_at_its_full_height() {
    let mut sizing = Sizing::new(Layout::Fixed, false);
    sizing.framed(640, 600, 0);
    assert_eq!(sizing.layout(), Layout::Fixed);
    assert_eq!(sizing.measured(9000, 10), Some(1200), "it tries");
    assert_eq!(sizing.measured(9500, 10), None, "once");
    // The host adds its own padding.
    sizing.framed(640, 1220, 20);
    assert_eq!(sizing.layout(), Layout::Auto);
    assert_eq!(sizing.measured(9000, 25), Some(9000));
    sizing.framed(640, 9020, 28);
    assert_eq!(sizing.measured(12_000, 30), Some(12_000));
    // A host that is slow obeys what has been superseded.
    assert_eq!(sizing.measured(11_000, 40), Some(11_000));
    sizing.framed(640, 12_000, 50);
    assert_eq!(sizing.layout(), Layout::Auto);
}

#[test]
fn a_frame_of_a_given_height_keeps_its_stage() {
    // A host that gives what it likes: never what was asked for.
    let mut sizing = Sizing::new(Layout::Fixed, false);
    sizing.framed(640, 500, 0);
    assert_eq!(sizing.measured(9000, 10), Some(1200));
    // WordPress gives no more.
    sizing.framed(640, 1000, 20);
    assert_eq!(sizing.layout(), Layout::Fixed);
    // Too low for a stage: all at its full height, and back when there is room.
    sizing.framed(640, 200, 30);
    assert_eq!(sizing.layout(), Layout::Auto);
    sizing.framed(640, 700, 40);
    assert_eq!(sizing.layout(), Layout::Fixed);
    sizing.host_obeys();
    assert_eq!(sizing.layout(), Layout::Auto);
}

#[test]
fn a_layout_that_was_asked_for_stays() {
    for layout in [Layout::Full, Layout::Fixed, Layout::Auto, Layout::Card] {
        let mut sizing = Sizing::new(layout, true);
        sizing.framed(640, 200, 0);
        let told = sizing.measured(9000, 10);
        assert_eq!(told.is_some(), layout == Layout::Auto, "{layout:?}");
        sizing.framed(640, 9000, 20);
        sizing.host_obeys();
        assert_eq!(sizing.layout(), layout);
    }
    // A page of its own is not in a frame, whatever its size.
    let mut sizing = Sizing::new(Layout::Full, false);
    sizing.framed(640, 200, 0);
    assert_eq!(sizing.layout(), Layout::Full);
}

#[test]
fn a_hidden_frame_says_nothing_until_it_is_shown() {
    let mut sizing = Sizing::new(Layout::Auto, false);
    sizing.framed(0, 0, 0);
    assert_eq!(sizing.measured(0, 10), None);
    assert_eq!(sizing.measured(16, 20), None, "not laid out");
    assert_eq!(sizing.layout(), Layout::Auto, "nothing to conclude from");
    sizing.framed(640, 150, 30);
    assert_eq!(sizing.measured(9000, 40), Some(9000));
    sizing.framed(640, 9000, 50);
    // Hidden again by a tab of the host, and shown again.
    sizing.framed(0, 0, 60);
    assert_eq!(sizing.measured(0, 70), None);
    sizing.framed(640, 9000, 80);
    assert_eq!(sizing.measured(9000, 90), None, "nothing new");
    assert_eq!(sizing.told(), Some(9000));
}

#[test]
fn a_height_is_told_on_change_only_and_shrinks_too() {
    let mut sizing = Sizing::new(Layout::Auto, true);
    sizing.framed(640, 150, 0);
    assert_eq!(sizing.told(), None);
    assert_eq!(sizing.measured(9000, 1), Some(9000));
    assert_eq!(sizing.measured(9000, 2), None);
    assert_eq!(sizing.measured(400, 3), Some(400));
    assert_eq!(sizing.measured(9000, 4), Some(9000));
    assert_eq!(sizing.measured(i32::MAX, 5), None);
    assert_eq!(sizing.measured(i32::MIN, 6), None);
}

/// Content that is 50 px higher than its frame grew for ever, in every host that obeyed.
#[test]
fn content_and_frame_do_not_drive_each_other_up() {
    let mut sizing = Sizing::new(Layout::Auto, true);
    let (mut height, mut now) = (150, 0);
    sizing.framed(640, height, now);
    for _ in 0..1000 {
        now += 16;
        if let Some(told) = sizing.measured(height + 50, now) {
            height = told;
            sizing.framed(640, height, now);
        }
    }
    assert!(height < 150 + 50 * 10, "{height}");
    // What the reader opens later still counts.
    now += 10_000;
    assert_eq!(sizing.measured(height + 300, now), Some(height + 300));
    // Another width is another page.
    sizing.framed(320, height, now);
    assert_eq!(sizing.measured(height + 4000, now), Some(height + 4000));
}

#[test]
fn content_that_arrives_bit_by_bit_is_told_to_the_end() {
    let mut sizing = Sizing::new(Layout::Auto, true);
    sizing.framed(640, 150, 0);
    // Each arrival is told and obeyed before the next, within half a second.
    let heights = [4000, 4700, 5100, 5150, 5300, 5420, 5500, 5560];
    for (i, height) in heights.into_iter().enumerate() {
        let now = i as i32 * 50;
        assert_eq!(sizing.measured(height, now), Some(height), "{height}");
        sizing.framed(640, height, now + 10);
    }
}

fn field() -> impl Strategy<Value = Field> {
    let words = prop::sample::select(vec![
        "hello",
        "set",
        "view",
        "height",
        "amp",
        "frames-init",
        "ready",
        "dark",
        "p=jp&t=2013",
        "step=%ZZ",
        "<img src=x onerror=alert(1)>",
        "a1B2c3D4e5",
    ]);
    prop_oneof![
        Just(Field::Absent),
        Just(number(1)),
        words.prop_map(text),
        any::<String>().prop_map(Field::Text),
        any::<f64>().prop_map(Field::Number),
        "x{2000,2100}".prop_map(Field::Text),
    ]
}

proptest! {
    #[test]
    fn no_object_panics_and_none_carries_more_than_it_may(
        values in prop::collection::vec(field(), 9),
        own in any::<bool>(),
    ) {
        let names = ["sightlines", "type", "sentinel", "message", "secret", "top", "height",
            "choice", "theme"];
        let mut fields: Vec<_> = names.into_iter().zip(values).collect();
        if own {
            fields[0].1 = number(1);
        }
        let mut host = Host::default();
        if let Some(Ask::Set { choice: Some(words), .. }) = host.hear_object(&mut object(&fields)) {
            prop_assert!(words.len() <= TEXT_MOST as usize);
            Choice::from_link("", &words, fixtures::small());
        }
        heights(&mut host, 500);
    }

    #[test]
    fn no_text_panics(
        id in "[ -~]{0,12}",
        start in prop::sample::select(vec!["", "[iFrameSizer]", "pymxPYMx", "pymxPYMxixPYMx"]),
        rest in any::<String>(),
        numbers in prop::collection::vec(any::<i64>(), 0..8),
    ) {
        let mut host = Host::of_address(&format!("childId={id}&{rest}"), &rest);
        let mut pym = Host::of_address("childId=i", "");
        let numbers: Vec<_> = numbers.iter().map(i64::to_string).collect();
        let position = format!("pymxPYMxixPYMxviewport-iframe-positionxPYMx{}", numbers.join(" "));
        for said in [format!("{start}{rest}"), position] {
            host.hear_text(&said);
            pym.hear_text(&said);
        }
        for said in heights(&mut host, 500) {
            prop_assert!(said.len() < 400, "{}", said);
        }
    }

    #[test]
    fn no_sizes_panic_and_what_is_told_is_a_change(
        sizes in prop::collection::vec((any::<i32>(), any::<i32>(), any::<i32>(), any::<i32>()), 0..40),
        layout in prop::sample::select(vec![Layout::Full, Layout::Fixed, Layout::Auto, Layout::Card]),
        asked in any::<bool>(),
    ) {
        let mut sizing = Sizing::new(layout, asked);
        for (width, height, content, now) in sizes {
            sizing.framed(width, height, now);
            let before = sizing.told();
            if let Some(told) = sizing.measured(content, now) {
                // What a frame of a given height tells is a trial.
                let fixed = sizing.layout() == Layout::Fixed;
                prop_assert!(told == content || told < content && fixed);
                prop_assert_ne!(Some(told), before);
                prop_assert!((1..=PX_MOST).contains(&told));
            }
        }
    }
}
