//! Writes the model as Rust source: the index, the words of the interface and the story's text in a
//! file each. The wasm links the words alone.

use std::fmt::Write;

use super::labels;
use super::model::*;
use super::resolve::resolve;
use super::validate::Checked;
use crate::domain::date::{Date, Day, Precision};
use crate::domain::scale::Knot;

/// The files that belong in `OUT_DIR`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// `index.rs`: `INDEX`.
    pub index: String,
    /// `labels.rs`: the words of the interface, as constants.
    pub labels: String,
    /// `text.rs`: `TEXT`.
    pub text: String,
}

/// Writes the files; equal stories give equal files.
pub fn emit(checked: &Checked) -> Files {
    let (index, text) = resolve(checked);
    Files {
        index: item("use crate::domain::scale::Knot;\n", "INDEX: Index", &index),
        labels: label_constants(checked),
        text: item("", "TEXT: Text", &text),
    }
}

fn item(also: &str, declaration: &str, value: &impl Literal) -> String {
    format!(
        "// Written by build.rs from the story. Do not edit.\n\
         use crate::domain::date::{{Date, Day, Precision}};\n{also}\
         use crate::story::model::*;\n\n\
         pub static {declaration} = {};\n",
        literal(value)
    )
}

/// The interface's words: the defaults, where the story has no others.
fn label_constants(checked: &Checked) -> String {
    let own = &checked.story().meta.labels;
    let mut out = String::from("// Written by build.rs from the story. Do not edit.\n");
    for (key, default) in labels::DEFAULTS {
        let text = own.get(*key).map_or(*default, String::as_str);
        let name = labels::constant(key);
        _ = writeln!(out, "/// `{key}`\npub const {name}: &str = {text:?};");
    }
    out
}

fn literal(value: &impl Literal) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// A value that can be written as a Rust constant expression.
trait Literal {
    fn write(&self, out: &mut String);
}

impl<T: Literal + ?Sized> Literal for &T {
    fn write(&self, out: &mut String) {
        (**self).write(out);
    }
}

/// Only ever met behind a reference, so the literal is one too.
impl<T: Literal> Literal for [T] {
    fn write(&self, out: &mut String) {
        out.push('&');
        list(self, out);
    }
}

impl<T: Literal, const N: usize> Literal for [T; N] {
    fn write(&self, out: &mut String) {
        list(self, out);
    }
}

fn list<T: Literal>(items: &[T], out: &mut String) {
    out.push('[');
    for item in items {
        item.write(out);
        out.push_str(",\n");
    }
    out.push(']');
}

impl<T: Literal> Literal for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => call("Some", &[value], out),
            None => out.push_str("None"),
        }
    }
}

impl<A: Literal, B: Literal> Literal for (A, B) {
    fn write(&self, out: &mut String) {
        call("", &[&self.0, &self.1], out);
    }
}

/// `Name(a, b)`.
fn call(name: &str, arguments: &[&dyn Literal], out: &mut String) {
    out.push_str(name);
    out.push('(');
    for (i, argument) in arguments.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        argument.write(out);
    }
    out.push(')');
}

/// Types whose `Debug` form is their Rust literal.
macro_rules! plain {
    ($($name:ty),*) => {$(
        impl Literal for $name {
            fn write(&self, out: &mut String) {
                _ = write!(out, "{self:?}");
            }
        }
    )*};
}

/// Structs, field by field: a field that is missing here does not compile.
macro_rules! records {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Literal for $name {
            fn write(&self, out: &mut String) {
                let Self { $($field),* } = self;
                out.push_str(concat!(stringify!($name), " { "));
                $(
                    out.push_str(concat!(stringify!($field), ": "));
                    $field.write(out);
                    out.push_str(", ");
                )*
                out.push('}');
            }
        }
    )*};
}

/// Enums without data: their `Debug` form is the variant's name.
macro_rules! words {
    ($($name:ident),*) => {$(
        impl Literal for $name {
            fn write(&self, out: &mut String) {
                _ = write!(out, concat!(stringify!($name), "::{:?}"), self);
            }
        }
    )*};
}

plain!(bool, i8, i32, u8, u16, usize, f64, str, Day);

words!(
    Precision,
    Heard,
    Kind,
    Theme,
    Aspect,
    Dispute,
    StakeKind,
    List,
    ChartRole,
    ChartNameRole,
    Anchor,
    NameRole
);

records! {
    Date { start, end, precision, approximate }
    Knot { day, x }
    Index { actors, main, events, steps, positions, editions, span, knots, map }
    Actor { id, name, short, capital, letter, voice, seat }
    Event { id, date, anchor, step, place, known, voices, voices_by }
    Step { id, events, moment, known, told, view }
    Position { actor, toward, since, known, level }
    Map { views, inset, places, names, lines }
    MapLine { event, points }
    View { id, x, y, w, h, sea, sea_globe }
    Globe { at, right, down }
    MapPlace { place, at, globe, extent, widths, rooms }
    MapName { at, width, role, event, place, rooms }
    Room { x, y, w, h }
    Point { x, y }
    Text {
        meta, sources, actors, places, events, chapters, steps, positions, stakes, disagreements,
        gaps, chart, map
    }
    Meta {
        title, dek, language, rtl, published, canonical, author, image, corrections, method,
        version
    }
    Correction { date, text }
    Source {
        id, title, author, publication, url, date, date_inferred, date_note, vantage, hears,
        paragraphs, unnumbered
    }
    ActorText { voice_note }
    Place { id, name, names, lat, lon, note }
    Cite { source, paragraph, label }
    Statement { text, kind, cites, known }
    EventText {
        title, date_label, date_inferred, date_note, planned, theme, actors, place, summary,
        readings, disputed, doubts, disagreements, known
    }
    Reading { actor, aspect, heard, statement, known }
    Doubt { id, statement, known }
    Chapter { id, title, dek, window, first, end, known }
    StepText { title, text, readings, list, known }
    PositionText { since, statement, known }
    StakeText { id, actor, about, since, until, statement, known }
    Disagreement { id, topic, about, events, sides, handling, known }
    Gap { id, title, text, actors, known }
    Chart { view, alt, paths, target, sights, names }
    ChartPath { role, actor, d }
    ChartSight { actor, heard, from, to, label, anchor, note }
    ChartName { text, place, at, role, anchor }
    MapText { layers, views, countries, seas, disputed, borders, routes }
    Layer { id, scale, land, graticule }
    LandPath { code, actor, disputed, d }
    Country { code, actor, name, at }
    Sea { name, at }
    Disputed { place, claimants }
    Border { id, actor, disputed, d, statement }
    Route { id, event, label, at, d, statement }
}

impl Literal for Inline {
    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => call("Inline::Text", &[text], out),
            Self::Emphasis(inner) => call("Inline::Emphasis", &[inner], out),
            Self::Strong(inner) => call("Inline::Strong", &[inner], out),
            Self::Place(place, words) => call("Inline::Place", &[place, words], out),
            Self::Actor(actor, words) => call("Inline::Actor", &[actor, words], out),
            Self::Event(event, words) => call("Inline::Event", &[event, words], out),
            Self::Source(source, words) => call("Inline::Source", &[source, words], out),
            Self::Doubt(id, words) => call("Inline::Doubt", &[id, words], out),
            Self::Lang(tag, words) => call("Inline::Lang", &[tag, words], out),
        }
    }
}
