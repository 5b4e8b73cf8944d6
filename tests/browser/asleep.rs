//! Without the program: the whole story as an article, whatever it is that is missing.

use crate::engine::{Engine, scriptless_firefox};
use crate::outline::outline;
use crate::runner::Done;
use crate::server::Host;
use crate::story::{Story, WIDE, error};
use crate::tests;

tests![
    without_javascript_the_whole_story_is_there,
    a_wasm_that_is_missing_blocked_or_cut_short_leaves_the_whole_story,
    the_quiet_line_is_not_there_while_all_is_well,
];

impl Story {
    /// Every event, reading and source of the story, to be read from top to bottom.
    async fn assert_whole_story_is_shown(&self, how: &str) -> Done {
        let story = outline();
        for (what, selector, wanted) in [
            ("events", "article.event", story.events.len()),
            ("steps", "section.step", story.steps.len()),
            ("chapters", "section.chap", story.chapters.len()),
            ("sources", ".page article.src", story.sources),
        ] {
            assert_eq!(
                self.count_shown(selector).await?,
                wanted,
                "{how}: {what} shown"
            );
        }
        let readings = self.count_shown(".reading .r .st").await?;
        let all: usize = self
            .ask("document.querySelectorAll('.reading .r .st').length")
            .await?;
        assert_eq!(readings, all, "{how}: readings shown, of those in the page");
        assert!(
            all >= story.readings,
            "{how}: the page has {all} readings, the story {}",
            story.readings
        );
        let hidden: Vec<String> = self
            .ask(
                "[...document.querySelectorAll('.steps p, .steps h2, .steps h3, .steps h4, #sources li')]\
                 .filter(e => !e.closest('[data-later], [hidden], .pager, .then'))\
                 .filter(e => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || e.getBoundingClientRect().width < 40)\
                 .map(e => e.className + ': ' + e.textContent.slice(0, 60)).slice(0, 5)",
            )
            .await?;
        assert!(
            hidden.is_empty(),
            "{how}: hidden from the reader: {hidden:?}"
        );
        // No empty table: who is heard, and where the readings are.
        let shown = (
            self.is_shown(".matrix").await?,
            self.is_shown("#compare .no-js").await?,
            self.count_shown(".all tbody tr").await?,
        );
        assert_eq!(shown, (false, true, story.events.len()), "{how}");
        // Both names, as nobody's side has it.
        let names = self.place_names().await?;
        assert!(
            ["Northern Territories", "Southern Kurils"]
                .iter()
                .all(|n| names.iter().any(|m| m == n)),
            "{how}: {names:?}"
        );
        for control in ["button.eye", "#dock", "#stage", ".unfold"] {
            assert!(
                !self.is_shown(control).await?,
                "{how}: {control} does nothing and is hidden"
            );
        }
        let wide: f64 = self
            .ask("document.documentElement.scrollWidth - innerWidth")
            .await?;
        assert!(wide <= 0.0, "{how}: {wide} px too wide");
        Ok(())
    }
}

async fn without_javascript_the_whole_story_is_there(story: Story) -> Done {
    match story.engine {
        Engine::Chromium => {
            let cdp = story.driver().cdp();
            let switch = |off: bool| serde_json::json!({ "value": off });
            cdp.send_raw("Emulation.setScriptExecutionDisabled", switch(true))
                .await?;
            story.open_at(Host::Sound, "").await?;
            let shown = story.assert_without_javascript().await;
            cdp.send_raw("Emulation.setScriptExecutionDisabled", switch(false))
                .await?;
            shown
        }
        Engine::Firefox => {
            let (driver, _process) = scriptless_firefox().await.map_err(error)?;
            let own = story.in_session(driver.clone());
            own.driver().set_window_rect(0, 0, WIDE.0, WIDE.1).await?;
            own.driver().goto(own.address(Host::Sound, "")).await?;
            let shown = own.assert_without_javascript().await;
            driver.quit().await?;
            shown
        }
        // JavaScript cannot be switched off there.
        Engine::WebKit => {
            story.open_at(Host::Scriptless, "").await?;
            story.assert_without_javascript().await
        }
    }
}

impl Story {
    async fn assert_without_javascript(&self) -> Done {
        assert_eq!(self.root("data-js").await?, None, "no script has run");
        self.assert_whole_story_is_shown("without JavaScript")
            .await?;
        assert!(
            self.is_shown("noscript .asleep, .noscript .asleep").await?,
            "a quiet line says what is missing"
        );
        Ok(())
    }
}

async fn a_wasm_that_is_missing_blocked_or_cut_short_leaves_the_whole_story(story: Story) -> Done {
    let mut unnoticed = Vec::new();
    for host in Host::FAILING {
        let how = host.folder();
        story.open_at(host, "").await?;
        let gone = "!document.documentElement.hasAttribute('data-js') && document.querySelector('#asleep').checkVisibility()";
        if !story.becomes(gone).await? {
            unnoticed.push(how);
            continue;
        }
        story.assert_whole_story_is_shown(how).await?;
        assert_eq!(story.root("data-awake").await?, None, "{how}");
    }
    assert!(
        unnoticed.is_empty(),
        "the page does not notice in time, and hides the readings: {unnoticed:?}"
    );
    Ok(())
}

async fn the_quiet_line_is_not_there_while_all_is_well(story: Story) -> Done {
    story.open("").await?;
    assert!(!story.is_shown(".asleep").await?, "nothing is missing");
    Ok(())
}
