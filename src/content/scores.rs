//! scores/YEAR.yaml: the score file of one edition.

use super::fields::{Fields, cut, no_map};
use super::levels::{at_their_level, too_little};
use super::numbers::{OF_CELLS, number, number_of_cell};
use super::reader::ScoreReader;
use super::signs::{Entry, comma_in_number, glued};
use super::statements::ROOT;
use super::states::meant_state;
use super::texts::{Languages, line};
use super::values::{check_id, choice, count, date, document, documents, entries, list, name, names, pairs};
use super::written::{
    AdjustmentLine, CellLine, CorrectionLine, DisputedLine, GroupScores, PopulationLine, RemarkLine, SchemeRef,
    ScoreFile, Spanned, UnitLine,
};
use crate::diagnostics::codes::{files, shape};
use crate::diagnostics::{Diagnostic, Faults, nearest};
use crate::model::{Cell, CellExtra, CorrectionKind, Flags, Period, Place, State, Status, Text, Withdrawal};
use crate::yaml::{Kind, Node, Yaml};

/// What stands in place of a cell that could not be read.
const UNREAD: Cell = Cell::Empty(State::Unpublished);

/// The keys of what no number rests on.
pub(crate) const ASIDES: [&str; 3] = ["published", "documents", "remarks"];

/// Whether a value holds maps, as a group holds lines of units.
fn has_maps(node: Node<'_>) -> bool {
    node.entries().any(|(_, value)| value.kind() == Kind::Map)
}

/// Reads scores/YEAR.yaml.
pub(super) fn read(file: u32, source: &str, id: &str, languages: &Languages, faults: &mut Faults) -> Option<ScoreFile> {
    check_id(id, Place::whole(file), faults);
    let yaml = Yaml::parse(file, source, faults);
    let broken = yaml.is_broken();
    let Some(root) = yaml.root() else {
        if !broken {
            let fault = Diagnostic::new(&files::FILE_EMPTY, Place::whole(file));
            faults.push(fault.with("delete", "delete it").with("delete_vi", "xoá tệp"));
        }
        return None;
    };
    let mut m = Fields::of(root, "a score file", broken, faults)?;
    let decimal = m.get("decimal").and_then(|n| choice(n, &[("point", false), ("comma", true)], faults));
    let reader = ScoreReader { languages, broken, comma: decimal.unwrap_or(false) };
    m.must_be("year", year_of(id).map(|year| year.to_string()));
    let year = m.need("year").and_then(|n| year(n, id, faults));
    let status = m.need("status");
    let status_place = status.map_or(Place::whole(file), Node::place);
    let status = status.and_then(|n| choice(n, Status::WORDS, faults));
    let withdrawn = m.get(Status::Withdrawn.word());
    if let (Some(node), Some(status)) = (withdrawn, status.filter(|status| *status != Status::Withdrawn)) {
        let fault = Diagnostic::new(&shape::WITHDRAWN_MISMATCH, node.place());
        faults.push(fault.with("status", status.word()));
    }
    let read = ScoreFile {
        place: Place::whole(file),
        broken,
        id: id.to_owned(),
        year: year.unwrap_or_default(),
        scheme: m.get("scheme").and_then(|n| scheme_ref(n, faults)),
        // One whose status cannot be read is not published, and is looked at like those that are.
        status: status.unwrap_or(Status::Official),
        status_place,
        withdrawn: withdrawn.and_then(|n| reader.withdrawal(n, faults)),
        published_place: m.get("published").map(Node::place),
        asides: ASIDES.iter().filter_map(|key| m.get(key)).chain(withdrawn).map(Node::place).collect(),
        published: m.get("published").and_then(|n| date(n, faults)),
        period_place: m.get("period").map(Node::place),
        period: m.get("period").and_then(|n| reader.period(n, faults)),
        previous: m.get("previous").map(name),
        documents: m.get("documents").map(|n| documents(n, languages, broken, faults)).unwrap_or_default(),
        population: m.get("population").map(|n| population(n, faults)).unwrap_or_default(),
        not_assessed: m.get("not_assessed").map(|n| names(n, faults)).unwrap_or_default(),
        scores: m.get("scores").map(|n| reader.scores(n, faults)).unwrap_or_default(),
        announced: m.get("announced").map(|n| reader.announced(n, faults)).unwrap_or_default(),
        unranked: m.get("unranked").map(|n| reader.unranked(n, faults)).unwrap_or_default(),
        adjustments: m.get("adjustments").map(|n| reader.adjustments(n, faults)).unwrap_or_default(),
        corrections: m.get("corrections").map(|n| reader.corrections(n, faults)).unwrap_or_default(),
        disputed: m.get("disputed").map(|n| reader.disputed(n, faults)).unwrap_or_default(),
        remarks: m.get("remarks").map(|n| reader.remarks(n, faults)).unwrap_or_default(),
    };
    m.done(faults);
    year.map(|_| read)
}

/// The calendar year that the name of a file begins with.
fn year_of(id: &str) -> Option<u16> {
    let name = id.split('-').next().unwrap_or(id);
    name.parse().ok().filter(|year: &u16| (1..=9999).contains(year) && year.to_string() == name)
}

/// The calendar year; it must begin the name of the file.
fn year(node: Node<'_>, id: &str, faults: &mut Faults) -> Option<u16> {
    let year = count(node, 1, 9999, faults)?;
    if year_of(id).map(u32::from) != Some(year) {
        faults.push(Diagnostic::new(&shape::YEAR_MISMATCH, node.place()).with("year", year).with("name", id));
        return None;
    }
    u16::try_from(year).ok()
}

fn scheme_ref(node: Node<'_>, faults: &mut Faults) -> Option<SchemeRef> {
    match node.kind() {
        Kind::Map => {
            let by_group = pairs(node, faults).into_iter().map(|(group, scheme)| (name(group), name(scheme)));
            Some(SchemeRef::ByGroup(by_group.collect()))
        }
        Kind::Scalar => Some(SchemeRef::One(name(node))),
        Kind::List => {
            faults.push(Diagnostic::new(&shape::NOT_A_TEXT, node.place()));
            None
        }
    }
}

fn population(node: Node<'_>, faults: &mut Faults) -> Vec<(Spanned<String>, PopulationLine)> {
    let mut lines = Vec::new();
    for (key, value) in entries(node, "`population`", faults) {
        let line = match value.text() {
            "unknown" => Some(PopulationLine::Unknown),
            text if is_unknown(text) => {
                let fault = Diagnostic::new(&shape::WORD_UNKNOWN, value.place()).with("word", value.source());
                faults.push(fault.with("near", "unknown").with("known", "unknown, 0, 1, …"));
                None
            }
            _ => count(value, 0, 100_000_000, faults).map(PopulationLine::Number),
        };
        lines.extend(line.map(|line| (name(key), line)));
    }
    lines
}

/// Whether a text is the word for what nobody knows, as it is nearly written or as people say it.
fn is_unknown(text: &str) -> bool {
    const SAID: [&str; 4] = ["khong ro", "chua ro", "khong biet", "chua biet"];
    let plain = crate::words::slug(text).replace('-', " ");
    SAID.contains(&plain.as_str()) || nearest(text, ["unknown"].into_iter()).is_some()
}

impl ScoreReader<'_> {
    fn period(&self, node: Node<'_>, faults: &mut Faults) -> Option<Period> {
        let mut m = self.fields(node, "`period`", faults)?;
        let from = m.need("from").and_then(|n| date(n, faults));
        let to = m.need("to").and_then(|n| date(n, faults));
        m.done(faults);
        let (from, to) = (from?, to?);
        if from > to {
            faults.push(Diagnostic::new(&shape::PERIOD_BACKWARDS, node.place()).with("from", from).with("to", to));
            return None;
        }
        Some(Period { from, to })
    }

    fn withdrawal(&self, node: Node<'_>, faults: &mut Faults) -> Option<Withdrawal> {
        let mut m = self.fields(node, "`withdrawn`", faults)?;
        let when = m.need("date").and_then(|n| date(n, faults));
        let reason = m.need("reason");
        let reason = reason.map(|n| self.needed(n, "a reason", "lý do", faults));
        let document = m.get("document").and_then(|n| document(n, self.languages, self.broken, faults));
        m.done(faults);
        Some(Withdrawal { date: when?, reason: reason?, document })
    }

    fn scores(&self, node: Node<'_>, faults: &mut Faults) -> Vec<GroupScores> {
        let mut groups: Vec<GroupScores> = Vec::new();
        for (key, value) in at_their_level(entries(node, "`scores`", faults), ROOT, has_maps, faults) {
            // A line of a unit that stands where groups do has the cells of those above it.
            let is_cell = |(cell, value): Entry<'_>| {
                value.kind() == Kind::Scalar && groups.iter().any(|group| group.has(cell.text()))
            };
            if value.kind() == Kind::Map && !value.is_empty() && value.entries().all(is_cell) {
                faults.push(too_little(key));
                continue;
            }
            groups.push(self.group(key, value, faults));
        }
        groups
    }

    fn group(&self, key: Node<'_>, node: Node<'_>, faults: &mut Faults) -> GroupScores {
        let mut group = GroupScores { group: name(key), place: node.place(), columns: Vec::new(), lines: Vec::new() };
        for (unit, cells) in at_their_level(
            entries(node, "the scores of a group", faults),
            &[],
            |n| n.kind() != Kind::Scalar || n.is_null(),
            faults,
        ) {
            // A cell that stands where units do.
            if cells.kind() == Kind::Scalar && !cells.is_null() && group.has(unit.text()) {
                faults.push(too_little(unit));
                continue;
            }
            let line = UnitLine { unit: name(unit), cells: self.unit(cells, &mut group.columns, faults) };
            group.lines.push(line);
        }
        group
    }

    /// The cells of one line; columns are looked for where the line before had them.
    fn unit(&self, node: Node<'_>, columns: &mut Vec<Spanned<String>>, faults: &mut Faults) -> Vec<CellLine> {
        if node.kind() != Kind::Map {
            faults.push(no_map(node, "the scores of a unit"));
            return Vec::new();
        }
        let mut cells: Vec<CellLine> = Vec::with_capacity(columns.len());
        let mut before: Option<Entry<'_>> = None;
        for (key, value) in pairs(node, faults) {
            // `{ staff: 9,3 }` is 9 and a key `3`; `{staff:9}` is one key: both told in words.
            if let Some(fault) = glued((key, value)).or_else(|| comma_in_number((key, value), before)) {
                // Of a number that a comma split nobody knows what it is.
                let is_split = fault.code.id != shape::COLON_WITHOUT_SPACE.id;
                if let Some(cell) = cells.last_mut().filter(|_| is_split) {
                    cell.cell = UNREAD;
                }
                faults.push(fault);
                before = None;
                continue;
            }
            let guess = cells.len();
            let known = columns.get(guess).is_some_and(|c| c.value == key.text());
            let column = if known { Some(guess) } else { columns.iter().position(|c| c.value == key.text()) };
            let column = column.unwrap_or_else(|| {
                columns.push(name(key));
                columns.len() - 1
            });
            if let Some(cell) = self.cell(value, column, faults) {
                cells.push(cell);
            }
            before = Some((key, value));
        }
        cells
    }

    /// A cell that cannot be read is told once and counts as one that nobody knows: it was not left out.
    fn cell(&self, node: Node<'_>, column: usize, faults: &mut Faults) -> Option<CellLine> {
        let column = u32::try_from(column).ok()?;
        if node.kind() == Kind::Map {
            return self.cell_map(node, column, faults);
        }
        let cell = self.value(node, faults).unwrap_or(UNREAD);
        Some(CellLine { column, cell, extra: None, start: node.place().start, length: length(node) })
    }

    /// A number, or the word for why there is none.
    fn value(&self, node: Node<'_>, faults: &mut Faults) -> Option<Cell> {
        if node.is_null() {
            cut(node).into_iter().for_each(|fault| faults.push(fault));
            return Some(Cell::Empty(State::Unpublished));
        }
        let why = State::empty().find(|state| state.word() == node.text());
        if let Some(near) = meant_state(node).filter(|_| why.is_none()) {
            let fault = Diagnostic::new(&shape::NOT_A_NUMBER, node.place()).with("text", node.source());
            let [cell, cell_vi] = OF_CELLS;
            let fault = fault.with("decimal", "20.5").with("cell", cell).with("cell_vi", cell_vi);
            faults.push(fault.with("near", near));
            return None;
        }
        why.map_or_else(|| number_of_cell(node, self.comma, faults).map(Cell::Score), |why| Some(Cell::Empty(why)))
    }

    fn cell_map(&self, node: Node<'_>, column: u32, faults: &mut Faults) -> Option<CellLine> {
        let mut m = self.fields(node, "a cell", faults)?;
        let score = m.get_even_null("score");
        let cell = score.and_then(|n| self.value(n, faults)).unwrap_or(UNREAD);
        let rank = m.get("rank");
        let extra = CellExtra {
            own: m.get("self").and_then(|n| number(n, self.comma, faults)),
            min: m.get("min").and_then(|n| number(n, self.comma, faults)),
            max: m.get("max").and_then(|n| number(n, self.comma, faults)),
            rank: rank.and_then(|n| self.rank(n, faults)),
            rank_place: rank.map(Node::place),
            note: self.text(m.get("note"), faults),
            source: self.text(m.get("source"), faults),
            disputed: self.text(m.get("disputed"), faults),
            flags: m.get("flag").map(|n| flags(n, faults)).unwrap_or_default(),
        };
        m.done(faults);
        let value = score.unwrap_or(node);
        let (start, length) = (value.place().start, length(value));
        if let (Some(low), Some(high)) = (extra.min, extra.max)
            && low > high
        {
            faults.push(Diagnostic::new(&shape::RANGE_BACKWARDS, node.place()).with("low", low).with("high", high));
        }
        Some(CellLine { column, cell, extra: Some(Box::new(extra)), start, length })
    }

    fn unranked(&self, node: Node<'_>, faults: &mut Faults) -> Vec<(Spanned<String>, Text)> {
        let units = entries(node, "`unranked`", faults).into_iter();
        units.map(|(unit, why)| (name(unit), self.needed(why, "a reason", "lý do", faults))).collect()
    }

    fn adjustments(&self, node: Node<'_>, faults: &mut Faults) -> Vec<AdjustmentLine> {
        let mut lines = Vec::new();
        for item in list(node, faults) {
            let Some(mut m) = self.fields(item, "an adjustment", faults) else { continue };
            let unit = m.need("unit").map(name);
            let points = m.need("points").and_then(|n| number(n, self.comma, faults));
            let reason = m.need("reason");
            let reason = reason.map(|n| self.needed(n, "a reason", "lý do", faults)).unwrap_or_default();
            m.done(faults);
            if let (Some(unit), Some(points)) = (unit, points) {
                lines.push(AdjustmentLine { unit, points, reason });
            }
        }
        lines
    }

    fn corrections(&self, node: Node<'_>, faults: &mut Faults) -> Vec<CorrectionLine> {
        list(node, faults).into_iter().filter_map(|item| self.correction(item, faults)).collect()
    }

    fn correction(&self, node: Node<'_>, faults: &mut Faults) -> Option<CorrectionLine> {
        let mut m = self.fields(node, "a correction", faults)?;
        let when = m.need("date").and_then(|n| date(n, faults));
        let unit = m.need("unit").map(name);
        let criterion = m.need("criterion").map(name);
        let was = m.need_even_null("was").and_then(|n| self.value(n, faults));
        let now = m.need_even_null("now").and_then(|n| self.value(n, faults));
        let kind =
            m.get("kind").and_then(|n| choice(n, CorrectionKind::WORDS, faults)).unwrap_or(CorrectionKind::Correction);
        let reason = m.get("reason");
        let reason = self.text(reason, faults);
        let document = m.get("document").and_then(|n| document(n, self.languages, self.broken, faults));
        m.done(faults);
        let (was, now) = (was?, now?);
        Some(CorrectionLine {
            date: when?,
            unit: unit?,
            criterion: criterion?,
            was,
            now,
            kind,
            reason,
            document,
            place: node.place(),
        })
    }

    fn disputed(&self, node: Node<'_>, faults: &mut Faults) -> Vec<DisputedLine> {
        let mut lines = Vec::new();
        for item in list(node, faults) {
            let Some(mut m) = self.fields(item, "a disputed column", faults) else { continue };
            let group = m.need("group").map(name);
            let criterion = m.need("criterion").map(name);
            let reason = m.need("reason");
            let reason = reason.map(|n| self.needed(n, "a reason", "lý do", faults));
            m.done(faults);
            if let (Some(group), Some(criterion), Some(reason)) = (group, criterion, reason) {
                lines.push(DisputedLine { group, criterion, reason, place: item.place() });
            }
        }
        lines
    }

    fn remarks(&self, node: Node<'_>, faults: &mut Faults) -> Vec<RemarkLine> {
        let mut lines = Vec::new();
        for item in list(node, faults) {
            let Some(mut m) = self.fields(item, "a remark", faults) else { continue };
            let group = m.get("group").map(name);
            let criterion = m.get("criterion").map(name);
            let quote = m.get("quote").and_then(|n| line(n, faults));
            let text = m.need("text");
            let text = text.map(|n| self.needed(n, "a remark", "lưu ý", faults)).unwrap_or_default();
            m.done(faults);
            lines.push(RemarkLine { group, criterion, quote, text });
        }
        lines
    }
}

/// How many bytes a value has, 255 at most.
fn length(node: Node<'_>) -> u8 {
    u8::try_from(node.source().len()).unwrap_or(u8::MAX)
}

/// One flag, or a list of them.
fn flags(node: Node<'_>, faults: &mut Faults) -> Flags {
    const FLAGS: [(&str, u8); 3] = [("provisional", 0), ("estimated", 1), ("revised", 2)];
    let mut flags = Flags::default();
    let items: Vec<Node<'_>> = if node.kind() == Kind::List { node.items().collect() } else { vec![node] };
    for item in items {
        match choice(item, &FLAGS, faults) {
            Some(0) => flags.provisional = true,
            Some(1) => flags.estimated = true,
            Some(_) => flags.revised = true,
            None => {}
        }
    }
    flags
}
