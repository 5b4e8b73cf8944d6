//! The events in full, by the scene they belong to: what the drawer shows beside that scene.

use leptos::prelude::*;

use super::event::event;
use super::part::{count, counts, first, part};
use crate::components::as_of::{PAGE, since};
use crate::domain::date::Day;
use crate::story::model::{EventIx, SceneIx};
use crate::story::{index, labels, text};

#[component]
pub fn ScenesOfEvents() -> impl IntoView {
    let scenes = (0..index().scenes.len()).map(|scene| of_scene(scene as SceneIx));
    let body = view! { {scenes.collect_view()} {unclaimed()} };
    part(
        "by-scene",
        labels::scene_by_scene(),
        labels::scene_by_scene_about(),
        PAGE,
        body,
    )
}

/// A scene's events: those of its beats, then those that also belong to it.
pub fn events_of(scene: SceneIx) -> Vec<EventIx> {
    let (told, words) = (
        &index().scenes[usize::from(scene)],
        &text().scenes[usize::from(scene)],
    );
    let beats = (told.first..told.end).map(|beat| index().beats[usize::from(beat)].event);
    let mut out = Vec::new();
    for event in beats.chain(words.also.iter().copied()) {
        if !out.contains(&event) {
            out.push(event);
        }
    }
    out
}

/// The day from which on the first of a scene's events can be known.
pub fn known(scene: SceneIx) -> Day {
    first(days(&events_of(scene)))
}

fn days(events: &[EventIx]) -> Vec<Day> {
    let known = |event: &EventIx| index().events[usize::from(*event)].published_by;
    events.iter().map(known).collect()
}

fn of_scene(ix: SceneIx) -> AnyView {
    let scene = &index().scenes[usize::from(ix)];
    let title = text().scenes[usize::from(ix)].title;
    let back = view! { <a href=format!("#scene-{}", scene.id)>{labels::read_scene()}</a> };
    section(scene.id, title, Some(back.into_any()), &events_of(ix))
}

/// The events that no scene claims, if there are any.
fn unclaimed() -> Option<AnyView> {
    let scenes = 0..index().scenes.len();
    let claimed: Vec<_> = scenes
        .flat_map(|scene| events_of(scene as SceneIx))
        .collect();
    let rest: Vec<_> = (0..index().events.len() as EventIx)
        .filter(|e| !claimed.contains(e))
        .collect();
    (!rest.is_empty()).then(|| section("", labels::further_events(), None, &rest))
}

/// `id` is the scene's, or empty.
fn section(id: &str, title: &'static str, back: Option<AnyView>, events: &[EventIx]) -> AnyView {
    let days = days(events);
    let known = first(days.iter().copied());
    let words = |n| count(n, labels::one_event(), labels::events());
    let anchor = match id {
        "" => "record-further".to_owned(),
        id => format!("record-{id}"),
    };
    let heading = format!("{anchor}-t");
    let labelled = heading.clone();
    let all = events.iter().map(|e| event(*e, known));
    view! {
        <section class="of-scene" id=anchor aria-labelledby=labelled data-since=since(known, PAGE)>
            <header>
                <h3 id=heading>{title}</h3>
                <p class="small">{counts(&days, known, words)} " " {back}</p>
            </header>
            {all.collect_view()}
        </section>
    }
    .into_any()
}
