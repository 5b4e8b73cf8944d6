//! The record, and the drawer that shows a part of it beside the text.

use super::Page;
use crate::runner::Done;

const DRAWER: &str = "dialog.drawer";

impl Page {
    pub async fn bring_record_link_into_sight(&self, scene: &str) -> Done {
        self.run(&format!(
            "document.querySelector('#scene-{scene} .to-record a').scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        ))
        .await?;
        self.settle().await
    }

    pub async fn open_record_of(&self, scene: &str) -> Done {
        self.click(&format!("#scene-{scene} .to-record a")).await
    }

    pub async fn is_drawer_open(&self) -> Done<bool> {
        self.ask(&format!(
            "document.querySelector('{DRAWER}')?.open ?? false"
        ))
        .await
    }

    pub async fn wait_drawer(&self, is_open: bool) -> Done {
        let open = format!("document.querySelector('{DRAWER}').open");
        self.wait_value("whether the drawer is open", &open, is_open)
            .await
    }

    pub async fn text_in_drawer(&self) -> Done<String> {
        self.text(&format!("{DRAWER} .part")).await
    }

    pub async fn record_of(&self, scene: &str) -> Done<String> {
        self.text(&format!("#record-{scene}")).await
    }

    /// Whether the link to a scene's record has the focus.
    pub async fn is_focus_on_record_link(&self, scene: &str) -> Done<bool> {
        self.ask(&format!(
            "document.activeElement === document.querySelector('#scene-{scene} .to-record a')"
        ))
        .await
    }

    /// Ids that stand in the page more than once.
    pub async fn doubled_ids(&self) -> Done<Vec<String>> {
        self.ask(
            "(ids => ids.filter((id, i) => ids.indexOf(id) !== i))\
             ([...document.querySelectorAll('[id]')].map(e => e.id))",
        )
        .await
    }

    pub async fn wait_for_record_in_sight(&self, scene: &str) -> Done {
        let in_sight = format!(
            "(r => r.top >= -1 && r.top < innerHeight / 2)(document.querySelector('#record-{scene}').getBoundingClientRect())"
        );
        self.wait_for("the record is in sight", &in_sight).await
    }
}
