//! What the command line asks for.

use std::path::PathBuf;

pub struct Options {
    /// Sizes of corpora, in reports.
    pub reports: Vec<usize>,
    pub runs: usize,
    hugo: Option<PathBuf>,
    pub keep: bool,
    /// Where to write the first corpus, and do nothing else.
    pub write: Option<PathBuf>,
}

impl Options {
    pub fn read(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self { reports: vec![1000], runs: 3, hugo: None, keep: false, write: None };
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("`{arg}` needs a value"));
            let number = |word: &str| match word.trim().parse::<usize>() {
                Ok(number) if number > 0 => Ok(number),
                _ => Err(format!("`{word}` is not a number of anything")),
            };
            match arg.as_str() {
                "--reports" => options.reports = value()?.split(',').map(number).collect::<Result<_, _>>()?,
                "--runs" => options.runs = number(&value()?)?,
                "--hugo" => options.hugo = Some(value()?.into()),
                "--write" => options.write = Some(value()?.into()),
                "--keep" => options.keep = true,
                // What cargo adds.
                "--bench" => {}
                _ => {
                    let known = "--reports 1000,10000, --runs 3, --hugo PATH, --keep, --write FOLDER";
                    return Err(format!("`{arg}` is unknown; there are {known}"));
                }
            }
        }
        Ok(options)
    }

    /// The program `hugo`: the one named, or the first on the search path.
    pub fn hugo(&self) -> Option<PathBuf> {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let mut all = std::env::split_paths(&folders).map(|folder| folder.join("hugo"));
        let found = match &self.hugo {
            Some(named) => Some(named.clone()),
            None => all.find(|path| path.is_file()),
        };
        found.and_then(|path| path.canonicalize().ok())
    }
}
