//! What came of the tests: one that fails is run once more. If it passes then it counts as passed and
//! is named at the end, so that one bad moment of a browser does not lose a day and is not forgotten
//! either; if it fails twice it has failed.
//!
//! It is a test program of its own too, see Cargo.toml: the suite cannot fail on purpose to prove it.

/// What came of one test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    /// Passed the second time; why not the first time.
    Flaky(String),
    /// Why not, both times.
    Failed(String),
}

/// Runs a test, which tells what is wrong, once or twice.
pub fn run(mut test: impl FnMut() -> Option<String>) -> Outcome {
    let Some(first) = test() else {
        return Outcome::Passed;
    };
    match test() {
        None => Outcome::Flaky(first),
        Some(second) if second == first => Outcome::Failed(first),
        Some(second) => {
            Outcome::Failed(format!("{first}\nand when it was run once more:\n{second}"))
        }
    }
}

impl Outcome {
    /// As the line of the test has it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Passed => "ok",
            Self::Flaky(_) => "ok when run once more, before that:",
            Self::Failed(_) => "FAILED",
        }
    }

    pub fn failure(&self) -> Option<&str> {
        match self {
            Self::Passed => None,
            Self::Flaky(why) | Self::Failed(why) => Some(why),
        }
    }
}

/// All that came of the tests so far.
#[derive(Debug, Default)]
pub struct Tally {
    passed: usize,
    flaky: Vec<String>,
    failed: Vec<String>,
}

impl Tally {
    pub fn count(&mut self, name: String, outcome: &Outcome) {
        match outcome {
            Outcome::Passed => self.passed += 1,
            Outcome::Flaky(_) => {
                self.passed += 1;
                self.flaky.push(name);
            }
            Outcome::Failed(_) => self.failed.push(name),
        }
    }

    pub fn all_passed(&self) -> bool {
        self.failed.is_empty()
    }

    /// The last lines of a run.
    pub fn summary(&self, seconds: u64) -> String {
        let flaky = self.flaky.iter().map(|name| format!("flaky: {name}\n"));
        let failed = self.failed.iter().map(|name| format!("failed: {name}\n"));
        let names: String = flaky.chain(failed).collect();
        let (passed, flaky, failed) = (self.passed, self.flaky.len(), self.failed.len());
        let twice = match flaky {
            0 => String::new(),
            _ => format!(" ({flaky} of them only when run once more)"),
        };
        format!(
            "{names}\n{passed} passed{twice}, {failed} failed\n\
             test result: {passed} passed; {failed} failed; {flaky} flaky; finished in {seconds} s"
        )
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_test_is_run_again_only_if_it_failed_and_never_a_third_time() {
        use super::{Outcome, run};
        let no = |why: &str| Some(why.to_owned());
        for (results, runs, expected) in [
            (vec![None], 1, Outcome::Passed),
            (vec![no("late"), None], 2, Outcome::Flaky("late".to_owned())),
            (
                vec![no("late"), no("late"), None],
                2,
                Outcome::Failed("late".to_owned()),
            ),
            (
                vec![no("late"), no("gone"), None],
                2,
                Outcome::Failed("late\nand when it was run once more:\ngone".to_owned()),
            ),
        ] {
            let mut left = results.clone().into_iter();
            let outcome = run(|| left.next().unwrap_or(None));
            assert_eq!(outcome, expected);
            assert_eq!(results.len() - left.len(), runs, "{results:?}");
        }
    }

    #[test]
    fn a_flaky_test_has_passed_and_is_named_at_the_end() {
        use super::{Outcome, Tally};
        let mut tally = Tally::default();
        tally.count("firefox::a".to_owned(), &Outcome::Passed);
        tally.count("firefox::b".to_owned(), &Outcome::Flaky("late".to_owned()));
        assert!(tally.all_passed());
        assert_eq!(
            tally.summary(7),
            "flaky: firefox::b\n\n2 passed (1 of them only when run once more), 0 failed\n\
             test result: 2 passed; 0 failed; 1 flaky; finished in 7 s"
        );
    }

    #[test]
    fn a_test_that_failed_twice_fails_the_run() {
        use super::{Outcome, Tally};
        let mut tally = Tally::default();
        tally.count("webkit::a".to_owned(), &Outcome::Passed);
        tally.count("webkit::b".to_owned(), &Outcome::Failed("gone".to_owned()));
        assert!(!tally.all_passed());
        assert_eq!(
            tally.summary(7),
            "failed: webkit::b\n\n1 passed, 1 failed\n\
             test result: 1 passed; 1 failed; 0 flaky; finished in 7 s"
        );
    }

    #[test]
    fn what_went_wrong_is_told_of_a_flaky_test_too() {
        use super::Outcome;
        for (outcome, word, failure) in [
            (Outcome::Passed, "ok", None),
            (
                Outcome::Flaky("late".to_owned()),
                "ok when run once more, before that:",
                Some("late"),
            ),
            (Outcome::Failed("gone".to_owned()), "FAILED", Some("gone")),
        ] {
            assert_eq!((outcome.word(), outcome.failure()), (word, failure));
        }
    }
}
