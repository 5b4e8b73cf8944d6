//! What can be measured of the page: how large, how many, how far; on paper too.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Page;
use crate::runner::Done;

/// What a reader can press, follow or fill in.
const CONTROLS: &str = "a[href], button, input, select, summary, [tabindex]:not([tabindex='-1'])";

impl Page {
    /// How much of the view, without a scroll bar, the map takes, in percent.
    pub async fn map_share(&self) -> Done<f64> {
        self.ask(
            "((r, width, height) => 100 * Math.max(0, Math.min(r.right, width) - Math.max(r.left, 0)) \
             * Math.max(0, Math.min(r.bottom, height) - Math.max(r.top, 0)) / (width * height))\
             (document.querySelector('.stage .map').getBoundingClientRect(), \
              document.documentElement.clientWidth, innerHeight)",
        )
        .await
    }

    /// The controls that lie in the view.
    pub async fn controls_in_view(&self) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll(\"{CONTROLS}\")].filter(e => {{ \
               const r = e.getBoundingClientRect(); \
               return e.checkVisibility({{ visibilityProperty: true }}) && r.width > 0 && r.height > 0 \
                 && r.bottom > 0 && r.right > 0 && r.top < innerHeight && r.left < innerWidth; \
             }}).map(e => e.tagName + ' ' + (e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 24))"
        ))
        .await
    }

    /// How often Tab stops from the top of the page to the end of the story.
    pub async fn tab_stops_to_the_end_of_the_story(&self) -> Done<usize> {
        self.ask(&format!(
            "[...document.querySelectorAll(\"{CONTROLS}\")].filter(e => e.tabIndex >= 0 && !e.disabled \
               && e.checkVisibility({{ visibilityProperty: true }}) \
               && (document.querySelector('.story').contains(e) \
                 || document.querySelector('.story').compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING)\
             ).length"
        ))
        .await
    }

    pub async fn width_beyond_view(&self) -> Done<f64> {
        self.ask("document.documentElement.scrollWidth - innerWidth")
            .await
    }

    /// The page's height, in px.
    pub async fn story_end(&self) -> Done<f64> {
        self.ask("document.querySelector('.story').getBoundingClientRect().bottom + scrollY")
            .await
    }

    /// What of the story a reader would miss on paper.
    pub async fn hidden_on_paper(&self) -> Done<Vec<String>> {
        self.medium("print").await?;
        let hidden = self
            .ask(
                "[...document.querySelectorAll('h1, .finding, .lead, .scene h2, .beat .text, .doubts li, .clash li, .shift, \
                   .card:not([data-how=uninvolved]) .said, .finale p, .reading .said, .source')]\
                 .filter(e => !e.closest('[data-until], .opening .cards') && !e.matches('.finale p:has(.button)'))\
                 .filter(e => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) \
                   || e.getBoundingClientRect().width < 40)\
                 .map(e => e.closest('[id]').id + ' ' + e.className + ': ' + e.textContent.slice(0, 40)).slice(0, 8)",
            )
            .await;
        self.medium("").await?;
        hidden
    }

    async fn medium(&self, medium: &str) -> Done {
        let medium = json!({ "media": medium });
        let cdp = self.driver().cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", medium).await?;
        self.settle().await
    }

    /// On how many sheets the story prints, without the record that follows it.
    pub async fn printed_pages_of_the_story(&self) -> Done<usize> {
        self.run("document.querySelector('#record').hidden = true")
            .await?;
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
        let cdp = self.driver().cdp();
        let printed: Value = cdp.send_raw("Page.printToPDF", paper).await?;
        self.run("document.querySelector('#record').hidden = false")
            .await?;
        let pdf = STANDARD
            .decode(printed["data"].as_str().unwrap_or_default())
            .unwrap_or_default();
        let is_page = |at: &[u8]| at.starts_with(b"/Type /Page") && at.get(11) != Some(&b's');
        Ok((0..pdf.len()).filter(|i| is_page(&pdf[*i..])).count())
    }
}
