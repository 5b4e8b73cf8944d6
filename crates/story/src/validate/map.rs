//! The map: places on the globe, views that can be drawn, and lines that belong to somebody.

use std::collections::HashMap;

use super::super::source::{Actor, Border, Country, Disputed, Map, Role, Story};
use super::inventory::{Inventory, each};
use super::places::field;
use super::review::Review;
use super::structure::is_minor;

/// The most views: the program counts them in a byte.
const MOST_VIEWS: usize = 255;

pub fn check(story: &Story, inventory: &Inventory, review: &mut Review) {
    for (path, point) in &inventory.points {
        on_the_globe(path, **point, review);
    }
    let Some(map) = &story.map else { return };
    projection(map, review);
    views(map, review);
    if !review.is_broken("map") {
        seats(&story.actors, review);
    }
    countries(&map.countries, &story.actors, review);
    disputed(&map.disputed, &story.actors, review);
    each("map.borders", &map.borders, |path, border| {
        check_border(&path, border, map, story, review);
        line(&path, border.points.len(), review);
    });
    each("map.routes", &map.routes, |path, route| {
        line(&path, route.points.len(), review);
    });
}

fn on_the_globe(path: &str, [lon, lat]: [f64; 2], review: &mut Review) {
    if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
        let hint = "degrees east, -180 to 180, then degrees north, -90 to 90";
        review.report(path, format!("{lon}, {lat} is not on the globe"), hint);
    }
}

fn projection(map: &Map, review: &mut Review) {
    each(
        "map.projection.parallels",
        &map.projection.parallels,
        |path, parallel| {
            if parallel.abs() >= 90.0 {
                let hint = "between -90 and 90, best within the land that is drawn";
                review.report(&path, "a parallel beyond the poles", hint);
            }
        },
    );
}

fn views(map: &Map, review: &mut Review) {
    let count = map.views.len();
    if count == 0 {
        review.report("map.views", "a map without views", "add at least one");
    } else if count > MOST_VIEWS {
        let hint = format!("{MOST_VIEWS} at most");
        review.report("map.views", format!("{count} views"), hint);
    }
}

fn seats(actors: &[Actor], review: &mut Review) {
    each("actors", actors, |path, actor| {
        let main = actor.role == Role::Main && !review.is_broken(&field(&path, "role"));
        if main && actor.seat.is_none() {
            let hint = "add “seat”, the place where its lines of sight begin";
            review.report(&path, "a main actor without a seat on the map", hint);
        }
    });
}

fn countries(countries: &[Country], actors: &[Actor], review: &mut Review) {
    let mut seen: HashMap<&str, String> = HashMap::new();
    each("map.countries", countries, |path, country| {
        let code_path = field(&path, "code");
        let code = &*country.code;
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_digit()) {
            let hint = "three digits of ISO 3166-1, as 392 for Japan";
            review.report(
                &code_path,
                format!("“{code}” is not a country’s code"),
                hint,
            );
        } else if let Some(first) = seen.get(code) {
            let hint = format!("the first one is on line {}", review.line(first));
            review.report(
                &code_path,
                format!("two countries have the code {code}"),
                hint,
            );
        } else {
            seen.insert(code, code_path);
        }
        if let Some(actor) = country.actor.as_deref().filter(|a| is_minor(a, actors)) {
            let hint = "only main actors are coloured: leave `actor` out";
            review.report(&field(&path, "actor"), format!("land of {actor}"), hint);
        }
    });
}

fn disputed(disputed: &[Disputed], actors: &[Actor], review: &mut Review) {
    each("map.disputed", disputed, |path, one| {
        let [west, south, east, north] = one.bounds;
        let bounds = field(&path, "bounds");
        on_the_globe(&bounds, [west, south], review);
        on_the_globe(&bounds, [east, north], review);
        if west >= east || south >= north {
            let hint = "west, south, east, north, in degrees";
            review.report(&bounds, "bounds without an area", hint);
        }
        let claimants = field(&path, "claimants");
        if one.claimants.is_empty() {
            let hint = "name the main actors that claim it";
            review.report(&claimants, "a disputed place that nobody claims", hint);
        }
        each(&claimants, &one.claimants, |path, actor| {
            if is_minor(actor, actors) {
                let hint = "only main actors are coloured: say it in the place’s note";
                review.report(&path, format!("a claim of {actor}"), hint);
            }
        });
        let first = disputed.iter().position(|other| other.place == one.place);
        let first = super::places::item("map.disputed", first.unwrap_or(0));
        if first != path && review.is_sound(&path) && review.is_sound(&first) {
            let hint = format!("the first time is on line {}", review.line(&first));
            let message = format!("“{}” is disputed twice", one.place);
            review.report(&field(&path, "place"), message, hint);
        }
    });
}

fn check_border(path: &str, border: &Border, map: &Map, story: &Story, review: &mut Review) {
    // A misspelt place may be the one.
    let known = |d: &Disputed| story.places.iter().any(|place| place.id == d.place);
    let sure = review.is_sound(path) && review.is_sound("map.disputed");
    if !sure || !map.disputed.iter().all(known) {
        return;
    }
    let of = map.disputed.iter().find(|d| d.place == border.disputed);
    match of {
        None => {
            let message = format!("“{}” is not among the disputed places", border.disputed);
            let hint = "add it to `map.disputed`, or name another place";
            review.report(&field(path, "disputed"), message, hint);
        }
        Some(of) if !of.claimants.contains(&border.actor) => {
            let message = format!("a line of {}, which does not claim it", border.actor);
            let hint = format!("its claimants are {}", of.claimants.join(", "));
            review.report(&field(path, "actor"), message, hint);
        }
        Some(_) => {}
    }
}

fn line(path: &str, points: usize, review: &mut Review) {
    if points < 2 {
        let message = "a line of less than two points";
        review.report(&field(path, "points"), message, "say from where to where");
    }
}
