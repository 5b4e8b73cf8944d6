//! The timeline: the buttons, and the slider.

use fixtures::index;
use serde_json::json;
use sightlines::story::model::EventIx;
use sightlines::story::{date_words, labels};

use super::Page;
use crate::runner::Done;

const SLIDER: &str = ".lane input";

impl Page {
    /// Scrolls on until the timeline is in sight, in front of the first scene.
    pub async fn show_the_story(&self) -> Done {
        self.scroll_by(300).await
    }

    pub async fn next_scene(&self) -> Done {
        self.click(".timeline .steps > button:nth-of-type(3)").await
    }

    pub async fn previous_scene(&self) -> Done {
        self.click(".timeline .steps > button:nth-of-type(1)").await
    }

    pub async fn press_play(&self) -> Done {
        self.click(".timeline .play").await
    }

    pub async fn wait_playing(&self, is_playing: bool) -> Done {
        let label = match is_playing {
            true => labels::pause_story(),
            false => labels::play_story(),
        };
        let now = "document.querySelector('.timeline .play').getAttribute('aria-label')";
        self.wait_value("what the play button does", now, label)
            .await
    }

    pub async fn focus_slider(&self) -> Done {
        self.focus(SLIDER).await
    }

    /// Moves the slider by so many stops as a script or a helping device does, without letting go.
    pub async fn nudge_slider(&self, by: i32) -> Done {
        self.run(&format!(
            "const i = document.querySelector('{SLIDER}'); i.value = +i.value + {by}; \
             i.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await?;
        self.settle().await
    }

    pub async fn let_go_of_slider(&self) -> Done {
        self.run(&format!(
            "document.querySelector('{SLIDER}').dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await?;
        self.settle().await
    }

    /// Drags the thumb with the mouse to a part of the way along the timeline.
    pub async fn drag_slider_to(&self, part: f64) -> Done {
        let ((thumb, y), (left, width)): ((f64, f64), (f64, f64)) = self
            .ask(
                "(([t, l]) => [[t.left + t.width / 2, t.top + t.height / 2], [l.left, l.width]])\
                 (['.thumb', '.lane svg'].map(s => document.querySelector(s).getBoundingClientRect()))",
            )
            .await?;
        self.drag((thumb, y), (left + width * part, y)).await
    }

    /// Waits until the slider stands at an event, and says so.
    pub async fn wait_slider_at(&self, event: EventIx) -> Done {
        let says = slider_says(usize::from(event));
        let now = format!(
            "(i => [i.value, i.getAttribute('aria-valuetext')])(document.querySelector('{SLIDER}'))"
        );
        self.wait_value("the slider", &now, json!([event.to_string(), says]))
            .await
    }

    pub async fn slider_stop(&self) -> Done<usize> {
        let value: String = self
            .ask(&format!("document.querySelector('{SLIDER}').value"))
            .await?;
        Ok(value.parse().expect("a slider's value is a number"))
    }

    /// At how many events it stops.
    pub async fn slider_stops(&self) -> Done<usize> {
        self.ask(&format!("+document.querySelector('{SLIDER}').max + 1"))
            .await
    }

    /// An event of the browser's by which a reader touches the page.
    pub async fn touch(&self, event: &str) -> Done {
        self.run(&format!("document.querySelector('.scene').dispatchEvent(new Event('{event}', {{ bubbles: true }}))"))
            .await
    }
}

/// An event in the slider's words.
pub fn slider_says(event: usize) -> String {
    let event = &index().events[event];
    format!("{}, {}", event.date.label(&date_words()), event.short)
}
