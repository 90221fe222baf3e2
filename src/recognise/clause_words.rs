//! Words that say of which writing a clause is a part. All in small letters.

/// Between a clause and the instrument that it is of.
pub const LINKS: &[&str] = &[
    "of", "in", "under", "to", "from", "common", "commun", "communs", "común", "aux", "de", "du", "des", "del", "d",
    "l", "la", "le", "les", "las", "los", "el", "the", "this", "that", "its", "their", "our", "из", "من", "في", "à",
    "al",
];

/// Kinds of instrument that negotiators call their own by, too.
pub const TREATY_KINDS: &[&str] = &[
    "convention", "conventions", "treaty", "agreement", "protocol", "charter", "statute", "covenant", "pact",
    "accord", "traité", "protocole", "charte", "statut", "pacte", "convención", "convenio", "tratado", "acuerdo",
    "protocolo", "carta", "estatuto", "pacto", "договора", "конвенции", "протокола", "устава", "الميثاق", "المعاهدة",
    "الاتفاقية",
];

/// Always the text on the table.
pub const HOME_KINDS: &[&str] =
    &["draft", "text", "instrument", "projet", "texte", "proyecto", "texto", "проекта", "النص", "المشروع"];

/// Other writings that have articles or paragraphs.
pub const OTHER_KINDS: &[&str] = &[
    "constitution", "code", "law", "laws", "act", "rules", "regulation", "regulations", "directive", "resolution",
    "resolutions", "decision", "decisions", "report", "reports", "note", "paper", "declaration", "guidelines",
    "guidance", "manual", "letter", "statement", "summary", "budget", "document", "position", "proposal", "mandate",
    "terms", "bylaws", "ordinance", "decree", "loi", "règlement", "directive", "résolution", "décision", "rapport",
    "déclaration", "ley", "reglamento", "resolución", "decisión", "informe", "declaración", "documento",
    "constitución", "booklet", "book", "study", "programme", "plan", "agenda", "annotations", "compilation",
];

/// Before a kind they leave it the one on the table.
pub const PLAIN_QUALIFIERS: &[&str] = &[
    "draft", "future", "proposed", "new", "present", "current", "revised", "first", "second", "third", "final",
    "consolidated", "rolling", "zero", "clean", "whole", "same", "chair", "president", "negotiating", "futur",
    "nouveau", "présent", "futuro", "nuevo", "presente",
];

/// Where a name ends.
pub const STOPS: &[&str] = &[
    "and", "or", "which", "that", "is", "was", "were", "are", "by", "for", "with", "on", "as", "to", "in", "from",
    "has", "had", "said", "of", "but", "who", "would", "should", "will", "at", "not", "et", "ou", "qui", "est", "y",
    "que", "de", "du", "des", "par",
];

/// Before a clause they point to what was named last.
pub const POSSESSIVES: &[&str] = &["its", "whose", "their", "son", "sa", "ses", "su", "sus", "cuyo", "cuya", "его"];

/// A sentence that begins so, and has a comma before the clause, says first where the clause stands.
pub const LEADS: &[&str] = &["under", "in", "per", "within", "according", "selon", "según", "dans", "en", "aux", "au"];

/// Documents: a paragraph named after one of them is its own.
pub const DOCUMENTS: &[&str] = &[
    "resolution", "report", "paper", "note", "decision", "declaration", "summary", "document", "letter", "budget",
    "option", "statement", "plan", "page", "proposal", "programme", "compilation", "résolution", "rapport", "note",
    "décision", "déclaration", "résolutions", "resolución", "informe", "decisión", "declaración", "documento",
    "página",
];

/// What organisations do, and articles do not.
pub const SPEAKING: &[&str] = &[
    "said", "says", "argued", "argues", "urged", "urges", "warned", "warns", "told", "published", "launched",
    "released", "wants", "welcomed", "believes", "campaigns", "advocates", "organised", "organized", "handed",
    "keeps", "asked", "reported", "wrote", "hosted", "estimates", "recommends",
];

/// Who comes from an organisation.
pub const MEMBERS: &[&str] = &[
    "researcher", "researchers", "speaker", "speakers", "campaigner", "campaigners", "director", "activist",
    "activists", "colleague", "colleagues", "expert", "experts", "friends", "advocates", "representative",
    "representatives", "staff", "founder", "adviser", "advisers", "lawyer", "lawyers", "ngo", "ngos", "organisation",
    "organization", "group", "charity",
];

/// Organisations that stand beside Article 19 and Article 36 in a list.
pub const ORGANISATIONS: &[&str] = &[
    "international", "oxfam", "watch", "arms", "pax", "wilpf", "ican", "iansa", "saferworld", "campaign", "reprieve",
    "amnesty", "human", "control", "greenpeace", "mines", "landmine", "ngos",
];

pub const OF_ORGANISATION: &[&str] = &["from", "of", "for", "at", "with"];

/// Chinese characters.
pub fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

use crate::model::word_filter::WordFilter;

/// Adds every word of these lists, and those that the rules name themselves.
pub const fn filter(mut filter: WordFilter) -> WordFilter {
    filter = filter.with(LINKS);
    filter = filter.with(TREATY_KINDS);
    filter = filter.with(HOME_KINDS);
    filter = filter.with(OTHER_KINDS);
    filter = filter.with(PLAIN_QUALIFIERS);
    filter = filter.with(STOPS);
    filter = filter.with(POSSESSIVES);
    filter = filter.with(LEADS);
    filter = filter.with(DOCUMENTS);
    filter = filter.with(SPEAKING);
    filter = filter.with(MEMBERS);
    filter = filter.with(ORGANISATIONS);
    filter = filter.with(OF_ORGANISATION);
    filter.with(&["article", "artículo", "provision", "called", "calls", "calling", "is", "was"])
}
