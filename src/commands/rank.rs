//! `scorebook rank`: the ranking of an edition in the terminal, or as the bytes of its download.

use clap::{Args, ValueEnum};

use super::input::{self, Input, tell};
use super::streams::{refuse, show};
use super::typed::unknown;
use super::{ExitStatus, Invocation};
use crate::Examined;
use crate::diagnostics::print::Format;
use crate::diagnostics::{CliLanguage, Faults};
use crate::fragments::{Marks, Sign, rank_cell, score_cell};
use crate::model::{Column, EditionIdx, LangIdx, Series};
use crate::render::markdown_text;
use crate::say::disputed;
use crate::say::points::maximum;
use crate::words::Words;
use crate::writers::formats::{csv, json, table_bytes};
use crate::writers::tables::{TableSource, criterion_table, ranking_order, ranking_table};

/// Shows the ranking of an edition.
///
/// The table has the signs of the site's pages: `=` tied, `§` as announced, `∴` deduced, `Σ` computed, `…` not published.
/// csv and json are the bytes of `YEAR/data/ranking-GROUP`, or, with --by, of one criterion alone. Drafts are shown too.
#[derive(Debug, Args)]
pub(super) struct RankArgs {
    /// The edition, such as 2018
    #[arg(value_name = "YEAR")]
    edition: String,

    /// Only this group; needed for csv and json where the edition has several
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,

    /// Rank by this criterion, not by the total
    #[arg(long, value_name = "CRITERION")]
    by: Option<String>,

    /// How the ranking is shown
    #[arg(long, value_enum, default_value_t = RankFormat::Table)]
    format: RankFormat,
}

/// How a ranking is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RankFormat {
    /// A table for people
    Table,
    /// The bytes of ranking-GROUP.csv
    Csv,
    /// The same rows as JSON
    Json,
    /// A Markdown table
    Markdown,
}

/// One group to be shown: its position in the edition, and the column that ranks it.
#[derive(Clone, Copy)]
struct Wanted {
    edition: EditionIdx,
    group: usize,
    column: Column,
}

impl RankArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let (input, examined) = match input::examined(call) {
            Ok(read) => read,
            Err(end) => return end,
        };
        let wanted = match self.wanted(&examined.series) {
            Ok(wanted) => wanted,
            Err([english, vietnamese]) => return refuse(call, ExitStatus::Usage, english, vietnamese),
        };
        match self.told(call, &input, &examined, &wanted) {
            Ok(told) => show(call, &told),
            Err(faults) => tell(call, faults, &input, Format::Human, ExitStatus::Faults),
        }
    }

    /// The groups that are asked for, or which name nobody knows.
    fn wanted(&self, series: &Series) -> Result<Vec<Wanted>, [String; 2]> {
        let ids = || series.editions.iter().map(|edition| edition.id.as_str());
        let edition =
            ids().position(|id| id == self.edition).ok_or_else(|| unknown(["edition", "kỳ"], &self.edition, ids()))?;
        let groups = &series.editions[edition].groups;
        let names = || groups.iter().map(|group| series.groups[group.group.0].id.as_str());
        let chosen: Vec<usize> = match &self.group {
            Some(id) => {
                vec![names().position(|name| name == id).ok_or_else(|| unknown(["group", "nhóm"], id, names()))?]
            }
            None => (0..groups.len()).collect(),
        };
        if matches!(self.format, RankFormat::Csv | RankFormat::Json) && chosen.len() > 1 {
            let names: Vec<&str> = names().collect();
            let (n, names) = (names.len(), names.join(", "));
            return Err([
                format!("{n} groups are ranked apart; choose one with `--group`: {names}"),
                format!("{n} nhóm được xếp hạng riêng; chọn một nhóm bằng `--group`: {names}"),
            ]);
        }
        let wanted = chosen.into_iter().map(|group| {
            let scheme = &groups[group].scheme;
            let columns = || scheme.columns().map(|column| scheme.column_id(column));
            let column = match &self.by {
                Some(id) => scheme.column(id).ok_or_else(|| unknown(["criterion", "tiêu chí"], id, columns()))?,
                None => scheme.total_column(),
            };
            Ok(Wanted { edition: EditionIdx(edition), group, column })
        });
        wanted.collect()
    }

    /// What is shown of the groups, one after the other; the faults of a theme whose words cannot be read.
    fn told(
        &self,
        call: &Invocation,
        input: &Input,
        examined: &Examined,
        wanted: &[Wanted],
    ) -> Result<Vec<u8>, Faults> {
        let first = input.content.n_files();
        let mut faults = Faults::default();
        let mut words = |tag: &str| crate::site::words_of(tag, &examined.series, &input.theme, first, &mut faults);
        let site = &examined.series.site;
        let own = match call.language {
            CliLanguage::English => "en",
            CliLanguage::Vietnamese => "vi",
        };
        let spoken = site.languages.iter().position(|tag| tag == own).map(LangIdx);
        let (Some(names), Some(speech)) = (words(&site.languages[0]), words(own)) else { return Err(faults) };
        let source = TableSource { series: &examined.series, rankings: &examined.rankings, words: &names };
        let mut out = Vec::new();
        for (i, &at) in wanted.iter().enumerate() {
            let table = || match self.by {
                Some(_) => criterion_table(source, at.edition, at.group, at.column),
                None => ranking_table(source, at.edition, at.group),
            };
            match self.format {
                RankFormat::Csv => out.extend(table_bytes(table(), csv::csv)),
                RankFormat::Json => out.extend(table_bytes(table(), json::json)),
                RankFormat::Table | RankFormat::Markdown => {
                    if i > 0 {
                        out.push(b'\n');
                    }
                    let sheet = PlainTable::of(source, &speech, spoken, at);
                    let text = if self.format == RankFormat::Table { sheet.plain() } else { sheet.markdown() };
                    out.extend(text.into_bytes());
                }
            }
        }
        Ok(out)
    }
}

/// A ranking for people: a title, heads, rows of ready strings, and what the signs mean.
struct PlainTable {
    title: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    legend: Vec<String>,
    /// That the announced ranks are disputed, where they are.
    disputed: Option<String>,
}

impl PlainTable {
    /// Names are in the language that is spoken, if the site has it, or else in its first.
    fn of(source: TableSource<'_>, words: &Words, spoken: Option<LangIdx>, at: Wanted) -> Self {
        let language = spoken.unwrap_or(LangIdx(0));
        let edition = &source.series.editions[at.edition.0];
        let group = &edition.groups[at.group];
        let ranking = &source.rankings.editions[at.edition.0].groups[at.group];
        let scheme = &group.scheme;
        let total = scheme.total_column();
        let columns: Vec<Column> = if at.column == total {
            std::iter::once(total).chain(scheme.top_level()).collect()
        } else {
            vec![at.column]
        };
        let mut marks = Marks::default();
        let rows = ranking_order(source, at.edition, at.group, at.column).into_iter().map(|row| {
            let rank = rank_cell(words, &ranking.columns[at.column].standing(row), &mut marks);
            let equals = if rank.tied { "=" } else { "" };
            let disputed = rank.disputed.map(|rank| words.say("cell.disputed", &[("rank", &rank)])).unwrap_or_default();
            let mut cells = vec![format!("{equals}{}{}{disputed}", rank.shown, sign(rank.mark.map(|mark| mark.sign)))];
            cells.push(source.series.name_on(group.units[row], edition.period.to).get(language).to_owned());
            for &column in &columns {
                let cell = score_cell(words, &ranking.columns[column].standing(row), &mut marks);
                let shown = cell.written().to_owned();
                cells.push(format!("{shown}{}", sign(cell.mark.map(|mark| mark.sign))));
            }
            cells
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let noun = spoken.and_then(|language| source.series.groups[group.group.0].noun.as_ref()?.exact(language));
        let nouns = noun.map_or_else(|| words.nouns(Some(1)), |own| words.forms(own, Some(1)));
        let nouns: Vec<(&str, &str)> = nouns.iter().map(|(place, noun)| (*place, noun.as_str())).collect();
        let mut heads = vec![words.say("table.rank", &[]), words.say("table.unit", &nouns)];
        heads.extend(columns.iter().map(|&column| head(words, scheme, column)));
        let name = source.series.groups[group.group.0].name.get(language);
        let legend = Sign::all().filter(|&sign| marks.has(sign) && sign != Sign::Tied).map(|sign| {
            let key = format!("sign.{}", sign.key());
            format!("{} {}", words.say(&format!("{key}.looks"), &[]), words.say(&key, &[]))
        });
        let disputed = disputed::told(words, language, (group, ranking), at.column);
        Self { title: format!("{name}, {}", edition.id), heads, rows, legend: legend.collect(), disputed }
    }

    /// Columns in line, numbers to the right.
    fn plain(&self) -> String {
        let width = |column: usize| {
            let cells = std::iter::once(&self.heads).chain(&self.rows).map(|row| row[column].chars().count());
            cells.max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.heads.len()).map(width).collect();
        let mut out = format!("{}\n\n", self.title);
        for row in std::iter::once(&self.heads).chain(&self.rows) {
            let cells = row.iter().zip(&widths).enumerate().map(|(i, (cell, &width))| {
                let space = " ".repeat(width - cell.chars().count());
                if i == 1 { format!("{cell}{space}") } else { format!("{space}{cell}") }
            });
            out.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
            out.push('\n');
        }
        if !self.legend.is_empty() {
            out.push_str(&format!("\n{}\n", self.legend.join("; ")));
        }
        out.extend(self.disputed.iter().map(|disputed| format!("\n{disputed}\n")));
        out
    }

    /// A table of GitHub's Markdown; what would be markup is escaped.
    fn markdown(&self) -> String {
        let line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| markdown_text(cell)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let mut out = format!("**{}**\n\n{}", markdown_text(&self.title), line(&self.heads));
        let rule = (0..self.heads.len()).map(|i| if i == 1 { "---" } else { "--:" });
        out.push_str(&format!("| {} |\n", rule.collect::<Vec<_>>().join(" | ")));
        out.extend(self.rows.iter().map(|row| line(row)));
        if !self.legend.is_empty() {
            out.push_str(&format!("\n{}\n", markdown_text(&self.legend.join("; "))));
        }
        out.extend(self.disputed.iter().map(|disputed| format!("\n{}\n", markdown_text(disputed))));
        out
    }
}

/// The id of a column with its maximum.
fn head(words: &Words, scheme: &crate::model::Scheme, column: Column) -> String {
    let name = match scheme.criterion(column) {
        Some(criterion) => criterion.id.clone(),
        None => words.say("table.total", &[]),
    };
    match scheme.column_max(column) {
        Some(max) => format!("{name} /{}", maximum(words, max)),
        None => name,
    }
}

fn sign(sign: Option<&str>) -> String {
    sign.map_or_else(String::new, |sign| format!(" {sign}"))
}
