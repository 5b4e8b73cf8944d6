//! The known word that an unknown one was probably meant to be.

/// A hint: "did you mean “courts”?", or the known words where none is near.
pub fn hint<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, &known) {
        Some(near) => format!("did you mean “{near}”?"),
        None if known.is_empty() => "there are none to choose from".into(),
        None if known.len() <= 16 => format!("one of {}", known.join(", ")),
        None => format!("one of {}, …", known[..12].join(", ")),
    }
}

/// The nearest known word, if it is near at all.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let limit = ((word.chars().count() + 1) / 3).max(1);
    let distances = known.iter().map(|k| (distance(word, k), *k));
    let (best, near) = distances.min_by_key(|(d, _)| *d)?;
    (best <= limit).then_some(near)
}

/// How many letters must change, come or go (Levenshtein), with case for free.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, a) in a.to_lowercase().chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for j in 0..b.len() {
            let change = diagonal + usize::from(a != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
