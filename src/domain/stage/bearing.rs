//! From one point of the globe to another: which way, and how far.

use super::space::Pt;
use crate::story::model::Globe;

/// The earth's, in kilometres.
const RADIUS: f32 = 6371.0;
/// What the vectors of [`Globe`] are counted in.
const WHOLE: f32 = 100_000.0;

/// The direction in which the great circle to another point sets out, as a step of one px.
pub fn toward(from: &Globe, to: &Globe) -> Pt {
    Pt::new(dot(&from.right, &to.at), dot(&from.down, &to.at)).unit()
}

/// Along the great circle, in kilometres: hundreds from a thousand on, else tens.
pub fn km(from: &Globe, to: &Globe) -> u32 {
    let angle = dot(&from.at, &to.at).clamp(-1.0, 1.0).acos();
    let km = angle * RADIUS;
    let step = if km < 1000.0 { 10.0 } else { 100.0 };
    ((km / step + 0.5) as u32) * step as u32
}

fn dot(a: &[i32; 3], b: &[i32; 3]) -> f32 {
    let products = a.iter().zip(b).map(|(a, b)| *a as f32 * *b as f32);
    products.sum::<f32>() / WHOLE / WHOLE
}
