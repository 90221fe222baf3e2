//! Values of views that no site has: to try a template with all that it can be given, and with as little.

use crate::model::shape::{Field, Kind, Shape, shape};
use crate::model::value::Value;
use crate::model::view::{Assets, Blocks};
use std::collections::BTreeMap;

/// What a theme has of its own, which pages name.
pub struct Own<'a> {
    pub assets: &'a Assets,
    pub blocks: &'a Blocks,
}

/// How full a sample is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing that can be left out, no text, no number above zero.
    Least,
    /// Everything; where a field is one of several words, the one at this place.
    Most(usize),
    /// Everything but this field of this struct.
    Without(&'static str, &'static str),
}

/// Items of a list that has any: the first and the last can look otherwise.
const ITEMS: usize = 2;

/// A view as a template may be given it.
pub fn sample(shape: &'static Shape, fill: Fill, own: &Own) -> Value {
    let fields = shape.fields.iter();
    Value::Map(fields.map(|field| (field.name.to_owned(), value(shape, field, (fill, own)))).collect())
}

/// All fills that a view is tried with, the fullest first.
pub fn fills(view: &'static Shape) -> Vec<Fill> {
    let reached = view.reached();
    let words = |field: &Field| match field.kind.innermost() {
        Kind::Word(words) | Kind::Text(words) => words.len(),
        _ => 1,
    };
    let most = reached.iter().flat_map(|shape| shape.fields).map(words).max().unwrap_or(1).max(2);
    let lacking = |shape: &'static Shape| {
        let can_lack = shape.fields.iter().filter(|field| field.can_lack());
        can_lack.map(|field| Fill::Without(shape.name, field.name)).collect::<Vec<_>>()
    };
    let fills = (0..most).map(Fill::Most).chain([Fill::Least]);
    fills.chain(reached.into_iter().flat_map(lacking)).collect()
}

/// Whether a field holds what the theme itself has: it is never without these.
fn is_own(field: &Field) -> bool {
    matches!(field.kind, Kind::Map(_))
}

fn value(of: &Shape, field: &'static Field, (fill, own): (Fill, &Own)) -> Value {
    if is_own(field) {
        return match field.name {
            "assets" => Value::Map(own.assets.iter().map(|(name, href)| (name.clone(), text(href))).collect()),
            _ => {
                let names = |names: &Vec<String>| Value::List(names.iter().map(|name| text(name)).collect());
                Value::Map(own.blocks.iter().map(|(template, blocks)| (template.clone(), names(blocks))).collect())
            }
        };
    }
    let is_least = fill == Fill::Least;
    if fill == Fill::Without(of.name, field.name) || is_least && field.can_lack() {
        return if matches!(field.kind, Kind::List(_)) { Value::List(Vec::new()) } else { Value::Null };
    }
    of_kind(&field.kind, (fill, own))
}

fn of_kind(kind: &'static Kind, (fill, own): (Fill, &Own)) -> Value {
    let is_least = fill == Fill::Least;
    let pick = if let Fill::Most(at) = fill { at } else { 0 };
    match kind {
        Kind::Optional(inner) => of_kind(inner, (fill, own)),
        Kind::List(inner) => Value::List((0..ITEMS).map(|_| of_kind(inner, (fill, own))).collect()),
        Kind::Text([]) if is_least => text(""),
        Kind::Text([]) => text("Words"),
        Kind::Text(words) | Kind::Word(words) => text(words[pick % words.len()]),
        Kind::Html if is_least => text(""),
        Kind::Html => text("<p>Words.</p>"),
        Kind::Number => Value::Int(if is_least { 0 } else { 3 }),
        Kind::Flag => Value::Bool(!is_least && pick.is_multiple_of(2)),
        Kind::Date => text("2013-03-20"),
        Kind::Anything | Kind::Map(_) => Value::Map(BTreeMap::new()),
        Kind::Record(name) => shape(name).map_or(Value::Null, |shape| sample(shape, fill, own)),
    }
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}
