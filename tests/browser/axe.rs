//! axe-core, to WCAG 2.2 AA and best practice, in each state of the page, light and dark, on a
//! desk and on a phone. What it finds does not depend on the engine, so one serves for all.

use serde_json::{Value, json};
use thirtyfour::Key;

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
    an_event_compared,
    the_sheet_on_a_phone,
    as_known_then,
    a_line_of_the_diagram_open,
    what_each_side_wants,
    how_it_moved,
    in_a_frame,
    sharing,
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
    pub async fn load_axe(&self) -> Done {
        let path = std::env::var("SIGHTLINES_AXE")
            .expect("SIGHTLINES_AXE names axe.min.js; run `cargo xtask test`");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        self.run(&axe).await
    }

    /// What axe finds, one line for each rule, with the first elements that break it.
    pub async fn violations(&self) -> Done<Vec<String>> {
        // What is left out off the screen has no place yet, so targets there would seem to overlap.
        self.lay_out_all().await?;
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
                    Reach::Enter(selector) => self.press_on(selector, Key::Enter).await?,
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
    Enter(&'static str),
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

async fn an_event_compared(story: Story) -> Done {
    // On nobody's side it is part of what the other states check.
    story
        .assert_accessible(
            BOTH,
            "pin=warships-2013&p=jp,us",
            &[Reach::Show("#compare")],
        )
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

async fn as_known_then(story: Story) -> Done {
    for link in ["t=2013-07-16&known=1", "t=2014-02-28&known=1"] {
        story
            .assert_accessible(BOTH, link, &[Reach::Show(".then")])
            .await?;
    }
    Ok(())
}

async fn a_line_of_the_diagram_open(story: Story) -> Done {
    let line = ".rels-svg[data-turn='1'] [data-l='0']";
    story
        .assert_accessible(&[WIDE], "p=jp&step=warships", &[Reach::Enter(line)])
        .await
}

async fn what_each_side_wants(story: Story) -> Done {
    story
        .assert_accessible(BOTH, "p=jp", &[Reach::Show("#stakes")])
        .await?;
    let link = ".rels [data-show=wants]";
    story
        .assert_accessible(&[WIDE], "step=warships", &[Reach::Click(link)])
        .await
}

async fn how_it_moved(story: Story) -> Done {
    story
        .assert_accessible(BOTH, "", &[Reach::Show("#drift")])
        .await
}

async fn in_a_frame(story: Story) -> Done {
    // As in a host's page, whose own faults are not ours.
    let links = [
        "?layout=fixed#p=jp&step=warships",
        "?layout=auto#p=jp&step=warships&mode=steps",
        "?layout=auto#step=warships&mode=scroll",
    ];
    for link in links {
        story.assert_accessible(BOTH, link, &[]).await?;
    }
    Ok(())
}

async fn sharing(story: Story) -> Done {
    for (size, reach) in [
        (WIDE, &[Reach::Click(".nav > [data-do=share]")][..]),
        (
            NARROW,
            &[
                // In the opening the thumbs' bar lies over the menu's.
                Reach::Step("warships"),
                Reach::Click(".menu summary"),
                Reach::Click(".menu [data-do=share]"),
            ],
        ),
    ] {
        story.assert_accessible(&[size], "p=jp", reach).await?;
    }
    Ok(())
}
