//! What other programs read of the page: link previews, search engines, and sites that embed.
//!
//! What a story does not say is left out: without a canonical address there is no `og:url`, and no
//! oEmbed answer, which would have to name one.

mod json;

use crate::domain::address::Shared;
use crate::domain::date::Date;
use crate::publish::embed::{self, escape};
use crate::story::model::{Meta, Source, Text};
use json::Value;

/// Title, description and the links and tags of the page's head.
pub fn head(meta: &Meta) -> String {
    let mut out = format!("<title>{}</title>", escape(meta.title));
    let mut tag = |key: &str, name: &str, content: Option<&str>| {
        if let Some(content) = content {
            let content = escape(content);
            out += &format!("\n<meta {key}=\"{name}\" content=\"{content}\">");
        }
    };
    let published = machine(meta.published);
    let locale = meta.language.replace('-', "_");
    tag("name", "description", Some(meta.dek));
    tag("name", "author", meta.author);
    tag("property", "og:type", Some("article"));
    tag("property", "og:title", Some(meta.title));
    tag("property", "og:description", Some(meta.dek));
    tag("property", "og:locale", Some(&locale));
    tag("property", "og:url", meta.canonical);
    tag("property", "og:image", meta.image);
    tag("property", "article:published_time", published.as_deref());
    let card = match meta.image {
        Some(_) => "summary_large_image",
        None => "summary",
    };
    tag("name", "twitter:card", Some(card));
    if let Some(address) = meta.canonical {
        let (href, title) = (escape(address), escape(meta.title));
        out += &format!("\n<link rel=\"canonical\" href=\"{href}\">");
        out += &page_at(address).fill(&format!(
            "\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{{folder}}oembed.json\" \
             title=\"{title}\">"
        ));
    }
    out
}

/// The answer that sites which know oEmbed ask for; none if the page's address is not known.
pub fn oembed(meta: &Meta) -> Option<String> {
    let html = page_at(meta.canonical?).fill(&embed::frame("{src}", meta.title));
    let (width, height) = embed::SIZE;
    let mut answer = vec![
        ("version", Value::text("1.0")),
        ("type", Value::text("rich")),
        ("title", Value::text(meta.title)),
        ("html", Value::Text(html)),
        ("width", Value::Number(width)),
        ("height", Value::Number(height)),
    ];
    answer.extend(
        meta.author
            .map(|author| ("author_name", Value::text(author))),
    );
    answer.extend(
        meta.image
            .map(|image| ("thumbnail_url", Value::text(image))),
    );
    Some(Value::Object(answer).to_string())
}

fn page_at(canonical: &str) -> Shared {
    Shared::new(Some(canonical.to_owned()), String::new(), String::new())
}

/// The page as an article with its sources, in the terms of schema.org: a block of data for the end
/// of the body. Nothing in it can end the block.
pub fn json_ld(text: &Text) -> String {
    let meta = &text.meta;
    let modified = meta.corrections.first().map_or(meta.published, |c| c.date);
    let mut article = vec![
        ("@context", Value::text("https://schema.org")),
        ("@type", Value::text("Article")),
        ("headline", Value::text(meta.title)),
        ("description", Value::text(meta.dek)),
        ("inLanguage", Value::text(meta.language)),
        ("version", Value::text(meta.version)),
    ];
    let maybe = [
        ("datePublished", machine(meta.published)),
        ("dateModified", machine(modified)),
        ("author", meta.author.map(str::to_owned)),
        ("image", meta.image.map(str::to_owned)),
        ("url", meta.canonical.map(str::to_owned)),
        ("mainEntityOfPage", meta.canonical.map(str::to_owned)),
    ];
    article.extend(known(maybe));
    let sources = text.sources.iter().map(source);
    article.push(("citation", Value::List(sources.collect())));
    let article = Value::Object(article);
    format!("<script type=\"application/ld+json\">{article}</script>")
}

/// A date that the editor worked out is not told as if the article bore it.
fn source(source: &Source) -> Value {
    let mut article = vec![
        ("@type", Value::text("Article")),
        ("name", Value::text(source.title)),
    ];
    let date = (!source.date_inferred)
        .then(|| machine(source.date))
        .flatten();
    article.extend(known([
        ("author", source.author.map(str::to_owned)),
        ("isPartOf", source.publication.map(str::to_owned)),
        ("url", source.url.map(str::to_owned)),
        ("datePublished", date),
    ]));
    Value::Object(article)
}

fn known<const N: usize>(
    fields: [(&'static str, Option<String>); N],
) -> impl Iterator<Item = (&'static str, Value)> {
    let fields = fields.into_iter();
    fields.filter_map(|(name, value)| Some((name, Value::Text(value?))))
}

/// A date in figures, if it is known so finely as to have some.
fn machine(date: Date) -> Option<String> {
    let figures = date.machine();
    figures.filter(|_| !date.approximate)
}
