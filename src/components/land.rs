//! The land under a map: drawn in the plane's own units and moved by the camera, so that the page
//! holds it once and every other map copies it with `<use>`.

use leptos::prelude::*;

use crate::story::model::{LandPath, Layer, MapText};
use crate::story::text;
use crate::words::slot_mark;

/// The land of the stage. The camera is set as custom properties by what stands around it.
#[component]
pub fn Land() -> impl IntoView {
    text().map.as_ref().map(|map| {
        view! {
            <svg class="land-map" aria-hidden="true">
                <Hatches/>
                <g class="world"><g id="land">{drawing(map)}</g></g>
            </svg>
        }
    })
}

/// Land, the lines that sides draw as borders, and the routes of events.
fn drawing(map: &'static MapText) -> AnyView {
    let layers = map.layers.iter().enumerate();
    let layers = layers.map(|(i, of)| layer(map, of, i > 0)).collect_view();
    let routes = map.routes.iter().map(|route| {
        view! { <path class="route" data-e=route.event.to_string() d=route.d></path> }
    });
    let borders = map.borders.iter().map(|border| {
        view! { <path class="border" data-a=slot_mark(border.actor as usize) d=border.d></path> }
    });
    (layers, routes.collect_view(), borders.collect_view()).into_any()
}

/// One layer of the land; all but the first show finer lines, for a closer look.
fn layer(map: &'static MapText, of: &'static Layer, is_fine: bool) -> AnyView {
    let class = if is_fine { "layer near" } else { "layer" };
    let land = of.land.iter().map(|path| country(map, path));
    view! {
        <g class=class transform=format!("scale({:.6})", of.scale)>
            <path class="graticule" d=of.graticule></path>
            {land.collect_view()}
        </g>
    }
    .into_any()
}

fn country(map: &'static MapText, path: &'static LandPath) -> AnyView {
    let disputed = path.disputed;
    let disputed = disputed.and_then(|place| map.disputed.iter().position(|d| d.place == place));
    match disputed {
        Some(i) => view! { <path class="land" fill=format!("url(#disputed-{i})") d=path.d></path> }
            .into_any(),
        None => {
            let actor = path.actor.map(|actor| slot_mark(actor as usize));
            view! { <path class="land" data-a=actor d=path.d></path> }.into_any()
        }
    }
}

/// The stripes of disputed land: neutral, or the tints of those claimants who are switched on. Each
/// tint is a custom property that exists only while its actor is on.
#[component]
fn Hatches() -> impl IntoView {
    let disputed = text().map.iter().flat_map(|map| map.disputed);
    let hatches = disputed.enumerate().map(|(i, disputed)| {
        let tint = |slots: &mut dyn Iterator<Item = &u8>, last: &str| {
            let slots: Vec<_> = slots.collect();
            slots.iter().rev().fold(last.to_owned(), |inner, slot| {
                format!("var(--on{},{inner})", *slot + 1)
            })
        };
        let ground = tint(&mut disputed.claimants.iter(), "var(--land)");
        let stripe = tint(&mut disputed.claimants.iter().rev(), "var(--coast)");
        view! {
            <pattern id=format!("disputed-{i}") width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0h6v6H0z" fill=ground></path>
                <path d="M0 0h2.5v6H0z" fill=stripe></path>
            </pattern>
        }
    });
    view! { <defs>{hatches.collect_view()}</defs> }
}
