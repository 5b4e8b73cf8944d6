//! The narrowest phone, 320 px wide: nothing scrolls sideways, the sheet opens and closes.

use thirtyfour::Key;

use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    nothing_scrolls_sideways,
    the_sheet_opens_and_closes,
    the_thumb_bar_chooses_perspectives_and_steps_through_events,
    a_cite_is_followed_and_left_on_a_phone,
    the_strip_says_where_one_is,
];

impl Story {
    /// Neither the page, nor anything of it that a reader reads, is wider than the view.
    async fn assert_fits(&self, state: &str) -> Done {
        let too_wide: f64 = self
            .ask("document.documentElement.scrollWidth - innerWidth")
            .await?;
        let sticking_out: Vec<String> = self
            .ask(
                "[...document.querySelectorAll('.page :is(p, h1, h2, h3, h4, h5, li, dt, dd, a, button, summary, input), dialog[open] *')]\
                 .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.vh, .skip, .tl-box, .scroll, .menu:not([open]) .menu-body'))\
                 .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > innerWidth + 1 || r.left < -1); })\
                 .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40) + ' '\
                   + Math.round(e.getBoundingClientRect().left) + '-' + Math.round(e.getBoundingClientRect().right)).slice(0, 6)",
            )
            .await?;
        assert!(
            too_wide <= 0.0 && sticking_out.is_empty(),
            "{state}: {too_wide} px too wide; sticking out: {sticking_out:#?}"
        );
        Ok(())
    }

    async fn open_sheet(&self) -> Done {
        self.click(".unfold").await?;
        self.wait_for(
            "the sheet is open",
            "document.documentElement.hasAttribute('data-sheet')",
        )
        .await
    }

    async fn assert_sheet_closed(&self) -> Done {
        self.wait_for(
            "the sheet is closed",
            "!document.documentElement.hasAttribute('data-sheet')",
        )
        .await?;
        assert!(
            !self.is_shown("#stage").await? && !self.is_shown("#dock").await?,
            "stage and dock are folded"
        );
        Ok(())
    }
}

async fn nothing_scrolls_sideways(story: Story) -> Done {
    story.open_narrow("").await?;
    story.assert_fits("the opening").await?;
    story.scroll_to_step("warships").await?;
    story.assert_fits("in the story").await?;
    story.see_as(&["jp"]).await?;
    story.assert_fits("one perspective").await?;
    story.see_as(&["jp", "ru", "cn", "us"]).await?;
    story.assert_fits("all perspectives").await?;
    story.open_sheet().await?;
    story.assert_fits("the sheet").await?;
    story.click(".unfold").await?;
    story.click(".menu summary").await?;
    story.assert_fits("the contents").await?;
    story.click(".menu summary").await?;
    story.scroll_to_show("#s-warships .txt a.cite").await?;
    story.follow_cite("#s-warships .txt a.cite").await?;
    story.assert_fits("a source").await?;
    story.close_panel().await?;
    story.scroll_to_show("#compare").await?;
    story.assert_fits("the comparison").await
}

async fn the_sheet_opens_and_closes(story: Story) -> Done {
    story.open_narrow("").await?;
    story.scroll_to_step("warships").await?;
    story.assert_sheet_closed().await?;
    story.open_sheet().await?;
    for part in ["#stage .card h4", ".rels-svg", ".now", "input.in-moment"] {
        assert!(story.is_shown(part).await?, "{part} is in the open sheet");
    }
    let expanded: String = story
        .ask("document.querySelector('.unfold').ariaExpanded")
        .await?;
    assert_eq!(expanded, "true");
    // The slider works there.
    story.press_on("input.in-moment", Key::Right).await?;
    story
        .run("document.querySelector('.unfold').focus()")
        .await?;
    story.click(".unfold").await?;
    story.assert_sheet_closed().await?;
    story.open_sheet().await?;
    story.press(Key::Escape).await?;
    story.assert_sheet_closed().await?;
    let visible: bool = story
        .ask("document.activeElement === document.body || document.activeElement.checkVisibility()")
        .await?;
    assert!(visible, "the focus is not lost in what is folded");
    Ok(())
}

async fn the_thumb_bar_chooses_perspectives_and_steps_through_events(story: Story) -> Done {
    story.open_narrow("").await?;
    story.scroll_to_step("warships").await?;
    story.wait_active(Some("warships")).await?;
    let boxes: Vec<(f64, f64, f64, f64)> = story
        .ask(
            "[...document.querySelectorAll('button.eye, .thumb-step')].filter(b => b.checkVisibility()).map(b => b.getBoundingClientRect())\
             .map(r => [r.top, r.bottom, r.width, r.height])",
        )
        .await?;
    assert_eq!(boxes.len(), 6);
    for (top, bottom, width, height) in boxes {
        assert!(
            top > 400.0 && bottom <= 640.0,
            "under the thumb: {top}-{bottom} of 640"
        );
        assert!(
            width >= 24.0 && height >= 24.0,
            "large enough to hit: {width} by {height}"
        );
    }
    for actor in ["jp", "cn"] {
        story.toggle(actor).await?;
        assert!(story.is_pressed(actor).await?);
    }
    let before = story.event_shown().await?;
    story.click(".thumb-step[data-do=forward]").await?;
    assert_ne!(story.event_shown().await?, before, "to the next event");
    story.click(".thumb-step[data-do=back]").await?;
    assert_eq!(story.event_shown().await?, before, "and back");
    Ok(())
}

async fn a_cite_is_followed_and_left_on_a_phone(story: Story) -> Done {
    story.open_narrow("").await?;
    let cite = "#s-crimea .txt a.cite";
    story.scroll_to_show(cite).await?;
    let place = story.scroll_place().await?;
    story.follow_cite(cite).await?;
    story.close_panel().await?;
    let focused: bool = story
        .ask(&format!(
            "document.activeElement === document.querySelector('{cite}')"
        ))
        .await?;
    assert!(focused, "the focus is back at the cite");
    assert!(
        (story.scroll_place().await? - place).abs() <= 1.0,
        "the place is kept"
    );
    Ok(())
}

async fn the_strip_says_where_one_is(story: Story) -> Done {
    story.open_narrow("").await?;
    for step in ["zone", "customers", "three-parts"] {
        story.scroll_to_step(step).await?;
        story.wait_active(Some(step)).await?;
        let (strip, title) = (
            story.text(".strip-say b").await?,
            story.text(&format!("#s-{step} h3")).await?,
        );
        assert_eq!(strip, title, "the strip at {step}");
        // Its bar shows the moment where the slider's axis has it.
        let (at, wanted): (f64, f64) = story
            .ask(
                "(() => { const bar = document.querySelector('.strip-time'), dot = getComputedStyle(bar, '::after'),\
                 axis = document.querySelector('.in-moment');\
                 return [parseFloat(dot.left) + 7, bar.clientWidth * axis.value / axis.max] })()",
            )
            .await?;
        assert!(
            (at - wanted).abs() < 2.0,
            "the strip's bar at {step}: {at}, not {wanted}"
        );
    }
    Ok(())
}
