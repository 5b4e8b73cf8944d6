//! Perspectives: whose readings and whose names are shown, and that nothing else moves.

use thirtyfour::Key;

use crate::runner::Done;
use crate::story::{Story, slot};
use crate::tests;

tests![
    every_actor_and_pair_shows_exactly_its_readings,
    the_passage_being_read_stays_in_place,
    event_and_date_stay_as_they_are,
    names_in_the_text_follow_the_perspective,
    toggles_work_by_keyboard,
    one_button_leads_back_to_nobodys_side,
];

const ALONE: [&[&str]; 4] = [&["jp"], &["ru"], &["cn"], &["us"]];
const PAIRS: [&[&str]; 6] = [
    &["jp", "ru"],
    &["jp", "cn"],
    &["jp", "us"],
    &["ru", "cn"],
    &["ru", "us"],
    &["cn", "us"],
];

fn combinations() -> impl Iterator<Item = &'static [&'static str]> {
    let all: &[&str] = &["jp", "ru", "cn", "us"];
    ALONE.into_iter().chain(PAIRS).chain([all, &[]])
}

async fn every_actor_and_pair_shows_exactly_its_readings(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("warships").await?;
    for actors in combinations() {
        story.see_as(actors).await?;
        for actor in ["jp", "ru", "cn", "us"] {
            assert_eq!(
                story.is_pressed(actor).await?,
                actors.contains(&actor),
                "{actor} in {actors:?}"
            );
        }
        let slots: Vec<String> = actors.iter().map(|a| slot(a).to_string()).collect();
        let wanted = (!slots.is_empty()).then(|| slots.join(" "));
        assert_eq!(story.root("data-p").await?, wanted, "data-p for {actors:?}");
        // Readings of each actor: how many there are, how many of them are shown.
        for actor in ["jp", "ru", "cn", "us"] {
            let of_actor = format!(".steps .reading[data-a='{}']", slot(actor));
            let all: usize = story
                .ask(&format!("document.querySelectorAll(\"{of_actor}\").length"))
                .await?;
            assert!(all > 0, "the story has readings of {actor}");
            let shown = story.count_shown(&of_actor).await?;
            let wanted = if actors.contains(&actor) { all } else { 0 };
            assert_eq!(
                shown, wanted,
                "readings of {actor} shown in {actors:?}, of {all}"
            );
        }
    }
    Ok(())
}

/// One toggle after the other that lead through every combination of the four, back to none.
const THROUGH_ALL: [&str; 16] = [
    "jp", "ru", "jp", "cn", "jp", "ru", "jp", "us", "jp", "ru", "jp", "cn", "jp", "ru", "jp", "us",
];

async fn the_passage_being_read_stays_in_place(story: Story) -> Done {
    story.open("").await?;
    let mut moved = Vec::new();
    for place in ["#s-warships h3", "#e-air-zone .sum", "#e-hiroshima h4"] {
        story.see_as(&[]).await?;
        story.scroll_to_show(place).await?;
        let active = story.active_step().await?;
        let mut before = story.top_of(place).await?;
        for actor in THROUGH_ALL {
            story.toggle(actor).await?;
            let after = story.top_of(place).await?;
            if (after - before).abs() > 2.0 {
                let eyes = story.root("data-p").await?.unwrap_or_default();
                moved.push(format!("{place} from {before} to {after} when {actor} was toggled, then seen as {eyes:?}"));
            }
            before = after;
        }
        assert_eq!(
            story.active_step().await?,
            active,
            "the passage, at {place}"
        );
    }
    assert!(
        moved.is_empty(),
        "what was being read moved:\n  {}",
        moved.join("\n  ")
    );
    Ok(())
}

async fn event_and_date_stay_as_they_are(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("crimea").await?;
    story.wait_active(Some("crimea")).await?;
    // An event other than the passage's own, so that falling back to it would be seen.
    story.drag_moment_to_event("warships-2013").await?;
    let (event, moment) = (story.event_shown().await?, story.moment().await?);
    for actor in THROUGH_ALL {
        story.toggle(actor).await?;
        assert_eq!(story.event_shown().await?, event, "after toggling {actor}");
        assert_eq!(story.moment().await?, moment, "after toggling {actor}");
    }
    Ok(())
}

async fn names_in_the_text_follow_the_perspective(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("two-names").await?;
    for actors in combinations() {
        story.see_as(actors).await?;
        // Of each place with rival names: those of the perspective's actors, or else all.
        let slots: Vec<String> = actors.iter().map(|a| slot(a).to_string()).collect();
        let wrong: Vec<String> = story
            .ask(&format!(
                "[...document.querySelectorAll('.page .steps .pl[data-n]')].filter(p => !p.closest('.reading') || p.checkVisibility())\
                 .flatMap(p => {{\
                   const own = p.dataset.n.split(' '), chosen = '{}'.split(' ').filter(a => own.includes(a));\
                   const wanted = chosen.length ? chosen : own;\
                   const shown = own.filter(a => [...p.querySelectorAll(':scope > .n.a' + a)].some(n => getComputedStyle(n).display !== 'none'));\
                   return wanted.join() === shown.join() ? [] : [p.textContent + ': ' + shown + ', not ' + wanted];\
                 }})",
                slots.join(" ")
            ))
            .await?;
        assert!(wrong.is_empty(), "in {actors:?}: {wrong:?}");
        let names = story.place_names().await?;
        let has = |name: &str| names.iter().any(|n| n == name);
        let (jp, ru) = (actors.contains(&"jp"), actors.contains(&"ru"));
        assert_eq!(
            has("Northern Territories"),
            jp || !ru,
            "in {actors:?} the text says {names:?}"
        );
        assert_eq!(
            has("Southern Kurils"),
            ru || !jp,
            "in {actors:?} the text says {names:?}"
        );
    }
    Ok(())
}

async fn toggles_work_by_keyboard(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("warships").await?;
    for key in [Key::Space, Key::Enter] {
        let button = "button.eye[data-a='2']";
        story.press_on(button, key.clone()).await?;
        assert!(story.is_pressed("ru").await?, "pressed by a key");
        story.press_on(button, key).await?;
        assert!(!story.is_pressed("ru").await?, "and released");
        let focused: bool = story
            .ask(&format!(
                "document.activeElement === document.querySelector(\"{button}\")"
            ))
            .await?;
        assert!(focused, "the toggle keeps the focus");
    }
    Ok(())
}

async fn one_button_leads_back_to_nobodys_side(story: Story) -> Done {
    story.open("p=jp,ru").await?;
    story.scroll_to_step("warships").await?;
    assert_eq!(story.root("data-p").await?.as_deref(), Some("1 2"));
    story.click(".nobody").await?;
    assert_eq!(story.root("data-p").await?, None);
    Ok(())
}
