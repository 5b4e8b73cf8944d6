//! Any story's page: small stories that differ from the bundled one in what a page must bear are checked
//! and published, and read as text. `tests/browser/any_story.rs` opens them in browsers.
#![cfg(feature = "ssr")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A page as trunk builds it, before a story is written into it.
const SHELL: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sightlines</title>\
    <style>h1 { }</style><script type=\"module\">import './a.js';</script></head>\
    <body><script>boot()</script></body></html>";

struct Published {
    page: String,
    story: serde_json::Value,
}

/// Checks the story by the program that authors use, and writes its site around a small program.
fn published(name: &str) -> Published {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let story = root.join("tests/stories").join(name).with_extension("json");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("stories-{name}"));
    let _ = fs::remove_dir_all(&folder);
    let (program, out) = (folder.join("program"), folder.join("site"));
    fs::create_dir_all(program.join("hosting")).unwrap();
    fs::create_dir_all(&out).unwrap();
    fs::write(program.join("hosting/shell.html"), SHELL).unwrap();

    let run = |arguments: &[&dyn AsRef<std::ffi::OsStr>]| {
        let mut publish = Command::new(env!("CARGO_BIN_EXE_publish"));
        for variable in ["SIGHTLINES_STORY", "SIGHTLINES_LAND", "SIGHTLINES_ORIGIN"] {
            publish.env_remove(variable);
        }
        let output = publish.args(arguments).output().expect("it can be run");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {errors}");
        assert_eq!(errors, "", "{name} has no warnings");
    };
    run(&[&"check", &story]);
    run(&[
        &"site",
        &"--story",
        &story,
        &"--program",
        &program,
        &"--out",
        &out,
        &"--no-copies",
    ]);
    let read = |path: &Path| fs::read_to_string(path).expect("it is written");
    Published {
        page: read(&out.join("index.html")),
        story: serde_json::from_str(&read(&story)).unwrap(),
    }
}

impl Published {
    fn count(&self, what: &str) -> usize {
        self.page.matches(what).count()
    }

    /// What holds for every page.
    fn assert_whole(&self, actors: usize) {
        let list = |name: &str| self.story[name].as_array().map_or(0, Vec::len);
        let beats: usize = (self.story["scenes"].as_array().into_iter().flatten())
            .map(|scene| scene["beats"].as_array().map_or(0, Vec::len))
            .sum();
        assert_eq!(self.count("class=\"scene\""), list("scenes"));
        // In the opening and at each beat.
        assert_eq!(self.count("class=\"cards\""), beats + 1);
        assert_eq!(self.count("class=\"card\""), (beats + 1) * actors);
        // In the opening and on the stage.
        assert_eq!(self.count("class=\"key\""), actors * 2);
        for slot in 1..=actors {
            assert!(
                self.page.contains(&format!("id=\"badge-{slot}\"")),
                "{slot}"
            );
        }
        assert!(!self.page.contains(&format!("id=\"badge-{}\"", actors + 1)));
        self.assert_filled_in();
        // Without a map, capitals stand around what they look at: in two shapes of the opening's picture.
        assert_eq!(self.count("class=\"sight\""), actors * 2);
        assert!(self.page.contains("class=\"matter\""));
        assert!(!self.page.contains("class=\"land\""), "there is no land");
    }

    /// No words in braces are left, in text or attributes.
    fn assert_filled_in(&self) {
        let body = self.page.split("<body").nth(1).expect("a page has a body");
        // Code, and what the dialog for sharing fills in when it opens.
        let without_code = without(
            &without(body, "<script", "</script>"),
            "<textarea",
            "</textarea>",
        );
        let left = without_code.match_indices('{').next();
        let around = left.map(|(at, _)| without_code[at..].chars().take(40).collect::<String>());
        assert_eq!(around, None, "a placeholder is left");
    }
}

/// A text without all that begins and ends so.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        out + part.split_once(to).map_or("", |(_, rest)| rest)
    })
}

#[test]
fn two_actors_need_no_map() {
    let site = published("two");
    site.assert_whole(2);
    assert!(site.page.contains("<html lang=\"en\""));
}

#[test]
fn six_actors_with_long_names_have_a_page() {
    let site = published("six");
    site.assert_whole(6);
    for actor in site.story["actors"].as_array().unwrap().iter().take(6) {
        let name = actor["name"].as_str().unwrap();
        assert!(site.page.contains(name), "{name}");
    }
}

#[test]
fn a_story_is_written_from_right_to_left() {
    let site = published("rtl");
    site.assert_whole(2);
    let html = site
        .page
        .split('>')
        .find(|tag| tag.contains("<html"))
        .unwrap();
    assert!(
        html.contains("lang=\"he\"") && html.contains("dir=\"rtl\""),
        "{html}"
    );
}
