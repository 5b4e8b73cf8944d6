//! Another scene begins at its stage. In a frame as high as its content the stage may be out of sight
//! then: the host scrolls if it does as it is asked, else the browser if it may. Only when the reader
//! asks for it: a host's page is not ours to scroll.

use leptos::prelude::*;

use super::{Framed, mail, seen};
use crate::domain::frame::Layout;
use crate::effect::effect_after;

/// What stays free above the stage, px.
const CLEAR: i32 = 8;

pub fn follow(framed: Framed) {
    let seen = seen::follow(framed);
    effect_after(move |before: Option<()>| {
        let jump = framed.reader.jump.get();
        let is_auto = framed.reader.layout.get_untracked() == Layout::Auto;
        // What the address asks for at first is no wish to scroll.
        if before.is_none() || jump.is_none() || !is_auto {
            return;
        }
        let Some(story) = document().get_element_by_id("story") else {
            return;
        };
        let top = story.get_bounding_client_rect().top();
        let (from, height) = seen.get_value();
        if height > 0.0 && top < from {
            let scrolls = framed.state.with_value(|frame| {
                let top = top as i32 - CLEAR;
                frame.host.say_scroll(top.max(0), &mut mail::say)
            });
            if !scrolls {
                story.scroll_into_view();
            }
        }
    });
}
