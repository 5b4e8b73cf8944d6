//! The interactive parts: each is written by the server and woken in the browser, with its markup,
//! its events and its reactive values in one file. They share the [`crate::reader::Reader`] that the
//! root island provides.

mod compare;
mod drawer;
mod event_table;
mod explainer;
mod follow;
mod full_page;
mod keys;
mod menu;
mod notice;
mod picked;
mod search;
mod share;
mod stage;
mod timeline;
mod turn;

pub use compare::Compare;
pub use drawer::Drawer;
pub use event_table::EventTable;
pub use explainer::Explainer;
pub use follow::Follow;
pub use full_page::FullPage;
pub use keys::Keys;
pub use menu::Menu;
pub use notice::Notice;
pub use picked::Picked;
pub use search::Search;
pub use share::Share;
pub use stage::Stage;
pub use stage::drawing;
pub use timeline::{Period, Timeline};
pub use turn::Turn;
