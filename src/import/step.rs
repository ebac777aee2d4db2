//! How far an import comes with the answers that are there: to questions, to faults, or to files that can be written.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{AnswerSection, Answers, NO, YES};
use super::chosen::{Chosen, choose};
use super::first_site::{FirstSite, first_site};
use super::ground::TOTAL;
use super::ids::new_id;
use super::proved::{CellFault, disputes, errors};
use super::question::{AnswerChoice, ImportQuestion, Said, said};
use super::reading::{Line, TableReading, WantedTable, read};
use super::table::{CellAt, FoundTable, Workbook};
use super::together::SheetsTogether;
use super::written::{Disputes, NewSite, WrittenEdition, WrittenFile, new_site, score_file};
use crate::tree::Tree;

/// What is imported, and into what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Import<'i> {
    /// The workbook.
    pub(crate) workbook: &'i Workbook,
    /// The name of its file.
    pub(crate) source: &'i str,
    /// The sheets that were named.
    pub(crate) sheets: &'i [String],
    /// Whether tables of several sheets are one.
    pub(crate) together: &'i SheetsTogether,
    /// The id of the edition.
    pub(crate) edition: &'i str,
    /// The scheme that was named, for a new site.
    pub(crate) scheme: Option<&'i str>,
    /// What is wanted of the table.
    pub(crate) wanted: WantedTable<'i>,
    /// The content that is there, without the score file that is written.
    pub(crate) content: &'i Tree,
    /// Whether the site is in Vietnamese; of a new site, the sheet tells.
    pub(crate) is_vietnamese: Option<bool>,
}

/// How far an import comes.
#[derive(Debug)]
pub(crate) enum ImportStep<'t> {
    /// Something has to be asked first; the table as far as it was understood.
    Ask(Vec<ImportQuestion>, Option<TableReading<'t>>),
    /// No sheet has that name; it, and those that there are.
    NoSheet(String, Vec<String>),
    /// There is nothing to import.
    Nothing(Said),
    /// The files would have faults, which can be left as disputed where something is asked.
    Faulty(Vec<CellFault>, Vec<ImportQuestion>, TableReading<'t>),
    /// The files can be written.
    Ready(Vec<WrittenFile>, TableReading<'t>, bool),
}

impl<'i> Import<'i> {
    /// Goes as far as the answers allow.
    pub(crate) fn step(&self, answers: &Answers) -> ImportStep<'i> {
        let table = match choose(self.workbook, self.sheets, self.together, self.wanted.year, answers) {
            Chosen::Table(table) => table,
            Chosen::Ask(question) => return ImportStep::Ask(vec![*question], None),
            Chosen::NoSheet(name, names) => return ImportStep::NoSheet(name, names),
            Chosen::Unlike(why) => return ImportStep::Nothing(why),
            Chosen::NoTable => {
                let english = "no table was found in which a column names units and others hold numbers of them";
                return ImportStep::Nothing(said(
                    english,
                    "không thấy bảng nào có một cột tên đơn vị và các cột số liệu",
                ));
            }
        };
        let reading = read(table, answers, &self.wanted);
        if !reading.questions.is_empty() {
            return ImportStep::Ask(reading.questions.clone(), Some(reading));
        }
        if reading.lines.is_empty() || reading.targets.is_empty() {
            let english = "no unit is left, or no column with a number of it";
            return ImportStep::Nothing(said(english, "không còn đơn vị nào, hoặc không còn cột số liệu nào"));
        }
        self.proved(reading, answers)
    }

    /// The files, if the checks have nothing against them.
    fn proved(&self, reading: TableReading<'i>, answers: &Answers) -> ImportStep<'i> {
        let is_vietnamese = self.is_vietnamese.unwrap_or_else(|| is_vietnamese(reading.table));
        let first = self.wanted.ground.is_none().then(|| first_site(&reading, answers, self.source));
        if let Some(FirstSite { questions, .. }) = first.as_ref().filter(|first| !first.questions.is_empty()) {
            return ImportStep::Ask(questions.clone(), Some(reading));
        }
        let files = self.files(&reading, is_vietnamese, &Disputes::default(), first.as_ref());
        let found = errors(self.content, &files);
        let columns = differing(&found);
        if found.is_empty() {
            return ImportStep::Ready(files, reading, is_vietnamese);
        }
        let answer = |column: &String| answers.get(AnswerSection::Disputed, column);
        let are_differences = found.iter().all(CellFault::is_difference);
        if !are_differences || columns.keys().any(|column| answer(column) == Some(NO)) {
            return ImportStep::Faulty(found, Vec::new(), reading);
        }
        let open = columns.iter().filter(|(column, _)| answer(column).is_none());
        let questions: Vec<ImportQuestion> =
            open.map(|(column, at)| is_disputed(column, &reading.table.addresses(at))).collect();
        if !questions.is_empty() {
            return ImportStep::Faulty(found, questions, reading);
        }
        let groups = |at| groups_of(&reading, at);
        let said: BTreeSet<String> = columns.into_keys().collect();
        let (mut all, mut files, mut found) = (Disputes::default(), files, found);
        // A wrong score hides the wrong ranks that may follow from it: these show once it is disputed.
        while !found.is_empty() && found.iter().all(CellFault::is_difference) {
            let more = disputes(self.content, &files, &said, &groups);
            if !all.extend(more) {
                break;
            }
            files = self.files(&reading, is_vietnamese, &all, first.as_ref());
            found = errors(self.content, &files);
        }
        if found.is_empty() {
            ImportStep::Ready(files, reading, is_vietnamese)
        } else {
            ImportStep::Faulty(found, Vec::new(), reading)
        }
    }

    fn files(
        &self,
        reading: &TableReading<'_>,
        is_vietnamese: bool,
        disputes: &Disputes,
        first: Option<&FirstSite>,
    ) -> Vec<WrittenFile> {
        let edition = WrittenEdition {
            id: self.edition,
            year: self.wanted.year,
            scheme: "",
            source: self.source,
            is_vietnamese,
            ground: self.wanted.ground,
        };
        let Some(first) = first else {
            let scheme = self.wanted.ground.map_or("", |ground| &ground.scheme);
            return vec![score_file(reading, &WrittenEdition { scheme, ..edition }, disputes)];
        };
        let made = new_id(if is_vietnamese { "bo" } else { "criteria" }, &mut BTreeSet::new());
        let made = format!("{made}-{}", self.edition);
        let scheme = self.scheme.unwrap_or(&made);
        let site = NewSite { first, scheme, edition: self.edition, is_vietnamese };
        let mut files = new_site(reading, &site);
        files.push(score_file(reading, &WrittenEdition { scheme, ..edition }, disputes));
        // What is there already stays.
        files.retain(|file| self.content.files.iter().all(|there| there.path != file.path));
        files
    }
}

/// The group of the unit whose cell it is; all groups where that is not told.
fn groups_of(reading: &TableReading<'_>, at: Option<CellAt>) -> Vec<String> {
    let has = |line: &&Line| line.cells.iter().any(|cell| at.is_some() && [cell.score_at, cell.rank_at].contains(&at));
    let own: Vec<usize> = reading.lines.iter().filter(has).map(|line| line.group).collect();
    let is_used = |group: usize| reading.lines.iter().any(|line| line.group == group);
    let is_meant = |group: &usize| if own.is_empty() { is_used(*group) } else { own.contains(group) };
    (0..reading.groups.len()).filter(is_meant).map(|group| reading.groups[group].id.clone()).collect()
}

/// The columns in which the sheet says otherwise than what is computed, with the cells.
fn differing(found: &[CellFault]) -> BTreeMap<String, Vec<CellAt>> {
    let mut columns: BTreeMap<String, Vec<CellAt>> = BTreeMap::new();
    for fault in found.iter().filter(|fault| fault.is_difference()) {
        let column = fault.column().unwrap_or(TOTAL).to_owned();
        columns.entry(column).or_default().extend(fault.at);
    }
    columns
}

fn is_disputed(column: &str, at: &str) -> ImportQuestion {
    let asked = said(
        format!(
            "`{column}`: the sheet says otherwise than its scores ({at}); is that written as it is printed, as disputed?"
        ),
        format!(
            "`{column}`: bảng tính ghi khác với kết quả tính từ điểm ({at}); có ghi như đã in và đánh dấu còn tranh cãi?"
        ),
    );
    let yes = AnswerChoice::new(YES, said("yes, as disputed", "có, đánh dấu còn tranh cãi"));
    let no = AnswerChoice::new(NO, said("no, write nothing", "không, không ghi gì"));
    ImportQuestion::new(AnswerSection::Disputed, column, asked, vec![yes, no])
}

/// Whether the texts of a sheet are Vietnamese: of its names and headings, one in four has a letter that only Vietnamese has.
fn is_vietnamese(table: &FoundTable) -> bool {
    let of_vietnamese = |c: char| matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1EA0}'..='\u{1EF9}');
    let headings = table.columns.iter().flat_map(|column| &column.heading);
    let texts: Vec<&String> = table.rows.iter().map(|row| &row.name).chain(headings).chain(&table.title).collect();
    let n = texts.iter().filter(|text| text.chars().any(of_vietnamese)).count();
    n * 4 >= texts.len()
}

#[cfg(test)]
mod tests;
