//! Attributes of the drawing, as text.

use super::{Area, Camera, Pt};
use crate::story::figures::push_tenths;

impl Pt {
    /// Appends it as `x y`, in tenths of a px.
    pub fn push(self, out: &mut String) {
        push(out, self.x);
        out.push(' ');
        push(out, self.y);
    }
}

/// Path data through points.
pub fn path(points: &[Pt]) -> String {
    let mut out = String::new();
    for (i, point) in points.iter().enumerate() {
        out.push(if i == 0 { 'M' } else { 'L' });
        point.push(&mut out);
    }
    out
}

/// Puts something that is drawn around 0, 0 in its place.
pub fn translate(at: Pt) -> String {
    let mut out = String::from("translate(");
    at.push(&mut out);
    out.push(')');
    out
}

impl Camera {
    /// For the land's group: from the plane, in units, to px.
    pub fn transform(&self) -> String {
        let mut out = translate(Pt::new(self.x, self.y));
        out.push_str(" scale(");
        // In hundred-thousandths: the plane is some thousand units wide.
        let scale = (self.scale * 100_000.0 + 0.5) as i32;
        push_tenths(&mut out, scale / 100_000 * 10);
        out.push('.');
        let mut part = 10_000;
        while part > 0 {
            out.push((b'0' + (scale / part % 10) as u8) as char);
            part /= 10;
        }
        out.push(')');
        out
    }
}

impl Area {
    /// `x`, `y`, `width` and `height`.
    pub fn sides(&self) -> [(&'static str, String); 4] {
        let text = |side: f32| {
            let mut out = String::new();
            push(&mut out, side);
            out
        };
        [
            ("x", text(self.x)),
            ("y", text(self.y)),
            ("width", text(self.w)),
            ("height", text(self.h)),
        ]
    }
}

fn push(out: &mut String, px: f32) {
    let half = if px < 0.0 { -0.5 } else { 0.5 };
    push_tenths(out, (px * 10.0 + half) as i32);
}
