//! One story, seen along each actor's line of sight: a prerendered explainer whose timeline,
//! perspectives and stage are driven by a small WebAssembly program.
//!
//! The flow is one way: [`story`] (data, a crate of its own) → [`domain`] (rules) → `state` (what the
//! reader changes) → `view` (what is seen); `browser` writes the state or watches it. `publish` makes a
//! site of a story. See `docs/architecture.md`.

// The type of a view grows with what it holds.
#![recursion_limit = "256"]

pub use ::story;

pub mod domain;

#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(any(feature = "ssr", feature = "app"))]
pub mod glyph;
#[cfg(any(feature = "ssr", feature = "app"))]
pub mod islands;
#[cfg(any(feature = "ssr", feature = "app"))]
pub mod page;
#[cfg(any(feature = "ssr", feature = "app"))]
pub mod reader;
#[cfg(feature = "app")]
pub mod start;
#[cfg(any(feature = "ssr", feature = "app"))]
pub mod words;

#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod embed;
#[cfg(feature = "ssr")]
pub mod hosting;
#[cfg(feature = "ssr")]
pub mod metadata;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(feature = "ssr")]
pub mod publish;
#[cfg(feature = "ssr")]
pub mod scripts;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "hydrate")]
pub mod state;
#[cfg(feature = "ssr")]
pub mod styles;
#[cfg(feature = "ssr")]
pub mod view;
