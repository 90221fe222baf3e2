//! What can happen to a site between two builds. Each kind of step rolls its own dice on the site as it is, so that a
//! history can be taken again with steps left out.

mod outside;
mod pictures;
mod reports;
mod settings;
mod themes;

use super::builder::Order;
use super::dice::Dice;
use super::folder::{Files, Folder, Tree};

macro_rules! kinds {
    ($($kind:ident $weight:literal $deed:path),* $(,)?) => {
        /// What kind of thing happens.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($kind),*
        }

        /// Each kind, as often as it is to be rolled.
        const KINDS: &[(Kind, usize)] = &[$((Kind::$kind, $weight)),*];

        fn deed(kind: Kind) -> Deed {
            match kind {
                $(Kind::$kind => $deed),*
            }
        }
    };
}

/// Does something to a site, and tells what; nothing where there is nothing to do it to.
type Deed = fn(&mut Site, &mut Dice) -> Option<String>;

kinds! {
    AddReport 4 reports::add,
    DeleteReport 3 reports::delete,
    RenameReport 3 reports::rename,
    MoveReport 1 reports::move_to_other_conference,
    RenameConference 2 reports::rename_conference,
    AddParagraph 5 reports::add_paragraph,
    AddStatement 4 reports::add_statement,
    AddHeading 1 reports::add_heading,
    AddLink 2 reports::add_link,
    RemoveParagraph 4 reports::remove_paragraph,
    TurnParagraphs 1 reports::turn_paragraphs,
    Title 4 reports::title,
    Date 2 reports::date,
    Session 1 reports::session,
    Alias 2 reports::alias,
    Lists 2 reports::lists,
    Summary 1 reports::summary,
    AddTranslation 2 reports::add_translation,
    DeleteTranslation 2 reports::delete_translation,
    Withhold 3 reports::withhold,
    Release 3 reports::release,
    Embargo 2 reports::embargo,
    Clock 4 outside::clock,
    SiteTitle 1 settings::site_title,
    BaseUrl 2 settings::base_url,
    Languages 2 settings::languages,
    Theme 1 settings::theme,
    Delegations 3 settings::delegations,
    Conference 2 settings::conference,
    Issues 2 settings::issues,
    Glossary 2 settings::glossary,
    Instrument 2 settings::instrument,
    DraftText 3 settings::draft_text,
    DraftRenumbered 1 settings::draft_renumbered,
    DraftGone 1 settings::draft_gone,
    OwnWords 2 settings::own_words,
    Asset 3 settings::asset,
    ShowPicture 3 pictures::show,
    Picture 4 pictures::change,
    Template 2 themes::template,
    Override 2 themes::override_one,
    OverrideGone 1 themes::override_gone,
    Words 2 themes::words,
    ThemeYaml 1 themes::theme_yaml,
    ThemeAsset 1 themes::asset,
    Mistake 3 reports::mistake,
    ThemeMistake 1 themes::mistake,
    QuietEdit 3 reports::quiet_edit,
    QuietTemplateEdit 1 themes::quiet_edit,
    QuietAssetEdit 1 settings::quiet_asset_edit,
    Swap 2 reports::swap,
    Touch 2 outside::touch,
    Checkout 1 outside::checkout,
    OutputEdited 3 outside::output_edited,
    OutputDeleted 2 outside::output_deleted,
    OutputGone 1 outside::output_gone,
    Foreign 2 outside::foreign,
    MemoryFlipped 2 outside::memory_flipped,
    MemoryCut 1 outside::memory_cut,
    MemoryFileGone 1 outside::memory_file_gone,
    MemoryGone 1 outside::memory_gone,
    PutAside 2 outside::put_aside,
    AsideMemory 1 outside::aside_memory,
    AsideBoth 1 outside::aside_both,
    Mend 0 outside::mend,
}

impl Kind {
    /// Whether the next build must come before anything else: see `outside::memory_file`.
    pub fn wants_a_build(self) -> bool {
        matches!(self, Self::MemoryFlipped | Self::MemoryCut | Self::MemoryFileGone | Self::MemoryGone)
    }

    /// The next kind of step. A site with a mistake is mended soon, or histories would be nothing but failing builds.
    pub fn roll(dice: &mut Dice, mistaken: bool) -> Self {
        if mistaken && !dice.once_in(4) {
            return Self::Mend;
        }
        let mut left = dice.below(KINDS.iter().map(|(_, weight)| weight).sum());
        for (kind, weight) in KINDS {
            match left.checked_sub(*weight) {
                Some(less) => left = less,
                None => return *kind,
            }
        }
        Self::Touch
    }
}

/// A site, and what of the world its builds depend on.
pub struct Site {
    pub folder: Folder,
    pub order: Order,
    /// The sources that last built without a mistake.
    pub good: Files,
    /// Whether the last build found an error.
    pub mistaken: bool,
    /// Whether nothing has happened since a build that wrote.
    pub settled: bool,
    /// Hours since the first build, by the builds' clock.
    hours: i64,
    /// Files in the output that are nobody's but their owner's.
    foreign: Files,
    aside: Option<Aside>,
}

/// Memory and output as they were once, as services that build sites put them aside for the next time.
struct Aside {
    memory: Tree,
    output: Tree,
    foreign: Files,
}

/// The hour of the first build: a report's embargo ends a day later.
const FIRST_HOUR: &str = "2020-10-07T09:00:00Z";

impl Site {
    pub fn new(folder: Folder) -> Self {
        let good = folder.sources.clone();
        let order = Order { now: FIRST_HOUR.to_owned(), threads: 2 };
        Self { folder, order, good, mistaken: false, settled: false, hours: 0, foreign: Files::new(), aside: None }
    }

    /// Lets a step happen; none when the site has nothing that it could happen to.
    pub fn happen(&mut self, kind: Kind, dice: &mut Dice) -> Option<String> {
        self.order.threads = dice.between(1, super::builder::MOST_THREADS);
        deed(kind)(self, dice)
    }

    /// What is ours in an output; that the rest is as its owner left it is the law.
    pub fn without_foreign(&self, output: &Tree) -> Result<Tree, String> {
        let mut ours = output.clone();
        for (path, bytes) in &self.foreign {
            match ours.remove(path) {
                Some((left, _)) if left == *bytes => {}
                Some(_) => return Err(format!("the foreign file {path} was written over")),
                None => return Err(format!("the foreign file {path} was deleted")),
            }
        }
        Ok(ours)
    }

    /// Sources whose path fits, in order.
    fn paths(&self, fits: impl Fn(&str) -> bool) -> Vec<String> {
        self.folder.sources.keys().filter(|path| fits(path)).cloned().collect()
    }

    /// Reports in the site's first language.
    fn reports(&self) -> Vec<String> {
        self.paths(is_report)
    }

    fn pick(&self, dice: &mut Dice, fits: impl Fn(&str) -> bool) -> Option<String> {
        let paths = self.paths(fits);
        (!paths.is_empty()).then(|| dice.pick(&paths).clone())
    }

    /// Writes a text in the place of the one there was; tells nothing where they are the same.
    fn edit(&mut self, path: &str, edit: impl FnOnce(&str) -> String) -> Option<()> {
        let old = self.folder.text(path)?;
        let new = edit(old);
        (new != old).then(|| self.folder.write(path, new.into_bytes()))
    }
}

fn is_report(path: &str) -> bool {
    is_text_of_conference(path) && path.matches('.').count() == 1
}

/// A report or the translation of one.
fn is_text_of_conference(path: &str) -> bool {
    path.ends_with(".md") && path.rsplit('/').next().is_some_and(|name| name.starts_with("20")) && !is_draft(path)
}

fn is_draft(path: &str) -> bool {
    path.starts_with("content/instruments/tt/20")
}

/// The site of `site.txt`.
pub fn starting_site() -> Files {
    let mut files = Files::new();
    let text = include_str!("../site.txt");
    let mut path = None;
    for line in text.split_inclusive('\n') {
        match (line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")), &path) {
            (Some(head), _) => {
                path = Some(head.to_owned());
                files.insert(head.to_owned(), Vec::new());
            }
            (None, Some(path)) => files.entry(path.clone()).or_default().extend_from_slice(line.as_bytes()),
            (None, None) => {}
        }
    }
    // The blank line before the next head is the archive's.
    for bytes in files.values_mut() {
        while bytes.ends_with(b"\n\n") {
            bytes.pop();
        }
    }
    files
}
