//! Links that lead out of the frame: the host is told of them, and they open in a window of their own.
//! A sandbox may forbid that and say nothing: then the page itself opens right here, and of any other
//! page the address is shown.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::{Framed, mail};
use crate::domain::frame;

pub fn follow(framed: Framed) {
    let listener = window_event_listener(ev::click, move |click| {
        let Some(link) = link_out(&click) else { return };
        if framed.listens() {
            frame::link(&link.href(), &mut mail::say);
        }
        let is_plain = !click.ctrl_key() && !click.meta_key() && !click.shift_key();
        if is_plain && !click.default_prevented() {
            click.prevent_default();
            open(&link);
        }
    });
    on_cleanup(move || listener.remove());
}

fn link_out(click: &MouseEvent) -> Option<HtmlAnchorElement> {
    let on: Element = click.target()?.dyn_into().ok()?;
    let link = on.closest("a[href]:not([href^='#'])").ok()??;
    link.dyn_into().ok()
}

fn open(link: &HtmlAnchorElement) {
    let window = window();
    if let Ok(Some(opened)) = window.open_with_url_and_target(&link.href(), "_blank") {
        // It has no say in this page.
        let _ = opened.set_opener(&JsValue::NULL);
        return;
    }
    let location = window.location();
    let here = location.pathname().unwrap_or_default();
    let is_here = link.host() == location.host().unwrap_or_default() && link.pathname() == here;
    if is_here {
        let address = here + "?layout=fixed" + &link.hash();
        // In place of the frame's page: the host's back button stays the host's.
        let _ = location.replace(&address);
    } else if !link.has_attribute("data-shown") {
        let shown = document().create_element("span");
        if let Ok(shown) = shown {
            shown.set_class_name("address");
            shown.set_text_content(Some(&link.href()));
            // The link is in the page, so something can follow it.
            let _ = link.after_with_node_1(&shown);
            let _ = link.set_attribute("data-shown", "");
        }
    }
}
