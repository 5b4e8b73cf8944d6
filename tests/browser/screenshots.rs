//! Pictures of the built page in many states, to be looked at: `cargo xtask screenshots`. The one that
//! the README shows is copied into `docs/` by hand.

use std::path::PathBuf;

use crate::engine::ONE;
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![in ONE; the_page_in_many_states];

const TABLET: (u32, u32) = (820, 1180);
const WIDE: (u32, u32) = (1920, 1080);

/// What is done after opening.
#[derive(Clone, Copy)]
enum Then {
    Nothing,
    /// The key of an actor, by its number.
    Key(usize),
    Record(&'static str),
    Tools,
    Menu,
    Search(&'static str),
    Share,
    /// To a part of the page, by its id.
    Scroll(&'static str),
}

use Then::{Key, Menu, Nothing, Record, Scroll, Search, Share, Tools};

/// Name, link, and what is done there; each in every size and theme.
const PICTURES: &[(&str, &str, Then)] = &[
    ("opening", "", Nothing),
    ("opening-key", "", Key(3)),
    ("scene", "scene=warships", Nothing),
    ("two", "scene=warships&p=jp,ru", Nothing),
    ("silent", "scene=offer&p=cn", Nothing),
    ("four", "scene=zone&p=jp,ru,cn,us", Nothing),
    ("drawer", "scene=warships&p=jp", Record("warships")),
    ("tools", "scene=zone", Tools),
    ("menu", "", Menu),
    ("search", "", Search("snow dragon")),
    ("share", "", Share),
    ("steps", "scene=warships&mode=steps&p=ru", Nothing),
    ("article", "scene=warships&mode=article", Nothing),
    ("finale", "", Scroll("finale")),
    ("record", "", Scroll("record")),
    ("table", "", Scroll("all-events")),
    ("card", "?layout=card#scene=warships&p=jp", Nothing),
];

/// Where to put them; none on an ordinary run of the tests.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("SIGHTLINES_SCREENSHOTS").map(PathBuf::from)
}

async fn the_page_in_many_states(story: Story) -> Done {
    let folder = folder().expect("asked for: see main.rs");
    for (name, link, then) in PICTURES {
        for size in [PHONE, TABLET, DESK, WIDE] {
            let page = Page::open_on(&story, size, link).await?;
            match *then {
                Nothing => {}
                Key(slot) => page.press_key_in_the_opening(slot).await?,
                Record(scene) => {
                    page.bring_record_link_into_sight(scene).await?;
                    page.open_record_of(scene).await?;
                    page.wait_drawer(true).await?;
                }
                Tools => page.unfold_tools().await?,
                Menu => page.open_menu().await?,
                Search(words) => {
                    page.open_search().await?;
                    page.search_for(words).await?;
                }
                Share => page.open_share().await?,
                Scroll(part) => page.scroll_to_part(part).await?,
            }
            for theme in ["light", "dark"] {
                page.set_theme(theme).await?;
                let path = folder.join(format!("{name}-{}-{theme}.png", size.0));
                story.driver().screenshot(&path).await?;
                println!("{}", path.display());
            }
        }
    }
    Ok(())
}
