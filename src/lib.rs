//! One story, seen along each actor's line of sight: a page that is written before any program runs, and
//! whose stage, keys and timeline are Leptos islands.
//!
//! The flow is one way: [`story`] (data, a crate of its own) → [`domain`] (rules) → [`reader`] (what the
//! reader changes) → [`app`] (what is seen). `publish` makes a site of a story. See `docs/architecture.md`.

// The type of a view grows with what it holds.
#![recursion_limit = "256"]

pub use ::story;

pub mod domain;

mod effect;
pub mod glyph;
pub mod islands;
pub mod page;
pub mod reader;
pub mod words;

#[cfg(feature = "hydrate")]
pub mod start;

#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod publish;
