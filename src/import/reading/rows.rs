//! What each row is: a unit of the site, a new one, or left out.

use std::collections::{BTreeMap, BTreeSet};

use super::group_column::{group_column, groups_in};
use super::kinds::{GroupTarget, LeftRow, RowUse, WantedTable};
use crate::import::answers::{ALL_OTHERS, AnswerSection, Answers, NO, YES};
use crate::import::ground::Ground;
use crate::import::ids::new_id;
use crate::import::line::one_line;
use crate::import::matching::{KnownName, Meant, meant};
use crate::import::question::{AnswerChoice, ImportQuestion, Said, said};
use crate::import::table::{CellAt, DoubtKind, FoundTable, TableRow};

/// What the rows of a table are.
pub(super) struct RowsRead {
    pub(super) uses: Vec<RowUse>,
    pub(super) groups: Vec<GroupTarget>,
    /// The column that holds the groups, by position, where one does.
    pub(super) group_column: Option<usize>,
    pub(super) questions: Vec<ImportQuestion>,
}

/// The id of the group of a new site whose sheet names none.
const ALL_UNITS: &str = "all";

/// All rows that can be units: those of the table, and behind them those that were passed over in doubt.
pub(super) fn all(table: &FoundTable) -> Vec<&TableRow> {
    let passed = in_doubt(table).into_keys();
    let passed = passed.filter_map(|at| table.passed_over.get(at)?.row.as_deref());
    table.rows.iter().chain(passed).collect()
}

/// Why a row that was passed over could be a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InDoubt {
    Whole,
    Unranked,
}

/// What was passed over and could be units, in the order of the sheet.
fn in_doubt(table: &FoundTable) -> BTreeMap<usize, InDoubt> {
    let mut all = BTreeMap::new();
    for doubt in &table.doubts {
        match &doubt.kind {
            DoubtKind::WholeOrUnit { passed } => all.extend(passed.iter().map(|at| (*at, InDoubt::Whole))),
            DoubtKind::Unranked { passed } => all.extend(passed.iter().map(|at| (*at, InDoubt::Unranked))),
            _ => {}
        }
    }
    all.retain(|at, _| table.passed_over.get(*at).is_some_and(|passed| passed.row.is_some()));
    all
}

/// The rows that were passed over for a reason, by their positions among all.
fn passed(table: &FoundTable, why: InDoubt) -> BTreeSet<usize> {
    let own = in_doubt(table).into_iter().enumerate().filter(|(_, (_, of))| *of == why);
    own.map(|(at, _)| table.rows.len() + at).collect()
}

pub(super) fn read(
    table: &FoundTable,
    all: &[&TableRow],
    keys: &[String],
    column_keys: &[String],
    answers: &Answers,
    wanted: &WantedTable<'_>,
) -> RowsRead {
    let mut rows =
        RowsRead { uses: vec![RowUse::Open; all.len()], groups: Vec::new(), group_column: None, questions: Vec::new() };
    let waiting = passed_over(table, answers, &mut rows);
    for (at, key) in keys.iter().enumerate() {
        let is_no = |section| answers.of(section, key) == Some(NO);
        if is_no(AnswerSection::Units) || is_no(AnswerSection::Rows) {
            rows.uses[at] = RowUse::Left(LeftRow::Answer);
        }
    }
    let open: Vec<usize> =
        (0..all.len()).filter(|at| rows.uses[*at] == RowUse::Open && !waiting.contains(at)).collect();
    let sheet = SheetRows { table, all, keys, column_keys, wholes: passed(table, InDoubt::Whole) };
    match wanted.ground {
        Some(ground) => of_site(ground, &sheet, answers, wanted, &open, &mut rows),
        None => new_units(&sheet, answers, wanted, &open, &mut rows),
    }
    rows
}

/// The rows of a sheet.
struct SheetRows<'t> {
    table: &'t FoundTable,
    all: &'t [&'t TableRow],
    keys: &'t [String],
    /// By which keys its columns are known.
    column_keys: &'t [String],
    /// Those of which it is not plain that they are units.
    wholes: BTreeSet<usize>,
}

/// Leaves out rows that somebody wants left out as a kind, and asks of a kind that is open; answers with the rows that
/// wait for that.
fn passed_over(table: &FoundTable, answers: &Answers, rows: &mut RowsRead) -> BTreeSet<usize> {
    let mut waiting = BTreeSet::new();
    for doubt in &table.doubts {
        let (n, at) = (doubt.count, table.addresses(&doubt.at));
        let (key, why, own, asked) = match &doubt.kind {
            DoubtKind::HiddenRows { rows } => {
                let are = if n == 1 { "row is" } else { "rows are" };
                let english = format!("{n} {are} hidden ({at}): are they units too?");
                let asked = said(english, format!("{n} dòng bị ẩn ({at}): có tính là đơn vị không?"));
                ("hidden rows", LeftRow::Hidden, rows.iter().copied().collect(), asked)
            }
            DoubtKind::WithoutValues { rows } => {
                let have = if n == 1 { "unit has" } else { "units have" };
                let english = format!("{n} {have} no value ({at}): are they taken?");
                let asked = said(english, format!("{n} đơn vị không có giá trị ({at}): có lấy không?"));
                ("units without values", LeftRow::WithoutValues, rows.iter().copied().collect(), asked)
            }
            DoubtKind::Unranked { .. } => {
                let stand = if n == 1 { "unit stands" } else { "units stand" };
                let english = format!("{n} {stand} apart, without rank or total ({at}): are they taken?");
                let asked =
                    said(english, format!("{n} đơn vị để riêng, không có hạng hoặc tổng điểm ({at}): có lấy không?"));
                ("unranked units", LeftRow::Unranked, passed(table, InDoubt::Unranked), asked)
            }
            _ => continue,
        };
        let own: BTreeSet<usize> = own;
        match answers.of(AnswerSection::Sheet, key) {
            Some(YES) => {}
            Some(NO) => own.iter().for_each(|row| rows.uses[*row] = RowUse::Left(why)),
            _ => {
                let yes = AnswerChoice::yes(said("yes, take them", "có, lấy"));
                rows.questions.push(ImportQuestion::new(
                    AnswerSection::Sheet,
                    key,
                    asked,
                    vec![yes, AnswerChoice::leave_out()],
                ));
                waiting.extend(own);
            }
        }
    }
    waiting
}

fn whole_or_unit(row: &TableRow, at: &str, key: &str) -> ImportQuestion {
    let asked = said(
        format!("is `{}` ({at}) a unit, and not the sum or mean of others?", one_line(&row.name)),
        format!("`{}` ({at}) có phải là một đơn vị, không phải dòng tổng hay trung bình?", one_line(&row.name)),
    );
    let yes = AnswerChoice::yes(said("it is a unit", "là một đơn vị"));
    ImportQuestion::new(AnswerSection::Rows, key, asked, vec![yes, AnswerChoice::leave_out()])
}

/// Matches rows with the units of the site.
fn of_site(
    ground: &Ground,
    sheet: &SheetRows<'_>,
    answers: &Answers,
    wanted: &WantedTable<'_>,
    open: &[usize],
    rows: &mut RowsRead,
) {
    let group = |at: usize| ground.groups[ground.group_of[at]].id.as_str();
    let is_wanted = |at: &usize| wanted.group.is_none_or(|wanted| group(*at) == wanted);
    let units: Vec<usize> = (0..ground.units.len()).filter(is_wanted).collect();
    let known: Vec<KnownName> = units.iter().map(|at| ground.units[*at].clone()).collect();
    let SheetRows { all, keys, wholes, .. } = sheet;
    let names: Vec<Vec<&str>> = open.iter().map(|at| vec![all[*at].name.as_str()]).collect();
    let said = open.iter().map(|at| {
        let id = answers.of(AnswerSection::Units, &keys[*at])?;
        known.iter().position(|known| known.id == id)
    });
    let said: Vec<Option<usize>> = said.collect();
    for (at, meant) in open.iter().zip(meant(&names, &said, &known)) {
        let (row, key) = (all[*at], &keys[*at]);
        let is_open = wholes.contains(at) && answers.get(AnswerSection::Rows, key).is_none();
        rows.uses[*at] = match meant {
            Meant::One(unit, how) => RowUse::Unit(known[unit].id.clone(), ground.group_of[units[unit]], Some(how)),
            Meant::Unsure(_) if answers.get(AnswerSection::Units, key) == Some(NO) => RowUse::Left(LeftRow::Answer),
            Meant::Unsure(_) if is_open => {
                rows.questions.push(whole_or_unit(row, &sheet.table.address(row.at), key));
                RowUse::Open
            }
            Meant::Unsure(near) => {
                let near: Vec<&KnownName> = near.into_iter().map(|unit| &known[unit]).collect();
                rows.questions.push(which_unit(row, &sheet.table.address(row.at), key, (&near, &known)));
                RowUse::Open
            }
        };
    }
    let target = |group: &crate::import::ground::KnownGroup| GroupTarget { id: group.id.clone(), name: None, at: None };
    rows.groups = ground.groups.iter().map(target).collect();
}

fn which_unit(row: &TableRow, at: &str, key: &str, (near, known): (&[&KnownName], &[KnownName])) -> ImportQuestion {
    let name = |known: &KnownName| format!("{}: {}", known.id, known.names.first().cloned().unwrap_or_default());
    let mut choices: Vec<AnswerChoice> =
        near.iter().map(|known| AnswerChoice::new(known.id.clone(), said(name(known), name(known)))).collect();
    choices.extend([AnswerChoice::leave_out(), AnswerChoice::leave_all_out()]);
    let asked = said(
        format!("which unit is `{}` ({at})?", one_line(&row.name)),
        format!("`{}` ({at}) là đơn vị nào?", one_line(&row.name)),
    );
    let ids = known.iter().map(|known| (known.id.clone(), known.names.first().cloned().unwrap_or_default())).collect();
    let hint = Some(how_to_add(&one_line(&row.name)));
    let ids_in = said("ids in content/units.yaml", "mã trong content/units.yaml");
    ImportQuestion { ids, ids_in, hint, ..ImportQuestion::new(AnswerSection::Units, key, asked, choices) }
}

/// How a unit comes into the site.
fn how_to_add(name: &str) -> Said {
    let (id, quoted) = (new_id(name, &mut BTreeSet::new()), name.replace('\'', "'\\''"));
    let typed = format!("`scorebook add unit {id} --name '{quoted}'`");
    said(
        format!("if the site does not have it yet: {typed}, then import again"),
        format!("nếu đơn vị chưa có trong trang: {typed}, rồi nhập lại"),
    )
}

/// Gives ids to the units of a new site.
fn new_units(sheet: &SheetRows<'_>, answers: &Answers, wanted: &WantedTable<'_>, open: &[usize], rows: &mut RowsRead) {
    let groups = groups(sheet, answers, wanted, rows);
    let SheetRows { table, all, keys, wholes, .. } = sheet;
    let repeated = |kind: &DoubtKind| match kind {
        DoubtKind::RepeatedUnit { rows, .. } if rows.len() > 1 => rows.clone(),
        _ => Vec::new(),
    };
    let twice: BTreeSet<usize> = table.doubts.iter().flat_map(|doubt| repeated(&doubt.kind)).collect();
    let answer = |at: usize| answers.of(AnswerSection::Units, &keys[at]).filter(|value| *value != YES);
    let mut taken: BTreeSet<String> = open.iter().filter_map(|at| answer(*at)).map(str::to_owned).collect();
    for at in open.iter().copied() {
        let (row, key) = (all[at], &keys[at]);
        let is_said = answers.get(AnswerSection::Units, key).is_some();
        if wholes.contains(&at) && answers.get(AnswerSection::Rows, key).is_none() && !is_said {
            rows.questions.push(whole_or_unit(row, &sheet.table.address(row.at), key));
        } else if answers.get(AnswerSection::Rows, key) == Some(NO) {
            rows.uses[at] = RowUse::Left(LeftRow::Answer);
        } else if twice.contains(&at) && !is_said {
            rows.questions.push(once_more(row, &table.address(row.at), key));
        } else if answers.of(AnswerSection::Units, ALL_OTHERS) == Some(NO)
            && twice.contains(&at)
            && answer(at).is_none()
        {
            rows.uses[at] = RowUse::Left(LeftRow::Answer);
        } else {
            let id = answer(at).map_or_else(|| new_id(&one_line(&row.name), &mut taken), str::to_owned);
            rows.uses[at] = RowUse::Unit(id, groups[at], None);
        }
    }
}

fn once_more(row: &TableRow, at: &str, key: &str) -> ImportQuestion {
    let asked = said(
        format!("`{}` stands in several rows: is {at} a unit of its own?", one_line(&row.name)),
        format!("`{}` có ở nhiều dòng: {at} có phải là một đơn vị riêng?", one_line(&row.name)),
    );
    let yes = AnswerChoice::yes(said("it is a unit", "là một đơn vị"));
    ImportQuestion::new(AnswerSection::Units, key, asked, vec![yes, AnswerChoice::leave_out()])
}

/// The group of each row, by position, among those that are added to the rows.
fn groups(sheet: &SheetRows<'_>, answers: &Answers, wanted: &WantedTable<'_>, rows: &mut RowsRead) -> Vec<usize> {
    let doubt = sheet.table.doubts.iter().find(|doubt| doubt.kind == DoubtKind::BandsOrGroups);
    let answer = answers.of(AnswerSection::Sheet, "headings");
    let are_bands = doubt.is_some() && answer == Some("bands");
    let is_answered = are_bands || answer == Some("groups");
    if let Some(doubt) = doubt.filter(|_| !is_answered && wanted.group.is_none()) {
        let at = sheet.table.addresses(&doubt.at);
        let asked = said(
            format!("are the headings among the rows ({at}) groups, each ranked for itself?"),
            format!("các dòng tiêu đề ({at}) có phải là các nhóm, mỗi nhóm xếp hạng riêng?"),
        );
        let groups = AnswerChoice::new("groups", said("groups", "các nhóm"));
        let bands = AnswerChoice::new(
            "bands",
            said("no, classes of one ranking", "không, là các loại trong một bảng xếp hạng"),
        );
        rows.questions.push(ImportQuestion::new(AnswerSection::Sheet, "headings", asked, vec![groups, bands]));
    }
    let mut taken = BTreeSet::new();
    let heading = |row: &TableRow| row.group.clone().filter(|_| !are_bands && wanted.group.is_none());
    let has_headings = sheet.all.iter().any(|row| heading(row).is_some());
    rows.group_column = match wanted.group {
        None if !has_headings && sheet.table.sheets.len() == 1 => {
            group_column(sheet.table, sheet.all, sheet.column_keys, answers, &mut rows.questions)
        }
        _ => None,
    };
    let told = match rows.group_column {
        Some(column) => groups_in(sheet.all, column),
        _ => sheet.all.iter().map(|row| heading(row)).collect(),
    };
    let told = told.into_iter().map(|group| group.map(|(text, at)| (text, Some(at))));
    let are_sheets = sheet.table.sheets.len() > 1 && wanted.group.is_none();
    let of_sheet = |row: &TableRow| {
        let name = sheet.table.sheets.get(usize::from(row.at.sheet)).filter(|_| are_sheets)?;
        Some((without_year(&name.name, wanted.year), None))
    };
    let groups = told.zip(sheet.all).map(|(group, row)| of_sheet(row).or(group));
    groups.map(|group| position(group, wanted, &mut rows.groups, &mut taken)).collect()
}

/// The position of a group, which is added where it is new.
fn position(
    heading: Option<(String, Option<CellAt>)>,
    wanted: &WantedTable<'_>,
    groups: &mut Vec<GroupTarget>,
    taken: &mut BTreeSet<String>,
) -> usize {
    let text = heading.as_ref().map(|(text, _)| text.as_str()).or(wanted.group);
    let name = text.map(one_line);
    if let Some(at) = groups.iter().position(|group| group.name == name) {
        return at;
    }
    let id = new_id(name.as_deref().unwrap_or(ALL_UNITS), taken);
    groups.push(GroupTarget { id, name, at: heading.and_then(|(_, at)| at) });
    groups.len() - 1
}

/// The name of a sheet as that of a group: without the year of the edition behind or before it.
fn without_year(sheet: &str, year: i32) -> String {
    let (name, year) = (one_line(sheet), year.to_string());
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '_' | '.' | ',' | '(' | ')');
    let rest = name.strip_suffix(')').unwrap_or(&name).strip_suffix(&year).or_else(|| name.strip_prefix(&year));
    let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with(is_edge) || rest.ends_with(is_edge));
    let rest = rest.map(|rest| rest.trim_matches(is_edge)).filter(|rest| !rest.is_empty());
    rest.unwrap_or(&name).to_owned()
}
