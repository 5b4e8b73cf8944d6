//! The program in the browser: wakes the islands of a page that is already there.

fn main() {
    sightlines::start::start();
}
