//! How much closer the reader has gone.

use crate::story::model::StepIx;

/// Belongs to the passage in which it was chosen: the next one begins with its own view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Zoom {
    pub step: Option<StepIx>,
    /// Steps closer, or further away where negative.
    pub by: i8,
}

impl Zoom {
    /// How many steps closer a passage is seen.
    pub fn at(self, step: Option<StepIx>) -> i8 {
        match self.step == step {
            true => self.by,
            false => 0,
        }
    }
}
