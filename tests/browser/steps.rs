//! One passage at a time.

use thirtyfour::Key;

use crate::outline::outline;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    one_passage_is_shown_and_buttons_turn_to_its_neighbours,
    arrow_keys_turn_unless_a_control_uses_them,
    switching_the_way_to_read_keeps_the_place,
    a_link_leads_into_another_passage,
    a_reload_keeps_the_passage,
    a_phone_turns_under_the_thumb_and_by_a_swipe,
];

const NEXT: &str = ".pager [data-do=page-forward]";
const PREVIOUS: &str = ".pager [data-do=page-back]";
const SHOWN: &str =
    "[...document.querySelectorAll('.step')].filter(s => s.checkVisibility()).map(s => s.id)";

/// Exactly this passage is shown, and its beginning is in view.
async fn is_shown(story: &Story, step: &str) -> Done {
    story
        .wait_value(
            "what is shown",
            &format!("{SHOWN}.join()"),
            format!("s-{step}"),
        )
        .await?;
    story.wait_active(Some(step)).await?;
    let top = format!("document.getElementById('s-{step}-t').getBoundingClientRect().top");
    story
        .wait_for(
            "its title is in view",
            &format!("{top} > 0 && {top} < innerHeight / 2"),
        )
        .await
}

fn neighbour(step: &str, by: isize) -> String {
    let steps = &outline().steps;
    let at = steps.iter().position(|s| s.id == step).expect("a step");
    let at = at.checked_add_signed(by).expect("not before the first");
    steps[at].id.clone()
}

async fn one_passage_is_shown_and_buttons_turn_to_its_neighbours(story: Story) -> Done {
    story.open("mode=steps&step=warships&p=jp").await?;
    is_shown(&story, "warships").await?;
    let mut at = "warships".to_owned();
    for (button, by) in [(NEXT, 1), (NEXT, 1), (PREVIOUS, -1)] {
        story.click(button).await?;
        at = neighbour(&at, by);
        is_shown(&story, &at).await?;
        let count = story.text(".pager b").await?;
        let n = outline().steps.iter().position(|s| s.id == at).unwrap() + 1;
        assert!(count.contains(&n.to_string()), "{count:?} at passage {n}");
    }
    assert!(story.is_pressed("jp").await?, "the perspective stays");
    let first = outline().steps[0].id.clone();
    story.open(&format!("mode=steps&step={first}")).await?;
    is_shown(&story, &first).await?;
    story.click(PREVIOUS).await?;
    is_shown(&story, &first).await
}

async fn arrow_keys_turn_unless_a_control_uses_them(story: Story) -> Done {
    story.open("mode=steps&step=warships").await?;
    is_shown(&story, "warships").await?;
    story.press(Key::Right).await?;
    let next = neighbour("warships", 1);
    is_shown(&story, &next).await?;
    story.press(Key::Left).await?;
    is_shown(&story, "warships").await?;
    story
        .press_on("input[name=bind]:checked", Key::Right)
        .await?;
    story
        .wait_for(
            "the key chose the other radio button",
            "document.querySelector('input[name=bind][value=hold]').checked",
        )
        .await?;
    is_shown(&story, "warships").await
}

async fn switching_the_way_to_read_keeps_the_place(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    story.wait_active(Some("zone")).await?;
    for mode in ["steps", "article", "steps", "scroll"] {
        story.click("summary").await?;
        story
            .click(&format!("label:has(input[name=mode][value={mode}])"))
            .await?;
        story
            .wait_value(
                "the way to read",
                "document.documentElement.dataset.mode",
                mode,
            )
            .await?;
        story.wait_active(Some("zone")).await?;
        if mode == "steps" {
            story
                .wait_value("what is shown", &format!("{SHOWN}.join()"), "s-zone")
                .await?;
        }
        story.press(Key::Escape).await?;
    }
    Ok(())
}

async fn a_link_leads_into_another_passage(story: Story) -> Done {
    story.open("mode=steps&step=warships").await?;
    is_shown(&story, "warships").await?;
    story.click("summary").await?;
    let chapter = outline().chapters.last().expect("a chapter").id.clone();
    story
        .click(&format!(".menu a[href='#c-{chapter}']"))
        .await?;
    let first = outline().chapters.last().expect("a chapter").first.clone();
    story.wait_active(Some(&first)).await?;
    story
        .wait_value(
            "what is shown",
            &format!("{SHOWN}.join()"),
            format!("s-{first}"),
        )
        .await
}

async fn a_reload_keeps_the_passage(story: Story) -> Done {
    story.open("mode=steps&step=warships").await?;
    is_shown(&story, "warships").await?;
    story.click(NEXT).await?;
    let next = neighbour("warships", 1);
    is_shown(&story, &next).await?;
    story
        .wait_for(
            "the address says so",
            &format!("location.hash.includes('step={next}')"),
        )
        .await?;
    story.reload().await?;
    is_shown(&story, &next).await
}

async fn a_phone_turns_under_the_thumb_and_by_a_swipe(story: Story) -> Done {
    story.open_narrow("mode=steps&step=warships").await?;
    is_shown(&story, "warships").await?;
    story.click(".thumb-step[data-do=page-forward]").await?;
    let next = neighbour("warships", 1);
    is_shown(&story, &next).await?;
    // No engine's driver swipes alike: the events that a finger causes, as the engines tell them.
    let finger = |x0: i32, y0: i32, x1: i32, y1: i32| {
        format!(
            "const text = document.querySelector('.step.is-on .txt');
             const tell = (type, x, y) => text.dispatchEvent(new PointerEvent(type,
                 {{ bubbles: true, isPrimary: true, pointerType: 'touch', clientX: x, clientY: y }}));
             tell('pointerdown', {x0}, {y0}); tell('pointerup', {x1}, {y1});"
        )
    };
    story.run(&finger(60, 300, 240, 320)).await?;
    is_shown(&story, "warships").await?;
    story.run(&finger(240, 300, 200, 200)).await?;
    is_shown(&story, "warships").await?;
    story.run(&finger(240, 300, 60, 290)).await?;
    is_shown(&story, &next).await
}
