//! Dates as the record writes them.

use leptos::prelude::*;

use crate::domain::date::{Date, Precision};
use crate::story::{date_words, labels};

/// A date's machine form: `2013-11-02`, `2013-11` or `2013`; nothing for a range or a year that HTML
/// has no form for.
fn machine(date: &Date) -> Option<String> {
    let (y, m, d) = date.start.ymd();
    if y < 1 {
        return None;
    }
    match date.precision {
        Precision::Day => Some(format!("{y:04}-{m:02}-{d:02}")),
        Precision::Month => Some(format!("{y:04}-{m:02}")),
        Precision::Year => Some(format!("{y:04}")),
        Precision::Range => None,
    }
}

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
    match machine(&date) {
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
