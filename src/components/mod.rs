//! The static parts of the page: written once, natively, and never linked into the program, so that
//! the story's text travels only in the page.

mod as_of;
mod finale;
mod guest;
mod instrument;
mod land;
mod masthead;
mod opening;
mod phrases;
mod picture;
mod record;
mod register;
mod scene;
mod symbols;
mod text;
mod voice;

pub use finale::Finale;
pub use guest::Guest;
pub use instrument::Instrument;
pub use land::Land;
pub use masthead::Masthead;
pub use opening::Opening;
pub use record::Record;
pub use scene::Scenes;
pub use symbols::Symbols;
