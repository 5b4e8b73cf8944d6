//! The stage: no name over another, every line with an end, true bearings, a map that lies still.

use sightlines::domain::perspective::Perspective;
use sightlines::domain::projection::Projection;
use sightlines::domain::stage::{
    Area, Camera, Insets, Key, Look, Picture, Pt, Target, Words, drawn, natural_view, picture,
};
use sightlines::story::index;
use sightlines::story::model::{EventIx, Heard, Index, MAX_MAIN, Map, Point};

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
    let part = (0..index.main).filter(|slot| of.voices[*slot] != Heard::Uninvolved);
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

/// Every event from every side at every size, in its own view and in all others.
fn every_look(then: &mut dyn FnMut(&Look, &Picture)) {
    let index: &Index = index();
    for event in 0..index.events.len() as u16 {
        for size in SIZES {
            for bits in 0..1 << index.main {
                let own = look(event, size, Perspective::from_bits(bits));
                for view in 0..map().views.len() as u8 {
                    let is_tried = view == own.view || bits % 5 == 0;
                    if is_tried && map().inset != Some(view) {
                        let look = Look { view, ..own };
                        then(&look, &picture(index, &look).expect("there is a map"));
                    }
                }
            }
        }
    }
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

#[test]
fn no_name_covers_another_or_a_mark_or_the_end_of_a_line() {
    every_look(&mut |look, picture| {
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
    });
}

#[test]
fn every_line_has_an_end_and_everything_is_in_the_frame() {
    every_look(&mut |look, picture| {
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
            assert_eq!(line.is_some(), *heard != Heard::Uninvolved, "{}", tell());
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
                Heard::Direct => {
                    assert!(line.head.is_some() && line.relay.is_none() && line.stop.is_none());
                    assert!(arrives && long > 10.0, "{} {long}", tell());
                }
                Heard::Reported => {
                    let (_, reach) = line.relay.expect("it passes through somebody");
                    assert!(line.head.is_none() && line.stop.is_none());
                    assert!(arrives && long >= reach * 2.0, "{} {long}", tell());
                    assert!(reach >= 6.0, "{} {reach}", tell());
                }
                _ => {
                    assert!(line.stop.is_some() && line.head.is_none() && line.relay.is_none());
                    assert!(!arrives && long > 10.0, "{} {long}", tell());
                }
            }
        }
    });
}

#[test]
fn what_the_event_is_called_and_capitals_stay_where_they_are_in_every_perspective() {
    let mut before: Option<(Look, Picture)> = None;
    every_look(&mut |look, picture| {
        if let Some((other, last)) = &before
            && (other.event, other.view, other.size) == (look.event, look.view, look.size)
        {
            assert_eq!(last.camera, picture.camera);
            assert_eq!(last.target, picture.target);
            let lasting = |picture: &Picture| {
                let keys = picture.labels.iter();
                let of = keys.filter(|l| matches!(l.key, Key::Target | Key::Capital(_)));
                of.map(|l| (l.key, l.at)).collect::<Vec<_>>()
            };
            assert_eq!(lasting(last), lasting(picture), "{}", told(look));
        }
        before = Some((*look, picture.clone()));
    });
}

#[test]
fn capitals_always_have_their_names() {
    let mut nameless = Vec::new();
    every_look(&mut |look, picture| {
        for (slot, sight) in picture.sights.iter().enumerate() {
            let has = |key: Key| picture.labels.iter().any(|label| label.key == key);
            // The smallest has room for some of them.
            let is_part = sight.is_some_and(|s| s.line.is_some()) && look.size.0 > 330.0;
            if is_part && !has(Key::Capital(slot as u8)) {
                nameless.push((slot, told(look)));
            }
        }
    });
    if let Ok(p) = std::env::var("DUMP") {
        std::fs::write(
            p,
            nameless
                .iter()
                .map(|(s, t)| format!("{s} {t}\n"))
                .collect::<String>(),
        )
        .unwrap();
    }
    let few: Vec<_> = nameless.iter().take(5).collect();
    assert!(nameless.is_empty(), "{} {few:#?}", nameless.len());
}

#[test]
fn no_frame_sees_the_land_end() {
    for view in map().views {
        let drawn = drawn(view);
        for aspect in 6..=26 {
            for width in [320.0, 560.0, 820.0, 1100.0, 1500.0] {
                let size = (width, width * 10.0 / aspect as f32);
                for (_, free) in SIZES {
                    let camera = Camera::new(view, size, free);
                    let corner = |x: f32, y: f32| {
                        Pt::new((x - camera.x) / camera.scale, (y - camera.y) / camera.scale)
                    };
                    let slack = 0.01;
                    let (from, to) = (corner(0.0, 0.0), corner(size.0, size.1));
                    assert!(drawn.grown(slack).holds(from), "{} {size:?}", view.id);
                    assert!(drawn.grown(slack).holds(to), "{} {size:?}", view.id);
                }
            }
        }
    }
}

/// The bearings again, by angles and without the table.
#[test]
fn marks_at_the_rim_lie_where_the_great_circle_leads() {
    let story: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string("public/story.json").unwrap()).unwrap();
    let plane = &story["map"]["projection"];
    let number = |v: &serde_json::Value| v.as_f64().unwrap();
    let parallels = [
        number(&plane["parallels"][0]),
        number(&plane["parallels"][1]),
    ];
    let projection = Projection::new(number(&plane["meridian"]), parallels);
    let place = |ix: u16| {
        let place = &story["places"][map().places[ix as usize].place as usize];
        (number(&place["lon"]), number(&place["lat"]))
    };
    let mut checked = 0;
    every_look(&mut |look, picture| {
        let Some(Target::Ring { at, .. }) = picture.target else {
            return;
        };
        let event = index().events[look.event.unwrap() as usize];
        let (lon, lat) = place(event.place.unwrap());
        for (slot, sight) in picture.sights.iter().enumerate() {
            let Some(far) = sight.and_then(|sight| sight.mark.far) else {
                continue;
            };
            let seat = place(index().actors[slot].seat.unwrap());
            let (bearing, km) = bearing((lon, lat), seat);
            let step = 0.05;
            let there = (
                lon + step * bearing.sin() / lat.to_radians().cos(),
                lat + step * bearing.cos(),
            );
            let (from, to) = (
                projection.project(lon, lat),
                projection.project(there.0, there.1),
            );
            let way = Pt::new((to.0 - from.0) as f32, (to.1 - from.1) as f32).unit();
            let arrow = (far.shaft[1] - far.shaft[0]).unit();
            assert!((way - arrow).length() < 0.01, "{slot} {}", told(look));
            assert!((far.km as f64 - km).abs() <= 51.0, "{} {km}", far.km);
            // It stands in that direction, unless it gave way to another.
            let seen = sight.unwrap().mark.at - at;
            let is_near = seen.length() < 120.0;
            assert!(
                is_near || (seen.unit() - way).length() < 0.35,
                "{slot} {}",
                told(look)
            );
            checked += 1;
        }
    });
    assert!(checked > 100);
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
            voices: [Heard::Uninvolved; MAX_MAIN],
            ..look(0, size, Perspective::NEUTRAL)
        };
        let picture = picture(index(), &look).unwrap();
        assert_eq!(picture.target, None);
        assert!(picture.sights.iter().flatten().all(|s| s.line.is_none()));
    }
}

#[test]
fn a_ring_stands_only_where_the_event_was() {
    every_look(&mut |look, picture| {
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
    });
}
