//! The reader's place: the control that has the focus, and where it stands in the view.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

pub struct Place {
    control: HtmlElement,
    top: f64,
}

impl Place {
    /// Where the reader is.
    pub fn here() -> Option<Self> {
        let control: HtmlElement = document().active_element()?.dyn_into().ok()?;
        let top = control.get_bounding_client_rect().top();
        Some(Self { control, top })
    }

    /// Gives the focus back, and has the control stand where it stood, also if the page has moved or
    /// has another shape.
    pub fn restore(&self) {
        if !self.control.is_connected() {
            return;
        }
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // It had the focus.
        let _ = self.control.focus_with_options(&options);
        let moved = self.control.get_bounding_client_rect().top() - self.top;
        if moved.abs() > 1.0 {
            window().scroll_by_with_x_and_y(0.0, moved);
        }
    }
}
