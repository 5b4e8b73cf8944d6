//! The static parts of the page: written once, natively, and never linked into the program, so that
//! the story's text travels only in the page.

mod as_of;
mod glyph;
mod record;
mod text;

pub use glyph::Symbols;
pub use record::Record;
