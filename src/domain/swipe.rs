//! Whether a finger turned the page.

/// How far it must have gone sideways, CSS pixels.
const FAR: i32 = 56;

/// Of a finger that came down and went up again, `dx` to the right and `dy` down: the way it turned
/// the page, if it did: towards the next (`true`) or the previous passage. Forward is leftwards, or
/// in a right-to-left page rightwards. A finger that went up or down as much as half as far meant to
/// scroll.
pub fn turn(dx: i32, dy: i32, rtl: bool) -> Option<bool> {
    let sideways = dx.unsigned_abs() >= FAR as u32 && dy.unsigned_abs() < dx.unsigned_abs() / 2;
    sideways.then_some((dx < 0) != rtl)
}
