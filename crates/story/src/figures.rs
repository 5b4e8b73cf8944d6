//! Whole numbers as text: `format!` would bring its machinery into the wasm.

use crate::model::Point;

/// Appends a whole number.
pub fn push_int(out: &mut String, n: i32) {
    if n < 0 {
        out.push('-');
    }
    let mut digits = [0u8; 10];
    let mut rest = n.unsigned_abs();
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    for digit in &digits[first..] {
        out.push(*digit as char);
    }
}

/// Tenths as units: 2051 is "205.1", 960 is "96".
pub fn tenths(tenths: i32) -> String {
    let mut out = String::new();
    push_tenths(&mut out, tenths);
    out
}

/// Appends tenths as units.
pub fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let n = tenths.unsigned_abs();
    push_int(out, (n / 10) as i32);
    if !n.is_multiple_of(10) {
        out.push('.');
        out.push((b'0' + (n % 10) as u8) as char);
    }
}

impl Point {
    /// Appends "205.1 88.4".
    pub fn push(self, out: &mut String) {
        push_tenths(out, self.x);
        out.push(' ');
        push_tenths(out, self.y);
    }

    /// "translate(205.1 88.4)".
    pub fn translate(self) -> String {
        let mut out = String::from("translate(");
        self.push(&mut out);
        out.push(')');
        out
    }
}
