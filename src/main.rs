//! The program in the browser: wakes a page that is already there.

fn main() {
    sightlines::browser::start();
}
