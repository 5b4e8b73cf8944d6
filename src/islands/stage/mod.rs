//! The stage: the map, and on it what is seen of an event from where, and who says so.

pub mod drawing;
mod look;

use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::stage::{self, Picture};
use crate::effect::effect;
use crate::page::size;
use crate::reader::Reader;
use crate::story::index;
use drawing::Drawing;
use look::look;

/// The size for which the page is written, in px; the program measures.
const WRITTEN: (f32, f32) = (824.0, 740.0);

#[island]
pub fn Stage(children: Children) -> impl IntoView {
    let reader = Reader::here();
    let element = NodeRef::<Div>::new();
    let size = RwSignal::new(WRITTEN);
    size::follow(element, size);
    let look = Memo::new(move |_| {
        let choice = reader.choice();
        let shown = reader.preview.get();
        look(index(), choice, shown, size.get())
    });
    let picture = Memo::new(move |_| stage::picture(index(), &look.get()));
    // The land is written once, natively, and moved by the camera.
    effect(move || {
        if let (Some(element), Some(picture)) = (element.get(), picture.get()) {
            size::place_land(&element, picture.camera);
        }
    });
    let seen = move || picture.get().map(|picture| marks(&look.get(), &picture));
    let event = move || look.get().event.map(|event| event.to_string());
    view! {
        <div class="map" node_ref=element data-e=event>
            {children()}
            {seen}
        </div>
    }
}

/// What lies on the land.
fn marks(look: &stage::Look, picture: &Picture) -> impl IntoView + use<> {
    view! { <Drawing look=*look picture=picture.clone()/> }
}
