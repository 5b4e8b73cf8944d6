//! The format of a story: what its author writes, how that is checked, and the model that it is
//! compiled into, with the dates and the time axis that the model is written in.
//!
//! The program in the browser links the model, the dates and the [`wire`]. Whatever reads an author's
//! JSON stands behind the feature `compile`.

pub mod date;
pub mod figures;
pub mod labels;
pub mod model;
pub mod projection;
pub mod scale;
pub mod width;
pub mod wire;

mod loaded;

#[cfg(feature = "compile")]
pub mod editions;
#[cfg(feature = "compile")]
pub mod inline;
#[cfg(feature = "compile")]
pub mod resolve;
#[cfg(feature = "compile")]
pub mod source;
#[cfg(feature = "compile")]
pub mod validate;

pub use loaded::{date_words, index, load, load_index, text};
