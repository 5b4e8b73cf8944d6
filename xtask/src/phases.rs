//! Runs what has to pass, one after the other: a failure stops only what depends on it, so that
//! all failures are seen at once. At the end every phase has its time, and there is one verdict.

use std::time::{Duration, Instant};

use crate::failure::Result;
use crate::progress::{say, seconds};

#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Passed(Duration),
    Failed(Duration, String),
    /// Not run, because this phase did not pass.
    Skipped(&'static str),
}

#[derive(Debug, Default)]
pub struct Phases {
    rows: Vec<(&'static str, Outcome)>,
}

impl Phases {
    /// Runs a phase, if all that it needs has passed or was not asked for.
    pub fn run<T>(
        &mut self,
        name: &'static str,
        needs: &[&'static str],
        phase: impl FnOnce() -> Result<T>,
    ) -> Option<T> {
        if let Some(missing) = needs.iter().copied().find(|need| self.is_broken(need)) {
            say(format!("== {name}: skipped, it needs: {missing}"));
            self.rows.push((name, Outcome::Skipped(missing)));
            return None;
        }
        say(format!("== {name}"));
        let start = Instant::now();
        let (outcome, value) = match phase() {
            Ok(value) => (Outcome::Passed(start.elapsed()), Some(value)),
            Err(failure) => {
                say(format!("== {name} FAILED: {failure}"));
                let outcome = Outcome::Failed(start.elapsed(), failure.to_string());
                (outcome, None)
            }
        };
        self.rows.push((name, outcome));
        value
    }

    /// The table of phases, each failure with its cure, and the verdict in the last line.
    pub fn report(&self) -> String {
        let width = self.rows.iter().map(|(name, _)| name.len()).max();
        let width = width.unwrap_or_default();
        let mut text = String::new();
        for (name, outcome) in &self.rows {
            let line = match outcome {
                Outcome::Passed(time) => format!("ok      {name:width$}  {:>9}", seconds(*time)),
                Outcome::Failed(time, _) => {
                    format!("FAILED  {name:width$}  {:>9}", seconds(*time))
                }
                Outcome::Skipped(need) => format!("skipped {name:width$}  needs: {need}"),
            };
            text.push_str(&line);
            text.push('\n');
        }
        for (name, outcome) in &self.rows {
            if let Outcome::Failed(_, failure) = outcome {
                text.push_str(&format!("\n{name}: {failure}\n"));
            }
        }
        text.push_str(&format!("\n{}\n", self.verdict()));
        text
    }

    pub fn passed(&self) -> bool {
        self.rows
            .iter()
            .all(|(_, outcome)| matches!(outcome, Outcome::Passed(_)))
    }

    fn verdict(&self) -> String {
        let count = |is: fn(&Outcome) -> bool| self.rows.iter().filter(|(_, o)| is(o)).count();
        let failed: Vec<&str> = self
            .rows
            .iter()
            .filter(|(_, outcome)| matches!(outcome, Outcome::Failed(..)))
            .map(|(name, _)| *name)
            .collect();
        let passed = count(|outcome| matches!(outcome, Outcome::Passed(_)));
        if self.passed() {
            return format!("PASSED: all {passed} phases");
        }
        let skipped = count(|outcome| matches!(outcome, Outcome::Skipped(_)));
        format!(
            "FAILED: {} ({passed} passed, {skipped} skipped)",
            failed.join(", ")
        )
    }

    fn is_broken(&self, need: &str) -> bool {
        self.rows
            .iter()
            .any(|(name, outcome)| *name == need && !matches!(outcome, Outcome::Passed(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    fn passes() -> Result<()> {
        Ok(())
    }

    fn fails() -> Result<()> {
        Err(Failure::new("it broke", "mend it"))
    }

    #[test]
    fn a_failure_skips_only_what_depends_on_it() {
        let mut phases = Phases::default();
        phases.run("story", &[], fails);
        phases.run("native tests", &["story"], passes);
        phases.run("site", &["story"], passes);
        phases.run("browsers", &["site"], passes);
        phases.run("format", &[], passes);
        let outcomes: Vec<bool> = phases
            .rows
            .iter()
            .map(|(_, outcome)| matches!(outcome, Outcome::Skipped(_)))
            .collect();
        assert_eq!(outcomes, [false, true, true, true, false]);
        assert!(!phases.passed());
        assert_eq!(phases.verdict(), "FAILED: story (1 passed, 3 skipped)");
    }

    #[test]
    fn a_need_that_was_not_asked_for_does_not_skip() {
        let mut phases = Phases::default();
        phases.run("native tests", &["story"], passes);
        assert!(phases.passed());
        assert_eq!(phases.verdict(), "PASSED: all 1 phases");
    }

    #[test]
    fn the_report_ends_with_the_cure_and_the_verdict() {
        let mut phases = Phases::default();
        phases.run("format", &[], fails);
        let report = phases.report();
        assert!(report.contains("format: it broke\n  cure: mend it"));
        assert!(report.ends_with("FAILED: format (0 passed, 0 skipped)\n"));
    }
}
