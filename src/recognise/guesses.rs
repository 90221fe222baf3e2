//! What an author is told of a guess: how a name is read, why it is in doubt, and what to type to settle it.

use crate::diag::{self, Diagnostic};
use crate::model::ids::DelegationId;
use crate::model::report::{Doubt, Guess, Target};
use crate::model::source::SourcePath;

/// Why a guess is a guess, in words.
pub fn why(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Person(_) => "a person of that name is spoken of here".to_owned(),
        Doubt::State(_) => "a state of the United States has that name too".to_owned(),
        Doubt::Capitals(_) => "among capitals it may be a common word".to_owned(),
        Doubt::Several(candidates) => {
            let names: Vec<&str> = candidates.iter().map(|id| id.as_str()).collect();
            format!("it can mean {}", names.join(" or "))
        }
        Doubt::CarriedOver => "it does not say of which clause it is a part".to_owned(),
        Doubt::Organisation => "an organisation has that name, and no draft such an article".to_owned(),
    }
}

/// The link's destination that makes a guess's reading the author's own: `country:NOR`, `clause:none`.
pub fn destination(guess: &Guess) -> String {
    let scheme = match guess.doubt {
        Doubt::CarriedOver | Doubt::Organisation => "clause",
        _ => "country",
    };
    let ids: Vec<String> = guess
        .taken
        .iter()
        .map(|target| match target {
            Target::Delegation(id) => id.to_string(),
            Target::Clause(id) => id.to_string(),
        })
        .collect();
    let ids = if ids.is_empty() { "none".to_owned() } else { ids.join(",") };
    format!("{scheme}:{ids}")
}

pub fn finding(path: &SourcePath, guess: &Guess) -> Diagnostic {
    let accept = destination(guess);
    let (surface, why) = (&guess.surface, why(&guess.doubt));
    let (meant, others) = alternatives(guess);
    let message = match (guess.taken.is_empty(), meant) {
        (false, _) => format!("`{surface}` is taken for `{}`, but {why}", accept.split(':').nth(1).unwrap_or_default()),
        (true, Some(id)) => format!("`{surface}` is not taken for `{id}`, because {why}"),
        (true, None) => format!("`{surface}` is not taken for a clause, because {why}"),
    };
    diag::guess((path, guess.span), message, (surface, &accept), &others)
}

/// A guess within a link's text: a link in a link would destroy both.
pub fn in_link(finding: &mut Diagnostic) {
    finding.label = "it stands in a link: put the one that is meant under `countries` or `clauses` in the front \
                     matter, or the words under `ignore`"
        .to_owned();
    finding.help = None;
    finding.accept = None;
}

/// Whom a name that is not indexed could mean, and the links for all other readings.
fn alternatives(guess: &Guess) -> (Option<&DelegationId>, Vec<String>) {
    let none = |scheme: &str| if guess.taken.is_empty() { Vec::new() } else { vec![format!("{scheme}:none")] };
    match &guess.doubt {
        Doubt::Person(id) | Doubt::State(id) | Doubt::Capitals(id) => {
            let others = if guess.taken.is_empty() { vec![format!("country:{id}")] } else { none("country") };
            (Some(id), others)
        }
        Doubt::Several(candidates) => {
            let taken = |id: &&DelegationId| !guess.taken.contains(&Target::Delegation((*id).clone()));
            (None, candidates.iter().filter(taken).map(|id| format!("country:{id}")).collect())
        }
        Doubt::CarriedOver | Doubt::Organisation => (None, none("clause")),
    }
}
