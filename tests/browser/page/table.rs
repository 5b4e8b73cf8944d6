//! The table of all events: sorted and filtered.

use serde_json::json;

use super::Page;
use crate::runner::Done;

const PART: &str = "#all-events";

impl Page {
    pub async fn bring_table_into_sight(&self) -> Done {
        self.bring_into_sight(&format!("{PART} .sift")).await
    }

    /// The events of the rows that are shown, by number, in their order.
    pub async fn rows(&self) -> Done<Vec<u16>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{PART} tbody tr')].filter(tr => tr.checkVisibility()).map(tr => +tr.dataset.e)"
        ))
        .await
    }

    pub async fn wait_rows(&self, events: &[u16]) -> Done {
        let rows = format!(
            "[...document.querySelectorAll('{PART} tbody tr')].filter(tr => tr.checkVisibility()).map(tr => +tr.dataset.e)"
        );
        self.wait_value("the rows", &rows, json!(events)).await
    }

    /// Presses the head of a column, by the word for its order.
    pub async fn sort_by(&self, order: &str) -> Done {
        self.click(&format!("{PART} th[data-sort={order}] button"))
            .await
    }

    /// Which column the rows are ordered by, and which way.
    pub async fn sorted_by(&self) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{PART} [aria-sort]')].flatMap(th => [th.dataset.sort, th.getAttribute('aria-sort')])"
        ))
        .await
    }

    /// Chooses a value in the nth of the lists above the table.
    pub async fn sift(&self, nth: usize, value: &str) -> Done {
        self.run(&format!(
            "const s = document.querySelectorAll('{PART} .sift select')[{nth}]; s.value = {}; \
             s.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            json!(value)
        ))
        .await?;
        self.settle().await
    }

    /// What the lists are set to.
    pub async fn sifted_by(&self) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{PART} .sift select')].map(s => s.value)"
        ))
        .await
    }

    /// What the page says of how many are shown.
    pub async fn says_of_rows(&self) -> Done<String> {
        self.ask(&format!(
            "document.querySelector('{PART} [role=status]').innerText.replace(/\\s+/g, ' ').trim()"
        ))
        .await
    }

    pub async fn show_all_rows(&self) -> Done {
        self.click(&format!("{PART} .sift > button")).await
    }

    /// The themes of all rows, in the events' order.
    pub async fn themes(&self) -> Done<Vec<u8>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{PART} tbody tr')].sort((a, b) => a.dataset.e - b.dataset.e).map(tr => +tr.dataset.t)"
        ))
        .await
    }

    /// The events whose rows name a doubt or a disagreement.
    pub async fn doubtful_rows(&self) -> Done<Vec<u16>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{PART} tbody tr')].filter(tr => tr.querySelector('[data-d]')).map(tr => +tr.dataset.e)"
        ))
        .await
    }

    pub async fn open_row(&self, id: &str) -> Done {
        self.click(&format!("{PART} tbody a[href='#e-{id}']")).await
    }

    pub async fn is_focus_on_row(&self, id: &str) -> Done<bool> {
        self.ask(&format!(
            "document.activeElement === document.querySelector(\"{PART} tbody a[href='#e-{id}']\")"
        ))
        .await
    }
}
