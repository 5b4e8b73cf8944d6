//! Any host: any address, messages and sizes in any order. Nothing panics, nothing that is asked
//! leaves its bounds, and what is said to the host does not grow with what it said.
#![no_main]

use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use fixtures::index;
use libfuzzer_sys::fuzz_target;
use sightlines::domain::choice::Choice;
use sightlines::domain::frame::{Ask, Field, Host, Layout, PX_MOST, Say, Sizing, TEXT_MOST, Value};

#[derive(Debug, Arbitrary)]
struct Life<'a> {
    query: &'a str,
    fragment: &'a str,
    href: &'a str,
    asked: bool,
    layout: u8,
    events: Vec<Event<'a>>,
}

#[derive(Debug, Arbitrary)]
enum Event<'a> {
    Text(&'a str),
    Object(BTreeMap<Name, Part<'a>>),
    Framed(i32, i32),
    Measured(i32),
    Wait(i32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Arbitrary)]
enum Name {
    Sightlines,
    Type,
    Sentinel,
    Message,
    Secret,
    Choice,
    Theme,
    Top,
    Height,
}

const NAMES: [&str; 9] = [
    "sightlines",
    "type",
    "sentinel",
    "message",
    "secret",
    "choice",
    "theme",
    "top",
    "height",
];

#[derive(Debug, Arbitrary)]
enum Part<'a> {
    One,
    Number(f64),
    Text(&'a str),
    Word(u8),
}

const WORDS: [&str; 9] = [
    "hello",
    "set",
    "view",
    "amp",
    "frames-init",
    "ready",
    "dark",
    "system",
    "p=jp",
];

impl Part<'_> {
    fn field(&self) -> Field {
        match self {
            Self::One => Field::Number(1.0),
            Self::Number(n) => Field::Number(*n),
            Self::Text(text) => Field::Text((*text).to_owned()),
            Self::Word(i) => Field::Text(WORDS[*i as usize % WORDS.len()].to_owned()),
        }
    }
}

fuzz_target!(|life: Life| {
    let mut host = Host::of_address(life.query, life.fragment);
    let layout = [Layout::Full, Layout::Fixed, Layout::Auto][life.layout as usize % 3];
    let mut sizing = Sizing::new(layout, life.asked);
    let mut now = 0i32;
    for event in &life.events {
        let ask = match event {
            Event::Text(text) => host.hear_text(text),
            Event::Object(fields) => host.hear_object(&mut |name| {
                let field = fields.iter().find(|(of, _)| NAMES[**of as usize] == name);
                field.map_or(Field::Absent, |(_, part)| part.field())
            }),
            Event::Framed(width, height) => {
                sizing.framed(*width, *height, now);
                None
            }
            Event::Measured(content) => {
                let before = sizing.told();
                if let Some(told) = sizing.measured(*content, now) {
                    assert!((1..=PX_MOST).contains(&told) && Some(told) != before);
                }
                None
            }
            Event::Wait(by) => {
                now = now.wrapping_add(*by);
                None
            }
        };
        match ask {
            Some(Ask::View(view)) => {
                assert!((0..=PX_MOST).contains(&view.top));
                assert!((0..=PX_MOST).contains(&view.height));
            }
            Some(Ask::Set {
                choice: Some(words),
                ..
            }) => {
                assert!(words.len() <= TEXT_MOST as usize);
                Choice::initial(index()).with_link("", &words, index());
            }
            _ => {}
        }
        if life.asked {
            assert_eq!(sizing.layout(), layout);
        }
    }
    let mut check = |say: Say| match say {
        Say::Text(text) => assert!(text.len() < 300 + 2 * life.href.len()),
        Say::Object(fields) => {
            for (_, value) in fields {
                assert!(!matches!(value, Value::Text(text) if text.len() > 100));
            }
        }
    };
    host.say_height(life.href, 640, sizing.told().unwrap_or(1), &mut check);
    host.say_scroll(PX_MOST, &mut check);
});
