//! Draws the stage of one event to SVG, to look at it without a browser:
//!
//!     cargo run --example stage --no-default-features -- warships-2013 984x840 60,30,330,30 jp,ru > out.svg
//!
//! The event's id (or `finale`), the stage's size, what is kept clear at its top, right, bottom and
//! left, the perspective, and a view's id where it is not the event's natural one.

use std::fmt::Write;

use serde_json::Value;
use sightlines::domain::perspective::Perspective;
use sightlines::domain::stage::{
    Camera, Finale, Insets, Key, Label, Look, Mark, Picture, Target, Words, finale, natural_view,
    path, picture,
};
use sightlines::story::index;
use sightlines::story::model::{Heard, Index, MAX_MAIN, Map};

const HUES: [&str; 4] = ["#b13a08", "#0a6650", "#735800", "#2a4fb5"];
const INK: &str = "#16202a";
const STYLE: &str = "<style>
text { font-family: 'Noto Sans', sans-serif; fill: #16202a; }
.halo { paint-order: stroke; stroke: #f3eedf; stroke-width: 4px; stroke-linejoin: round; }
.sea { font-family: 'Noto Serif', serif; fill: #4a5661; stroke: #e4edf0; }
.country { letter-spacing: .14em; fill: #4a5661; }
.note { fill: #4a5661; font-weight: 400; }
</style>";

struct Page {
    out: String,
    story: Value,
    look: Look,
    event: Option<Value>,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let arg = |i: usize| args.get(i).map_or("", String::as_str);
    let numbers = |text: &str| -> Vec<f32> {
        text.split(['x', ','])
            .filter_map(|n| n.parse().ok())
            .collect()
    };
    let index = index();
    let map = index.map.as_ref().expect("the story has a map");
    let read = |file| -> Value {
        let json = std::fs::read_to_string(file).expect("it can be read");
        serde_json::from_str(&json).expect("it is JSON")
    };
    let (story, land) = (read("public/story.json"), read("public/land.json"));
    let size = numbers(arg(1));
    let free = numbers(arg(2));
    let (perspective, _) = Perspective::from_list(arg(3).as_bytes(), &index.actors[..index.main]);
    let event = index
        .events
        .iter()
        .position(|e| e.id == arg(0))
        .map(|e| e as u16);
    let event_json = event.map(|e| {
        let events = story["events"].as_array().expect("a list");
        let id = index.events[e as usize].id;
        events
            .iter()
            .find(|e| e["id"] == id)
            .expect("it is there")
            .clone()
    });
    let voices = event.map_or([Heard::Uninvolved; MAX_MAIN], |e| {
        index.events[e as usize].voices
    });
    let view = map
        .views
        .iter()
        .position(|view| view.id == arg(4))
        .map_or_else(|| natural(index, map, event, &voices), |view| view as u8);
    let target = width(&short(&event_json));
    let look = Look {
        size: (size[0], size[1]),
        free: Insets {
            top: free[0],
            right: free[1],
            bottom: free[2],
            left: free[3],
        },
        view,
        event,
        perspective,
        voices,
        words: Words {
            target,
            half: width(
                &halves(&short(&event_json))
                    .iter()
                    .max_by_key(|h| h.len())
                    .cloned()
                    .unwrap_or_default(),
            ),
            note: if size[0] < 560.0 {
                0
            } else {
                width("July 2013")
            },
            via: [width("Mankoff"); MAX_MAIN],
            silent: width("not quoted"),
            capital: [0; MAX_MAIN],
        },
    };
    if arg(0) == "finale" {
        let shown = |event: u16| Some(index.events[event as usize].voices);
        let all = finale(index, &look, &shown).expect("there is a map");
        let mut page = Page {
            out: String::new(),
            story,
            look,
            event: None,
        };
        page.ground(&land, &all.camera);
        page.finale(&all);
        println!("{}</svg>", page.out);
        return;
    }
    let scene = picture(index, &look).expect("there is a map");
    let mut page = Page {
        out: String::new(),
        story,
        look,
        event: event_json,
    };
    page.ground(&land, &scene.camera);
    page.lines(&scene);
    page.labels(&scene, map, index);
    println!("{}</svg>", page.out);
}

fn natural(index: &Index, map: &Map, event: Option<u16>, voices: &[Heard; MAX_MAIN]) -> u8 {
    let place = event.and_then(|e| index.events[e as usize].place);
    let part = (0..index.main).filter(|slot| voices[*slot] != Heard::Uninvolved);
    natural_view(map, place, part.filter_map(|slot| index.actors[slot].seat))
}

/// The short name will come with the story.
fn short(event: &Option<Value>) -> String {
    let title = event
        .as_ref()
        .and_then(|e| e["short"].as_str().or(e["title"].as_str()));
    title.unwrap_or("").chars().take(20).collect()
}

/// Broken at the space nearest to the middle.
fn halves(name: &str) -> Vec<String> {
    let middle = name.len() / 2;
    let spaces = name.match_indices(' ').map(|(i, _)| i);
    match spaces.min_by_key(|i| i.abs_diff(middle)) {
        Some(i) => vec![name[..i].to_owned(), name[i + 1..].to_owned()],
        None => vec![name.to_owned()],
    }
}

fn width(text: &str) -> u16 {
    text.chars().count() as u16 * 58
}

impl Page {
    fn ground(&mut self, land: &Value, camera: &Camera) {
        let (w, h) = self.look.size;
        let out = &mut self.out;
        _ = write!(
            out,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {w} {h}' width='{w}' height='{h}'>{STYLE}<rect width='{w}' height='{h}' fill='#e4edf0'/><g transform='{}'>",
            camera.transform()
        );
        let across = self.story["map"]["views"][0]["across"]
            .as_f64()
            .expect("a number");
        let layer = &land["layers"][0];
        let scale = 660.0 / across / layer["units_per_km"].as_f64().expect("a number");
        let thin = 1.0 / (scale * f64::from(camera.scale));
        _ = write!(out, "<g transform='scale({scale})' stroke-width='{thin}'>");
        _ = write!(
            out,
            "<path d='{}' fill='none' stroke='#d3dfe2'/>",
            layer["graticule"].as_str().unwrap_or("")
        );
        for shape in layer["paths"].as_array().expect("a list") {
            let countries = self.story["map"]["countries"].as_array().expect("a list");
            let country = countries.iter().find(|c| c["code"] == shape["code"]);
            let slot = country.and_then(|c| index().actors.iter().position(|a| c["actor"] == a.id));
            let on = slot.filter(|slot| {
                self.look.perspective.has(*slot as u8) && shape["disputed"].is_null()
            });
            let fill = match on {
                Some(0) => "#e1bda5",
                Some(1) => "#b4c9b8",
                Some(2) => "#d0c6a3",
                _ if !shape["disputed"].is_null() => "#a9a493",
                _ => "#f3eedf",
            };
            _ = write!(
                out,
                "<path d='{}' fill='{fill}' stroke='#8f9791'/>",
                shape["d"].as_str().unwrap_or("")
            );
        }
        out.push_str("</g>");
        out.push_str("</g>");
    }

    fn lines(&mut self, scene: &Picture) {
        let look = self.look;
        let out = &mut self.out;
        let mut order: Vec<usize> = (0..scene.sights.len()).collect();
        order.sort_by_key(|slot| look.perspective.has(*slot as u8));
        for slot in &order {
            let Some(line) = scene.sights[*slot].and_then(|sight| sight.line) else {
                continue;
            };
            let on = look.perspective.has(*slot as u8);
            let hue = if on { HUES[*slot] } else { INK };
            _ = write!(out, "<g opacity='{}'>", if on { 1.0 } else { 0.5 });
            if let Some(cone) = line.cone.filter(|_| on) {
                _ = write!(
                    out,
                    "<path d='{}z' fill='{hue}' opacity='.13'/>",
                    path(&cone)
                );
            }
            _ = write!(
                out,
                "<path d='{}' stroke='{hue}' stroke-width='{}'/>",
                path(&[line.from, line.to]),
                if on { 3.25 } else { 1.25 }
            );
            if let Some(head) = line.head {
                _ = write!(out, "<path d='{}z' fill='{hue}'/>", path(&head));
            }
            if let Some((at, r)) = line.relay {
                _ = write!(
                    out,
                    "<path d='M{} {}l{r} {r}-{r} {r}-{r}-{r}z' fill='#fbfbf8' stroke='{hue}' stroke-width='2'/>",
                    at.x,
                    at.y - r
                );
            }
            if let Some(stop) = line.stop {
                _ = write!(
                    out,
                    "<path d='{}' stroke='{hue}' stroke-width='{}'/>",
                    path(&stop),
                    if on { 4.5 } else { 2.0 }
                );
            }
            out.push_str("</g>");
        }
        match &scene.target {
            Some(Target::Ring { at, reach }) => {
                _ = write!(
                    out,
                    "<circle cx='{}' cy='{}' r='{reach}' fill='#fbfbf8' fill-opacity='.6' stroke='{INK}' stroke-width='2'/><circle cx='{}' cy='{}' r='3.5' fill='{INK}'/>",
                    at.x, at.y, at.x, at.y
                );
            }
            Some(Target::Matter { area, is_broken }) => {
                for (by, width) in [(0.0, 1.75), (-3.5, 0.75)] {
                    let a = area.grown(by);
                    _ = write!(
                        out,
                        "<rect x='{}' y='{}' width='{}' height='{}' fill='#fbfbf8' stroke='{INK}' stroke-width='{width}'/>",
                        a.x, a.y, a.w, a.h
                    );
                }
                let small = look.words.note == 0;
                let at = area.center();
                let size = if small { 17.0 } else { 20.0 };
                let name = short(&self.event);
                let lines = if *is_broken {
                    halves(&name)
                } else {
                    vec![name]
                };
                let top = area.y + size * 1.35;
                for (i, line) in lines.iter().enumerate() {
                    _ = write!(
                        out,
                        "<text x='{}' y='{}' text-anchor='middle' font-size='{size}' font-weight='600' style='font-family:Noto Serif'>{line}</text>",
                        at.x,
                        top + size * 1.2 * i as f32
                    );
                }
                if !small {
                    _ = write!(
                        out,
                        "<text class='note' x='{}' y='{}' text-anchor='middle' font-size='13'>July 2013</text>",
                        at.x,
                        at.y + 18.0
                    );
                }
            }
            None => {}
        }
        for slot in order {
            let Some(sight) = scene.sights[slot] else {
                continue;
            };
            let hue = if look.perspective.has(slot as u8) {
                HUES[slot]
            } else {
                INK
            };
            mark(out, &sight.mark, hue);
            let at = sight.mark.at;
            _ = write!(
                out,
                "<circle cx='{}' cy='{}' r='9' fill='{hue}'/><text x='{}' y='{}' text-anchor='middle' font-size='10' style='fill:#fff'>{}</text>",
                at.x,
                at.y,
                at.x,
                at.y + 3.6,
                index().actors[slot].letter
            );
        }
        if let Some(outside) = &scene.outside {
            mark(out, outside, INK);
            _ = write!(
                out,
                "<circle cx='{}' cy='{}' r='3' fill='{INK}'/>",
                outside.at.x, outside.at.y
            );
        }
    }

    fn finale(&mut self, all: &Finale) {
        let out = &mut self.out;
        let b = all.block;
        _ = write!(
            out,
            "<rect x='{}' y='{}' width='{}' height='{}' fill='#fbfbf8' stroke='{INK}'/>",
            b.x, b.y, b.w, b.h
        );
        for line in &all.lines {
            let hue = HUES[line.slot as usize];
            let (width, opacity) = match line.heard {
                Heard::Direct => (3.0, 1.0),
                Heard::Reported => (1.0, 0.5),
                _ => (1.75, 0.9),
            };
            _ = write!(
                out,
                "<path d='{}' stroke='{hue}' stroke-width='{width}' opacity='{opacity}'/>",
                path(&[line.from, line.to])
            );
            if let Some(at) = line.relay {
                let r = 3.6;
                _ = write!(
                    out,
                    "<path d='M{} {}l{r} {r}-{r} {r}-{r}-{r}z' fill='#fbfbf8' stroke='{hue}'/>",
                    at.x,
                    at.y - r
                );
            }
            if let Some(stop) = line.stop {
                _ = write!(
                    out,
                    "<path d='{}' stroke='{hue}' stroke-width='1.75'/>",
                    path(&stop)
                );
            }
        }
        for dot in &all.dots {
            _ = write!(
                out,
                "<circle cx='{}' cy='{}' r='3' fill='{}' stroke='{INK}'/>",
                dot.at.x,
                dot.at.y,
                if dot.is_matter { "#fbfbf8" } else { INK }
            );
        }
        for (slot, mark_) in all.capitals.iter().enumerate() {
            let Some(capital) = mark_ else { continue };
            mark(out, capital, HUES[slot]);
            _ = write!(
                out,
                "<circle cx='{}' cy='{}' r='10' fill='{}'/>",
                capital.at.x, capital.at.y, HUES[slot]
            );
        }
        for label in all.labels.clone() {
            let text = match label.key {
                Key::Capital(slot) => index().actors[slot as usize].capital,
                _ => "31 matters without a place",
            };
            self.label(&label, "", 14, &[text.to_owned()]);
        }
    }

    fn labels(&mut self, scene: &Picture, map: &Map, index: &Index) {
        let countries = self.story["map"]["countries"]
            .as_array()
            .expect("a list")
            .clone();
        let seas = self.story["map"]["seas"]
            .as_array()
            .expect("a list")
            .clone();
        let routes = self.story["map"]["routes"]
            .as_array()
            .expect("a list")
            .clone();
        for label in &scene.labels {
            let km = |mark: Option<Mark>| match mark.and_then(|mark| mark.far) {
                Some(far) if scene.scale as u8 > 0 => {
                    format!(" <tspan class='note' font-size='13'>{} km</tspan>", far.km)
                }
                _ => String::new(),
            };
            let (class, size, lines) = match label.key {
                Key::Target => (
                    "",
                    15,
                    vec![
                        format!("<tspan font-weight='600'>{}</tspan>", short(&self.event)),
                        if self.look.words.note > 0 {
                            "<tspan class='note' font-size='13'>July 2013</tspan>".into()
                        } else {
                            String::new()
                        },
                    ],
                ),
                Key::Capital(slot) => (
                    "",
                    14,
                    vec![format!(
                        "<tspan font-weight='700'>{}</tspan>{}",
                        index.actors[slot as usize].capital,
                        km(scene.sights[slot as usize].map(|s| s.mark))
                    )],
                ),
                Key::Via(slot) => {
                    let silent = scene.sights[slot as usize]
                        .and_then(|s| s.line)
                        .is_some_and(|l| l.stop.is_some());
                    (
                        "",
                        13,
                        vec![(if silent { "not quoted" } else { "Mankoff" }).into()],
                    )
                }
                Key::Outside(place) => (
                    "",
                    13,
                    vec![self.place(map, place, scene)[0].clone() + &km(scene.outside)],
                ),
                Key::Place(place) => ("note", 13, self.place(map, place, scene)),
                Key::Name(name) => {
                    let name = name as usize;
                    let text = |v: &Value| v.as_str().unwrap_or("").to_owned();
                    if name < countries.len() {
                        (
                            "country",
                            12,
                            vec![text(&countries[name]["name"]).to_uppercase()],
                        )
                    } else if name < countries.len() + seas.len() {
                        ("sea", 15, vec![text(&seas[name - countries.len()]["name"])])
                    } else {
                        (
                            "note",
                            13,
                            vec![text(&routes[name - countries.len() - seas.len()]["label"])],
                        )
                    }
                }
            };
            self.label(label, class, size, &lines);
        }
    }

    fn label(&mut self, label: &Label, class: &str, size: u32, lines: &[String]) {
        let room = label.room;
        let out = &mut self.out;
        if std::env::var_os("BOXES").is_some() {
            _ = write!(
                out,
                "<rect x='{}' y='{}' width='{}' height='{}' fill='none' stroke='magenta'/>",
                room.x, room.y, room.w, room.h
            );
        }
        if let Some(leader) = label.leader {
            _ = write!(out, "<path d='{}' stroke='{INK}'/>", path(&leader));
        }
        for (i, line) in lines.iter().enumerate() {
            _ = write!(
                out,
                "<text class='halo {class}' x='{}' y='{}' text-anchor='{}' font-size='{size}'>{line}</text>",
                label.at.x,
                label.at.y + label.leading * i as f32,
                label.anchor.name()
            );
        }
    }

    fn place(&self, map: &Map, place: u16, _: &Picture) -> Vec<String> {
        let place = &self.story["places"][map.places[place as usize].place as usize];
        let names = place["names"].as_object();
        let own = |on: bool| -> Vec<String> {
            let names = names.into_iter().flatten();
            let chosen = names.filter(|(id, _)| {
                let slot = index().actors.iter().position(|a| a.id == id.as_str());
                !on || slot.is_some_and(|slot| self.look.perspective.has(slot as u8))
            });
            chosen
                .filter_map(|(_, name)| name.as_str().map(str::to_owned))
                .collect()
        };
        let mut lines = own(true);
        if lines.is_empty() {
            lines = own(false);
        }
        if lines.is_empty() {
            lines.push(place["name"].as_str().unwrap_or("").to_owned());
        }
        lines
    }
}

fn mark(out: &mut String, mark: &Mark, hue: &str) {
    if let Some(far) = &mark.far {
        _ = write!(
            out,
            "<path d='{}{}' fill='none' stroke='{hue}' stroke-width='1.75'/>",
            path(&far.shaft),
            path(&[far.head[0], far.shaft[1], far.head[1]])
        );
    }
}
