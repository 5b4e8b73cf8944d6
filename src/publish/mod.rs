//! From a story and a built program to a site.
//!
//! The program is the same for every story, so a new one needs no compiler: it is read, checked and
//! compiled here at run time, and written into the shell that trunk has built around the program.

pub mod broken;
mod input;
mod site;

pub use input::Input;
pub use site::{Purpose, fill, from_program};
