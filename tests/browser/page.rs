//! The page object: what a reader does and sees, in a reader's words. Only here and in the modules below
//! are the page's selectors. What is true of any page is in [`Story`].

mod any_story;
mod axe;
pub mod compare;
pub mod frame;
mod measure;
mod record;
mod table;
mod timeline;
mod tools;
mod ways;
mod whole;

use std::ops::Deref;
use std::time::Duration;

use fixtures::index;
use serde_json::json;
use sightlines::story::model::{BeatIx, EventIx, Scene};

pub use timeline::slider_says;
pub use tools::Thumb;

use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;

/// A desk's screen.
pub const DESK: (u32, u32) = (1280, 800);
/// A phone's.
pub const PHONE: (u32, u32) = (390, 844);

const NOW: &str = "document.querySelector('.beat[data-now]')";
/// Where a reader stands in the page, as the page marks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub beat: Option<usize>,
    /// Scene so and so of so many.
    pub counter: String,
}

pub struct Page {
    story: Story,
}

impl Deref for Page {
    type Target = Story;

    fn deref(&self) -> &Story {
        &self.story
    }
}

impl Page {
    // ------------------------------------------------------------ opening

    /// Opens the page cold, with a choice in its address, and waits until it is awake.
    pub async fn open(story: &Story, choice: &str) -> Done<Self> {
        let page = Self::open_at(story, Host::Sound, choice).await?;
        page.wait_until_ready().await?;
        Ok(page)
    }

    /// The same on a screen of this size.
    pub async fn open_on(story: &Story, size: (u32, u32), choice: &str) -> Done<Self> {
        story.resize(size).await?;
        Self::open(story, choice).await
    }

    pub async fn open_at(story: &Story, host: Host, choice: &str) -> Done<Self> {
        let page = Self {
            story: story.clone(),
        };
        page.leave().await?;
        page.driver().goto(page.address(host, choice)).await?;
        Ok(page)
    }

    /// Follows a link within the page, as one in somebody's text does.
    pub async fn follow_link(&self, choice: &str) -> Done {
        self.run(&format!("location.hash = {}", json!(choice)))
            .await?;
        self.settle().await
    }

    // ------------------------------------------------------------ scenes

    /// Scrolls to where a scene begins, and waits until the page has noticed.
    pub async fn go_to_scene(&self, id: &str) -> Done {
        self.scroll_to_scene(id).await?;
        self.wait_for_beat(Some(scene(id).first)).await
    }

    pub async fn scroll_to_scene(&self, id: &str) -> Done {
        // What stands in the way gets its height only when it comes near.
        for _ in 0..2 {
            self.run(&format!(
                "document.querySelector('#scene-{id}').scrollIntoView({{ block: 'start', behavior: 'instant' }})"
            ))
            .await?;
            self.settle().await?;
        }
        Ok(())
    }

    /// Scrolls to a part of the page, by its id.
    pub async fn scroll_to_part(&self, id: &str) -> Done {
        for _ in 0..3 {
            self.run(&format!(
                "document.getElementById({}).scrollIntoView({{ block: 'start', behavior: 'instant' }})",
                json!(id)
            ))
            .await?;
            self.settle().await?;
        }
        Ok(())
    }

    /// Scrolls a paragraph to where it is read, and waits until the page has noticed.
    pub async fn go_to_beat(&self, beat: BeatIx) -> Done {
        let to = format!(
            "const beat = document.querySelector(\"[data-beat='{beat}']\"); \
             const line = innerHeight * (innerWidth < 960 ? .62 : .45) - 8; \
             scrollBy({{ top: beat.getBoundingClientRect().top - line, behavior: 'instant' }});"
        );
        for _ in 0..3 {
            self.run(&to).await?;
            self.settle().await?;
        }
        self.wait_for_beat(Some(beat)).await
    }

    pub async fn standing(&self) -> Done<Standing> {
        let (beat, counter): (Option<String>, String) = self
            .ask(&format!(
                "[{NOW}?.dataset.beat ?? null, document.querySelector('.timeline .now span').textContent]"
            ))
            .await?;
        Ok(Standing {
            beat: beat.and_then(|beat| beat.parse().ok()),
            counter,
        })
    }

    /// Waits until a paragraph is marked as the one being read, or none.
    pub async fn wait_for_beat(&self, beat: Option<BeatIx>) -> Done {
        let now = format!("{NOW}?.dataset.beat ?? null");
        self.wait_value(
            "the paragraph being read",
            &now,
            beat.map(|b| b.to_string()),
        )
        .await
    }

    pub async fn wait_for_scene(&self, id: &str) -> Done {
        let now = format!("{NOW}?.closest('.scene').id ?? null");
        self.wait_value("the scene being read", &now, format!("scene-{id}"))
            .await
    }

    /// Watches for a while that the reader stands where the page has led him.
    pub async fn assert_stays_there(&self) -> Done {
        let now = format!("[{NOW}?.dataset.beat ?? null, scrollY]");
        self.assert_stays("where the reader stands", &now, Duration::from_millis(600))
            .await
    }

    // ------------------------------------------------------------ keys and cards

    /// Presses the key of the nth actor on the stage.
    pub async fn press_key(&self, slot: usize) -> Done {
        self.click(&format!(".stage {}", key(slot))).await
    }

    /// Presses the key of the nth actor in the opening; on a narrow screen the story's own are there.
    pub async fn press_key_in_the_opening(&self, slot: usize) -> Done {
        let is_narrow: bool = self.ask("innerWidth < 960").await?;
        let of = if is_narrow { ".stage" } else { ".opening" };
        self.click(&format!("{of} {}", key(slot))).await
    }

    pub async fn is_key_pressed(&self, slot: usize) -> Done<bool> {
        self.ask(&format!(
            "document.querySelector(\".stage {}\").getAttribute('aria-pressed') === 'true'",
            key(slot)
        ))
        .await
    }

    /// The actors that the page says are switched on.
    pub async fn seen_as(&self) -> Done<String> {
        Ok(self.root("data-p").await?.unwrap_or_default())
    }

    pub async fn wait_seen_as(&self, slots: &str) -> Done {
        let seen = "document.documentElement.getAttribute('data-p') ?? ''";
        self.wait_value("whose view it is", seen, slots).await
    }

    /// The cards that are shown, by their actors' numbers.
    pub async fn cards(&self) -> Done<Vec<String>> {
        self.ask(
            "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).map(c => c.dataset.a)",
        )
        .await
    }

    /// What keeps an actor's card from lying whole in the view, with nothing over it; empty if nothing.
    pub async fn trouble_with_card(&self, slot: usize) -> Done<String> {
        self.ask(&format!(
            "(card => {{ \
               if (!card) return 'there is none'; \
               for (const a of card.getAnimations({{ subtree: true }})) a.finish(); \
               const r = card.getBoundingClientRect(), say = JSON.stringify(r); \
               if (r.height < 40 || r.width < 120) return 'it is too small: ' + say; \
               if (r.top < -.5 || r.left < -.5 || r.bottom > innerHeight + .5 || r.right > innerWidth + .5) \
                 return 'it does not lie in the view: ' + say; \
               if (card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1) \
                 return 'its text is cut off'; \
               const inset = 6; \
               for (const [x, y] of [[r.left + inset, r.top + inset], [r.right - inset, r.top + inset], \
                   [r.left + inset, r.bottom - inset], [r.right - inset, r.bottom - inset]]) {{ \
                 const top = document.elementFromPoint(x, y); \
                 if (!card.contains(top)) return 'something lies over it: ' + (top?.outerHTML ?? '').slice(0, 120); \
               }} \
               return ''; \
             }})([...document.querySelectorAll(\".card[data-a='{slot}']\")].find(c => c.checkVisibility()))"
        ))
        .await
    }

    pub async fn text_of_card(&self, slot: usize) -> Done<String> {
        self.ask(&format!(
            "[...document.querySelectorAll(\".card[data-a='{slot}']\")].find(c => c.checkVisibility())?.innerText ?? ''"
        ))
        .await
    }

    // ------------------------------------------------------------ before the program

    /// Opens the page on a line so slow that its program is not there until the test lets it.
    pub async fn open_held(story: &Story, choice: &str) -> Done<Self> {
        story.server().hold_wasm(true);
        let page = Self::open_at(story, Host::WasmHeld, choice).await?;
        page.assert_not_ready().await?;
        Ok(page)
    }

    pub async fn assert_not_ready(&self) -> Done {
        let state = (self.root("data-js").await?, self.root("data-ready").await?);
        assert_eq!(state, (Some(String::new()), None), "a program is to come");
        Ok(())
    }

    /// Lets the program come.
    pub async fn let_wake(&self) -> Done {
        self.server().hold_wasm(false);
        self.wait_until_ready().await
    }

    /// Whether the page takes back that a program is to come.
    pub async fn gives_up(&self) -> Done<bool> {
        self.becomes("!document.documentElement.hasAttribute('data-js')")
            .await
    }

    /// Has what is far from the view laid out too, which it else is only when it comes near.
    pub async fn lay_out_far_parts(&self) -> Done {
        self.run("document.querySelectorAll('.wide, .of-scene, .source').forEach(e => e.style.contentVisibility = 'visible')")
            .await?;
        self.settle().await
    }

    pub async fn set_theme(&self, theme: &str) -> Done {
        self.run(&format!(
            "document.documentElement.dataset.theme = '{theme}'"
        ))
        .await?;
        // Colours change over a moment; what is measured is where they end.
        self.wait_for(
            "transitions are over",
            "document.getAnimations().every(a => a.playState !== 'running')",
        )
        .await
    }
}

pub fn scene(id: &str) -> &'static Scene {
    let scene = index().scenes.iter().find(|scene| scene.id == id);
    scene.unwrap_or_else(|| panic!("no scene {id}"))
}

pub fn event(id: &str) -> EventIx {
    let event = index().events.iter().position(|event| event.id == id);
    let event = event.unwrap_or_else(|| panic!("no event {id}"));
    EventIx::try_from(event).expect("no story has so many events")
}

fn key(slot: usize) -> String {
    format!(".key[data-a='{slot}']")
}
