//! The map in its first state, as the prerender writes it: the land, on it the lines of sight and
//! the names, and a caption. `crate::browser::map` keeps it.

use leptos::prelude::*;

use super::inline::inline;
use super::known;
use super::statement::{cites, statement};
use crate::domain::choice::Choice;
use crate::domain::map::{self, Look, Mark, Placed, RELAY, RING, Scene, Sight, Size};
use crate::domain::relations::path;
use crate::domain::words::{self, SLOTS};
use crate::story::model::{LandPath, Layer, Map, MapPlace, MapText, NameRole, PlaceIx, Point};
use crate::story::{index, labels, text};

/// How the map looks before the program runs.
pub(super) fn first_look() -> Look {
    let choice = Choice::initial(index());
    Look {
        step: choice.step,
        event: choice.event,
        perspective: choice.perspective,
        horizon: choice.horizon(),
        zoom: 0,
        size: Size::WRITTEN,
    }
}

/// The figure, where the story has a map.
pub fn map() -> Option<AnyView> {
    let (plane, drawn) = (index().map.as_ref()?, text().map.as_ref()?);
    let look = first_look();
    let scene = map::scene(index(), look)?;
    let drawers: Vec<u8> = drawn.borders.iter().map(|b| b.actor).collect();
    let told = map::Told {
        view: drawn.views[map::view(index(), look.step) as usize].to_owned(),
        ..Default::default()
    };
    let alternative = map::alternative(index(), &look, &scene, &drawers, &told);
    let view = view! {
        <figure class="chart map" data-size=look.size.mark() data-scale=scene.closeness(plane)>
            <svg viewBox=look.size.frame().view_box() role="img" aria-label=alternative>
                <g class="world" transform=scene.camera.transform("")>
                    <g id="land">
                        {drawn.layers.iter().map(|layer| land(drawn, layer)).collect_view()}
                        {drawn.borders.iter().map(|b| view! {
                            <path class="m-claim" data-a=SLOTS[b.actor as usize] d=b.d></path>
                        }).collect_view()}
                    </g>
                    <g id="routes">
                        {drawn.routes.iter().map(|r| view! {
                            <path class="m-route" data-e=r.event.to_string() data-k=known::from(r.statement.known, known::PAGE) d=r.d hidden></path>
                        }).collect_view()}
                    </g>
                </g>
                <g class="over" id="marks">
                    {scene.sights.iter().enumerate().map(|(slot, s)| sight(&look, slot, s)).collect_view()}
                    {goal(&look, scene.aim)}
                    {places(plane, &look, &scene)}
                    {names(drawn, &scene)}
                </g>
                {plane.inset.is_some().then(|| inset(plane, &look, &scene))}
            </svg>
            {caption(drawn, &look, &drawers, told.view)}
        </figure>
    };
    Some(view.into_any())
}

/// One layer of the land; all but the first show finer lines, for a closer look.
fn land(drawn: &'static MapText, layer: &'static Layer) -> impl IntoView + use<> {
    let is_fine = !std::ptr::eq(layer, &drawn.layers[0]);
    view! {
        <g transform=format!("scale({:.6})", layer.scale)>
            <path class=if is_fine { "m-grat fine" } else { "m-grat" } d=layer.graticule></path>
            {layer.land.iter().map(|path| country(drawn, path)).collect_view()}
        </g>
    }
}

fn country(drawn: &'static MapText, path: &'static LandPath) -> impl IntoView + use<> {
    let disputed = path
        .disputed
        .and_then(|place| drawn.disputed.iter().position(|d| d.place == place));
    match disputed {
        Some(i) => view! { <path class="m-coast" fill=format!("url(#dis-{i})") d=path.d></path> }
            .into_any(),
        None => {
            let slot = path.actor.map(|actor| SLOTS[actor as usize]);
            view! { <path class="m-land m-own" data-a=slot d=path.d></path> }.into_any()
        }
    }
}

/// The stripes of all disputed land, for a drawing that is always there: what is not rendered paints
/// nothing.
pub fn hatches() -> Option<AnyView> {
    let (look, drawn) = (first_look(), text().map.as_ref()?);
    let scene = map::scene(index(), look)?;
    let all = (0..drawn.disputed.len()).map(|i| hatch(&scene, drawn, i));
    Some(all.collect_view().into_any())
}

/// The stripes of disputed land: neutral, or the tints of those claimants who are switched on.
fn hatch(scene: &Scene, drawn: &'static MapText, i: usize) -> impl IntoView + use<> {
    let claimants = drawn.disputed[i].claimants;
    // The land's unit in thousandths of the plane's.
    let unit = (drawn.layers[0].scale * 1000.0).round() as i32;
    // Each tint, or else the next one's.
    let tint = |mut slots: Vec<u8>, last: &str| {
        let mut out = last.to_owned();
        while let Some(slot) = slots.pop() {
            out = format!("var(--f{},{out})", slot + 1);
        }
        out
    };
    let ground = tint(claimants.to_vec(), "var(--land)");
    let stripe = tint(claimants.iter().rev().copied().collect(), "var(--stripe)");
    view! {
        <pattern id=format!("dis-{i}") width="5" height="5" patternUnits="userSpaceOnUse"
            data-unit=unit.to_string() patternTransform=scene.hatch(unit)>
            <path d="M0 0h5v5H0z" fill=ground></path>
            <path d="M0 0h2v5H0z" fill=stripe></path>
        </pattern>
    }
}

fn sight(look: &Look, slot: usize, sight: &Option<Sight>) -> impl IntoView + use<> {
    let size = look.size;
    let chevron = |mark: &Mark| mark.off.map(|points| path(&points));
    let mark = sight.as_ref().map(|s| size.put(s.mark.at));
    let relay = sight.and_then(|s| s.relay);
    let d = RELAY.to_string();
    view! {
        <g class="sight" data-a=SLOTS[slot] data-heard=words::heard_mark(words::voice(index(), look.event, slot, look.horizon)) hidden=sight.is_none()>
            <path class="cone" d=sight.and_then(|s| s.cone).map(|c| path(&c))></path>
            <path class="ray" d=sight.and_then(|s| s.ray).map(|r| path(&r))></path>
            <path class="stop" d=sight.and_then(|s| s.stop).map(|s| path(&s))></path>
            <path class="off" d=sight.as_ref().and_then(|s| chevron(&s.mark))></path>
            <use class="eye" href=format!("#s-{}", slot + 1) x="-8" y="-8" width="16" height="16" transform=mark></use>
            <g class="via" transform=relay.map(|at| size.put(at)) hidden=relay.is_none()>
                <path class="relay" d=format!("M0-{d}l{d} {d}-{d} {d}-{d}-{d}z")></path>
                <text class="relay-n" y="4"></text>
            </g>
        </g>
    }
}

/// The event's ring.
fn goal(look: &Look, aim: Option<Mark>) -> impl IntoView + use<> {
    view! {
        <g class="goal" hidden=aim.is_none()>
            <path class="off" d=aim.and_then(|aim| aim.off).map(|points| path(&points))></path>
            <g transform=aim.map(|aim| look.size.put(aim.at))>
                <circle class="aim" r=RING.to_string()></circle>
                <circle class="aim-dot" r="3.5"></circle>
            </g>
        </g>
    }
}

/// A mark and a name for each place of the map.
fn places(plane: &Map, look: &Look, scene: &Scene) -> impl IntoView + use<> {
    let places = plane.places.iter().zip(&scene.places);
    let marks: Vec<_> = places
        .map(|(place, shown)| dot(place, look.size, shown.dot))
        .collect();
    let seats: Vec<_> = index().actors.iter().filter_map(|a| a.seat).collect();
    let labels = plane.places.iter().zip(&scene.places).enumerate();
    let labels: Vec<_> = labels
        .map(|(i, (place, shown))| {
            let class = if seats.contains(&(i as u16)) {
                "lab cap"
            } else {
                "lab"
            };
            place_label(class, place.place, look.size, shown.label)
        })
        .collect();
    (marks, labels)
}

pub(super) fn dot(place: &MapPlace, size: Size, at: Option<Point>) -> AnyView {
    let class = if place.is_rival() { "dot rival" } else { "dot" };
    view! {
        <g class=class hidden=at.is_none() transform=at.map(|at| size.put(at))>
            <circle r="8"></circle>
            <circle r="2.5"></circle>
        </g>
    }
    .into_any()
}

/// A name, or rival names one under the other, of which the style shows those of the perspective.
pub(super) fn place_label(
    class: &'static str,
    place: PlaceIx,
    size: Size,
    placed: Option<Placed>,
) -> AnyView {
    let place = &text().places[place as usize];
    let main: Vec<_> = place
        .names
        .iter()
        .filter(|(a, _)| usize::from(*a) < index().main)
        .collect();
    let anchor = placed.map(|p| p.side.anchor());
    let put = placed.map(|p| p.put(size, !main.is_empty()));
    if main.is_empty() {
        return view! {
            <text class=class hidden=placed.is_none() text-anchor=anchor transform=put>{place.name}</text>
        }
        .into_any();
    }
    let slots: Vec<_> = main.iter().map(|(a, _)| SLOTS[*a as usize]).collect();
    let words: Vec<_> = main.iter().map(|(_, name)| *name).collect();
    let words = words.join(" / ");
    let names = main.iter().map(|(a, name)| {
        view! { <tspan class=format!("n a{}", a + 1) x="0" dy="1.2em">{*name}</tspan> }
    });
    view! {
        <text class=format!("{class} pl") data-n=slots.join(" ") data-name=words hidden=placed.is_none() text-anchor=anchor transform=put>
            {names.collect_view()}
        </text>
    }
    .into_any()
}

/// Names of countries, seas and routes, in the order of the index.
fn names(drawn: &'static MapText, scene: &Scene) -> impl IntoView + use<> {
    let plane = index().map.as_ref();
    let roles = plane.map_or(&[][..], |plane| plane.names);
    let names: Vec<_> = words_of(drawn)
        .zip(roles)
        .zip(&scene.names)
        .map(|(((words, known), name), placed)| {
            name_label(words, known, name.role, Size::WRITTEN, *placed)
        })
        .collect();
    names
}

/// Each name with the day from which on it is known.
pub(super) fn words_of(
    drawn: &'static MapText,
) -> impl Iterator<Item = (&'static str, Option<String>)> {
    let countries = drawn.countries.iter().map(|c| c.name);
    let seas = drawn.seas.iter().map(|s| s.name);
    let named = countries.chain(seas).map(|name| (name, None));
    let routes = drawn.routes.iter();
    named.chain(routes.map(|r| (r.label, known::from(r.statement.known, known::PAGE))))
}

pub(super) fn name_label(
    words: &'static str,
    known: Option<String>,
    role: NameRole,
    size: Size,
    placed: Option<Placed>,
) -> AnyView {
    let class = match role {
        NameRole::Country => "lab country",
        NameRole::OtherCountry => "lab country other",
        NameRole::Sea => "lab sea",
        NameRole::Route => "lab way",
    };
    let put = placed.map(|p| p.put(size, false));
    view! {
        <text class=class data-k=known hidden=placed.is_none() text-anchor=placed.map(|p| p.side.anchor()) transform=put>{words}</text>
    }
    .into_any()
}

/// The closer look in a corner.
pub(super) fn inset(plane: &Map, look: &Look, scene: &Scene) -> impl IntoView + use<> {
    let inset = scene.inset.as_ref();
    let seen = map::inset_view(plane);
    let [x, y, w, h] = inset.map_or_else(Default::default, |i| i.room.sides().map(|(_, v)| v));
    let frame = inset.map(|i| i.room.path());
    let whence = inset.map(|i| i.whence.path());
    let labels: Vec<_> = plane
        .places
        .iter()
        .enumerate()
        .filter(|(_, place)| seen.holds(place.at))
        .map(|(i, place)| {
            let placed = inset.and_then(|inset| inset.labels[i]);
            place_label("lab", place.place, look.size, placed)
        })
        .collect();
    view! {
        <g class="inset" hidden=inset.is_none()>
            <path class="whence" d=whence></path>
            <path class="sea-ground" d=frame.clone()></path>
            <svg x=x y=y width=w height=h viewBox=seen.view_box()><use href="#land"></use></svg>
            <path class="frame" d=frame></path>
            {labels}
        </g>
    }
}

fn caption(
    drawn: &'static MapText,
    look: &Look,
    drawers: &[u8],
    view: String,
) -> impl IntoView + use<> {
    let views = drawn.views.join("|");
    let routes = drawn.routes.iter().map(|r| {
        view! {
            <span class="way-say" data-e=r.event.to_string() data-k=known::from(r.statement.known, known::PAGE) hidden>
                {r.label} ": " {labels::sketch()} " " {cites(r.statement.cites)}
            </span>
        }
    });
    let buttons = [
        ("zoom-in", labels::zoom_in(), "M8 2v12M2 8h12"),
        ("zoom-out", labels::zoom_out(), "M2 8h12"),
        (
            "zoom-reset",
            labels::zoom_reset(),
            "M3 8a5 5 0 1 0 2-4M3 2v3h3",
        ),
    ];
    let buttons = buttons.map(|(deed, name, d)| {
        view! {
            <button type="button" data-do=deed aria-label=name title=name>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d=d></path></svg>
            </button>
        }
    });
    view! {
        <figcaption>
            <p>
                <b data-views=views>{view}</b>
                <span class="bord">{map::borders(index(), look.perspective, drawers)}</span>
                {routes.collect_view()}
                <span><a href="#map-how">{labels::map_drawn()}</a></span>
            </p>
            <div class="zoom">{buttons.into_iter().collect_view()}</div>
        </figcaption>
    }
}

/// How the map is drawn, with what its lines rest on: beside the sources.
pub fn how() -> Option<AnyView> {
    let drawn = text().map.as_ref()?;
    let lines = drawn.borders.iter().map(|b| &b.statement);
    let routes = drawn.routes.iter().map(|r| &r.statement);
    let notes = drawn
        .disputed
        .iter()
        .map(|d| &text().places[d.place as usize]);
    let view = view! {
        <section class="map-how" id="map-how" aria-labelledby="map-how-h">
            <h3 id="map-how-h">{labels::map_drawn()}</h3>
            <p>{labels::map_drawn_how()}</p>
            {lines.chain(routes).map(|s| view! {
                <p data-k=known::from(s.known, known::PAGE)>{statement(s, s.known)}</p>
            }).collect_view()}
            {notes.filter(|p| !p.note.is_empty()).map(|p| view! {
                <p data-k=known::hindsight()>{inline(p.note)}</p>
            }).collect_view()}
        </section>
    };
    Some(view.into_any())
}
