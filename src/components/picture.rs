//! Pictures that do not move: the opening's lines of sight, and the finale's. Drawn natively for a
//! few shapes of the screen; the style shows the one that suits.

use leptos::prelude::*;

use crate::domain::perspective::Perspective;
use crate::domain::stage::{Insets, Look, Words, picture};
use crate::islands::drawing::Drawing;
use crate::story::index;
use crate::story::model::MAX_MAIN;

/// A shape of the screen: its name in the style, the drawing's size, and what is kept clear for the
/// keys.
const SHAPES: [(&str, (f32, f32), f32); 2] = [
    ("wide", (850.0, 800.0), 150.0),
    ("narrow", (390.0, 330.0), 10.0),
];

#[component]
pub fn OpeningPicture() -> impl IntoView {
    let voices = {
        let mut voices = [crate::story::model::Heard::Uninvolved; MAX_MAIN];
        for (voice, actor) in voices.iter_mut().zip(&index().actors[..index().main]) {
            *voice = actor.voice;
        }
        voices
    };
    // The event that the story begins with.
    let event = index().beats.first().map(|beat| beat.event);
    let all = SHAPES.map(|(name, size, keys)| {
        let look = Look {
            size,
            free: Insets {
                top: 50.0,
                right: 30.0,
                bottom: keys,
                left: 30.0,
            },
            view: 0,
            event,
            perspective: Perspective::NEUTRAL,
            voices,
            words: Words::default(),
        };
        picture(index(), &look).map(|drawn| {
            let (w, h) = size;
            let frame = format!("0 0 {w} {h}");
            let inner = frame.clone();
            let camera = drawn.camera.transform();
            view! {
                <svg class=format!("shape {name}") viewBox=frame aria-hidden="true">
                    <g transform=camera><use href="#land"></use></g>
                    <svg viewBox=inner><Drawing look=look picture=drawn/></svg>
                </svg>
            }
        })
    });
    all.into_iter().collect_view()
}

#[component]
pub fn FinalePicture() -> impl IntoView {}
