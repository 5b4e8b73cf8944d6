//! The style's rules that go by actor, by route and by edition: one set for each, written for as many as
//! the story has. Everything else takes an actor's colour from `--a` and `--a-tint`.

use crate::story::model::EventIx;

/// What in the record belongs to one actor.
const IN_THE_RECORD: &str =
    ".badge,.reading,.v,.direction,.entries li,.bargain tr,.lane-h,.matrix th,.matrix td";

/// The rules for a story of `actors` main actors, `editions` days of publication, and `routes` that belong
/// to these events.
///
/// What a perspective sets is set on what shows it, and inherited from there: set on the root, it
/// would have the browser look at every element of the page again.
pub fn style(actors: usize, editions: usize, routes: impl Iterator<Item = EventIx>) -> String {
    // More keys than this stand in two rows.
    const ROW: usize = 4;
    let rows = actors.div_ceil(ROW).max(1);
    let row = actors.div_ceil(rows);
    let mut out = format!(":root{{--actors:{actors};--key-row:{row};--key-rows:{rows}}}");
    for n in 1..=actors {
        let on = format!("[data-p~=\"{n}\"]");
        let own = format!("[data-a=\"{n}\"]");
        for (selectors, rule) in [
            (
                own.clone(),
                format!("--a:var(--a{n});--a-tint:var(--a{n}-tint);--slot:{n}"),
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
            // Where cards stand behind each other, the one last asked for comes first.
            (
                format!("[data-last=\"{n}\"] .card{own}"),
                "--order:-1".to_owned(),
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
            (
                format!("{on} .picked .reading{own}.reading{own}"),
                "display:block;padding:.375rem .75rem".to_owned(),
            ),
            // In the record and the drawer what is an actor's takes its colour only then.
            (
                format!("{on} :is({IN_THE_RECORD}){own}"),
                "--shown:var(--a);--shown-tint:var(--a-tint)".to_owned(),
            ),
        ] {
            out.push_str(&format!("{selectors}{{{rule}}}"));
        }
    }
    // Those of the further half grow towards the middle.
    for n in actors / 2 + 1..=actors {
        out.push_str(&format!(".card[data-a=\"{n}\"]{{justify-self:end}}"));
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
