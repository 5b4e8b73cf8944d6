//! axe-core, to WCAG 2.2 AA and best practice, in each state of the page, light and dark, on a
//! desk and on a phone. What it finds does not depend on the engine, so one serves for all.

use serde_json::{Value, json};

use crate::engine::ONE;
use crate::runner::Done;
use crate::story::{NARROW, Story, WIDE};
use crate::tests;

tests![in ONE;
    the_opening,
    nobodys_side_in_mid_story,
    one_perspective,
    two_perspectives,
    a_source_open,
    the_list_of_sources,
    the_sheet_on_a_phone,
];

const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];
const BOTH: &[(u32, u32)] = &[WIDE, NARROW];

impl Story {
    async fn load_axe(&self) -> Done {
        let path = std::env::var("SIGHTLINES_AXE")
            .expect("SIGHTLINES_AXE names axe.min.js; run `cargo xtask test`");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        self.run(&axe).await
    }

    /// What axe finds, one line for each rule, with the first elements that break it.
    async fn violations(&self) -> Done<Vec<String>> {
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

    /// Checks a state, which `reach` brings about, on each screen and in each theme.
    async fn assert_accessible(&self, sizes: &[(u32, u32)], link: &str, reach: &[Reach]) -> Done {
        let mut found = Vec::new();
        for size in sizes {
            self.resize(*size).await?;
            self.open(link).await?;
            for act in reach {
                match *act {
                    Reach::Step(id) => self.scroll_to_step(id).await?,
                    Reach::Show(selector) => self.scroll_to_show(selector).await?,
                    Reach::Cite(selector) => self.follow_cite(selector).await?,
                    Reach::Click(selector) => self.click(selector).await?,
                }
            }
            self.load_axe().await?;
            for theme in ["light", "dark"] {
                let set = format!("document.documentElement.dataset.theme = '{theme}'");
                self.run(&set).await?;
                // Colours change over a moment; axe must see where they end.
                self.wait_for(
                    "transitions are over",
                    "document.getAnimations().every(a => a.playState !== 'running')",
                )
                .await?;
                let at = format!("{} px, {theme}: ", size.0);
                found.extend(
                    self.violations()
                        .await?
                        .into_iter()
                        .map(|v| format!("{at}{v}")),
                );
            }
        }
        let all = found.len();
        found.truncate(40);
        assert!(
            found.is_empty(),
            "{all} violations:\n  {}",
            found.join("\n  ")
        );
        Ok(())
    }
}

/// What the reader does to come into a state.
enum Reach {
    Step(&'static str),
    Show(&'static str),
    Cite(&'static str),
    Click(&'static str),
}

const CITE: &str = "#s-warships .txt a.cite";

async fn the_opening(story: Story) -> Done {
    story.assert_accessible(BOTH, "", &[]).await
}

async fn nobodys_side_in_mid_story(story: Story) -> Done {
    story
        .assert_accessible(BOTH, "", &[Reach::Step("warships")])
        .await
}

async fn one_perspective(story: Story) -> Done {
    story
        .assert_accessible(BOTH, "p=cn", &[Reach::Step("warships")])
        .await
}

async fn two_perspectives(story: Story) -> Done {
    story
        .assert_accessible(BOTH, "p=jp,ru", &[Reach::Step("warships")])
        .await
}

async fn a_source_open(story: Story) -> Done {
    story
        .assert_accessible(BOTH, "", &[Reach::Show(CITE), Reach::Cite(CITE)])
        .await
}

async fn the_list_of_sources(story: Story) -> Done {
    story
        .assert_accessible(&[WIDE], "", &[Reach::Show("#sources")])
        .await
}

async fn the_sheet_on_a_phone(story: Story) -> Done {
    story
        .assert_accessible(
            &[NARROW],
            "p=jp",
            &[Reach::Step("warships"), Reach::Click(".unfold")],
        )
        .await
}
