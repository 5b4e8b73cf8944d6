//! What the story says that the page shows, from the `story.json` that the reader can download.

use serde_json::Value;
use std::path::Path;
use std::sync::OnceLock;

pub struct Outline {
    pub chapters: Vec<Chapter>,
    pub steps: Vec<Step>,
    /// Ids of all events, as written.
    pub events: Vec<String>,
    pub readings: usize,
    pub sources: usize,
}

pub struct Chapter {
    pub id: String,
    pub first: String,
}

pub struct Step {
    pub id: String,
    pub events: Vec<String>,
}

static OUTLINE: OnceLock<Outline> = OnceLock::new();

pub fn outline() -> &'static Outline {
    OUTLINE.get_or_init(|| {
        let dist = std::env::var("SIGHTLINES_DIST").expect("SIGHTLINES_DIST names the built site");
        let text = std::fs::read_to_string(Path::new(&dist).join("story.json"));
        let story = text.expect("the built site holds story.json");
        read(&serde_json::from_str(&story).expect("story.json is JSON"))
    })
}

fn read(story: &Value) -> Outline {
    let mut chapters = Vec::new();
    let mut steps = Vec::new();
    let mut readings = count_readings(&story["events"]);
    for chapter in list(&story["chapters"]) {
        let id = word(&chapter["id"]);
        readings += count_readings(&chapter["steps"]);
        for step in list(&chapter["steps"]) {
            steps.push(Step {
                id: word(&step["id"]),
                events: list(&step["events"]).iter().map(word).collect(),
            });
        }
        let first = word(&chapter["steps"][0]["id"]);
        chapters.push(Chapter { id, first });
    }
    Outline {
        chapters,
        steps,
        events: list(&story["events"])
            .iter()
            .map(|e| word(&e["id"]))
            .collect(),
        readings,
        sources: list(&story["sources"]).len(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn count_readings(of: &Value) -> usize {
    list(of)
        .iter()
        .map(|one| list(&one["readings"]).len())
        .sum()
}

impl Outline {
    /// Ids of all events in the order of time, as the timeline numbers them.
    pub fn by_time(&self) -> Vec<String> {
        let events = sightlines::story::index().events;
        assert_eq!(
            events.len(),
            self.events.len(),
            "the site is built from another story than this test"
        );
        events.iter().map(|event| event.id.to_owned()).collect()
    }

    /// The step that tells an event.
    pub fn step_of(&self, event: &str) -> &Step {
        let step = self
            .steps
            .iter()
            .find(|s| s.events.iter().any(|e| e == event));
        step.unwrap_or_else(|| panic!("no step tells {event}"))
    }
}
