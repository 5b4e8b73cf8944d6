//! Finds room for names: each at the best place that is still free, or not at all.

use super::space::{Area, Pt, meet};

/// What a label says. The words are the page's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The event's short name, and the line below it.
    Target,
    /// A capital, by slot; with its distance if its mark is at the rim, or the line below it.
    Capital(u8),
    /// Who tells what is heard of a capital, or that it is not quoted.
    Via(u8),
    /// The event's place outside the frame, with its distance: an index into the map's places.
    Outside(u16),
    /// An index into the map's places; one line for each of its names in the perspective.
    Place(u16),
    /// An index into the map's names.
    Name(u16),
}

/// Which end of a line of text is held where it is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Words that have room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    pub key: Key,
    /// On the base line of the first line.
    pub at: Pt,
    pub anchor: Anchor,
    /// From one base line to the next.
    pub leading: f32,
    /// What it takes up.
    pub room: Area,
    /// From what it names to the words, where they stand further off.
    pub leader: Option<[Pt; 2]>,
}

/// Words as they are to be set: so wide, with so many lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub key: Key,
    pub w: f32,
    pub lines: u16,
    pub leading: f32,
}

/// What a label stands beside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'a> {
    pub at: Pt,
    /// How far the mark reaches.
    pub reach: f32,
    /// The better places first: -1 is left or above, 1 right or below.
    pub ways: &'a [[i8; 2]],
    /// How much further off it may stand, in lines.
    pub further: u8,
    /// If not empty, it must stand within one of them.
    pub rooms: &'a [Area],
    /// It must be nearer to its own mark than to any of these.
    pub others: &'a [Pt],
}

impl Spot<'_> {
    pub fn new(at: Pt, reach: f32) -> Self {
        Self {
            at,
            reach,
            ways: &WAYS,
            further: 1,
            rooms: &[],
            others: &[],
        }
    }
}

/// Any way, to the right first.
pub(super) const WAYS: [[i8; 2]; 8] = [
    [1, 0],
    [-1, 0],
    [1, -1],
    [1, 1],
    [0, -1],
    [0, 1],
    [-1, -1],
    [-1, 1],
];

/// Air between a mark and its name, and on both sides of words.
const GAP: f32 = 6.0;
const AIR: f32 = 3.0;
/// Between labels.
const CLEAR: f32 = 2.0;
/// A name so much further off has a leader.
const LEADER: f32 = 14.0;

/// Where labels are placed, one after the other.
pub(super) struct Placer {
    frame: Area,
    /// What no label may cover.
    pub taken: Vec<Area>,
    /// What labels should not lie on, and leaders not cross.
    pub lines: Vec<[Pt; 2]>,
    /// What leaders may cross.
    pub curves: Vec<[Pt; 2]>,
    pub labels: Vec<Label>,
}

impl Placer {
    pub fn new(frame: Area) -> Self {
        Self {
            frame,
            taken: Vec::new(),
            lines: Vec::new(),
            curves: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Beside a mark. An important name crosses a line rather than go missing.
    pub fn beside(&mut self, block: Block, spot: Spot, is_important: bool) -> bool {
        let found = (self.find(&block, &spot, false))
            .or_else(|| is_important.then(|| self.find(&block, &spot, true))?);
        found.is_some_and(|label| self.put(label))
    }

    fn find(&self, block: &Block, spot: &Spot, may_cross: bool) -> Option<Label> {
        let is_at_home = |label: &Label| {
            let room = &label.room;
            let own = room.distance(spot.at);
            (spot.rooms.is_empty() || spot.rooms.iter().any(|other| other.covers(room)))
                && spot.others.iter().all(|other| room.distance(*other) >= own)
        };
        (0..=spot.further).find_map(|further| {
            let ways = spot.ways.iter();
            let mut labels = ways.map(|way| self.candidate(block, spot, further, *way));
            labels.find(|label| is_at_home(label) && self.is_free(label, spot.at, may_cross))
        })
    }

    /// In the middle of an area, or as near to it as there is room within it.
    pub fn on(&mut self, block: Block, area: &Area) -> bool {
        let room = area.common(&self.frame);
        let (w, h) = (block.w + AIR * 2.0, block.leading * f32::from(block.lines));
        if room.w < w || room.h < h {
            return false;
        }
        let middle = room.center();
        let (aside, down) = ((room.w - w) / 2.0, (room.h - h) / 2.0);
        const TRIES: [f32; 5] = [0.0, -0.5, 0.5, -1.0, 1.0];
        let found = TRIES.iter().find_map(|y| {
            TRIES.iter().find_map(|x| {
                let at = middle + Pt::new(aside * x, down * y);
                let room = Area::around(at, w, h);
                let label = Label {
                    key: block.key,
                    at: Pt::new(at.x, room.y + base(&block)),
                    anchor: Anchor::Middle,
                    leading: block.leading,
                    room,
                    leader: None,
                };
                self.is_free(&label, at, false).then_some(label)
            })
        });
        found.is_some_and(|label| self.put(label))
    }

    fn put(&mut self, label: Label) -> bool {
        self.taken.push(label.room.grown(CLEAR));
        self.lines.extend(label.leader);
        self.labels.push(label);
        true
    }

    fn is_free(&self, label: &Label, names: Pt, may_cross: bool) -> bool {
        let room = &label.room;
        // A leader crosses what it leads from.
        let leads_through = |other: &Area| {
            let is_own = (other.center() - names).length() < 1.0;
            !is_own && label.leader.is_some_and(|line| other.crossed(line))
        };
        let is_crossed = |line: &[Pt; 2]| {
            room.crossed(*line) || label.leader.is_some_and(|leader| meet(leader, *line))
        };
        self.frame.covers(room)
            && !(self.taken.iter()).any(|other| other.meets(room) || leads_through(other))
            && (may_cross
                || !self.lines.iter().any(is_crossed)
                    && !self
                        .curves
                        .iter()
                        .any(|line| room.grown(CLEAR).crossed(*line)))
    }

    fn candidate(&self, block: &Block, spot: &Spot, further: u8, way: [i8; 2]) -> Label {
        let [right, down] = way.map(f32::from);
        let (w, h) = (block.w, block.leading * f32::from(block.lines));
        let off = f32::from(further) * block.leading;
        let gap = spot.reach + GAP + off;
        // At the mark's corner a name begins above or below it.
        let aside = if down == 0.0 {
            gap
        } else {
            spot.reach + AIR + CLEAR + off
        };
        let x = spot.at.x + right * aside;
        let (left, anchor) = match right {
            _ if right > 0.0 => (x, Anchor::Start),
            _ if right < 0.0 => (x - w, Anchor::End),
            // Above or below, it may lean inwards.
            _ => {
                let most = (self.frame.right() - w - AIR).max(self.frame.x + AIR);
                (
                    (x - w / 2.0).max(self.frame.x + AIR).min(most),
                    Anchor::Middle,
                )
            }
        };
        let under = if right == 0.0 {
            gap
        } else {
            spot.reach * 0.5 + off
        };
        let top = spot.at.y + down * (under + h / 2.0) - h / 2.0;
        let room = Area {
            x: left - AIR,
            y: top,
            w: w + AIR * 2.0,
            h,
        };
        let hold = match anchor {
            Anchor::Start => left,
            Anchor::Middle => left + w / 2.0,
            Anchor::End => left + w,
        };
        let to = Pt::new(
            spot.at.x.max(room.x).min(room.right()),
            spot.at
                .y
                .max(room.y + block.leading / 2.0)
                .min(room.bottom() - block.leading / 2.0),
        );
        let step = to - spot.at;
        let is_far = further > 0 && step.length() > spot.reach + LEADER;
        Label {
            key: block.key,
            at: Pt::new(hold, top + base(block)),
            anchor,
            leading: block.leading,
            room,
            leader: is_far.then(|| [spot.at + step.unit() * spot.reach, to]),
        }
    }
}

/// From the top of the first line to its base line.
fn base(block: &Block) -> f32 {
    block.leading * 0.79
}
