//! A value that the program hands on without reading it: what stands under `extra`, for themes.

use serde::Serialize;
use std::collections::BTreeMap;

/// The shapes of YAML's core schema. Keys are text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
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
