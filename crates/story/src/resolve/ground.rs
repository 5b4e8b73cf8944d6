//! Which land is where: the land's paths as cells, to find open sea and room for names.
//!
//! Only where the page is written. The program in the browser gets what was found.

use super::super::validate::Land;

/// A part of the plane, in tenths of a unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

/// A part of the plane in cells: whose land each one is.
pub(super) struct Ground {
    pub part: Part,
    /// How long a cell's side is.
    pub cell: f64,
    pub columns: usize,
    pub rows: usize,
    /// Row by row: an index into the land's paths, counted from 1; 0 is sea.
    cells: Vec<u16>,
}

impl Ground {
    /// `scale`: tenths of a unit to a kilometre.
    pub fn new(land: &Land, scale: f64, part: Part, columns: usize) -> Self {
        let cell = part.w / columns as f64;
        let rows = (part.h / cell).ceil().max(1.0) as usize;
        let mut ground = Self {
            part,
            cell,
            columns,
            rows,
            cells: vec![0; columns * rows],
        };
        let Some(layer) = land.layers.first() else {
            return ground;
        };
        for (i, path) in layer.paths.iter().enumerate() {
            let rings = rings(&path.d, scale / layer.units_per_km);
            ground.fill(&rings, u16::try_from(i + 1).unwrap_or(u16::MAX));
        }
        ground
    }

    /// Whose land a cell is, as an index into the land's paths.
    pub fn land(&self, column: usize, row: usize) -> Option<usize> {
        usize::from(self.cells[row * self.columns + column]).checked_sub(1)
    }

    /// The cell in which a point lies.
    pub fn cell_of(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let column = ((x - self.part.x) / self.cell).floor();
        let row = ((y - self.part.y) / self.cell).floor();
        let is_in = |at: f64, count: usize| at >= 0.0 && at < count as f64;
        (is_in(column, self.columns) && is_in(row, self.rows))
            .then_some((column as usize, row as usize))
    }

    /// Marks the cells whose middle lies within the rings, an odd number of them.
    fn fill(&mut self, rings: &[Vec<[f64; 2]>], mark: u16) {
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); self.rows];
        for ring in rings {
            for (i, a) in ring.iter().enumerate() {
                let b = &ring[(i + 1) % ring.len()];
                let (top, bottom) = if a[1] < b[1] { (a, b) } else { (b, a) };
                let row = |y: f64| ((y - self.part.y) / self.cell - 0.5).ceil().max(0.0) as usize;
                let end = row(bottom[1]).min(self.rows);
                for (row, line) in crossings.iter_mut().enumerate().take(end).skip(row(top[1])) {
                    let y = self.part.y + (row as f64 + 0.5) * self.cell;
                    let along = (y - top[1]) / (bottom[1] - top[1]);
                    line.push(top[0] + (bottom[0] - top[0]) * along);
                }
            }
        }
        for (row, mut line) in crossings.into_iter().enumerate() {
            line.sort_by(f64::total_cmp);
            for pair in line.chunks_exact(2) {
                let column =
                    |x: f64| ((x - self.part.x) / self.cell - 0.5).ceil().max(0.0) as usize;
                let start = row * self.columns;
                let (from, to) = (column(pair[0]), column(pair[1]).min(self.columns));
                if from < to {
                    self.cells[start + from..start + to].fill(mark);
                }
            }
        }
    }
}

/// The rings of a path as the land file has them: `M`, then steps after an `l`.
fn rings(d: &str, scale: f64) -> Vec<Vec<[f64; 2]>> {
    let mut rings = Vec::new();
    for ring in d.split(['M', 'z']).filter(|ring| !ring.is_empty()) {
        let mut numbers = numbers(ring).into_iter();
        let mut at = [0.0; 2];
        let mut points = Vec::new();
        while let (Some(x), Some(y)) = (numbers.next(), numbers.next()) {
            at = [at[0] + x, at[1] + y];
            points.push(at.map(|units| units * scale));
        }
        rings.push(points);
    }
    rings
}

/// All numbers in a text, whatever stands between them; a sign parts them too.
fn numbers(text: &str) -> Vec<f64> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut take = |word: &str| out.extend(word.parse::<f64>());
    for (i, c) in text.char_indices() {
        if !(c.is_ascii_digit() || c == '.') {
            take(&text[from..i]);
            from = if c == '-' { i } else { i + c.len_utf8() };
        }
    }
    take(&text[from..]);
    out
}
