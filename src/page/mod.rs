//! Hooks on the page as a whole, one browser API a file. They work in effects, so natively they do
//! nothing.

pub mod address;
pub mod clipboard;
pub mod copy;
pub mod deck;
pub mod editions;
pub mod event_rows;
pub mod frame;
pub mod keep_place;
pub mod landing;
pub mod links;
pub mod place;
pub mod play;
pub mod readings;
pub mod root;
pub mod scroll_spy;
pub mod size;
pub mod tab_stops;
pub mod taps;
pub mod texts;
pub mod uncover;
#[cfg(feature = "hydrate")]
pub mod wake;
