//! The lines of a new score file that are no scores: what each part is for, and what the last edition said of it, as
//! questions to whoever writes the new one.

use super::StarterLanguage;
use super::next::{FIRST, NextGroup, NextScores};
use super::next_period::{NextPeriod, Shift};
use crate::content::text_value;
use crate::model::{Document, DocumentRole, Edition, Population, Text, UnitIdx};

/// How long a comment may be.
const WIDTH: usize = 118;

/// A score file while it is written, in the language of its comments.
pub(super) struct Questions<'s> {
    language: StarterLanguage,
    next: &'s NextScores<'s>,
    out: String,
}

impl<'s> Questions<'s> {
    pub(super) fn new(language: StarterLanguage, next: &'s NextScores<'s>) -> Self {
        Self { language, next, out: String::new() }
    }

    pub(super) fn into_text(self) -> String {
        self.out
    }

    /// A line as it stands.
    pub(super) fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// A comment, in English or Vietnamese, over as many lines as it needs.
    fn tell(&mut self, words: [&str; 2]) {
        self.tell_at("", words);
    }

    fn tell_at(&mut self, indent: &str, [english, vietnamese]: [&str; 2]) {
        let words = match self.language {
            StarterLanguage::En => english,
            StarterLanguage::Vi => vietnamese,
        };
        let mut line = format!("{indent}#");
        for word in words.split(' ') {
            if line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&line);
                line = format!("{indent}#");
            }
            line.push(' ');
            line.push_str(word);
        }
        self.line(&line);
    }

    /// What the file is.
    pub(super) fn head(&mut self) {
        let id = self.next.id;
        let [from, from_vi] = match self.next.from {
            Some((edition, _)) => [format!(", begun from {}", edition.id), format!(", lập từ kỳ {}", edition.id)],
            None => [String::new(), String::new()],
        };
        self.tell([
            &format!(
                "The scores of {id}{from}. Each line below `scores` is a unit: write a score in place of each ~. Answer the \
                 questions and take them away; a line with its # taken away counts."
            ),
            &format!(
                "Điểm của kỳ {id}{from_vi}. Mỗi dòng dưới `scores` là một đơn vị: ghi điểm vào chỗ mỗi dấu ~. Trả lời các \
                 câu hỏi rồi xoá chúng; dòng nào bỏ dấu # thì có hiệu lực."
            ),
        ]);
    }

    /// The scheme, and what replaces it.
    pub(super) fn scheme(&mut self, line: &str, id: &str) {
        if let Some((edition, _)) = self.next.from.filter(|_| self.next.scheme.is_none()) {
            let newer = self.next.series.schemes.iter().find(|entry| entry.base.replaces.as_deref() == Some(id));
            let newer = newer.map(|entry| &entry.base.id);
            let [more, more_vi] = match newer {
                Some(newer) => [format!(" `{newer}` replaces it."), format!(" Bộ `{newer}` thay thế bộ này.")],
                None => [String::new(), String::new()],
            };
            let (from, id) = (&edition.id, self.next.id);
            self.tell([
                &format!("The criteria of {from}. Do they hold for {id}?{more}"),
                &format!("Bộ tiêu chí của kỳ {from}. Kỳ {id} có dùng bộ này không?{more_vi}"),
            ]);
        }
        self.line(line);
    }

    /// How far it is, and when it will be published.
    pub(super) fn status(&mut self) {
        self.tell([
            "A draft is not published. Write provisional or official here once it is, and the day below.",
            "Bản thảo (draft) chưa công bố. Khi công bố thì ghi provisional (sơ bộ) hoặc official (chính thức), và ghi \
             ngày ở dưới.",
        ]);
        self.line("status: draft");
        self.line("# published:");
    }

    /// The days that are assessed, where they are not the calendar year.
    pub(super) fn period(&mut self, period: &NextPeriod) {
        let from = self.next.from.map(|(edition, _)| edition.id.as_str()).unwrap_or_default();
        let id = self.next.id;
        match period.shift {
            Shift::Calendar => return,
            Shift::Years(n) => {
                let years = if n == 1 { "a year".to_owned() } else { format!("{n} years") };
                self.tell([
                    &format!("The days of {from}, {years} later. Are these the days that {id} assesses?"),
                    &format!(
                        "Thời gian của kỳ {from}, muộn hơn {n} năm. Kỳ {id} có đánh giá đúng những ngày này không?"
                    ),
                ]);
            }
            Shift::Months(n) => {
                let months = if n == 1 { "month".to_owned() } else { format!("{n} months") };
                self.tell([
                    &format!("The {months} after {from}. Are these the days that {id} assesses?"),
                    &format!("{n} tháng ngay sau kỳ {from}. Kỳ {id} có đánh giá đúng những ngày này không?"),
                ]);
            }
            Shift::Open => {
                self.tell([
                    &format!("Which days does {id} assess? Without this line it is the calendar year."),
                    &format!("Kỳ {id} đánh giá từ ngày nào đến ngày nào? Không có dòng này thì là cả năm dương lịch."),
                ]);
                self.line("# period: { from: , to: }");
            }
        }
        if period.is_written() {
            self.line(&format!("period: {{ from: {}, to: {} }}", period.days.from, period.days.to));
        }
    }

    /// The documents of the last edition, as questions.
    pub(super) fn documents(&mut self) {
        let Some((edition, _)) = self.next.from.filter(|(edition, _)| !edition.documents.is_empty()) else { return };
        let id = self.next.id;
        let name = |document: &Document| {
            let title = document.title.as_ref().map(|title| title.get(FIRST).to_owned());
            document.number.clone().or(title).or(document.url.clone()).unwrap_or_default()
        };
        let mut lines = Vec::new();
        for (word, role) in DocumentRole::WORDS {
            let own: Vec<&Document> = edition.documents.iter().filter(|document| document.role == *role).collect();
            if own.is_empty() {
                continue;
            }
            let names = own.iter().map(|document| name(document)).collect::<Vec<_>>().join("; ");
            let [what, what_vi] = questions(*role);
            let from = &edition.id;
            self.tell([
                &format!("{what} {id}? Of {from}: {names}"),
                &format!("{what_vi} {id}? Của kỳ {from}: {names}"),
            ]);
            lines.extend(own.iter().map(|document| self.document(document, word)));
        }
        self.line("# documents:");
        lines.iter().for_each(|line| self.line(line));
    }

    /// A document to be filled in: who issued it stays, its name and day do not.
    fn document(&self, document: &Document, role: &str) -> String {
        let key = if document.number.is_some() { "number" } else { "title" };
        let issuer = document.issuer.as_ref().map(|issuer| format!(" issuer: {},", self.text(issuer)));
        format!("#   - {{ {key}: , date: ,{} role: {role} }}", issuer.unwrap_or_default())
    }

    /// How many units there are, where the last edition did not name all.
    pub(super) fn population(&mut self, groups: &[NextGroup<'_>]) {
        let Some((edition, _)) = self.next.from else { return };
        let series = self.next.series;
        let kept = edition
            .groups
            .iter()
            .filter(|own| groups.iter().any(|group| group.group == own.group && !group.units.is_empty()));
        let said: Vec<String> = kept
            .filter_map(|own| {
                let id = &series.groups[own.group.0].id;
                match own.population {
                    Population::Units => None,
                    Population::Unknown => Some(format!("{id}: unknown")),
                    Population::Number(n) => Some(format!("{id}: {n}")),
                }
            })
            .collect();
        if said.is_empty() {
            return;
        }
        let from = &edition.id;
        self.tell([
            &format!("How many units were assessed, if not just those below? {from} said:"),
            &format!("Có bao nhiêu đơn vị được đánh giá, nếu không phải chỉ các đơn vị dưới đây? Kỳ {from} ghi:"),
        ]);
        self.line(&format!("# population: {{ {} }}", said.join(", ")));
    }

    /// The units that the last edition did not assess, or did not rank, and that are still there.
    pub(super) fn left_out(&mut self, groups: &[NextGroup<'_>]) {
        let Some((edition, _)) = self.next.from else { return };
        let from = &edition.id;
        let is_here = |unit: &UnitIdx| groups.iter().any(|group| group.units.contains(unit));
        let id = |unit: &UnitIdx| self.next.series.units[unit.0].id.clone();
        let left: Vec<String> = edition.not_assessed.iter().filter(|unit| is_here(unit)).map(id).collect();
        let unranked: Vec<String> = unranked(edition)
            .filter(|(unit, _)| is_here(unit))
            .map(|(unit, why)| format!("{}: {}", id(&unit), self.text(why)))
            .collect();
        if !left.is_empty() {
            self.tell([
                &format!("Not assessed in {from}. For a unit that is not assessed again, take its line below away too."),
                &format!("Kỳ {from} không đánh giá. Đơn vị nào kỳ này cũng không đánh giá thì xoá cả dòng của đơn vị đó ở dưới."),
            ]);
            self.line(&format!("# not_assessed: [{}]", left.join(", ")));
        }
        if !unranked.is_empty() {
            self.tell([
                &format!("Not ranked in {from}. Is it so again, and for the same reason?"),
                &format!("Kỳ {from} không xếp hạng. Kỳ này có như vậy nữa không, và có cùng lý do không?"),
            ]);
            self.line("# unranked:");
            unranked.iter().for_each(|line| self.line(&format!("#   {line}")));
        }
    }

    /// How numbers and their absence are written.
    pub(super) fn decimals(&mut self, has_commas: bool) {
        let [number, number_vi] = if has_commas {
            ["Decimals have a comma, in quotes: \"22,5\".", "Số thập phân ghi bằng dấu phẩy, trong dấu nháy: \"22,5\"."]
        } else {
            ["Decimals have a point: 22.5.", "Số thập phân ghi bằng dấu chấm: 22.5."]
        };
        self.tell([
            &format!(
                "{number} Leave ~ for a score that is not known (which is not 0); write missing where there is none, exempt \
                 where the criterion does not apply to the unit."
            ),
            &format!(
                "{number_vi} Để ~ khi chưa biết điểm (không phải 0); ghi missing khi không có số liệu, exempt khi tiêu chí \
                 không áp dụng cho đơn vị."
            ),
        ]);
        if has_commas {
            self.line("decimal: comma");
        }
    }

    /// Units that ended in the course of the period; `is_whole` where nothing is left of their group.
    pub(super) fn ended(&mut self, group: &str, lines: &[String], is_whole: bool) {
        let indent = if is_whole { "  " } else { "    " };
        self.tell_at(
            indent,
            [
                "Ended before the last day of the period. Was it assessed all the same? Then take the # away:",
                "Đã thôi tồn tại trước ngày cuối kỳ. Nếu vẫn được đánh giá thì bỏ dấu #:",
            ],
        );
        if is_whole {
            self.line(&format!("  # {group}:"));
        }
        let inner = if is_whole { "  #   " } else { "    # " };
        lines.iter().for_each(|line| self.line(&format!("{inner}{line}")));
    }

    /// Groups that began since and of which nobody said what scheme they are under.
    pub(super) fn without_scheme(&mut self, groups: &[NextGroup<'_>]) {
        if groups.is_empty() {
            return;
        }
        let ids = groups.iter().map(|group| format!("`{}`", self.next.series.groups[group.group.0].id));
        let ids = ids.collect::<Vec<_>>().join(", ");
        self.tell_at(
            "  ",
            [
                &format!("Began since: {ids}. Is it assessed? Then name its scheme above, and its units here."),
                &format!("Nhóm mới: {ids}. Nếu được đánh giá thì ghi bộ tiêu chí của nhóm ở trên và các đơn vị ở đây."),
            ],
        );
    }

    /// A text as the file writes it, on one line.
    fn text(&self, text: &Text) -> String {
        text_value(text, &self.next.series.site.languages)
    }
}

/// The units that an edition did not rank, and why.
fn unranked(edition: &Edition) -> impl Iterator<Item = (UnitIdx, &Text)> {
    edition.groups.iter().flat_map(|group| {
        group.units.iter().zip(&group.unranked).filter_map(|(unit, why)| Some((*unit, why.as_ref()?)))
    })
}

/// What is asked of a document, in English and Vietnamese.
fn questions(role: DocumentRole) -> [&'static str; 2] {
    match role {
        DocumentRole::Basis => ["Which document is the basis of", "Văn bản nào là căn cứ của kỳ"],
        DocumentRole::Approval => ["Which document approves the results of", "Văn bản nào phê duyệt kết quả của kỳ"],
        DocumentRole::Report => ["Which report is there on", "Báo cáo nào là của kỳ"],
        DocumentRole::Other => ["Which other documents belong to", "Văn bản nào khác liên quan đến kỳ"],
    }
}
