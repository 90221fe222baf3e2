//! Reports, each read when it is not as it was: its text goes to the memory, its gist stays at hand, and what was found in
//! it is told again by every build.

use super::editions::Resolver;
use super::read::{Site, language};
use super::texts::Kept;
use super::world::{RecordKey, RecordKind, Stage, World};
use super::{Options, texts};
use crate::audit;
use crate::compose::{joined, original};
use crate::diag::{Diagnostic, Outcome};
use crate::index;
use crate::model::date::Instant;
use crate::model::digest::{Digest, Digested};
use crate::model::gist::Gist;
use crate::model::ids::{ConferenceId, Lang};
use crate::model::manuscript::{Kind, Manuscript, Withholding};
use crate::model::source::{Content, SourcePath, SourceSet};
use crate::parse::layout::{Role, place};
use crate::parse::{self, File};
use crate::recognise;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// By the original's path, then by language.
pub type Gists = BTreeMap<SourcePath, BTreeMap<Lang, Digested<Gist>>>;

/// Whether a file is a report, by where it lies.
pub fn is_report(path: &str) -> bool {
    path.starts_with("content/") && matches!(place(path).role, Role::Report { .. })
}

/// All reports that readers may see, and what is known of the others.
#[derive(Default)]
pub struct Reports {
    pub shown: Gists,
    /// The original's path of each text that is shown, and the languages there are.
    pub languages: BTreeMap<SourcePath, BTreeSet<Lang>>,
    /// Reports that readers do not see yet, or no longer.
    pub withheld: usize,
    /// Files that shown and withheld texts link to.
    pub uses: BTreeSet<String>,
    pub secret: BTreeSet<String>,
    /// When texts are released or expire.
    pub moments: BTreeSet<Instant>,
    /// What is wrong with each file, where anything is.
    pub wrong: BTreeMap<SourcePath, Vec<Diagnostic>>,
}

impl Reports {
    /// All that is wrong with them.
    pub fn findings(&self) -> impl Iterator<Item = Diagnostic> {
        self.wrong.values().flatten().cloned()
    }

    /// Says what is wrong with a file; nothing, if nothing is.
    pub fn tell(&mut self, path: &SourcePath, wrong: Vec<Diagnostic>) {
        if wrong.is_empty() {
            self.wrong.remove(path);
        } else {
            self.wrong.insert(path.clone(), wrong);
        }
    }
}

/// What the memory holds of a report.
#[derive(Serialize, Deserialize)]
pub(super) struct Memo {
    /// Of all that decides what follows.
    key: Digest,
    /// What is wrong with it as written.
    pub written: Vec<Diagnostic>,
    pub text: Option<Text>,
}

/// A report that could be read.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Text {
    pub withheld: Withholding,
    /// Files that it links to.
    pub uses: BTreeSet<String>,
    /// What was meant; none while the text is withheld by itself, and where its folder is no conference.
    pub meant: Option<(Arc<Gist>, Digest, Vec<Diagnostic>)>,
}

/// A report's file.
pub(super) struct Source<'a> {
    pub path: &'a SourcePath,
    content: Content,
    role: Role<'a>,
    pub lang: &'a Lang,
    is_translation: bool,
    typography: bool,
    conference: ConferenceId,
}

/// Reads reports, knowing all that their words can mean.
pub struct Reader<'a> {
    pub site: &'a Site,
    pub resolver: &'a Resolver<'a>,
    pub sources: &'a SourceSet,
    pub options: &'a Options,
    pub world: &'a dyn World,
    /// What decides the meaning of words in each conference.
    contexts: BTreeMap<ConferenceId, Digest>,
    /// What files of reports hold by now, where that is not what the sources say.
    renewed: RwLock<BTreeMap<SourcePath, Content>>,
}

impl<'a> Reader<'a> {
    pub fn new(
        site: &'a Site,
        resolver: &'a Resolver<'a>,
        from: (&'a SourceSet, &'a Options),
        world: &'a dyn World,
    ) -> Self {
        let (sources, options) = from;
        let contexts = contexts(site, sources);
        Self { site, resolver, sources, options, world, contexts, renewed: RwLock::default() }
    }

    /// All reports of the site.
    pub fn all(&self) -> Outcome<Reports> {
        let mut findings = Vec::new();
        let files = self.files(&mut findings);
        let known: BTreeMap<String, Vec<u8>> = self.world.recall_all(RecordKind::Report).into_iter().collect();
        let done = AtomicUsize::new(0);
        let memo = |file: &Source| {
            let memo = self.memo(file, &known);
            self.world.stage(Stage::Recognise, done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
            memo
        };
        let memos: Vec<(Memo, bool)> = files.par_iter().map(memo).collect();
        let mut reports = Reports::default();
        let mut languages: BTreeMap<SourcePath, BTreeMap<&Lang, Text>> = BTreeMap::new();
        for (file, (memo, is_new)) in files.iter().zip(memos) {
            if is_new {
                self.world.keep(RecordKey { kind: RecordKind::Report, name: file.path }, texts::record(&memo));
            }
            reports.tell(file.path, memo.written);
            if let Some(text) = memo.text {
                languages.entry(original(file.path)).or_default().insert(file.lang, text);
            }
        }
        let here: BTreeSet<&str> = files.iter().map(|file| &**file.path).collect();
        for name in known.keys().filter(|name| !here.contains(name.as_str())) {
            for kind in [RecordKind::Report, RecordKind::Text, RecordKind::Sentences, RecordKind::Terms] {
                self.world.forget(RecordKey { kind, name });
            }
        }
        self.release(languages, &mut reports);
        Outcome::new(reports, findings)
    }

    /// The files of reports; what is wrong with their names is told elsewhere.
    fn files(&self, findings: &mut Vec<Diagnostic>) -> Vec<Source<'a>> {
        let mut files = Vec::new();
        for (path, content) in &self.sources.files {
            match self.file(path, content.clone()) {
                Some(Ok(file)) => files.push(file),
                Some(Err(finding)) => findings.push(*finding),
                None => {}
            }
        }
        files
    }

    /// A file, if it is a report.
    pub(super) fn file<'s>(&self, path: &'s SourcePath, content: Content) -> Option<Result<Source<'s>, Box<Diagnostic>>>
    where
        'a: 's,
    {
        if !matches!(content, Content::Text(_) | Content::Known(_)) {
            return None;
        }
        let placed = place(path);
        let Role::Report { folder, .. } = placed.role else { return None };
        let source = |lang| Source {
            path,
            content,
            conference: ConferenceId::new(folder),
            role: placed.role.clone(),
            lang,
            is_translation: placed.suffix.is_some(),
            typography: self.site.site.typography,
        };
        Some(language(path, placed.suffix, &self.site.site, self.sources).map(source))
    }

    /// What is known of a report, and whether that is new.
    fn memo(&self, file: &Source, known: &BTreeMap<String, Vec<u8>>) -> (Memo, bool) {
        let key = self.key(file);
        let old = known.get(&**file.path).and_then(|bytes| postcard::from_bytes::<Memo>(bytes).ok());
        if let Some(memo) = old.filter(|memo| memo.key == key && !self.must_be_read(memo)) {
            return (memo, false);
        }
        (self.read(file), true)
    }

    fn key(&self, file: &Source) -> Digest {
        let context = self.contexts.get(&file.conference).copied().unwrap_or_default();
        Digest::of_value(&(file.digest(), context, file.lang, file.is_translation))
    }

    /// A report read, whatever is known of it.
    pub(super) fn read(&self, file: &Source) -> Memo {
        let Outcome { value, findings: written } = parse::manuscript(&file.as_file(), &self.words(file));
        let text = value.map(|manuscript| self.text(&manuscript));
        Memo { key: self.key(file), written, text }
    }

    /// The words of a report's file. One that was there a moment ago and cannot be read is as good as empty: the next
    /// build will see why.
    fn words(&self, file: &Source) -> Arc<str> {
        match &file.content {
            Content::Text(text) => text.clone(),
            _ => self.world.text(file.path).unwrap_or_else(|| "".into()),
        }
    }

    /// Whether a report that was withheld by itself is so no more.
    fn must_be_read(&self, memo: &Memo) -> bool {
        memo.text.as_ref().is_some_and(|text| text.meant.is_none() && !self.holds(&text.withheld))
    }

    pub(super) fn holds(&self, withheld: &Withholding) -> bool {
        withheld.holds(self.options.now, self.options.drafts)
    }

    fn text(&self, manuscript: &Manuscript) -> Text {
        let Kind::Report(matter) = &manuscript.kind else {
            unreachable!("a file in a conference's folder is a report: {}", manuscript.path)
        };
        let photo = matter.photo.as_ref().map(|photo| photo.src.value.as_str());
        let dests = manuscript.links.iter().map(|link| link.dest.as_str()).chain(photo);
        let uses = dests.filter_map(|dest| joined(&manuscript.path, dest.split('#').next()?)).collect();
        let withheld = manuscript.withheld.clone();
        if self.holds(&withheld) {
            return Text { withheld, uses, meant: None };
        }
        let meant = self.meant(manuscript).map(|Outcome { value: kept, findings }| {
            let mut gist = index::gist(&kept.report, &kept.sentences, &self.site.registry);
            let digest = Digest::of_value(&gist);
            // Beside the gist's own digest, so that pages that show none of the text know nothing of its changes.
            gist.text = Digest::of_value(&*kept.report);
            kept.keep(self.world, &gist);
            (Arc::new(gist), digest, findings)
        });
        Text { withheld, uses, meant }
    }

    /// What a report means; none where its folder is no conference.
    fn meant(&self, manuscript: &Manuscript) -> Option<Outcome<Kept>> {
        let Kind::Report(matter) = &manuscript.kind else { return None };
        // That a folder is no conference, or why it cannot be read as one, is told elsewhere and once.
        let declared = self.resolver.declared.get(&matter.conference)?;
        let mut context = self.resolver.context(&manuscript.lang, declared);
        context.instruments.day = Some(matter.numbers_day());
        let Outcome { value: mut report, mut findings } = recognise::report(manuscript, matter, &context);
        findings.extend(audit::clauses(&manuscript.path, &report.mentions, &self.site.book));
        if let Some(glossary) = self.site.glossaries.get(&matter.conference) {
            report.terms = recognise::term_uses(&report, glossary, self.site.site.default_lang());
        }
        let sentences = index::sentences(&report);
        let terms = self.site.site.search.then(|| Arc::new(index::terms(&report)));
        Some(Outcome::new(Kept { report: Arc::new(report), sentences: Arc::new(sentences), terms }, findings))
    }

    /// A report read again, whatever the memory has of it.
    pub fn again(&self, path: &SourcePath) -> Option<Kept> {
        let renewed = self.renewed.read().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        let content = renewed.or_else(|| self.sources.files.get(path).cloned())?;
        let file = self.file(path, content)?.ok()?;
        let manuscript = parse::manuscript(&file.as_file(), &self.words(&file)).value?;
        self.meant(&manuscript).map(|outcome| outcome.value)
    }

    /// Parts the reports into those that readers may see and those that they must not: a withheld original takes its
    /// translations with it, a withheld conference its reports.
    fn release(&self, mut all: BTreeMap<SourcePath, BTreeMap<&Lang, Text>>, reports: &mut Reports) {
        let first = self.site.site.default_lang();
        // A translation whose original could not be read has nothing to stand beside; the original's finding says why.
        all.retain(|_, languages| languages.contains_key(first));
        for (path, languages) in all {
            let lies_in = |folders: &BTreeSet<String>| folders.iter().any(|folder| path.starts_with(folder.as_str()));
            let (closed, open) = (lies_in(&self.site.closed), lies_in(&self.site.open));
            let whole = closed || languages.get(first).is_some_and(|text| self.holds(&text.withheld));
            let draft = open || languages.get(first).is_some_and(|text| text.withheld.draft);
            for (lang, text) in languages {
                reports.moments.extend(text.withheld.moments());
                if whole || self.holds(&text.withheld) {
                    reports.withheld += 1;
                    reports.secret.extend(text.uses);
                    continue;
                }
                reports.uses.extend(text.uses);
                reports.languages.entry(path.clone()).or_default().insert(lang.clone());
                if let Some((gist, digest, wrong)) = text.meant {
                    reports.wrong.entry(gist.head.path.clone()).or_default().extend(wrong);
                    let own = reports.shown.entry(path.clone()).or_default();
                    own.insert(lang.clone(), marked(gist, digest, draft));
                }
            }
        }
        reports.wrong.retain(|_, wrong| !wrong.is_empty());
    }

    /// Hears what a file holds by now.
    pub(super) fn hear(&self, path: &SourcePath, content: Content) {
        self.renewed.write().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), content);
    }
}

impl Source<'_> {
    /// Of its words.
    fn digest(&self) -> Digest {
        match &self.content {
            Content::Text(text) => Digest::of(text.as_bytes()),
            Content::Known(digest) => *digest,
            _ => Digest::default(),
        }
    }

    fn as_file(&self) -> File<'_> {
        File {
            path: self.path,
            role: self.role.clone(),
            lang: self.lang,
            translation: self.is_translation,
            typography: self.typography,
        }
    }
}

/// A report, marked as a draft where its original or its conference is one.
pub(super) fn marked(gist: Arc<Gist>, digest: Digest, is_draft: bool) -> Digested<Gist> {
    if !is_draft || gist.head.withheld.draft {
        return Digested::shared(gist, digest);
    }
    let mut gist = Arc::unwrap_or_clone(gist);
    Arc::make_mut(&mut gist.head).withheld.draft = true;
    Digested::shared(Arc::new(gist), Digest::all([digest, Digest::of(b"draft")]))
}

/// By conference: the digest of all that decides what words of its reports mean.
fn contexts(site: &Site, sources: &SourceSet) -> BTreeMap<ConferenceId, Digest> {
    let text = |path: &str| sources.text(path).map(|text| Digest::of(text.as_bytes()));
    let files = ["content/site.yaml", "content/delegations.yaml"].map(text);
    let texts = || site.texts.values().flat_map(BTreeMap::values);
    let law = |manuscript: &Manuscript| match &manuscript.kind {
        kind @ Kind::Instrument(_) => Some(Digest::of_value(&(&manuscript.path, kind))),
        Kind::Draft(_) => Some(Digest::of_value(&(&manuscript.path, text(&manuscript.path)))),
        _ => None,
    };
    let laws: Vec<Digest> = texts().filter_map(law).collect();
    let shared = Digest::of_value(&(files, laws));
    let mut own: BTreeMap<ConferenceId, Vec<Digest>> = BTreeMap::new();
    for manuscript in texts() {
        if let Kind::Conference(matter) = &manuscript.kind {
            let digest = Digest::of_value(&(&manuscript.path, &manuscript.lang, matter));
            own.entry(matter.id.clone()).or_default().push(digest);
        }
    }
    let context = |(id, own): (ConferenceId, Vec<Digest>)| {
        let glossary = Digest::of_value(&site.glossaries.get(&id));
        (id, Digest::all(own.into_iter().chain([shared, glossary])))
    };
    own.into_iter().map(context).collect()
}
