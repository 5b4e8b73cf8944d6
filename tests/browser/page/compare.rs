//! The comparison of an event, in the record and in the drawer.

use serde_json::json;
use sightlines::story::model::EventIx;

use super::Page;
use crate::runner::Done;

/// Where a comparison stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum In {
    Record,
    Drawer,
}

impl In {
    fn compared(self) -> &'static str {
        match self {
            Self::Record => "#compare .compared",
            Self::Drawer => "dialog.beside .compared",
        }
    }
}

impl Page {
    pub async fn bring_comparison_into_sight(&self) -> Done {
        self.bring_into_sight("#compare").await
    }

    /// Follows the link to compare an event, where its record stands in the page.
    pub async fn compare_from_record(&self, id: &str) -> Done {
        let link = format!("#e-{id} a[data-pin]");
        self.bring_into_sight(&link).await?;
        self.click(&link).await
    }

    /// The same from the copy in the drawer.
    pub async fn compare_from_drawer(&self, id: &str) -> Done {
        let link = format!("dialog.beside a[data-pin='{id}']");
        self.bring_into_sight(&link).await?;
        self.click(&link).await
    }

    pub async fn wait_compared(&self, place: In, id: &str) -> Done {
        let shown = format!(
            "[document.querySelector('{} h4')?.textContent, true].join() \
             === [document.querySelector('#e-{id}-t').textContent, true].join()",
            place.compared()
        );
        self.wait_for(&format!("{id} is compared in the {place:?}"), &shown)
            .await
    }

    /// The actors that have a column, by number.
    pub async fn wait_columns(&self, place: In, slots: &[&str]) -> Done {
        let columns = format!(
            "[...document.querySelectorAll('{} thead th[data-a]')].map(th => th.dataset.a)",
            place.compared()
        );
        self.wait_value("the columns", &columns, json!(slots)).await
    }

    /// Readings of an event's record that do not stand in their actor's column under their question.
    pub async fn misplaced_readings(&self, place: In, event: EventIx) -> Done<Vec<String>> {
        let id = fixtures::index().events[usize::from(event)].id;
        self.ask(&format!(
            "((table, questions) => [...document.querySelectorAll('#e-{id} .reading[data-a][data-row]')]\
             .filter(r => table.querySelector(`thead th[data-a='${{r.dataset.a}}']`))\
             .filter(r => ![...table.querySelectorAll(`td[data-a='${{r.dataset.a}}']`)].some(td => \
               td.closest('tr').querySelector('th').textContent === questions[r.dataset.row] \
               && td.textContent.includes(r.querySelector('.said').textContent.trim())))\
             .map(r => r.textContent))\
             (document.querySelector('{} table'), {})",
            place.compared(),
            json!(questions())
        ))
        .await
    }

    /// How an actor is silent on the event, in words; none where it has a reading.
    pub async fn silence(&self, place: In, slot: usize) -> Done<Option<String>> {
        self.ask(&format!(
            "document.querySelector(\"{} .silence[data-a='{slot}']\")?.dataset.how ?? null",
            place.compared()
        ))
        .await
    }

    /// The columns whose cells do not cover every row.
    pub async fn torn_columns(&self, place: In) -> Done<Vec<String>> {
        self.ask(&format!(
            "(table => [...table.querySelectorAll('thead th[data-a]')].map(th => th.dataset.a).filter(a => \
               [...table.querySelectorAll(`td[data-a='${{a}}']`)].reduce((sum, td) => sum + td.rowSpan, 0) \
               !== table.querySelectorAll('tbody tr').length))(document.querySelector('{} table'))",
            place.compared()
        ))
        .await
    }

    /// The button by which the comparison lets go of the pinned event; empty where there is none.
    pub async fn way_back_from_pin(&self, place: In) -> Done<String> {
        self.ask(&format!(
            "(b => b.checkVisibility() ? b.textContent : '')(document.querySelector('{} .unpin button'))",
            place.compared()
        ))
        .await
    }

    pub async fn let_go_of_pin(&self, place: In) -> Done {
        self.click(&format!("{} .unpin button", place.compared()))
            .await
    }

    pub(super) async fn bring_into_sight(&self, selector: &str) -> Done {
        // What stands in the way gets its height only when it comes near.
        for _ in 0..3 {
            self.run(&format!(
                "document.querySelector({}).scrollIntoView({{ block: 'center', behavior: 'instant' }})",
                json!(selector)
            ))
            .await?;
            self.settle().await?;
        }
        Ok(())
    }
}

/// The rows' questions, in the order in which the record numbers aspects.
fn questions() -> [&'static str; 6] {
    use sightlines::story::labels;
    [
        labels::what_saw(),
        labels::what_fears(),
        labels::what_wants(),
        labels::what_offers(),
        labels::what_says(),
        labels::what_advised(),
    ]
}
