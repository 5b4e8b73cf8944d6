//! Messages between the frame and the page around it: data in, data out, and nothing else. Only the
//! parent is listened to, and what it sends is read field by field.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::js_sys::{Function, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

use crate::domain::frame::{Ask, Field, Host, Say, TEXT_MOST, Value, resizer_json};

/// The page around this one, if there is one.
pub fn parent() -> Option<Window> {
    let window = window();
    let parent = window.parent().ok().flatten()?;
    (parent != window).then_some(parent)
}

/// Calls `then` with each message of the parent's, still to be read by the host that it came from.
pub fn listen(then: impl Fn(&dyn Fn(&mut Host) -> Option<Ask>) + 'static) {
    let parent: JsValue = parent().into();
    let listener = window_event_listener(ev::message, move |event| {
        if event.source().is_some_and(|from| *from == parent) {
            let data = event.data();
            then(&|host| read(host, &data));
        }
    });
    on_cleanup(move || listener.remove());
}

fn read(host: &mut Host, data: &JsValue) -> Option<Ask> {
    if data.is_object() {
        return host.hear_object(&mut |name| field(data, name));
    }
    let said = text(data)?;
    let Some(json) = resizer_json(&said) else {
        return host.hear_text(&said);
    };
    let within = JSON::parse(json).ok()?;
    let is_one = within.is_object();
    is_one
        .then(|| host.hear_object(&mut |name| field(&within, name)))
        .flatten()
}

fn field(data: &JsValue, name: &str) -> Field {
    let value = Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED);
    match value.as_f64() {
        Some(number) => Field::Number(number),
        None => text(&value).map_or(Field::Absent, Field::Text),
    }
}

/// A text that is not too long to be copied.
fn text(value: &JsValue) -> Option<String> {
    let text: &JsString = value.dyn_ref()?;
    (text.length() <= TEXT_MOST).then(|| String::from(text))
}

/// Says something to the parent, whoever that is: heights, and what the reader does, are no secrets.
pub fn say(say: Say) {
    let message: JsValue = match say {
        Say::Text(text) => text.into(),
        Say::Object(fields) => object(fields),
    };
    if let Some(parent) = parent() {
        // A parent that is gone hears nothing.
        let _ = parent.post_message(&message, "*");
    }
}

fn object(fields: &[(&str, Value)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let value = match *value {
            Value::Null => JsValue::NULL,
            Value::Text(text) => text.into(),
            Value::Number(number) => number.into(),
            Value::Within(name, number) => self::object(&[(name, Value::Number(number))]),
        };
        // An object of our own takes every field.
        let _ = Reflect::set(&object, &(*name).into(), &value);
    }
    object.into()
}

/// The browser's own way to give a frame its content's height, where it has one.
pub fn request_resize() {
    let window = window();
    let ask = Reflect::get(&window, &"requestResize".into()).unwrap_or(JsValue::UNDEFINED);
    if let Some(ask) = ask.dyn_ref::<Function>() {
        // It throws in frames whose host has not asked for it.
        let _ = ask.call0(&window);
    }
}
