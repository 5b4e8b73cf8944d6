//! Runs the chosen tests, each engine's in a thread of its own, a failed one once more, and tells what
//! came of them.

use std::cell::RefCell;
use std::future::Future;
use std::panic;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use thirtyfour::error::WebDriverError;
use tokio::runtime::Runtime;

use crate::engine::{ALL, Engine, Running};
use crate::story::Story;
use crate::tally::{self, Outcome, Tally};

/// What a test and the page object's methods return. What does not hold is a panic, as in any test;
/// an error is a browser that could not do as asked.
pub type Done<T = ()> = Result<T, WebDriverError>;

/// No test may take longer.
const PATIENCE: Duration = Duration::from_secs(300);

#[derive(Clone, Copy)]
pub struct Test {
    pub name: &'static str,
    pub engines: &'static [Engine],
    pub run: fn(Story) -> Pin<Box<dyn Future<Output = Done> + Send>>,
}

/// Lists a module's tests; `only CHROMIUM` where one engine suffices.
#[macro_export]
macro_rules! tests {
    ($($name:ident),* $(,)?) => { $crate::tests!(in $crate::engine::ALL; $($name),*); };
    (in $engines:expr; $($name:ident),* $(,)?) => {
        pub const TESTS: &[$crate::runner::Test] = &[$($crate::runner::Test {
            name: concat!(module_path!(), "::", stringify!($name)),
            engines: $engines,
            run: |story| Box::pin($name(story)),
        }),*];
    };
}

struct Report {
    name: String,
    took: Duration,
    outcome: Outcome,
}

thread_local! {
    /// What the last panic in this thread said.
    static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
}

pub fn run(suite: &[Test], args: impl Iterator<Item = String>) -> ExitCode {
    let (flags, wanted): (Vec<_>, Vec<_>) = args.partition(|a| a.starts_with('-'));
    let has = |flag: &str| flags.iter().any(|f| f == flag);
    let is_wanted = |name: &str| {
        wanted.is_empty()
            || wanted.iter().any(|w| {
                if has("--exact") {
                    name == w
                } else {
                    name.contains(w.as_str())
                }
            })
    };
    let of_engine = |engine: Engine| -> Vec<(String, Test)> {
        suite
            .iter()
            .filter(|test| test.engines.contains(&engine))
            .map(|test| (full_name(engine, test), *test))
            .filter(|(name, _)| is_wanted(name) && !has("--ignored"))
            .collect()
    };
    if has("--list") {
        for (name, _) in ALL.iter().flat_map(|engine| of_engine(*engine)) {
            println!("{name}: test");
        }
        return ExitCode::SUCCESS;
    }
    keep_what_panics_say();
    let began = Instant::now();
    let (send, reports) = mpsc::channel();
    for engine in ALL {
        let (tests, send) = (of_engine(*engine), send.clone());
        if !tests.is_empty() {
            thread::spawn(move || in_engine(*engine, &tests, &send));
        }
    }
    drop(send);
    let mut tally = Tally::default();
    for report in reports {
        let Report {
            name,
            took,
            outcome,
        } = report;
        let word = outcome.word();
        println!("test {name} ... {word} ({:.1} s)", took.as_secs_f32());
        if let Some(failure) = outcome.failure() {
            println!("{failure}\n");
        }
        tally.count(name, &outcome);
    }
    println!("{}", tally.summary(began.elapsed().as_secs()));
    ExitCode::from(u8::from(!tally.all_passed()))
}

/// `firefox::scroll::a_test`.
fn full_name(engine: Engine, test: &Test) -> String {
    let name = test
        .name
        .split_once("::")
        .map_or(test.name, |(_, name)| name);
    format!("{engine}::{name}")
}

fn keep_what_panics_say() {
    panic::set_hook(Box::new(|panic| {
        let said = panic.payload_as_str().unwrap_or("it panicked");
        let at = panic
            .location()
            .map(|l| format!("  at {}:{}", l.file(), l.line()));
        SAID.set(Some(format!("{said}\n{}", at.unwrap_or_default())));
    }));
}

fn in_engine(engine: Engine, tests: &[(String, Test)], send: &Sender<Report>) {
    let mut session = Session::new(engine);
    for (name, test) in tests {
        let began = Instant::now();
        let outcome = tally::run(|| session.run(test));
        // Nobody listens any more only if the whole run has ended.
        let _ = send.send(Report {
            name: name.clone(),
            took: began.elapsed(),
            outcome,
        });
    }
    session.end();
}

/// An engine, started when it is first wanted, and again after it has died.
struct Session {
    engine: Engine,
    runtime: Runtime,
    running: Option<Running>,
    /// Why it does not start; then it is not tried for each test anew.
    broken: Option<String>,
}

impl Session {
    fn new(engine: Engine) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        Self {
            engine,
            runtime: runtime.expect("a thread can run a loop of its own"),
            running: None,
            broken: None,
        }
    }

    /// What is wrong, if anything is.
    fn run(&mut self, test: &Test) -> Option<String> {
        if self.broken.is_none() && self.running.is_none() {
            match self.runtime.block_on(self.engine.start()) {
                Ok(running) => self.running = Some(running),
                Err(why) => self.broken = Some(format!("{} does not start: {why}", self.engine)),
            }
        }
        let Some(running) = &self.running else {
            return self.broken.clone();
        };
        let failure = self.runtime.block_on(one(&running.story(), test));
        if self.runtime.block_on(running.is_gone()) {
            self.end();
        }
        failure
    }

    fn end(&mut self) {
        if let Some(running) = self.running.take() {
            self.runtime.block_on(running.end());
        }
    }
}

/// What is wrong, if anything is.
async fn one(story: &Story, test: &Test) -> Option<String> {
    SAID.set(None);
    let (name, run, own) = (test.name, test.run, story.clone());
    let task = tokio::spawn(async move {
        own.begin().await?;
        run(own.clone()).await?;
        own.assert_all_well(name).await
    });
    let stop = task.abort_handle();
    match tokio::time::timeout(PATIENCE, task).await {
        Ok(Ok(Ok(()))) => None,
        Ok(Ok(Err(error))) => Some(format!("the browser could not do as asked: {error}")),
        Ok(Err(_)) => Some(SAID.take().unwrap_or_else(|| "it panicked".to_owned())),
        Err(_) => {
            stop.abort();
            Some(format!("it took longer than {} s", PATIENCE.as_secs()))
        }
    }
}
