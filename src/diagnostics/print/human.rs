//! For people: headline, place, the line with carets under the fault, and what to do.

use std::collections::BTreeSet;

use crate::diagnostics::{CliLanguage, Severity};

use super::report::{PrintedReport, Reported, printable};
use super::{Settings, limited, more, style, styled, summary};

/// The style of what frames the excerpt.
const FRAME: &str = "1;34";
/// As how many spaces a tab is shown.
const TAB: usize = 4;
/// How many characters of a line are shown at most, and how many of them before the fault.
const LINE_MAX: usize = 160;
const BEFORE_MAX: usize = 60;
/// How many other places of a fault are shown.
const RELATED_MAX: usize = 8;

pub(super) fn print(report: &PrintedReport<'_>, settings: &Settings) -> String {
    let mut out = String::new();
    let (faults, rest) = limited(&report.faults);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for fault in faults {
        out.push_str(&told(fault, settings));
        if seen.insert(fault.code.id) && !fault.help.is_empty() {
            out.push_str(&help(fault, &explain(fault), settings));
        }
        out.push('\n');
    }
    for (code, count) in &rest {
        out.push_str(&headline(code.severity, code.id, &more(*count, settings.language), settings));
    }
    if !rest.is_empty() {
        out.push('\n');
    }
    out + &summary(report, settings.language)
}

/// One fault.
fn told(fault: &Reported<'_>, settings: &Settings) -> String {
    let number = fault.spot.line.to_string();
    let pad = " ".repeat(number.len());
    let frame = |text: &str| styled(text, FRAME, settings);
    let mut out = headline(fault.code.severity, fault.code.id, &fault.message, settings);
    out += &format!("{pad}{} {}\n", frame("-->"), fault.spot);
    if let Some(line) = fault.line {
        let excerpt = Excerpt::new(line, fault);
        let carets = styled(&excerpt.carets(&label(fault)), style(fault.code.severity), settings);
        out += &format!("{pad} {}\n", frame("|"));
        out += format!("{} {}", frame(&format!("{number} |")), excerpt.line).trim_end();
        out += &format!("\n{pad} {} {}{}\n", frame("|"), " ".repeat(excerpt.before), carets);
    }
    if fault.related.len() > 1 || fault.line.is_none() {
        for (spot, message) in fault.related.iter().take(RELATED_MAX) {
            let message = if message.is_empty() { String::new() } else { format!(": {message}") };
            out += &format!("{pad}{} {spot}{message}\n", frame(":::"));
        }
        if fault.related.len() > RELATED_MAX {
            out += &format!("{pad}{} …\n", frame(":::"));
        }
    }
    let words = if fault.help.is_empty() { explain(fault) } else { fault.help.clone() };
    out + &help(fault, &words, settings)
}

/// The command that tells more of a fault.
fn explain(fault: &Reported<'_>) -> String {
    format!("`scorebook explain {}`", fault.code.id)
}

/// A line on what to do.
fn help(fault: &Reported<'_>, words: &str, settings: &Settings) -> String {
    let pad = " ".repeat(fault.spot.line.to_string().len());
    let word = match settings.language {
        CliLanguage::English => "help",
        CliLanguage::Vietnamese => "gợi ý",
    };
    format!("{pad} {} {word}: {words}\n", styled("=", FRAME, settings))
}

/// The first line of a fault.
fn headline(severity: Severity, id: &str, message: &str, settings: &Settings) -> String {
    let word = match (severity, settings.language) {
        (Severity::Error, CliLanguage::English) => "error",
        (Severity::Warning, CliLanguage::English) => "warning",
        (Severity::Error, CliLanguage::Vietnamese) => "lỗi",
        (Severity::Warning, CliLanguage::Vietnamese) => "cảnh báo",
    };
    let kind = styled(&format!("{word}[{id}]"), style(severity), settings);
    format!("{kind}{}\n", styled(&format!(": {message}"), "1", settings))
}

/// What stands behind the carets: the label, and the other place if there is just one.
fn label(fault: &Reported<'_>) -> String {
    match fault.related.as_slice() {
        [(spot, message)] if fault.label.is_empty() => format!("{message} ({spot})"),
        [(spot, _)] => format!("{} ({spot})", fault.label),
        _ => fault.label.clone(),
    }
}

/// A line as it is shown: tabs as spaces, and of a long one only what is around the fault.
struct Excerpt {
    line: String,
    /// How many columns stand before the fault.
    before: usize,
    /// How many columns the fault takes, in its first line.
    width: usize,
}

impl Excerpt {
    fn new(line: &str, fault: &Reported<'_>) -> Self {
        let length = line.chars().count();
        let start = (fault.spot.column - 1).min(length);
        let end = if fault.spot.end_line == fault.spot.line { fault.spot.end_column - 1 } else { length };
        let end = end.clamp(start, length);
        let first = if length > LINE_MAX { start.saturating_sub(BEFORE_MAX) } else { 0 };
        let last = length.min(first + LINE_MAX);
        let shown = |from: usize, to: usize| -> String {
            let part: String = line.chars().skip(from).take(to - from).collect();
            printable(&part.replace('\t', &" ".repeat(TAB)))
        };
        let (mark, tail) = (if first > 0 { "…" } else { "" }, if last < length { "…" } else { "" });
        Self {
            line: format!("{mark}{}{tail}", shown(first, last)),
            before: mark.chars().count() + shown(first, start).chars().count(),
            width: shown(start, end.min(last)).chars().count(),
        }
    }

    /// The carets, one at least, and what stands behind them.
    fn carets(&self, label: &str) -> String {
        format!("{} {label}", "^".repeat(self.width.max(1))).trim_end().to_owned()
    }
}
