//! Every finding's code. `docs/diagnostics.md` has a section for each; a test holds the two together.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How much a finding weighs: an error keeps the site as it was, a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

macro_rules! codes {
    ($($variant:ident $text:literal $severity:ident),* $(,)?) => {
        /// What kind of mistake a finding is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Code {
            $($variant),*
        }

        /// All codes, for documentation and tests.
        pub const CODES: &[Code] = &[$(Code::$variant),*];

        impl Code {
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),*
                }
            }

            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity),*
                }
            }
        }
    };
}

codes! {
    UnreadableText "unreadable-text" Error,
    InvisibleControl "invisible-control" Warning,
    FrontMatterMissing "front-matter-missing" Error,
    FrontMatterOpen "front-matter-open" Error,
    YamlSyntax "yaml-syntax" Error,
    YamlForbidden "yaml-forbidden" Error,
    DuplicateKey "duplicate-key" Error,
    DeclaredTwice "declared-twice" Error,
    UnknownKey "unknown-key" Error,
    MissingKey "missing-key" Error,
    WrongType "wrong-type" Error,
    BadValue "bad-value" Error,
    BadDate "bad-date" Error,
    DateMissing "date-missing" Error,
    DateDiffers "date-differs" Warning,
    MisplacedFile "misplaced-file" Error,
    UnknownLanguage "unknown-language" Error,
    TranslationOrphan "translation-orphan" Error,
    UnknownCountry "unknown-country" Error,
    UnknownClause "unknown-clause" Error,
    UnknownInstrument "unknown-instrument" Error,
    UnknownIssue "unknown-issue" Error,
    UnknownStance "unknown-stance" Error,
    StatementLine "statement-line" Error,
    StatementEmpty "statement-empty" Error,
    Guess "guess" Warning,
    NotAMember "not-a-member" Warning,
    QuotationMissing "quotation-missing" Error,
    UnusedIgnore "unused-ignore" Warning,
    UnusedTerm "unused-term" Warning,
    BrokenNumbering "broken-numbering" Error,
    DuplicateClause "duplicate-clause" Error,
    UnbalancedBracket "unbalanced-bracket" Warning,
    BracketAsLink "bracket-as-link" Warning,
    UnknownDraft "unknown-draft" Error,
    DoubtfulJoin "doubtful-join" Warning,
    DeadLink "dead-link" Error,
    DeadAnchor "dead-anchor" Error,
    UnsafeLink "unsafe-link" Error,
    MissingImageText "missing-image-text" Error,
    DuplicateId "duplicate-id" Error,
    RouteCollision "route-collision" Error,
    UnknownTheme "unknown-theme" Error,
    ThemeVersion "theme-version" Warning,
    LowContrast "low-contrast" Warning,
    UnusedTemplate "unused-template" Warning,
    TemplateError "template-error" Error,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
