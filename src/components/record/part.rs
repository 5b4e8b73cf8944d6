//! A part of the record: a heading, what it is about, and its body.

use leptos::prelude::*;

/// `id` is the part's anchor; `about` may be empty.
pub fn part(
    id: &'static str,
    heading: impl Into<String>,
    about: impl Into<String>,
    body: AnyView,
) -> AnyView {
    let (heading, about) = (heading.into(), about.into());
    let about = (!about.is_empty()).then(|| view! { <p class="about">{about}</p> });
    let title = format!("{id}-h");
    let labelled = title.clone();
    view! {
        <section class="part" id=id aria-labelledby=labelled>
            <h3 class="part-h" id=title>{heading}</h3>
            {about}
            {body}
        </section>
    }
    .into_any()
}

/// A label with its number filled in; of one thing there is another label, because "1 doubts" is no
/// word.
pub fn count(n: usize, one: &'static str, many: &'static str) -> String {
    match n {
        1 => one.to_owned(),
        n => many.replace("{n}", &n.to_string()),
    }
}
