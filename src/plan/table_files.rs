//! The files of a table, written row by row: each row is made once for all formats.

use std::io::{self, Write as _};

use super::taken::{FileWritten, Unwritten, record};
use crate::writers::formats::{FORMATS, TableFormat, TableText};
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::{Made, Offered};
use crate::writers::written::TableShape;
use crate::{Sink, SinkFile, Written};

/// Writes a table in every format, row by row.
pub(super) fn write_table(
    made: &Made<'_>,
    offered: &Offered,
    sink: &impl Sink,
) -> Result<(TableShape, Vec<FileWritten>), Unwritten> {
    let Table { fields, rows } = (made.table)();
    let files = FORMATS.iter().zip(&offered.files);
    let begin = |(format, path): (&TableFormat, &'_ String)| {
        Ok((path.clone(), TableFile::begin(format, &fields, path, sink).map_err(Unwritten::at(path))?))
    };
    let mut files: Vec<(String, TableFile<'_>)> = files.map(begin).collect::<Result<_, Unwritten>>()?;
    let mut shape = TableShape::new(fields.clone());
    for row in rows {
        shape.add(&row);
        for (path, file) in &mut files {
            file.row(&row).map_err(Unwritten::at(path))?;
        }
    }
    let end = |(path, file): (String, TableFile<'_>)| {
        let written = file.end().map_err(Unwritten::at(&path))?;
        Ok((path, record(written)))
    };
    Ok((shape, files.into_iter().map(end).collect::<Result<_, Unwritten>>()?))
}

/// A file of a table while it is written: no more of it is in memory than a piece.
struct TableFile<'s> {
    text: Box<dyn TableText>,
    piece: Vec<u8>,
    file: Box<dyn SinkFile + 's>,
}

/// How many bytes are handed over at once, about.
const PIECE: usize = 64 << 10;

impl<'s> TableFile<'s> {
    /// A file with the columns of a table.
    fn begin(format: &TableFormat, fields: &[Field], path: &str, sink: &'s impl Sink) -> io::Result<Self> {
        let mut piece = Vec::with_capacity(PIECE + PIECE / 8);
        let text = (format.begin)(fields, &mut piece);
        Ok(Self { text, piece, file: sink.stream(path)? })
    }

    /// Writes a row more.
    fn row(&mut self, row: &[Value<'_>]) -> io::Result<()> {
        self.text.row(row, &mut self.piece);
        if self.piece.len() < PIECE {
            return Ok(());
        }
        self.file.write_all(&self.piece)?;
        self.piece.clear();
        Ok(())
    }

    /// Writes what stands behind the last row.
    fn end(mut self) -> io::Result<Written> {
        self.text.end(&mut self.piece);
        self.file.write_all(&self.piece)?;
        self.file.end()
    }
}
