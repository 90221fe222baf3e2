//! Sorted rows of fixed width with their names in one buffer: an index of records and a ledger stand so on the disk and
//! in memory alike, so that opening one decodes nothing.

use std::cmp::Ordering;
use std::ops::Range;

/// Bytes of the number of rows, and of the end of a row's name.
const NUMBER: usize = 4;

/// `number of rows | (end of the name | row) … | names`.
#[derive(Clone)]
pub struct Table<const WIDTH: usize> {
    bytes: Vec<u8>,
    rows: usize,
}

impl<const WIDTH: usize> Table<WIDTH> {
    /// Takes bytes that `Rows::finish` made; none when they are others.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let rows = number(&bytes, 0)?;
        let names = rows.checked_mul(NUMBER + WIDTH)?.checked_add(NUMBER)?;
        let length = bytes.len().checked_sub(names)?;
        let table = Self { bytes, rows };
        let mut last = 0;
        for row in 0..rows {
            let end = table.end(row);
            if end < last {
                return None;
            }
            last = end;
        }
        (last == length).then_some(table)
    }

    pub fn len(&self) -> usize {
        self.rows
    }

    pub fn name(&self, row: usize) -> &[u8] {
        let names = NUMBER + self.rows * (NUMBER + WIDTH);
        let start = if row == 0 { 0 } else { self.end(row - 1) };
        &self.bytes[names + start..names + self.end(row)]
    }

    pub fn row(&self, row: usize) -> [u8; WIDTH] {
        let at = NUMBER + row * (NUMBER + WIDTH) + NUMBER;
        let mut wanted = [0; WIDTH];
        wanted.copy_from_slice(&self.bytes[at..at + WIDTH]);
        wanted
    }

    /// The row whose name `order` calls equal; `order` says how a name compares with the wanted one.
    pub fn find(&self, order: impl Fn(&[u8]) -> Ordering) -> Option<usize> {
        let at = self.first(|name| order(name) != Ordering::Less);
        (at < self.rows && order(self.name(at)) == Ordering::Equal).then_some(at)
    }

    /// The rows whose names begin with a byte.
    pub fn beginning(&self, byte: u8) -> Range<usize> {
        let first = |name: &[u8]| name.first().copied();
        self.first(|name| first(name) >= Some(byte))..self.first(|name| first(name) > Some(byte))
    }

    /// The first row whose name is `late`, as all after it are.
    fn first(&self, late: impl Fn(&[u8]) -> bool) -> usize {
        let mut range = 0..self.rows;
        while !range.is_empty() {
            let middle = range.start + range.len() / 2;
            if late(self.name(middle)) {
                range.end = middle;
            } else {
                range.start = middle + 1;
            }
        }
        range.start
    }

    /// Where a row's name ends among the names.
    fn end(&self, row: usize) -> usize {
        number(&self.bytes, NUMBER + row * (NUMBER + WIDTH)).unwrap_or_default()
    }
}

/// A table in the making.
#[derive(Default)]
pub struct Rows<const WIDTH: usize> {
    rows: Vec<u8>,
    names: Vec<u8>,
    count: u32,
}

impl<const WIDTH: usize> Rows<WIDTH> {
    /// Adds a row; names are given in ascending order.
    pub fn push(&mut self, name: &[u8], row: [u8; WIDTH]) {
        self.names.extend_from_slice(name);
        // A table of four gigabytes of names would not be read again, which costs work and nothing else.
        let end = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.rows.extend_from_slice(&end.to_le_bytes());
        self.rows.extend_from_slice(&row);
        self.count += 1;
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn finish(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(NUMBER + self.rows.len() + self.names.len());
        bytes.extend_from_slice(&self.count.to_le_bytes());
        bytes.extend_from_slice(&self.rows);
        bytes.extend_from_slice(&self.names);
        bytes
    }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(NUMBER)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
}

#[cfg(test)]
mod tests {
    use super::{Rows, Table};

    fn table(names: &[&str]) -> Vec<u8> {
        let mut rows = Rows::<2>::default();
        for (at, name) in names.iter().enumerate() {
            rows.push(name.as_bytes(), [u8::try_from(at).expect("few rows"), 7]);
        }
        rows.finish()
    }

    #[test]
    fn each_name_is_found_and_no_other() {
        let names = ["", "a", "ab", "b", "ba", "bb", "c"];
        let table = Table::<2>::read(table(&names)).expect("a table");
        for (at, name) in names.iter().enumerate() {
            let found = table.find(|other| other.cmp(name.as_bytes())).expect(name);
            assert_eq!((found, table.name(found), table.row(found)[0] as usize), (at, name.as_bytes(), at));
        }
        assert_eq!(table.find(|other| other.cmp(b"aa".as_slice())), None);
        assert_eq!(table.find(|other| other.cmp(b"d".as_slice())), None);
        assert_eq!((table.beginning(b'b'), table.beginning(b'c'), table.beginning(b'z')), (3..6, 6..7, 7..7));
        assert_eq!(Table::<2>::read(self::table(&[])).expect("an empty table").beginning(0), 0..0);
    }

    #[test]
    fn bytes_cut_anywhere_are_no_table() {
        let whole = table(&["one", "two", "three"]);
        for length in 0..whole.len() {
            assert!(Table::<2>::read(whole[..length].to_vec()).is_none(), "{length}");
        }
    }
}
