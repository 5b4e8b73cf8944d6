//! The pictures in `docs/`, taken of the built page: `cargo xtask screenshots`.

use std::path::PathBuf;

use crate::engine::ONE;
use crate::runner::Done;
use crate::story::{NARROW, Story, WIDE};
use crate::tests;

tests![in ONE; the_pictures_in_the_documents];

const PHONE: (u32, u32) = (390, 844);
const MIDDLE: (u32, u32) = (768, 1024);
const LARGE: (u32, u32) = (1920, 1080);

/// Name, size, theme, link.
const PICTURES: &[(&str, (u32, u32), &str, &str)] = &[
    ("screenshot", WIDE, "light", "step=warships&p=jp,ru"),
    ("opening", WIDE, "light", ""),
    ("opening-phone", PHONE, "light", ""),
    ("neutral", WIDE, "light", "step=four-ministers"),
    ("silent", WIDE, "light", "step=warships&p=cn,us"),
    (
        "window",
        WIDE,
        "light",
        "step=guest&hold=1&w=2013-01-01..2014-12-31",
    ),
    ("large-dark", LARGE, "dark", "step=warships&p=jp,ru"),
    ("middle", MIDDLE, "light", "step=warships&p=ru"),
    ("phone-dark", PHONE, "dark", "step=warships&p=jp,ru"),
    ("narrow", NARROW, "light", "step=sober-word&p=jp"),
];

/// Where to put them; none on an ordinary run of the tests.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("SIGHTLINES_SCREENSHOTS").map(PathBuf::from)
}

async fn the_pictures_in_the_documents(story: Story) -> Done {
    let folder = folder().expect("asked for: see main.rs");
    for (name, size, theme, link) in PICTURES {
        story.resize(*size).await?;
        story.open(link).await?;
        story
            .run(&format!(
                "document.documentElement.dataset.theme = '{theme}'"
            ))
            .await?;
        story
            .wait_for(
                "transitions are over",
                "document.getAnimations().every(a => a.playState !== 'running')",
            )
            .await?;
        let path = folder.join(name).with_extension("png");
        story.driver().screenshot(&path).await?;
        println!("{}", path.display());
    }
    Ok(())
}
