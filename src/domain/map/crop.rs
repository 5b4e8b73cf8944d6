//! What of the map a small picture shows.

use super::{Rect, Scene, Size};

/// Its width and height in px, of the drawing's own.
const CROP: [i32; 2] = [180, 120];

impl Scene {
    /// What is around the event's ring, within the frame; all of the drawing where there is no ring.
    pub fn crop(&self, size: Size) -> Rect {
        let frame = self.camera.frame;
        let Some(aim) = &self.aim else { return frame };
        let [w, h] = CROP.map(|px| size.px(px));
        Rect {
            x: (aim.at.x - w / 2).clamp(frame.x, frame.x + frame.w - w),
            y: (aim.at.y - h / 2).clamp(frame.y, frame.y + frame.h - h),
            w,
            h,
        }
    }
}
