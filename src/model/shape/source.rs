//! Reads the structs of views as they stand in their sources, for `build.rs`: names, doc comments, types. It knows the
//! few ways in which a view is written, one field a line as rustfmt leaves it, and stops the build at any other.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Write;

/// What a source declares, by its name.
#[derive(Default)]
pub struct Declared {
    structs: BTreeMap<String, Struct>,
    enums: BTreeMap<String, Vec<String>>,
    aliases: BTreeMap<String, String>,
}

struct Struct {
    doc: String,
    /// Name, type and doc comment.
    fields: Vec<[String; 3]>,
}

/// Comments and attributes above a line.
#[derive(Default)]
struct Above {
    doc: Vec<String>,
    attributes: String,
}

impl Above {
    /// Takes a line that belongs to the one below it.
    fn takes(&mut self, line: &str) -> bool {
        if let Some(doc) = line.strip_prefix("///") {
            self.doc.push(doc.trim().to_owned());
        } else if line.starts_with("#[") {
            self.attributes.push_str(line);
        } else {
            return false;
        }
        true
    }
}

impl Declared {
    /// Adds what one source declares for all to see.
    pub fn read(&mut self, source: &str) {
        let mut lines = source.lines().map(str::trim);
        let mut above = Above::default();
        while let Some(line) = lines.next() {
            if above.takes(line) {
                continue;
            }
            let above = std::mem::take(&mut above);
            if let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
                let fields = fields(lines.by_ref().take_while(|line| *line != "}"));
                self.structs.insert(name.to_owned(), Struct { doc: above.doc.join(" "), fields });
            } else if let Some(name) = line.strip_prefix("pub enum ").and_then(|rest| rest.strip_suffix(" {")) {
                let lower = above.attributes.contains("rename_all = \"lowercase\"");
                let body = lines.by_ref().take_while(|line| *line != "}").filter(|line| !line.starts_with('/'));
                let words = body.map(|line| line.trim_end_matches(','));
                let words = words.map(|word| if lower { word.to_lowercase() } else { word.to_owned() }).collect();
                self.enums.insert(name.to_owned(), words);
            } else if let Some((name, of)) = line.strip_prefix("pub type ").and_then(|rest| rest.split_once(" = ")) {
                self.aliases.insert(name.to_owned(), of.trim_end_matches(';').to_owned());
            }
        }
    }

    /// The constant that says which shapes there are: views, and all that these are made of.
    pub fn constant(&self) -> String {
        let views = self.structs.iter().filter(|(_, of)| !templates(&of.doc).0.is_empty());
        let mut names: Vec<String> = views.map(|(name, _)| name.clone()).collect();
        let mut shapes: BTreeMap<String, String> = BTreeMap::new();
        while let Some(name) = names.pop() {
            if let Entry::Vacant(place) = shapes.entry(name) {
                let shape = self.shape(place.key(), &mut names);
                place.insert(shape);
            }
        }
        let shapes: Vec<String> = shapes.into_values().collect();
        format!("pub static SHAPES: &[Shape] = &[\n{}];\n", shapes.concat())
    }

    fn shape(&self, name: &str, more: &mut Vec<String>) -> String {
        let Struct { doc, fields } = &self.structs[name];
        let (templates, doc) = templates(doc);
        let mut out = format!("Shape {{ name: {name:?}, templates: &{templates:?}, doc: {doc:?}, fields: &[\n");
        for field in fields {
            let [name, _, doc] = field;
            let kind = self.kind(field, more);
            writeln!(out, "    Field {{ name: {name:?}, kind: {kind}, doc: {doc:?} }},").expect("a string takes all");
        }
        out + "] },\n"
    }

    /// The kind of a field, as Rust; `more` gets the structs that it names.
    fn kind(&self, field: &[String; 3], more: &mut Vec<String>) -> String {
        let [name, of, doc] = field;
        let words = values(doc);
        let mut inner = |kind: &str, of: &str| {
            let inner = self.kind(&[name.clone(), of.to_owned(), doc.clone()], more);
            format!("Kind::{kind}(&{inner})")
        };
        if let Some((wrapper, within)) = of.strip_suffix('>').and_then(|of| of.split_once('<')) {
            return match wrapper {
                "Arc" | "Box" => self.kind(&[name.clone(), within.to_owned(), doc.clone()], more),
                "Vec" => inner("List", within),
                "Option" => inner("Optional", within),
                "std::collections::BTreeMap" => inner("Map", within.trim_start_matches("String, ")),
                _ => panic!("a view's field `{name}` is of `{of}`, which src/model/shape/source.rs does not know"),
            };
        }
        match of.as_str() {
            "String" => format!("Kind::Text(&{words:?})"),
            "&'static str" if name == "dir" || name.ends_with("_dir") => "Kind::Word(&[\"ltr\", \"rtl\"])".to_owned(),
            "&'static str" if words.is_empty() => {
                panic!(
                    "the doc comment of a view's field `{name}` must begin with its few words: /// `one` or `other`."
                )
            }
            "&'static str" => format!("Kind::Word(&{words:?})"),
            "Html" => "Kind::Html".to_owned(),
            "bool" => "Kind::Flag".to_owned(),
            "Date" => "Kind::Date".to_owned(),
            "Value" | "crate::model::value::Value" => "Kind::Anything".to_owned(),
            "u8" | "u32" | "u64" | "usize" | "i16" | "i64" => "Kind::Number".to_owned(),
            other => self.named(name, other, (doc, more)),
        }
    }

    fn named(&self, field: &str, of: &str, (doc, more): (&str, &mut Vec<String>)) -> String {
        if let Some(alias) = self.aliases.get(of) {
            return self.kind(&[field.to_owned(), alias.clone(), doc.to_owned()], more);
        }
        if let Some(words) = self.enums.get(of) {
            return format!("Kind::Word(&{words:?})");
        }
        assert!(
            self.structs.contains_key(of),
            "a view's field `{field}` is of `{of}`, which no view's source declares"
        );
        more.push(of.to_owned());
        format!("Kind::Record({of:?})")
    }
}

fn fields<'a>(body: impl Iterator<Item = &'a str>) -> Vec<[String; 3]> {
    let mut fields = Vec::new();
    let mut above = Above::default();
    for line in body {
        if above.takes(line) {
            continue;
        }
        let Above { doc, attributes } = std::mem::take(&mut above);
        let field =
            line.strip_prefix("pub ").and_then(|rest| rest.strip_suffix(',')).and_then(|rest| rest.split_once(": "));
        if let Some((name, of)) = field.filter(|_| !attributes.contains("serde(skip)")) {
            fields.push([name.to_owned(), of.to_owned(), doc.join(" ")]);
        }
    }
    fields
}

/// The templates that a view's doc comment begins with, and what it says of them.
fn templates(doc: &str) -> (Vec<&str>, String) {
    let (names, rest) = doc.split_once(": ").unwrap_or(("", doc));
    let names: Vec<&str> = names.split('`').filter(|name| name.ends_with(".html")).collect();
    if names.is_empty() {
        return (names, doc.to_owned());
    }
    let mut letters = rest.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    (names, first + letters.as_str())
}

/// The values that a doc comment begins with: ``/// `morning`, `afternoon` (from noon) or `evening`.`` has three.
fn values(doc: &str) -> Vec<&str> {
    let mut values = Vec::new();
    let mut rest = doc;
    while let Some((value, after)) = rest.strip_prefix('`').and_then(|rest| rest.split_once('`')) {
        values.push(value);
        let aside = after.strip_prefix(" (").and_then(|aside| aside.split_once(')'));
        let after = aside.map_or(after, |(_, after)| after);
        rest = after.strip_prefix(", ").or_else(|| after.strip_prefix(" or ")).unwrap_or_default();
    }
    values
}

#[cfg(test)]
mod tests {
    use super::{Declared, templates, values};

    #[test]
    fn values_are_what_a_comment_begins_with() {
        assert_eq!(values("`morning`, `afternoon` (from noon) or `evening`."), ["morning", "afternoon", "evening"]);
        assert_eq!(values("`supports`, or the site's own."), ["supports"]);
        assert_eq!(values("The language's own name: `Français`."), [""; 0]);
    }

    #[test]
    fn templates_are_named_before_the_colon() {
        let (names, doc) = templates("`country.html` and `group.html`: one delegation.");
        assert_eq!((names, doc.as_str()), (vec!["country.html", "group.html"], "One delegation."));
        assert_eq!(templates("A report: in a list."), (vec![], "A report: in a list.".to_owned()));
    }

    #[test]
    fn a_source_becomes_a_constant() {
        let mut declared = Declared::default();
        declared.read(
            "/// `a.html`: one.\npub struct A {\n    /// `x` or `y`.\n    pub kind: &'static str,\n    #[serde(skip)]\n    \
             pub hidden: Unknown,\n    pub rows: Vec<Arc<B>>,\n}\n\npub struct B {\n    pub name: Option<String>,\n}\n\n\
             pub struct Unreached {\n    pub what: Strange,\n}\n",
        );
        assert_eq!(
            declared.constant(),
            "pub static SHAPES: &[Shape] = &[\nShape { name: \"A\", templates: &[\"a.html\"], doc: \"One.\", fields: &[\n    \
             Field { name: \"kind\", kind: Kind::Word(&[\"x\", \"y\"]), doc: \"`x` or `y`.\" },\n    \
             Field { name: \"rows\", kind: Kind::List(&Kind::Record(\"B\")), doc: \"\" },\n] },\n\
             Shape { name: \"B\", templates: &[], doc: \"\", fields: &[\n    \
             Field { name: \"name\", kind: Kind::Optional(&Kind::Text(&[])), doc: \"\" },\n] },\n];\n"
        );
    }
}
