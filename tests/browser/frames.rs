//! The site in hosts' pages, on another origin: its height, its layouts, what it says and hears, and
//! what it does not let hosts do.

pub mod height;
pub mod hostile;
pub mod layouts;
pub mod talk;
