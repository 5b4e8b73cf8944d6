//! From a story and a built program to a site.
//!
//! The program is the same for every story, so a new one needs no compiler: it is read, checked and
//! compiled here at run time, and written into the shell that trunk has built around the program.

mod actor_style;
pub mod broken;
pub mod embed;
pub mod hosting;
mod input;
pub mod metadata;
pub mod page;
mod scripts;
mod site;
mod styles;

pub use input::Input;
pub use site::{Purpose, fill, from_program};
