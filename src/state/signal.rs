//! A signal that holds one number, under the type that the number stands for.

use std::marker::PhantomData;

use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get, GetUntracked, Set};

use crate::domain::choice::Mode;
use crate::domain::date::Day;
use crate::domain::map::{Letters, Size, Zoom};
use crate::domain::perspective::Perspective;
use crate::domain::window::Window;

/// A value that fits into a number.
pub trait Packed: Copy + 'static {
    fn pack(self) -> i64;
    fn unpack(number: i64) -> Self;
}

/// A signal that tells its watchers only what changes.
pub struct Signal<T>(RwSignal<i64>, PhantomData<T>);

impl<T: Packed> Signal<T> {
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value.pack()), PhantomData)
    }

    pub fn get(self) -> T {
        T::unpack(self.0.get())
    }

    /// Without tracking it.
    pub fn peek(self) -> T {
        T::unpack(self.0.get_untracked())
    }

    /// Tells nobody if nothing changes.
    pub fn set(self, value: T) {
        let value = value.pack();
        if self.0.get_untracked() != value {
            self.0.set(value);
        }
    }
}

impl Signal<bool> {
    pub fn toggle(self) {
        self.set(!self.peek());
    }
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Signal<T> {}

impl Packed for bool {
    fn pack(self) -> i64 {
        self.into()
    }
    fn unpack(number: i64) -> Self {
        number != 0
    }
}

impl Packed for Option<u16> {
    fn pack(self) -> i64 {
        self.map_or(-1, i64::from)
    }
    fn unpack(number: i64) -> Self {
        u16::try_from(number).ok()
    }
}

impl Packed for Day {
    fn pack(self) -> i64 {
        self.0.into()
    }
    fn unpack(number: i64) -> Self {
        Self(number as i32)
    }
}

impl Packed for Window {
    fn pack(self) -> i64 {
        (i64::from(self.from.0) << 32) | i64::from(self.to.0 as u32)
    }
    fn unpack(number: i64) -> Self {
        Self {
            from: Day((number >> 32) as i32),
            to: Day(number as i32),
        }
    }
}

impl Packed for Perspective {
    fn pack(self) -> i64 {
        self.bits().into()
    }
    fn unpack(number: i64) -> Self {
        Self::from_bits(number as u8)
    }
}

impl Packed for Zoom {
    fn pack(self) -> i64 {
        (self.step.pack() << 8) | i64::from(self.by as u8)
    }
    fn unpack(number: i64) -> Self {
        Self {
            step: Packed::unpack(number >> 8),
            by: number as i8,
        }
    }
}

impl Packed for Size {
    fn pack(self) -> i64 {
        (i64::from(self.steps) << 3) | self.letters as i64
    }
    fn unpack(number: i64) -> Self {
        Self {
            letters: Letters::ALL[(number as usize & 7).min(4)],
            steps: (number >> 3) as u8,
        }
    }
}

impl Packed for Mode {
    fn pack(self) -> i64 {
        self as i64
    }
    fn unpack(number: i64) -> Self {
        Self::ALL[(number as usize).min(2)]
    }
}
