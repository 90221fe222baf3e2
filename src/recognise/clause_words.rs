//! Words that say of which writing a clause is a part. All in small letters.

use crate::model::word_list::WordList;

/// Between a clause and the instrument that it is of.
pub static LINKS: WordList = WordList::of(&[
    "of", "in", "under", "to", "from", "common", "commun", "communs", "común", "aux", "de", "du", "des", "del", "d",
    "l", "la", "le", "les", "las", "los", "el", "the", "this", "that", "its", "their", "our", "из", "من", "في", "à",
    "al",
]);

/// Kinds of instrument that negotiators call their own by, too.
pub static TREATY_KINDS: WordList = WordList::of(&[
    "convention", "conventions", "treaty", "agreement", "protocol", "charter", "statute", "covenant", "pact",
    "accord", "traité", "protocole", "charte", "statut", "pacte", "convención", "convenio", "tratado", "acuerdo",
    "protocolo", "carta", "estatuto", "pacto", "договора", "конвенции", "протокола", "устава", "الميثاق", "المعاهدة",
    "الاتفاقية",
]);

/// Always the text on the table.
pub static HOME_KINDS: WordList = WordList::of(&["draft", "text", "instrument", "projet", "texte", "proyecto", "texto", "проекта", "النص", "المشروع"]);

/// Other writings that have articles or paragraphs.
pub static OTHER_KINDS: WordList = WordList::of(&[
    "constitution", "code", "law", "laws", "act", "rules", "regulation", "regulations", "directive", "resolution",
    "resolutions", "decision", "decisions", "report", "reports", "note", "paper", "declaration", "guidelines",
    "guidance", "manual", "letter", "statement", "summary", "budget", "document", "position", "proposal", "mandate",
    "terms", "bylaws", "ordinance", "decree", "loi", "règlement", "directive", "résolution", "décision", "rapport",
    "déclaration", "ley", "reglamento", "resolución", "decisión", "informe", "declaración", "documento",
    "constitución", "booklet", "book", "study", "programme", "plan", "agenda", "annotations", "compilation",
]);

/// Before a kind they leave it the one on the table.
pub static PLAIN_QUALIFIERS: WordList = WordList::of(&[
    "draft", "future", "proposed", "new", "present", "current", "revised", "first", "second", "third", "final",
    "consolidated", "rolling", "zero", "clean", "whole", "same", "chair", "president", "negotiating", "futur",
    "nouveau", "présent", "futuro", "nuevo", "presente", "même", "mismo", "misma", "dicho", "dicha", "ledit", "ladite",
    "said", "aforementioned", "citado", "citada", "précité", "précitée", "last", "latest", "adopted", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
]);

/// Where a name ends.
pub static STOPS: WordList = WordList::of(&[
    "and", "or", "which", "that", "is", "was", "were", "are", "by", "for", "with", "on", "as", "to", "in", "from",
    "has", "had", "said", "of", "but", "who", "would", "should", "will", "at", "not", "et", "ou", "qui", "est", "y",
    "que", "de", "du", "des", "par",
]);

/// Before a clause they point to what was named last.
pub static POSSESSIVES: WordList = WordList::of(&["its", "whose", "their", "son", "sa", "ses", "su", "sus", "cuyo", "cuya", "его"]);

/// A sentence that begins so, and has a comma before the clause, says first where the clause stands.
pub static LEADS: WordList = WordList::of(&["under", "in", "per", "within", "according", "selon", "según", "dans", "en", "aux", "au"]);

/// Documents: a paragraph named after one of them is its own.
pub static DOCUMENTS: WordList = WordList::of(&[
    "resolution", "report", "paper", "note", "decision", "declaration", "summary", "document", "letter", "budget",
    "option", "statement", "plan", "page", "proposal", "programme", "compilation", "résolution", "rapport", "note",
    "décision", "déclaration", "résolutions", "resolución", "informe", "decisión", "declaración", "documento",
    "página",
]);

/// What organisations do, and articles do not.
pub static SPEAKING: WordList = WordList::of(&[
    "said", "says", "argued", "argues", "urged", "urges", "warned", "warns", "told", "published", "launched",
    "released", "wants", "welcomed", "believes", "campaigns", "advocates", "organised", "organized", "handed",
    "keeps", "asked", "reported", "wrote", "hosted", "estimates", "recommends", "spoke", "noted", "observed",
    "briefed", "stressed", "criticised", "criticized", "commented", "responded", "issued", "presented", "spoken",
    "tweeted", "posted", "lobbied", "intervened", "joined", "hosts", "thinks", "feels", "stated", "declared",
]);

/// Who comes from an organisation.
pub static MEMBERS: WordList = WordList::of(&[
    "gouvernementales", "gubernamentales", "organizaciones", "researcher", "researchers", "speaker", "speakers", "campaigner", "campaigners", "director", "activist",
    "activists", "colleague", "colleagues", "expert", "experts", "friends", "advocates", "representative",
    "representatives", "staff", "founder", "adviser", "advisers", "lawyer", "lawyers", "ngo", "ngos", "organisation",
    "organization", "group", "charity", "organisations", "organizations", "association", "organización", "ong", "folks",
    "people", "team", "think-tank",
]);

/// Organisations that stand beside Article 19 and Article 36 in a list.
pub static ORGANISATIONS: WordList = WordList::of(&[
    "international", "oxfam", "watch", "arms", "pax", "wilpf", "ican", "iansa", "saferworld", "campaign", "reprieve",
    "amnesty", "human", "control", "greenpeace", "mines", "landmine", "ngos",
]);

/// Behind the word for organisations they begin a list of some.
pub static INCLUDING: WordList = WordList::of(&["dont", "including", "notamment", "as", "like", "incluida", "incluidas", "como", "namely"]);

pub static OF_ORGANISATION: WordList = WordList::of(&["from", "of", "for", "at", "with"]);

/// Chinese characters.
pub fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}
