//! What is seen: components that the prerender writes once. The program in the browser links none of
//! them; it binds to what they wrote (`crate::browser`).

mod app;
mod chapter;
mod clock;
mod compare;
pub(crate) mod dates;
mod disagreement;
mod drift;
mod event;
mod eyes;
mod glyph;
mod inline;
mod known;
mod map;
mod modes;
mod notice;
mod opening;
mod pager;
mod panel;
mod positions;
mod reading;
mod register;
mod relations;
mod search;
mod share;
mod sliders;
mod sources;
mod stage;
mod stakes;
mod statement;
mod still;
mod strip;
mod symbols;
mod table;
mod timeline;

pub use app::App;
