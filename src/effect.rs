//! Effects of one kind. Leptos compiles the loop in which an effect waits anew for each closure, some 2 KB
//! of wasm each time; behind a pointer there is one for all.

use leptos::prelude::Effect;

/// Runs in the browser, at first and whenever something that it has read changes. What it is to know of its
/// last run, it keeps itself.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}

/// The same, with what its last run has returned; at first nothing.
pub fn effect_after<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
    let mut last = None;
    effect(move || last = Some(run(last.take())));
}
