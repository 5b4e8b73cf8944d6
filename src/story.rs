//! The story: data that `build.rs` wrote into the program, in the model of the crate `story`.

pub use ::story::{model, wire};

/// The interface's words.
pub mod labels {
    include!(concat!(env!("OUT_DIR"), "/labels.rs"));
}

use ::story::date::DateWords;
use model::Index;

/// All that the logic in the browser needs.
#[cfg(not(target_arch = "wasm32"))]
pub fn index() -> &'static Index {
    &statics::INDEX
}

/// All that the logic in the browser needs, as the page brought it.
#[cfg(target_arch = "wasm32")]
pub fn index() -> &'static Index {
    CARRIED.get().expect("the index has been read")
}

#[cfg(target_arch = "wasm32")]
static CARRIED: std::sync::OnceLock<Index> = std::sync::OnceLock::new();

/// Takes over the index that the page carries, once, before anything asks for it. Whether it could
/// be read.
#[cfg(target_arch = "wasm32")]
pub fn carry(text: String) -> bool {
    let index = wire::read(text.leak());
    index.is_some_and(|index| CARRIED.set(index).is_ok())
}

/// Everything that is read; only the native prerender links it.
#[cfg(feature = "ssr")]
pub fn text() -> &'static model::Text {
    &prose::TEXT
}

/// The words that dates are written with.
pub const DATE_WORDS: DateWords = DateWords {
    months: [
        labels::MONTHS_1,
        labels::MONTHS_2,
        labels::MONTHS_3,
        labels::MONTHS_4,
        labels::MONTHS_5,
        labels::MONTHS_6,
        labels::MONTHS_7,
        labels::MONTHS_8,
        labels::MONTHS_9,
        labels::MONTHS_10,
        labels::MONTHS_11,
        labels::MONTHS_12,
    ],
    about: labels::DATE_ABOUT,
    to: labels::DATE_TO,
};

// Clippy reads generated code as if someone had typed it: a latitude of 3.14 is not meant as pi.
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::all)]
mod statics {
    include!(concat!(env!("OUT_DIR"), "/index.rs"));
}

#[cfg(feature = "ssr")]
#[allow(clippy::all)]
mod prose {
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}
