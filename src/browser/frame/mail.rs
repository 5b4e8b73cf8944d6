//! Messages between the frame and the page around it: data in, data out, and nothing else. Only the
//! parent is listened to, and what it sends is read field by field.

use js_sys::{JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, Window};

use super::super::dom;
use crate::domain::frame::{Ask, Field, Host, Say, TEXT_MOST, Value, resizer_json};

/// The page around this one, if there is one.
pub fn parent() -> Option<Window> {
    let window = dom::window();
    let parent = window.parent().ok().flatten()?;
    (parent != window).then_some(parent)
}

/// Calls `then` with each message of the parent's, still to be read by the host that it came from.
pub fn listen(mut then: impl FnMut(&dyn Fn(&mut Host) -> Option<Ask>) + 'static) {
    let parent: JsValue = parent().into();
    dom::listen(&dom::window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        if event.source().is_some_and(|from| *from == parent) {
            let data = event.data();
            then(&|host| read(host, &data));
        }
    });
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
            Value::Within(name, number) => object_of(name, number),
        };
        let _ = Reflect::set(&object, &(*name).into(), &value);
    }
    object.into()
}

fn object_of(name: &str, number: i32) -> JsValue {
    object(&[(name, Value::Number(number))])
}

/// The browser's own way to give a frame its content's height, where it has one.
pub fn request_resize() {
    let window = dom::window();
    let ask = Reflect::get(&window, &"requestResize".into());
    if let Some(ask) = ask
        .ok()
        .as_ref()
        .and_then(|a| a.dyn_ref::<js_sys::Function>())
    {
        let _ = ask.call0(&window);
    }
}

/// The whole address that a link leads to.
pub fn address_of(link: &Element) -> String {
    let href = Reflect::get(link, &"href".into()).unwrap_or_default();
    href.as_string().unwrap_or_default()
}
