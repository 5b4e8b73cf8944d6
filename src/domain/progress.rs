//! Which passage is being read, from geometry alone.
//!
//! A pure function of where things are now, never a count of what entered and left: it is right
//! after a reload in mid-page, a jump by link, a resize, a zoom and a fast flick.
//! All lengths are whole CSS pixels.

/// The last of `tops` (ascending) that is at or above `line`; none above the first.
pub fn active(tops: &[i32], line: i32) -> Option<usize> {
    active_by(tops.len(), |i| tops[i], line)
}

/// The same, asking for the tops one by one: to measure a few passages is enough, and measuring
/// costs.
pub fn active_by(count: usize, mut top: impl FnMut(usize) -> i32, line: i32) -> Option<usize> {
    let (mut reached, mut beyond) = (0, count);
    while reached < beyond {
        let middle = (reached + beyond) / 2;
        if top(middle) <= line {
            reached = middle + 1;
        } else {
            beyond = middle;
        }
    }
    reached.checked_sub(1)
}

/// How much of the content has been read, 0 to 1000: how far its `start` has passed the top edge,
/// of all the way until its end stands at the bottom edge. `scroll` counts from that start.
pub fn permille(scroll: i32, content: i32, view: i32) -> i32 {
    let way = i64::from(content) - i64::from(view);
    if way <= 0 {
        // Content that fits in the view is read once it is scrolled to.
        return if scroll >= 0 { 1000 } else { 0 };
    }
    (i64::from(scroll).clamp(0, way) * 1000 / way) as i32
}

/// The height of the line that a passage must reach to be the one being read: a quarter down the
/// part of the view that the bar on top leaves free, and never so far down that a passage that has
/// been jumped to could lose its turn to a short passage's successor.
pub fn line(view_height: i32, bar: i32) -> i32 {
    let free = (view_height - bar).max(0);
    bar + (free / 4).min(LINE_MOST)
}

/// Less than the shortest passage is high, px.
const LINE_MOST: i32 = 220;
