//! What recognition costs beside Markdown parsing of the same text, what it costs to start, and whether anything
//! grows faster than the text. `cargo bench --bench recognition`
//!
//! Each figure is the best of several runs in one process. The texts are those of `tests/recognise/`, put together
//! into reports of some 700 words.

use rapporteur::model::delegation::Registry;
use rapporteur::model::ids::{InstrumentId, Lang};
use rapporteur::model::lineage::ClauseBook;
use rapporteur::model::manuscript::Manuscript;
use rapporteur::model::site::Site;
use rapporteur::parse::layout::place;
use rapporteur::parse::{self, File};
use rapporteur::recognise::{self, Context, Declared, InstrumentNames, Instruments, Lexicon, Settled};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

fn best<T>(runs: usize, mut deed: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let begun = Instant::now();
        black_box(deed());
        begun.elapsed()
    };
    (0..runs).map(time).min().unwrap_or_default()
}

fn rate(bytes: usize, took: Duration) -> f64 {
    bytes as f64 / 1e6 / took.as_secs_f64()
}

/// The English texts without their marks, six to a report.
fn labelled() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recognise");
    let mut texts = Vec::new();
    for split in ["dev", "test"] {
        let mut paths: Vec<_> =
            std::fs::read_dir(root.join(split)).expect("texts").flatten().map(|e| e.path()).collect();
        paths.sort();
        for path in paths {
            let file = std::fs::read_to_string(path).expect("a text");
            let (head, body) = file.split_once("\n\n").expect("a head");
            if head.contains("lang: en") {
                let parts = body.split('⟦').map(|part| match part.split_once('⟧') {
                    Some((mark, rest)) => format!("{}{rest}", mark.split('|').next().unwrap_or_default()),
                    None => part.to_owned(),
                });
                texts.push(parts.collect::<String>());
            }
        }
    }
    texts.chunks(6).map(|texts| format!("---\ntitle: x\ndate: 2013-03-20\n---\n{}", texts.join("\n\n"))).collect()
}

/// The English reports of the site that the repository is.
fn demo() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/att-2013");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("reports").flatten().map(|e| e.path()).collect();
    paths.sort();
    let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let is_report = |path: &&std::path::PathBuf| {
        path.extension().is_some_and(|ending| ending == "md") && !stem(path).contains(['.', '_'])
    };
    paths.iter().filter(is_report).map(|path| std::fs::read_to_string(path).expect("a report")).collect()
}

struct Desk {
    registry: Registry,
    lexicon: Lexicon,
    names: InstrumentNames,
    book: ClauseBook,
    declared: Declared,
    site: Site,
}

impl Desk {
    fn new() -> Self {
        let registry = parse::built_in();
        let lexicon = Lexicon::new(&registry, &Lang::read("en").expect("a language"));
        let names = InstrumentNames::new(&registry.instruments);
        let declared = Declared { instruments: InstrumentId::read("att").into_iter().collect(), issues: Vec::new() };
        let site = parse::site(&"content/site.yaml".into(), "").value;
        Self { registry, lexicon, names, book: ClauseBook::default(), declared, site }
    }

    fn context(&self) -> Context<'_> {
        Context {
            registry: &self.registry,
            lexicon: &self.lexicon,
            instruments: Instruments {
                home: &self.declared.instruments,
                names: &self.names,
                book: &self.book,
                day: None,
            },
            declared: &self.declared,
            stances: &self.site.stances,
        }
    }

    /// Names and clauses of a manuscript whose citations are found: how many.
    fn resolve(&self, manuscript: &Manuscript) -> usize {
        let nothing = Settled { ignore: &[], countries: Vec::new() };
        recognise::prose_mentions(manuscript, &nothing, &self.context()).mentions.len()
    }
}

fn manuscript(text: &str) -> Manuscript {
    let path = "content/c/2013-03-20-a.md".into();
    let lang = Lang::read("en").expect("a language");
    let file = File { path: &path, role: place(&path).role, lang: &lang, translation: false, typography: true };
    parse::manuscript(&file, text).value.expect("a report")
}

fn main() {
    start();
    costs("labelled texts, a mention every few words", &labelled());
    costs("the demo's reports", &demo());
    if std::env::args().all(|arg| arg != "--short") {
        growth();
    }
}

fn start() {
    let registry = parse::built_in();
    println!("start-up cost, once per run");
    println!("  registry          {:>9.1?}", best(200, parse::built_in));
    let lang = Lang::read("en").expect("a language");
    println!("  names, a language {:>9.1?}", best(200, || Lexicon::new(&registry, &lang)));
    println!("  instruments       {:>9.1?}", best(200, || InstrumentNames::new(&registry.instruments)));
}

fn costs(what: &str, reports: &[String]) {
    let bytes: usize = reports.iter().map(String::len).sum();
    let desk = Desk::new();
    let parsed: Vec<Manuscript> = reports.iter().map(|text| manuscript(text)).collect();
    let events = best(200, || {
        let all = reports.iter().map(|text| {
            let options = pulldown_cmark::Options::all();
            pulldown_cmark::Parser::new_ext(text, options).into_offset_iter().count()
        });
        all.sum::<usize>()
    });
    let markdown = best(200, || {
        for text in reports {
            black_box(parse::markdown::read(text, 0));
        }
    });
    let citations = best(200, || {
        let units = parsed.iter().flat_map(|manuscript| &manuscript.prose.units);
        units.map(|unit| parse::citation::find(&unit.text).len()).sum::<usize>()
    });
    let units: Vec<&str> =
        parsed.iter().flat_map(|manuscript| &manuscript.prose.units).map(|unit| unit.text.as_str()).collect();
    let names = best(200, || units.iter().map(|text| desk.lexicon.find(text).len()).sum::<usize>());
    let meaning = best(200, || parsed.iter().map(|manuscript| desk.resolve(manuscript)).sum::<usize>());
    let mentions: usize = parsed.iter().map(|manuscript| desk.resolve(manuscript)).sum();
    println!("\n{what}: {} reports, {bytes} bytes, {mentions} mentions", reports.len());
    let line = |name: &str, took: Duration| {
        let share = took.as_secs_f64() / markdown.as_secs_f64();
        println!("  {name:<34} {took:>9.1?}  {:>7.1} MB/s  {share:>5.2} of our Markdown stage", rate(bytes, took));
    };
    line("pulldown-cmark's events alone", events);
    line("Markdown to nodes, passages, units", markdown);
    line("citations found", citations);
    line("names found", names);
    line("names read, citations resolved", meaning);
    line("recognition together", citations + meaning);
}

fn growth() {
    println!("\ntime for 10 MB, and for 5 beside 2.5 MB, 10 beside 5 MB: 2.0 is linear");
    let desk = Desk::new();
    for phrase in [
        "Article 6, ",
        "Guinea ",
        "Korean ",
        "Jordan ",
        "paragraph 2 ",
        "Articles 6(1)(a), 7 and ",
        "[Chad](country:TCD) ",
        "Article 19 of the (",
        "under the NPT, ",
    ] {
        let took = |size: usize| {
            let text = format!("---\ntitle: x\ndate: 2013-03-20\n---\n{}", phrase.repeat(size / phrase.len()));
            best(2, || desk.resolve(&manuscript(&text)))
        };
        let sizes = [2_500_000, 5_000_000, 10_000_000].map(took);
        let ratio = |at: usize| sizes[at].as_secs_f64() / sizes[at - 1].as_secs_f64();
        println!("  10 MB of {phrase:<28?} {:>9.1?}  {:.2}  {:.2}", sizes[2], ratio(1), ratio(2));
    }
}
