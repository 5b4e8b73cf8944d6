//! The scroll: chapters and their steps.

use leptos::prelude::*;

use super::dates;
use super::disagreement::{disagreement, dispute_word};
use super::event::event;
use super::inline::inline;
use super::reading::readings;
use super::statement::paragraph;
use crate::story::model::{Chapter, List, StepIx};
use crate::story::{index, labels, text};

pub fn chapter(number: usize, chapter: &'static Chapter) -> AnyView {
    let place = labels::CHAPTER_OF
        .replace("{n}", &number.to_string())
        .replace("{of}", &text().chapters.len().to_string());
    let dek = (!chapter.dek.is_empty()).then(|| view! { <p class="chap-dek">{chapter.dek}</p> });
    view! {
        <section class="chap" id=format!("c-{}", chapter.id) aria-labelledby=format!("c-{}-t", chapter.id)>
            <header class="chap-head">
                <p>{place} " · " {chapter.window.label(&dates::WORDS)}</p>
                <h2 id=format!("c-{}-t", chapter.id)>{chapter.title}</h2>
                {dek}
            </header>
            {(chapter.first..chapter.end).map(step).collect_view()}
        </section>
    }
    .into_any()
}

fn step(ix: StepIx) -> AnyView {
    let (step, words) = (&index().steps[ix as usize], &text().steps[ix as usize]);
    let when = match step.events.first() {
        Some(main) => {
            let (event, words) = (
                &index().events[*main as usize],
                &text().events[*main as usize],
            );
            dates::date(event.date, words.date_label, words.date_inferred)
        }
        None => step.moment.month_label(&dates::WORDS).into_any(),
    };
    let list = match words.list {
        None => ().into_any(),
        Some(List::Disagreements) => disagreements(),
        Some(List::Gaps) => gaps(),
    };
    view! {
        <section class="step" id=format!("s-{}", step.id) aria-labelledby=format!("s-{}-t", step.id)>
            <p class="when">{when}</p>
            <h3 id=format!("s-{}-t", step.id)>{words.title}</h3>
            {words.text.iter().map(|p| paragraph(p)).collect_view()}
            {readings(words.readings, None)}
            {step.events.iter().map(|e| event(*e)).collect_view()}
            {list}
        </section>
    }
    .into_any()
}

/// All disagreements: in full where no event carries them, else by name with a link.
fn disagreements() -> AnyView {
    let items = text().disagreements.iter().enumerate().map(|(ix, d)| {
        if d.events.is_empty() {
            view! { <li>{disagreement(ix as u16)}</li> }.into_any()
        } else {
            let at = text().events[d.events[0] as usize].title;
            view! {
                <li>
                    <a class="to" href=format!("#clash-{}", d.id)>{d.topic}</a>
                    <span class="small">{dispute_word(d.about)} " · " {at}</span>
                </li>
            }
            .into_any()
        }
    });
    view! { <ul class="clashes">{items.collect_view()}</ul> }.into_any()
}

fn gaps() -> AnyView {
    let items = text().gaps.iter().map(|gap| {
        view! {
            <li id=format!("gap-{}", gap.id)><b>{gap.title}</b> <p>{inline(gap.text)}</p></li>
        }
    });
    view! { <ul class="gaps" aria-label=labels::NOT_TOLD>{items.collect_view()}</ul> }.into_any()
}
