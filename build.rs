//! Reads the story, reports every problem in it, and writes it into the program as Rust statics.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

// The library's own files. The program uses parts of them that a build script does not.
#[allow(dead_code)]
#[path = "src/domain"]
mod domain {
    pub mod date;
    pub mod scale;
}
#[allow(dead_code, unused_imports)]
#[path = "src/story"]
mod story {
    pub mod emit;
    pub mod inline;
    pub mod labels;
    pub mod model;
    pub mod resolve;
    pub mod source;
    pub mod validate;
}

/// The bundled story; `SIGHTLINES_STORY` names another one.
const BUNDLED: &str = "public/story.json";

fn main() {
    println!("cargo:rerun-if-env-changed=SIGHTLINES_STORY");
    let name = env::var("SIGHTLINES_STORY").unwrap_or_else(|_| BUNDLED.into());
    let path = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join(&name);
    println!("cargo:rerun-if-changed={}", path.display());

    // The prerender lays the story beside the page, for readers to download.
    println!("cargo:rustc-env=SIGHTLINES_STORY_FILE={}", path.display());

    let json = fs::read_to_string(&path)
        .unwrap_or_else(|error| fail(&format!("cannot read the story {name}: {error}")));
    let checked = story::validate::check(&json).unwrap_or_else(|problems| {
        for problem in &problems {
            eprintln!("{}\n", problem.in_file(&name));
        }
        let count = match problems.len() {
            1 => "1 problem".into(),
            n => format!("{n} problems"),
        };
        fail(&format!(
            "{count} in {name}. The format is described in src/story/source.rs and in \
             public/story.schema.json, which most editors can check against while you type."
        ))
    });

    let files = story::emit::emit(&checked);
    let out = PathBuf::from(variable("OUT_DIR"));
    write(&out.join("index.rs"), &files.index);
    write(&out.join("text.rs"), &files.text);
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| fail(&format!("cargo has not set {name}")))
}

fn write(path: &Path, content: &str) {
    if let Err(error) = fs::write(path, content) {
        fail(&format!("cannot write {}: {error}", path.display()));
    }
}

/// Ends the build with a sentence instead of a panic.
fn fail(message: &str) -> ! {
    eprintln!("{message}");
    process::exit(1)
}
