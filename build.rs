//! Compiles the registry's tables (`src/parse/registry/*.tsv`) into data that costs nothing at start: arrays of
//! constants, and for each language a hash table of all its names; reads off the structs of views which fields templates
//! see; and says by a digest what the program is made from.

#[path = "src/recognise/fold.rs"]
#[allow(dead_code)]
mod fold;
#[path = "src/recognise/hashed.rs"]
#[allow(dead_code)]
mod hashed;
#[path = "src/parse/registry/inflect.rs"]
mod inflect;
#[path = "src/model/shape/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "src/parse/registry";
/// All that the program is made from: what it remembers is worth nothing to a program that is made from anything else.
const PROGRAM: [&str; 4] = ["src", "themes", "build.rs", "Cargo.lock"];
/// The languages that have names of their own; the last holds only what every language uses.
const LANGUAGES: [&str; 7] = ["en", "fr", "es", "ar", "ru", "zh", "*"];

/// A line of a table.
type Row = Vec<String>;

/// What else a name can be, by language and key.
type Doubts = BTreeMap<(String, String), String>;

/// A way to name a delegation: how its letters may be cased, and whom it may mean, the likeliest first.
#[derive(Clone)]
struct Entry {
    text: String,
    targets: Vec<usize>,
    case: &'static str,
}

fn main() {
    for source in PROGRAM {
        println!("cargo:rerun-if-changed={source}");
    }
    println!("cargo:rustc-env=RAPPORTEUR_PROGRAM={}", program());
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let countries = rows("countries.tsv");
    let groups = rows("groups.tsv");
    let names = rows("names.tsv");
    let ids: BTreeSet<&str> = countries.iter().chain(&groups).map(|row| row[0].as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let at = |id: &str| ids.binary_search(&id).unwrap_or_else(|_| panic!("`{id}` is in no table of delegations"));
    let mut source = String::new();
    delegations(&mut source, (&countries, &groups, &names), &ids);
    members(&mut source, &at);
    let doubts = doubts();
    let instruments = rows("instruments.tsv");
    let mut tables = String::new();
    for (number, lang) in LANGUAGES.into_iter().enumerate() {
        let mut entries = Vec::new();
        for row in countries.iter().chain(&groups) {
            let columns = &row[row.len() - 6..];
            if let Some(name) = columns.get(number).filter(|name| !name.is_empty()) {
                add(&mut entries, (lang, "common"), name, vec![at(&row[0])]);
            }
        }
        for row in names.iter().filter(|row| row[1] == lang || row[1] == "*") {
            let targets = if row[0] == "-" { Vec::new() } else { row[0].split('|').map(&at).collect() };
            add(&mut entries, (lang, &row[2]), &row[3], targets);
        }
        // "the WHO Constitution" speaks of no delegation.
        for name in instruments.iter().flat_map(|row| row[1].split('|')).filter(|name| name.contains(' ')) {
            add(&mut entries, (lang, "common"), name, Vec::new());
        }
        table(&mut source, (number, lang), entries, &doubts);
        write!(tables, "NameTable {{ lang: {lang:?}, slots: SLOTS{number}, entries: NAMES{number} }}, ")
            .expect("a string takes all");
    }
    writeln!(source, "static TABLES: &[NameTable] = &[{tables}];").expect("a string takes all");
    write_instruments(&mut source, &instruments);
    fs::write(out.join("registry.rs"), source).expect("OUT_DIR can be written");
    fs::write(out.join("shapes.rs"), shapes()).expect("OUT_DIR can be written");
}

/// What templates see, off the structs of views and the one of an instrument's that they show.
fn shapes() -> String {
    let views = fs::read_dir("src/model/view").expect("the views").map(|entry| entry.expect("a view's source").path());
    let mut declared = source::Declared::default();
    for path in views.chain([PathBuf::from("src/model/instrument.rs")]) {
        declared.read(&fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display())));
    }
    declared.constant()
}

/// A digest of everything in `PROGRAM` and of the compiler's target. It tells versions apart and defends nothing, so that
/// the standard library's hash does.
fn program() -> String {
    let mut hashers = [DefaultHasher::new(), DefaultHasher::new()];
    hashers[1].write_u8(1);
    let mut feed = |bytes: &[u8]| {
        for hasher in &mut hashers {
            hasher.write_usize(bytes.len());
            hasher.write(bytes);
        }
    };
    feed(env::var("TARGET").unwrap_or_default().as_bytes());
    let mut pending: Vec<PathBuf> = PROGRAM.iter().rev().map(PathBuf::from).collect();
    while let Some(path) = pending.pop() {
        feed(path.as_os_str().as_encoded_bytes());
        if path.is_dir() {
            let entries = fs::read_dir(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let mut inside: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
            inside.sort();
            pending.extend(inside.into_iter().rev());
        } else {
            // A package may come without its lock file.
            feed(&fs::read(&path).unwrap_or_default());
        }
    }
    hashers.map(|hasher| format!("{:016x}", hasher.finish())).concat()
}

/// A table's lines below its head, comments left out.
fn rows(file: &str) -> Vec<Vec<String>> {
    let path = Path::new(FOLDER).join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    let rows: Vec<Vec<String>> = lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    let width = rows.first().map_or(0, Vec::len);
    let ragged = rows.iter().find(|row| row.len() != width);
    assert!(ragged.is_none(), "{file}: {ragged:?} has not {width} columns");
    rows
}

fn delegations(source: &mut String, tables: (&[Row], &[Row], &[Row]), ids: &[&str]) {
    let (countries, groups, names) = tables;
    let official: BTreeMap<&str, &str> = names
        .iter()
        .rev()
        .filter(|row| row[1] == "en" && row[2] == "official")
        .map(|row| (row[0].as_str(), row[3].as_str()))
        .collect();
    source.push_str("static DELEGATIONS: &[BuiltIn] = &[\n");
    for id in ids {
        let country = countries.iter().find(|row| row[0] == *id);
        let row = country.or_else(|| groups.iter().find(|row| row[0] == *id)).expect("the id comes from there");
        let (kind, alpha2, m49, slug) = match country {
            Some(row) => ("country", row[1].as_str(), row[2].as_str(), &row[3]),
            None => (row[1].as_str(), "", "", &row[2]),
        };
        let official = official.get(id).copied().unwrap_or_default();
        let names = &row[row.len() - 6..];
        writeln!(
            source,
            "BuiltIn {{ id: {id:?}, kind: {kind:?}, slug: {slug:?}, alpha2: {alpha2:?}, m49: {m49:?}, official: {official:?}, names: {names:?} }},"
        )
        .expect("a string takes all");
    }
    source.push_str("];\n");
}

fn members(source: &mut String, at: &dyn Fn(&str) -> usize) {
    source.push_str("static MEMBERS: &[(&str, &str, &str, &str)] = &[\n");
    for row in rows("members.tsv") {
        // A group and its members must be there.
        let _ = (at(&row[0]), at(&row[1]));
        writeln!(source, "({:?}, {:?}, {:?}, {:?}),", row[0], row[1], row[2], row[3]).expect("a string takes all");
    }
    source.push_str("];\n");
}

/// Names that can mean something else than a delegation, with what; several kinds are parted by `|`.
fn doubts() -> Doubts {
    rows("doubtful.tsv").into_iter().map(|row| ((row[0].clone(), fold::key(&row[1])), row[2].clone())).collect()
}

fn add(entries: &mut Vec<Entry>, how: (&str, &str), name: &str, targets: Vec<usize>) {
    let (lang, kind) = how;
    let case = match (kind, lang) {
        ("abbreviation", _) => "Abbreviation",
        ("demonym", "fr" | "es" | "ru") | ("adjective", _) => "Adjective",
        _ => "Name",
    };
    let forms = match (kind, lang) {
        ("adjective", _) => inflect::adjective(lang, name),
        ("common" | "official", "ru") if !targets.is_empty() => inflect::russian(name),
        _ => vec![name.to_owned()],
    };
    entries.extend(forms.into_iter().map(|text| Entry { text, targets: targets.clone(), case }));
}

/// Writes a language's names: their entries, and a table from each name's key to its first entry and how many there are.
fn table(source: &mut String, which: (usize, &str), entries: Vec<Entry>, doubts: &Doubts) {
    let (number, lang) = which;
    let mut by_key: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        let there = by_key.entry(fold::key(&entry.text)).or_default();
        let same = there.iter().position(|other| other.targets == entry.targets);
        match same {
            Some(same) if entry.case == "Adjective" || capitals(&entry) < capitals(&there[same]) => there[same] = entry,
            Some(_) => {}
            // A phrase that means something else comes before what it would mean.
            None if entry.targets.is_empty() => there.insert(0, entry),
            None => there.push(entry),
        }
    }
    let mut at = 0;
    let firsts = by_key.iter().map(|(key, entries)| {
        let first = (key.as_str(), at, entries.len());
        at += entries.len();
        first
    });
    let firsts: Vec<(&str, usize, usize)> = firsts.collect();
    let slots = hashed::build(firsts.iter().copied());
    for (key, first, many) in firsts {
        let mut trail = hashed::Trail::new();
        trail.feed(key.as_bytes());
        let known = hashed::find(&slots, trail).is_some_and(|known| known.first == first && known.many == many);
        assert!(known, "`{key}` has the hash of another name");
    }
    writeln!(source, "static SLOTS{number}: &[(u32, u32)] = &{slots:?};").expect("a string takes all");
    writeln!(source, "static NAMES{number}: &[NameEntry] = &[").expect("a string takes all");
    for (key, entries) in by_key {
        let doubt = doubts.get(&(lang.to_owned(), key)).map_or("", String::as_str);
        for Entry { text, targets, case } in entries {
            writeln!(
                source,
                "NameEntry {{ text: Cow::Borrowed({text:?}), targets: Cow::Borrowed(&{targets:?}), case: NameCase::{case}, doubt: {doubt:?} }},"
            )
            .expect("a string takes all");
        }
    }
    source.push_str("];\n");
}

/// Of two ways to write a name the one with fewer capitals lets more texts through.
fn capitals(entry: &Entry) -> usize {
    if entry.case == "Abbreviation" { usize::MAX } else { entry.text.chars().filter(|c| c.is_uppercase()).count() }
}

fn write_instruments(source: &mut String, instruments: &[Row]) {
    source.push_str("static INSTRUMENTS: &[(&str, &str)] = &[\n");
    for row in instruments {
        writeln!(source, "({:?}, {:?}),", row[0], row[1]).expect("a string takes all");
    }
    source.push_str("];\n");
}
