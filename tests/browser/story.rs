//! The page object: what a reader does and sees, in a reader's words. The only place, with the
//! modules that read more than a reader sees, that knows the page's selectors.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sightlines::domain::progress;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::prelude::*;
use thirtyfour::{Key, WebElement};

use crate::engine::Engine;
use crate::outline::{Step, outline};
use crate::runner::Done;
use crate::server::{Host, Server};

/// How long the page may take to become as expected.
const PATIENCE: Duration = Duration::from_secs(20);

/// A desk's screen: stage and dock stand beside the text.
pub const WIDE: (u32, u32) = (1280, 800);
/// The narrowest screen.
pub const NARROW: (u32, u32) = (320, 640);

#[derive(Clone)]
pub struct Story {
    pub engine: Engine,
    driver: WebDriver,
    server: Server,
    /// What went wrong in pages that have been left since.
    troubles: Arc<Mutex<Vec<String>>>,
}

/// What a reader sees of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    pub step: Option<String>,
    pub event: Option<String>,
    pub moment: String,
    pub perspective: String,
}

impl Story {
    pub fn new(engine: Engine, driver: WebDriver, server: Server) -> Self {
        Self {
            engine,
            driver,
            server,
            troubles: Arc::default(),
        }
    }

    /// The same page in another session.
    pub fn in_session(&self, driver: WebDriver) -> Self {
        Self {
            driver,
            ..self.clone()
        }
    }

    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    pub fn server(&self) -> &Server {
        &self.server
    }

    // ------------------------------------------------------------ opening

    /// From nothing: an empty page on a desk's screen, an empty log.
    pub async fn begin(&self) -> Done {
        self.driver.enter_default_frame().await?;
        self.driver.goto("about:blank").await?;
        self.driver
            .set_script_timeout(Duration::from_secs(60))
            .await?;
        self.resize(WIDE).await?;
        self.server.take_requests();
        if self.engine == Engine::Chromium {
            let _ = self.driver.browser_log().await?;
        }
        Ok(())
    }

    /// Opens the page cold, with a choice in its address, and waits until it is awake.
    pub async fn open(&self, choice: &str) -> Done {
        self.open_at(Host::Sound, choice).await?;
        self.wait_until_awake().await
    }

    pub async fn open_at(&self, host: Host, choice: &str) -> Done {
        self.leave().await?;
        self.driver.goto(self.address(host, choice)).await
    }

    /// In a view as narrow as the narrowest phone.
    pub async fn open_narrow(&self, choice: &str) -> Done {
        if self.engine == Engine::Chromium {
            self.resize(NARROW).await?;
            return self.open(choice).await;
        }
        // Other engines' windows cannot be so narrow; a frame can.
        self.leave().await?;
        let hash = if choice.is_empty() {
            String::new()
        } else {
            format!("#{choice}")
        };
        let (width, height) = NARROW;
        // The frame's own address carries the choice.
        let address = format!("{}/frame-{width}x{height}/", self.server.address());
        self.driver.goto(address).await?;
        if !hash.is_empty() {
            self.run(&format!(
                "document.querySelector('iframe').src += {}",
                json!(hash)
            ))
            .await?;
        }
        self.driver.enter_frame(0).await?;
        self.wait_until_awake().await
    }

    /// Keeps what went wrong in the page before it goes.
    pub async fn leave(&self) -> Done {
        let seen = self.seen().await?;
        self.troubles.lock().expect("no panic with it").extend(seen);
        self.driver.goto("about:blank").await
    }

    /// The other origin, where pages of hosts stand.
    pub fn elsewhere(&self) -> &str {
        self.server.elsewhere()
    }

    /// The page's address with a choice, or with a query and what follows it.
    pub fn address(&self, host: Host, choice: &str) -> String {
        let hash = if choice.is_empty() || choice.starts_with('?') {
            choice.to_owned()
        } else {
            format!("#{choice}")
        };
        format!("{}/{}/{hash}", self.server.address(), host.folder())
    }

    pub async fn wait_until_awake(&self) -> Done {
        self.wait_for(
            "the page is awake",
            "document.documentElement.hasAttribute('data-awake') && document.readyState === 'complete' \
             && document.fonts.status === 'loaded'",
        )
        .await?;
        self.settle().await
    }

    pub async fn reload(&self) -> Done {
        let seen = self.seen().await?;
        self.troubles.lock().expect("no panic with it").extend(seen);
        self.driver.refresh().await?;
        self.wait_until_awake().await
    }

    /// Gives the view this size, exactly.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Done {
        if self.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.driver
                .cdp()
                .send_raw("Emulation.setDeviceMetricsOverride", size)
                .await?;
            return Ok(());
        }
        // The window's frame takes its part; how much, is known once it stands.
        let (mut outer_width, mut outer_height) = (width, height);
        for _ in 0..4 {
            self.driver
                .set_window_rect(0, 0, outer_width, outer_height)
                .await?;
            self.settle().await?;
            let (w, h): (u32, u32) = self.ask("[innerWidth, innerHeight]").await?;
            if (w, h) == (width, height) {
                return Ok(());
            }
            outer_width = (outer_width + width).saturating_sub(w);
            outer_height = (outer_height + height).saturating_sub(h);
        }
        let size = format!("[innerWidth, innerHeight].join() === '{width},{height}'");
        self.wait_for(&format!("the view is {width} by {height} px"), &size)
            .await
    }

    // ------------------------------------------------------------ scripts and waiting

    /// The value of a JavaScript expression.
    pub async fn ask<T: DeserializeOwned>(&self, expression: &str) -> Done<T> {
        self.driver
            .execute(format!("return {expression}"), Vec::new())
            .await?
            .convert()
    }

    pub async fn run(&self, statements: &str) -> Done {
        self.driver
            .execute(statements.to_owned(), Vec::new())
            .await
            .map(drop)
    }

    /// Lets the page do what it does in the next two frames.
    pub async fn settle(&self) -> Done {
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        self.driver
            .execute_async(frames, Vec::new())
            .await
            .map(drop)
    }

    /// Waits until a JavaScript expression is true; `what` says so in words.
    pub async fn wait_for(&self, what: &str, expression: &str) -> Done {
        let (_, ok) = self
            .poll(expression, |value| *value == Value::Bool(true))
            .await?;
        assert!(
            ok,
            "waited in vain until {what}\n  {}",
            self.whereabouts().await
        );
        Ok(())
    }

    /// Whether a JavaScript expression becomes true in time.
    pub async fn becomes(&self, expression: &str) -> Done<bool> {
        Ok(self
            .poll(expression, |value| *value == Value::Bool(true))
            .await?
            .1)
    }

    /// Waits until a JavaScript expression has this value; `what` names it.
    pub async fn wait_value(&self, what: &str, expression: &str, wanted: impl Into<Value>) -> Done {
        let wanted = wanted.into();
        let (last, ok) = self.poll(expression, |value| *value == wanted).await?;
        assert!(
            ok,
            "{what} is {last}, not {wanted}\n  {}",
            self.whereabouts().await
        );
        Ok(())
    }

    async fn poll(&self, expression: &str, good: impl Fn(&Value) -> bool) -> Done<(Value, bool)> {
        let began = Instant::now();
        loop {
            // A page on its way out answers with an error.
            let value = self.ask::<Value>(expression).await;
            let late = began.elapsed() > PATIENCE;
            match value {
                Ok(value) if good(&value) => return Ok((value, true)),
                Ok(value) if late => return Ok((value, false)),
                Err(error) if late => return Err(error),
                _ => tokio::time::sleep(Duration::from_millis(25)).await,
            }
        }
    }

    /// Watches for a while that an expression's value does not change.
    pub async fn assert_stays(&self, what: &str, expression: &str, how_long: Duration) -> Done {
        let first: Value = self.ask(expression).await?;
        let began = Instant::now();
        while began.elapsed() < how_long {
            let now: Value = self.ask(expression).await?;
            assert_eq!(now, first, "{what} should stay as it is");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// For messages: where the page stands.
    async fn whereabouts(&self) -> String {
        let state = "({ address: location.href, root: [...document.documentElement.attributes]\
            .map(a => a.name + '=' + a.value).join(' ').slice(0, 300), \
            step: document.querySelector('.step.is-on')?.id, now: document.querySelector('.now')?.textContent, \
            scroll: scrollY, view: [innerWidth, innerHeight], seen: window.__seen })";
        match self.ask::<Value>(state).await {
            Ok(state) => state.to_string(),
            Err(error) => format!("and the page does not say where it stands: {error}"),
        }
    }

    /// Has what is far from the view laid out too: what is left out has no `innerText`.
    pub async fn lay_out_all(&self) -> Done {
        self.run("document.querySelectorAll('.step, .far').forEach(e => e.setAttribute('data-laid', ''))")
            .await
    }

    // ------------------------------------------------------------ scrolling

    /// Scrolls until a step's heading stands below the bar on top.
    pub async fn scroll_to_step(&self, id: &str) -> Done {
        self.scroll_to_show(&format!("#s-{id}")).await
    }

    pub async fn scroll_to_chapter(&self, id: &str) -> Done {
        let chapter = outline().chapters.iter().find(|c| c.id == id);
        let first = &chapter.unwrap_or_else(|| panic!("no chapter {id}")).first;
        self.scroll_to_step(first).await
    }

    /// Scrolls an element's top to just below the bar.
    pub async fn scroll_to_show(&self, selector: &str) -> Done {
        // What is far away gets its height only when it comes near.
        let to = format!(
            "const off = document.querySelector({}).getBoundingClientRect().top \
             - document.querySelector('.top').offsetHeight - 16; \
             const before = scrollY; scrollBy({{ top: off, behavior: 'instant' }}); \
             return Math.abs(scrollY - before) < 1;",
            json!(selector)
        );
        for _ in 0..9 {
            let is_there: bool = self.driver.execute(&*to, Vec::new()).await?.convert()?;
            self.settle().await?;
            if is_there {
                break;
            }
        }
        Ok(())
    }

    pub async fn scroll_by(&self, px: i32) -> Done {
        self.run(&format!("scrollBy({{ top: {px}, behavior: 'instant' }})"))
            .await?;
        self.settle().await
    }

    pub async fn scroll_place(&self) -> Done<f64> {
        self.ask("scrollY").await
    }

    pub async fn active_step(&self) -> Done<Option<String>> {
        let on: Vec<String> = self
            .ask("[...document.querySelectorAll('.step.is-on')].map(s => s.id.slice(2))")
            .await?;
        assert!(on.len() < 2, "several steps are active at once: {on:?}");
        Ok(on.into_iter().next())
    }

    pub async fn wait_active(&self, step: Option<&str>) -> Done {
        let active = "document.querySelector('.step.is-on')?.id.slice(2) ?? null";
        self.wait_value("the active step", active, step.map(str::to_owned))
            .await
    }

    /// Waits until the active step is the one that geometry says is being read: the last whose top
    /// has risen to the line. Where a top is so near to it that rounding decides, either will do.
    pub async fn wait_active_is_being_read(&self) -> Done {
        let (bar, height): (f64, i32) = self
            .ask("[document.querySelector('.top').getBoundingClientRect().bottom, innerHeight]")
            .await?;
        #[expect(clippy::cast_possible_truncation, reason = "a place in the view")]
        let line = progress::line(height, (bar as i32).clamp(0, height / 3));
        let agree = format!(
            "[-2, 2].map(by => [...document.querySelectorAll('.step')]\
             .filter(s => s.getBoundingClientRect().top <= {line} + by).pop()?.id)\
             .includes(document.querySelector('.step.is-on')?.id)"
        );
        self.wait_for("the active step is the one that is being read", &agree)
            .await
    }

    /// Where an element stands in the view.
    pub async fn top_of(&self, selector: &str) -> Done<f64> {
        self.ask(&format!(
            "document.querySelector({}).getBoundingClientRect().top",
            json!(selector)
        ))
        .await
    }

    // ------------------------------------------------------------ what the stage shows

    pub async fn moment(&self) -> Done<String> {
        self.text(".now").await
    }

    /// The id of the event in the stage's card.
    pub async fn event_shown(&self) -> Done<Option<String>> {
        self.ask(
            "(title => title == null ? null : [...document.querySelectorAll('article.event')]\
             .find(e => e.querySelector('h4').textContent === title)?.id.slice(2) ?? title)\
             (document.querySelector('#stage .card h4')?.textContent)",
        )
        .await
    }

    pub async fn wait_event_shown(&self, id: &str) -> Done {
        let shown = format!(
            "document.querySelector('#stage .card h4')?.textContent \
             === document.querySelector('#e-' + {} + ' h4').textContent",
            json!(id)
        );
        self.wait_for(&format!("the stage shows {id}"), &shown)
            .await
    }

    pub async fn text(&self, selector: &str) -> Done<String> {
        self.ask(&format!(
            "document.querySelector({})?.textContent.trim() ?? ''",
            json!(selector)
        ))
        .await
    }

    pub async fn root(&self, attribute: &str) -> Done<Option<String>> {
        self.ask(&format!(
            "document.documentElement.getAttribute({})",
            json!(attribute)
        ))
        .await
    }

    pub async fn scene(&self) -> Done<Scene> {
        Ok(Scene {
            step: self.active_step().await?,
            event: self.event_shown().await?,
            moment: self.moment().await?,
            perspective: self.root("data-p").await?.unwrap_or_default(),
        })
    }

    pub fn step_of(&self, event: &str) -> &'static Step {
        outline().step_of(event)
    }

    /// How many elements that match have a box on the page.
    pub async fn count_shown(&self, selector: &str) -> Done<usize> {
        self.ask(&format!(
            "[...document.querySelectorAll({})].filter(e => e.checkVisibility({{ visibilityProperty: true }})).length",
            json!(selector)
        ))
        .await
    }

    pub async fn is_shown(&self, selector: &str) -> Done<bool> {
        Ok(self.count_shown(selector).await? > 0)
    }

    // ------------------------------------------------------------ pointing and typing

    pub async fn find(&self, selector: &str) -> Done<WebElement> {
        self.driver.find(By::Css(selector.to_owned())).await
    }

    /// Clicks an element where it stands, as a reader does who sees it.
    pub async fn click(&self, selector: &str) -> Done {
        let element = self.find(selector).await?;
        element.click().await?;
        self.settle().await
    }

    /// Presses a key with the focus on the element.
    pub async fn press_on(&self, selector: &str, key: Key) -> Done {
        self.focus(selector).await?;
        self.press(key).await
    }

    pub async fn press(&self, key: Key) -> Done {
        self.driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .send_keys(key)
            .perform()
            .await?;
        self.settle().await
    }

    pub async fn focus(&self, selector: &str) -> Done {
        let target = json!(selector);
        self.run(&format!(
            "document.querySelector({target}).focus({{ preventScroll: true }})"
        ))
        .await?;
        self.wait_for(
            &format!("{selector} has the focus"),
            &format!("document.activeElement === document.querySelector({target})"),
        )
        .await
    }

    /// Presses the mouse at a place in the view, moves it, lets go.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Done {
        let px = |v: f64| v.round() as i64;
        let half = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        self.driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::from_millis(40)))
            .move_to(px(from.0), px(from.1))
            .click_and_hold()
            .move_to(px(half.0), px(half.1))
            .move_to(px(to.0), px(to.1))
            .release()
            .perform()
            .await?;
        self.settle().await
    }

    // ------------------------------------------------------------ perspectives

    pub async fn toggle(&self, actor: &str) -> Done {
        self.click(&format!("button.eye[data-a='{}']", slot(actor)))
            .await
    }

    /// Makes these actors the perspective, by toggling what differs.
    pub async fn see_as(&self, actors: &[&str]) -> Done {
        let pressed: Vec<usize> = self
            .ask("[...document.querySelectorAll('button.eye[aria-pressed=true]')].map(b => Number(b.dataset.a))")
            .await?;
        for actor in ["jp", "ru", "cn", "us"] {
            if pressed.contains(&slot(actor)) != actors.contains(&actor) {
                self.toggle(actor).await?;
            }
        }
        Ok(())
    }

    pub async fn is_pressed(&self, actor: &str) -> Done<bool> {
        self.ask(&format!(
            "document.querySelector(\"button.eye[data-a='{}']\").getAttribute('aria-pressed') === 'true'",
            slot(actor)
        ))
        .await
    }

    /// The names that stand in the running text for the rival places, in order and without doubles.
    pub async fn place_names(&self) -> Done<Vec<String>> {
        self.ask(
            "[...new Set([...document.querySelectorAll('.steps .pl[data-n] > .n')]\
             .filter(n => n.checkVisibility())\
             .map(n => [...n.childNodes].filter(c => c.nodeType === 3).map(c => c.data).join('').trim()))].sort()",
        )
        .await
    }

    // ------------------------------------------------------------ sources

    /// Clicks a cite; the source panel opens.
    pub async fn follow_cite(&self, selector: &str) -> Done {
        self.click(selector).await?;
        self.wait_for(
            "the source panel is open",
            "document.querySelector('dialog.panel').open",
        )
        .await
    }

    pub async fn wait_panel_closed(&self) -> Done {
        self.wait_for(
            "the source panel is closed",
            "!document.querySelector('dialog.panel').open",
        )
        .await
    }

    pub async fn close_panel(&self) -> Done {
        self.click("dialog.panel .panel-head button").await?;
        self.wait_panel_closed().await
    }

    // ------------------------------------------------------------ the address

    /// The choice in the address, once it has come to rest.
    pub async fn choice_in_address(&self) -> Done<String> {
        let began = Instant::now();
        let mut last: String = self.ask("location.hash").await?;
        let mut since = Instant::now();
        // Movements are written when they rest; so it is at rest when it has been for a while.
        while since.elapsed() < Duration::from_millis(700) {
            tokio::time::sleep(Duration::from_millis(50)).await;
            let now: String = self.ask("location.hash").await?;
            if now != last {
                last = now;
                since = Instant::now();
            }
            assert!(
                began.elapsed() < PATIENCE,
                "the address does not come to rest: {last}"
            );
        }
        Ok(last.trim_start_matches('#').to_owned())
    }

    // ------------------------------------------------------------ at the end

    /// What went wrong in this page: errors, and requests to other hosts.
    async fn seen(&self) -> Done<Vec<String>> {
        let seen = "(window.__seen ?? []).concat(performance.getEntriesByType('resource')\
            .filter(r => !r.name.startsWith('data:') && new URL(r.name).host !== location.host)\
            .map(r => 'request to another host: ' + r.name))";
        // An empty page has no host, nor anything to tell.
        self.ask(&format!("location.protocol === 'about:' ? [] : {seen}"))
            .await
    }

    /// No console error, no failed request, no request to another host.
    pub async fn assert_all_well(&self, test: &str) -> Done {
        let mut troubles = std::mem::take(&mut *self.troubles.lock().expect("no panic with it"));
        let failing = ["browser::asleep", "browser::explainer::asleep"]
            .iter()
            .any(|module| test.starts_with(module));
        troubles.extend(self.seen().await?);
        let failed = self
            .server
            .take_requests()
            .into_iter()
            .filter(|r| r.status >= 400);
        troubles.extend(failed.map(|r| format!("failed request: {} -> {}", r.line, r.status)));
        if self.engine == Engine::Chromium {
            let log = self.driver.browser_log().await?;
            let severe = log.iter().filter(|entry| entry.level == "SEVERE");
            troubles.extend(severe.map(|entry| format!("in the log: {}", entry.message)));
        }
        // There the wasm is meant to fail; that nothing else is asked for or run still holds.
        let always = ["request to another host", "against the policy"];
        troubles.retain(|t| !failing || always.iter().any(|a| t.starts_with(a)));
        assert!(
            troubles.is_empty(),
            "the page was not well:\n  {}",
            troubles.join("\n  ")
        );
        Ok(())
    }
}

/// An actor's number in the page.
pub fn slot(actor: &str) -> usize {
    let place = ["jp", "ru", "cn", "us"].iter().position(|a| *a == actor);
    place.unwrap_or_else(|| panic!("no actor {actor}")) + 1
}

/// An error of ours in the browser's words.
pub fn error(what: impl Into<String>) -> WebDriverError {
    WebDriverError::from_inner(WebDriverErrorInner::RequestFailed(what.into()))
}
