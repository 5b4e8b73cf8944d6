//! Reads JSON strictly and remembers where each value stands, by its path.

use std::collections::HashMap;

use jsonc_parser::ast::{self, ObjectProp};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde::de::IgnoredAny;
use serde_json::{Map, Number, Value};

use super::{Problem, Severity};

/// `meta` and `title` give `meta.title`.
pub fn field(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// `events` and 3 give `events[3]`.
pub fn item(path: &str, index: usize) -> String {
    format!("{path}[{index}]")
}

/// The path of what holds `path`; none for the whole.
pub fn parent(path: &str) -> Option<&str> {
    match path.rfind(['.', '[']) {
        Some(end) => Some(&path[..end]),
        None if path.is_empty() => None,
        None => Some(""),
    }
}

#[derive(Debug, Clone, Copy)]
struct Spot {
    value: usize,
    key: Option<usize>,
}

/// Where everything stands, as byte offsets.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    spots: HashMap<String, Spot>,
    /// Path and offset of keys that stand twice in one object.
    pub twice: Vec<(String, usize)>,
}

impl<'a> Places<'a> {
    /// Reads the text, or tells why it is not JSON.
    pub fn read(text: &'a str) -> Result<(Self, Value), Problem> {
        let mut places = Self {
            text,
            spots: HashMap::new(),
            twice: Vec::new(),
        };
        let collect = CollectOptions::default();
        let root = match parse_to_ast(text, &collect, &strict()) {
            Ok(parsed) => parsed.value,
            Err(error) => {
                let message = format!("not JSON: {}", error.kind()).to_lowercase();
                let message = message.replacen("json", "JSON", 1);
                return Err(places.problem_at(error.range().start, String::new(), message, HINT));
            }
        };
        let Some(root) = root else {
            return Err(places.problem_at(0, String::new(), "the story is empty", HINT));
        };
        // A second opinion on the finer points of the grammar, such as 01 or a raw tab in a string.
        if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
            return Err(Problem {
                severity: Severity::Error,
                path: String::new(),
                line: error.line(),
                column: error.column().max(1),
                message: format!("not JSON: {}", reason(&error)),
                hint: HINT.into(),
            });
        }
        let value = places.visit(&root, String::new(), None);
        Ok((places, value))
    }

    fn visit(&mut self, node: &ast::Value, path: String, key: Option<usize>) -> Value {
        let range = jsonc_parser::common::Ranged::range(node);
        let value = range.start;
        self.spots.insert(path.clone(), Spot { value, key });
        match node {
            ast::Value::StringLit(text) => Value::String(text.value.to_string()),
            ast::Value::NumberLit(number) => read_number(number.value),
            ast::Value::BooleanLit(boolean) => Value::Bool(boolean.value),
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::Array(array) => {
                let items = array.elements.iter().enumerate();
                items
                    .map(|(i, v)| self.visit(v, item(&path, i), None))
                    .collect()
            }
            ast::Value::Object(object) => {
                Value::Object(self.visit_fields(&object.properties, &path))
            }
        }
    }

    fn visit_fields(&mut self, fields: &[ObjectProp], path: &str) -> Map<String, Value> {
        let mut map = Map::new();
        for property in fields {
            let name = property.name.as_str();
            let path = field(path, name);
            let key = property.range.start;
            if map.contains_key(name) {
                self.twice.push((path.clone(), key));
            }
            let value = self.visit(&property.value, path, Some(key));
            map.insert(name.to_owned(), value);
        }
        map
    }

    /// Where the value at `path` begins, or the nearest thing around it that is written down.
    pub fn value(&self, path: &str) -> usize {
        let mut path = path;
        loop {
            if let Some(spot) = self.spots.get(path) {
                return spot.value;
            }
            path = parent(path).unwrap_or_default();
        }
    }

    /// Where the key of the value at `path` begins.
    pub fn key(&self, path: &str) -> usize {
        let key = self.spots.get(path).and_then(|spot| spot.key);
        key.unwrap_or_else(|| self.value(path))
    }

    /// Where a string's byte `offset`, counted without escapes, stands in the text.
    pub fn inside(&self, path: &str, offset: usize) -> usize {
        let mut at = self.value(path) + 1;
        let mut read = 0;
        while read < offset {
            let (written, meant) = width(&self.text[at..]);
            at += written;
            read += meant;
        }
        at
    }

    /// Line and column, from 1, of a byte offset.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }

    /// A problem at a byte offset.
    pub fn problem_at(
        &self,
        offset: usize,
        path: String,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Problem {
        let (line, column) = self.line_column(offset);
        Problem {
            severity: Severity::Error,
            path,
            line,
            column,
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// serde's message without the place, which the problem has anyway.
fn reason(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let end = told.rfind(" at line ").unwrap_or(told.len());
    told[..end].to_owned()
}

const HINT: &str = "a story is strict JSON: double quotes, a comma between items, none after the last, no comments";

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// To JSON 2.0 is a whole number; to serde it is not, so it is made one here.
fn read_number(text: &str) -> Value {
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into();
    }
    let number = text.parse::<f64>().unwrap_or_default();
    if number.fract() == 0.0 && number.abs() < 9e15 {
        return (number as i64).into();
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

/// How many bytes the first character of a JSON string takes in the text, and how many it means.
fn width(rest: &str) -> (usize, usize) {
    let Some(escape) = rest.strip_prefix('\\') else {
        let plain = rest.chars().next().map_or(1, char::len_utf8);
        return (plain, plain);
    };
    let Some(digits) = escape.strip_prefix('u') else {
        return (2, 1);
    };
    let code = digits
        .get(..4)
        .and_then(|d| u32::from_str_radix(d, 16).ok());
    match code.map(char::from_u32) {
        Some(Some(c)) => (6, c.len_utf8()),
        // The first half of a surrogate pair: both halves make one character.
        _ => (12, 4),
    }
}
