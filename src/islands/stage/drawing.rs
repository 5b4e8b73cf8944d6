//! What lies on the land, drawn from a [`Picture`]: the target, lines of sight, capitals and names.

use leptos::prelude::*;

use crate::domain::perspective::names;
pub use crate::domain::stage::path as polyline;
use crate::domain::stage::{
    Area, Key, Label, Line, Look, Mark, Picture, Pt, Scale, Target, path, translate,
};
use crate::glyph::badge_at;
use crate::story::model::{Map, NameRole, Voice};
use crate::story::{date_words, index, labels};
use crate::words::{how_mark, slot_mark};

/// The drawing over the land, as large as the stage.
#[component]
pub fn Drawing(
    look: Look,
    picture: Picture,
    /// A line below each capital's name, by slot, where there is one.
    #[prop(optional)]
    notes: Vec<String>,
) -> impl IntoView {
    let (w, h) = look.size;
    let frame = format!("0 0 {} {}", w as i32, h as i32);
    let lines = picture.sights.iter().enumerate().map(|(slot, sight)| {
        sight
            .and_then(|s| s.line)
            .map(|line| sight_line(slot, look.voices[slot], &line))
    });
    let capitals = picture.sights.iter().enumerate();
    let capitals = capitals.map(|(slot, sight)| sight.map(|s| capital(slot, &s.mark)));
    let outside = picture.outside.as_ref().map(|mark| view! { <g class="outside">{far(mark)}<circle class="dot" r="3.5" transform=translate(mark.at)></circle></g> });
    let words = index().map.as_ref().map(|map| {
        let all = picture
            .labels
            .iter()
            .map(|l| label(map, &look, &picture, &notes, l));
        all.collect_view()
    });
    view! {
        <svg class="marks" viewBox=frame data-scale=picture.scale.mark() role="img" aria-label=alternative(&look)>
            {lines.collect_view()}
            {picture.target.as_ref().map(|t| target(t, &look))}
            {outside}
            {capitals.collect_view()}
            {words}
        </svg>
    }
}

/// The picture in words.
fn alternative(look: &Look) -> String {
    let event = look.event.map(|e| &index().events[usize::from(e)]);
    let voices: Vec<_> = (0..index().main)
        .map(|slot| {
            let how = crate::words::how_heard(look.voices[slot], "");
            format!("{}: {how}", index().actors[slot].capital)
        })
        .collect();
    labels::stage_alt()
        .replace("{event}", event.map_or("", |e| e.short))
        .replace(
            "{date}",
            &event.map_or(String::new(), |e| e.date.label(&date_words())),
        )
        .replace("{voices}", &voices.join("; "))
}

fn sight_line(slot: usize, voice: Voice, line: &Line) -> impl IntoView + use<> {
    let relay = line.relay.map(|(at, reach)| {
        let d = format!("M0-{reach}l{reach} {reach}-{reach} {reach}-{reach}-{reach}z");
        view! { <path class="relay" transform=translate(at) d=d></path> }
    });
    view! {
        <g class="sight" data-a=slot_mark(slot) data-how=how_mark(voice)>
            {line.cone.map(|cone| view! { <path class="cone" d=closed(&cone)></path> })}
            <path class="ray" d=path(&[line.from, line.to])></path>
            {line.head.map(|head| view! { <path class="head" d=closed(&head)></path> })}
            {line.stop.map(|stop| view! { <path class="stop" d=path(&stop)></path> })}
            {relay}
        </g>
    }
}

fn closed(points: &[Pt]) -> String {
    path(points) + "z"
}

fn capital(slot: usize, mark: &Mark) -> impl IntoView + use<> {
    view! {
        <g class="capital" data-a=slot_mark(slot)>
            {far(mark)}
            {badge_at(slot, mark.at)}
        </g>
    }
}

/// The arrow that leads out of the frame, where a mark stands for something beyond it.
pub fn far(mark: &Mark) -> impl IntoView + use<> {
    mark.far.map(|far| {
        let [_, tip] = far.shaft;
        let d = path(&far.shaft) + &path(&[far.head[0], tip, far.head[1]]);
        view! { <path class="far" d=d></path> }
    })
}

/// What the lines lead to.
fn target(target: &Target, look: &Look) -> impl IntoView + use<> {
    match target {
        Target::Ring { at, reach } => view! {
            <g class="target" transform=translate(*at)>
                <circle class="ring" r=reach.to_string()></circle>
                <circle class="dot" r="3.5"></circle>
            </g>
        }
        .into_any(),
        Target::Matter { area, is_broken } => {
            let frame = |by: f32| {
                let a = area.grown(by);
                let (right, bottom) = (a.right(), a.bottom());
                closed(&[
                    Pt::new(a.x, a.y),
                    Pt::new(right, a.y),
                    Pt::new(right, bottom),
                    Pt::new(a.x, bottom),
                ])
            };
            view! {
                <g class="matter">
                    <path class="outer" d=frame(0.0)></path>
                    <path class="inner" d=frame(-3.5)></path>
                    {matter_words(area, *is_broken, look)}
                </g>
            }
            .into_any()
        }
    }
}

/// What stands in the frame of a matter: its name, and the date where there is room.
fn matter_words(area: &Area, is_broken: bool, look: &Look) -> impl IntoView + use<> {
    let event = look.event.map(|e| &index().events[usize::from(e)]);
    let name = event.map_or("", |event| event.short);
    let mut lines = match is_broken.then(|| halves(name)).flatten() {
        Some((first, second)) => vec![("name", first.to_owned()), ("name", second.to_owned())],
        None => vec![("name", name.to_owned())],
    };
    if look.words.note > 0 {
        let date = event.map(|event| event.date.label(&date_words()));
        lines.push(("note", date.unwrap_or_default()));
    }
    let count = lines.len() as f32;
    let center = area.center();
    let lines = lines.into_iter().enumerate().map(move |(i, (class, words))| {
        // Spread evenly about the middle.
        let dy = (i as f32 - (count - 1.0) / 2.0) * 21.0 + 6.0;
        view! { <text class=class text-anchor="middle" transform=translate(Pt::new(center.x, center.y + dy))>{words}</text> }
    });
    lines.collect_view()
}

/// One line of words, and whose name it is.
type Words = (String, Option<u8>);

/// What a label says: its class, and its lines.
fn says(map: &Map, look: &Look, picture: &Picture, key: Key) -> (&'static str, Vec<Words>) {
    let event = look.event.map(|e| &index().events[usize::from(e)]);
    match key {
        Key::Target => {
            let class = "label target-name";
            let Some(event) = event else {
                return (class, Vec::new());
            };
            let mut lines = vec![(event.short.to_owned(), None)];
            if look.words.note > 0 {
                lines.push((event.date.label(&date_words()), None));
            }
            (class, lines)
        }
        Key::Capital(slot) => {
            let actor = &index().actors[usize::from(slot)];
            let far = picture.sights[usize::from(slot)].and_then(|s| s.mark.far);
            let has_km =
                picture.scale != Scale::Small && look.words.capital[usize::from(slot)] == 0;
            let km = far.filter(|_| has_km);
            let name = match km {
                Some(far) => format!("{} {}", actor.capital, distance(far.km)),
                None => actor.capital.to_owned(),
            };
            ("label capital-name", vec![(name, Some(slot))])
        }
        Key::Via(slot) => {
            let words = match look.voices[usize::from(slot)] {
                Voice::Silent => labels::not_quoted(),
                _ => speaker(look, slot),
            };
            ("label via-name", vec![(words.to_owned(), Some(slot))])
        }
        Key::Outside(place) => {
            let mut lines = place_lines(map, look, place);
            if let Some(far) = picture.outside.and_then(|mark| mark.far)
                && let Some((first, _)) = lines.first_mut()
            {
                first.push(' ');
                first.push_str(&distance(far.km));
            }
            ("label place-name", lines)
        }
        Key::Place(place) => ("label place-name", place_lines(map, look, place)),
        Key::Name(name) => {
            let name = &map.names[usize::from(name)];
            let class = match name.role {
                NameRole::Country | NameRole::OtherCountry => "label country-name",
                NameRole::Sea => "label sea-name",
                NameRole::Route => "label route-name",
            };
            (class, vec![(name.name.to_owned(), None)])
        }
    }
}

fn place_lines(map: &Map, look: &Look, place: u16) -> Vec<Words> {
    let place = &map.places[usize::from(place)];
    if place.names.is_empty() {
        return vec![(place.name.to_owned(), None)];
    }
    let shown = names(place.names, look.perspective).into_iter();
    shown
        .map(|(actor, name)| (name.to_owned(), Some(actor)))
        .collect()
}

/// Who tells what is heard of a capital, on the beat that shows the event.
fn speaker(look: &Look, slot: u8) -> &'static str {
    let beats = index().beats.iter();
    let beat = beats.clone().find(|beat| Some(beat.event) == look.event);
    beat.map_or("", |beat| beat.speakers[usize::from(slot)])
}

/// A distance, with a sign between the thousands.
fn distance(km: u32) -> String {
    let digits = match km {
        0..1000 => km.to_string(),
        _ => format!("{},{:03}", km / 1000, km % 1000),
    };
    labels::far_km().replace("{km}", &digits)
}

fn label(
    map: &Map,
    look: &Look,
    picture: &Picture,
    notes: &[String],
    label: &Label,
) -> impl IntoView + use<> {
    let (class, mut lines) = says(map, look, picture, label.key);
    if let Key::Capital(slot) = label.key
        && look.words.capital[usize::from(slot)] > 0
        && let Some(note) = notes.get(usize::from(slot))
    {
        lines.push((note.clone(), None));
    }
    let leading = label.leading.to_string();
    let lines = lines
        .into_iter()
        .enumerate()
        .map(move |(i, (words, whose))| {
            let dy = if i > 0 {
                leading.clone()
            } else {
                "0".to_owned()
            };
            let whose = whose.map(|slot| slot_mark(usize::from(slot)));
            view! { <tspan x="0" dy=dy data-a=whose>{words}</tspan> }
        });
    let leader = label
        .leader
        .map(|ends| view! { <path class="leader" d=path(&ends)></path> });
    view! {
        {leader}
        <text class=class text-anchor=label.anchor.name() transform=translate(label.at)>{lines.collect_view()}</text>
    }
}

/// A name in two, broken at the space nearest to its middle.
pub fn halves(name: &str) -> Option<(&str, &str)> {
    let middle = name.len() / 2;
    let spaces = name.match_indices(' ').map(|(at, _)| at);
    let at = spaces.min_by_key(|at| at.abs_diff(middle))?;
    Some((&name[..at], &name[at + 1..]))
}
