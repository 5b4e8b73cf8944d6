//! Any bytes as an address: reading never panics, and what was read is written and read back the
//! same.
#![no_main]

use arbitrary::Arbitrary;
use fixtures::index;
use libfuzzer_sys::fuzz_target;
use sightlines::domain::choice::Choice;

#[derive(Debug, Arbitrary)]
struct Address<'a> {
    query: &'a str,
    fragment: &'a str,
    set: &'a str,
}

fuzz_target!(|address: Address| {
    let read = Choice::from_link(address.query, address.fragment, index()).choice;
    for choice in [read, read.with_link("", address.set, index()).choice] {
        let written = choice.to_fragment(index());
        let again = Choice::from_fragment(&written, index());
        assert!(again.problems.is_empty(), "{written}: {:?}", again.problems);
        assert_eq!(again.choice, choice, "{written}");
    }
});
