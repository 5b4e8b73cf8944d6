//! The sliders: the moment and the two ends of the window, by mouse and by keyboard.

use serde_json::json;
use thirtyfour::Key;

use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    the_moment_dragged_by_mouse_changes_the_stage_and_offers_the_passage,
    the_moment_moved_by_keys_brings_the_passage_along,
    the_phrase_for_screen_readers_is_set_in_the_same_task,
    a_window_is_dragged_and_filters_the_events,
    the_window_moved_by_keys_never_turns_around,
    the_window_dragged_by_mouse_never_turns_around,
    a_held_window_stays_while_the_text_scrolls,
];

const MOMENT: &str = "input.in-moment";
const FROM: &str = "input.in-from";
const TO: &str = "input.in-to";

/// A slider as the reader and a screen reader have it.
#[derive(Debug, Clone, PartialEq)]
struct Slider {
    value: i32,
    phrase: String,
}

impl Story {
    async fn slider(&self, which: &str) -> Done<Slider> {
        let (value, phrase): (String, Option<String>) = self
            .ask(&format!(
                "(i => [i.value, i.getAttribute('aria-valuetext')])(document.querySelector({}))",
                json!(which)
            ))
            .await?;
        Ok(Slider {
            value: value.parse().expect("a whole number"),
            phrase: phrase.unwrap_or_default(),
        })
    }

    /// Where a slider's thumb stands in the view.
    async fn thumb(&self, which: &str) -> Done<(f64, f64)> {
        // The thumb is 28 px wide; its middle goes from one end of the axis to the other.
        self.ask(&format!(
            "(i => {{ const r = i.getBoundingClientRect(); \
             return [r.left + 14 + (r.width - 28) * i.value / 10000, r.top + r.height / 2]; }})\
             (document.querySelector({}))",
            json!(which)
        ))
        .await
    }

    /// Where an event's mark stands on the axis, in the view.
    async fn mark_x(&self, event: &str) -> Done<f64> {
        let place = self.event_number(event).await?;
        self.ask(&format!(
            "(r => r.left + r.width / 2)(document.querySelector('.mark[data-e~=\"{place}\"] .hit').getBoundingClientRect())"
        ))
        .await
    }

    /// An event's place in the order of time, from 0, as the timeline knows it.
    pub async fn event_number(&self, event: &str) -> Done<usize> {
        let order = crate::outline::outline().by_time();
        let place = order.iter().position(|e| e == event);
        Ok(place.unwrap_or_else(|| panic!("no event {event}")))
    }

    async fn drag_thumb_to(&self, which: &str, x: f64) -> Done {
        let thumb = self.thumb(which).await?;
        self.drag(thumb, (x, thumb.1)).await
    }

    pub async fn drag_moment_to_event(&self, event: &str) -> Done {
        let x = self.mark_x(event).await?;
        self.drag_thumb_to(MOMENT, x).await
    }

    pub async fn hold_a_window(&self) -> Done {
        self.click(".bind label:has(input:not(:checked))").await?;
        self.wait_for(
            "a window is held",
            "document.documentElement.hasAttribute('data-hold')",
        )
        .await
    }

    /// Keeps, at the end of every input and key event, what the slider says by then.
    async fn listen_as_a_screen_reader_does(&self) -> Done {
        self.run(
            "window.__heard = [];\
             for (const name of ['input', 'keydown']) window.addEventListener(name, event => {\
               if (event.target.type === 'range') __heard.push([name, event.target.value, event.target.getAttribute('aria-valuetext')]);\
             });",
        )
        .await
    }
}

async fn the_moment_dragged_by_mouse_changes_the_stage_and_offers_the_passage(
    story: Story,
) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    story.wait_active(Some("zone")).await?;
    let (place, before) = (story.scroll_place().await?, story.slider(MOMENT).await?);
    assert!(
        !story.is_shown(".offer").await?,
        "nothing is offered before the slider moves"
    );

    story.drag_moment_to_event("warships-2013").await?;
    let after = story.slider(MOMENT).await?;
    assert_ne!(after.value, before.value, "the value after the drag");
    assert_ne!(after.phrase, before.phrase, "the phrase after the drag");
    let moment = story.moment().await?;
    assert!(moment.contains("2013"), "the moment reads {moment}");
    assert!(
        after.phrase.starts_with(&moment),
        "the phrase {:?} begins with the moment {moment:?}",
        after.phrase
    );
    let event = story
        .event_shown()
        .await?
        .expect("an event stands on the stage");
    assert!(
        (story.scroll_place().await? - place).abs() < 1.0,
        "the drag leaves the text where it is"
    );
    let told = story.step_of(&event);
    assert_ne!(
        told.id, "zone",
        "the drag came to another passage's event, {event}"
    );

    story
        .wait_for(
            "the passage is offered",
            "document.querySelector('.offer').checkVisibility()",
        )
        .await?;
    story.click(".offer button").await?;
    story.wait_active(Some(&told.id)).await?;
    assert_eq!(
        story.event_shown().await?,
        Some(event),
        "the jump keeps the event"
    );
    assert_eq!(story.moment().await?, moment, "the jump keeps the moment");
    assert!(
        !story.is_shown(".offer").await?,
        "the offer is gone once taken"
    );
    Ok(())
}

async fn the_moment_moved_by_keys_brings_the_passage_along(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("signal").await?;
    story.wait_active(Some("signal")).await?;
    let keys = [
        (Key::Right, 1),
        (Key::Up, 1),
        (Key::Right, 1),
        (Key::Left, -1),
        (Key::Down, -1),
        (Key::PageUp, 1),
        (Key::PageUp, 1),
        (Key::PageDown, -1),
        (Key::Home, -1),
        (Key::Right, 1),
        (Key::End, 1),
        (Key::Left, -1),
    ];
    for (i, (key, direction)) in keys.into_iter().enumerate() {
        let before = story.slider(MOMENT).await?;
        story.press_on(MOMENT, key).await?;
        let after = story.slider(MOMENT).await?;
        let went = (after.value - before.value).signum();
        assert_eq!(went, direction, "key {i}: from {before:?} to {after:?}");
        let moment = story.moment().await?;
        assert!(
            after.phrase.starts_with(&moment),
            "key {i}: {:?} and {moment:?}",
            after.phrase
        );
        if let Some(event) = story.event_shown().await? {
            let told = story.step_of(&event);
            story.wait_active(Some(&told.id)).await?;
            assert_eq!(
                story.event_shown().await?.as_ref(),
                Some(&event),
                "key {i}: the scroll keeps the event"
            );
            assert_eq!(
                story.moment().await?,
                moment,
                "key {i}: the scroll keeps the moment"
            );
        }
    }
    Ok(())
}

/// A phrase that is set later is read one move behind (react-spectrum #5583).
async fn the_phrase_for_screen_readers_is_set_in_the_same_task(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    story.listen_as_a_screen_reader_does().await?;
    for key in [Key::Right, Key::Right, Key::PageDown] {
        story.run("__heard.length = 0").await?;
        story.press_on(MOMENT, key).await?;
        let heard: Vec<(String, String, String)> = story.ask("__heard").await?;
        let now = story.slider(MOMENT).await?;
        let last = heard.last().expect("the slider heard the key");
        assert_eq!(
            (last.1.as_str(), last.2.as_str()),
            (now.value.to_string().as_str(), now.phrase.as_str())
        );
    }
    story.run("__heard.length = 0").await?;
    story.drag_moment_to_event("war-1904").await?;
    let heard: Vec<(String, String, String)> = story.ask("__heard").await?;
    let now = story.slider(MOMENT).await?;
    let last = heard.last().expect("the slider heard the mouse");
    assert_eq!(
        last.2, now.phrase,
        "what was said in the last input event, and what holds"
    );
    Ok(())
}

impl Story {
    /// The window's count, in its words and as the events are marked.
    async fn assert_window_filters(&self) -> Done<usize> {
        self.settle().await?;
        let outside: usize = self
            .ask("document.querySelectorAll('article.event[data-out]').length")
            .await?;
        let all = crate::outline::outline().events.len();
        let words = self.text(".window-count").await?;
        let inside = all - outside;
        assert!(
            words.contains(&format!("{inside} of {all}")),
            "{outside} of {all} events are marked as outside, and the count says {words:?}"
        );
        Ok(inside)
    }

    async fn assert_not_turned_around(&self, after: &str) -> Done {
        let (from, to) = (self.slider(FROM).await?, self.slider(TO).await?);
        assert!(
            from.value <= to.value,
            "after {after}: from {from:?} to {to:?}"
        );
        Ok(())
    }
}

async fn a_window_is_dragged_and_filters_the_events(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    assert!(
        !story.is_shown(FROM).await?,
        "the window's thumbs are hidden while the text is followed"
    );
    story.hold_a_window().await?;
    assert!(
        story.is_shown(FROM).await? && story.is_shown(TO).await?,
        "a held window has thumbs"
    );
    let all = story.assert_window_filters().await?;
    let x = story.mark_x("warships-2013").await?;
    let before = story.slider(FROM).await?;
    story.drag_thumb_to(FROM, x).await?;
    let after = story.slider(FROM).await?;
    assert!(
        after.value > before.value && after.phrase != before.phrase,
        "{before:?} -> {after:?}"
    );
    let fewer = story.assert_window_filters().await?;
    assert!(fewer < all, "{all} events were in the window, {fewer} are");
    // The other end, over the middle.
    let from = story.thumb(FROM).await?;
    let to = story.thumb(TO).await?;
    story.drag_thumb_to(TO, f64::midpoint(from.0, to.0)).await?;
    let fewest = story.assert_window_filters().await?;
    assert!(
        fewest < fewer,
        "{fewer} events were in the window, {fewest} are"
    );
    // Following the text again lets all events back in.
    story.click(".bind label:has(input:not(:checked))").await?;
    assert_eq!(
        story.assert_window_filters().await?,
        crate::outline::outline().events.len()
    );
    Ok(())
}

async fn the_window_moved_by_keys_never_turns_around(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    story.hold_a_window().await?;
    for (thumb, key, direction) in [
        (FROM, Key::Right, 1),
        (FROM, Key::PageUp, 1),
        (TO, Key::Left, -1),
        (TO, Key::PageDown, -1),
    ] {
        let before = story.slider(thumb).await?;
        story.press_on(thumb, key).await?;
        let after = story.slider(thumb).await?;
        assert_eq!(
            (after.value - before.value).signum(),
            direction,
            "{thumb}: {before:?} -> {after:?}"
        );
        assert_ne!(after.phrase, before.phrase, "{thumb}");
        story.assert_window_filters().await?;
    }
    for (thumb, key) in [
        (FROM, Key::End),
        (TO, Key::Home),
        (TO, Key::End),
        (FROM, Key::Home),
        (TO, Key::Home),
        (FROM, Key::End),
    ] {
        story.press_on(thumb, key).await?;
        story
            .assert_not_turned_around(&format!("{thumb} and a key"))
            .await?;
        story.assert_window_filters().await?;
    }
    Ok(())
}

async fn the_window_dragged_by_mouse_never_turns_around(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    story.hold_a_window().await?;
    let middle = story.mark_x("warships-2013").await?;
    story.drag_thumb_to(TO, middle).await?;
    let to = story.thumb(TO).await?;
    story.drag_thumb_to(FROM, to.0 + 120.0).await?;
    story
        .assert_not_turned_around("the first thumb is dragged over the second")
        .await?;
    story.assert_window_filters().await?;
    let from = story.thumb(FROM).await?;
    story.drag_thumb_to(TO, from.0 - 150.0).await?;
    story
        .assert_not_turned_around("the second thumb is dragged over the first")
        .await?;
    story.assert_window_filters().await?;
    Ok(())
}

async fn a_held_window_stays_while_the_text_scrolls(story: Story) -> Done {
    story.open("hold=1&w=2012-01-01..2013-12-31").await?;
    let (from, to) = (story.slider(FROM).await?, story.slider(TO).await?);
    for step in ["zone", "host", "two-wars"] {
        story.scroll_to_step(step).await?;
        story.wait_active(Some(step)).await?;
        assert_eq!(
            (story.slider(FROM).await?, story.slider(TO).await?),
            (from.clone(), to.clone()),
            "at {step}"
        );
    }
    Ok(())
}
