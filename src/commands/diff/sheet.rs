//! Differences for people: counts first, then lists in the terminal, or tables in Markdown.

use super::compared::{CellDifference, Compared, RuleChange, SiteComparison, UnitChange, UnitDifference};
use crate::diagnostics::CliLanguage;
use crate::render::markdown_text;

/// A list of differences under a heading: a row has as many cells as there are heads.
struct ChangeList {
    title: &'static str,
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

/// The word of one of two languages.
fn word(language: CliLanguage, english: &'static str, vietnamese: &'static str) -> &'static str {
    if language == CliLanguage::Vietnamese { vietnamese } else { english }
}

/// What one side does not have.
const NOTHING: &str = "–";

fn side(value: Option<&String>) -> String {
    match value.map(String::as_str) {
        None => NOTHING.to_owned(),
        Some("") => "✓".to_owned(),
        Some(value) => value.to_owned(),
    }
}

/// Lists for people.
pub(super) fn text(compared: &Compared, language: CliLanguage) -> String {
    let mut out = String::new();
    for line in lead(compared, language) {
        out.push_str(&line);
        out.push('\n');
    }
    for (i, comparison) in compared.comparisons.iter().enumerate() {
        if i > 0 || !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("{}\n{}\n", title(comparison), counts(comparison, language)));
        for list in lists(comparison, language) {
            out.push_str(&format!("\n{}\n", list.title));
            let columns = list.heads.len();
            let width = |column: usize| list.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
            let widths: Vec<usize> = (0..columns).map(width).collect();
            for row in &list.rows {
                let cells = row
                    .iter()
                    .zip(&widths)
                    .map(|(cell, &width)| format!("{cell}{}", " ".repeat(width - cell.chars().count())));
                // The last two are the sides.
                let cells: Vec<String> = cells.collect();
                let (front, sides) = cells.split_at(columns - 2);
                let line = format!("  {}  {} → {}", front.join("  "), sides[0], sides[1]);
                out.push_str(line.trim_end());
                out.push('\n');
            }
        }
    }
    out
}

/// Tables in Markdown.
pub(super) fn markdown(compared: &Compared, language: CliLanguage) -> String {
    let mut out = String::new();
    for line in lead(compared, language) {
        out.push_str(&format!("{}\n\n", markdown_text(&line)));
    }
    for comparison in &compared.comparisons {
        let (title, counts) = (markdown_text(&title(comparison)), markdown_text(&counts(comparison, language)));
        out.push_str(&format!("## {title}\n\n{counts}\n\n"));
        for list in lists(comparison, language) {
            out.push_str(&format!("### {}\n\n| {} |\n", list.title, list.heads.join(" | ")));
            out.push_str(&format!("|{}\n", "---|".repeat(list.heads.len())));
            for row in &list.rows {
                let cells: Vec<String> = row.iter().map(|cell| markdown_text(cell)).collect();
                out.push_str(&format!("| {} |\n", cells.join(" | ")));
            }
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// What is to be said of two folders before their editions are compared.
fn lead(compared: &Compared, language: CliLanguage) -> Vec<String> {
    let line = |english, vietnamese, list: &[String]| {
        (!list.is_empty()).then(|| format!("{}: {}", word(language, english, vietnamese), list.join(", ")))
    };
    let mut lines: Vec<String> = Vec::new();
    lines.extend(line("editions only in the new one", "kỳ chỉ có ở bên mới", &compared.editions.new));
    lines.extend(line("editions only in the old one", "kỳ chỉ có ở bên cũ", &compared.editions.gone));
    if lines.is_empty() && compared.comparisons.is_empty() {
        lines.push(word(language, "no edition to compare", "không có kỳ nào để so").to_owned());
    }
    lines
}

fn title(comparison: &SiteComparison) -> String {
    let SiteComparison { old, new, .. } = comparison;
    if old == new { old.clone() } else { format!("{old} → {new}") }
}

/// How many of each, in one line.
fn counts(comparison: &SiteComparison, language: CliLanguage) -> String {
    let counts = &comparison.counts;
    let of = |event: UnitDifference| comparison.units.iter().filter(|unit| unit.change == event).count();
    let [new, gone, renamed, moved] =
        [UnitDifference::New, UnitDifference::Gone, UnitDifference::Renamed, UnitDifference::Moved].map(of);
    let (schemes, scores, ranks, others) = (counts.schemes, counts.scores, counts.ranks, counts.others);
    match language {
        CliLanguage::English => format!(
            "units: {new} new, {gone} gone, {renamed} renamed, {moved} moved; rules: {schemes}; scores: {scores}; \
             ranks: {ranks}; others: {others}"
        ),
        CliLanguage::Vietnamese => format!(
            "đơn vị: {new} mới, {gone} không còn, {renamed} đổi tên, {moved} chuyển nhóm; quy định: {schemes}; \
             điểm: {scores}; hạng: {ranks}; khác: {others}"
        ),
    }
}

/// The lists that are not empty.
fn lists(comparison: &SiteComparison, language: CliLanguage) -> Vec<ChangeList> {
    let say = |english, vietnamese| word(language, english, vietnamese);
    let (unit, criterion) = (say("unit", "đơn vị"), say("criterion", "tiêu chí"));
    let sides = [say("was", "trước"), say("now", "nay")];
    let heads = |front: &[&'static str]| [front, &sides[..]].concat();
    let cells = |list: &[CellDifference]| list.iter().map(cell_row).collect::<Vec<_>>();
    let lists = [
        ChangeList {
            title: say("Units", "Đơn vị"),
            heads: heads(&[say("change", "thay đổi"), unit]),
            rows: comparison.units.iter().map(|change| unit_row(change, language)).collect(),
        },
        ChangeList {
            title: say("Schemes", "Bộ tiêu chí"),
            heads: heads(&[say("groups", "nhóm"), say("rule", "quy định")]),
            rows: comparison.schemes.iter().map(|change| rule_row(change, language)).collect(),
        },
        ChangeList {
            title: say("Scores", "Điểm"), heads: heads(&[unit, criterion]), rows: cells(&comparison.scores)
        },
        ChangeList { title: say("Ranks", "Hạng"), heads: heads(&[unit, criterion]), rows: cells(&comparison.ranks) },
        ChangeList {
            title: say("Others", "Khác"),
            heads: heads(&[say("what", "nội dung")]),
            rows: comparison
                .others
                .iter()
                .map(|other| vec![other.what.clone(), side(other.was.as_ref()), side(other.now.as_ref())])
                .collect(),
        },
    ];
    lists.into_iter().filter(|list| !list.rows.is_empty()).collect()
}

fn unit_row(change: &UnitChange, language: CliLanguage) -> Vec<String> {
    let event = match change.change {
        UnitDifference::New => word(language, "new", "mới"),
        UnitDifference::Gone => word(language, "gone", "không còn"),
        UnitDifference::Moved => word(language, "moved", "chuyển nhóm"),
        UnitDifference::Renamed => word(language, "renamed", "đổi tên"),
    };
    let event = change.language.as_ref().map_or_else(|| event.to_owned(), |tag| format!("{event} ({tag})"));
    let name = format!("{} ({})", change.name, change.unit);
    vec![event, name, side(change.was.as_ref()), side(change.now.as_ref())]
}

fn rule_row(change: &RuleChange, language: CliLanguage) -> Vec<String> {
    let rule = change.rule.as_str();
    let about = match (&change.criterion, &change.band, rule) {
        (Some(id), _, "part-of") if language == CliLanguage::Vietnamese => format!("tiêu chí {id}, thuộc"),
        (Some(id), _, "part-of") => format!("criterion {id}, part of"),
        (Some(id), ..) => format!("{rule}, {} {id}", word(language, "criterion", "tiêu chí")),
        (_, Some(id), _) => format!("{rule}, {} {id}", word(language, "band", "mức")),
        (_, _, "id") => word(language, "scheme", "bộ tiêu chí").to_owned(),
        _ => rule.to_owned(),
    };
    vec![change.groups.join(", "), about, side(change.was.as_ref()), side(change.now.as_ref())]
}

fn cell_row(change: &CellDifference) -> Vec<String> {
    vec![change.name.clone(), change.criterion.clone(), side(change.was.as_ref()), side(change.now.as_ref())]
}
