//! The map as the article and the paper show it: from nobody's side, before anything happens. It has
//! the land of the stage's map, which is written once.

use leptos::prelude::*;

use super::known;
use super::map::{dot, first_look, inset, name_label, place_label, words_of};
use crate::domain::map::{self, Letters, Look, Scene, Size};
use crate::domain::relations::path;
use crate::domain::words::SLOTS;
use crate::story::model::{Map, MapText};
use crate::story::{index, labels, text};

/// For a column of text and for a phone: nothing measures this drawing.
const SIZE: Size = Size {
    letters: Letters::Middle,
    steps: 6,
};

/// The figure, where the story has a map.
pub fn still() -> Option<AnyView> {
    let (plane, drawn) = (index().map.as_ref()?, text().map.as_ref()?);
    let look = Look {
        size: SIZE,
        ..first_look()
    };
    let scene = map::scene(index(), look)?;
    let main = &index().actors[..index().main];
    let capitals: Vec<_> = main.iter().map(|actor| actor.capital).collect();
    let mut alternative = labels::map_of().replace("{view}", drawn.views[0]);
    for sentence in [
        &*labels::map_capitals().replace("{names}", &capitals.join(", ")),
        labels::map_names_all(),
        labels::border_of_all(),
    ] {
        alternative.push(' ');
        alternative.push_str(sentence);
    }
    alternative.push('.');
    let lines = drawn.borders.iter().map(|border| {
        let actor = border.actor as usize;
        view! {
            <span data-a=SLOTS[actor]>
                <svg class="whose" viewBox="0 0 34 6" aria-hidden="true"><path d="M0 3H34"></path></svg>
                {labels::border_of().replace("{names}", index().actors[actor].name)}
            </span>
        }
    });
    let view = view! {
        <figure class="still lens" data-k=known::hindsight()>
            <svg viewBox=look.size.frame().view_box() role="img" aria-label=alternative>
                <g class="world" transform=scene.camera.transform("")><use href="#land"></use></g>
                <g class="over">{marks(plane, drawn, &look, &scene)}</g>
                {scene.inset.is_some().then(|| inset(plane, &look, &scene))}
            </svg>
            <figcaption>
                <b>{drawn.views[0]}</b>
                {lines.collect_view()}
                <span><a href="#map-how">{labels::map_drawn()}</a></span>
            </figcaption>
        </figure>
    };
    Some(view.into_any())
}

/// Capitals, other places and names, as far as they have room.
fn marks(plane: &Map, drawn: &'static MapText, look: &Look, scene: &Scene) -> Vec<AnyView> {
    let mut out = Vec::new();
    for (slot, sight) in scene.sights.iter().enumerate() {
        let Some(sight) = sight else { continue };
        let off = sight.mark.off.map(|points| path(&points));
        let put = look.size.put(sight.mark.at);
        let mark = view! {
            <path class="off" d=off></path>
            <use href=format!("#s-{}", slot + 1) x="-8" y="-8" width="16" height="16" transform=put></use>
        };
        out.push(mark.into_any());
    }
    let places = plane.places.iter().zip(&scene.places).enumerate();
    for (i, (place, shown)) in places.filter(|(_, (_, shown))| shown.label.is_some()) {
        if shown.dot.is_some() {
            out.push(dot(place, look.size, shown.dot));
        }
        let is_seat = index().actors.iter().any(|a| a.seat == Some(i as u16));
        let class = if is_seat { "lab cap" } else { "lab" };
        out.push(place_label(class, place.place, look.size, shown.label));
    }
    let names = words_of(drawn).zip(plane.names).zip(&scene.names);
    for (((words, known), name), placed) in names.filter(|(_, placed)| placed.is_some()) {
        out.push(name_label(words, known, name.role, look.size, *placed));
    }
    out
}
