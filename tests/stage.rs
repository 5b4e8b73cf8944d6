//! The stage: no name over another, every line with an end, true bearings, a map that lies still.

use std::sync::LazyLock;

use fixtures::index;
use proptest::prelude::*;
use sightlines::domain::perspective::Perspective;
use sightlines::domain::projection::Projection;
use sightlines::domain::stage::{
    Area, Camera, Insets, Key, Look, Picture, Pt, Scale, Target, Words, finale, natural_view,
    picture,
};
use sightlines::story::model::{EventIx, MAP_WIDTH, MAX_MAIN, Map, Point, Voice};

const fn insets(top: f32, right: f32, bottom: f32, left: f32) -> Insets {
    Insets {
        top,
        right,
        bottom,
        left,
    }
}

const WIDE: Insets = insets(60.0, 30.0, 318.0, 30.0);
const SMALL: Insets = insets(22.0, 14.0, 10.0, 14.0);

/// The stage at 1280x800, 1920x1080, 1024x768, 820x1180, 390x844, 360x640 and 844x390, at 1440x900,
/// in the frames of other sites, and at the ends of what is possible.
const SIZES: [((f32, f32), Insets); 13] = [
    ((824.0, 740.0), WIDE),
    ((1408.0, 1020.0), insets(60.0, 30.0, 330.0, 30.0)),
    ((624.0, 708.0), insets(60.0, 30.0, 304.0, 30.0)),
    ((820.0, 496.0), insets(44.0, 30.0, 24.0, 30.0)),
    ((390.0, 330.0), SMALL),
    ((360.0, 250.0), SMALL),
    ((460.0, 330.0), SMALL),
    ((984.0, 840.0), insets(60.0, 30.0, 330.0, 30.0)),
    ((360.0, 300.0), SMALL),
    ((340.0, 340.0), SMALL),
    ((320.0, 200.0), SMALL),
    ((1500.0, 580.0), insets(44.0, 30.0, 24.0, 30.0)),
    ((600.0, 1000.0), insets(60.0, 30.0, 330.0, 30.0)),
];

fn map() -> &'static Map {
    index().map.as_ref().expect("the bundled story has a map")
}

fn look(event: EventIx, size: ((f32, f32), Insets), perspective: Perspective) -> Look {
    let index = index();
    let of = &index.events[event as usize];
    let part = (0..index.main).filter(|slot| of.voices[*slot] != Voice::Uninvolved);
    let seats = part.filter_map(|slot| index.actors[slot].seat);
    Look {
        size: size.0,
        free: size.1,
        view: natural_view(map(), of.place, seats),
        event: Some(event),
        perspective,
        voices: of.voices,
        // The longest short name there can be, and others as they are.
        words: Words {
            target: 1400,
            half: 800,
            note: if size.0.0 < 560.0 { 0 } else { 900 },
            via: [800; MAX_MAIN],
            silent: 600,
            capital: [0; MAX_MAIN],
        },
    }
}

/// Every event from every side at every size, in its own view; and from some sides in all others.
#[test]
fn for_every_event_in_every_perspective_at_every_size() {
    let mut count = Count::default();
    for event in 0..index().events.len() as EventIx {
        for size in SIZES {
            let own = look(event, size, Perspective::NEUTRAL);
            for view in 0..map().views.len() as u8 {
                let neutral = Look { view, ..own };
                let first = draw(&neutral);
                for bits in 0..1 << index().main {
                    if view != own.view && bits % 15 != 0 {
                        continue;
                    }
                    let perspective = Perspective::from_bits(bits);
                    let look = Look {
                        perspective,
                        ..neutral
                    };
                    let picture = draw(&look);
                    no_name_covers_another_or_a_mark_or_the_end_of_a_line(&look, &picture);
                    every_line_has_an_end_and_everything_is_in_the_frame(&look, &picture);
                    what_is_the_same_in_every_perspective_stays(&look, &first, &picture);
                    a_ring_stands_only_where_the_event_was(&look, &picture);
                    if bits == 0 {
                        marks_at_the_rim_lie_where_the_great_circle_leads(
                            &look, &picture, &mut count,
                        );
                    }
                    if view == own.view {
                        capitals_have_their_names(&look, &picture, &mut count);
                    }
                }
            }
        }
    }
    assert!(count.far > 100);
    // Two capitals in one corner of a phone have no room for both names.
    assert!(count.nameless * 100 < count.named, "{count:?}");
}

#[derive(Debug, Default)]
struct Count {
    /// Marks at the rim.
    far: usize,
    /// Capitals on phones.
    named: usize,
    nameless: usize,
}

fn draw(look: &Look) -> Picture {
    picture(index(), look).expect("there is a map")
}

fn told(look: &Look) -> String {
    let index = index();
    let event = look
        .event
        .map_or("", |event| index.events[event as usize].id);
    let view = map().views[look.view as usize].id;
    format!(
        "{event} in {view} at {:?} for {:?}",
        look.size,
        look.perspective.bits()
    )
}

fn square(at: Pt, reach: f32) -> Area {
    Area::around(at, reach * 2.0, reach * 2.0)
}

fn no_name_covers_another_or_a_mark_or_the_end_of_a_line(look: &Look, picture: &Picture) {
    let mut marks: Vec<Area> = Vec::new();
    marks.extend(picture.target.map(|target| target.room()));
    marks.extend(picture.outside.map(|mark| square(mark.at, 3.0)));
    for sight in picture.sights.iter().flatten() {
        marks.push(square(sight.mark.at, 8.0));
        let Some(line) = sight.line else { continue };
        marks.push(square(line.to, 3.0));
        marks.extend(line.relay.map(|(at, reach)| square(at, reach)));
        marks.extend(line.stop.into_iter().flatten().map(|at| square(at, 1.0)));
    }
    let (w, h) = look.size;
    let free = look.free;
    let bottom = if free.bottom > 64.0 { free.bottom } else { 0.0 };
    let frame = Area {
        x: 0.0,
        y: 0.0,
        w,
        h: h - bottom,
    };
    for (i, label) in picture.labels.iter().enumerate() {
        let tell = || format!("{:?} {}", label.key, told(look));
        assert!(frame.covers(&label.room), "{}", tell());
        let mark = marks.iter().find(|mark| mark.meets(&label.room));
        assert!(mark.is_none(), "{} {mark:?} {:?}", tell(), label.room);
        let mut others = picture.labels[..i].iter();
        let other = others.find(|other| other.room.meets(&label.room));
        assert!(other.is_none(), "{} {:?}", tell(), other.map(|o| o.key));
    }
}

fn every_line_has_an_end_and_everything_is_in_the_frame(look: &Look, picture: &Picture) {
    let (w, h) = look.size;
    let frame = Area {
        x: 0.0,
        y: 0.0,
        w,
        h,
    };
    let target = picture.target.expect("there is an event");
    assert!(frame.covers(&target.room()), "{}", told(look));
    for (slot, heard) in look.voices.iter().enumerate().take(index().main) {
        let tell = || format!("{slot} {heard:?} {}", told(look));
        let sight = picture.sights[slot];
        let line = sight.and_then(|sight| sight.line);
        assert_eq!(line.is_some(), *heard != Voice::Uninvolved, "{}", tell());
        let Some((sight, line)) = sight.zip(line) else {
            continue;
        };
        assert!(frame.holds(sight.mark.at), "{}", tell());
        if let Some(far) = sight.mark.far {
            assert!(frame.holds(far.shaft[1]), "{}", tell());
        }
        let long = (line.to - line.from).length();
        let arrives = target.room().grown(3.0).holds(line.to);
        match heard {
            Voice::Direct => {
                assert!(line.head.is_some() && line.relay.is_none() && line.stop.is_none());
                assert!(arrives && long > 8.0, "{} {long}", tell());
            }
            Voice::Reported => {
                let (_, reach) = line.relay.expect("it passes through somebody");
                assert!(line.head.is_none() && line.stop.is_none());
                assert!(arrives && long >= reach * 2.0, "{} {long}", tell());
                assert!(reach >= 6.0, "{} {reach}", tell());
            }
            _ => {
                assert!(line.stop.is_some() && line.head.is_none() && line.relay.is_none());
                assert!(!arrives && long > 8.0, "{} {long}", tell());
            }
        }
    }
}

fn what_is_the_same_in_every_perspective_stays(look: &Look, first: &Picture, picture: &Picture) {
    assert_eq!(first.camera, picture.camera);
    assert_eq!(first.target, picture.target);
    let lasting = |picture: &Picture| {
        let labels = picture.labels.iter();
        let of = labels.filter(|label| matches!(label.key, Key::Target | Key::Capital(_)));
        of.map(|label| (label.key, label.at)).collect::<Vec<_>>()
    };
    assert_eq!(lasting(first), lasting(picture), "{}", told(look));
}

fn capitals_have_their_names(look: &Look, picture: &Picture, count: &mut Count) {
    for (slot, sight) in picture.sights.iter().enumerate() {
        let key = Key::Capital(slot as u8);
        let is_named = picture.labels.iter().any(|label| label.key == key);
        let is_part = sight.is_some_and(|sight| sight.line.is_some());
        let is_small = picture.scale == Scale::Small;
        assert!(is_named || !is_part || is_small, "{slot} {}", told(look));
        // The smallest has room for some of them.
        if is_part && is_small && look.size.0 > 330.0 {
            count.named += usize::from(is_named);
            count.nameless += usize::from(!is_named);
        }
    }
}

/// At any shape of the frame and with any cards, for every view; against the land as it is drawn.
#[test]
fn no_frame_sees_the_land_end() {
    let json = std::fs::read_to_string("public/land.json").expect("it can be read");
    let land: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let across = number(&source()["map"]["views"][0]["across"]);
    for layer in land["layers"].as_array().expect("a list") {
        // To units of the map.
        let scale = f64::from(MAP_WIDTH) / across / number(&layer["units_per_km"]);
        let [x, y, w, h] = [0, 1, 2, 3].map(|i| (number(&layer["box"][i]) * scale) as f32);
        let land = Area { x, y, w, h };
        for view in map().views {
            for aspect in 6..=26 {
                for width in [320.0, 560.0, 820.0, 1100.0, 1500.0] {
                    let size = (width, width * 10.0 / aspect as f32);
                    for (_, free) in SIZES {
                        let Camera { x, y, scale } = Camera::new(view, size, free);
                        for (px, py) in [(0.0, 0.0), size] {
                            let corner = Pt::new((px - x) / scale, (py - y) / scale);
                            assert!(land.holds(corner), "{} {size:?} {free:?}", view.id);
                        }
                    }
                }
            }
        }
    }
}

/// The story as its author wrote it.
fn source() -> &'static serde_json::Value {
    static STORY: LazyLock<serde_json::Value> = LazyLock::new(|| {
        let json = std::fs::read_to_string("public/story.json").expect("it can be read");
        serde_json::from_str(&json).expect("it is JSON")
    });
    &STORY
}

fn number(value: &serde_json::Value) -> f64 {
    value.as_f64().expect("a number")
}

/// The bearings again, by angles and without the prepared vectors.
fn marks_at_the_rim_lie_where_the_great_circle_leads(
    look: &Look,
    picture: &Picture,
    count: &mut Count,
) {
    let Some(Target::Ring { at, .. }) = picture.target else {
        return;
    };
    let plane = &source()["map"]["projection"];
    let parallels = [0, 1].map(|i| number(&plane["parallels"][i]));
    let projection = Projection::new(number(&plane["meridian"]), parallels);
    let place = |ix: u16| {
        let place = &source()["places"]
            [map().places[ix as usize].place.expect("one of the story's") as usize];
        (number(&place["lon"]), number(&place["lat"]))
    };
    let event = index().events[look.event.expect("there is one") as usize];
    let (lon, lat) = place(event.place.expect("a ring stands at a place"));
    for (slot, sight) in picture.sights.iter().enumerate() {
        let Some((at_rim, far)) = sight.and_then(|s| Some((s.mark.at, s.mark.far?))) else {
            continue;
        };
        let seat = index().actors[slot].seat.expect("it is marked");
        let (bearing, km) = bearing((lon, lat), place(seat));
        let step = 0.05;
        let there = (
            lon + step * bearing.sin() / lat.to_radians().cos(),
            lat + step * bearing.cos(),
        );
        let from = projection.project(lon, lat);
        let to = projection.project(there.0, there.1);
        let way = Pt::new((to.0 - from.0) as f32, (to.1 - from.1) as f32).unit();
        let arrow = (far.shaft[1] - far.shaft[0]).unit();
        assert!((way - arrow).length() < 0.01, "{slot} {}", told(look));
        assert!((f64::from(far.km) - km).abs() <= 51.0, "{} {km}", far.km);
        // It stands in that direction, unless it gave way to another.
        let seen = at_rim - at;
        let is_near = seen.length() < 120.0;
        assert!(
            is_near || (seen.unit() - way).length() < 0.35,
            "{slot} {}",
            told(look)
        );
        count.far += 1;
    }
}

/// Radians east of north, and kilometres.
fn bearing(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let [(a, b), (c, d)] = [from, to].map(|(lon, lat)| (lon.to_radians(), lat.to_radians()));
    let (x, y) = (
        (c - a).sin() * d.cos(),
        b.cos() * d.sin() - b.sin() * d.cos() * (c - a).cos(),
    );
    let angle = b.sin() * d.sin() + b.cos() * d.cos() * (c - a).cos();
    (x.atan2(y), angle.acos() * 6371.0)
}

#[test]
fn without_an_event_there_is_no_line_and_no_target() {
    for size in SIZES {
        let look = Look {
            event: None,
            voices: [Voice::Uninvolved; MAX_MAIN],
            ..look(0, size, Perspective::NEUTRAL)
        };
        let picture = picture(index(), &look).unwrap();
        assert_eq!(picture.target, None);
        assert!(picture.sights.iter().flatten().all(|s| s.line.is_none()));
    }
}

fn a_ring_stands_only_where_the_event_was(look: &Look, picture: &Picture) {
    let place = index().events[look.event.unwrap() as usize].place;
    if let Some(Target::Ring { at, .. }) = picture.target {
        let place = map().places[place.expect("it has a place") as usize].at;
        let Point { x, y } = place;
        let there = Pt::new(
            picture.camera.x + x as f32 / 10.0 * picture.camera.scale,
            picture.camera.y + y as f32 / 10.0 * picture.camera.scale,
        );
        assert!((at - there).length() < 0.1);
    }
}

#[test]
fn the_finale_counts_every_voice_once() {
    let index = index();
    let view = map()
        .views
        .iter()
        .position(|view| view.id == "whole")
        .unwrap_or(0);
    for size in SIZES {
        let look = Look {
            view: view as u8,
            event: None,
            ..look(0, size, Perspective::NEUTRAL)
        };
        let voices = |event: EventIx| Some(index.events[event as usize].voices);
        let all = finale(index, &look, &voices).expect("there is a map");
        let (w, h) = size.0;
        let frame = Area {
            x: 0.0,
            y: 0.0,
            w,
            h,
        };
        assert!(frame.covers(&all.block), "{size:?}");
        assert_eq!(all.dots.len(), index.events.len());
        for dot in &all.dots {
            let placeless = index.events[dot.event as usize].place.is_none();
            assert_eq!(dot.is_matter, placeless);
            assert!(frame.holds(dot.at));
            assert!(!dot.is_matter || all.block.holds(dot.at));
        }
        let told: usize = (0..index.events.len() as u16)
            .flat_map(|event| voices(event).unwrap())
            .filter(|heard| *heard != Voice::Uninvolved)
            .count();
        assert_eq!(all.lines.len(), told);
        for line in &all.lines {
            let long = (line.to - line.from).length();
            assert!(long > 12.0, "{line:?} {size:?}");
            assert_eq!(line.stop.is_some(), line.voice == Voice::Silent);
            assert_eq!(line.relay.is_some(), line.voice == Voice::Reported);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn at_any_size_with_any_words_nothing_covers_anything(
        event in 0..index().events.len() as EventIx,
        bits in 0u8..16,
        view in 0..map().views.len() as u8,
        width in 320f32..1500.0,
        aspect in 0.6f32..2.6,
        cards in 0f32..0.43,
        voices in proptest::array::uniform6(0u8..4),
        target in 200u16..1400,
        note in prop_oneof![Just(0u16), 300u16..1200],
        capital in prop_oneof![Just(0u16), 300u16..1000],
    ) {
        let size = (width, (width / aspect).max(200.0));
        let free = insets(40.0, 30.0, size.1 * cards, 30.0);
        let own = look(event, (size, free), Perspective::from_bits(bits));
        let heard = [Voice::Direct, Voice::Reported, Voice::Silent, Voice::Uninvolved];
        let look = Look {
            view,
            voices: voices.map(|voice| heard[voice as usize]),
            words: Words {
                target,
                note,
                half: target / 2 + 60,
                capital: [capital; MAX_MAIN],
                ..own.words
            },
            ..own
        };
        let picture = draw(&look);
        no_name_covers_another_or_a_mark_or_the_end_of_a_line(&look, &picture);
        a_ring_stands_only_where_the_event_was(&look, &picture);
        // The same again.
        prop_assert_eq!(picture, draw(&look));
    }
}
