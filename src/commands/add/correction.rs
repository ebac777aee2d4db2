//! `add correction`: another score, and below it what it was.

use clap::{Args, ValueEnum};

use super::Dialogue;
use super::desk::{EditDesk, Edited, NotAdded};
use crate::commands::typed::unknown;
use crate::commands::usage::{day, is_day};
use crate::content::{Content, GroupScores, ScoreFile, composed};
use crate::diagnostics::Faults;
use crate::model::{Cell, CorrectionKind, Date, State};
use crate::tree::{File, Tree};
use crate::yaml::{Kind, NewValue, NoPlace, Node, PartSpot, Yaml, scalar};

/// Corrects a score: writes the new one into `scores`, and what it was into `corrections`.
#[derive(Debug, Args)]
pub(super) struct AddCorrection {
    /// The edition, such as 2024
    #[arg(value_name = "YEAR")]
    edition: Option<String>,

    /// The unit
    #[arg(value_name = "UNIT")]
    unit: Option<String>,

    /// The criterion, or total
    #[arg(value_name = "CRITERION")]
    criterion: Option<String>,

    /// The score since: a number, ~, missing, exempt or withheld
    #[arg(long, value_name = "SCORE", allow_hyphen_values = true)]
    now: Option<String>,

    /// The score before; without it, the one of the file
    #[arg(long, value_name = "SCORE", allow_hyphen_values = true)]
    was: Option<String>,

    /// The day of the correction
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<Date>,

    /// Whether an error was mended, or better data came
    #[arg(long, value_enum, default_value_t = Kinds::Correction)]
    kind: Kinds,

    /// Why, in the first language of the site
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,

    /// Why, in English
    #[arg(long, value_name = "TEXT")]
    reason_en: Option<String>,

    /// Why, in Vietnamese
    #[arg(long, value_name = "TEXT")]
    reason_vi: Option<String>,

    /// The number of the document that ordered it
    #[arg(long, value_name = "NUMBER")]
    document: Option<String>,
}

/// The kinds of corrections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kinds {
    /// An error was mended
    Correction,
    /// Better data came
    Revision,
}

impl Kinds {
    fn word(self) -> &'static str {
        match self {
            Self::Correction => CorrectionKind::Correction.word(),
            Self::Revision => CorrectionKind::Revision.word(),
        }
    }
}

impl AddCorrection {
    pub(super) fn added(&self, desk: &EditDesk<'_>, dialogue: &mut Dialogue<'_>) -> Result<Edited, NotAdded> {
        let editions = || desk.content.scores.iter();
        let is_known = |id: &str| match editions().any(|file| file.id == id) {
            true => Ok(()),
            false => Err(unknown(["edition", "kỳ"], id, editions().map(|file| file.id.as_str()))),
        };
        let question = ["Edition, such as 2024", "Kỳ, ví dụ 2024"];
        let edition = dialogue.need_that("YEAR", self.edition.as_deref(), question, &is_known);
        let units = || {
            let own = editions().filter(|file| file.id == edition).flat_map(|file| &file.scores);
            own.flat_map(|group| &group.lines).map(|line| line.unit.value.as_str())
        };
        let has_scores = |id: &str| match units().next().is_none() || units().any(|unit| unit == id) {
            true => Ok(()),
            false => Err(unknown(["unit with scores", "đơn vị có điểm"], id, units())),
        };
        let unit = dialogue.need_that("UNIT", self.unit.as_deref(), ["Id of the unit", "Mã đơn vị"], &has_scores);
        let question = ["Id of the criterion", "Mã tiêu chí"];
        let criterion = dialogue.need("CRITERION", self.criterion.as_deref(), question);
        let is_score = |score: &str| written(score, false).map(drop);
        let now = dialogue.need_that("--now", self.now.as_deref(), ["Score since", "Điểm mới"], &is_score);
        let given = [&self.reason, &self.reason_en, &self.reason_vi].map(Option::as_deref);
        let reason = desk.words(dialogue, "--reason", given, ["Why", "Lý do"])?;
        let date = self.date.map(|date| date.to_string());
        let question = ["Day, such as 2025-06-10", "Ngày, ví dụ 2025-06-10"];
        let date = dialogue.need_that("--date", date.as_deref(), question, &is_day);
        dialogue.complete()?;
        let file = edition_of(&desk.content, &edition)?;
        let group = group_of(file, &unit)?;
        let path = format!("content/scores/{edition}.yaml");
        let text = desk.text(&path)?;
        let yaml = Yaml::parse(0, text, &mut Faults::default());
        let has_commas = yaml.root().and_then(|root| value_of(root, "decimal")).is_some_and(|n| n.text() == "comma");
        let line = yaml.root().and_then(|root| at(root, &["scores", &group.group.value, &unit]));
        let line = line.ok_or_else(|| not_in(&edition, &unit))?;
        let cell = value_of(line, &criterion);
        let was = match &self.was {
            Some(was) => written(was, has_commas)?,
            None => cell.map_or("~".to_owned(), |cell| said(cell).to_owned()),
        };
        let now = written(&now, has_commas)?;
        same_score(cell, &was, &now, has_commas)?;
        let keys = ["scores", &group.group.value, &unit, &criterion];
        let changed = desk.change(&path, text, |yaml| with_score(yaml, &keys, cell, &now))?;
        one_cell_alone(desk, &path, &changed, (&edition, &unit))?;
        let mut fields =
            vec![("date", date.clone()), ("unit", unit), ("criterion", criterion), ("was", was), ("now", now)];
        fields.extend([("kind", self.kind.word().to_owned()), ("reason", reason)]);
        let number = self.document.as_ref().map(|number| scalar(&composed(number)));
        fields.extend(number.map(|number| ("document", format!("{{ number: {number} }}"))));
        let day = Date::parse(&date);
        let spot = match file.corrections.iter().rposition(|line| Some(line.date) <= day) {
            Some(before) => PartSpot::After(before),
            None => PartSpot::First,
        };
        let whole =
            desk.change(&path, &changed, |yaml| yaml.with_item(&["corrections"], spot, &NewValue::Fields(fields)))?;
        Ok(Edited { path, steps: vec![changed, whole] })
    }
}

fn edition_of<'c>(content: &'c Content, id: &str) -> Result<&'c ScoreFile, NotAdded> {
    let ids = content.scores.iter().map(|file| file.id.as_str());
    let found = content.scores.iter().find(|file| file.id == id);
    Ok(found.ok_or_else(|| unknown(["edition", "kỳ"], id, ids))?)
}

/// The group in whose scores a unit stands.
fn group_of<'c>(file: &'c ScoreFile, unit: &str) -> Result<&'c GroupScores, NotAdded> {
    let lines = file.scores.iter().flat_map(|group| group.lines.iter().map(move |line| (group, line)));
    if let Some((group, _)) = lines.clone().find(|(_, line)| line.unit.value == unit) {
        return Ok(group);
    }
    if file.scores.is_empty() {
        return Err(not_in(&file.id, unit));
    }
    Err(unknown(["unit with scores", "đơn vị có điểm"], unit, lines.map(|(_, line)| line.unit.value.as_str())).into())
}

fn not_in(edition: &str, unit: &str) -> NotAdded {
    NotAdded::Because([
        format!("`{unit}` has no scores in {edition}, so that there is none to correct"),
        format!("`{unit}` không có điểm trong kỳ {edition} nên không có gì để đính chính"),
    ])
}

fn value_of<'y>(map: Node<'y>, key: &str) -> Option<Node<'y>> {
    map.entries().find(|(own, _)| own.text() == key).map(|(_, value)| value)
}

fn at<'y>(root: Node<'y>, keys: &[&str]) -> Option<Node<'y>> {
    keys.iter().try_fold(root, |node, key| value_of(node, key))
}

/// The score of a cell as it is written: of a map, that of its key `score`.
fn said(cell: Node<'_>) -> &str {
    let score = if cell.kind() == Kind::Map { value_of(cell, "score") } else { Some(cell) };
    score.map(|score| if score.source().is_empty() { "~" } else { score.source() }).unwrap_or("~")
}

/// A score as the file writes it, from one that was typed with a point or a comma.
fn written(score: &str, has_commas: bool) -> Result<String, [String; 2]> {
    let score = score.trim();
    let is_word = State::empty().any(|state| state.word() == score) || score == "~";
    let digits = score.strip_prefix('-').unwrap_or(score);
    let (whole, rest) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let is_number = [whole, rest].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    match (is_word, is_number) {
        (true, _) => Ok(score.to_owned()),
        (_, true) if has_commas && digits.contains([',', '.']) => Ok(format!("\"{}\"", score.replace('.', ","))),
        (_, true) => Ok(score.replace(',', ".")),
        _ => Err([
            format!("`{score}` is no score: a number, ~, missing, exempt or withheld is needed"),
            format!("`{score}` không phải là điểm: cần một số, ~, missing, exempt hoặc withheld"),
        ]),
    }
}

/// What a score means, however it is written.
fn meant(score: &str, has_commas: bool) -> String {
    let plain = score.trim_matches(['"', '\'']);
    let plain = if has_commas { plain.replace(',', ".") } else { plain.to_owned() };
    match plain.as_str() {
        "" | "null" | "Null" | "NULL" => "~".to_owned(),
        word if word == State::Unpublished.word() => "~".to_owned(),
        _ => plain.parse::<rust_decimal::Decimal>().map_or(plain, |number| number.normalize().to_string()),
    }
}

/// Refuses a score before that is not the one of the file, and one since that is the same.
fn same_score(cell: Option<Node<'_>>, was: &str, now: &str, has_commas: bool) -> Result<(), NotAdded> {
    let there = cell.map_or("~", said);
    if meant(there, has_commas) != meant(was, has_commas) {
        return Err(NotAdded::Because([
            format!("the score in the file is {there}, not {was}; `scores` hold the numbers as they stand now"),
            format!("điểm trong tệp là {there}, không phải {was}; `scores` luôn ghi số hiện tại"),
        ]));
    }
    if meant(was, has_commas) == meant(now, has_commas) {
        return Err(NotAdded::Because([format!("the score is {there} already"), format!("điểm đã là {there}")]));
    }
    Ok(())
}

/// The file with another score in a cell: in place of the old one, or as a new key where the line has none.
fn with_score(yaml: &Yaml<'_>, keys: &[&str; 4], cell: Option<Node<'_>>, now: &str) -> Result<String, NoPlace> {
    let new = NewValue::Scalar(now.to_owned());
    match cell {
        None => yaml.with_entry(&keys[..3], PartSpot::Last, keys[3], &new),
        Some(cell) if cell.kind() != Kind::Map => yaml.with_value(keys, now),
        Some(cell) if value_of(cell, "score").is_some() => {
            yaml.with_value(&[keys[0], keys[1], keys[2], keys[3], "score"], now)
        }
        Some(_) => yaml.with_entry(keys, PartSpot::First, "score", &new),
    }
}

/// Refuses a change that other lines take part in, because they use an anchor of this one.
fn one_cell_alone(desk: &EditDesk<'_>, path: &str, changed: &str, cell: (&str, &str)) -> Result<(), NotAdded> {
    let (edition, unit) = cell;
    let before = edition_of(&desk.content, edition)?;
    let site = desk.text("content/site.yaml")?;
    let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let files = vec![file(path, changed), file("content/site.yaml", site)];
    let after = crate::content::read(&Tree { files, ..Tree::default() }, &mut Faults::default());
    let (old, new) = (cells(before), cells(edition_of(&after, edition)?));
    let others = new.iter().filter(|cell| !old.contains(cell)).count();
    if others > 1 {
        return Err(NotAdded::Because([
            format!("the line of `{unit}` has an anchor (`&`), and others are written by it: write theirs out first"),
            format!(
                "dòng của `{unit}` có mỏ neo (`&`) mà dòng khác dùng lại: trước hết hãy viết các dòng đó ra đầy đủ"
            ),
        ]));
    }
    Ok(())
}

/// All cells of a score file: group, unit, criterion and what is written.
fn cells(file: &ScoreFile) -> std::collections::BTreeSet<(String, String, String, String)> {
    let mut all = std::collections::BTreeSet::new();
    for group in &file.scores {
        for line in &group.lines {
            for cell in &line.cells {
                let column = &group.columns[cell.column as usize].value;
                let value: &Cell = &cell.cell;
                all.insert((group.group.value.clone(), line.unit.value.clone(), column.clone(), value.to_string()));
            }
        }
    }
    all
}
