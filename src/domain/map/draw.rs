//! Attributes of the drawing, as text.

use super::{Camera, Placed, Rect, Scene, Size};
use crate::domain::relations::{push_tenths, tenths};
use crate::story::model::Point;

impl Camera {
    /// From the plane to the drawing, as a transformation; `px` is the unit of its lengths: none in
    /// an attribute, "px" in a style.
    pub fn transform(&self, px: &str) -> String {
        let corner = self.place(Point { x: 0, y: 0 });
        let mut out = translate(corner, px);
        out.push_str(" scale(");
        push_millionths(
            &mut out,
            i64::from(self.frame.w) * 1_000_000 / i64::from(self.shown.w.max(1)),
        );
        out.push(')');
        out
    }
}

impl Scene {
    /// Keeps the stripes of disputed land five units apart in the drawing, or in the inset where
    /// there is one; `unit` is the land's, in thousandths of the plane's.
    pub fn hatch(&self, unit: i32) -> String {
        let camera = self
            .inset
            .as_ref()
            .map_or(self.camera, |inset| inset.camera);
        let mut out = String::from("rotate(45) scale(");
        let (shown, frame) = (i64::from(camera.shown.w), i64::from(camera.frame.w.max(1)));
        push_millionths(
            &mut out,
            shown * 1_000_000_000 / frame / i64::from(unit.max(1)),
        );
        out.push(')');
        out
    }
}

impl Rect {
    /// The value of `viewBox`.
    pub fn view_box(&self) -> String {
        let mut out = String::new();
        for side in [self.x, self.y, self.w, self.h] {
            if !out.is_empty() {
                out.push(' ');
            }
            push_tenths(&mut out, side);
        }
        out
    }

    /// Path data of its outline.
    pub fn path(&self) -> String {
        let mut out = String::from("M");
        push_tenths(&mut out, self.x);
        out.push(' ');
        push_tenths(&mut out, self.y);
        for (way, length) in [('h', self.w), ('v', self.h), ('h', -self.w)] {
            out.push(way);
            push_tenths(&mut out, length);
        }
        out.push('z');
        out
    }

    /// `x`, `y`, `width` and `height`.
    pub fn sides(&self) -> [(&'static str, String); 4] {
        [
            ("x", tenths(self.x)),
            ("y", tenths(self.y)),
            ("width", tenths(self.w)),
            ("height", tenths(self.h)),
        ]
    }
}

impl Size {
    /// Puts something that is drawn around 0, 0 in px in its place.
    pub fn put(self, at: Point) -> String {
        let mut out = translate(at, "");
        out.push_str(" scale(");
        push_millionths(&mut out, i64::from(self.em()) * 1_000_000 / 130);
        out.push(')');
        out
    }
}

impl Placed {
    /// Puts a text with its base line at 0, or with a line above it that is not there.
    pub fn put(&self, size: Size, is_below: bool) -> String {
        let above = if is_below { size.em() * 6 / 5 } else { 0 };
        let Point { x, y } = self.at;
        translate(Point { x, y: y - above }, "")
    }
}

fn translate(at: Point, px: &str) -> String {
    let mut out = String::from("translate(");
    push_tenths(&mut out, at.x);
    out.push_str(px);
    out.push(',');
    push_tenths(&mut out, at.y);
    out.push_str(px);
    out.push(')');
    out
}

/// Appends millionths as a number, which is not negative: 1500000 is "1.500000".
fn push_millionths(out: &mut String, millionths: i64) {
    let whole = (millionths / 1_000_000) as i32;
    push_tenths(out, whole * 10);
    out.push('.');
    let mut part = 100_000;
    while part > 0 {
        out.push((b'0' + (millionths / part % 10) as u8) as char);
        part /= 10;
    }
}
