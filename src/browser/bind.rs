//! Binds elements that the prerender wrote to the reader's state.
//!
//! The page arrives whole, so nothing is rendered here: a binding is one text or one attribute of
//! one element, computed from the state and written when it changes. A fresh page already says
//! what the state says, so at wake nothing is touched. All bindings share one machinery, compiled
//! once; what is bound differs only in a small closure.

use std::cell::RefCell;

use reactive_graph::effect::ImmediateEffect;
use send_wrapper::SendWrapper;
use web_sys::{Element, HtmlInputElement};

use super::dom;

/// Runs `then` now, and again whenever a signal that it read changes, for as long as the page lives.
pub fn watch(then: impl Fn() + 'static) {
    watch_boxed(Box::new(then));
}

fn watch_boxed(then: Box<dyn Fn()>) {
    // There is one thread; the wrapper says so to the compiler.
    let then = SendWrapper::new(then);
    std::mem::forget(ImmediateEffect::new_isomorphic(move || (*then)()));
}

/// Like [`watch`]; `then` also gets what it returned the last time.
pub fn watch_from<T: 'static>(first: T, then: impl Fn(&T) -> T + 'static) {
    let last = RefCell::new(first);
    watch(move || {
        let now = then(&last.borrow());
        last.replace(now);
    });
}

/// The element's text.
pub fn text(element: Element, value: impl Fn() -> String + 'static) {
    bind(element, "", Box::new(move || Some(value())));
}

/// An attribute's value; none takes the attribute away.
pub fn attribute(
    element: Element,
    name: &'static str,
    value: impl Fn() -> Option<String> + 'static,
) {
    bind(element, name, Box::new(value));
}

/// An attribute that is there, empty, or not.
pub fn flag(element: Element, name: &'static str, is_on: impl Fn() -> bool + 'static) {
    bind(element, name, Box::new(move || is_on().then(String::new)));
}

/// An attribute that says "true" or "false", as those of ARIA do.
pub fn truth(element: Element, name: &'static str, is_true: impl Fn() -> bool + 'static) {
    bind(
        element,
        name,
        Box::new(move || Some(String::from(if is_true() { "true" } else { "false" }))),
    );
}

/// Whether a radio button or a box is checked.
pub fn checked(input: HtmlInputElement, is_checked: impl Fn() -> bool + 'static) {
    watch(move || {
        let now = is_checked();
        if input.checked() != now {
            input.set_checked(now);
        }
    });
}

/// An empty name stands for the text.
fn bind(element: Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let there = match name {
        "" => element.text_content(),
        _ => element.get_attribute(name),
    };
    let last = RefCell::new(there);
    watch(move || {
        let now = value();
        if *last.borrow() != now {
            match name {
                "" => element.set_text_content(now.as_deref()),
                _ => dom::set_if(&element, name, now.as_deref()),
            }
            last.replace(now);
        }
    });
}
