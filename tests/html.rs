//! The scanner of finished pages finds what a whole HTML tokenizer finds: on every page of the demo, on markup that
//! looks like tags and is none, and on thousands of chains of such pieces.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use rapporteur::build::{self, Options};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::reference::ReferenceKind;
use rapporteur::parse::html;
use rapporteur::shell::scan;
use std::path::Path;

type Found = Vec<(ReferenceKind, String)>;

/// What a tokenizer that knows all of HTML's states says.
fn by_tokenizer(markup: &str) -> Found {
    let mut found = Vec::new();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(markup, emitter) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        let name: &[u8] = &tag.name;
        for (attribute, value) in &tag.attributes {
            let kind = match (name, attribute.as_slice()) {
                (_, b"id") | (b"a", b"name") => ReferenceKind::Id,
                (b"a" | b"area" | b"link", b"href") => ReferenceKind::Page,
                (b"img" | b"source" | b"audio" | b"video" | b"script" | b"iframe" | b"embed", b"src") => {
                    ReferenceKind::Picture
                }
                _ => continue,
            };
            let value = String::from_utf8_lossy(value).into_owned();
            if name == b"img" && kind == ReferenceKind::Picture && !tag.attributes.contains_key(b"alt".as_slice()) {
                found.push((ReferenceKind::SilentPicture, value.clone()));
            }
            found.push((kind, value));
        }
    }
    found.sort();
    found
}

fn by_scanner(markup: &str) -> Found {
    let mut found: Found = html::references(markup).map(|one| (one.kind, one.value.into_owned())).collect();
    found.sort();
    found
}

#[test]
fn every_page_of_the_demo_is_read_as_a_tokenizer_reads_it() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let built = build::build(&sources, &options).value;
    let (mut pages, mut references) = (0, 0);
    for artifact in &built.artifacts {
        let Body::Bytes(bytes) = &artifact.body else { continue };
        let html = String::from_utf8_lossy(bytes);
        if html.starts_with("<!doctype html>") {
            let found = by_scanner(&html);
            assert_eq!(found, by_tokenizer(&html), "{}", artifact.route);
            (pages, references) = (pages + 1, references + found.len());
        }
    }
    assert!(pages > 300 && references > 30_000, "{pages} pages, {references} references");
}

/// Pieces that are awkward by themselves and worse in a row.
const PIECES: &[&str] = &[
    "<a href=\"/x\">",
    "<a href='/it&#x27;s' id=\"a&amp;b\">",
    "<A HREF=/y ID=q/>",
    "<a\nhref\t=\r\n\"/z\"\x0cname=old>",
    "<a href=/1 href=/2 id id=second>",
    "<a href>",
    "<a href=>",
    "<a href= >",
    "<a =href=/3>",
    "<a ==x id=4>",
    "<a href=\"/a\"id=\"b\"/class=c>",
    "<a href='/say \"so\"'>",
    "<a href=/un\"quo'ted&eacute;>",
    "<a href=\"/&eacute;&copy;x&copy=1&notit;&#0;&#x110000;&amp\">",
    "<a href=\"line\r\nbreak\" id=\"nul\0\">",
    "<area href=/b><link href=/c><base href=/d>",
    "<img src=/p>",
    "<img src=/q alt>",
    "<img alt=\"<a href=/no>\" src=/r>",
    "<source src=/s><audio src=/t><video src=/u poster=/v><iframe src=/w></iframe><embed src=/e>",
    "<div id=\"é\" title='>'>",
    "</a href=/no id=\"no>\">",
    "</ a href=/no>",
    "</>",
    "<!-- <a href=/no> -->",
    "<!-->",
    "<!--->",
    "<!--->-->",
    "<!--x--!>",
    "<!--!>-->",
    "<!---!>-->",
    "<!----!>",
    "<!--",
    "-->",
    "--",
    "-",
    "<",
    "<<a id=5>",
    "<!doctype html PUBLIC \"<a id=no>\">",
    "<![CDATA[<a id=no>]]>",
    "<?php <a id=no> ?>",
    "<! a>",
    "<script>",
    "<script src=/j>let a = '<a href=/no>';</script>",
    "<script><!-- <script> </script> <a id=no> --></script>",
    "<script><!--></script>",
    "</script>",
    "</script x='>'>",
    "</scripted>",
    "<script/",
    "<style>a > b { } <a id=no></style >",
    "<title><a id=no></title>",
    "<textarea id=ta><a id=no></text></TEXTAREA/>",
    "</textarea",
    "<noscript><a id=no></noscript>",
    "<svg><title>t</title><use href=#x></svg>",
    "<p id = 'spaced'  hidden >",
    "<1 id=no>",
    "<a-b id=custom>",
    "<a\0 id=nul>",
    "\"",
    "'",
    ">",
    " ",
    "/",
    "text & more &amp; less",
    "<a id=\"open",
    "<a ",
    "=",
    "é<a id=\"ü\">ö",
];

#[test]
fn what_only_looks_like_a_tag_is_told_apart() {
    for piece in PIECES {
        assert_eq!(by_scanner(piece), by_tokenizer(piece), "{piece:?}");
    }
    // Numbers by a fixed recurrence (Knuth's MMIX), so that what fails here fails everywhere.
    let mut dice = 20_130_318_u64;
    let mut found = 0;
    for _ in 0..200_000 {
        let mut markup = String::new();
        for _ in 0..10 {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            markup.push_str(PIECES[(dice >> 33) as usize % PIECES.len()]);
            if dice >> 63 == 0 {
                break;
            }
        }
        let own = by_scanner(&markup);
        assert_eq!(own, by_tokenizer(&markup), "{markup:?}");
        found += own.len();
    }
    assert!(found > 100_000, "{found} references");
}

/// A place is that of the value as it is written, between its quotes.
#[test]
fn places_are_those_of_the_written_values() {
    let markup = "<p>é</p><a class=x id='top' href=\"/a?b&amp;c\"><img src=/hall.jpg>";
    let written: Vec<&str> = html::references(markup).map(|found| &markup[found.span.start..found.span.end]).collect();
    assert_eq!(written, ["top", "/a?b&amp;c", "/hall.jpg", "/hall.jpg"]);
}
