//! The page object: what a reader does and sees, in a reader's words. The only place, with the
//! modules that read more than a reader sees, that knows the page's selectors.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Key, WebElement};

use crate::engine::Engine;
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

impl Story {
    pub fn new(engine: Engine, driver: WebDriver, server: Server) -> Self {
        Self {
            engine,
            driver,
            server,
            troubles: Arc::default(),
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

    pub async fn wait_until_ready(&self) -> Done {
        self.wait_for(
            "the page is awake",
            "document.documentElement.hasAttribute('data-ready') && document.readyState === 'complete' \
             && document.fonts.status === 'loaded'",
        )
        .await?;
        self.settle().await
    }

    pub async fn reload(&self) -> Done {
        let seen = self.seen().await?;
        self.troubles.lock().expect("no panic with it").extend(seen);
        self.driver.refresh().await?;
        self.wait_until_ready().await
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
            beat: document.querySelector('[data-now]')?.dataset.beat, \
            scroll: scrollY, view: [innerWidth, innerHeight], seen: window.__seen })";
        match self.ask::<Value>(state).await {
            Ok(state) => state.to_string(),
            Err(error) => format!("and the page does not say where it stands: {error}"),
        }
    }

    // ------------------------------------------------------------ scrolling

    pub async fn scroll_by(&self, px: i32) -> Done {
        self.run(&format!("scrollBy({{ top: {px}, behavior: 'instant' }})"))
            .await?;
        self.settle().await
    }

    pub async fn scroll_place(&self) -> Done<f64> {
        self.ask("scrollY").await
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

    // ------------------------------------------------------------ sources

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
        let failing = test.starts_with("browser::without_program");
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
