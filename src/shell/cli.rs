//! The command line: every command and flag with its help.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Sites from daily reports of a conference, indexed by country and by clause.
#[derive(Debug, Parser)]
#[command(
    name = "rapporteur",
    version,
    arg_required_else_help = true,
    after_help = "A first site:\n  rapporteur init my-site && cd my-site\n  rapporteur new report \"Opening day\"\n  \
                  rapporteur serve\n\nCommands work from any folder below the site's own.\n\
                  Exit codes: 0 fine, 1 mistakes in the site, 2 wrong usage or a failure of the disk, 3 warnings under --strict."
)]
pub struct Cli {
    /// The site's folder [default: the nearest one above that has `content/`]
    #[arg(short, long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the site's pages in public/
    Build(Build),
    /// Look for mistakes without writing anything
    Check(Check),
    /// Show the site in a browser, built anew for each change
    Serve(Serve),
    /// Make a small site to begin with
    Init {
        /// Where to make it
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Begin a report, a conference or a theme
    #[command(subcommand)]
    New(New),
    /// List the themes that there are, or look for mistakes in one
    #[command(subcommand)]
    Theme(Theme),
    /// Print every country, clause and statement found in one file
    Inspect(Inspect),
    /// Say what a page is made of, and whether the next build would make it anew
    Explain(Explain),
    /// Print a page of the built site as PDF, by an installed Chromium
    Pdf(Pdf),
    /// Delete what builds have written, and nothing else
    Clean {
        /// The folder that was written to
        #[arg(short, long, value_name = "DIR", default_value = "public")]
        output_dir: PathBuf,
    },
}

/// What decides which site is made.
#[derive(Debug, Args)]
pub struct Making {
    /// Show reports marked `draft: true`
    #[arg(short = 'D', long)]
    pub drafts: bool,
    /// Judge embargoes at this moment, such as 2013-03-20T18:00:00-04:00 [default: now]
    #[arg(long, value_name = "TIME")]
    pub now: Option<String>,
    /// Where the site will stand, instead of `base_url` in site.yaml
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
}

/// How findings are told.
#[derive(Debug, Args)]
pub struct Telling {
    /// How to print what is wrong
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// End with 3 when there are warnings
    #[arg(long)]
    pub strict: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub making: Making,
    #[command(flatten)]
    pub telling: Telling,
    /// The folder to write to
    #[arg(short, long, value_name = "DIR", default_value = "public")]
    pub output_dir: PathBuf,
    /// Replace files at the site's addresses that rapporteur did not write
    #[arg(short, long)]
    pub force: bool,
    /// Print how long each stage took, and how much it did
    #[arg(long)]
    pub timings: bool,
    /// Build once more without a memory, and compare every file with what was written
    #[arg(long)]
    pub verify: bool,
}

#[derive(Debug, Args)]
pub struct Explain {
    #[command(flatten)]
    pub making: Making,
    /// The page's address, the file that it comes from, or its file in the output
    pub page: String,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// The folder that builds write to
    #[arg(short, long, value_name = "DIR", default_value = "public")]
    pub output_dir: PathBuf,
}

#[derive(Debug, Args)]
pub struct Pdf {
    /// The page's address, such as /att-2013/print/
    pub page: String,
    /// The file to write [default: named after the address]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where the site stands, instead of `base_url` in site.yaml: links in the document lead there
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The folder that was built
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub output_dir: PathBuf,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub making: Making,
    #[command(flatten)]
    pub telling: Telling,
    /// Settle a guess: write its reading into the file as a link, or after `=` the code or clause that is meant
    /// instead, or `none`. Can be given more than once
    #[arg(long, value_name = "FILE:LINE:COLUMN[=ID]")]
    pub accept: Vec<String>,
    /// Print each clause that was joined to another draft's under another number or for weak reasons, and how sure that is
    #[arg(long)]
    pub joins: bool,
    /// Print what has no translation into each of the site's languages, instead of what is wrong
    #[arg(long)]
    pub i18n: bool,
}

#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub making: Making,
    /// The folder to write to
    #[arg(short, long, value_name = "DIR", default_value = "public")]
    pub output_dir: PathBuf,
    /// Write no pages: hold them all in memory, which takes as much of it as the output would take of the disk
    #[arg(long, conflicts_with_all = ["output_dir", "force"])]
    pub in_memory: bool,
    /// The port, or the next free one above it
    #[arg(short, long, default_value_t = 1111)]
    pub port: u16,
    /// The address or name to listen at; all but this machine's own ask readers for a token, which is printed
    #[arg(short = 'i', long, visible_alias = "interface", value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: String,
    /// Open the site in a browser
    #[arg(short = 'O', long)]
    pub open: bool,
    /// The editor that findings and paragraphs are opened in
    #[arg(long, value_enum)]
    pub editor: Option<Editor>,
    /// Look at all files this often, instead of being told by the system what changed
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub poll: Option<u64>,
    /// Replace files at the site's addresses that rapporteur did not write
    #[arg(short, long)]
    pub force: bool,
}

/// Editors that open a file by an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Editor {
    Vscode,
    Vscodium,
    Cursor,
    Windsurf,
    Zed,
    Sublime,
    Textmate,
    Idea,
}

#[derive(Debug, Subcommand)]
pub enum New {
    /// Begin a report: a file with its front matter, ready to be written
    Report {
        /// The report's title
        title: String,
        /// The conference's folder [default: the only one, or the newest]
        #[arg(short, long)]
        conference: Option<String>,
        /// The day it is about [default: today]
        #[arg(short, long, value_name = "DATE")]
        date: Option<String>,
    },
    /// Begin a conference: a folder with its _index.md
    Conference {
        /// The conference's title
        title: String,
        /// The folder's name, and so its address [default: made from the title]
        #[arg(long)]
        id: Option<String>,
        /// Its first day [default: today]
        #[arg(short, long, value_name = "DATE")]
        start: Option<String>,
    },
    /// Begin a theme: a folder with a theme.yaml, one template and one style sheet, over another theme
    Theme {
        /// The folder's name under themes/
        name: String,
        /// The theme that it changes
        #[arg(long, default_value = "plenary")]
        extends: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Theme {
    /// List the themes that `theme` in site.yaml can name
    List,
    /// Render each template of a theme with every field that its view can have, and with none; tell what fails
    Check {
        /// The theme's name
        name: String,
        #[command(flatten)]
        telling: Telling,
    },
}

#[derive(Debug, Args)]
pub struct Inspect {
    /// A file of Markdown, or `-` for standard input
    pub file: PathBuf,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// The instrument whose clauses are meant where the text names none [default: the site's own]
    #[arg(long)]
    pub instrument: Option<String>,
    /// The text's language [default: by the file's name, or the site's first]
    #[arg(long)]
    pub lang: Option<String>,
}
