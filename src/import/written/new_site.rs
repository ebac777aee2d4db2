//! The files of a new site: what is published, units, and criteria as the sheet tells them.

use rust_decimal::Decimal;

use super::lines::{MapLine, comment, push_lines};
use super::spots::{Parts, Spots, WrittenFile};
use crate::import::first_site::FirstSite;
use crate::import::ground::TOTAL;
use crate::import::line::one_line;
use crate::import::reading::{GroupTarget, TableReading, TargetColumn};
use crate::import::rules::TotalRule;
use crate::model::{Order, Ties};
use crate::yaml::scalar;

/// What is to be known of a new site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewSite<'n> {
    /// Its title, and how totals and ranks are made.
    pub(crate) first: &'n FirstSite,
    /// The id of the scheme.
    pub(crate) scheme: &'n str,
    /// The edition.
    pub(crate) edition: &'n str,
    /// Whether names and comments are in Vietnamese.
    pub(crate) is_vietnamese: bool,
}

impl NewSite<'_> {
    fn in_language<'s>(&self, english: &'s str, vietnamese: &'s str) -> &'s str {
        if self.is_vietnamese { vietnamese } else { english }
    }
}

/// site.yaml, units.yaml and the scheme.
pub(crate) fn new_site(reading: &TableReading<'_>, site: &NewSite<'_>) -> Vec<WrittenFile> {
    vec![publication(reading, site), units(reading, site), scheme(reading, site)]
}

fn publication(reading: &TableReading<'_>, site: &NewSite<'_>) -> WrittenFile {
    let mut text = Spots::default();
    text.push("# yaml-language-server: $schema=../schema/site.json\n");
    text.push("format: 1\n");
    text.push_of(
        &format!("title: {}\n", scalar(&one_line(&site.first.title))),
        reading.table.rows.first().map(|row| row.at),
    );
    text.push(&comment(site.in_language(
        "Who publishes the ranking: write the name here.",
        "Cơ quan công bố bảng xếp hạng: hãy ghi tên vào đây.",
    )));
    text.push(&format!("publisher:\n  name: {}\n", site.in_language("The publisher", "Cơ quan công bố")));
    text.push(&format!("languages: [{}]\n", site.in_language("en", "vi")));
    text.file("content/site.yaml".to_owned())
}

fn units(reading: &TableReading<'_>, site: &NewSite<'_>) -> WrittenFile {
    let mut text = Spots::default();
    text.push("# yaml-language-server: $schema=../schema/units.json\n");
    text.push(&comment(site.in_language(
        "Ids stand in addresses and never change; names may. Where a name comes from a cell, its line ends with that cell.",
        "Mã nằm trong địa chỉ trang và không bao giờ đổi; tên thì có thể đổi. Tên lấy từ ô nào thì cuối dòng ghi ô đó.",
    )));
    text.push("groups:\n");
    let is_used = |at: &usize| reading.lines.iter().any(|line| line.group == *at);
    let groups: Vec<usize> = (0..reading.groups.len()).filter(is_used).collect();
    let of_group = |group: &GroupTarget| {
        let name = group.name.clone().unwrap_or_else(|| site.in_language("All units", "Tất cả các đơn vị").to_owned());
        MapLine {
            id: group.id.clone(),
            parts: vec![Some(part("name", &name, group.at))],
            at: group.at.map(|at| (at, reading.table.address(at))),
        }
    };
    let lines: Vec<MapLine> = groups.iter().map(|at| of_group(&reading.groups[*at])).collect();
    push_lines(&mut text, "  ", &lines);
    text.push("units:\n");
    for at in groups {
        let own = reading.lines.iter().filter(|line| line.group == at);
        let lines: Vec<MapLine> = own
            .map(|line| {
                let row = reading.all_rows[line.row];
                let name = part("name", &one_line(&row.name), Some(row.at));
                let mut group = Parts::default();
                group.push(&format!("group: {}", reading.groups[at].id));
                MapLine {
                    id: line.unit.clone(),
                    parts: vec![Some(name), Some(group)],
                    at: Some((row.at, reading.table.address(row.at))),
                }
            })
            .collect();
        push_lines(&mut text, "  ", &lines);
    }
    text.file("content/units.yaml".to_owned())
}

fn part(key: &str, value: &str, at: Option<crate::import::table::CellAt>) -> Parts {
    let mut part = Parts::default();
    part.push(&format!("{key}: "));
    part.push_of(&scalar(value), at);
    part
}

fn scheme(reading: &TableReading<'_>, site: &NewSite<'_>) -> WrittenFile {
    let mut text = Spots::default();
    text.push("# yaml-language-server: $schema=../../schema/scheme.json\n");
    text.push(&format!("title: {} {}\n", site.in_language("Criteria of", "Bộ tiêu chí năm"), site.edition));
    let maximum = reading.targets.iter().find(|target| target.id == TOTAL).and_then(|total| total.maximum);
    let parts: Option<Vec<Decimal>> = criteria(reading).map(|target| target.maximum).collect();
    let made = parts.and_then(|parts| parts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add));
    match site.first.total {
        TotalRule::Sum => {
            let words = "The printed totals are the sums of the criteria.";
            text.push(&comment(site.in_language(words, "Tổng điểm trong bảng bằng tổng các tiêu chí.")));
            text.push("total: sum\n");
            // A maximum is made by the criteria; one that is told is kept where it says the same.
            text.push(&maximum.filter(|max| Some(*max) == made).map(|max| format!("max: {max}\n")).unwrap_or_default());
        }
        TotalRule::Given => {
            let is_printed = reading.targets.iter().any(|target| target.id == TOTAL);
            let words = "The total is the one that is printed: it is not the sum of the criteria in the sheet.";
            let vietnamese = "Tổng điểm lấy như trong bảng: không phải tổng các tiêu chí có trong bảng.";
            let none = "Totals are written in the score file: the sheet has none.";
            let none = site.in_language(none, "Tổng điểm ghi trong tệp điểm: bảng tính không có.");
            text.push(&comment(if is_printed { site.in_language(words, vietnamese) } else { none }));
            text.push("total: given\n");
            text.push(&maximum.map(|max| format!("max: {max}\n")).unwrap_or_default());
        }
    }
    if site.first.is_missing_zero {
        let words = "The printed totals count a missing part as zero.";
        text.push(&comment(site.in_language(words, "Tổng điểm trong bảng tính phần không có số liệu là không.")));
        text.push("missing: zero\n");
    }
    text.push(if criteria(reading).next().is_none() { "criteria: []\n" } else { "criteria:\n" });
    criteria(reading).for_each(|target| criterion(&mut text, target, site));
    text.push(&rank(site));
    text.file(format!("content/schemes/{}.yaml", site.scheme))
}

fn criteria<'r>(reading: &'r TableReading<'_>) -> impl Iterator<Item = &'r TargetColumn> {
    reading.targets.iter().filter(|target| target.id != TOTAL)
}

/// The rule of a column, where it is another one than that of the total.
fn own_rule(id: &str, site: &NewSite<'_>) -> Option<String> {
    let total = site.first.rules.get(TOTAL).copied().unwrap_or_default();
    let own = site.first.rules.get(id).copied().unwrap_or(total);
    (own != total).then(|| format!("{{ {} }}", rule(own)))
}

fn rule((ties, order): (Ties, Order)) -> String {
    format!("ties: {}, order: {}", ties.word(), order.word())
}

fn criterion(text: &mut Spots, target: &TargetColumn, site: &NewSite<'_>) {
    text.push("  - { id: ");
    text.push_of(&target.id, Some(target.at));
    text.push(", name: ");
    text.push_of(&scalar(&target.name), Some(target.at));
    for (key, value) in [
        ("max", target.maximum.map(|max| max.to_string())),
        ("unit", target.measure.as_deref().map(|unit| scalar(&one_line(unit)))),
        ("rank", own_rule(&target.id, site)),
    ] {
        text.push(&value.map(|value| format!(", {key}: {value}")).unwrap_or_default());
    }
    text.push(&format!(" }} # {}\n", target.at.letters()));
}

fn rank(site: &NewSite<'_>) -> String {
    match site.first.rules.get(TOTAL) {
        None => String::new(),
        Some((ties, order)) => {
            let words = if site.first.is_shown {
                let words = "So the printed ranks follow from the values.";
                site.in_language(words, "Cách xếp hạng suy ra từ hạng ghi trong bảng.")
            } else {
                let words =
                    "Nothing in the sheet shows how equal values are ranked: change it here if it is otherwise.";
                let vietnamese = "Bảng tính không cho biết điểm bằng nhau xếp hạng thế nào: nếu khác, hãy sửa ở đây.";
                site.in_language(words, vietnamese)
            };
            let words = comment(words);
            format!("{words}rank:\n  ties: {}\n  order: {}\n", ties.word(), order.word())
        }
    }
}
