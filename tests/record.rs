//! The record holds the whole story, before any program runs; its links lead somewhere, and nothing in
//! it is said twice in one place.
#![cfg(feature = "ssr")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use leptos::prelude::*;
use sightlines::components::{Finale, Record, Symbols};
use sightlines::publish::Input;
use sightlines::publish::page::written;
use sightlines::reader::Reader;
use sightlines::story::model::{Inline, Statement, Voice};
use sightlines::story::{index, text};

/// The record of the bundled story, as it is written.
fn record() -> &'static str {
    static HTML: LazyLock<String> = LazyLock::new(|| {
        Input::from_environment()
            .load()
            .unwrap_or_else(|e| panic!("{e}"));
        written(|| {
            provide_context(Reader::new());
            view! { <Symbols/> <Record/> }
        })
    });
    &HTML
}

/// A piece of the page as its reader finds it: tags gone, entities resolved, white space folded.
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

/// All stretches of plain words in a text; each must stand in the page as it is.
fn stretches(nodes: &[Inline], out: &mut Vec<String>) {
    for node in nodes {
        match node {
            Inline::Text(words) => out.push(words.split_whitespace().collect::<Vec<_>>().join(" ")),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Actor(_, inner)
            | Inline::Event(_, inner)
            | Inline::Source(_, inner)
            | Inline::Place(_, inner)
            | Inline::Doubt(_, inner)
            | Inline::Note(_, inner)
            | Inline::Lang(_, inner) => stretches(inner, out),
        }
    }
}

/// The values of an attribute, in the order of the page.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let before = format!(" {name}=\"");
    html.split(&before)
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
        .collect()
}

/// The parts of the page that hold an element with this id, up to the next one of the same tag.
fn element<'a>(html: &'a str, tag: &str, id: &str) -> &'a str {
    let at = html
        .find(&format!(" id=\"{id}\""))
        .unwrap_or_else(|| panic!("#{id} is not in the record"));
    let from = html[..at].rfind(&format!("<{tag}")).unwrap_or(at);
    let end = html[at..]
        .find(&format!("</{tag}>"))
        .map_or(html.len(), |end| at + end);
    &html[from..end]
}

#[test]
fn everything_of_the_story_stands_in_the_record() {
    let html = record();
    let page = words(html);
    let has = |what: &str, nodes: &[Inline]| {
        let mut all = Vec::new();
        stretches(nodes, &mut all);
        for stretch in all {
            assert!(
                page.contains(&stretch),
                "{what}: “{stretch}” is not in the record"
            );
        }
    };
    let has_id = |id: String| {
        assert_eq!(
            html.matches(&format!(" id=\"{id}\"")).count(),
            1,
            "#{id} stands once"
        );
    };
    let story = text();
    for (event, told) in index().events.iter().zip(story.events) {
        has_id(format!("e-{}", event.id));
        let own = words(element(html, "article", &format!("e-{}", event.id)));
        assert!(own.contains(told.title), "{}", told.title);
        let has_own = |statement: &Statement| {
            let mut all = Vec::new();
            stretches(statement.text, &mut all);
            for stretch in all {
                assert!(
                    own.contains(&stretch),
                    "{}: “{stretch}” is not with it",
                    event.id
                );
            }
        };
        told.summary.iter().for_each(has_own);
        told.readings.iter().for_each(|r| has_own(&r.statement));
        told.doubts.iter().for_each(|d| has_own(&d.statement));
        told.doubts
            .iter()
            .for_each(|d| has_id(format!("doubt-{}", d.id)));
        has(event.id, told.date_note);
    }
    for scene in index().scenes {
        has_id(format!("record-{}", scene.id));
    }
    for (i, position) in story.positions.iter().enumerate() {
        has_id(format!("p-{i}"));
        has("position", position.statement.text);
    }
    for a in &index().actors[..index().main] {
        for b in index().actors[..index().main]
            .iter()
            .filter(|b| b.id != a.id)
        {
            has_id(format!("pos-{}-{}", a.id, b.id));
        }
    }
    for (i, stake) in story.stakes.iter().enumerate() {
        has_id(format!("stake-{i}"));
        has("stake", stake.statement.text);
    }
    for clash in story.disagreements {
        has_id(format!("clash-{}", clash.id));
        clash.sides.iter().for_each(|side| has(clash.id, side.text));
        has(clash.id, clash.handling);
    }
    for gap in story.gaps {
        has_id(format!("gap-{}", gap.id));
        has(gap.id, gap.text);
    }
    for person in story.cast {
        has_id(format!("who-{}", person.id));
        has(person.id, person.statement.text);
    }
    for term in story.glossary {
        has_id(format!("term-{}", term.id));
        has(term.id, term.statement.text);
    }
    for note in story.notes {
        has_id(format!("note-{}", note.id));
        note.text.iter().for_each(|p| has(note.id, p));
    }
    for (i, source) in story.sources.iter().enumerate() {
        has_id(format!("src-{}", i + 1));
        for paragraph in 1..=source.paragraphs {
            has_id(format!("src-{}-{paragraph}", i + 1));
        }
        for label in source.unnumbered {
            has_id(format!("src-{}-{label}", i + 1));
        }
        for part in [source.title, source.vantage, source.hears, source.date_note] {
            assert!(page.contains(part), "{part}");
        }
    }
    for station in story.voyage.iter().flat_map(|v| v.stations) {
        has("voyage", station.statement.text);
    }
    for mark in story.meetings.iter().flat_map(|m| m.marks) {
        assert!(page.contains(mark.label), "{}", mark.label);
    }
    story.meta.method.iter().for_each(|p| has("method", p));
}

#[test]
fn every_link_leads_somewhere_and_no_id_stands_twice() {
    let html = record();
    let mut ids = BTreeSet::new();
    for id in values(html, "id") {
        assert!(ids.insert(id.to_owned()), "#{id} stands twice");
    }
    // What the story before the record holds.
    ids.extend(index().scenes.iter().map(|s| format!("scene-{}", s.id)));
    for to in values(html, "href") {
        let inner = to.strip_prefix('#');
        assert!(
            inner.is_none_or(|id| ids.contains(id)),
            "{to} leads nowhere"
        );
    }
    for name in ["aria-labelledby", "aria-controls"] {
        for id in values(html, name) {
            assert!(ids.contains(id), "{name}: #{id}");
        }
    }
}

#[test]
fn no_sentence_is_said_twice_of_one_event() {
    let html = record();
    for event in index().events {
        let own = words(element(html, "article", &format!("e-{}", event.id)));
        let mut said = BTreeSet::new();
        let sentences = own.split(['.', '!', '?']).map(str::trim);
        for sentence in sentences.filter(|s| s.split(' ').count() > 8) {
            assert!(said.insert(sentence), "{}: twice “{sentence}”", event.id);
        }
    }
}

#[test]
fn no_heading_skips_a_level() {
    let html = record();
    let mut before = 1;
    for piece in html.split("<h").skip(1) {
        let level = piece.as_bytes()[0].wrapping_sub(b'0');
        let is_heading = (1..=6).contains(&level) && matches!(piece.as_bytes()[1], b' ' | b'>');
        if is_heading {
            assert!(
                level <= before + 1,
                "h{level} after h{before}: <h{piece:.80}"
            );
            before = level;
        }
    }
    assert!(before > 1, "the record has headings");
}

#[test]
fn under_the_last_picture_stands_on_how_many_events_each_side_is_heard() {
    record();
    let html = Owner::new().with(|| view! { <Finale/> }.to_html());
    for (slot, actor) in index().actors[..index().main].iter().enumerate() {
        let row = format!("<tr data-a=\"{}\">", slot + 1);
        let (_, row) = html.split_once(&row).expect("every actor has a row");
        let (row, _) = row.split_once("</tr>").expect("rows end");
        // What holds with all articles out.
        let now = row
            .split("<span")
            .filter(|span| !span.contains("data-until"));
        let now: Vec<usize> = now
            .filter_map(|span| words(span.split_once('>')?.1).parse().ok())
            .collect();
        let count = |heard| {
            let events = index().events.iter();
            events.filter(|e| e.voices[slot] == heard).count()
        };
        let wanted = [Voice::Direct, Voice::Reported, Voice::Silent].map(count);
        assert_eq!(now, wanted, "{}", actor.name);
    }
}

#[test]
fn nothing_in_the_record_is_styled_by_hand() {
    // The policy of the page refuses it.
    assert!(values(record(), "style").is_empty());
}

#[test]
fn parts_name_editions_that_there_are() {
    let editions = index().editions.len();
    for name in ["data-since", "data-until"] {
        for value in values(record(), name) {
            let number: usize = value.parse().expect("the number of an edition");
            assert!((1..=editions).contains(&number), "{name}={value}");
        }
    }
}

/// Writes the record to the file that `SIGHTLINES_RECORD_TO` names, to be looked at by itself.
#[test]
fn it_can_be_looked_at() {
    if let Some(path) = std::env::var_os("SIGHTLINES_RECORD_TO") {
        std::fs::write(path, record()).expect("the file can be written");
    }
}
