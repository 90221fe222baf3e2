//! Which fields views have, as data. `build.rs` reads it off their structs and doc comments (`source.rs`), so that the
//! theme makers' documentation and the trial of a theme follow from these and can forget none.

#[cfg(test)]
mod source;

/// A struct that templates see.
#[derive(Debug)]
pub struct Shape {
    pub name: &'static str,
    /// The templates that it is the view of; none for what views are made of.
    pub templates: &'static [&'static str],
    /// Its doc comment, without the templates' names.
    pub doc: &'static str,
    pub fields: &'static [Field],
}

#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub doc: &'static str,
    pub kind: Kind,
}

/// What a field can hold.
#[derive(Debug)]
pub enum Kind {
    /// Any text, with the examples that its doc comment begins with.
    Text(&'static [&'static str]),
    /// One out of these words.
    Word(&'static [&'static str]),
    Html,
    Number,
    Flag,
    Date,
    /// What an author put under `extra`.
    Anything,
    Record(&'static str),
    List(&'static Kind),
    /// By name.
    Map(&'static Kind),
    Optional(&'static Kind),
}

include!(concat!(env!("OUT_DIR"), "/shapes.rs"));

/// The shape of that name. Every name in a [`Kind::Record`] has one.
pub fn shape(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}

/// The view of a template.
pub fn view_of(template: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.templates.contains(&template))
}

impl Shape {
    /// All that its fields can hold is made of, itself first, each once.
    pub fn reached(&'static self) -> Vec<&'static Self> {
        let mut reached: Vec<&'static Self> = vec![self];
        let mut at = 0;
        while let Some(next) = reached.get(at) {
            let records: Vec<_> = next.fields.iter().filter_map(|field| shape(field.kind.record()?)).collect();
            for record in records {
                if !reached.iter().any(|known| known.name == record.name) {
                    reached.push(record);
                }
            }
            at += 1;
        }
        reached
    }
}

impl Field {
    /// Whether there can be nothing of it. A list whose doc comment says so is never empty.
    pub fn can_lack(&self) -> bool {
        match self.kind {
            Kind::Optional(_) => true,
            Kind::List(_) => !self.doc.contains("Never empty"),
            _ => false,
        }
    }
}

impl Kind {
    /// What it holds, be it in a list.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Optional(inner) => inner.innermost(),
            kind => kind,
        }
    }

    /// The struct that it holds.
    pub fn record(&self) -> Option<&'static str> {
        match self.innermost() {
            Self::Record(name) => Some(name),
            _ => None,
        }
    }
}
