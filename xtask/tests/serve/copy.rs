//! What a fresh clone would hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A copy of all files that git tracks, as they are now, and of nothing else.
pub fn of_tracked_files() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("a clean copy – 日本");
    if copy.exists() {
        fs::remove_dir_all(&copy).expect("the folder is ours");
    }
    let listed = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(&root)
        .output()
        .expect("git tells which files are tracked");
    assert!(listed.status.success(), "this wants a git checkout");
    let names = String::from_utf8(listed.stdout).expect("the names are UTF-8");
    // What is deleted and not yet committed as such is listed too.
    for name in names
        .split_terminator('\0')
        .filter(|name| root.join(name).is_file())
    {
        let to = copy.join(name);
        let parent = to.parent().expect("it lies in the copy");
        fs::create_dir_all(parent).expect("the target folder can be written");
        fs::copy(root.join(name), &to).expect("a tracked file can be copied");
    }
    copy
}

/// Where the copy is compiled. Not where the checkout is: cargo names a package by its path in the
/// workspace, and would take what it has compiled of the one for the other's. It is kept, so that only
/// the first run compiles all.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("target of the copy")
}
