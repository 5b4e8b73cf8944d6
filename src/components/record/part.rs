//! A part of the record: a heading, what it is about, and its body.

use leptos::prelude::*;

use crate::components::as_of::{PAGE, since, stretches};
use crate::domain::date::Day;

/// `id` is the part's anchor; `about` may be empty. Nothing in it can be known before `known`.
pub fn part(
    id: &'static str,
    heading: impl IntoView + 'static,
    about: &'static str,
    known: Day,
    body: impl IntoView + 'static,
) -> AnyView {
    let about = (!about.is_empty()).then(|| view! { <p class="about">{about}</p> });
    let title = format!("{id}-h");
    let labelled = title.clone();
    view! {
        <section class="part" id=id aria-labelledby=labelled data-since=since(known, PAGE)>
            <h3 class="part-h" id=title>{heading}</h3>
            {about}
            {body}
        </section>
    }
    .into_any()
}

/// The day from which on the first of several can be known.
pub fn first(known: impl IntoIterator<Item = Day>) -> Day {
    known.into_iter().min().unwrap_or(PAGE)
}

/// How many can be known, in words and edition by edition, inside a part known from `around` on. Where
/// there are none yet it says nothing.
pub fn counts(known: &[Day], around: Day, words: impl Fn(usize) -> String) -> AnyView {
    let told = stretches(around, |day| known.iter().filter(|k| **k <= day).count());
    let told = told.into_iter().filter(|of| of.what > 0).map(|of| {
        view! { <span data-since=of.since data-until=of.until>{words(of.what)}</span> }
    });
    told.collect_view().into_any()
}

/// A label with its number filled in; of one thing there is another label, because "1 doubts" is no
/// word.
pub fn count(n: usize, one: &'static str, many: &'static str) -> String {
    match n {
        1 => one.to_owned(),
        n => many.replace("{n}", &n.to_string()),
    }
}
