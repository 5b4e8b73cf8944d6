//! The timeline's tools: the period, and what was published by a day. And what stays where it is.

use serde_json::json;
use thirtyfour::Key;

use super::Page;
use crate::runner::Done;

const TOOLS: &str = "#timeline-tools";
const BUTTON: &str = ".timeline .unfold";

/// One of the period's two thumbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thumb {
    From,
    To,
}

impl Thumb {
    fn selector(self) -> &'static str {
        match self {
            Self::From => ".grip.from input",
            Self::To => ".grip.to input",
        }
    }
}

impl Page {
    pub async fn unfold_tools(&self) -> Done {
        self.click(BUTTON).await?;
        self.wait_tools(true).await
    }

    pub async fn press_tools_button(&self) -> Done {
        self.click(BUTTON).await
    }

    pub async fn wait_tools(&self, is_open: bool) -> Done {
        let open = format!("document.querySelector('{TOOLS}').checkVisibility()");
        self.wait_value("whether the tools are unfolded", &open, is_open)
            .await
    }

    pub async fn wait_focus_in_tools(&self) -> Done {
        let within = format!("document.querySelector('{TOOLS}').contains(document.activeElement)");
        self.wait_for("the focus is in the tools", &within).await
    }

    pub async fn wait_focus_on_tools_button(&self) -> Done {
        let on = format!("document.activeElement === document.querySelector('{BUTTON}')");
        self.wait_for("the focus is on the button", &on).await
    }

    /// Puts the focus on the key of the nth actor, as Tab does.
    pub async fn focus_key(&self, slot: usize) -> Done {
        self.focus(&format!(".stage .key[data-a='{slot}']")).await
    }

    pub async fn height_of_timeline(&self) -> Done<f64> {
        self.ask("document.querySelector('.timeline').getBoundingClientRect().height")
            .await
    }

    /// Whether something lies over what has the focus.
    pub async fn is_focus_covered(&self) -> Done<bool> {
        self.ask(
            "(e => { const r = e.getBoundingClientRect(); \
               const hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2); \
               const whole = e.closest('.lane, .period, label') ?? e; \
               return !hit || !(whole.contains(hit) || hit.contains(e)); \
             })(document.activeElement)",
        )
        .await
    }

    pub async fn choose_period(&self) -> Done {
        self.click(".filters fieldset:first-child label:nth-of-type(2) input")
            .await?;
        self.wait_for(
            "the thumbs are there",
            "document.querySelectorAll('.grip').length === 2",
        )
        .await
    }

    pub async fn move_with_the_story(&self) -> Done {
        self.click(".filters fieldset:first-child label:nth-of-type(1) input")
            .await
    }

    /// Only what was published by the nth of the story's days, or all of it.
    pub async fn only_published_by(&self, edition: Option<usize>) -> Done {
        let n = edition.map_or(1, |edition| edition + 2);
        self.click(&format!(
            ".filters fieldset:last-child label:nth-of-type({n}) input"
        ))
        .await?;
        let by = edition.map(|n| n.to_string());
        self.wait_value(
            "by which day",
            "document.documentElement.dataset.asof ?? null",
            by,
        )
        .await
    }

    /// Moves a thumb by so many steps as a helping device does, and tells what it then says.
    pub async fn nudge_thumb(&self, thumb: Thumb, by: i32) -> Done<String> {
        let input = thumb.selector();
        self.run(&format!(
            "const i = document.querySelector('{input}'); i.value = +i.value + {by}; \
             i.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await?;
        self.settle().await?;
        self.thumb_says(thumb).await
    }

    pub async fn thumb_says(&self, thumb: Thumb) -> Done<String> {
        self.ask(&format!(
            "document.querySelector('{}').getAttribute('aria-valuetext')",
            thumb.selector()
        ))
        .await
    }

    pub async fn press_on_thumb(&self, thumb: Thumb, key: Key) -> Done<String> {
        self.focus(thumb.selector()).await?;
        self.press(key).await?;
        self.thumb_says(thumb).await
    }

    /// What the slider says at its two ends.
    pub async fn slider_ends(&self) -> Done<[String; 2]> {
        self.focus_slider().await?;
        let says = "document.querySelector('.lane input').getAttribute('aria-valuetext')";
        self.press(Key::Home).await?;
        let first = self.ask(says).await?;
        self.press(Key::End).await?;
        Ok([first, self.ask(says).await?])
    }

    /// The name that the lane shows at a dot.
    pub async fn tip(&self) -> Done<String> {
        self.text(".lane .tip").await
    }

    /// Puts the mouse on the lane, at a part of its length.
    pub async fn point_at_lane(&self, part: f64) -> Done {
        let (x, y): (f64, f64) = self
            .ask(&format!(
                "(r => [r.left + r.width * {part}, r.top + r.height * .6])(document.querySelector('.lane svg').getBoundingClientRect())"
            ))
            .await?;
        let px = |v: f64| v.round() as i64;
        self.driver()
            .action_chain()
            .move_to(px(x), px(y))
            .perform()
            .await?;
        self.settle().await
    }

    /// Puts the mouse on a scene's title.
    pub async fn point_at_scene(&self, scene: &str) -> Done {
        let title = self.find(&format!("#scene-{scene} h2")).await?;
        self.driver()
            .action_chain()
            .move_to_element_center(&title)
            .perform()
            .await?;
        self.settle().await
    }

    /// Where the passage being read stands in the view.
    pub async fn passage_top(&self) -> Done<f64> {
        self.ask("document.querySelector('.beat[data-now] > .text').getBoundingClientRect().top")
            .await
    }

    /// How far from the reading line the words are that a test has marked, in parts of the view.
    pub async fn off_the_line(&self) -> Done<f64> {
        self.ask(
            "(r => Math.abs((r.top + r.bottom) / 2 - innerHeight * (innerWidth < 960 ? .62 : .45)) / innerHeight)\
             (window.marked.getBoundingClientRect())",
        )
        .await
    }

    /// Marks the words at the reading line of a paragraph, for [`Self::off_the_line`].
    pub async fn mark_words_at_the_line(&self) -> Done {
        self.run(
            "const line = innerHeight * (innerWidth < 960 ? .62 : .45); \
             const walk = document.createTreeWalker(document.querySelector('.scenes'), NodeFilter.SHOW_TEXT); \
             let best = null, far = 1e9; \
             for (let n; n = walk.nextNode();) { \
               if (n.length < 2 || !n.parentElement.closest('.beat > .text')) continue; \
               for (let at = 0; at < n.length; at += 12) { \
                 const range = document.createRange(); range.setStart(n, at); range.setEnd(n, Math.min(at + 2, n.length)); \
                 const r = range.getBoundingClientRect(), off = Math.abs((r.top + r.bottom) / 2 - line); \
                 if (r.height && off < far) { far = off; best = range; } } } \
             window.marked = best;",
        )
        .await
    }

    /// What is shown though it was published later than the nth of the story's days.
    pub async fn shown_too_early(&self, edition: usize) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll('[data-since]')].filter(e => +e.dataset.since > {edition} && getComputedStyle(e).display !== 'none' && e.checkVisibility())\
             .map(e => e.textContent.slice(0, 40)).slice(0, 5)"
        ))
        .await
    }

    /// Scenes that show nothing, neither text nor why there is none.
    pub async fn empty_scenes(&self) -> Done<Vec<String>> {
        self.ask(
            "[...document.querySelectorAll('.scene')].filter(s => \
               ![...s.querySelectorAll('.beat > .text, .unpublished')].some(e => e.checkVisibility())).map(s => s.id)",
        )
        .await
    }

    /// How many scenes say that nothing of them was published.
    pub async fn unpublished_scenes(&self) -> Done<Vec<String>> {
        self.ask(
            "[...document.querySelectorAll('.scene:has(.unpublished)')]\
             .filter(s => s.querySelector('.unpublished').checkVisibility()).map(s => s.id.slice(6))",
        )
        .await
    }

    pub async fn key_status(&self, slot: usize) -> Done<String> {
        self.text(&format!(".stage .key[data-a='{slot}'] .status"))
            .await
    }

    /// How many lines of sight the stage shows.
    pub async fn lines_of_sight(&self) -> Done<usize> {
        self.count_shown(".stage .marks .sight").await
    }

    pub async fn moment_in_the_bar(&self) -> Done<String> {
        self.text(".timeline .now b").await
    }

    /// What part of the view is text that nothing lies over, in percent.
    pub async fn text_share(&self) -> Done<f64> {
        self.ask(
            "(() => { let text = 0, all = 0; \
               for (let x = 4; x < innerWidth; x += 8) for (let y = 4; y < innerHeight; y += 8) { \
                 all++; if (document.elementFromPoint(x, y)?.closest('.texts')) text++; } \
               return 100 * text / all; })()",
        )
        .await
    }

    pub async fn focus_on(&self) -> Done<String> {
        self.ask("(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 20) + ' ' + JSON.stringify(e.getBoundingClientRect()))(document.activeElement)")
            .await
    }

    /// Gives a title, a paragraph, a doubt and a source words that cannot be broken.
    pub async fn put_in_long_words(&self) -> Done {
        let word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt";
        let address = format!("https://example.org/{}", "a".repeat(60));
        self.run(&format!(
            "const [word, address] = {}; window.longWords = []; \
             for (const s of ['h1', '.scene h2', '.beat .text', '.doubts summary', '.doubts li', '.card .said', '.finale h2', \
               '.part-h', '.event h4', '.reading .said', '.dispute-h span', '.timeline .now b', '.key .status']) {{ \
               const e = document.querySelector(s); if (e) {{ e.textContent = word; window.longWords.push(e); }} }} \
             for (const s of ['.source a', '.source p', '.source dd']) {{ const e = document.querySelector(s); if (e) {{ e.textContent = address; window.longWords.push(e); }} }} \
             document.querySelector('.doubts').open = true;",
            json!([word, address])
        ))
        .await?;
        self.settle().await
    }

    /// Which of the long words stick out of the view.
    pub async fn long_words_that_stick_out(&self) -> Done<Vec<String>> {
        self.ask(
            "window.longWords.filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)\
             .map(e => e.tagName + '.' + e.className)",
        )
        .await
    }

    /// Puts the focus on the first link of a scene's text, with the keyboard.
    pub async fn focus_first_link_of(&self, scene: &str) -> Done {
        self.run(&format!(
            "document.querySelector('#scene-{scene} a').focus()"
        ))
        .await?;
        self.settle().await
    }

    /// Sets how large the reader has asked letters to be, in px; 16 is what browsers bring.
    pub async fn set_letters(story: &crate::story::Story, px: u32) -> Done {
        let sizes = json!({ "fontSizes": { "standard": px } });
        let cdp = story.driver().cdp();
        cdp.send_raw("Page.setFontSizes", sizes).await.map(drop)
    }

    /// Which parts of the bars have their words cut off or lie over each other.
    pub async fn trouble_with_bars(&self) -> Done<Vec<String>> {
        self.ask(
            "(() => { const out = [], box = s => document.querySelector(s).getBoundingClientRect(); \
               const bar = box('.timeline'), keys = box('.stage .keys'), map = box('.stage .map'); \
               const over = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1 && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1; \
               if (over(bar, keys)) out.push('timeline over keys'); \
               if (innerWidth >= 960 && over(bar, map)) out.push('timeline over map'); \
               for (const e of document.querySelectorAll('.timeline .now b, .stage .key b')) { \
                 const r = e.getBoundingClientRect(), around = e.closest('.timeline, .key').getBoundingClientRect(); \
                 if (r.height && (r.top < around.top - 1 || r.bottom > around.bottom + 1)) out.push('cut off: ' + e.textContent); } \
               return out; })()",
        )
        .await
    }

    // ------------------------------------------------------------ in a frame

    /// Opens the page in a frame of this size: no window can be so small in every engine.
    pub async fn open_in_frame(
        story: &crate::story::Story,
        (width, height): (u32, u32),
        choice: &str,
    ) -> Done<Self> {
        let page = Self {
            story: story.clone(),
        };
        page.leave().await?;
        let around = format!("{}/frame-{width}x{height}/", page.server().address());
        page.driver().goto(around).await?;
        let own = page.address(crate::server::Host::Sound, choice);
        page.run(&format!(
            "document.querySelector('iframe').src = {}",
            json!(own)
        ))
        .await?;
        page.driver().enter_frame(0).await?;
        page.wait_until_ready().await?;
        Ok(page)
    }

    /// Gives the frame another size, as a phone does that is turned.
    pub async fn turn_frame(&self, (width, height): (u32, u32)) -> Done {
        self.driver().enter_default_frame().await?;
        self.run(&format!(
            "const f = document.querySelector('iframe'); f.width = {width}; f.height = {height}"
        ))
        .await?;
        self.driver().enter_frame(0).await?;
        let size = format!("[innerWidth, innerHeight].join() === '{width},{height}'");
        self.wait_for("the frame has its size", &size).await?;
        self.settle().await?;
        self.settle().await
    }
}
