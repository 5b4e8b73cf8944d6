//! What a story is compiled into: plain, `Copy`, `&'static` data.
//!
//! Two parts. The [`Index`] is all that the logic in the browser needs; the page carries it there. The
//! [`Text`] is read by what writes the page. Every `…Ix` is an index into the slice of that name;
//! `resolve` sees to it that it is in range.

mod index;
mod text;

pub use index::*;
pub use text::*;

pub type ActorIx = u8;
pub type EventIx = u16;
pub type SceneIx = u8;
/// Over all scenes, in reading order.
pub type BeatIx = u8;
pub type PlaceIx = u16;
pub type SourceIx = u8;

/// The most main actors a story can have; their slots are 0 to 5.
pub const MAX_MAIN: usize = 6;
