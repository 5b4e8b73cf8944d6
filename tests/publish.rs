//! The program that writes stories around a program: what it is told, what it answers, and that its
//! site is the one that trunk's hook wrote.
#![cfg(feature = "ssr")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;
use std::{env, fs};

use serde_json::Value;
use sightlines::publish::broken;

/// As trunk stages it for its server.
const SHELL: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sightlines</title>\
    <style>h1 { }</style><script type=\"module\">import './a.js';</script></head>\
    <body><style>.step { }</style><script>boot()</script>\
    <script>const url = address + base + '.well-known/trunk/ws';</script></body></html>";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn bundled() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/story.json");
    serde_json::from_str(&read(&path)).unwrap()
}

fn publish(arguments: &[&str], variables: &[(&str, &Path)]) -> Output {
    let mut publish = Command::new(env!("CARGO_BIN_EXE_publish"));
    for name in [
        "SIGHTLINES_STORY",
        "SIGHTLINES_LAND",
        "SIGHTLINES_ORIGIN",
        "TRUNK_STAGING_DIR",
        "TRUNK_PROFILE",
    ] {
        publish.env_remove(name);
    }
    publish.args(arguments).envs(variables.iter().copied());
    publish.output().expect("it can be run")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Runs it as trunk's server does.
fn hook(folder: &Path, story: Option<&Path>, profile: &str) -> Output {
    hook_on(SHELL, folder, story, profile)
}

fn hook_on(shell: &str, folder: &Path, story: Option<&Path>, profile: &str) -> Output {
    fs::write(folder.join("index.html"), shell).unwrap();
    let mut variables = vec![
        ("TRUNK_STAGING_DIR", folder),
        ("TRUNK_PROFILE", Path::new(profile)),
    ];
    variables.extend(story.map(|story| ("SIGHTLINES_STORY", story)));
    publish(&[], &variables)
}

#[test]
fn a_call_that_makes_no_sense_is_told_how_to_make_some() {
    for call in [&["tell"][..], &["single", "dist"], &["site", "--story"]] {
        let output = publish(call, &[]);
        assert_eq!(output.status.code(), Some(2), "{call:?}");
        assert!(errors(&output).starts_with("usage:"), "{call:?}");
    }
}

#[test]
fn a_sound_story_is_said_to_be_sound() {
    let output = publish(&["check"], &[]);
    assert!(output.status.success(), "{}", errors(&output));
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("no problems"), "{told}");
    println!("{told}");
}

#[test]
fn a_warning_is_told_and_stops_nothing() {
    let folder = folder("publish-warnings");
    let story = folder.join("mine.json");
    let mut json = bundled();
    let title = "A title that is so long that nobody reads to its end, which nobody needs";
    json["events"][0]["title"] = title.into();
    fs::write(&story, serde_json::to_string_pretty(&json).unwrap()).unwrap();
    let name = story.to_str().unwrap();

    let output = publish(&["check", name], &[]);
    assert!(output.status.success(), "{}", errors(&output));
    let told = errors(&output);
    assert!(
        told.contains(": warning: events[0].title: 72 characters\n  help: 70 at most"),
        "{told}"
    );
    assert!(told.contains(&format!("1 warning in {name}")), "{told}");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("no problems but the warnings"), "{said}");

    let output = hook(&folder, Some(&story), "debug");
    assert!(output.status.success(), "{}", errors(&output));
    assert!(errors(&output).contains(": warning: "), "a build goes on");

    json["events"][0]["theme"] = "weather".into();
    fs::write(&story, json.to_string()).unwrap();
    let output = publish(&["check", name], &[]);
    assert_eq!(output.status.code(), Some(1));
    let told = errors(&output);
    assert!(
        told.contains(&format!("1 problem and 1 warning in {name}.")),
        "{told}"
    );
}

#[test]
fn each_problem_has_its_place_and_a_hint() {
    let folder = folder("publish-problems");
    let story = folder.join("mine.json");
    let mut json = bundled();
    json["events"][0]["date"] = "2013-99".into();
    json["events"][1]["place"] = "atlantis".into();
    fs::write(&story, serde_json::to_string_pretty(&json).unwrap()).unwrap();
    let output = publish(&["check", story.to_str().unwrap()], &[]);
    assert_eq!(output.status.code(), Some(1));
    let told = errors(&output);
    let name = story.display();
    let line = |start: &str| told.lines().any(|line| line.starts_with(start));
    assert!(line(&format!("{name}:")), "{told}");
    assert!(told.contains(": events[0].date: "), "{told}");
    assert!(
        told.contains(": events[1].place: there is no place “atlantis”\n  help: "),
        "{told}"
    );
    assert!(line(&format!("2 problems in {name}.")), "{told}");
    let missing = publish(&["check", "no/such.json"], &[]);
    assert!(errors(&missing).contains("cannot read the story no/such.json: "));
}

#[test]
fn a_map_takes_the_land_beside_it_or_else_the_bundled_one_if_that_fits() {
    let folder = folder("publish-land");
    let story = folder.join("mine.json");
    let check = |json: &Value| {
        fs::write(&story, json.to_string()).unwrap();
        publish(&["check", story.to_str().unwrap()], &[])
    };
    let json = bundled();
    let output = check(&json);
    assert!(output.status.success(), "{}", errors(&output));

    let mut elsewhere = json.clone();
    elsewhere["map"]["projection"]["meridian"] = 10.into();
    let told = errors(&check(&elsewhere));
    for part in [
        "its map has no land",
        "there is no",
        "public/land.json is not for it: it is drawn in another projection",
        "help: run `cargo xtask map`",
    ] {
        assert!(told.to_lowercase().contains(part), "{part}: {told}");
    }

    fs::write(folder.join("land.json"), "{}").unwrap();
    let told = errors(&check(&json));
    assert!(told.contains("land.json: not a land file"), "{told}");
}

#[test]
fn while_its_author_is_at_work_a_broken_story_is_shown_in_place_of_the_page() {
    let folder = folder("publish-broken");
    let story = folder.join("mine.json");
    fs::write(&story, "{\"meta\": {\"title\": \"<b>\"}}").unwrap();
    for profile in ["debug", "release"] {
        // As trunk stages it for a site that it only builds.
        let shell = SHELL.replace(".well-known/trunk/ws", "");
        let built = hook_on(&shell, &folder, Some(&story), profile);
        assert_eq!(built.status.code(), Some(1), "{profile}");
        assert_eq!(read(&folder.join("index.html")), shell, "{profile}");

        let served = hook(&folder, Some(&story), profile);
        assert!(served.status.success(), "{profile}");
        assert!(errors(&served).contains("mine.json:1:"), "the console too");
        let page = read(&folder.join("index.html"));
        assert!(page.contains("mine.json:1:"), "{page}");
        assert_eq!(page.matches("<script").count(), 1, "the server's own");
    }

    let repaired = hook(&folder, None, "debug");
    assert!(repaired.status.success(), "{}", errors(&repaired));
    assert!(read(&folder.join("index.html")).contains("id=\"story\""));
}

#[test]
fn what_is_wrong_is_shown_as_text_and_the_reload_stays() {
    let page = broken::page(SHELL, "a.json:1:1: “<script>” & more");
    assert!(page.contains("“&lt;script>” &amp; more"), "{page}");
    assert!(page.contains("<script>const url = address + base + '.well-known/trunk/ws';</script>"));
    assert!(
        !page.contains("boot()") && !page.contains("./a.js"),
        "{page}"
    );
    let without = broken::page("<body></body>", "a.json:1:1: no");
    assert!(!without.contains("<script"), "where there is no server");
}

/// Prints how long it takes, here without the program's compressed copies.
#[test]
fn the_page_is_written_by_the_hook() {
    let folder = folder("publish-debug");
    let start = Instant::now();
    let output = hook(&folder, None, "debug");
    println!("checked and written in {} ms", start.elapsed().as_millis());
    assert!(output.status.success(), "{}", errors(&output));
    for name in ["index.html", "embed.js", "story.json"] {
        assert!(folder.join(name).exists(), "{name}");
    }
    assert!(!folder.join("_headers").exists(), "for a release only");
}

#[test]
fn a_site_around_a_built_program_is_the_one_that_the_hook_wrote() {
    let folder = folder("publish-site");
    let [program, out] = ["program", "out"].map(|name| folder.join(name));
    fs::create_dir_all(program.join("fonts")).unwrap();
    fs::write(program.join("a.js"), "export default 1;\n").unwrap();
    fs::write(program.join("a.wasm"), "wasm").unwrap();
    fs::write(program.join("fonts/f.woff2"), "font").unwrap();
    let output = hook(&program, None, "release");
    assert!(output.status.success(), "{}", errors(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Content-Security-Policy: "));

    let call = ["site", "--program", program.to_str().unwrap(), "--out"];
    let output = publish(&[&call[..], &[out.to_str().unwrap()]].concat(), &[]);
    assert!(output.status.success(), "{}", errors(&output));
    let mut names = Vec::new();
    for (name, path) in sightlines::publish::hosting::files(&program).unwrap() {
        let same = fs::read(path).unwrap() == fs::read(out.join(&name)).unwrap_or_default();
        assert!(same, "{name}");
        names.push(name);
    }
    for name in ["index.html.br", "a.wasm.gz", "_headers", "fonts/f.woff2"] {
        assert!(names.iter().any(|other| other == name), "{name}: {names:?}");
    }

    let plain = folder.join("plain");
    let call = [&call[..], &[plain.to_str().unwrap(), "--no-copies"]].concat();
    let output = publish(&call, &[]);
    assert!(output.status.success(), "{}", errors(&output));
    println!("{}", String::from_utf8_lossy(&output.stdout));
    let names = sightlines::publish::hosting::files(&plain).unwrap();
    assert!(names.iter().any(|(name, _)| name == "_headers"));
    assert!(!names.iter().any(|(name, _)| name.ends_with(".br")));

    let lacking = publish(
        &[
            "site",
            "--program",
            out.join("fonts").to_str().unwrap(),
            "--out",
            "x",
        ],
        &[],
    );
    assert!(errors(&lacking).contains("hosting/shell.html"));
}
