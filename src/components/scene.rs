//! A scene: a title and one or two beats, each a paragraph tied to one event. Around it what is
//! quiet: doubts, a change of relations, a disagreement, the way to the record.

use leptos::prelude::*;

use super::as_of::{PAGE, since};
use super::phrases::level;
use super::text::{inline, running, statement};
use super::voice::cards;
use crate::domain::date::Day;
use crate::story::model::{BeatIx, Disagreement, EventIx, SceneIx, Shift};
use crate::story::{date_words, index, labels, text};

/// All scenes, in reading order.
#[component]
pub fn Scenes() -> impl IntoView {
    let all = (0..index().scenes.len()).map(|scene| scene_view(scene as SceneIx));
    all.collect_view()
}

fn scene_view(ix: SceneIx) -> AnyView {
    let (scene, words) = (
        &index().scenes[usize::from(ix)],
        &text().scenes[usize::from(ix)],
    );
    let beats = scene.first..scene.end;
    let known = known(ix);
    let count = labels::scene_of()
        .replace("{n}", &(usize::from(ix) + 1).to_string())
        .replace("{of}", &index().scenes.len().to_string());
    let title = format!("scene-{}-t", scene.id);
    let labelled = title.clone();
    let clash = words
        .disagreement
        .map(|d| &text().disagreements[usize::from(d)]);
    view! {
        <article class="scene" id=format!("scene-{}", scene.id) aria-labelledby=labelled>
            <p class="when"><b data-since=since(known, PAGE)>{date(ix)}</b> " " <span>{count}</span></p>
            <h2 id=title data-since=since(known, PAGE)>{words.title}</h2>
            {nothing_yet(known)}
            {beats.map(beat_view).collect_view()}
            {words.shift.map(|s| shift(s, known))}
            {clash.map(|clash| disagreement(clash, known))}
            {to_record(ix, known)}
        </article>
    }
    .into_any()
}

/// In place of a scene of which nothing was published: the reader stays where he is, and is told why it
/// is empty.
fn nothing_yet(known: Day) -> Option<AnyView> {
    let until = since(known, PAGE)?;
    let note = view! { <p class="unpublished" data-until=until>{labels::nothing_published()}</p> };
    Some(note.into_any())
}

/// From when on a scene can be told: with its first beat.
pub fn known(ix: SceneIx) -> Day {
    let scene = &index().scenes[usize::from(ix)];
    let known = (scene.first..scene.end).map(known_from).min();
    known.unwrap_or(PAGE)
}

/// A scene's date, in the author's words or as that of its first event.
pub fn date(ix: SceneIx) -> String {
    let label = text().scenes[usize::from(ix)].date_label;
    if !label.is_empty() {
        return label.to_owned();
    }
    let first = index().scenes[usize::from(ix)].first;
    let event = index().beats[usize::from(first)].event;
    index().events[usize::from(event)].date.label(&date_words())
}

/// From when on a beat can be told: with its first statement.
fn known_from(beat: BeatIx) -> Day {
    let statements = text().beats[usize::from(beat)].text.iter();
    statements.map(|s| s.published_by).min().unwrap_or(PAGE)
}

fn beat_view(ix: BeatIx) -> AnyView {
    let (beat, words) = (
        &index().beats[usize::from(ix)],
        &text().beats[usize::from(ix)],
    );
    let known = known_from(ix);
    view! {
        <div class="beat" data-beat=ix.to_string() data-since=since(known, PAGE)>
            <p class="text">{running(words.text, known)}</p>
            {doubts(beat.event, known)}
            {cards(ix, known)}
        </div>
    }
    .into_any()
}

/// A quiet count that opens in place.
fn doubts(event: EventIx, around: Day) -> AnyView {
    let doubts = text().events[usize::from(event)].doubts;
    let count = match doubts.len() {
        0 => return ().into_any(),
        1 => labels::one_doubt().to_owned(),
        n => labels::doubts().replace("{n}", &n.to_string()),
    };
    let first = doubts
        .iter()
        .map(|d| d.published_by)
        .min()
        .unwrap_or(around);
    let items = doubts.iter().map(|doubt| {
        view! { <li data-since=since(doubt.published_by, first.max(around))>{statement(&doubt.statement, doubt.published_by.max(around))}</li> }
    });
    view! {
        <details class="doubts" data-since=since(first, around)>
            <summary>{count}</summary>
            <ul>{items.collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// How one actor came to stand otherwise towards another.
fn shift(shift: Shift, known: Day) -> AnyView {
    let name = |actor: u8| index().actors[usize::from(actor)].capital;
    let words = labels::shift()
        .replace("{actor}", name(shift.actor))
        .replace("{toward}", name(shift.toward));
    view! {
        <p class="shift" data-since=since(known, PAGE)>
            <svg viewBox="0 0 40 28" aria-hidden="true">
                <path d="M1 6h11c10 0 6 15 16 15h9m-6-5 6 5-6 5"></path>
            </svg>
            <span>
                {words} " " <b>{level(shift.from)}</b> " " {labels::shift_to()} " " <b>{level(shift.to)}</b>
            </span>
        </p>
    }
    .into_any()
}

/// Where the sources disagree: the one place where colour warns.
fn disagreement(clash: &'static Disagreement, scene: Day) -> AnyView {
    let known = clash.published_by.max(scene);
    let sides = clash
        .sides
        .iter()
        .map(|side| view! { <li>{statement(side, known)}</li> });
    view! {
        <details class="clash" data-since=since(known, PAGE)>
            <summary>{labels::sources_disagree()} ": " {clash.topic}</summary>
            <ul>{sides.collect_view()}</ul>
            <p>{inline(clash.handling)}</p>
        </details>
    }
    .into_any()
}

/// The way to the record of a scene, and what is there.
fn to_record(ix: SceneIx, known: Day) -> AnyView {
    let (scene, words) = (
        &index().scenes[usize::from(ix)],
        &text().scenes[usize::from(ix)],
    );
    let mut events: Vec<EventIx> = (scene.first..scene.end)
        .map(|beat| index().beats[usize::from(beat)].event)
        .chain(words.also.iter().copied())
        .collect();
    events.sort_unstable();
    events.dedup();
    let count = match events.len() {
        1 => labels::one_event().to_owned(),
        n => labels::events().replace("{n}", &n.to_string()),
    };
    view! {
        <p class="to-record" data-since=since(known, PAGE)>
            <a href=format!("#record-{}", scene.id)>{labels::record_of_scene()}</a>
            " " <small>{count}</small>
        </p>
    }
    .into_any()
}
