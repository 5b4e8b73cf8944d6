//! In a host's page: carries what `domain::frame` understands and says, and lays the page out as it
//! decides. A page of its own does none of this.

mod beats;
mod jump;
mod links;
mod mail;
mod measure;
mod seen;

use std::time::Duration;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlDivElement;

use crate::domain::choice::Choice;
use crate::domain::frame::{self, Ask, Host, Layout, Sizing};
use crate::effect::{effect, effect_after};
use crate::page::root;
use crate::reader::Reader;
use crate::story::index;

/// What is to be said to the host.
const HELLO: u8 = 1;
const HEIGHT: u8 = 2;
const SCENE: u8 = 4;
const CHOICE: u8 = 8;

/// How long what is asked is gathered before it is answered: hosts may ask more often than anyone can
/// answer.
const GATHER: Duration = Duration::from_millis(30);

struct Frame {
    host: Host,
    sizing: Sizing,
    /// What is to be said next.
    due: u8,
    /// Whether an answer is on its way.
    answers: bool,
    /// What the host has set since the last answer.
    set: Option<Choice>,
}

/// The page in its host's: what is known of it, and the element that holds all that is read.
#[derive(Clone, Copy)]
struct Framed {
    reader: Reader,
    state: StoredValue<Frame, LocalStorage>,
    page: StoredValue<HtmlDivElement, LocalStorage>,
}

/// Whether the page stands in another one.
pub fn is_framed() -> bool {
    mail::parent().is_some()
}

/// Takes over the layout that the page was given while it was read, and speaks with the host.
pub fn follow(reader: Reader, page: NodeRef<Div>) {
    effect(move || {
        let Some(page) = page.get() else { return };
        let layout = root::attribute("data-layout").and_then(|word| Layout::of_word(&word));
        let layout = layout.unwrap_or(Layout::Full);
        if layout == Layout::Full && !is_framed() {
            return;
        }
        let location = window().location();
        let query = location.search().unwrap_or_default();
        let fragment = location.hash().unwrap_or_default();
        let framed = Framed {
            reader,
            state: StoredValue::new_local(Frame {
                host: Host::of_address(&query, &fragment),
                sizing: Sizing::new(layout, Layout::of_query(&query).is_some()),
                due: 0,
                answers: false,
                set: None,
            }),
            page: StoredValue::new_local(page),
        };
        reader.layout.set(layout);
        beats::follow(reader);
        jump::follow(framed);
        if is_framed() {
            framed.speak_with_host();
        }
    });
}

impl Framed {
    fn speak_with_host(self) {
        let reader = self.reader;
        mail::listen(move |hear| {
            let ask = self.state.try_update_value(|frame| hear(&mut frame.host));
            if let Some(ask) = ask.flatten() {
                self.obey(ask);
            }
        });
        let scene = Memo::new(move |_| reader.choice().scene(index()));
        effect_after(move |before: Option<()>| {
            scene.get();
            self.tell(before, SCENE);
        });
        effect_after(move |before: Option<()>| {
            reader.choice();
            self.tell(before, CHOICE);
        });
        links::follow(self);
        measure::follow(self);
        for listener in [
            window_event_listener(ev::resize, move |_| measure::measure(self, false)),
            window_event_listener(ev::load, move |_| measure::measure(self, false)),
        ] {
            on_cleanup(move || listener.remove());
        }
        mail::say(frame::Say::Text(frame::RESIZER_READY));
        self.answer(0);
    }

    /// Whether the host wants to be told what the reader does.
    fn listens(self) -> bool {
        self.state.with_value(|frame| frame.host.listens())
    }

    /// Tells a host that listens of a change; what is the case at first is none.
    fn tell(self, before: Option<()>, due: u8) {
        if before.is_some() && self.listens() {
            self.answer(due);
        }
    }

    fn obey(self, ask: Ask) {
        let due = match ask {
            Ask::Height => HEIGHT,
            Ask::Hello => HELLO | HEIGHT | SCENE | CHOICE,
            Ask::Set { choice, theme } => {
                if let Some(theme) = theme {
                    root::set("data-theme", theme.word().map(str::to_owned));
                }
                if let Some(words) = choice {
                    let now = self.reader.choice_untracked();
                    self.state.update_value(|frame| {
                        let before = frame.set.unwrap_or(now);
                        frame.set = Some(before.with_words(&words, index()));
                    });
                }
                0
            }
        };
        self.answer(due);
    }

    /// Answers soon, once for all that is asked until then.
    fn answer(self, due: u8) {
        let waits = self.state.try_update_value(|frame| {
            frame.due |= due;
            std::mem::replace(&mut frame.answers, true)
        });
        if waits == Some(false) {
            set_timeout(move || self.speak(), GATHER);
        }
    }

    fn speak(self) {
        let said = self.state.try_update_value(|frame| {
            frame.answers = false;
            if frame.host.resizes() {
                frame.sizing.host_obeys();
            }
            (std::mem::take(&mut frame.due), frame.set.take())
        });
        let (due, set) = said.unwrap_or_default();
        let reader = self.reader;
        if let Some(choice) = set {
            let before = reader.choice_untracked().beat;
            reader.update_replace(|_| choice);
            if choice.beat != before {
                reader.scroll_to(choice.beat);
            }
        }
        if due & HELLO != 0 {
            let index = document().get_element_by_id("index");
            let version = index.and_then(|index| index.get_attribute("data-version"));
            let layout = self.state.with_value(|frame| frame.sizing.layout());
            frame::ready(&version.unwrap_or_default(), layout, &mut mail::say);
        }
        measure::measure(self, due & HEIGHT != 0);
        let choice = reader.choice_untracked();
        if due & SCENE != 0 {
            let scene = choice.scene(index());
            let id = scene.and_then(|s| index().scenes.get(usize::from(s)));
            let n = scene.map_or(0, |s| i32::from(s) + 1);
            let of = index().scenes.len() as i32;
            frame::scene(id.map(|scene| scene.id), n, of, &mut mail::say);
        }
        if due & CHOICE != 0 {
            frame::choice(&choice.to_fragment(index()), &mut mail::say);
        }
    }
}
