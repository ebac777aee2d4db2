//! What was understood, as tables to be looked through before anything is written.

use std::collections::BTreeSet;

use super::ground::TOTAL;
use super::line::one_line;
use super::matching::How;
use super::question::{Said, said};
use super::reading::{ColumnUse, LeftColumn, LeftRow, Line, RowUse, ScoreUse, TableReading};
use super::table::{OtherColumn, PassedOver, PassedOverWhy, TableColumn};
use crate::model::State;

/// The widest that a column of these tables is, but for the last one.
const WIDTH_MAX: usize = 48;

/// The columns, the units, and what is left out, in the language at a position: 0 is English, 1 Vietnamese.
pub(crate) fn shown(reading: &TableReading<'_>, language: usize) -> String {
    let say = |said: Said| said.into_iter().nth(language).unwrap_or_default();
    let head = |words: [Said; 4]| vec![words.map(say).to_vec()];
    let sure = || said("how sure", "căn cứ");
    let mut columns = head([said("column", "cột"), said("heading", "tiêu đề"), said("taken as", "hiểu là"), sure()]);
    let mut units = head([said("cell", "ô"), said("name", "tên"), said("unit", "đơn vị"), sure()]);
    let mut left = Vec::new();
    for (at, of) in reading.columns.iter().enumerate() {
        let column = &reading.table.columns[at];
        let place = reading.table.place(column);
        match of {
            ColumnUse::Left(why) => left.push(vec![place, heading(column), say(left_column(*why))]),
            of => {
                let (taken, how) = taken(reading, *of);
                columns.push(vec![place, heading(column), say(taken), say(how)]);
            }
        }
    }
    for (at, of) in reading.rows.iter().enumerate() {
        let row = reading.all_rows[at];
        let (cell, name) = (reading.table.address(row.at), one_line(&row.name));
        match of {
            RowUse::Unit(id, _, how) => units.push(vec![cell, name, id.clone(), say(how.map_or(new(), self::how))]),
            RowUse::Left(why) => left.push(vec![cell, name, say(left_row(*why))]),
            RowUse::Open => units.push(vec![cell, name, "?".to_owned(), say(said("is asked", "sẽ hỏi"))]),
        }
    }
    left.extend(passed_over(reading).map(|(at, text, why)| vec![at, text, say(why)]));
    left.extend(
        footnotes(reading).map(|(at, text)| vec![at, text, say(said("a mark of a footnote", "dấu chú thích"))]),
    );
    let beside = || said("printed although a part is missing", "vẫn in dù thiếu một phần");
    let notes: Vec<Vec<String>> = beside_missing(reading).map(|(at, text)| vec![at, text, say(beside())]).collect();
    let announced = say(said(
        "announced only: no total is computed of it unless the scheme says `missing: zero`",
        "chỉ ghi như đã công bố: không tính tổng, trừ khi bộ tiêu chí ghi `missing: zero`",
    ));
    let notes = if notes.is_empty() { String::new() } else { format!("\n{announced}\n{}", lined_up(&notes)) };
    let head = say(said("left out", "không lấy"));
    let left = if left.is_empty() { String::new() } else { format!("\n{head}\n{}", lined_up(&left)) };
    let groups = sheets(reading, [say(said("sheet", "trang tính")), say(said("group", "nhóm"))]);
    format!("{}\n{groups}{}{left}{notes}", lined_up(&columns), lined_up(&units))
}

/// The sheets of a table that several make, each with the groups of its units.
fn sheets(reading: &TableReading<'_>, head: [String; 2]) -> String {
    let sheets = &reading.table.sheets;
    let groups = |sheet: usize| {
        let is_own = |line: &&Line| usize::from(reading.all_rows[line.row].at.sheet) == sheet;
        let own: BTreeSet<usize> = reading.lines.iter().filter(is_own).map(|line| line.group).collect();
        own.into_iter().map(|group| reading.groups[group].id.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut rows = vec![head.to_vec()];
    rows.extend(sheets.iter().enumerate().map(|(at, sheet)| vec![one_line(&sheet.name), groups(at)]));
    if sheets.len() > 1 { format!("{}\n", lined_up(&rows)) } else { String::new() }
}

fn heading(column: &TableColumn) -> String {
    let text = one_line(&column.heading.join(" / "));
    match column.maximum {
        Some(max) => format!("{text} (/{max})"),
        None => text,
    }
}

fn taken(reading: &TableReading<'_>, of: ColumnUse) -> (Said, Said) {
    let id = |at: usize| reading.targets[at].id.clone();
    match of {
        ColumnUse::Names => (said("names of the units", "tên đơn vị"), said("", "")),
        ColumnUse::Groups => (said("the group of each unit", "nhóm của từng đơn vị"), said("", "")),
        ColumnUse::Score(at, how) => (said(id(at), id(at)), how_heading(how)),
        ColumnUse::Rank(at, how) => {
            (said(format!("ranks of {}", id(at)), format!("hạng của {}", id(at))), how_heading(how))
        }
        ColumnUse::Open | ColumnUse::Left(_) => (said("?", "?"), said("is asked", "sẽ hỏi")),
    }
}

fn how(how: How) -> Said {
    match how {
        How::Answer => said("was answered", "đã trả lời"),
        How::Id => said("its id", "đúng mã"),
        How::Name => said("its name", "đúng tên"),
        How::Folded => said("its name but for case and marks", "đúng tên, khác chữ hoa hoặc dấu"),
        How::Abbreviated => said("its name shortened", "tên viết tắt"),
        How::Near => said("nearly its name", "gần đúng tên"),
    }
}

/// How a heading was recognised.
fn how_heading(how: How) -> Said {
    match how {
        How::Name => said("its heading", "tiêu đề cột"),
        How::Folded => said("its heading but for case and marks", "tiêu đề cột, khác chữ hoa hoặc dấu"),
        How::Abbreviated => said("its heading shortened", "tiêu đề viết tắt"),
        other => self::how(other),
    }
}

fn new() -> Said {
    said("new", "mới")
}

fn left_column(why: LeftColumn) -> Said {
    match why {
        LeftColumn::Answer => said("as was answered", "theo trả lời"),
        LeftColumn::Numbering => said("a running number", "số thứ tự"),
        LeftColumn::Ids => said("codes of units", "mã đơn vị"),
        LeftColumn::OtherNames => said("names of the units in another form", "tên đơn vị ở dạng khác"),
        LeftColumn::Groups => said("groups of units", "nhóm đơn vị"),
        LeftColumn::OtherYear(year) => said(format!("the year {year}"), format!("năm {year}")),
        LeftColumn::Class => {
            said("classes follow from bands of the scheme", "xếp loại suy ra từ `bands` của bộ tiêu chí")
        }
        LeftColumn::Note => said("remarks", "ghi chú"),
        LeftColumn::RankOfNothing => said("ranks of a column that is left out", "hạng của cột không lấy"),
        LeftColumn::Hidden => said("the column is hidden", "cột bị ẩn"),
        LeftColumn::Other(why) => match why {
            OtherColumn::Blank => said("empty", "trống"),
            OtherColumn::Constant => said("the same in each row", "mọi dòng như nhau"),
            OtherColumn::Words => said("texts", "chữ"),
            OtherColumn::Scale => said("maxima or ranges", "mức tối đa hoặc khoảng điểm"),
            OtherColumn::Change => said("changes", "mức thay đổi"),
            OtherColumn::When => said("dates or years of the data", "ngày hoặc năm của số liệu"),
        },
    }
}

fn left_row(why: LeftRow) -> Said {
    match why {
        LeftRow::Answer => said("as was answered", "theo trả lời"),
        LeftRow::Hidden => said("the row is hidden", "dòng bị ẩn"),
        LeftRow::WithoutValues => said("no values", "không có giá trị"),
        LeftRow::Unranked => said("apart, without rank or total", "để riêng, không có hạng hoặc tổng điểm"),
    }
}

/// Rows that are no units, with why.
fn passed_over<'r>(reading: &'r TableReading<'_>) -> impl Iterator<Item = (String, String, Said)> + 'r {
    let told = move |row: &PassedOver| {
        let why = match row.why {
            PassedOverWhy::GroupHeading => said("the heading of a group", "tiêu đề nhóm"),
            PassedOverWhy::HeaderAgain => said("the header once more", "tiêu đề lặp lại"),
            PassedOverWhy::Whole => said("a sum, or a whole", "dòng tổng hoặc chung"),
            PassedOverWhy::Statistic => said("a mean or the like", "trung bình hoặc tương tự"),
            PassedOverWhy::Maxima => said("maxima", "mức tối đa"),
            PassedOverWhy::Footnote => said("a footnote", "ghi chú cuối bảng"),
            PassedOverWhy::LookUp => said("a unit once more, below the table", "đơn vị lặp lại phía dưới bảng"),
            PassedOverWhy::Unranked => said("apart, without rank or total", "để riêng, không có hạng hoặc tổng điểm"),
            PassedOverWhy::Nameless => said("numbers without a name", "số liệu không có tên"),
        };
        (reading.table.address(row.at), one_line(&row.text), why)
    };
    // What can be a unit stands among the rows already.
    let is_row = |passed: &&PassedOver| reading.all_rows.iter().any(|row| row.at == passed.at);
    reading.table.passed_over.iter().filter(move |passed| !is_row(passed)).map(told)
}

/// Marks of footnotes that stand behind numbers and are not written.
fn footnotes<'r>(reading: &'r TableReading<'_>) -> impl Iterator<Item = (String, String)> + 'r {
    let is_taken = |column: usize| matches!(reading.columns[column], ColumnUse::Score(..) | ColumnUse::Rank(..));
    let rows = reading.lines.iter().map(|line| reading.all_rows[line.row]);
    let cells = rows.flat_map(|row| row.cells.iter().enumerate());
    cells.filter(move |(column, _)| is_taken(*column)).filter_map(move |(_, cell)| {
        Some((reading.table.address(cell.at), one_line(&format!("{} {}", cell.stored, cell.footnote.as_deref()?))))
    })
}

/// Printed totals and ranks of units of which a part is missing: the format says that no such total exists.
fn beside_missing<'r>(reading: &'r TableReading<'_>) -> impl Iterator<Item = (String, String)> + 'r {
    let total = reading.targets.iter().position(|target| target.id == TOTAL);
    let cells = move |line: &'r Line| {
        let total = total.filter(|total| {
            let others = line.cells.iter().enumerate().filter(|(at, _)| at != total);
            others.into_iter().any(|(_, cell)| cell.score == ScoreUse::State(State::Missing))
        });
        let cell = total.map(|total| &line.cells[total]);
        let score = cell.and_then(|cell| Some((cell.score_at?, &cell.score))).filter(|(_, score)| !score.is_empty());
        let at = score.map(|(at, _)| at).into_iter().chain(cell.and_then(|cell| cell.rank_at));
        at.map(|at| (reading.table.address(at), one_line(&reading.all_rows[line.row].name)))
    };
    reading.lines.iter().flat_map(cells)
}

/// Rows of texts in columns.
fn lined_up(rows: &[Vec<String>]) -> String {
    let n = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|text| text.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..n).map(|at| width(at).min(WIDTH_MAX)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(at, text)| {
            let pad = widths[at].saturating_sub(text.chars().count());
            format!("{text}{}", " ".repeat(pad))
        });
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
