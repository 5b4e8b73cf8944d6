//! The format of a story: what its author writes, how that is checked, and the model that it is
//! compiled into, with the dates and the time axis that the model is written in.
//!
//! The program in the browser links the model alone. Whatever reads an author's JSON stands behind
//! the feature `compile`.

pub mod date;
pub mod figures;
pub mod model;
pub mod projection;
pub mod scale;
pub mod width;
pub mod wire;

#[cfg(feature = "compile")]
pub mod emit;
#[cfg(feature = "compile")]
pub mod inline;
#[cfg(feature = "compile")]
pub mod known;
#[cfg(feature = "compile")]
pub mod labels;
#[cfg(feature = "compile")]
pub mod resolve;
#[cfg(feature = "compile")]
pub mod source;
#[cfg(feature = "compile")]
pub mod validate;
