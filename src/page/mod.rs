//! Hooks on the page as a whole, one browser API a file. They work in effects, so natively they do
//! nothing.

pub mod address;
pub mod copy;
pub mod play;
pub mod root;
pub mod scroll_spy;
pub mod size;
pub mod tab_stops;
pub mod taps;
#[cfg(feature = "hydrate")]
pub mod wake;
