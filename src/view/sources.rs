//! The articles: what each is, where it stands, and which of its paragraphs the story uses where.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::date::Day;
use crate::domain::words::SLOTS;

use super::dates;
use super::glyph::sight_line;
use super::inline::inline;
use super::known;
use super::statement::cite_key;
use crate::story::model::{Cite, Heard, Source, Statement};
use crate::story::{index, labels, text};

/// A place that uses a paragraph: its anchor and name, and the day from which on it is known.
type Use = (String, &'static str, Day);

/// Where a paragraph is used: events, steps and positions, in reading order, by the paragraph's key
/// ([`cite_key`]).
type Uses = BTreeMap<String, Vec<Use>>;

pub fn sources() -> AnyView {
    let uses = uses();
    let list = text()
        .sources
        .iter()
        .enumerate()
        .map(|(i, s)| source(i, s, &uses));
    view! { <div class="src-list">{list.collect_view()}</div> }.into_any()
}

/// How the sources as a whole let each main actor be heard, and what that rests on.
pub fn who_is_heard() -> AnyView {
    let items = (0..index().main).map(|slot| {
        let actor = &index().actors[slot];
        let how = match actor.voice {
            Heard::Direct => labels::speaks(),
            Heard::Reported => labels::through_others(),
            Heard::Silent | Heard::Uninvolved => labels::silent(),
        };
        view! {
            <li data-a=SLOTS[slot]>
                {sight_line(slot, actor.voice)}
                <p><b>{actor.capital}</b> " · " {how} ". " {inline(text().actors[slot].voice_note)}</p>
            </li>
        }
    });
    // Said of all the articles.
    let known = known::from(all_out(), known::PAGE);
    view! {
        <h3 data-k=known.clone()>{labels::who_is_heard_overall()}</h3>
        <ul class="voices" data-k=known>{items.collect_view()}</ul>
    }
    .into_any()
}

/// The day on which the last of the articles came out.
fn all_out() -> Day {
    let days = text().sources.iter().map(|s| s.date.end);
    days.max().unwrap_or(known::PAGE)
}

fn source(ix: usize, source: &'static Source, uses: &Uses) -> AnyView {
    let number = ix + 1;
    let of = labels::source_of()
        .replace("{n}", &number.to_string())
        .replace("{of}", &text().sources.len().to_string());
    // How many there are is known with the last.
    let counted = known::from(all_out(), source.date.end);
    let alone = counted.clone().map(|day| {
        view! { <span data-u=day data-later="">{labels::source()} " " {number}</span> }
    });
    let title = match source.url {
        Some(url) => view! { <a href=url>{source.title}</a> }.into_any(),
        None => source.title.into_any(),
    };
    let publication = source.publication.map(|publication| {
        view! { <dt>{labels::source_publication()}</dt> <dd>{publication}</dd> }
    });
    let numbered = (1..=source.paragraphs).map(|p| Cite {
        source: ix as u8,
        paragraph: p,
        label: "",
    });
    let unnumbered = source.unnumbered.iter().map(|label| Cite {
        source: ix as u8,
        paragraph: 0,
        label,
    });
    let paragraphs = numbered
        .chain(unnumbered)
        .map(|cite| paragraph(&cite, uses, source.date.end));
    view! {
        <article class="src far" id=format!("src-{number}") aria-labelledby=format!("src-{number}-t")
            data-k=known::from(source.date.end, known::PAGE)>
            <p class="small">{alone} <span data-k=counted>{of}</span></p>
            <h3 id=format!("src-{number}-t")>{title}</h3>
            <dl class="facts">
                <dt>{labels::source_author()}</dt>
                <dd>{source.author.unwrap_or(labels::not_stated())}</dd>
                {publication}
                <dt>{labels::source_date()}</dt>
                <dd>{dates::date(source.date, "", source.date_inferred)} ". " {source.date_note}</dd>
                <dt>{labels::source_vantage()}</dt>
                <dd>{source.vantage}</dd>
                <dt>{labels::source_hears()}</dt>
                <dd>{source.hears}</dd>
            </dl>
            <p class="small">{labels::where_used()}</p>
            <ol class="paras">{paragraphs.collect_view()}</ol>
        </article>
    }
    .into_any()
}

fn paragraph(cite: &Cite, uses: &Uses, published: Day) -> AnyView {
    let key = cite_key(cite);
    let links = match uses.get(&key) {
        None => view! { <span class="unused">{labels::not_used()}</span> }.into_any(),
        Some(uses) => {
            // What is known with the article comes first, so that no comma is left behind.
            let mut uses = uses.clone();
            uses.sort_by_key(|(_, _, known)| (*known).max(published));
            let links = uses.into_iter().enumerate().map(|(i, (to, name, known))| {
                let comma = (i > 0).then_some(", ");
                match known::from(known, published) {
                    None => view! { {comma} <a href=to>{name}</a> }.into_any(),
                    later => {
                        view! { <span data-k=later>{comma} <a href=to>{name}</a></span> }.into_any()
                    }
                }
            });
            links.collect_view().into_any()
        }
    };
    let name = match cite.paragraph {
        0 => cite.label.to_owned(),
        n => format!("¶{n}"),
    };
    view! { <li id=format!("src-{key}")><b>{name}</b> " " <span>{links}</span></li> }.into_any()
}

fn uses() -> Uses {
    let mut uses = Uses::new();
    let mut add =
        |statements: &mut dyn Iterator<Item = &'static Statement>, to: String, name, known| {
            for cite in statements.flat_map(|s| s.cites) {
                let of_paragraph = uses.entry(cite_key(cite)).or_default();
                let entry = (to.clone(), name, known);
                if !of_paragraph.contains(&entry) {
                    of_paragraph.push(entry);
                }
            }
        };
    for (step, words) in index().steps.iter().zip(text().steps) {
        let own = words.text.iter().flat_map(|p| p.iter());
        let readings = words.readings.iter().map(|r| &r.statement);
        add(
            &mut own.chain(readings),
            format!("#s-{}", step.id),
            words.title,
            words.known,
        );
        for event in step.events {
            let (event, words) = (
                &index().events[*event as usize],
                &text().events[*event as usize],
            );
            let readings = words.readings.iter().map(|r| &r.statement);
            let doubts = words.doubts.iter().map(|d| &d.statement);
            let own = words.summary.iter().chain(readings).chain(doubts);
            add(
                &mut { own },
                format!("#e-{}", event.id),
                words.title,
                words.known,
            );
        }
    }
    for d in text().disagreements {
        add(
            &mut d.sides.iter(),
            format!("#clash-{}", d.id),
            d.topic,
            d.known,
        );
    }
    for p in text().positions {
        add(
            &mut std::iter::once(&p.statement),
            "#positions".to_owned(),
            labels::who_leans_where(),
            known::PAGE,
        );
    }
    for s in text().stakes {
        add(
            &mut std::iter::once(&s.statement),
            "#stakes".to_owned(),
            labels::what_each_wants(),
            known::PAGE,
        );
    }
    uses
}
