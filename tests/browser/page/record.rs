//! The record, and the drawer that shows a part of it beside the text.

use std::time::Duration;

use super::Page;
use crate::runner::Done;

const DRAWER: &str = "dialog.beside";

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

    /// The title and the words of what the drawer shows.
    pub async fn shown_in_drawer(&self) -> Done<(String, String)> {
        self.ask(&format!(
            "['header h3', '.copied'].map(s => document.querySelector('{DRAWER} ' + s).textContent.trim())"
        ))
        .await
    }

    pub async fn wait_title_in_drawer(&self, title: &str) -> Done {
        let now = format!("document.querySelector('{DRAWER} header h3').textContent");
        self.wait_value("the drawer's title", &now, title).await
    }

    pub async fn wait_title_in_drawer_of_event(&self, id: &str) -> Done {
        let title = self.text(&format!("#e-{id}-t")).await?;
        self.wait_title_in_drawer(&title).await
    }

    pub async fn width_beyond_drawer(&self) -> Done<f64> {
        self.ask(&format!(
            "(d => d.scrollWidth - d.clientWidth)(document.querySelector('{DRAWER}'))"
        ))
        .await
    }

    pub async fn close_drawer(&self) -> Done {
        self.click(&format!("{DRAWER} header button:last-of-type"))
            .await
    }

    pub async fn can_go_back_in_drawer(&self) -> Done<bool> {
        self.is_shown(&format!("{DRAWER} header button:first-of-type"))
            .await
    }

    pub async fn go_back_in_drawer(&self) -> Done {
        self.click(&format!("{DRAWER} header button:first-of-type"))
            .await
    }

    pub async fn follow_in_drawer(&self, to: &str) -> Done {
        let link = format!("{DRAWER} a[href='{to}']:not([data-pin])");
        self.bring_into_sight(&link).await?;
        self.click(&link).await
    }

    pub async fn follow_cite_in_drawer(&self) -> Done {
        let cite = format!("{DRAWER} .sum .cites a");
        self.bring_into_sight(&cite).await?;
        self.click(&cite).await
    }

    /// Follows the first footnote of a scene; gives what it names.
    pub async fn follow_cite_of_scene(&self, scene: &str) -> Done<String> {
        let cite = format!("#scene-{scene} .beat .text .cites a");
        self.bring_into_sight(&cite).await?;
        let to: String = self
            .ask(&format!(
                "document.querySelector('{cite}').getAttribute('href')"
            ))
            .await?;
        self.click(&cite).await?;
        Ok(to.trim_start_matches("#src-").to_owned())
    }

    pub async fn is_focus_on_cite_of_scene(&self, scene: &str) -> Done<bool> {
        self.ask(&format!(
            "document.activeElement === document.querySelector('#scene-{scene} .beat .text .cites a')"
        ))
        .await
    }

    pub async fn title_of_source(&self, number: &str) -> Done<String> {
        self.text(&format!("#src-{number}-t")).await
    }

    /// The piece that was asked for is marked, and lies in the drawer's view, under its head.
    pub async fn wait_asked_piece_in_sight(&self) -> Done {
        let in_sight = format!(
            "((p, h) => p != null && p.top >= h.bottom - 1 && p.bottom <= innerHeight)\
             (document.querySelector('{DRAWER} [data-asked]')?.getBoundingClientRect(), \
              document.querySelector('{DRAWER} header').getBoundingClientRect())"
        );
        self.wait_for("what was asked for is in sight", &in_sight)
            .await
    }

    /// The title and the rest of the words of a scene's record.
    pub async fn record_of(&self, scene: &str) -> Done<(String, String)> {
        self.ask(&format!(
            "(copy => {{ const h = copy.querySelector('h3'); h.remove(); return [h.textContent, copy.textContent.trim()]; }})\
             (document.querySelector('#record-{scene}').cloneNode(true))"
        ))
        .await
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

    // ------------------------------------------------------------ links into the record

    pub async fn top_of_part(&self, id: &str) -> Done<f64> {
        self.ask(&format!(
            "document.getElementById('{id}').getBoundingClientRect().top"
        ))
        .await
    }

    /// A part of the record stands at the top of the view, or as near to it as the page's end allows.
    pub async fn wait_landed(&self, id: &str) -> Done {
        self.wait_for(&format!("#{id} is landed at"), &landed(id))
            .await
    }

    pub async fn assert_stays_landed(&self, id: &str) -> Done {
        self.assert_stays("the place", &landed(id), Duration::from_millis(500))
            .await
    }

    pub async fn follow_contents(&self, part: &str) -> Done {
        let link = format!(".toc a[href='#{part}']");
        self.scroll_like_a_reader(-1).await?;
        self.bring_into_sight(&link).await?;
        self.click(&link).await
    }

    /// Scrolls as a reader does, who uses a wheel.
    pub async fn scroll_like_a_reader(&self, px: i32) -> Done {
        self.run("document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))")
            .await?;
        self.scroll_by(px).await
    }
}

fn landed(id: &str) -> String {
    format!(
        "(top => (top >= -1 && top < 80) || (top >= 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1))\
         (document.getElementById('{id}').getBoundingClientRect().top)"
    )
}
