//! A value that the program hands on without reading it: what stands under `extra`, for themes.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The shapes of YAML's core schema. Keys are text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

impl Default for Value {
    fn default() -> Self {
        Self::Map(BTreeMap::new())
    }
}

/// Templates see the plain value; the memory, whose form does not tell a number from a text, keeps the shape before it.
impl Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = serializer.is_human_readable();
        let name = "Value";
        match self {
            Self::Null if plain => serializer.serialize_unit(),
            Self::Bool(value) if plain => value.serialize(serializer),
            Self::Int(value) if plain => value.serialize(serializer),
            Self::Float(value) if plain => value.serialize(serializer),
            Self::Text(value) if plain => value.serialize(serializer),
            Self::List(value) if plain => value.serialize(serializer),
            Self::Map(value) if plain => value.serialize(serializer),
            Self::Null => serializer.serialize_unit_variant(name, 0, "Null"),
            Self::Bool(value) => serializer.serialize_newtype_variant(name, 1, "Bool", value),
            Self::Int(value) => serializer.serialize_newtype_variant(name, 2, "Int", value),
            Self::Float(value) => serializer.serialize_newtype_variant(name, 3, "Float", value),
            Self::Text(value) => serializer.serialize_newtype_variant(name, 4, "Text", value),
            Self::List(value) => serializer.serialize_newtype_variant(name, 5, "List", value),
            Self::Map(value) => serializer.serialize_newtype_variant(name, 6, "Map", value),
        }
    }
}
