//! The sources: who wrote each and when, whose voices it hears, and where the story uses which of its
//! paragraphs.

use leptos::prelude::*;

use super::dates;
use super::part::part;
use super::uses::{Use, Uses};
use crate::components::as_of::{PAGE, since};
use crate::components::text::cite_key;
use crate::domain::date::Day;
use crate::story::model::{Cite, Source, SourceIx};
use crate::story::{labels, text};

#[component]
pub fn Sources() -> impl IntoView {
    let uses = Uses::collect();
    let all = text().sources.iter().enumerate();
    let list: Vec<_> = all.map(|(ix, s)| source(ix, s, &uses)).collect();
    part(
        "sources",
        labels::sources(),
        labels::sources_about(),
        PAGE,
        list,
    )
}

fn source(ix: usize, source: &'static Source, uses: &Uses) -> AnyView {
    let number = ix + 1;
    let title = match source.url {
        Some(url) => view! { <a href=url>{source.title}</a> }.into_any(),
        None => source.title.into_any(),
    };
    let publication = source.publication.map(|p| format!(" · {p}"));
    let numbered = (1..=source.paragraphs).map(|p| (p, ""));
    let unnumbered = source.unnumbered.iter().map(|label| (0, *label));
    let paragraphs = numbered.chain(unnumbered).map(|(paragraph, label)| {
        let cite = Cite {
            source: ix as SourceIx,
            paragraph,
            label,
        };
        paragraph_of(&cite, uses, source.date.end)
    });
    let heading = format!("src-{number}-t");
    let labelled = heading.clone();
    view! {
        <article class="source" id=format!("src-{number}") aria-labelledby=labelled
            data-since=since(source.date.end, PAGE)>
            <p class="number" aria-hidden="true">{number}</p>
            <h4 id=heading>{title}</h4>
            <p class="small">
                {source.author.unwrap_or(labels::unsigned())} {publication} " · "
                {dates::date(source.date, "", source.date_inferred)}
            </p>
            <dl>
                <dt>{labels::source_vantage()}</dt> <dd>{source.vantage}</dd>
                <dt>{labels::source_hears()}</dt> <dd>{source.hears}</dd>
                <dt>{labels::source_date()}</dt> <dd>{source.date_note}</dd>
            </dl>
            <h5>{labels::where_used()}</h5>
            <ol class="paragraphs">{paragraphs.collect_view()}</ol>
        </article>
    }
    .into_any()
}

/// One paragraph and the places that use it.
fn paragraph_of(cite: &Cite, uses: &Uses, published: Day) -> AnyView {
    let key = cite_key(cite);
    let mut own: Vec<&Use> = uses.of(&key).iter().collect();
    // What is known with the article comes first, so that no comma is left behind.
    own.sort_by_key(|of| of.published_by.max(published));
    let links = own.into_iter().enumerate().map(|(i, of)| {
        let comma = (i > 0).then_some(", ");
        view! {
            <span data-since=since(of.published_by, published)>{comma} <a href=of.to.clone()>{of.name.clone()}</a></span>
        }
    });
    let links: Vec<_> = links.collect();
    let unused = links
        .is_empty()
        .then(|| view! { <span class="none">{labels::not_used()}</span> });
    let name = match cite.paragraph {
        0 => cite.label.to_owned(),
        n => format!("¶{n}"),
    };
    view! { <li id=format!("src-{key}")><b>{name}</b> <span>{links} {unused}</span></li> }
        .into_any()
}
