//! The line that says what of a link could not be read.

use super::dom;
use crate::domain::link::LinkProblem;
use crate::story::labels;

/// Shows which parts of a link could not be read, or nothing if all could.
pub fn say(problems: &[LinkProblem]) {
    let Some(notice) = dom::by_id("notice") else {
        return;
    };
    let mut keys = String::new();
    for problem in problems {
        if !keys.is_empty() {
            keys.push_str(", ");
        }
        keys.push_str(problem.key.word());
    }
    if let Some(line) = notice.first_element_child() {
        let words = labels::link_broken().replace("{keys}", &keys);
        line.set_text_content((!problems.is_empty()).then_some(&words));
    }
    dom::set_if(&notice, "hidden", problems.is_empty().then_some(""));
}

pub fn dismiss() {
    say(&[]);
}
