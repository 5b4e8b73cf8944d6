//! Dates as the record writes them.

use leptos::prelude::*;

use crate::domain::date::{Date, Precision};
use crate::story::{date_words, labels};

/// A date in the article's words, or else in the page's; in brackets where it was worked out rather
/// than stated.
pub fn date(date: Date, label: &'static str, inferred: bool) -> AnyView {
    let mut words = match label {
        "" => capitalised(&date.label(&date_words())),
        label => capitalised(label),
    };
    if inferred {
        words = format!("[{words}]");
    }
    match date.machine() {
        Some(machine) => view! { <time datetime=machine>{words}</time> }.into_any(),
        None => view! { <span>{words}</span> }.into_any(),
    }
}

/// How finely a date is known, in words; empty where the date says it itself.
pub fn precision(date: Date) -> &'static str {
    match (date.approximate, date.precision) {
        (true, _) => labels::known_about(),
        (false, Precision::Month) => labels::known_month(),
        (false, Precision::Year) => labels::known_year(),
        (false, Precision::Day | Precision::Range) => "",
    }
}

/// With a capital first letter.
pub fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}
