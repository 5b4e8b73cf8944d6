//! The way to a scene from elsewhere in the page.

use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use crate::reader::Reader;
use crate::story::index;
use crate::story::model::BeatIx;

/// To a paragraph of the story; whoever goes by keyboard or ear goes on from its scene's title.
pub fn go_to(reader: Reader, beat: BeatIx) {
    reader.go_to(Some(beat));
    // By then the scene is shown, where only one is at a time.
    request_animation_frame(move || {
        if let Some(title) = title(beat) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // A title takes the focus, or stays as it is.
            let _ = title.set_attribute("tabindex", "-1");
            let _ = title.focus_with_options(&options);
        }
    });
}

/// Where a paragraph's scene is, as an address within the page.
pub fn address(beat: BeatIx) -> String {
    let beat = index().beats.get(usize::from(beat));
    let scene = beat.and_then(|beat| index().scenes.get(usize::from(beat.scene)));
    format!("#scene-{}", scene.map_or("", |scene| scene.id))
}

/// The title of a paragraph's scene.
fn title(beat: BeatIx) -> Option<HtmlElement> {
    let id = address(beat).split_off(1) + "-t";
    document().get_element_by_id(&id)?.dyn_into().ok()
}
