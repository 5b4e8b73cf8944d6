//! How large words are on the stage. The style sheet sets them in the same sizes.

use super::Scale;

/// How large words are: a font size in px, and how much wider than the measured letters they are
/// set, in hundredths.
#[derive(Debug, Clone, Copy)]
pub(super) struct Font {
    px: f32,
    wider: f32,
}

impl Font {
    /// Of words that are so many hundredths of an em wide.
    pub fn width(self, em: u16) -> f32 {
        f32::from(em) * self.px * self.wider / 10_000.0
    }

    pub fn height(self) -> f32 {
        self.px * 1.2
    }
}

/// One font for each kind of name.
pub(super) struct Letters {
    pub target: Font,
    pub matter: Font,
    pub capital: Font,
    /// Below a name, and a distance beside one.
    pub note: Font,
    pub via: Font,
    pub country: Font,
    pub sea: Font,
    pub place: Font,
}

impl Letters {
    pub fn of(scale: Scale) -> Self {
        let font = |wider: f32, px: [f32; 3]| Font {
            px: px[scale as usize],
            wider,
        };
        Self {
            target: font(107.0, [14.0, 15.0, 17.0]),
            // The serif is narrower than any sans.
            matter: font(96.0, [17.0, 20.0, 22.0]),
            capital: font(108.0, [13.0, 14.0, 15.0]),
            note: font(100.0, [12.0, 13.0, 14.0]),
            via: font(107.0, [13.0, 13.0, 15.0]),
            country: font(100.0, [12.0, 12.0, 13.0]),
            sea: font(90.0, [13.0, 15.0, 17.0]),
            place: font(100.0, [12.0, 13.0, 14.0]),
        }
    }
}
