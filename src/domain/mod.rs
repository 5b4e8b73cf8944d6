//! The rules of reading, as pure functions of story and choice: no Leptos, no browser, no clock.

pub use ::story::{date, projection, scale};

pub mod address;
pub mod as_of;
pub mod choice;
pub mod closeness;
#[cfg(not(target_arch = "wasm32"))]
pub mod drift;
pub mod event_rows;
pub mod frame;
pub mod link;
pub mod matrix;
pub mod minutes;
pub mod order;
pub mod period;
pub mod perspective;
pub mod search;
pub mod stage;
pub mod timeline;
pub mod window;
