//! From event to event: the stepper, play and pause, the marks on the timeline.

use std::time::Duration;

use thirtyfour::Key;

use crate::outline::outline;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    next_and_previous_go_through_the_events_and_take_the_text_along,
    there_is_no_event_before_the_first_nor_after_the_last,
    play_goes_on_until_paused_and_leaves_the_text_alone,
    nothing_plays_by_itself,
    a_mark_on_the_timeline_brings_its_event_to_the_stage,
];

const PREVIOUS: &str = "#dock .row button:first-child";
const PLAY: &str = "#dock .row button.wide";
const NEXT: &str = "#dock .row button:last-child";

async fn next_and_previous_go_through_the_events_and_take_the_text_along(story: Story) -> Done {
    story.open("e=warships-2013").await?;
    story.scroll_to_step("warships").await?;
    story.wait_active(Some("warships")).await?;
    let order = outline().by_time();
    let first = story
        .event_shown()
        .await?
        .expect("an event is on the stage");
    let mut at = order
        .iter()
        .position(|e| *e == first)
        .expect("an event of the story");
    for (button, by) in [
        (NEXT, 1),
        (NEXT, 1),
        (NEXT, 1),
        (PREVIOUS, -1),
        (PREVIOUS, -1),
        (PREVIOUS, -1),
        (PREVIOUS, -1),
    ] {
        story.click(button).await?;
        at = at.checked_add_signed(by).expect("not before the first");
        story.wait_event_shown(&order[at]).await?;
        let count = story.text(".count").await?;
        assert!(
            count.contains(&(at + 1).to_string()),
            "the count says {count:?} at event {}",
            at + 1
        );
        let told = story.step_of(&order[at]);
        story.wait_active(Some(&told.id)).await?;
        assert_eq!(
            story.event_shown().await?.as_ref(),
            Some(&order[at]),
            "the scroll keeps the event"
        );
    }
    Ok(())
}

async fn there_is_no_event_before_the_first_nor_after_the_last(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    let disabled =
        |button: &str| format!("document.querySelector('{button}').ariaDisabled === 'true'");
    story.press_on("input.in-moment", Key::End).await?;
    story
        .wait_for("there is no next event", &disabled(NEXT))
        .await?;
    let scene = story.scene().await?;
    story.click(NEXT).await?;
    assert_eq!(story.scene().await?, scene, "a click on it does nothing");
    story.press_on("input.in-moment", Key::Home).await?;
    story
        .wait_for("there is a next event", &format!("!({})", disabled(NEXT)))
        .await?;
    story
        .wait_for("there is no previous event", &disabled(PREVIOUS))
        .await
}

async fn play_goes_on_until_paused_and_leaves_the_text_alone(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("warships").await?;
    story.wait_active(Some("warships")).await?;
    let (place, start) = (story.scroll_place().await?, story.event_shown().await?);
    assert_eq!(story.text(PLAY).await?, "Play");
    story.click(PLAY).await?;
    assert_eq!(story.text(PLAY).await?, "Pause");
    let next = next_of(&start.expect("an event is on the stage"), 1);
    let after = next_of(&next, 1);
    story.wait_event_shown(&next).await?;
    story.wait_event_shown(&after).await?;
    assert!(
        (story.scroll_place().await? - place).abs() < 1.0,
        "the text stays where it is"
    );
    assert_eq!(
        story.active_step().await?.as_deref(),
        Some("warships"),
        "the passage stays active"
    );
    story.click(PLAY).await?;
    assert_eq!(story.text(PLAY).await?, "Play");
    let now =
        "document.querySelector('.now').textContent + document.querySelector('.count').textContent";
    story
        .assert_stays("the moment, once paused,", now, Duration::from_millis(2600))
        .await
}

fn next_of(event: &str, by: usize) -> String {
    let order = outline().by_time();
    let at = order
        .iter()
        .position(|e| e == event)
        .expect("an event of the story");
    order[at + by].clone()
}

async fn nothing_plays_by_itself(story: Story) -> Done {
    story.open("step=zone").await?;
    assert_eq!(story.text(PLAY).await?, "Play");
    let now = "document.querySelector('.now').textContent + scrollY";
    story
        .assert_stays("the moment and the place", now, Duration::from_millis(2600))
        .await
}

async fn a_mark_on_the_timeline_brings_its_event_to_the_stage(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    story.wait_active(Some("zone")).await?;
    let order = outline().by_time();
    // Marks that stand clear of their neighbours.
    let marks: Vec<(String, f64, f64)> = story
        .ask(
            "[...document.querySelectorAll('.mark')].map(m => { const r = m.querySelector('.hit').getBoundingClientRect();\
             return [m.dataset.e, r.left + r.width / 2, r.top + r.height / 2]; })\
             .filter(([e, x, y]) => document.elementFromPoint(x, y)?.closest('.mark')?.dataset.e === e)",
        )
        .await?;
    assert!(
        marks.len() >= 20,
        "only {} marks can be hit in their middle",
        marks.len()
    );
    for (events, x, y) in marks.iter().step_by(5) {
        let first: usize = events
            .split(' ')
            .next()
            .and_then(|e| e.parse().ok())
            .expect("a mark has events");
        let driver = story.driver();
        #[expect(clippy::cast_possible_truncation, reason = "a place in the view")]
        let (x, y) = (x.round() as i64, y.round() as i64);
        driver
            .action_chain()
            .move_to(x, y)
            .click()
            .perform()
            .await?;
        story.wait_event_shown(&order[first]).await?;
        let lit = format!("document.querySelector('.mark.is-now')?.dataset.e === '{events}'");
        story.wait_for("the mark is lit", &lit).await?;
    }
    Ok(())
}
