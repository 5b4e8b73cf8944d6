//! What is seen. Plain components are written once, by the prerender; islands also run in the
//! browser and hold no text of the story.

mod glyph;
mod island;

pub use island::*;

#[cfg(feature = "ssr")]
mod app;
#[cfg(feature = "ssr")]
mod chapter;
#[cfg(feature = "ssr")]
mod dates;
#[cfg(feature = "ssr")]
mod disagreement;
#[cfg(feature = "ssr")]
mod event;
#[cfg(feature = "ssr")]
mod inline;
#[cfg(feature = "ssr")]
mod opening;
#[cfg(feature = "ssr")]
mod positions;
#[cfg(feature = "ssr")]
mod reading;
#[cfg(feature = "ssr")]
mod sources;
#[cfg(feature = "ssr")]
mod statement;
#[cfg(feature = "ssr")]
mod symbols;
#[cfg(feature = "ssr")]
mod timeline;

#[cfg(feature = "ssr")]
pub use app::App;
