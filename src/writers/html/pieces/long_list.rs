//! Rows of lists that are too long for a page, each list in a script file of its own, which a script of the page loads once
//! a reader asks for it: a page opened from a disk can load scripts, nothing else.
//!
//! The file sets `window.scorebookRows["ID OF THE SECTION"]` to columns: an address whose `*` stands for the id, then lists
//! in one string each, an item a line: names, ids and whatever the list is about.

use crate::model::UnitIdx;
use crate::report::group::GroupResult;
use crate::writers::html::frame::context::{Language, Page};
use crate::writers::html::frame::link::unit_link;
use crate::writers::html::pieces::search_index::{ANY, string};

/// The rows of a list.
pub(crate) struct LongList {
    /// The element of the section that shows it.
    pub(crate) anchor: String,
    address: String,
    columns: Vec<Vec<String>>,
}

impl LongList {
    /// The units of a group by name and id, with further columns.
    pub(crate) fn of<const N: usize>(
        page: &Page<'_>,
        part: GroupResult<'_>,
        anchor: &str,
        rows: Vec<(usize, [String; N])>,
    ) -> Self {
        let unit = |row: usize| part.group.units[row];
        let name = |&(row, _): &(usize, _)| page.unit_name(part.edition, unit(row)).to_owned();
        let id = |&(row, _): &(usize, _)| id_of(page, unit(row)).to_owned();
        let mut columns = vec![rows.iter().map(name).collect(), rows.iter().map(id).collect()];
        columns.extend((0..N).map(|i| rows.iter().map(|(_, cells)| cells[i].clone()).collect()));
        let address = unit_link(page, part.edition, ANY);
        Self { anchor: anchor.to_owned(), address, columns }
    }

    /// The script that carries them.
    pub(crate) fn script(&self) -> Vec<u8> {
        let columns = self.columns.iter().map(|column| string(&column.join("\n")));
        let all: Vec<String> = std::iter::once(string(&self.address)).chain(columns).collect();
        let anchor = string(&self.anchor);
        format!("(window.scorebookRows=window.scorebookRows||{{}})[{anchor}]=[\n{}];\n", all.join(",\n")).into_bytes()
    }
}

fn id_of<'a>(page: &Page<'a>, unit: UnitIdx) -> &'a str {
    &page.series().units[unit.0].id
}

/// The name of a script among the files of the theme.
pub(crate) fn script_name(kind: &str, anchor: &str, language: &Language) -> String {
    format!("{kind}-{anchor}-{}.js", language.tag.to_lowercase())
}

/// A link to the script that carries the rows of a section, if they are too many for the page.
pub(crate) fn script_link(page: &Page<'_>, kind: &str, anchor: &str) -> Option<String> {
    page.context.assets.file(&script_name(kind, anchor, page.language)).map(|file| page.link_file(file))
}

#[cfg(test)]
mod tests {
    use super::LongList;

    #[test]
    fn columns_are_strings_of_lines() {
        let columns = vec![vec!["Sở \"A\"".to_owned(), "B".to_owned()], vec!["a".to_owned(), "b".to_owned()]];
        let list = LongList { anchor: "g-s".to_owned(), address: "../2024/units/*/index.html".to_owned(), columns };
        let expected = "(window.scorebookRows=window.scorebookRows||{})[\"g-s\"]=[\n\"../2024/units/*/index.html\",\n\
                        \"Sở \\\"A\\\"\\nB\",\n\"a\\nb\"];\n";
        assert_eq!(String::from_utf8(list.script()).unwrap(), expected);
    }
}
