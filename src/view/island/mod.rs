//! Islands: the parts of the page that run in the browser. They take no props and hold no text.

mod clock;
mod eyes;
mod modes;
mod notice;
mod panel;
mod relations;
mod share;
mod sliders;
mod stage;
mod strip;

pub use clock::Clock;
pub use eyes::Eyes;
pub use modes::Modes;
pub use notice::Notice;
pub use panel::Panel;
pub use relations::Relations;
#[cfg(feature = "ssr")]
pub use relations::level_word;
pub use share::CopyLink;
pub use sliders::Sliders;
pub use stage::Stage;
pub use strip::Strip;

use crate::state::Reader;

/// Goes to the passage that tells what the stage shows. The native page has nowhere to go.
pub(crate) fn jump(reader: Reader) {
    #[cfg(feature = "hydrate")]
    crate::browser::scroll::jump_to_told(reader);
    #[cfg(not(feature = "hydrate"))]
    let _ = reader;
}
