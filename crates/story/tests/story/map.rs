//! The small story's map: a first view of 132 km, 660 units wide, so that a kilometre is 5 units.

use super::{SMALL, Value, accept, small};
use story::model::{Index, MAX_MAIN, Point, Text};
use story::resolve::resolve;

const LAND: &str = include_str!("../fixtures/land.json");
/// Tenths of a unit in a kilometre.
const KM: f64 = 50.0;
/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.19;

/// What is wrong with the small story's land after an edit.
fn refused(from: &str, to: &str) -> String {
    assert_eq!(LAND.matches(from).count(), 1, "{from}");
    let refused = accept(SMALL).with_land(&LAND.replace(from, to));
    refused.expect_err("the land does not fit")
}

fn without_map() -> (Index, Text) {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    strip_map(&mut story);
    resolve(&accept(&story.to_string()))
}

fn strip_map(story: &mut Value) {
    story.as_object_mut().unwrap().remove("map");
    story["scenes"][1]["beats"][0]
        .as_object_mut()
        .unwrap()
        .remove("view");
    story["finale"].as_object_mut().unwrap().remove("view");
}

#[test]
fn the_first_view_is_660_units_wide_about_its_middle() {
    let map = small().0.map.unwrap();
    let view = map.views[0];
    assert_eq!((view.id, view.w, view.h), ("harbour", 6600, 4200));
    // Its middle is the projection's origin: the meridian, halfway between the parallels.
    assert!(
        (view.x + 3300).abs() <= 10 && (view.y + 2100).abs() <= 10,
        "{view:?}"
    );
    assert_eq!(
        (map.views[1].w, map.views[1].h),
        (1650, 1050),
        "a quarter as wide"
    );
}

#[test]
fn beats_show_their_view_or_the_first() {
    let (index, text) = small();
    let views: Vec<_> = index.beats.iter().map(|beat| beat.view).collect();
    assert_eq!(views, [0, 1, 0]);
    assert_eq!(text.finale.map(|finale| finale.view), Some(1));
}

#[test]
fn the_map_has_seats_scenes_and_what_lies_in_its_views() {
    let (index, text) = small();
    let map = index.map.unwrap();
    let on_map: Vec<_> = map
        .places
        .iter()
        .map(|p| text.places[p.place.unwrap() as usize].id)
        .collect();
    assert_eq!(
        on_map,
        ["narrows", "quay", "hall"],
        "the capital lies elsewhere"
    );
    let seats: Vec<_> = index.actors.iter().map(|a| a.seat).collect();
    assert_eq!(seats, [Some(2), Some(1), None]);
    let scenes: Vec<_> = index.events.iter().map(|e| e.place).collect();
    assert_eq!(scenes, [None, Some(0), None]);
}

#[test]
fn a_seat_outside_all_views_is_on_the_map_all_the_same() {
    let json = SMALL.replace(r#""seat": "quay""#, r#""seat": "capital""#);
    let (index, text) = resolve(&accept(&json));
    let places = index.map.unwrap().places;
    let seat = places[index.actors[1].seat.unwrap() as usize];
    assert_eq!(text.places[seat.place.unwrap() as usize].id, "capital");
    assert!(seat.at.y > 10_000, "far in the south: {:?}", seat.at);
}

#[test]
fn x_runs_east_and_y_south() {
    let map = small().0.map.unwrap();
    let [narrows, quay, hall] = map.places else {
        panic!("three places");
    };
    assert!(
        hall.at.x < narrows.at.x && narrows.at.x < quay.at.x,
        "west to east"
    );
    assert!(
        hall.at.y < narrows.at.y && narrows.at.y < quay.at.y,
        "north to south"
    );
    // The quay is on the meridian, half a degree south of the origin.
    assert_eq!(quay.at.x, 0);
    assert!(
        (f64::from(quay.at.y) - KM * DEGREE / 2.0).abs() < 5.0,
        "{:?}",
        quay.at
    );
}

#[test]
fn labels_have_a_width_for_each_actor_s_name_and_for_all() {
    let map = small().0.map.unwrap();
    let [narrows, quay, _] = map.places else {
        panic!("three places");
    };
    let [town, fleet, .., all] = narrows.widths;
    // "Bridge Reach" and "the Gut", and both with a stroke between.
    assert!(
        (600..800).contains(&town) && (320..450).contains(&fleet),
        "{town} {fleet}"
    );
    assert!(
        (town + fleet + 80..town + fleet + 110).contains(&all),
        "{all}"
    );
    assert_eq!(
        narrows.widths[2..MAX_MAIN],
        [0; 4],
        "nobody has these slots"
    );
    assert_eq!(
        quay.widths[0], quay.widths[MAX_MAIN],
        "one name for everybody"
    );
}

#[test]
fn wide_letters_count_for_more() {
    let width = |name: &str| {
        let json = SMALL.replace("\"name\": \"the quay\"", &format!("\"name\": \"{name}\""));
        resolve(&accept(&json)).0.map.unwrap().places[1].widths[MAX_MAIN]
    };
    assert!(width("illicit") < width("mammoth") / 2);
    assert!(width("Öland") > width("Oland") - 20);
    assert_eq!(width("東京"), 206, "two squares, and a little air");
    assert_eq!(width("e\u{301}"), width("e"), "an accent has no width");
}

#[test]
fn lines_are_curves_through_their_points() {
    let (_, text) = small();
    let map = text.map.unwrap();
    let [fairway, town] = map.borders else {
        panic!("two borders");
    };
    assert_eq!(
        (fairway.id, fairway.actor, fairway.disputed),
        ("fairway", 1, 0)
    );
    let line = numbers(fairway.d);
    assert_eq!(line.len(), 8, "two points and two handles: {}", fairway.d);
    let straight = (line[0] + (line[6] - line[0]) / 3.0) - line[2];
    assert!(
        straight.abs() < 20.0,
        "no bend between two points: {}",
        fairway.d
    );
    assert_eq!(town.d.matches('C').count(), 2, "{}", town.d);
    // The handles on both sides of the middle point are in line with it.
    let bend = numbers(town.d);
    let (before, middle, after) = ((bend[4], bend[5]), (bend[6], bend[7]), (bend[8], bend[9]));
    assert!(
        ((middle.0 - before.0) - (after.0 - middle.0)).abs() < 0.3,
        "{}",
        town.d
    );
    assert!(
        ((middle.1 - before.1) - (after.1 - middle.1)).abs() < 0.3,
        "{}",
        town.d
    );
}

/// All numbers of a path, which may touch its letters.
fn numbers(d: &str) -> Vec<f64> {
    let number = |c: char| c.is_ascii_digit() || c == '-' || c == '.';
    let words = d.split(|c| !number(c)).filter(|word| !word.is_empty());
    words.map(|word| word.parse().unwrap()).collect()
}

#[test]
fn a_route_has_its_event_and_a_place_for_its_label() {
    let (index, text) = small();
    let [route] = text.map.unwrap().routes else {
        panic!("one route");
    };
    assert_eq!(index.events[route.event as usize].id, "vote");
    // A quarter of a degree north and half a degree west, which is about as far: the middle is
    // a little past the corner.
    let corner = Point {
        x: 0,
        y: (KM * DEGREE / 4.0) as i32,
    };
    assert!((route.at.y - corner.y).abs() < 15, "{:?}", route.at);
    assert!((-200..0).contains(&route.at.x), "{:?}", route.at);
}

#[test]
fn what_rests_on_no_source_is_known_with_the_last() {
    let (index, text) = small();
    let known: Vec<_> = text
        .map
        .unwrap()
        .borders
        .iter()
        .map(|b| b.statement.published_by)
        .collect();
    assert_eq!(known, [index.editions[1], index.editions[0]]);
}

#[test]
fn claimants_stand_in_the_order_of_their_slots() {
    let (_, text) = small();
    let disputed = text.map.unwrap().disputed[0];
    assert_eq!((disputed.place, disputed.claimants), (0, &[0, 1][..]));
}

#[test]
fn a_story_needs_no_map() {
    let (index, text) = without_map();
    assert!(text.map.is_none(), "there is no land");
    let map = index.map.expect("capitals on a ring stand in for it");
    assert!(map.names.is_empty() && map.lines.is_empty());
    let seats: Vec<_> = index.actors.iter().map(|a| a.seat).collect();
    assert_eq!(seats, [Some(0), Some(1), None]);
    let [town, fleet] = map.places else {
        panic!("two seats");
    };
    assert_eq!(town.at, Point::new(-2640, 0), "where reading begins");
    assert_eq!(fleet.at, Point::new(2640, 0));
    assert_eq!(town.name, "Town Hall");
    assert!(index.events.iter().all(|e| e.place.is_none()));
    assert!(index.beats.iter().all(|beat| beat.view == 0));
    assert_eq!(
        text.events[1].place,
        Some(0),
        "the place is still known by name"
    );
}

#[test]
fn the_land_is_coloured_by_who_holds_it() {
    let checked = accept(SMALL).with_land(LAND).unwrap();
    let (_, text) = resolve(&checked);
    let [region, near] = text.map.unwrap().layers else {
        panic!("two layers");
    };
    let land: Vec<_> = region
        .land
        .iter()
        .map(|p| (p.code, p.actor, p.disputed))
        .collect();
    let expected = [
        ("372", None, None),
        ("826", Some(0), None),
        ("833", None, None),
        ("826", Some(0), Some(0)),
    ];
    assert_eq!(land, expected);
    assert_eq!(
        (region.scale, near.scale),
        (2.5, 0.25),
        "5 units to a kilometre"
    );
    assert_eq!((region.graticule, near.graticule), ("M0-100l0 200", ""));
    assert!(resolve(&accept(SMALL)).1.map.unwrap().layers.is_empty());
}

#[test]
fn land_that_was_drawn_for_another_map_is_refused() {
    for (from, to, problem) in [
        (
            r#""meridian": -3"#,
            r#""meridian": 3"#,
            "another projection",
        ),
        ("[54, 55]", "[54, 55.5]", "another projection"),
        (
            r#"{ "code": "833", "#,
            r#"{ "code": "834", "#,
            "no land of The isle (833)",
        ),
        (
            r#""disputed": "narrows""#,
            r#""disputed": "sound""#,
            "“sound” is disputed in it",
        ),
        (
            "[-280, -190, 560, 430]",
            "[-140, -190, 260, 430]",
            "“harbour” goes beyond",
        ),
        (
            "[-280, -190, 560, 430]",
            "[-280, -80, 560, 320]",
            "“harbour” goes beyond",
        ),
    ] {
        let told = refused(from, to);
        assert!(told.contains(problem), "{from} to {to}: {told}");
    }
}

#[test]
fn a_broken_land_file_is_refused() {
    for (from, to, problem) in [
        (r#""made_by""#, r#"made_by"#, "not a land file"),
        (r#""units_per_km": 20,"#, "", "missing field `units_per_km`"),
        (
            r#""units_per_km": 20,"#,
            r#""units_per_km": 0,"#,
            "“near” has no scale",
        ),
        ("M-40-10l10 0 0 10-10 0z", "", "“region” has an empty path"),
        (
            "M-40-10l10 0 0 10-10 0z",
            "M0 0l1 1\\\" onload=",
            "“\"” does not belong in a path",
        ),
        (
            "M0-100l0 200",
            "M0-100l0 200&",
            "“&” does not belong in a path",
        ),
    ] {
        let told = refused(from, to);
        assert!(told.contains(problem), "{from} to {to}: {told}");
    }
    let none = r#"{ "projection": { "meridian": -3, "parallels": [54, 55] }, "layers": [] }"#;
    let told = accept(SMALL).with_land(none).expect_err("there is no land");
    assert!(told.contains("no layers"), "{told}");
}

#[test]
fn a_story_without_a_map_takes_no_land() {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    strip_map(&mut story);
    assert!(accept(&story.to_string()).with_land(LAND).is_err());
}
