//! Following a cite to its source and coming back.

use serde_json::json;
use thirtyfour::Key;

use crate::outline::outline;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    a_cite_opens_its_source_and_escape_leads_back,
    the_close_button_leads_back_too,
    a_cite_is_followed_by_keyboard,
    the_list_of_sources_leads_back_to_the_passages_that_use_them,
    every_cite_leads_to_a_source_that_is_there,
];

/// A cite in the middle of the story.
const CITE: &str = "#s-crimea .txt a.cite";

impl Story {
    async fn assert_panel_shows(&self, cite: &str) -> Done {
        let keys: String = self
            .ask(&format!(
                "document.querySelector({}).dataset.c",
                json!(cite)
            ))
            .await?;
        let number = keys.split('-').next().unwrap_or_default();
        let title = self.text(&format!("#src-{number} h3")).await?;
        let panel = self.text(".panel .src h3").await?;
        assert_eq!(panel, title, "the panel's article");
        for what in [".facts", ".paras", ".uses"] {
            assert!(
                self.is_shown(&format!(".panel {what}")).await?,
                "the panel shows {what}"
            );
        }
        let lit = self.count_shown(".panel [data-cited]").await?;
        assert_eq!(
            lit,
            keys.split(' ').count(),
            "cited paragraphs lit in the panel, for {keys}"
        );
        Ok(())
    }

    async fn assert_back_at(&self, cite: &str, place: f64) -> Done {
        let focused: bool = self
            .ask(&format!(
                "document.activeElement === document.querySelector({})",
                json!(cite)
            ))
            .await?;
        assert!(focused, "the focus is back at the cite");
        let now = self.scroll_place().await?;
        assert!(
            (now - place).abs() <= 1.0,
            "the page stood at {place}, now at {now}"
        );
        Ok(())
    }
}

async fn a_cite_opens_its_source_and_escape_leads_back(story: Story) -> Done {
    story.open("").await?;
    for (step, cite) in [("crimea", CITE), ("host", "#s-host .event .sum a.cite")] {
        story.scroll_to_step(step).await?;
        story.scroll_to_show(cite).await?;
        let (place, active) = (story.scroll_place().await?, story.active_step().await?);
        story.follow_cite(cite).await?;
        story.assert_panel_shows(cite).await?;
        story.press(Key::Escape).await?;
        story.wait_panel_closed().await?;
        story.assert_back_at(cite, place).await?;
        assert_eq!(story.active_step().await?, active, "the passage");
    }
    Ok(())
}

async fn the_close_button_leads_back_too(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_show(CITE).await?;
    let place = story.scroll_place().await?;
    for _ in 0..2 {
        story.follow_cite(CITE).await?;
        story.assert_panel_shows(CITE).await?;
        story.close_panel().await?;
        story.assert_back_at(CITE, place).await?;
    }
    Ok(())
}

async fn a_cite_is_followed_by_keyboard(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_show(CITE).await?;
    let place = story.scroll_place().await?;
    story.press_on(CITE, Key::Enter).await?;
    story
        .wait_for(
            "the source panel is open",
            "document.querySelector('dialog.panel').open",
        )
        .await?;
    let inside: bool = story
        .ask("!!document.activeElement.closest('dialog.panel')")
        .await?;
    assert!(inside, "the focus is in the panel");
    story.press(Key::Escape).await?;
    story.wait_panel_closed().await?;
    story.assert_back_at(CITE, place).await
}

async fn the_list_of_sources_leads_back_to_the_passages_that_use_them(story: Story) -> Done {
    story.open("").await?;
    for source in 1..=outline().sources {
        let link = format!("#src-{source} .paras a[href^='#e-']");
        story.scroll_to_show(&link).await?;
        let target: String = story
            .ask(&format!(
                "document.querySelector(\"{link}\").getAttribute('href')"
            ))
            .await?;
        story.click(&link).await?;
        let told = story.step_of(target.trim_start_matches("#e-"));
        story.wait_active(Some(&told.id)).await?;
        let top = story.top_of(&target).await?;
        assert!(
            (0.0..600.0).contains(&top),
            "{target}, linked from source {source}, stands at {top}"
        );
    }
    Ok(())
}

async fn every_cite_leads_to_a_source_that_is_there(story: Story) -> Done {
    story.open("").await?;
    let dangling: Vec<String> = story
        .ask(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))\
             .filter(href => href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1))))",
        )
        .await?;
    assert!(dangling.is_empty(), "links that lead nowhere: {dangling:?}");
    let lost: Vec<String> = story
        .ask(
            "[...document.querySelectorAll('a.cite')].flatMap(a => a.dataset.c.split(' '))\
             .filter(key => !document.getElementById('src-' + key))",
        )
        .await?;
    assert!(
        lost.is_empty(),
        "cites of paragraphs that the list of sources lacks: {lost:?}"
    );
    Ok(())
}
