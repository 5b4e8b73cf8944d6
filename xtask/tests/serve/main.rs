//! `cargo xtask serve` as somebody has it who has just cloned the project: in a clean copy of the
//! tracked files, in a folder with a space and letters that are not ASCII, with a story of their own.
//!
//! It builds the page, so it runs in a phase of its own: `cargo xtask test --only serve`. No browser
//! takes part: a reader here does what trunk's script does in one, it opens the same socket and loads
//! the page anew when told to.
#![cfg(unix)]

mod copy;
mod reader;
mod server;

use std::fs;
use std::net::TcpListener;
use std::time::Duration;

use reader::Reader;
use server::Server;

/// A first build, on cores that others use too.
const FIRST: Duration = Duration::from_secs(20 * 60);
/// What follows a save.
const NEXT: Duration = Duration::from_secs(10 * 60);

const STORY: &str = "my story.json";

#[test]
#[ignore = "builds the page: cargo xtask test --only serve"]
fn a_clean_copy_follows_its_story_through_good_and_bad_and_leaves_nothing_behind() {
    let folder = copy::of_tracked_files();
    let story = folder.join(STORY);
    let save = |text: &str| fs::write(&story, text).expect("the copy can be written");
    let good = fs::read_to_string(folder.join("public/story.json")).expect("it is tracked");
    let title = good
        .split("\"title\": \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("the story has a title");
    save(&good);

    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("some port is free");
    let port = taken.local_addr().expect("it is bound").port();
    let refused = Server::start(&folder, STORY, port).refusal();
    assert!(
        refused.contains(&format!(":{port}/ cannot be served")),
        "{refused}"
    );
    assert!(
        refused.contains("cure: stop what uses that port"),
        "{refused}"
    );
    drop(taken);

    let mut server = Server::start(&folder, STORY, port);
    eprintln!("waiting for the page");
    let mut reader = Reader::open(&mut server, port, FIRST);
    let is_the_story = |page: &str| page.contains(&format!("<title>{title}"));
    assert!(is_the_story(reader.page()), "{}", reader.page());
    assert!(reader.page().contains("</html>"));

    eprintln!("saving a changed story");
    let changed = good.replacen("\"title\": \"", "\"title\": \"Retitled: ", 1);
    save(&changed);
    reader.comes_to_see(&mut server, NEXT, "the new title shows", |page| {
        page.contains("<title>Retitled: ")
    });

    eprintln!("saving a broken story");
    let broken = changed.replacen("\"published\": \"", "\"published\": \"some day, ", 1);
    let line = 1 + broken
        .lines()
        .position(|line| line.contains("some day, "))
        .expect("the story has a date of publication");
    save(&broken);
    reader.comes_to_see(&mut server, NEXT, "the problem shows", |page| {
        page.contains(&format!("{STORY}:{line}:"))
    });
    for part in [
        "meta.published: ",
        "some day, ",
        "\n  help: ",
        "1 problem in ",
    ] {
        assert!(reader.page().contains(part), "{part}: {}", reader.page());
    }

    eprintln!("saving a good story, as an editor does that puts a new file in its place");
    let new = folder.join("saved anew.json");
    fs::write(&new, &good).expect("the copy can be written");
    fs::rename(&new, &story).expect("the copy can be written");
    reader.comes_to_see(&mut server, NEXT, "the story shows again", |page| {
        is_the_story(page)
    });

    eprintln!("ending the server");
    server.end();
}
