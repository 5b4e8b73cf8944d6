//! One story, seen along each actor's line of sight: a prerendered explainer whose timeline,
//! perspectives and stage run as WebAssembly islands.
//!
//! The flow is one way: [`story`] (data) → [`domain`] (rules) → `state` (what the reader changes)
//! → `view` (what is seen); `browser` writes the state or watches it. See `docs/architecture.md`.

pub mod domain;
pub mod story;

#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod state;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod view;
