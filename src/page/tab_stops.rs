//! Where the Tab key stops in the story: at the links and counts of the scene being read, and at every
//! scene's way to its record. With all footnotes of all scenes the end of the story would be some two
//! hundred stops away.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use crate::effect::effect_after;
use crate::reader::Reader;
use crate::story::index;
use crate::story::model::SceneIx;

/// What has its stop only while its scene is being read.
const PASSING: &str = "a:not(.to-record a), summary";

pub fn follow(reader: Reader, scenes: NodeRef<Div>) {
    let now = Memo::new(move |_| {
        let here = reader.beat.get()?;
        Some(index().beats.get(usize::from(here))?.scene)
    });
    effect_after(move |before: Option<Option<SceneIx>>| {
        let now = now.get();
        if let Some(scenes) = scenes.get() {
            let all = elements(scenes.query_selector_all(".scene").ok());
            for (n, scene) in all.iter().enumerate() {
                let is = |scene: Option<SceneIx>| scene.is_some_and(|s| usize::from(s) == n);
                // At first every scene; then the two that change.
                if before.is_none() || is(before.flatten()) || is(now) {
                    set(scene, is(now));
                }
            }
        }
        now
    });
}

fn set(scene: &Element, is_read: bool) {
    for control in elements(scene.query_selector_all(PASSING).ok()) {
        // An element of this page takes any attribute.
        let _ = match is_read {
            true => control.remove_attribute("tabindex"),
            false => control.set_attribute("tabindex", "-1"),
        };
    }
}

fn elements(list: Option<NodeList>) -> Vec<Element> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length())
        .filter_map(|i| list.item(i)?.dyn_into().ok())
        .collect()
}
