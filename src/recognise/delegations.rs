//! The names that a text is searched for, and whom each can mean.

use super::fold;
use super::names::Layer;
use crate::diag::nearest;
use crate::model::delegation::{Name, NameCase, NameEntry, Registry};
use crate::model::ids::{DelegationId, Lang};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// All names of one language, ready to be found.
pub struct Lexicon {
    /// The site's own names, then the program's.
    pub(super) layers: Vec<Layer>,
    /// Whom the entries' targets mean; none for a delegation that the site has disabled.
    ids: Vec<Option<DelegationId>>,
    /// Names of the other languages, for words that stand alone: in front matter, in links.
    others: Vec<Layer>,
    alpha2: BTreeMap<String, DelegationId>,
    codes: Vec<DelegationId>,
    pub(super) script: Script,
}

/// How a language parts its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Spaced,
    /// Words stand side by side: Chinese.
    Unspaced,
    /// Small words are joined to the next: Arabic.
    Prefixed,
}

impl Lexicon {
    pub fn new(registry: &Registry, lang: &Lang) -> Self {
        let there = |id: &DelegationId| registry.delegations.contains_key(id).then(|| id.clone());
        let mut ids: Vec<Option<DelegationId>> = registry.codes.iter().map(there).collect();
        let own = |name: &&Name| name.lang.as_ref().is_none_or(|own| own.primary() == lang.primary());
        let (own, foreign): (Vec<&Name>, Vec<&Name>) = registry.names.iter().partition(own);
        let site = [entries(&own, registry, &mut ids), entries(&foreign, registry, &mut ids)];
        let [site, foreign] = site.map(|entries| (!entries.is_empty()).then(|| Layer::new(entries)));
        let known = registry.tables.iter().any(|table| table.lang == lang.primary());
        let (mine, rest): (Vec<_>, Vec<_>) = registry
            .tables
            .iter()
            .partition(|table| if known { table.lang == lang.primary() } else { table.lang == "*" });
        let delegations = registry.delegations.values();
        let alpha2 = delegations.filter_map(|d| Some((d.alpha2.as_deref()?.to_owned(), d.id.clone()))).collect();
        Self {
            layers: site.into_iter().chain(mine.into_iter().map(Layer::compiled)).collect(),
            ids,
            others: foreign.into_iter().chain(rest.into_iter().map(Layer::compiled)).collect(),
            alpha2,
            codes: registry.delegations.keys().cloned().collect(),
            script: match lang.primary() {
                "zh" | "ja" => Script::Unspaced,
                "ar" => Script::Prefixed,
                _ => Script::Spaced,
            },
        }
    }

    /// Whom an entry can mean, the likeliest first; none of them is disabled.
    pub fn candidates<'a>(&'a self, entry: &'a NameEntry) -> impl Iterator<Item = DelegationId> + 'a {
        entry.targets.iter().filter_map(|at| self.ids.get(usize::from(*at))?.clone())
    }

    /// Whether the site has disabled all that an entry can mean.
    pub(super) fn is_disabled(&self, entry: &NameEntry) -> bool {
        let gone = |at: &u16| self.ids.get(usize::from(*at)).is_none_or(Option::is_none);
        !entry.targets.is_empty() && entry.targets.iter().all(gone)
    }

    /// The delegation that a word by itself names: a code, or a name in any language.
    pub fn resolve(&self, word: &str) -> Option<DelegationId> {
        let word = word.trim();
        let code = DelegationId::read(word).filter(|id| self.codes.binary_search(id).is_ok());
        code.or_else(|| self.alpha2.get(word).cloned()).or_else(|| {
            let bare = word.strip_prefix("the ").or_else(|| word.strip_prefix("The ")).unwrap_or(word);
            let key = fold::key(bare);
            let layers = self.layers.iter().chain(&self.others);
            let fits = |entry: &&NameEntry| entry.case != NameCase::Abbreviation || *entry.text == *bare;
            let entries = layers.flat_map(|layer| layer.get(&key)).filter(fits);
            entries.flat_map(|entry| self.candidates(entry)).next()
        })
    }

    /// The known name or code that `word` most likely is a slip of.
    pub fn nearest(&self, word: &str) -> Option<&str> {
        if word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) {
            return nearest(word, self.codes.iter().map(DelegationId::as_str));
        }
        let offered = self.layers.iter().flat_map(Layer::entries).filter(|entry| {
            let in_capitals = !entry.text.contains(char::is_lowercase);
            entry.text.len() > 3 && !entry.targets.is_empty() && !in_capitals && !self.is_disabled(entry)
        });
        nearest(word, offered.map(|entry| &*entry.text))
    }
}

/// The site's names as entries; `ids` grows by the delegations that only the site has.
fn entries(names: &[&Name], registry: &Registry, ids: &mut Vec<Option<DelegationId>>) -> Vec<NameEntry> {
    let mut entries = Vec::new();
    for name in names {
        let at = registry.codes.binary_search(&name.target).unwrap_or_else(|_| {
            let there = ids.iter().position(|id| id.as_ref() == Some(&name.target));
            there.unwrap_or_else(|| {
                ids.push(Some(name.target.clone()));
                ids.len() - 1
            })
        });
        let Ok(target) = u16::try_from(at) else { continue };
        entries.push(NameEntry {
            text: Cow::Owned(name.text.clone()),
            targets: Cow::Owned(vec![target]),
            case: name.case,
            doubt: "",
        });
    }
    entries
}
