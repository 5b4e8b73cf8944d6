//! axe-core in the page, to WCAG 2.2 AA and best practice.

use serde_json::{Value, json};

use super::Page;
use crate::runner::Done;

const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

impl Page {
    pub async fn load_axe(&self) -> Done {
        let path = std::env::var("SIGHTLINES_AXE")
            .expect("SIGHTLINES_AXE names axe.min.js; run `cargo xtask test`");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        self.run(&axe).await
    }

    /// What axe finds, one line for each rule, with the first elements that break it.
    pub async fn violations(&self) -> Done<Vec<String>> {
        let check = "const [tags, done] = arguments;\
            axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })\
              .then(found => done(found.violations.map(v =>\
                v.id + ' (' + v.impact + ', ' + v.nodes.length + ' times), ' + v.help + ': '\
                + v.nodes.slice(0, 5).map(n => n.target.join(' ') + ' [' + (n.any[0] ?? n.all[0] ?? n.none[0])?.message + ']').join('; '))),\
                error => done(['axe failed: ' + error]));";
        let found: Value = self
            .driver()
            .execute_async(check, vec![json!(TAGS)])
            .await?
            .json()
            .clone();
        Ok(serde_json::from_value(found).unwrap_or_default())
    }
}
