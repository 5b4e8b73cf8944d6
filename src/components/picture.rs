//! Pictures that do not move: the opening's lines of sight, and the finale's. Drawn natively for a
//! few shapes of the screen; the style shows the one that suits.

use leptos::prelude::*;

use crate::domain::as_of;
use crate::domain::perspective::Perspective;
use crate::domain::stage::{self, FinaleLine, Insets, Label, Look, Words, picture, translate};
use crate::glyph::badge_at;
use crate::islands::drawing::{Drawing, far, halves, polyline};
use crate::story::model::{EventIx, MAX_MAIN, Voice};
use crate::story::width::width;
use crate::story::{index, labels, text};
use crate::words::{how_mark, slot_mark};

/// A shape of the screen: its name in the style, the drawing's size, and what is kept clear at its
/// foot.
type Shape = (&'static str, (f32, f32), f32);

const OPENING: [Shape; 2] = [
    ("wide", (850.0, 800.0), 150.0),
    ("narrow", (390.0, 330.0), 10.0),
];
const FINALE: [Shape; 2] = [
    ("wide", (980.0, 690.0), 10.0),
    ("narrow", (390.0, 340.0), 10.0),
];

/// What a picture that nobody has turned shows.
fn neutral(size: (f32, f32), foot: f32, view: u8, event: Option<EventIx>) -> Look {
    let side = if size.0 < 560.0 { 14.0 } else { 30.0 };
    let mut capital = [0; MAX_MAIN];
    for (slot, note) in capital.iter_mut().enumerate().take(index().main) {
        *note = width(&quoted_in(slot));
    }
    Look {
        size,
        free: Insets {
            top: 50.0,
            right: side,
            bottom: foot,
            left: side,
        },
        view,
        event,
        perspective: Perspective::NEUTRAL,
        voices: [Voice::Uninvolved; MAX_MAIN],
        words: Words {
            capital: if size.0 < 560.0 {
                [0; MAX_MAIN]
            } else {
                capital
            },
            ..Words::default()
        },
    }
}

/// In how many of the events in which it takes part a capital is quoted.
fn quoted_in(slot: usize) -> String {
    let heard = |is: fn(Voice) -> bool| {
        let events = index().events.iter();
        events.filter(|event| is(event.voices[slot])).count()
    };
    let direct = heard(|voice| voice == Voice::Direct);
    let all = heard(|voice| voice != Voice::Uninvolved);
    labels::quoted_in()
        .replace("{n}", &direct.to_string())
        .replace("{of}", &all.to_string())
}

/// The lines of sight to the event with which the story begins, as the sources as a whole let each
/// capital be heard.
#[component]
pub fn OpeningPicture() -> impl IntoView {
    let mut voices = [Voice::Uninvolved; MAX_MAIN];
    for (slot, voice) in voices.iter_mut().enumerate().take(index().main) {
        *voice = as_of::overall(index(), slot, as_of::ALL);
    }
    let event = index().beats.first().map(|beat| beat.event);
    let all = OPENING.map(|(name, size, foot)| {
        let mut look = Look {
            voices,
            ..neutral(size, foot, 0, event)
        };
        // What has a place needs no name there yet.
        if let Some(matter) = event
            .map(|e| &index().events[usize::from(e)])
            .filter(|e| e.place.is_none())
        {
            look.words.target = width(matter.short);
            look.words.half = halves(matter.short).map_or(0, |(a, b)| width(a).max(width(b)));
        }
        let drawn = picture(index(), &look)?;
        let transform = drawn.camera.transform();
        let notes = (0..index().main).map(quoted_in).collect();
        let marks = view! { <Drawing look=look picture=drawn notes=notes/> };
        Some(shape(name, size, transform, marks.into_any()))
    });
    all.into_iter().collect_view()
}

/// A drawing on the land.
fn shape(name: &str, (w, h): (f32, f32), transform: String, marks: AnyView) -> AnyView {
    let class = format!("shape {name}");
    view! {
        <svg class=class viewBox=format!("0 0 {w} {h}")>
            <g transform=transform aria-hidden="true"><use href="#land"></use></g>
            {marks}
        </svg>
    }
    .into_any()
}

/// All lines of sight of all events.
#[component]
pub fn FinalePicture() -> impl IntoView {
    let view = text().finale.map_or(0, |finale| finale.view);
    let all = FINALE.map(|(name, size, foot)| {
        let matters = index().events.iter().filter(|e| e.place.is_none()).count();
        let matters = labels::matters_without_place().replace("{n}", &matters.to_string());
        let mut look = neutral(size, foot, view, None);
        look.words.target = width(&matters);
        let voices = |event: EventIx| Some(index().events[usize::from(event)].voices);
        let finale = stage::finale(index(), &look, &voices)?;
        let transform = finale.camera.transform();
        let block = finale.block;
        let block = format!("M{} {}h{}v{}h-{}z", block.x, block.y, block.w, block.h, block.w);
        let dots = finale.dots.iter().map(|dot| {
            let class = if dot.is_matter { "matter-dot" } else { "dot" };
            let reach = if size.0 < 560.0 { 2.0 } else { 3.0 };
            view! { <circle class=class r=reach.to_string() transform=translate(dot.at)></circle> }
        });
        let (strong, light): (Vec<_>, Vec<_>) =
            finale.lines.iter().partition(|line| line.voice == Voice::Direct);
        let capitals = finale.capitals.iter().enumerate();
        let capitals = capitals.map(|(slot, mark)| {
            mark.map(|mark| {
                view! { <g class="capital" data-a=slot_mark(slot)>{far(&mark)} {badge_at(slot, mark.at)}</g> }
            })
        });
        let notes: Vec<String> = (0..index().main).map(quoted_in).collect();
        let names = finale.labels.iter().map(|label| name_of(label, &look, &matters, &notes));
        let marks = view! {
            <g class="marks" data-scale=finale.scale.mark()>
                <path class="block" d=block></path>
                {light.into_iter().map(line).collect_view()}
                {dots.collect_view()}
                {strong.into_iter().map(line).collect_view()}
                {capitals.collect_view()}
                {names.collect_view()}
            </g>
        };
        Some(shape(name, size, transform, marks.into_any()))
    });
    all.into_iter().collect_view()
}

fn line(line: &FinaleLine) -> AnyView {
    let relay = line.relay.map(|at| {
        view! { <path class="relay" d="M0-3.6l3.6 3.6-3.6 3.6-3.6-3.6z" transform=translate(at)></path> }
    });
    let stop = line
        .stop
        .map(|stop| view! { <path class="stop" d=polyline(&stop)></path> });
    view! {
        <g class="finale-line" data-a=slot_mark(usize::from(line.slot)) data-how=how_mark(line.voice)>
            <path class="ray" d=polyline(&[line.from, line.to])></path>
            {relay} {stop}
        </g>
    }
    .into_any()
}

fn name_of(label: &Label, look: &Look, matters: &str, notes: &[String]) -> AnyView {
    let (class, words, note, slot) = match label.key {
        stage::Key::Capital(slot) => {
            let place = usize::from(slot);
            let note = (look.words.capital[place] > 0).then(|| notes[place].clone());
            (
                "label capital-name",
                index().actors[place].capital.to_owned(),
                note,
                Some(slot_mark(place)),
            )
        }
        _ => ("label block-name", matters.to_owned(), None, None),
    };
    let leading = label.leading.to_string();
    let note = note.map(|note| view! { <tspan class="note" x="0" dy=leading>{note}</tspan> });
    view! {
        <text class=class text-anchor=label.anchor.name() transform=translate(label.at)>
            <tspan x="0" data-a=slot>{words}</tspan>
            {note}
        </text>
    }
    .into_any()
}
