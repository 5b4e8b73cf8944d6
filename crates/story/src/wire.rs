//! The index on its way to the browser: `publish` writes it into the page, the program reads it when it
//! wakes. So the program is the same for every story, and does not grow with one.
//!
//! Its bytes are those of postcard. Each of them is written as one sign, so that they can stand in
//! HTML: what is plain ASCII as itself, whatever else as the sign 256 places further on. So ids and
//! words remain readable, and compress as well as they do in the rest of the page.

use serde::{Deserialize, Deserializer};

use crate::model::Index;

/// Stands in front: whatever another version wrote has another one.
const VERSION: u32 = 20_261_132;

/// The index as text, in which nothing can end the element it stands in.
#[cfg(feature = "compile")]
pub fn write(index: &Index) -> String {
    let bytes = postcard::to_allocvec(&(VERSION, index)).expect("an index can be written");
    bytes.into_iter().map(sign).collect()
}

/// What stands for a byte.
#[cfg(feature = "compile")]
fn sign(byte: u8) -> char {
    match byte {
        b' '..=b'~' if byte != b'<' => char::from(byte),
        _ => char::from_u32(0x100 + u32::from(byte)).unwrap_or_default(),
    }
}

/// Reads what [`write()`] wrote (the place of a sign within its 256 is its byte), for as long as the process lives; none if it is not whole.
pub fn read(text: &str) -> Option<Index> {
    let bytes: Vec<u8> = text.chars().map(|sign| sign as u8).collect();
    let ((version, index), rest) = postcard::take_from_bytes::<(u32, Index)>(bytes.leak()).ok()?;
    (version == VERSION && rest.is_empty()).then_some(index)
}

/// A list for as long as the process lives, as the model has them.
pub(crate) fn list<'de, T, D>(from: D) -> Result<&'static [T], D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Ok(Vec::deserialize(from)?.leak())
}
