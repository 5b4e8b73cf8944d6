//! The reviewer's notebook: problems found so far, and what is already known to be broken.

use std::collections::BTreeSet;

use super::places::{Places, parent};
use super::{Problem, Severity};

#[derive(Debug)]
pub struct Review<'a> {
    places: Places<'a>,
    /// Paths whose value was replaced by something harmless.
    broken: BTreeSet<String>,
    problems: Vec<Problem>,
}

impl<'a> Review<'a> {
    pub fn new(places: Places<'a>) -> Self {
        let mut review = Self {
            places,
            broken: BTreeSet::new(),
            problems: Vec::new(),
        };
        for (path, offset) in std::mem::take(&mut review.places.twice) {
            let name = path.rsplit('.').next().unwrap_or_default();
            let message = format!("“{name}” is written twice here");
            review.add(offset, &path, message, "keep one of the two");
        }
        review
    }

    fn add(
        &mut self,
        offset: usize,
        path: &str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let problem = self
            .places
            .problem_at(offset, path.to_owned(), message, hint);
        self.problems.push(problem);
    }

    /// Reports the value at `path`, unless it is known to be broken.
    pub fn report(&mut self, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        if !self.is_broken(path) {
            self.add(self.places.value(path), path, message, hint);
        }
    }

    /// Reports what is a pity at `path`, unless it is known to be broken.
    pub fn warn(&mut self, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        if !self.is_broken(path) {
            let offset = self.places.value(path);
            let problem = self
                .places
                .problem_at(offset, path.to_owned(), message, hint);
            self.problems.push(Problem {
                severity: Severity::Warning,
                ..problem
            });
        }
    }

    /// Reports a place within the string at `path`, by its byte offset.
    pub fn report_inside(
        &mut self,
        path: &str,
        offset: usize,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if !self.is_broken(path) {
            self.add(self.places.inside(path, offset), path, message, hint);
        }
    }

    /// Reports the key at `path`.
    pub fn report_key(&mut self, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        self.add(self.places.key(path), path, message, hint);
    }

    /// Remembers that the value at `path` is a stand-in.
    pub fn mark_broken(&mut self, path: String) {
        self.broken.insert(path);
    }

    /// Whether the value at `path`, or anything around it, is a stand-in.
    pub fn is_broken(&self, path: &str) -> bool {
        if self.broken.is_empty() {
            return false;
        }
        let mut path = Some(path);
        while let Some(here) = path {
            if self.broken.contains(here) {
                return true;
            }
            path = parent(here);
        }
        false
    }

    /// Whether the value at `path` and all within it is as the author wrote it.
    pub fn is_sound(&self, path: &str) -> bool {
        let within = |other: &&String| {
            let rest = other.strip_prefix(path);
            rest.is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        !self.is_broken(path) && !self.broken.iter().any(|other| within(&other))
    }

    /// The line on which the value at `path` stands.
    pub fn line(&self, path: &str) -> usize {
        self.places.line_column(self.places.value(path)).0
    }

    /// All problems, in the order of the text.
    pub fn finish(self) -> Vec<Problem> {
        let mut problems = self.problems;
        problems.sort_by_key(|p| (p.line, p.column));
        problems
    }
}
