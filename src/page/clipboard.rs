//! Handing on a text: by the clipboard, or by the system's own sheet.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Function, Object, Reflect};
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies all of a field, which is left selected. By the old command: it needs no permission, so it
/// also works in frames, where the clipboard API is often refused. Whether it was done.
pub fn copy(field: &HtmlTextAreaElement) -> bool {
    let _ = field.focus();
    field.select();
    let document = document();
    let document = document.dyn_ref::<HtmlDocument>();
    document.is_some_and(|d| d.exec_command("copy").unwrap_or(false))
}

/// Whether the system has a sheet for sharing, and lets this page, or the frame it is in, use it.
pub fn has_sheet(address: &str) -> bool {
    let may = call("canShare", address);
    call("share", "").is_some() && may.is_some_and(|may| may().is_truthy())
}

/// Opens the system's sheet with an address. `refused` is for where it is not let; a reader who
/// changes his mind has not been refused anything.
pub fn open_sheet(address: &str, refused: impl FnOnce() + 'static) {
    let Some(share) = call("share", address) else {
        return;
    };
    let failed = Closure::once_into_js(move |error: JsValue| {
        let name = Reflect::get(&error, &"name".into());
        if name.is_ok_and(|name| name != "AbortError") {
            refused();
        }
    });
    let promise = share();
    let catch = Reflect::get(&promise, &"catch".into());
    if let Some(catch) = catch.ok().and_then(|c| c.dyn_into::<Function>().ok()) {
        // What a promise is given does not throw.
        let _ = catch.call1(&promise, &failed);
    }
}

/// A call to the browser about sharing an address; older ones do not have it.
fn call(name: &str, address: &str) -> Option<impl FnOnce() -> JsValue> {
    let navigator: JsValue = window().navigator().into();
    let function: Function = Reflect::get(&navigator, &name.into())
        .ok()?
        .dyn_into()
        .ok()?;
    let what = Object::new();
    // A new object takes any property.
    let _ = Reflect::set(&what, &"url".into(), &address.into());
    Some(move || {
        function
            .call1(&navigator, &what)
            .unwrap_or(JsValue::UNDEFINED)
    })
}
