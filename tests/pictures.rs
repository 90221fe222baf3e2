//! Laws of pictures: what stands for one is never larger than it, shows what it shows, tells nothing more than its pixels,
//! and is made once.

mod drawing;

use drawing::drawing;
use html5gum::{Token, Tokenizer};
use image::{GenericImageView, ImageReader};
use rapporteur::build::{self, Built, Options};
use rapporteur::diag::Outcome;
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::shell::scan;
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

const CONFERENCE: &str = "---\ntitle: C\n---\n";
const REPORT: &str = "---\ntitle: Opening\nphoto: {src: hall.jpg, alt: The hall, credit: A. Author}\n---\n\
    Words.\n\n![A sheet](sheet.png)\n\n<p>![Raw](sheet.png)</p>\n";

fn site(pictures: &[(&str, Vec<u8>)]) -> SourceSet {
    let mut sources = SourceSet::default();
    let texts = [("_index.md", CONFERENCE), ("2020-03-02-opening.md", REPORT)];
    for (name, text) in texts {
        sources.files.insert(format!("content/c/{name}").into(), Content::Text(text.into()));
    }
    for (name, bytes) in pictures {
        sources.files.insert(format!("content/c/{name}").into(), scan::picture(bytes.clone()));
    }
    sources
}

fn built(sources: &SourceSet) -> Outcome<Built> {
    build::build(sources, &Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None })
}

fn files(built: &Built) -> BTreeMap<&str, &[u8]> {
    let bytes = built.artifacts.iter().filter_map(|artifact| match &artifact.body {
        Body::Bytes(bytes) => Some((artifact.route.as_str(), bytes.as_slice())),
        Body::Copy(_) => None,
    });
    bytes.collect()
}

fn codes(outcome: &Outcome<Built>) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn decoded(bytes: &[u8]) -> image::DynamicImage {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().expect("a kind").decode().expect("a picture")
}

/// The attributes of all tags of one name.
fn tags(html: &[u8], name: &str) -> Vec<BTreeMap<String, String>> {
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let html = words(html);
    let tags = Tokenizer::new(&html).filter_map(|token| match token {
        Ok(Token::StartTag(tag)) if *tag.name == name.as_bytes() => {
            Some(tag.attributes.iter().map(|(key, value)| (words(key), words(value))).collect())
        }
        _ => None,
    });
    tags.collect()
}

#[test]
fn every_file_of_a_set_is_there_as_wide_as_it_says_and_never_wider_than_the_picture() {
    let (hall, sheet) = (drawing("hall.jpg", (2000, 1000)), drawing("sheet.png", (700, 300)));
    let outcome = built(&site(&[("hall.jpg", hall), ("sheet.png", sheet)]));
    assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
    let files = files(&outcome.value);
    let page = files["/c/2020-03-02-opening/"];
    let mut count = 0;
    let sets = tags(page, "source").into_iter().chain(tags(page, "img"));
    for set in sets.filter_map(|tag| tag.get("srcset").cloned()) {
        let most = if set.contains("hall") { 2000 } else { 700 };
        for one in set.split(", ") {
            let (src, width) = one.split_once(' ').expect("an address and a width");
            let picture = decoded(files[src]);
            assert_eq!(format!("{}w", picture.width()), width, "{src}");
            assert!(picture.width() <= most);
            let ratio = f64::from(picture.width()) / f64::from(picture.height());
            assert!((ratio - if most == 2000 { 2.0 } else { 7.0 / 3.0 }).abs() < 0.02, "{src}: {ratio}");
            count += 1;
        }
    }
    println!("{count} files in sets");
    assert!(count >= 8, "{count}");
    // The masthead's mark is the theme's, and a drawing.
    for image in tags(page, "img").into_iter().filter(|image| !image["src"].ends_with(".svg")) {
        let picture = decoded(files[image["src"].as_str()]);
        assert_eq!(
            (image["width"].as_str(), image["height"].as_str()),
            (picture.width().to_string().as_str(), picture.height().to_string().as_str())
        );
        assert!(image.contains_key("alt"));
    }
    let again = built(&site(&[
        ("hall.jpg", drawing("hall.jpg", (2000, 1000))),
        ("sheet.png", drawing("sheet.png", (700, 300))),
    ]));
    assert_eq!(self::files(&again.value), files, "the same pictures give the same bytes");
}

#[test]
fn every_picture_of_the_demo_has_its_size_and_its_text() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let outcome = built(&sources);
    let mut count = 0;
    for (route, page) in files(&outcome.value).into_iter().filter(|(_, bytes)| bytes.starts_with(b"<!doctype")) {
        for image in tags(page, "img") {
            let number = |key: &str| image.get(key).is_some_and(|value| value.parse::<u32>().is_ok_and(|n| n > 0));
            assert!(number("width") && number("height") && image.contains_key("alt"), "{route}: {image:?}");
            count += 1;
        }
    }
    println!("{count} pictures");
    assert!(count > 40, "{count}");
}

/// A JPEG with what cameras write: that it was held turned by a quarter, and where.
fn from_a_camera(size: (u32, u32)) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\x00\x2a\x00\x00\x00\x08\x00\x02".to_vec();
    exif.extend(*b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00");
    exif.extend(*b"\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x26\x00\x00\x00\x00");
    exif.extend(*b"\x00\x01\x00\x01\x00\x02\x00\x00\x00\x02N\x00\x00\x00\x00\x00\x00\x00");
    let jpeg = drawing("hall.jpg", size);
    let length = u16::try_from(exif.len() + 2).expect("a short segment").to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat()
}

#[test]
fn copies_are_turned_as_the_camera_was_and_tell_nothing_of_where_it_was() {
    let outcome =
        built(&site(&[("hall.jpg", from_a_camera((1200, 800))), ("sheet.png", drawing("sheet.png", (30, 20)))]));
    assert_eq!(codes(&outcome), ["picture-tells-place"]);
    let mut count = 0;
    for (route, bytes) in files(&outcome.value).into_iter().filter(|(route, _)| route.contains("/hall-")) {
        let picture = decoded(bytes);
        assert!(picture.height() > picture.width(), "{route} lies");
        // The mark was in the upper left, and a quarter to the right is the upper right.
        let [red, green, _, _] = picture.get_pixel(picture.width() - 10, 10).0;
        assert!(red > 200 && green < 80, "{route} is turned the wrong way");
        assert!(!bytes.windows(4).any(|word| word == b"Exif"), "{route} has what the camera wrote");
        count += 1;
    }
    assert_eq!(count, 4, "two widths of two kinds");
}

#[test]
fn what_is_damaged_too_large_or_no_picture_is_told_and_shown_as_it_is() {
    let hall = drawing("hall.jpg", (800, 600));
    let sheet = drawing("sheet.png", (700, 300));
    let cut = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    // A hundred million by a hundred million pixels in 60 bytes.
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    let head = [0x05, 0xf5, 0xe1, 0, 0x05, 0xf5, 0xe1, 0, 8, 2, 0, 0, 0];
    bomb.extend(head);
    let mut sum = u32::MAX;
    for byte in b"IHDR".iter().chain(&head) {
        sum ^= u32::from(*byte);
        (0..8).for_each(|_| sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 });
    }
    bomb.extend((!sum).to_be_bytes());
    bomb.extend(*b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    let wrong = [("cut", cut(&sheet)), ("large", bomb), ("words", b"words".to_vec()), ("empty", Vec::new())];
    for (what, bytes) in wrong {
        let outcome = built(&site(&[("hall.jpg", hall.clone()), ("sheet.png", bytes)]));
        assert_eq!(codes(&outcome), ["damaged-picture"; 1], "{what}: {:?}", outcome.findings);
        let is_copy = |body: &Body| matches!(body, Body::Copy(path) if &**path == "content/c/sheet.png");
        assert!(outcome.value.artifacts.iter().any(|artifact| is_copy(&artifact.body)), "{what}");
        let page = files(&outcome.value)["/c/2020-03-02-opening/"];
        assert!(tags(page, "img").iter().any(|image| image["src"] == "/c/sheet.png"), "{what}");
    }
    let outcome = built(&site(&[("hall.jpg", cut(&hall)), ("sheet.png", sheet)]));
    assert_eq!(codes(&outcome), ["damaged-picture"]);
}

fn program(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    let output = command.args(arguments).current_dir(folder).output().expect("the program");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    let read = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
        (path, fs::read(entry.path()).expect("bytes"))
    });
    read.collect()
}

#[test]
fn a_picture_is_made_once_and_what_is_lost_is_made_again() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("content/c")).expect("a folder");
    fs::write(folder.join("content/c/_index.md"), CONFERENCE).expect("a file");
    fs::write(folder.join("content/c/2020-03-02-opening.md"), REPORT).expect("a file");
    fs::write(folder.join("content/c/hall.jpg"), drawing("hall.jpg", (1300, 700))).expect("a file");
    fs::write(folder.join("content/c/sheet.png"), drawing("sheet.png", (700, 300))).expect("a file");
    program(&folder, &["check", "--strict"]);
    program(&folder, &["build"]);
    let public = folder.join("public");
    let first = tree(&public);
    assert!(first.keys().filter(|file| file.contains("hall-")).count() >= 6, "{:?}", first.keys());
    assert!(program(&folder, &["build"]).contains("(0 written,"));
    let put_by = || -> Vec<String> {
        let names = tree(&folder.join(".rapporteur")).into_keys();
        names.filter(|name| name.contains("/pictures/")).collect()
    };
    let kept = put_by();
    assert!(kept.len() >= 10, "{kept:?}");
    // From what was put by: without the pictures' own bytes they could not be made.
    fs::remove_dir_all(&public).expect("the output");
    program(&folder, &["build", "--verify"]);
    assert_eq!(tree(&public), first);
    for name in &kept {
        fs::write(folder.join(".rapporteur").join(name), b"damaged").expect("a file");
    }
    fs::remove_dir_all(&public).expect("the output");
    program(&folder, &["build"]);
    assert_eq!(tree(&public), first);
    fs::remove_dir_all(folder.join(".rapporteur")).expect("the memory");
    fs::remove_dir_all(&public).expect("the output");
    program(&folder, &["build"]);
    assert_eq!(tree(&public), first);
    // What no page shows any more is swept away.
    fs::write(folder.join("content/c/2020-03-02-opening.md"), "---\ntitle: Opening\n---\nWords.\n").expect("a file");
    program(&folder, &["build"]);
    assert_eq!(put_by(), Vec::<String>::new());
    assert!(!tree(&public).keys().any(|file| file.contains("hall-")));
}
