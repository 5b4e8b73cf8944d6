//! The map: follows the choice, as the scene that `domain::map` works out. What the scene has in
//! common with the one before is not touched.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

use super::bind::{attribute, text, truth, watch};
use super::{dom, known};
use crate::domain::map::{self, Look, Placed, Scene, Size, Zoom};
use crate::domain::relations::path;
use crate::state::Reader;
use crate::story::index;
use crate::story::model::{EventIx, Point};

pub fn keep(r: Reader) {
    let Some(figure) = dom::all("#stage .map").pop() else {
        return;
    };
    let Some(drawing) = dom::first_in(&figure, "svg") else {
        return;
    };
    measure(r, &drawing);
    keep_words(r, &drawing);
    keep_zoom(r);
    attribute(figure.clone(), "data-size", move || {
        Some(r.map_size.get().mark().to_owned())
    });
    let before: RefCell<Option<(Size, Scene)>> = RefCell::new(None);
    watch(move || {
        let look = look(r);
        let Some(scene) = map::scene(index(), look) else {
            return;
        };
        let mut before = before.borrow_mut();
        // Of another size nothing is the same.
        let same = before.as_ref().filter(|(size, _)| *size == look.size);
        draw(&figure, &drawing, look.size, same.map(|(_, s)| s), &scene);
        *before = Some((look.size, scene));
    });
}

fn look(r: Reader) -> Look {
    let step = r.step.get();
    Look {
        step,
        event: r.event.get(),
        perspective: r.perspective.get(),
        horizon: r.horizon.get(),
        zoom: r.zoom.get().at(step),
        size: r.map_size.get(),
    }
}

/// Keeps the size of the letters in step with that of the drawing.
fn measure(r: Reader, drawing: &Element) {
    let measured = drawing.clone();
    dom::on_resize(drawing, move || {
        let area = measured.get_bounding_client_rect();
        let (width, height) = (area.width() as i32, area.height() as i32);
        // A folded stage has no size: the last one is as good as any.
        if width > 0 {
            r.map_size.set(Size::of(width, height));
        }
    });
}

fn keep_zoom(r: Reader) {
    for (deed, by) in [("zoom-in", 1), ("zoom-out", -1), ("zoom-reset", 0)] {
        for button in dom::doing(deed) {
            truth(button, "aria-disabled", move || {
                let now = look(r);
                let zoom = if by == 0 { 0 } else { now.zoom + by };
                map::camera(index(), &now) == map::camera(index(), &Look { zoom, ..now })
            });
        }
    }
}

/// One step closer, further away, or back to the passage's own view.
pub fn zoom(r: Reader, by: i8) {
    let step = r.peek().step;
    let by = if by == 0 {
        0
    } else {
        r.zoom.peek().at(step) + by
    };
    r.zoom.set(Zoom { step, by });
}

/// The alternative and the caption.
fn keep_words(r: Reader, drawing: &Element) {
    let drawers = || {
        let lines = dom::all("#stage .map .m-claim");
        lines.iter().filter_map(dom::slot).collect::<Vec<u8>>()
    };
    for words in dom::all("#stage .map .bord") {
        text(words, move || {
            map::borders(index(), r.perspective.get(), &drawers())
        });
    }
    for name in dom::all("#stage .map [data-views]") {
        let names = name.get_attribute("data-views").unwrap_or_default();
        text(name, move || view_name(&names, r));
    }
    attribute(drawing.clone(), "aria-label", move || {
        let look = look(r);
        let scene = map::scene(index(), look)?;
        Some(map::alternative(
            index(),
            &look,
            &scene,
            &drawers(),
            &told(r, &look),
        ))
    });
}

fn view_name(names: &str, r: Reader) -> String {
    let view = map::view(index(), r.step.get());
    names
        .split('|')
        .nth(view.into())
        .unwrap_or_default()
        .to_owned()
}

fn told(r: Reader, look: &Look) -> map::Told {
    let names = dom::all("#stage .map [data-views]").pop();
    let names = names.and_then(|n| n.get_attribute("data-views"));
    let place = look.event.and_then(|e| index().events[e as usize].place);
    let labels = dom::all("#stage .map .over .lab");
    let place = place.and_then(|place| labels.get(place as usize));
    let names_of_ways = dom::all("#stage .map .way").into_iter();
    let mut ways = dom::all("#stage .map .m-route")
        .into_iter()
        .zip(names_of_ways);
    let way = ways.find(|(way, _)| event_of(way) == look.event && !known::is_later(way));
    map::Told {
        view: view_name(&names.unwrap_or_default(), r),
        place: place.map(|label| shown_names(label, look)),
        route: way.and_then(|(_, name)| name.text_content()),
    }
}

/// The event for which something is drawn.
fn event_of(element: &Element) -> Option<EventIx> {
    element.get_attribute("data-e")?.parse().ok()
}

/// A label's text, as far as the style shows it.
fn shown_names(label: &Element, look: &Look) -> String {
    let mut out = String::new();
    for slot in look.perspective.iter() {
        let mut own = String::from(".a");
        own.push((b'1' + slot) as char);
        if let Some(name) = dom::first_in(label, &own).and_then(|n| n.text_content()) {
            if !out.is_empty() {
                out.push_str(" / ");
            }
            out.push_str(&name);
        }
    }
    match out.is_empty() {
        true => label
            .get_attribute("data-name")
            .or(label.text_content())
            .unwrap_or_default(),
        false => out,
    }
}

fn draw(figure: &Element, drawing: &Element, size: Size, old: Option<&Scene>, now: &Scene) {
    if old.map(|s| s.camera) != Some(now.camera) {
        fly(figure, drawing, size, now, old.is_some());
    }
    for (slot, group) in dom::all("#stage .map .sight").iter().enumerate() {
        let sight = &now.sights[slot];
        if old.is_some_and(|old| old.sights[slot] == *sight) {
            continue;
        }
        show(group, sight.is_some());
        let Some(sight) = sight else { continue };
        set_path(group, ".cone", sight.cone.as_ref().map(|p| &p[..]));
        set_path(group, ".ray", sight.ray.as_ref().map(|p| &p[..]));
        set_path(group, ".stop", sight.stop.as_ref().map(|p| &p[..]));
        set_path(group, ".off", sight.mark.off.as_ref().map(|p| &p[..]));
        set_place(group, ".eye", Some(sight.mark.at), size);
        set_place(group, ".via", sight.relay, size);
    }
    if old.map(|s| s.aim) != Some(now.aim)
        && let Some(goal) = dom::first_in(figure, ".goal")
    {
        show(&goal, now.aim.is_some());
        let off = now.aim.and_then(|aim| aim.off);
        set_path(&goal, ".off", off.as_ref().map(|p| &p[..]));
        set_place(&goal, "g", now.aim.map(|aim| aim.at), size);
    }
    for (i, dot) in dom::all("#stage .map .dot").iter().enumerate() {
        let shown = now.places[i].dot;
        if old.is_none_or(|old| old.places[i].dot != shown) {
            put(dot, shown, size);
        }
    }
    let places = now.places.len();
    for (i, label) in dom::all("#stage .map .over .lab").iter().enumerate() {
        let of = |scene: &Scene| match i < places {
            true => scene.places[i].label,
            false => scene.names[i - places],
        };
        if old.is_none_or(|old| of(old) != of(now)) {
            set_label(label, of(now), size);
        }
    }
    draw_inset(figure, size, now);
    for crop in dom::all("#bar .crop") {
        dom::put(&crop, "viewBox", Some(&now.crop(size).view_box()));
    }
    for way in dom::all("#stage .map [data-e]") {
        let event = event_of(&way);
        show(&way, event.is_some() && event == now.event);
    }
}

/// Moves the camera; the style makes it a flight, and lets what stands on the land come after.
fn fly(figure: &Element, drawing: &Element, size: Size, now: &Scene, is_flight: bool) {
    dom::set(drawing, "viewBox", &size.frame().view_box());
    let closeness = index().map.as_ref().map(|map| now.closeness(map));
    dom::set_if(figure, "data-scale", closeness);
    for hatch in dom::all("#defs pattern[data-unit]") {
        let unit = hatch
            .get_attribute("data-unit")
            .and_then(|u| u.parse().ok());
        dom::set_if(
            &hatch,
            "patternTransform",
            unit.map(|unit| now.hatch(unit)).as_deref(),
        );
    }
    let transform = now.camera.transform("px");
    for world in dom::all_of(&["#stage .map .world", "#bar .crop .world"]) {
        if let Ok(world) = world.dyn_into::<SvgElement>() {
            let _ = world.style().set_property("transform", &transform);
        }
    }
    // Another word each time starts the animation anew.
    let last = figure.get_attribute("data-fly");
    let fly = if last.as_deref() == Some("a") {
        "b"
    } else {
        "a"
    };
    dom::set_if(figure, "data-fly", is_flight.then_some(fly));
}

fn draw_inset(figure: &Element, size: Size, now: &Scene) {
    let Some(group) = dom::first_in(figure, ".inset") else {
        return;
    };
    show(&group, now.inset.is_some());
    let (Some(inset), Some(plane)) = (&now.inset, index().map.as_ref()) else {
        return;
    };
    for (part, rect) in [
        (".whence", inset.whence),
        (".sea-ground", inset.room),
        (".frame", inset.room),
    ] {
        if let Some(outline) = dom::first_in(&group, part) {
            dom::set(&outline, "d", &rect.path());
        }
    }
    if let Some(frame) = dom::first_in(&group, "svg") {
        for (side, value) in inset.room.sides() {
            dom::set(&frame, side, &value);
        }
    }
    let seen = map::inset_view(plane);
    let mut labels = dom::all_in(&group, ".lab").into_iter();
    for (place, placed) in plane.places.iter().zip(&inset.labels) {
        if seen.holds(place.at)
            && let Some(label) = labels.next()
        {
            set_label(&label, *placed, size);
        }
    }
}

fn show(element: &Element, is_shown: bool) {
    dom::set_if(element, "hidden", (!is_shown).then_some(""));
}

/// Sets a mark where it stands, or hides it.
fn put(element: &Element, at: Option<Point>, size: Size) {
    show(element, at.is_some());
    if let Some(at) = at {
        dom::set(element, "transform", &size.put(at));
    }
}

fn set_place(group: &Element, part: &str, at: Option<Point>, size: Size) {
    if let Some(part) = dom::first_in(group, part) {
        put(&part, at, size);
    }
}

fn set_path(group: &Element, part: &str, points: Option<&[Point]>) {
    if let Some(part) = dom::first_in(group, part) {
        dom::set_if(&part, "d", points.map(path).as_deref());
    }
}

fn set_label(label: &Element, placed: Option<Placed>, size: Size) {
    show(label, placed.is_some());
    if let Some(placed) = placed {
        dom::set(label, "text-anchor", placed.side.anchor());
        dom::set(
            label,
            "transform",
            &placed.put(size, label.has_attribute("data-n")),
        );
    }
}
