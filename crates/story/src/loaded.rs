//! The story that this process is about: set once, before anything asks for it, then the same for
//! everybody.

use std::sync::OnceLock;

use crate::date::DateWords;
use crate::labels;
use crate::model::{Index, Text};

static INDEX: OnceLock<Index> = OnceLock::new();
static TEXT: OnceLock<Text> = OnceLock::new();

/// Takes a story over, both parts of it. Whether it is the first one: that one stays.
pub fn load(index: Index, text: Text) -> bool {
    INDEX.set(index).is_ok() && TEXT.set(text).is_ok()
}

/// Takes over the index alone, which is all that the program in the browser has of its story.
pub fn load_index(index: Index) -> bool {
    INDEX.set(index).is_ok()
}

/// All that the logic in the browser needs.
pub fn index() -> &'static Index {
    INDEX.get().expect("a story is loaded first")
}

/// Everything that is read.
pub fn text() -> &'static Text {
    TEXT.get().expect("a story is loaded first")
}

/// The words that dates are written with.
pub fn date_words() -> DateWords {
    DateWords {
        months: [
            labels::months_1(),
            labels::months_2(),
            labels::months_3(),
            labels::months_4(),
            labels::months_5(),
            labels::months_6(),
            labels::months_7(),
            labels::months_8(),
            labels::months_9(),
            labels::months_10(),
            labels::months_11(),
            labels::months_12(),
        ],
        about: labels::date_about(),
        to: labels::date_to(),
    }
}
