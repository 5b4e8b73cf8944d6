//! The keyboard alone: reaches everything, in view, and with a focus that is seen.

use std::collections::BTreeSet;

use thirtyfour::Key;

use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    tab_reaches_everything_and_the_focus_is_seen,
    the_first_stop_skips_to_the_story,
    the_contents_open_and_lead_to_a_chapter_by_keyboard,
    scrolling_never_moves_the_focus,
];

/// Numbers all that Tab should reach, and notes what it does reach, when it has left it again: by
/// then the page has scrolled to it.
const FOLLOW_FOCUS: &str = r#"
    const wanted = [...document.querySelectorAll('a[href], button, input, summary, [tabindex]:not([tabindex^="-"])')]
        .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true })
            && !e.closest('dialog:not([open])') && !(e.type === 'radio' && !e.checked));
    wanted.forEach((e, i) => { e.dataset.stop = i; });
    const name = e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '') + ' '
        + (e.getAttribute('aria-label') || e.textContent).trim().slice(0, 40) + ' in #'
        + (e.closest('[id]')?.id ?? '');
    window.__wanted = wanted.map(name);
    window.__reached = [];
    window.__badly = [];
    window.__hurried = [];
    document.addEventListener('focusin', event => {
        const style = getComputedStyle(event.target);
        const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        if (!ringed && style.boxShadow === 'none') __badly.push('no focus seen on ' + name(event.target));
    });
    document.addEventListener('focusout', event => {
        const e = event.target;
        __reached.push(Number(e.dataset.stop ?? -1));
        if (e.matches('.skip')) return;
        // Engines scroll to what has the focus in a later frame; the next key may come before.
        if (__out(e)) __hurried.push(Number(e.dataset.stop ?? -1));
    });
    window.__out = e => {
        const r = e.getBoundingClientRect();
        const fixed = e.closest('.top, .dock, .stage');
        const bar = document.querySelector('.top').getBoundingClientRect();
        const dock = document.querySelector('.dock').getBoundingClientRect();
        const top = fixed || bar.top > 1 ? 0 : Math.max(0, bar.bottom);
        const bottom = fixed || dock.bottom < innerHeight - 1 ? innerHeight : Math.min(innerHeight, dock.top);
        return (r.bottom <= top + 1 || r.top >= bottom - 1)
            && 'out of sight at ' + Math.round(r.top) + '-' + Math.round(r.bottom) + ' of '
                + Math.round(top) + '-' + Math.round(bottom) + ': ' + name(e);
    };
"#;

async fn tab_reaches_everything_and_the_focus_is_seen(story: Story) -> Done {
    // With an event pinned: else the way there would change what is compared.
    story.open("p=jp&pin=warships-2013").await?;
    story.run(FOLLOW_FOCUS).await?;
    let wanted: Vec<String> = story.ask("__wanted").await?;
    assert!(wanted.len() > 300, "only {} things to reach", wanted.len());
    let mut reached = BTreeSet::new();
    for _ in 0..wanted.len() / 20 + 4 {
        let mut tabs = story
            .driver()
            .action_chain_with_delay(Some(std::time::Duration::ZERO), None);
        for _ in 0..20 {
            tabs = tabs.send_keys(Key::Tab);
        }
        tabs.perform().await?;
        let stops: Vec<i64> = story.ask("__reached.splice(0)").await?;
        reached.extend(stops);
        if reached.range(0..).count() >= wanted.len() {
            break;
        }
    }
    let missed: Vec<&String> = wanted
        .iter()
        .enumerate()
        .filter(|(i, _)| !reached.contains(&i64::try_from(*i).unwrap_or(-1)))
        .map(|(_, name)| name)
        .collect();
    assert!(
        missed.is_empty(),
        "Tab did not reach {} of {}: {:?}",
        missed.len(),
        wanted.len(),
        &missed[..missed.len().min(12)]
    );
    // What was left before it could be seen is gone to again, and given its time.
    let hurried: Vec<i64> = story.ask("__hurried").await?;
    for stop in hurried {
        story
            .run(&format!(
                "document.querySelector('[data-stop=\"{}\"]').focus()",
                stop - 1
            ))
            .await?;
        story.press(Key::Tab).await?;
        story
            .wait_for(
                "a stop that was left in haste is seen",
                &format!("document.activeElement.dataset.stop === '{stop}' && !__out(document.activeElement)"),
            )
            .await?;
    }
    let badly: Vec<String> = story.ask("__badly").await?;
    assert!(
        badly.is_empty(),
        "{} stops badly seen:\n  {}",
        badly.len(),
        badly[..badly.len().min(12)].join("\n  ")
    );
    Ok(())
}

async fn the_first_stop_skips_to_the_story(story: Story) -> Done {
    story.open("").await?;
    story.press(Key::Tab).await?;
    story
        .wait_for(
            "the way to the story has the focus",
            "document.activeElement.matches('.skip')",
        )
        .await?;
    let (left, top): (f64, f64) = story
        .ask("(r => [r.left, r.top])(document.activeElement.getBoundingClientRect())")
        .await?;
    assert!(
        left >= 0.0 && top >= 0.0,
        "it is seen when focused: {left}, {top}"
    );
    story.press(Key::Enter).await?;
    story
        .wait_for(
            "the story is at the top",
            "Math.abs(document.querySelector('#story').getBoundingClientRect().top) < 160",
        )
        .await?;
    // What Tab reaches next is in the story.
    story.press(Key::Tab).await?;
    story
        .wait_for(
            "the next stop is in the story",
            "!!document.activeElement.closest('#story')",
        )
        .await
}

async fn the_contents_open_and_lead_to_a_chapter_by_keyboard(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("two-names").await?;
    story.press_on(".menu summary", Key::Enter).await?;
    story
        .wait_for(
            "the contents are open",
            "document.querySelector('.menu-body').checkVisibility()",
        )
        .await?;
    let link = ".menu a[href='#c-washington']";
    story.press_on(link, Key::Enter).await?;
    story.wait_active(Some("three-parts")).await
}

async fn scrolling_never_moves_the_focus(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("zone").await?;
    story.focus("button.eye[data-a='1']").await?;
    for step in ["crimea", "gas", "eight"] {
        story.scroll_to_step(step).await?;
        story.wait_active(Some(step)).await?;
        let kept: bool = story
            .ask("document.activeElement.matches(\"button.eye[data-a='1']\")")
            .await?;
        assert!(kept, "the focus at {step}");
    }
    Ok(())
}
