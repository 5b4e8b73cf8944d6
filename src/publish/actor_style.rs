//! The style's rules that go by actor, by route and by edition: one set for each, written for as many as
//! the story has. Everything else takes an actor's colour from `--a` and `--a-tint`.

use crate::story::model::EventIx;

/// The rules for a story of `actors` main actors, `editions` days of publication, and `routes` that belong
/// to these events.
///
/// What a perspective sets is set on what shows it, and inherited from there: set on the root, it
/// would have the browser look at every element of the page again.
pub fn style(actors: usize, editions: usize, routes: impl Iterator<Item = EventIx>) -> String {
    let mut out = String::new();
    for n in 1..=actors {
        let on = format!("[data-p~=\"{n}\"]");
        let own = format!("[data-a=\"{n}\"]");
        for (selectors, rule) in [
            (
                own.clone(),
                format!("--a:var(--a{n});--a-tint:var(--a{n}-tint)"),
            ),
            (
                format!("{on} .map,{on} .picture"),
                format!("--on{n}:color-mix(in srgb,var(--a{n}) 27%,var(--land))"),
            ),
            (
                format!(".land{own}"),
                format!("fill:var(--on{n},var(--land))"),
            ),
            (format!("{on} .border{own}"), "display:inline".to_owned()),
            (
                format!("{on} .sight{own}"),
                "--line:var(--a);--width:3.25px;--cone:.13;--dim:1".to_owned(),
            ),
            (format!("{on} .capital{own}"), "color:var(--a)".to_owned()),
            (
                format!("{on} .marks tspan{own}"),
                "fill:var(--a)".to_owned(),
            ),
            (
                format!("{on} .key{own}"),
                "background:var(--a);border-color:var(--a);color:var(--page);--badge-ink:var(--a)"
                    .to_owned(),
            ),
            // Alone, a card has room to be wider than its key.
            (
                format!("[data-p=\"{n}\"] .card{own}"),
                "--card:20rem".to_owned(),
            ),
            (
                format!("{on} .reading{own}"),
                "background:var(--a-tint)".to_owned(),
            ),
        ] {
            out.push_str(&format!("{selectors}{{{rule}}}"));
        }
    }
    out.push_str(&names(actors));
    for event in routes {
        out.push_str(&format!(
            ".map[data-e=\"{event}\"] .route[data-e=\"{event}\"]{{display:inline}}"
        ));
    }
    // Paper has it all.
    out.push_str("@media screen{");
    for n in 1..=actors {
        out.push_str(&format!(
            "[data-js]:not([data-p~=\"{n}\"]) .card[data-a=\"{n}\"]{{display:none}}"
        ));
    }
    out.push_str(&published_by(editions));
    out.push('}');
    out
}

/// A place's names: those of the actors who are on and have one, else all.
fn names(actors: usize) -> String {
    let mut out = String::new();
    for n in 1..=actors {
        out.push_str(&format!(
            "[data-p~=\"{n}\"] .names[data-whose~=\"{n}\"] :is(.name,.or){{display:none}}"
        ));
    }
    for n in 1..=actors {
        let (on, own) = (format!("[data-p~=\"{n}\"]"), format!("[data-a=\"{n}\"]"));
        out.push_str(&format!("{on} .names .name{own}{{display:inline}}"));
        for m in 1..n {
            let both = format!("[data-p~=\"{m}\"]{on}");
            let second = format!(".names .name[data-a=\"{m}\"]~.name{own} .or");
            out.push_str(&format!("{both} {second}{{display:inline}}"));
        }
    }
    out
}

/// What was not known yet, and what had been overtaken, by each edition but the last.
fn published_by(editions: usize) -> String {
    let mut out = String::new();
    for n in 0..editions.saturating_sub(1) {
        for later in n + 1..=editions {
            let rule = "display:none!important";
            out.push_str(&format!(
                "[data-asof=\"{n}\"] [data-since=\"{later}\"]{{{rule}}}"
            ));
        }
        // What this edition, or one before it, has overtaken.
        for overtaken in 1..=n {
            out.push_str(&format!(
                "[data-asof=\"{n}\"] [data-until=\"{overtaken}\"]{{display:none!important}}"
            ));
        }
    }
    out
}
