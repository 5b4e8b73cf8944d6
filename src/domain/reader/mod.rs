//! What the reader has chosen, how a link carries it, and what follows from it: pure functions of
//! story and choice.

mod choice;
mod link;

pub use choice::{Choice, Mode};
pub use link::{Fault, Key, Parsed, Problem};
