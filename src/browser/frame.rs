//! In a host's page: carries what `domain::frame` understands and says, and lays the page out as it
//! decides. A page of its own does none of this.

mod jump;
mod mail;
mod seen;

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::bind::watch_from;
use super::dom;
use crate::domain::choice::{Choice, Mode};
use crate::domain::frame::{self, Ask, Host, Layout, Sizing, Theme};
use crate::state::Reader;
use crate::story::index;

pub use jump::{bring, follow as follow_jump, show_more};
pub use seen::{place_followers, seen};

/// What is to be said to the host.
const HELLO: u8 = 1;
const HEIGHT: u8 = 2;
const STEP: u8 = 4;
const CHOICE: u8 = 8;

struct Frame {
    host: Host,
    sizing: Sizing,
    /// What is to be said next; hosts may ask more often than anyone can answer.
    due: u8,
    /// Whether an answer is on its way.
    answers: bool,
    /// What the host has set since the last answer.
    set: Option<Choice>,
    /// One passage at a time, because of the layout and not of the reader's choice.
    steps: bool,
}

thread_local! {
    static FRAME: RefCell<Option<Frame>> = const { RefCell::new(None) };
}

/// Whether the page stands in another one.
pub fn is_framed() -> bool {
    mail::parent().is_some()
}

/// Whether the page is as high as its content, so that it never scrolls.
pub fn is_auto() -> bool {
    dom::root().get_attribute("data-layout").as_deref() == Some(Layout::Auto.word())
}

/// Takes over the layout that the page was given while it was read, and the host.
pub fn keep(r: Reader) {
    let location = dom::window().location();
    let query = location.search().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let layout = dom::root().get_attribute("data-layout");
    let layout = layout.and_then(|word| Layout::of_word(&word));
    let layout = layout.unwrap_or(Layout::Full);
    if layout == Layout::Full && !is_framed() {
        return;
    }
    // A mode that the link names is the reader's.
    let free = [&query, &fragment]
        .into_iter()
        .all(|words| frame::value(words.trim_start_matches(['?', '#']), "mode").is_none());
    FRAME.set(Some(Frame {
        host: Host::of_address(&query, &fragment),
        sizing: Sizing::new(layout, Layout::of_query(&query).is_some()),
        due: 0,
        answers: false,
        set: None,
        steps: free && layout == Layout::Auto,
    }));
    if free && layout == Layout::Auto {
        r.drift(|c| c.with_mode(index(), Mode::Steps));
    }
    keep_link(r);
    seen::keep(r);
    if is_framed() {
        keep_host(r);
    }
}

fn keep_host(r: Reader) {
    mail::listen(move |host_asks| {
        let ask = FRAME.with_borrow_mut(|frame| host_asks(&mut frame.as_mut()?.host));
        if let Some(ask) = ask {
            obey(r, ask);
        }
    });
    for (due, changes) in [(STEP, false), (CHOICE, true)] {
        watch_from(false, move |was_there| {
            if changes {
                r.choice();
            } else {
                r.step.get();
            }
            if *was_there && listens() {
                answer(r, due);
            }
            true
        });
    }
    dom::listen(&dom::document(), "click", |event| {
        let link = dom::closest(event.target(), "a[href]:not([href^=\"#\"])");
        if let Some(link) = link.filter(|_| listens()) {
            frame::link(&mail::address_of(&link), &mut mail::say);
        }
    });
    // Not at once: a layout that changes while it is observed is an error to the browser.
    let measured = Closure::<dyn Fn()>::new(move || answer(r, 0));
    if let (Some(page), Ok(observer)) = (
        dom::by_id("page"),
        web_sys::ResizeObserver::new(measured.as_ref().unchecked_ref()),
    ) {
        observer.observe(&page);
    }
    measured.forget();
    for name in ["resize", "load"] {
        dom::listen(&dom::window(), name, move |_| measure(r, false));
    }
    mail::say(frame::Say::Text(frame::RESIZER_READY));
    answer(r, 0);
}

fn listens() -> bool {
    FRAME.with_borrow(|frame| frame.as_ref().is_some_and(|f| f.host.listens()))
}

fn obey(r: Reader, ask: Ask) {
    let due = match ask {
        Ask::Height => HEIGHT,
        Ask::View(view) => {
            seen::told(r, view);
            return;
        }
        Ask::Hello => HELLO | HEIGHT | STEP | CHOICE,
        Ask::Set { choice, theme } => {
            if let Some(theme) = theme {
                dom::put(&dom::root(), "data-theme", Theme::word(theme));
            }
            if let Some(words) = choice {
                FRAME.with_borrow_mut(|frame| {
                    let Some(frame) = frame else { return };
                    let before = frame.set.unwrap_or_else(|| r.peek());
                    frame.set = Some(before.with_link("", &words, index()).choice);
                });
            }
            0
        }
    };
    answer(r, due);
}

/// How long what is asked is gathered before it is answered, ms.
const GATHER_MS: u32 = 30;

/// Answers soon, once for all that is asked until then.
fn answer(r: Reader, due: u8) {
    let waits = FRAME.with_borrow_mut(|frame| {
        let frame = frame.as_mut()?;
        frame.due |= due;
        Some(std::mem::replace(&mut frame.answers, true))
    });
    if waits == Some(false) {
        Timeout::new(GATHER_MS, move || speak(r)).forget();
    }
}

fn speak(r: Reader) {
    let (due, set) = FRAME.with_borrow_mut(|frame| {
        frame.as_mut().map_or((0, None), |f| {
            f.answers = false;
            if f.host.resizes() {
                f.sizing.host_obeys();
            }
            (std::mem::take(&mut f.due), f.set.take())
        })
    });
    if let Some(choice) = set {
        r.drift(|_| choice);
    }
    if due & HELLO != 0 {
        let version = dom::all("#foot code").pop().and_then(|c| c.text_content());
        let layout = FRAME.with_borrow(|f| f.as_ref().map(|f| f.sizing.layout()));
        let layout = layout.unwrap_or(Layout::Full);
        frame::ready(&version.unwrap_or_default(), layout, &mut mail::say);
    }
    measure(r, due & HEIGHT != 0);
    if due & STEP != 0 {
        let (step, steps) = (r.peek().step, index().steps);
        let id = step.and_then(|s| steps.get(s as usize)).map(|s| s.id);
        let n = step.map_or(0, |s| i32::from(s) + 1);
        frame::step(id, n, steps.len() as i32, &mut mail::say);
    }
    if due & CHOICE != 0 {
        frame::choice(&r.peek().to_fragment(index()), &mut mail::say);
    }
}

/// Looks at the frame and the page in it, and tells the host what it should know; `again`, also if it
/// knows.
fn measure(r: Reader, again: bool) {
    let window = dom::window();
    let px = |length: Result<wasm_bindgen::JsValue, _>| {
        length.ok().and_then(|l| l.as_f64()).unwrap_or(0.0) as i32
    };
    let (width, height) = (px(window.inner_width()), px(window.inner_height()));
    let now = js_sys::Date::now() as i64 as i32;
    let laid_out = |layout| {
        FRAME.with_borrow_mut(|frame| {
            let frame = frame.as_mut()?;
            frame.sizing.framed(width, height, now);
            let new = frame.sizing.layout();
            (Some(new) != layout).then_some(new)
        })
    };
    let layout = dom::root().get_attribute("data-layout");
    let layout = layout.and_then(|word| Layout::of_word(&word));
    if let Some(new) = laid_out(layout) {
        lay_out(r, new);
    }
    // No scrollbar comes and goes with heights that depend on whether there is one.
    let obeys = FRAME.with_borrow(|frame| frame.as_ref().is_some_and(|f| f.sizing.obeys()));
    dom::put(&dom::root(), "data-sized", obeys.then_some(""));
    let Some(page) = dom::by_id("page") else {
        return;
    };
    let bottom = page.get_bounding_client_rect().bottom() + super::scroll::place();
    let told = FRAME.with_borrow_mut(|frame| {
        let frame = frame.as_mut()?;
        let told = frame.sizing.measured(bottom.ceil() as i32, now);
        let told = told.or_else(|| frame.sizing.told().filter(|_| again))?;
        let href = window.location().href().unwrap_or_default();
        frame.host.say_height(&href, width, told, &mut mail::say);
        Some(frame.sizing.layout())
    });
    if told == Some(Layout::Auto) {
        mail::request_resize();
    }
}

/// The page is laid out anew, and read one passage at a time where nothing can stick.
fn lay_out(r: Reader, layout: Layout) {
    dom::put(&dom::root(), "data-layout", Some(layout.word()));
    let mode = r.peek().mode;
    let to = FRAME.with_borrow_mut(|frame| {
        let frame = frame.as_mut()?;
        let (steps, to) = match (layout, mode) {
            (Layout::Auto, Mode::Scroll) => (true, Mode::Steps),
            (_, Mode::Steps) if frame.steps && layout != Layout::Auto => (false, Mode::Scroll),
            _ => return None,
        };
        frame.steps = steps;
        Some(to)
    });
    if let Some(mode) = to {
        r.drift(|c| c.with_mode(index(), mode));
    }
    seen::keep(r);
}

/// The link to the full page leads to what is seen here.
fn keep_link(r: Reader) {
    for link in dom::all("#bar .whole") {
        let base = link.get_attribute("href").unwrap_or_default();
        super::bind::attribute(link, "href", move || {
            let mut choice = r.choice();
            if FRAME.with_borrow(|f| f.as_ref().is_some_and(|f| f.steps)) {
                choice.mode = Mode::Scroll;
            }
            let mut href = base.clone();
            href.push('#');
            href.push_str(&choice.to_fragment(index()));
            Some(href)
        });
    }
}

/// Asks the host to scroll, if it is one that does; `top` is a place in the frame.
fn ask_scroll(top: i32) -> bool {
    FRAME.with_borrow(|frame| {
        frame
            .as_ref()
            .is_some_and(|f| f.host.say_scroll(top, &mut mail::say))
    })
}
