//! A gate for answers: closed, it lets none out.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// No answer waits longer, whatever becomes of the test that holds it.
const LONGEST: Duration = Duration::from_secs(60);

#[derive(Default)]
pub struct Gate {
    is_closed: Mutex<bool>,
    changed: Condvar,
}

impl Gate {
    pub fn set(&self, is_closed: bool) {
        *self
            .is_closed
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = is_closed;
        self.changed.notify_all();
    }

    /// Waits until the gate is open.
    pub fn pass(&self) {
        let is_closed = self
            .is_closed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // Poisoned or late, the answer goes out.
        drop(
            self.changed
                .wait_timeout_while(is_closed, LONGEST, |closed| *closed),
        );
    }
}
