//! In a host's page, the way to the page of its own, at what is seen here.

use leptos::html::A;
use leptos::prelude::*;

use crate::effect::effect;
use crate::reader::Reader;
use crate::story::{index, labels};

#[island]
pub fn FullPage() -> impl IntoView {
    let reader = Reader::here();
    let link = NodeRef::<A>::new();
    let base = StoredValue::new(None::<String>);
    effect(move || {
        let choice = reader.choice().to_fragment(index());
        let Some(link) = link.get() else { return };
        if base.with_value(Option::is_none) {
            base.set_value(link.get_attribute("href"));
        }
        // A page that is a file in a host's page has none.
        if let Some(mut address) = base.get_value() {
            address.push('#');
            address.push_str(&choice);
            link.set_href(&address);
        }
    });
    view! {
        <a class="full-page" href=address() target="_blank" rel="noopener" node_ref=link>
            {labels::read_the_story()}
        </a>
    }
}

/// Where the page lives, as it is written; the program reads it there.
fn address() -> &'static str {
    #[cfg(feature = "ssr")]
    {
        crate::story::text().meta.canonical.unwrap_or("./")
    }
    #[cfg(not(feature = "ssr"))]
    {
        "./"
    }
}
