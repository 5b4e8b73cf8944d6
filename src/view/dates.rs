//! Dates in the page's words.

use leptos::prelude::*;

use crate::domain::date::{Date, Precision};
use crate::story::labels;

/// The words of the story's language.
pub use crate::story::date_words;

/// A date's machine form: `2013-11-02`, `2013-11` or `2013`; nothing for a range.
pub fn machine(date: &Date) -> Option<String> {
    let (y, m, d) = date.start.ymd();
    match date.precision {
        Precision::Day => Some(format!("{y:04}-{m:02}-{d:02}")),
        Precision::Month => Some(format!("{y:04}-{m:02}")),
        Precision::Year => Some(format!("{y:04}")),
        Precision::Range => None,
    }
}

/// A date as text, in brackets where it was worked out rather than stated.
pub fn date(date: Date, label: &'static str, inferred: bool) -> AnyView {
    let mut words = if label.is_empty() {
        date.label(&date_words())
    } else {
        label.to_owned()
    };
    if let Some(first) = words.get(..1) {
        words = first.to_uppercase() + &words[1..];
    }
    if inferred {
        words = format!("[{words}]");
    }
    match machine(&date) {
        Some(machine) => view! { <time datetime=machine>{words}</time> }.into_any(),
        None => view! { <span>{words}</span> }.into_any(),
    }
}

/// How finely a date is known, in words; empty for a day.
pub fn precision(date: Date) -> &'static str {
    match (date.approximate, date.precision) {
        (true, _) => labels::known_about(),
        (false, Precision::Day) => "",
        (false, Precision::Month) => labels::known_month(),
        (false, Precision::Year) => labels::known_year(),
        (false, Precision::Range) => "",
    }
}
