//! Pictures of the built page in many states, to be looked at: `cargo xtask screenshots`. The one that
//! the README shows is copied into `docs/` by hand.

use std::path::PathBuf;

use crate::engine::ONE;
use crate::runner::Done;
use crate::story::{NARROW, Story, WIDE};
use crate::tests;

tests![in ONE; the_pictures_in_the_documents];

const PHONE: (u32, u32) = (390, 844);
const MIDDLE: (u32, u32) = (768, 1024);
const TALL: (u32, u32) = (1280, 1100);
const LARGE: (u32, u32) = (1600, 900);

/// Name, size, link, and what is pressed there. The map comes first, then what else the stage has.
const PICTURES: &[(&str, (u32, u32), &str, &str)] = &[
    ("screenshot", WIDE, "step=warships&p=jp,ru", ""),
    ("opening", WIDE, "", ""),
    ("opening-phone", PHONE, "", ""),
    ("neutral", WIDE, "step=warships", ""),
    ("japan", WIDE, "step=on-the-shore&p=jp", ""),
    ("pair", WIDE, "step=zone&p=jp,cn", ""),
    ("closer", WIDE, "step=two-names", ".map [data-do=zoom-in]"),
    ("silent", WIDE, "step=warships&p=cn,us", ""),
    ("large", LARGE, "step=warships&p=jp,ru", ""),
    ("middle", MIDDLE, "step=warships&p=ru", ".unfold"),
    ("phone", PHONE, "step=warships&p=jp,ru", ""),
    ("phone-stage", PHONE, "step=warships&p=jp,ru", ".unfold"),
    ("narrow", NARROW, "step=zone&p=jp", ".unfold"),
    ("turned", WIDE, "step=four-ministers&p=ru", ""),
    ("relations", WIDE, "positions", ""),
    (
        "window",
        WIDE,
        "step=guest&hold=1&w=2013-01-01..2014-12-31",
        "",
    ),
    ("compare", TALL, "pin=warships-2013&p=jp,ru", ""),
    ("compare-phone", PHONE, "pin=warships-2013&p=ru", ""),
    ("table", WIDE, "table-h", ""),
    ("stakes", WIDE, "stakes", ""),
    ("known", WIDE, "step=guest&t=2014-02-28&known=1", ""),
    (
        "known-phone",
        PHONE,
        "step=guest&t=2014-02-28&known=1&p=jp",
        "",
    ),
    ("search", WIDE, "step=warships", ".nav > [data-do=search]"),
    ("steps", WIDE, "step=warships&mode=steps", ""),
    ("article", WIDE, "mode=article&step=two-wars", ""),
];
/// Each picture is taken in both; a dark one's name says so.
const THEMES: [(&str, &str); 2] = [("light", ""), ("dark", "-dark")];

/// Where to put them; none on an ordinary run of the tests.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("SIGHTLINES_SCREENSHOTS").map(PathBuf::from)
}

async fn the_pictures_in_the_documents(story: Story) -> Done {
    let folder = folder().expect("asked for: see main.rs");
    for (name, size, link, pressed) in PICTURES {
        story.resize(*size).await?;
        for (theme, ending) in THEMES {
            story.open(link).await?;
            story
                .run(&format!(
                    "document.documentElement.dataset.theme = '{theme}'"
                ))
                .await?;
            if !pressed.is_empty() {
                story.click(pressed).await?;
            }
            if *name == "search" {
                let field = story.find("#search input").await?;
                field.send_keys("snow dragon").await?;
            }
            story
                .wait_for(
                    "transitions are over",
                    "document.getAnimations().every(a => a.playState !== 'running')",
                )
                .await?;
            let path = folder.join(format!("{name}{ending}.png"));
            story.driver().screenshot(&path).await?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
