//! Which part of the frame the reader sees, and what follows it.
//!
//! A frame as high as its content never scrolls, so nothing in it can stick. What should stay in
//! sight is moved along instead.

/// The part of the frame that the reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// From the frame's own top edge; never negative.
    pub top: i32,
    /// None if nothing of it is in view.
    pub height: i32,
}

impl View {
    /// From where the host's view has the frame's edges.
    pub(super) fn within(view: i32, top: i32, bottom: i32) -> Self {
        let seen = top.max(0);
        Self {
            top: (-top).max(0),
            height: (bottom.min(view) - seen).max(0),
        }
    }

    /// Whether a place in the frame is in sight.
    pub fn shows(self, place: i32) -> bool {
        (self.top..self.top + self.height).contains(&place)
    }
}

/// How far down something is moved so that it stands at the top of what is seen, without leaving the
/// stretch it belongs to. It stands at `place` by itself and is `height` high; the stretch ends at
/// `end`.
pub fn glide(view: View, place: i32, height: i32, end: i32) -> i32 {
    (view.top - place).min(end - height - place).max(0)
}
