//! The scroll: chapters and their steps.

use leptos::prelude::*;

use super::dates;
use super::disagreement::{disagreement, dispute_word};
use super::event::event;
use super::inline::inline;
use super::known;
use super::reading::readings;
use super::statement::paragraph;
use super::still::still;
use crate::domain::date::Day;
use crate::story::model::{Chapter, List, StepIx};
use crate::story::{index, labels, text};

/// From when on anything of a chapter is known.
fn told(chapter: &Chapter) -> Day {
    index().steps[chapter.first as usize..chapter.end as usize]
        .iter()
        .map(|s| s.told)
        .fold(chapter.known, Day::min)
}

pub fn chapter(number: usize, chapter: &'static Chapter) -> AnyView {
    let place = labels::chapter_of()
        .replace("{n}", &number.to_string())
        .replace("{of}", &text().chapters.len().to_string());
    let steps = chapter.first..chapter.end;
    let inside = told(chapter);
    // How many there are, and so which one this is, is known with the last; how far its time goes,
    // when that has come.
    let all = text().chapters.iter().map(told).max();
    let counted = all.and_then(|day| known::from(day, inside));
    let ended = known::from(chapter.window.end, inside);
    let title = known::from(chapter.known, inside);
    let dek = (!chapter.dek.is_empty())
        .then(|| view! { <p class="chap-dek" data-k=title.clone()>{chapter.dek}</p> });
    // A name that is known later than what it names would be read aloud although it is hidden.
    let name = title.is_none().then(|| format!("c-{}-t", chapter.id));
    view! {
        <section class="chap" id=format!("c-{}", chapter.id) aria-labelledby=name
            data-k=known::from(inside, known::PAGE)>
            <header class="chap-head">
                <p>
                    <span data-k=counted>{place} " · "</span>
                    <span data-k=ended>{chapter.window.label(&dates::date_words())}</span>
                </p>
                <h2 id=format!("c-{}-t", chapter.id) data-k=title>{chapter.title}</h2>
                {dek}
            </header>
            {(number == 1).then(still)}
            {steps.map(|s| step(s, inside)).collect_view()}
        </section>
    }
    .into_any()
}

fn step(ix: StepIx, around: Day) -> AnyView {
    let (step, words) = (&index().steps[ix as usize], &text().steps[ix as usize]);
    let inside = step.told.max(around);
    let title = known::from(words.known, inside);
    let name = title.is_none().then(|| format!("s-{}-t", step.id));
    let dated = step
        .events
        .first()
        .map(|e| index().events[*e as usize].known);
    let when = match step.events.first() {
        Some(main) => {
            let (event, words) = (
                &index().events[*main as usize],
                &text().events[*main as usize],
            );
            dates::date(event.date, words.date_label, words.date_inferred)
        }
        None => step.moment.month_label(&dates::date_words()).into_any(),
    };
    let list = match words.list {
        None => ().into_any(),
        Some(List::Disagreements) => disagreements(inside),
        Some(List::Gaps) => gaps(inside),
    };
    view! {
        <section class="step" id=format!("s-{}", step.id) aria-labelledby=name
            data-k=known::from(inside, around)>
            <p class="when" data-k=dated.and_then(|day| known::from(day, inside))>{when}</p>
            <h3 id=format!("s-{}-t", step.id) data-k=title>{words.title}</h3>
            {words.text.iter().map(|p| paragraph(p, inside)).collect_view()}
            {readings(words.readings, None, inside)}
            {step.events.iter().map(|e| event(*e, inside)).collect_view()}
            {list}
        </section>
    }
    .into_any()
}

/// All disagreements: in full where no event carries them, else by name with a link.
fn disagreements(around: Day) -> AnyView {
    let items = text().disagreements.iter().enumerate().map(move |(ix, d)| {
        if d.events.is_empty() {
            let inside = d.known.max(around);
            view! { <li data-k=known::from(d.known, around)>{disagreement(ix as u16, inside)}</li> }
                .into_any()
        } else {
            let event = &text().events[d.events[0] as usize];
            let (at, known) = (event.title, d.known.max(event.known));
            view! {
                <li data-k=known::from(known, around)>
                    <a class="to" href=format!("#clash-{}", d.id)>{d.topic}</a>
                    <span class="small">{dispute_word(d.about)} " · " {at}</span>
                </li>
            }
            .into_any()
        }
    });
    view! { <ul class="clashes">{items.collect_view()}</ul> }.into_any()
}

fn gaps(around: Day) -> AnyView {
    let items = text().gaps.iter().map(move |gap| {
        view! {
            <li id=format!("gap-{}", gap.id) data-k=known::from(gap.known, around)><b>{gap.title}</b> <p>{inline(gap.text)}</p></li>
        }
    });
    view! { <ul class="gaps" aria-label=labels::not_told()>{items.collect_view()}</ul> }.into_any()
}
