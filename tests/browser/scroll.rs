//! Scrolling: the passage that is being read is the active one, however the reader came there.

use crate::outline::outline;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    each_chapter_and_step_scrolled_to_is_active_and_on_the_stage,
    above_the_first_step_none_is_active_and_below_the_last_the_last_is,
    a_reload_in_mid_page_keeps_the_passage,
    a_chapter_chosen_in_the_contents_is_the_one_being_read,
    resizing_keeps_the_active_step_true,
    fast_scrolling_ends_at_the_right_step,
    steps_are_active_in_their_order_while_the_page_scrolls_by,
];

async fn each_chapter_and_step_scrolled_to_is_active_and_on_the_stage(story: Story) -> Done {
    story.open("").await?;
    for chapter in &outline().chapters {
        story.scroll_to_chapter(&chapter.id).await?;
        story.wait_active(Some(&chapter.first)).await?;
        let link = format!(".menu a[href=\"#c-{}\"]", chapter.id);
        let current = format!("document.querySelector('{link}').ariaCurrent === 'true'");
        story
            .wait_for(&format!("the contents mark {}", chapter.id), &current)
            .await?;
    }
    // The other steps of each chapter, upwards.
    let firsts: Vec<&String> = outline().chapters.iter().map(|c| &c.first).collect();
    for step in outline()
        .steps
        .iter()
        .rev()
        .filter(|s| !firsts.contains(&&s.id))
    {
        story.scroll_to_step(&step.id).await?;
        story.wait_active(Some(&step.id)).await?;
        if let Some(event) = step.events.first() {
            story.wait_event_shown(event).await?;
        }
    }
    Ok(())
}

async fn above_the_first_step_none_is_active_and_below_the_last_the_last_is(story: Story) -> Done {
    story.open("").await?;
    assert_eq!(story.active_step().await?, None, "at the opening");
    story
        .run("scrollTo(0, document.documentElement.scrollHeight)")
        .await?;
    let last = &outline().steps.last().expect("a story has steps").id;
    story.wait_active(Some(last)).await?;
    story.run("scrollTo(0, 0)").await?;
    story.wait_active(None).await
}

async fn a_reload_in_mid_page_keeps_the_passage(story: Story) -> Done {
    story.open("").await?;
    let mut lost = Vec::new();
    for (step, further) in [("zone", 0), ("crimea", 250), ("host", 500)] {
        story.scroll_to_step(step).await?;
        story.scroll_by(further).await?;
        story.wait_active_is_being_read().await?;
        let (active, place) = (
            story.active_step().await?,
            story.top_of(&format!("#s-{step}")).await?,
        );
        let choice = story.choice_in_address().await?;
        story.reload().await?;
        story.wait_active(active.as_deref()).await?;
        let now = story.top_of(&format!("#s-{step}")).await?;
        if (now - place).abs() > 2.0 {
            lost.push(format!(
                "{step}, {further} px in, stood at {place}, after the reload at {now}"
            ));
        }
        assert_eq!(
            story.choice_in_address().await?,
            choice,
            "the address after the reload"
        );
    }
    assert!(
        lost.is_empty(),
        "the place was lost:\n  {}",
        lost.join("\n  ")
    );
    Ok(())
}

async fn a_chapter_chosen_in_the_contents_is_the_one_being_read(story: Story) -> Done {
    story.open("").await?;
    for id in ["limits", "thaw", "unheard", "names"] {
        // The bar is in view from the story on.
        story.scroll_to_step("two-names").await?;
        if !story.is_shown(".menu-body").await? {
            story.click(".menu summary").await?;
        }
        story.click(&format!(".menu a[href='#c-{id}']")).await?;
        let chapter = outline()
            .chapters
            .iter()
            .find(|c| c.id == id)
            .expect("a chapter of the story");
        story.wait_active(Some(&chapter.first)).await?;
        let (top, bar): (f64, f64) = story
            .ask(&format!(
                "[document.getElementById('c-{id}-t').getBoundingClientRect().top, \
                 document.querySelector('.top').getBoundingClientRect().bottom]"
            ))
            .await?;
        assert!(
            top >= bar - 1.0,
            "the heading of {id} is under the bar: {top} < {bar}"
        );
    }
    Ok(())
}

async fn resizing_keeps_the_active_step_true(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("gas").await?;
    story.wait_active(Some("gas")).await?;
    for size in [(1600, 900), (1120, 700), (900, 760), (1280, 800)] {
        story.resize(size).await?;
        story.settle().await?;
        story.wait_active_is_being_read().await?;
    }
    Ok(())
}

async fn fast_scrolling_ends_at_the_right_step(story: Story) -> Done {
    story.open("").await?;
    let heights = [0.9, 0.1, 0.55, 0.3, 0.8, 0.02, 0.45];
    for last in 1..=heights.len() {
        let flick: Vec<String> = heights[..last]
            .iter()
            .map(|h| format!("scrollTo(0, document.getElementById('story').scrollHeight * {h});"))
            .collect();
        story.run(&flick.concat()).await?;
        story.settle().await?;
        story.wait_active_is_being_read().await?;
    }
    Ok(())
}

async fn steps_are_active_in_their_order_while_the_page_scrolls_by(story: Story) -> Done {
    story.open("").await?;
    let steps = &outline().steps;
    let mut before = 0;
    story.scroll_to_step(&steps[0].id).await?;
    for _ in 0..25 {
        story.scroll_by(431).await?;
        story.wait_active_is_being_read().await?;
        let active = story.active_step().await?;
        let now = steps.iter().position(|s| Some(&s.id) == active.as_ref());
        let now = now.expect("a step of the story is active");
        assert!(
            now >= before,
            "scrolling on led from {} back to {}",
            steps[before].id,
            steps[now].id
        );
        before = now;
    }
    Ok(())
}
