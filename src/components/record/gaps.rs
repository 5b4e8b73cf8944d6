//! What is missing: what one would want to know and no source tells.

use leptos::prelude::*;

use super::part::{first, part};
use crate::components::as_of::{PAGE, since};
use crate::components::text::inline;
use crate::story::model::Gap;
use crate::story::{index, labels, text};

#[component]
pub fn Gaps() -> impl IntoView {
    if text().gaps.is_empty() {
        return ().into_any();
    }
    let items = text().gaps.iter().map(gap);
    let body = view! { <ul class="entries gaps">{items.collect_view()}</ul> };
    part(
        "gaps",
        labels::what_is_missing(),
        "",
        first(text().gaps.iter().map(|g| g.published_by)),
        body,
    )
}

fn gap(gap: &'static Gap) -> AnyView {
    let names = gap
        .actors
        .iter()
        .map(|a| index().actors[usize::from(*a)].name);
    let names: Vec<_> = names.collect();
    let names = (!names.is_empty()).then(|| view! { <p class="small">{names.join(", ")}</p> });
    view! {
        <li id=format!("gap-{}", gap.id) data-since=since(gap.published_by, PAGE)>
            <h4>{gap.title}</h4>
            <div><p class="said">{inline(gap.text)}</p> {names}</div>
        </li>
    }
    .into_any()
}
