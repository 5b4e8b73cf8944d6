//! The shape: fields, types and words, against the schema generated from `source.rs`.
//!
//! Every fault is repaired after it was reported, with a stand-in or by leaving an unknown field
//! out, so that the whole story can be read and the rest of it checked.

use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::paths::{Location, LocationSegment};
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Value, json};

use super::super::source::Story;
use super::nearest;
use super::places::{field, item};
use super::review::Review;

/// The JSON Schema of a story.
pub fn schema() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(without_null))
        .into_generator()
        .into_root_schema_for::<Story>()
        .to_value()
}

/// What is optional is left out and never written as null.
fn without_null(schema: &mut Schema) {
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|t| t != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|c| c != &json!({ "type": "null" }));
        if let [Value::Object(only)] = &choices[..] {
            let only = only.clone();
            schema.remove("anyOf");
            schema.ensure_object().extend(only);
        }
    }
}

/// Reports every fault of shape in `story` and repairs it.
pub fn check(story: &mut Value, review: &mut Review) {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).expect("the generated schema is sound");
    let mut faults: Vec<Fault> = validator.iter_errors(story).map(Fault::from).collect();
    // A value of the wrong type is also none of the allowed words: say the more useful of the two.
    faults.sort_by_key(|fault| !matches!(fault.kind, Kind::Enum { .. }));
    for fault in faults {
        let mut part = Part {
            schema: &schema,
            here: descend(&schema, &fault.at),
            path: path(&fault.at),
            review,
        };
        part.report(&fault, story);
    }
}

struct Fault {
    at: Location,
    kind: Kind,
}

impl From<jsonschema::ValidationError<'_>> for Fault {
    fn from(error: jsonschema::ValidationError<'_>) -> Self {
        let parts = error.into_parts();
        Self {
            at: parts.instance_path,
            kind: parts.kind,
        }
    }
}

/// One value of the story beside its schema.
struct Part<'r, 'a, 's> {
    schema: &'s Value,
    here: &'s Value,
    path: String,
    review: &'r mut Review<'a>,
}

impl Part<'_, '_, '_> {
    fn report(&mut self, fault: &Fault, story: &mut Value) {
        let Some(value) = story.pointer_mut(fault.at.as_str()) else {
            return;
        };
        match &fault.kind {
            Kind::AdditionalProperties { unexpected } => self.unknown_fields(unexpected, value),
            Kind::Required { property } => self.missing(property.as_str().unwrap_or(""), value),
            kind => self.wrong(kind, value),
        }
    }

    fn unknown_fields(&mut self, names: &[String], value: &mut Value) {
        let known = self.here["properties"].as_object();
        let known: Vec<&str> = known.into_iter().flatten().map(|(k, _)| &**k).collect();
        for name in names {
            let hint = nearest::hint(name, known.iter().copied());
            let path = field(&self.path, name);
            self.review
                .report_key(&path, format!("unknown field “{name}”"), hint);
            if let Value::Object(fields) = value {
                fields.remove(name);
            }
        }
    }

    fn missing(&mut self, name: &str, value: &mut Value) {
        let own = &self.here["properties"][name];
        let about = own["description"]
            .as_str()
            .or(resolve(self.schema, own)["description"].as_str());
        let hint = match about {
            Some(about) => format!("add it: {}", about.replace('\n', " ")),
            None => format!("add “{name}”: {}", wanted(resolve(self.schema, own))),
        };
        let path = field(&self.path, name);
        self.review
            .report(&self.path, format!("“{name}” is missing"), hint);
        self.review.mark_broken(path);
        value[name] = stand_in(self.schema, own);
    }

    fn wrong(&mut self, kind: &Kind, value: &mut Value) {
        let (message, hint) = match kind {
            Kind::Enum { options } => wrong_word(value, options),
            Kind::Type { kind } => wrong_type(value, kind),
            Kind::Minimum { limit } => {
                (format!("{value} is too small"), format!("{limit} at least"))
            }
            Kind::Maximum { limit } => {
                (format!("{value} is too large"), format!("{limit} at most"))
            }
            Kind::MinItems { limit } | Kind::MaxItems { limit } => (
                format!(
                    "{} items where {limit} belong",
                    value.as_array().map_or(0, Vec::len)
                ),
                wanted(self.here),
            ),
            other => (
                format!("not as “{}” wants it", other.keyword()),
                wanted(self.here),
            ),
        };
        self.review.report(&self.path, message, hint);
        self.review.mark_broken(self.path.clone());
        *value = stand_in(self.schema, self.here);
    }
}

fn wrong_word(value: &Value, options: &Value) -> (String, String) {
    let known = options
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    match value.as_str() {
        Some(word) => (
            format!("“{word}” is not a known word here"),
            nearest::hint(word, known),
        ),
        None => (
            format!("{} where a word belongs", described(value)),
            nearest::hint("", known),
        ),
    }
}

fn wrong_type(value: &Value, kind: &TypeKind) -> (String, String) {
    let belongs = match kind {
        TypeKind::Single(one) => type_words(&one.to_string()),
        TypeKind::Multiple(_) => "something else",
    };
    let hint = match value {
        Value::Null => "leave the field out where there is nothing to say".into(),
        _ => format!("write {belongs}"),
    };
    (
        format!("{} where {belongs} belongs", described(value)),
        hint,
    )
}

/// What a schema wants, in words.
fn wanted(schema: &Value) -> String {
    if let Some(options) = schema["enum"].as_array() {
        return nearest::hint("", options.iter().filter_map(Value::as_str));
    }
    match (schema["type"].as_str(), schema["minItems"].as_u64()) {
        (Some("array"), Some(n)) => format!("a list of {n}"),
        (Some(name), _) => type_words(name).into(),
        _ => "see public/story.schema.json".into(),
    }
}

fn type_words(name: &str) -> &'static str {
    match name {
        "string" => "text",
        "integer" => "a whole number",
        "number" => "a number",
        "array" => "a list",
        "object" => "an object",
        "boolean" => "true or false",
        _ => "something else",
    }
}

fn described(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Follows `$ref`.
fn resolve<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let target = schema["$ref"].as_str().and_then(|r| r.strip_prefix('#'));
    match target.and_then(|pointer| root.pointer(pointer)) {
        Some(target) => resolve(root, target),
        None => schema,
    }
}

/// The schema of the value at `at`.
fn descend<'s>(root: &'s Value, at: &Location) -> &'s Value {
    at.iter().fold(root, |schema, segment| {
        let next = match &segment {
            LocationSegment::Index(_) => &schema["items"],
            LocationSegment::Property(name) => match &schema["properties"][&**name] {
                Value::Null => &schema["additionalProperties"],
                own => own,
            },
        };
        resolve(root, next)
    })
}

fn path(at: &Location) -> String {
    at.iter()
        .fold(String::new(), |path, segment| match segment {
            LocationSegment::Index(i) => item(&path, i),
            LocationSegment::Property(name) => field(&path, &name),
        })
}

/// The least that satisfies a schema.
fn stand_in(root: &Value, schema: &Value) -> Value {
    let schema = resolve(root, schema);
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    match schema["type"].as_str() {
        Some("integer" | "number") => json!(0),
        Some("boolean") => json!(false),
        Some("array") => {
            let count = schema["minItems"].as_u64().unwrap_or(0);
            (0..count)
                .map(|_| stand_in(root, &schema["items"]))
                .collect()
        }
        Some("object") => {
            let names = schema["required"].as_array().into_iter().flatten();
            let names = names.filter_map(Value::as_str);
            let fields = names.map(|n| (n.to_owned(), stand_in(root, &schema["properties"][n])));
            Value::Object(fields.collect())
        }
        _ => json!(""),
    }
}
