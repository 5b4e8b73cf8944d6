//! The rules of reading, as pure functions of story and choice: no Leptos, no browser, no clock.

pub mod choice;
pub mod date;
pub mod heard;
pub mod link;
pub mod order;
pub mod perspective;
pub mod progress;
pub mod relations;
pub mod scale;
pub mod stops;
pub mod timeline;
pub mod window;
