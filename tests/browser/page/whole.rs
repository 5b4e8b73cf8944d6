//! Whether the whole story is there to be read without the program.

use fixtures::index;
use sightlines::story::model::Voice;

use super::Page;
use crate::runner::Done;

impl Page {
    /// Every scene, card, event, reading and source, to be read from top to bottom.
    pub async fn assert_whole_story(&self, how: &str) -> Done {
        assert_eq!(self.root("data-js").await?, None, "{how}");
        assert_eq!(self.root("data-ready").await?, None, "{how}");
        self.lay_out_far_parts().await?;
        let voices = index().beats.iter().flat_map(|b| &b.voices[..index().main]);
        let heard = voices.filter(|heard| **heard != Voice::Uninvolved).count();
        for (what, selector, wanted) in [
            ("scenes", ".scene", index().scenes.len()),
            ("paragraphs", ".beat > .text", index().beats.len()),
            ("cards", ".card:not([data-how=uninvolved]) .said", heard),
            ("events", "#record article.event", index().events.len()),
            ("finale", ".finale h2", 1),
            ("pictures", ".opening .picture, .finale .picture", 2),
        ] {
            assert_eq!(
                self.count_shown(selector).await?,
                wanted,
                "{how}: {what} shown"
            );
        }
        let hidden: Vec<String> = self
            .ask(
                "[...document.querySelectorAll('h1, h2, h3, .scene p, .reading .said, #sources li')]\
                 .filter(e => !e.closest('[data-until], [hidden], .vh, dialog, .picked, .opening .cards, .only-js, details:not([open]), .card[data-how=uninvolved]'))\
                 .filter(e => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) \
                   || e.getBoundingClientRect().width < 40)\
                 .map(e => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 60)).slice(0, 5)",
            )
            .await?;
        assert!(
            hidden.is_empty(),
            "{how}: hidden from the reader: {hidden:?}"
        );
        for control in [".key", ".timeline", ".stage"] {
            assert!(
                !self.is_shown(control).await?,
                "{how}: {control} does nothing and is hidden"
            );
        }
        let beyond = self.width_beyond_view().await?;
        assert!(beyond <= 0.0, "{how}: {beyond} px too wide");
        Ok(())
    }
}
