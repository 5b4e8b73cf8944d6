//! The map: its camera, its lines of sight, and names that find room.

use fixtures::index;
use proptest::prelude::*;
use sightlines::domain::known;
use sightlines::domain::map::{
    Camera, Label, Letters, Look, Placed, Rect, Side, Size, place, scene,
};
use sightlines::domain::perspective::Perspective;
use sightlines::story::model::{Globe, Point, View};

const FRAME: Rect = Rect {
    x: 0,
    y: 0,
    w: 6600,
    h: 4200,
};

const NOWHERE: Globe = Globe {
    at: [0; 3],
    right: [0; 3],
    down: [0; 3],
};

const VIEWS: &[View] = &[
    View {
        id: "wide",
        x: -3300,
        y: -2100,
        w: 6600,
        h: 4200,
        sea: Point { x: 0, y: 0 },
        sea_globe: NOWHERE,
    },
    View {
        id: "close",
        x: 1000,
        y: -800,
        w: 660,
        h: 420,
        sea: Point { x: 1000, y: -800 },
        sea_globe: NOWHERE,
    },
];

fn point(x: i32, y: i32) -> Point {
    Point { x, y }
}

#[test]
fn a_view_fills_the_frame() {
    for (view, corner) in [(0, point(-3300, -2100)), (1, point(1000, -800))] {
        let camera = Camera::new(&VIEWS[view], FRAME);
        assert_eq!(camera.place(corner), point(0, 0));
        let View { w, h, .. } = VIEWS[view];
        assert_eq!(
            camera.place(point(corner.x + w, corner.y + h)),
            point(6600, 4200)
        );
    }
}

#[test]
fn a_taller_frame_shows_more_above_and_below() {
    let tall = Rect { h: 4800, ..FRAME };
    let camera = Camera::new(&VIEWS[0], tall);
    assert_eq!(camera.place(point(0, 0)), point(3300, 2400));
    assert_eq!((camera.shown.x, camera.shown.w), (-3300, 6600));
}

#[test]
fn a_flatter_frame_shows_more_at_the_sides() {
    let flat = Rect { h: 3600, ..FRAME };
    let camera = Camera::new(&VIEWS[0], flat);
    assert_eq!(camera.place(point(0, 0)), point(3300, 1800));
    assert_eq!((camera.shown.y, camera.shown.h), (-2100, 4200));
}

#[test]
fn closer_and_back_again_is_the_same_view() {
    let view = Camera::new(&VIEWS[1], FRAME);
    let about = point(1100, -700);
    assert_eq!(view.zoomed(0, about, VIEWS), view);
    // A tenth on the plane is a unit in this view.
    let near = |a: Point, b: Point| (a.x - b.x).abs() <= 10 && (a.y - b.y).abs() <= 10;
    let closer = view.zoomed(1, about, VIEWS);
    assert!(near(closer.place(about), view.place(about)));
    // No wider than the widest view, and not out of what the views show.
    let out = view.zoomed(-30, about, VIEWS);
    assert_eq!(out, Camera::new(&VIEWS[0], FRAME));
}

#[test]
fn closest_is_half_of_the_closest_view() {
    let camera = Camera::new(&VIEWS[0], FRAME).zoomed(100, point(0, 0), VIEWS);
    assert_eq!(camera.shown.w, 330);
    assert_eq!(camera.place(point(0, 0)), point(3300, 2100));
}

#[test]
fn letters_are_11_to_14_px_at_any_width() {
    for width in 280..700 {
        for height in (width * 42 / 100..width).step_by(10) {
            let size = Size::of(width, height);
            let frame = size.frame();
            // The drawing is as large as the element holds it.
            let unit =
                (f64::from(width) / f64::from(frame.w)).min(f64::from(height) / f64::from(frame.h));
            let letters = f64::from(size.em()) * unit;
            assert!(
                (11.0..=14.0).contains(&letters),
                "{letters} at {width} x {height}"
            );
        }
    }
}

/// A name of ten letters or so.
fn label(x: i32, y: i32, rank: u8) -> Label {
    Label {
        at: point(x, y),
        reach: 80,
        width: 600,
        lines: 1,
        rank,
    }
}

#[test]
fn a_name_stands_to_the_right_of_its_mark() {
    let found = place(&[label(3000, 2000, 0)], FRAME, 130, &mut Vec::new(), &[]);
    let placed = found[0].expect("there is room");
    assert_eq!(placed.side, Side::Start);
    assert!(placed.at.x > 3080 && placed.room.y < 2000 && placed.room.y + placed.room.h > 2000);
}

#[test]
fn at_the_right_edge_it_goes_to_the_left() {
    let found = place(&[label(6500, 2000, 0)], FRAME, 130, &mut Vec::new(), &[]);
    assert_eq!(found[0].map(|placed| placed.side), Some(Side::End));
}

#[test]
fn it_goes_out_of_a_lines_way() {
    let line = [point(3000, 2000), point(6600, 2000)];
    let found = place(
        &[label(3000, 2000, 0)],
        FRAME,
        130,
        &mut Vec::new(),
        &[line],
    );
    assert_eq!(found[0].map(|placed| placed.side), Some(Side::End));
}

#[test]
fn it_crosses_a_line_rather_than_go_missing() {
    let frame = Rect {
        x: 2900,
        y: 1900,
        w: 900,
        h: 200,
    };
    let line = [point(3000, 2000), point(6600, 2000)];
    let found = place(
        &[label(3000, 2000, 0)],
        frame,
        130,
        &mut Vec::new(),
        &[line],
    );
    assert_eq!(found[0].map(|placed| placed.side), Some(Side::Start));
}

#[test]
fn where_one_has_room_it_is_the_more_important() {
    let frame = Rect {
        x: 2900,
        y: 1900,
        w: 900,
        h: 200,
    };
    let both = [label(3000, 2000, 5), label(3000, 2000, 1)];
    let found = place(&both, frame, 130, &mut Vec::new(), &[]);
    assert_eq!(found[0], None);
    assert!(found[1].is_some());
}

fn any_label() -> impl Strategy<Value = Label> {
    (
        -500..7000,
        -500..5000,
        prop_oneof![Just(0), 30..200],
        100..2500,
        0..3,
        0u8..8,
    )
        .prop_map(|(x, y, reach, width, lines, rank)| Label {
            at: point(x, y),
            reach,
            width,
            lines,
            rank,
        })
}

fn any_rect() -> impl Strategy<Value = Rect> {
    (0..6000, 0..4000, 50..800, 50..800).prop_map(|(x, y, w, h)| Rect { x, y, w, h })
}

fn any_line() -> impl Strategy<Value = [Point; 2]> {
    (0..6600, 0..4200, 0..6600, 0..4200).prop_map(|(a, b, c, d)| [point(a, b), point(c, d)])
}

proptest! {
    #[test]
    fn shown_names_stay_in_the_frame_and_apart(
        labels in proptest::collection::vec(any_label(), 0..30),
        obstacles in proptest::collection::vec(any_rect(), 0..6),
        lines in proptest::collection::vec(any_line(), 0..5),
    ) {
        let mut taken = obstacles.clone();
        let found = place(&labels, FRAME, 130, &mut taken, &lines);
        prop_assert_eq!(found.len(), labels.len());
        let shown: Vec<&Placed> = found.iter().flatten().collect();
        for (i, a) in shown.iter().enumerate() {
            prop_assert!(FRAME.covers(&a.room));
            prop_assert!(!obstacles.iter().any(|o| o.meets(&a.room)));
            prop_assert!(!shown[..i].iter().any(|b| b.room.meets(&a.room)));
        }
        for (label, placed) in labels.iter().zip(&found) {
            prop_assert!(label.lines > 0 || placed.is_none());
        }
        // The same again.
        prop_assert_eq!(place(&labels, FRAME, 130, &mut obstacles.clone(), &lines), found);
    }

    #[test]
    fn a_name_is_where_it_is_whatever_less_important_ones_there_are(
        labels in proptest::collection::vec(any_label(), 1..20),
        cut in 0u8..8,
    ) {
        let important: Vec<Label> = labels.iter().filter(|l| l.rank <= cut).copied().collect();
        let alone = place(&important, FRAME, 130, &mut Vec::new(), &[]);
        let found = place(&labels, FRAME, 130, &mut Vec::new(), &[]);
        let among: Vec<_> = labels.iter().zip(found).filter(|(l, _)| l.rank <= cut).map(|(_, p)| p).collect();
        prop_assert_eq!(alone, among);
    }

    #[test]
    fn zooming_keeps_to_what_the_views_show(
        view in 0usize..2, steps in -8i8..8, x in 1000..1660, y in -800..-380
    ) {
        let about = point(x, y);
        let camera = Camera::new(&VIEWS[view], FRAME).zoomed(steps, about, VIEWS);
        let whole = Camera::new(&VIEWS[0], FRAME).shown;
        prop_assert!(whole.covers(&camera.shown), "{:?}", camera.shown);
        prop_assert!(camera.shown.inner(-1).holds(about));
    }
}

/// On a phone the style makes the map 4:3, so that the smallest is never flat.
fn is_used(size: &Size) -> bool {
    size.letters != Letters::Smallest || size.steps > 2
}

/// Every event of every passage, from every side, at every size.
fn every_look(then: &mut dyn FnMut(&Look)) {
    let index = index();
    let mut views = vec![Perspective::NEUTRAL];
    for a in 0..index.main as u8 {
        views.push(Perspective::only(a));
        views.extend((0..a).map(|b| Perspective::only(a).toggle(b)));
    }
    for (s, step) in index.steps.iter().enumerate() {
        let events = step.events.iter().map(|e| Some(*e));
        for event in events.chain(step.events.is_empty().then_some(None)) {
            for size in Size::all().filter(is_used) {
                for zoom in [0, 3, -2] {
                    for perspective in &views {
                        then(&Look {
                            step: Some(s as u16),
                            event,
                            perspective: *perspective,
                            horizon: known::ALL,
                            zoom,
                            size,
                        });
                    }
                }
            }
        }
    }
}

#[test]
fn in_the_bundled_story_names_never_overlap_and_capitals_always_have_theirs() {
    let index = index();
    let Some(map) = index.map else { return };
    let apart = |frame: Rect, rooms: Vec<Rect>, look: &Look| {
        for (i, a) in rooms.iter().enumerate() {
            assert!(frame.covers(a), "{look:?}");
            assert!(!rooms[..i].iter().any(|b| a.meets(b)), "{look:?}");
        }
    };
    let mut nameless = Vec::new();
    every_look(&mut |look| {
        let scene = scene(index, *look).unwrap();
        let labels = scene.places.iter().map(|place| place.label);
        let labels = labels.chain(scene.names.iter().copied()).flatten();
        let inset = scene.inset.iter().map(|inset| inset.room);
        let rooms = labels.map(|label| label.room).chain(inset).collect();
        apart(scene.camera.frame, rooms, look);

        for actor in &index.actors[..index.main] {
            let seat = scene.places[usize::from(actor.seat.unwrap())];
            if look.zoom == 0 && seat.label.is_none() {
                nameless.push((actor.capital, *look));
            }
        }
        let Some(inset) = scene.inset else { return };
        let rooms = inset.labels.iter().flatten().map(|label| label.room);
        apart(inset.room, rooms.collect(), look);
        for (place, label) in map.places.iter().zip(&inset.labels) {
            // A large island goes without a name where the disputed ones are shown.
            let is_large = inset.camera.length(place.extent) > look.size.px(40);
            let is_named = inset.camera.sees(place.at) && (place.is_rival() || !is_large);
            assert!(!is_named || label.is_some(), "{} in {look:?}", place.place);
        }
    });
    let count = nameless.len();
    assert!(nameless.is_empty(), "{count}, first {:?}", &nameless[..1]);
}
