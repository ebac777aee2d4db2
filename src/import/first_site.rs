//! What a first site is made of besides units and criteria: its title, how the total is made, how ranks follow; each as the
//! sheet shows it, as it was answered, or open.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::answers::{AnswerSection, Answers};
use super::ground::TOTAL;
use super::line::one_line;
use super::question::{AnswerChoice, ImportQuestion, said};
use super::reading::{Line, RankUse, ScoreUse, TableReading};
use super::rules::{RankRules, RankedUnit, ShownRule, TotalRule, sharing, shown_rule};
use super::said::Said;
use super::table::{CellAt, FoundTable};
use crate::model::{Order, State, Ties};
use crate::rankings::ties::example;
use crate::words::fold;

/// What is decided for a first site, and what is open.
#[derive(Clone, Debug)]
pub(crate) struct FirstSite {
    /// Its title.
    pub(crate) title: String,
    /// How its total is made.
    pub(crate) total: TotalRule,
    /// Whether the printed totals count a missing part as zero.
    pub(crate) is_missing_zero: bool,
    /// How ranks follow from values, by the ids of columns.
    pub(crate) rules: RankRules,
    /// Whether the sheet shows what equal values do.
    pub(crate) is_shown: bool,
    /// What has to be asked.
    pub(crate) questions: Vec<ImportQuestion>,
}

/// Decides what a reading and the answers allow; `source` is the name of the file.
pub(crate) fn first_site(reading: &TableReading<'_>, answers: &Answers, source: &str) -> FirstSite {
    let mut questions = Vec::new();
    let title = title(reading, answers, source, &mut questions);
    let total = total_rule(reading, answers, &mut questions);
    let (rules, is_shown) = rank_rules(reading, answers, &mut questions);
    let is_falling = rules.get(TOTAL).is_none_or(|(_, order)| *order == Order::Descending);
    let is_missing_zero = total == TotalRule::Sum && is_falling && counts_missing_as_zero(reading);
    FirstSite { title, total, is_missing_zero, rules, is_shown, questions }
}

/// Words of a line that says what the sheet is about.
const ABOUT: [&str; 11] = [
    "xep hang",
    "ket qua",
    "chi so",
    "danh gia",
    "bang diem",
    "bang tong hop",
    "ranking",
    "index",
    "score",
    "result",
    "league",
];

/// Beginnings of lines that say whose it is, or to what it belongs.
const BESIDE: [&str; 12] = [
    "phu luc", "bieu", "mau so", "kem theo", "(", "ubnd", "uy ban", "cong hoa", "doc lap", "annex", "appendix", "table",
];

/// The title of a site: what the sheet says over its table, where one line of it is about the ranking; else it is asked.
fn title(reading: &TableReading<'_>, answers: &Answers, source: &str, open: &mut Vec<ImportQuestion>) -> String {
    const KEY: &str = "title";
    if let Some(title) = answers.of(AnswerSection::Sheet, KEY) {
        return title.to_owned();
    }
    let mut lines: Vec<String> = reading.table.title.iter().map(|line| one_line(line)).collect();
    lines.retain(|line| line.chars().any(char::is_alphabetic));
    let is_beside = |line: &str| BESIDE.iter().any(|start| fold(line).starts_with(start));
    let is_about = |line: &&String| ABOUT.iter().any(|word| fold(line).contains(word)) && !is_beside(line);
    if let [only] = lines.iter().filter(is_about).collect::<Vec<_>>().as_slice() {
        return (*only).clone();
    }
    let stem = one_line(source.rsplit_once('.').map_or(source, |(stem, _)| stem));
    let likely = lines.iter().find(is_about).or_else(|| lines.iter().find(|line| !is_beside(line)));
    let likely = likely.cloned().unwrap_or_else(|| stem.clone());
    let choices = lines.iter().chain([&stem]).map(|line| AnswerChoice::new(line.clone(), said(line, line)));
    let taken = said(
        format!("the title of the site is `{likely}`: it stands in content/site.yaml"),
        format!("tên trang là `{likely}`: có thể sửa trong content/site.yaml"),
    );
    let asked = said("what is the title of the site? another one can be typed", "tên trang là gì? có thể gõ tên khác");
    open.push(ImportQuestion {
        assumed: Some((likely.clone(), taken)),
        is_free: true,
        ..ImportQuestion::new(AnswerSection::Sheet, KEY, asked, choices.collect())
    });
    likely
}

fn number(score: &ScoreUse) -> Option<Decimal> {
    if let ScoreUse::Number(number) = score { Some(*number) } else { None }
}

/// A line whose total and parts are all known, and what the parts make.
struct Summed {
    at: Option<CellAt>,
    printed: Decimal,
    sum: Decimal,
}

fn summed(line: &Line, total: usize) -> Option<Summed> {
    let parts = line.cells.iter().enumerate().filter(|(at, _)| *at != total);
    let parts = parts.map(|(_, cell)| number(&cell.score)).collect::<Option<Vec<Decimal>>>()?;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part)).filter(|_| !parts.is_empty())?;
    Some(Summed { at: line.cells[total].score_at, printed: number(&line.cells[total].score)?, sum })
}

/// Whether the totals of all units that miss a part are the sums of the other parts; there is at least one.
fn counts_missing_as_zero(reading: &TableReading<'_>) -> bool {
    let Some(total) = reading.targets.iter().position(|target| target.id == TOTAL) else { return false };
    let is_missing = |score: &ScoreUse| *score == ScoreUse::State(State::Missing);
    let mut all = Vec::new();
    for line in &reading.lines {
        let parts = || line.cells.iter().enumerate().filter(|(at, _)| *at != total).map(|(_, cell)| &cell.score);
        let Some(printed) = number(&line.cells[total].score).filter(|_| parts().any(is_missing)) else { continue };
        let known = parts().filter(|score| !is_missing(score)).map(number).collect::<Option<Vec<Decimal>>>();
        let sum = known.and_then(|known| known.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add));
        all.push(sum == Some(printed));
    }
    !all.is_empty() && all.into_iter().all(|is_sum| is_sum)
}

/// How the total of a sheet is made: the sum, if that is what is printed of each unit of which all is known. Where most are
/// sums and some are not, it is asked.
fn total_rule(reading: &TableReading<'_>, answers: &Answers, open: &mut Vec<ImportQuestion>) -> TotalRule {
    const KEY: &str = "totals";
    let Some(total) = reading.targets.iter().position(|target| target.id == TOTAL) else { return TotalRule::Given };
    let all: Vec<Summed> = reading.lines.iter().filter_map(|line| summed(line, total)).collect();
    let others: Vec<&Summed> = all.iter().filter(|line| line.sum != line.printed).collect();
    let n_sums = all.len() - others.len();
    if n_sums == 0 || n_sums <= others.len() {
        return TotalRule::Given;
    }
    match answers.of(AnswerSection::Sheet, KEY) {
        _ if others.is_empty() => TotalRule::Sum,
        Some("sum") => TotalRule::Sum,
        Some("given") => TotalRule::Given,
        _ => {
            open.push(which_totals(reading.table, KEY, n_sums, &others));
            TotalRule::Sum
        }
    }
}

fn which_totals(table: &FoundTable, key: &str, n_sums: usize, others: &[&Summed]) -> ImportQuestion {
    let n = others.len();
    let told = |line: &&&Summed| {
        let at = line.at.map(|at| table.address(at)).unwrap_or_default();
        [
            format!("{at}: {}, the sum is {}", line.printed, line.sum),
            format!("{at}: {}, cộng được {}", line.printed, line.sum),
        ]
    };
    let all: Vec<Said> = others.iter().take(TOLD_MAX).map(|line| told(&line)).collect();
    let more = if n > TOLD_MAX { "; …" } else { "" };
    let list = |language: usize| all.iter().map(|said| said[language].as_str()).collect::<Vec<_>>().join("; ");
    let are = if n == 1 { "one is not" } else { &format!("{n} are not") };
    let asked = said(
        format!("{n_sums} totals are the sums of the criteria, and {are} ({}{more}): how is the total made?", list(0)),
        format!(
            "{n_sums} tổng điểm bằng tổng các tiêu chí, {n} thì không ({}{more}): tổng điểm tính thế nào?",
            list(1)
        ),
    );
    let sum = AnswerChoice::new(
        "sum",
        said("as the sum; the printed ones that differ are asked about", "bằng tổng; sẽ hỏi về các số in khác đi"),
    );
    let given = AnswerChoice::new(
        "given",
        said("not as a sum: all as they are printed", "không phải tổng: lấy đúng như đã in"),
    );
    ImportQuestion::new(AnswerSection::Sheet, key, asked, vec![sum, given])
}

/// How many totals are named.
const TOLD_MAX: usize = 4;

/// How ranks follow from values, and whether the sheet shows what equal ones do.
fn rank_rules(reading: &TableReading<'_>, answers: &Answers, open: &mut Vec<ImportQuestion>) -> (RankRules, bool) {
    const KEY: &str = "ties";
    let shown: BTreeMap<&str, ShownRule> = (0..reading.targets.len())
        .filter_map(|at| Some((reading.targets[at].id.as_str(), shown_rule(&ranked(reading, at)?))))
        .collect();
    let own = shown.get(TOTAL).map(|rule| rule.ties.clone());
    let fits_all = |ties: &Ties| shown.values().all(|rule| rule.ties.contains(ties));
    let all = || sharing().into_iter().filter(fits_all).collect::<Vec<Ties>>();
    let fitting = match own {
        Some(own) if own.len() == 1 => own,
        Some(own) => Some(all()).filter(|all| !all.is_empty()).unwrap_or(own),
        None => Some(all()).filter(|all| !all.is_empty()).unwrap_or_else(sharing),
    };
    let answer = answers.of(AnswerSection::Sheet, KEY).and_then(|word| fitting.iter().find(|ties| ties.word() == word));
    let ties = match (fitting.as_slice(), answer) {
        ([only], _) => *only,
        (_, Some(ties)) => *ties,
        _ => {
            let question = which_ties(KEY, &fitting);
            open.push(question);
            usual(&fitting)
        }
    };
    let mut rules = RankRules::new();
    rules.insert(TOTAL.to_owned(), (ties, shown.get(TOTAL).map(|rule| rule.order).unwrap_or_default()));
    for (id, rule) in shown.iter().filter(|(id, _)| **id != TOTAL) {
        let own = if rule.ties.contains(&ties) { ties } else { usual(&rule.ties) };
        rules.insert((*id).to_owned(), (own, rule.order));
    }
    (rules, fitting.len() == 1)
}

/// The units of a column with printed ranks; none where it has none.
fn ranked(reading: &TableReading<'_>, target: usize) -> Option<Vec<RankedUnit>> {
    let unit = |line: &Line| {
        let Some(RankUse::One(rank)) = &line.cells[target].rank else { return None };
        Some(RankedUnit { group: line.group, rank: *rank, value: number(&line.cells[target].score) })
    };
    let units: Vec<RankedUnit> = reading.lines.iter().filter_map(unit).collect();
    (!units.is_empty()).then_some(units)
}

/// The usual one of some rules: that of the format, else the first.
fn usual(fitting: &[Ties]) -> Ties {
    let usual = Ties::default();
    if fitting.contains(&usual) { usual } else { fitting.first().copied().unwrap_or_default() }
}

/// The ranks of four units of which two are equal.
fn places(ties: Ties) -> String {
    let ranks = example(ties).unwrap_or_default();
    ranks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn which_ties(key: &str, fitting: &[Ties]) -> ImportQuestion {
    let choice = |ties: &Ties| {
        let text = format!("{} ({})", places(*ties), ties.word());
        AnswerChoice::new(ties.word(), said(text.clone(), text))
    };
    let choices: Vec<AnswerChoice> = fitting.iter().map(choice).collect();
    let taken = usual(fitting);
    let why = if fitting.len() == sharing().len() {
        said("nothing in the sheet shows it", "bảng tính không cho biết")
    } else {
        let words = fitting.iter().map(|ties| format!("`{}`", ties.word())).collect::<Vec<_>>();
        let list = words.join(", ");
        said(format!("the sheet fits {list} alike"), format!("bảng tính khớp với cả {list}"))
    };
    let [english, vietnamese] = &why;
    let (word, places) = (taken.word(), places(taken));
    let assumed = said(
        format!("equal values are ranked {places} (`ties: {word}`): {english}"),
        format!("điểm bằng nhau xếp {places} (`ties: {word}`): {vietnamese}"),
    );
    let asked = said(
        format!("how are equal values ranked? {english}"),
        format!("điểm bằng nhau xếp hạng thế nào? {vietnamese}"),
    );
    ImportQuestion {
        assumed: Some((word.to_owned(), assumed)),
        ..ImportQuestion::new(AnswerSection::Sheet, key, asked, choices)
    }
}
