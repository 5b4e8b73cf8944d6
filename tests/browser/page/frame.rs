//! The page in a host's page: its layouts, and the way out of it.

use serde_json::json;

use super::{Page, key};
use crate::runner::Done;
use crate::story::Story;

/// All that is read: as high as the page.
const ALL: &str = ".explainer";
const FULL_PAGE: &str = ".guest a";

impl Page {
    /// The page that stands where the driver is, as in a frame that it has entered.
    pub fn here(story: &Story) -> Self {
        Self {
            story: story.clone(),
        }
    }

    pub async fn wait_layout(&self, layout: &str) -> Done {
        let now = "document.documentElement.dataset.layout";
        self.wait_value("the layout", now, layout).await
    }

    pub async fn theme(&self) -> Done<Option<String>> {
        self.root("data-theme").await
    }

    /// Waits until the frame is as high as the page in it.
    pub async fn wait_fits_its_frame(&self) -> Done {
        let fits = format!(
            "(page => page.height > 0 && Math.abs(innerHeight - (page.bottom + scrollY)) <= 1)\
             (document.querySelector('{ALL}').getBoundingClientRect())"
        );
        self.wait_for("the frame is as high as its page", &fits)
            .await
    }

    /// Waits until the page knows that nothing above this place is seen.
    pub async fn wait_seen_from(&self, px: u32) -> Done {
        let seen =
            "parseInt(getComputedStyle(document.documentElement).getPropertyValue('--seen'))";
        self.wait_for("the page knows what is seen", &format!("{seen} > {px}"))
            .await
    }

    /// Where the story begins, from the frame's top.
    pub async fn story_top(&self) -> Done<f64> {
        self.ask("document.querySelector('#story').getBoundingClientRect().top")
            .await
    }

    /// Goes to the next scene, or the one before, without the driver's scrolling to the button, which in a
    /// frame WebKit's does not.
    pub async fn step_scene(&self, forward: bool) -> Done {
        let n = if forward { 3 } else { 1 };
        self.run(&format!(
            "document.querySelector('.timeline .steps > button:nth-of-type({n})').click()"
        ))
        .await?;
        self.settle().await
    }

    /// The colour of the page's ground.
    pub async fn ground(&self) -> Done<String> {
        self.ask("getComputedStyle(document.documentElement).backgroundColor")
            .await
    }

    /// Where the way to the page of its own leads, and whether it is shown.
    pub async fn way_to_full_page(&self) -> Done<(String, bool)> {
        self.ask(&format!(
            "(a => [a.href, a.checkVisibility()])(document.querySelector('{FULL_PAGE}'))"
        ))
        .await
    }

    pub async fn follow_way_to_full_page(&self) -> Done {
        self.run(&format!("document.querySelector('{FULL_PAGE}').click()"))
            .await
    }

    /// What of map, keys and a line of sight does not lie in the first `height` px.
    pub async fn missing_in_first_view(&self, height: u32) -> Done<Vec<String>> {
        self.ask(&format!(
            "(seen => [['the map', '.map, .picture .shape', 1], ['keys', '.key', 2], ['a line', '.sight .ray', 1]]\
               .filter(([, s, least]) => [...document.querySelectorAll(s)].filter(seen).length < least).map(([what]) => what))\
             (e => e.checkVisibility({{ visibilityProperty: true }}) && (r => r.width > 8 && r.height > 8 && r.top >= -1 \
               && r.left < innerWidth && (r.bottom <= {height} + 1 || r.top < {height} - 120))(e.getBoundingClientRect()))"
        ))
        .await
    }

    /// What sticks while the page is scrolled.
    pub async fn sticking(&self) -> Done<Vec<String>> {
        self.ask(
            "[...document.body.querySelectorAll(':not(dialog, dialog *)')]\
             .filter(e => e.checkVisibility() && /sticky|fixed/.test(getComputedStyle(e).position))\
             .map(e => e.className)",
        )
        .await
    }

    pub async fn page_height(&self) -> Done<i64> {
        self.ask(&format!("document.querySelector('{ALL}').offsetHeight"))
            .await
    }

    pub async fn stage_top(&self) -> Done<f64> {
        self.ask("document.querySelector('.stage .map').getBoundingClientRect().top")
            .await
    }

    /// Has the page grow, as by something that comes late.
    pub async fn grow(&self) -> Done {
        self.run("document.querySelector('.texts').append(document.querySelector('.texts').cloneNode(true))")
            .await?;
        self.settle().await
    }

    /// How many scenes are shown, and which is the first.
    pub async fn shown_scenes(&self) -> Done<Vec<String>> {
        self.ask("[...document.querySelectorAll('.scene h2')].filter(e => e.checkVisibility()).map(e => e.parentNode.id)")
            .await
    }

    /// Presses the nth paragraph of the scene shown.
    pub async fn press_paragraph(&self, n: usize) -> Done {
        self.run(&format!(
            "[...document.querySelectorAll('.beat > .text')].filter(e => e.checkVisibility())[{n}].click()"
        ))
        .await?;
        self.settle().await
    }

    /// Opens the record of the scene shown, and tells where it then stands: its top and bottom.
    pub async fn place_of_record(&self, scene: &str) -> Done<(f64, f64)> {
        self.run(&format!(
            "document.querySelector('#scene-{scene} .to-record a').click()"
        ))
        .await?;
        self.wait_drawer(true).await?;
        self.settle().await?;
        self.ask("(r => [r.top, r.bottom])(document.querySelector('dialog.drawer[aria-labelledby=drawer-h]').getBoundingClientRect())")
            .await
    }

    /// Closes the drawer without the driver's scrolling to its button.
    pub async fn close_drawer_in_place(&self) -> Done {
        self.run("document.querySelector('dialog.drawer[aria-labelledby=drawer-h] header button:last-of-type').click()")
            .await?;
        self.wait_drawer(false).await
    }

    /// The title of the event that a card shows, and what is shown of it.
    pub async fn picked(&self) -> Done<(String, String)> {
        self.ask("['h2', 'div'].map(s => document.querySelector('.picked > ' + s).innerText)")
            .await
    }

    /// The parts of a card layout that do not lie whole in the view, or hold more than they show.
    pub async fn trouble_with_layout_of_card(&self) -> Done<Vec<String>> {
        let parts = [
            "h2".to_owned(),
            ".stage .map".to_owned(),
            format!(".stage {}", key(1)),
            format!(".stage {}", key(4)),
            ".guest".to_owned(),
        ];
        self.ask(&format!(
            "{}.filter(s => {{ const e = [...document.querySelectorAll(s)].find(e => e.checkVisibility()); \
               if (!e) return true; const r = e.getBoundingClientRect(); \
               return r.top < -1 || r.left < -1 || r.bottom > innerHeight + 1 || r.right > innerWidth + 1 || r.height < 16; }})\
             .concat(document.documentElement.scrollHeight > innerHeight + 1 ? ['the page scrolls'] : [])\
             .concat(document.documentElement.scrollWidth > innerWidth + 1 ? ['the page is too wide'] : [])",
            json!(parts)
        ))
        .await
    }

    /// What of the page a host must not be able to change by a message that means no good.
    pub async fn state(&self) -> Done<serde_json::Value> {
        self.ask(
            "[location.pathname, document.querySelectorAll('*').length, history.length, \
              document.documentElement.dataset.p ?? '', document.documentElement.dataset.theme ?? '', \
              document.querySelector('.beat[data-now]')?.dataset.beat ?? '', document.querySelectorAll('#bad').length]",
        )
        .await
    }
}
