//! `scorebook explain`: the manual page of a fault.

use clap::Args;

use super::streams::{refuse, show};
use super::{ExitStatus, Invocation};
use crate::diagnostics::nearest;
use crate::diagnostics::{CliLanguage, Severity, codes};
use crate::manual::{self, Example, FaultPage, Section, tell};

/// Prints the manual page of a fault.
///
/// A page says what the fault is, why it matters, shows an example with what `check` says of it, and how to mend it.
/// Without a code: one line for each kind of fault, its code first.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code of a fault, such as score-above-maximum
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let Some(id) = &self.code else { return show(call, list(call.language).as_bytes()) };
        let Some((code, page)) = manual::code(id).zip(manual::page(id, call.language)) else {
            let near = nearest(id, codes::all().map(|code| code.id));
            let [hint, hint_vi] = match near {
                Some(near) => [format!("did you mean `{near}`?"), format!("có phải là `{near}`?")],
                None => ["`scorebook explain` lists all", "`scorebook explain` liệt kê tất cả"].map(str::to_owned),
            };
            let english = format!("no fault has the code `{id}`; {hint}");
            return refuse(call, ExitStatus::Usage, english, format!("không có lỗi nào mang mã `{id}`; {hint_vi}"));
        };
        show(call, sheet(code.id, code.severity, &page, call.language).as_bytes())
    }
}

/// All codes, each with its sentence.
fn list(language: CliLanguage) -> String {
    let mut all: Vec<(&str, String)> =
        codes::all().filter_map(|code| Some((code.id, manual::page(code.id, language)?.lead))).collect();
    all.sort();
    let width = all.iter().map(|(id, _)| id.len()).max().unwrap_or(0);
    all.into_iter().map(|(id, lead)| format!("{id:width$}  {lead}\n")).collect()
}

/// A page as plain text.
fn sheet(id: &str, severity: Severity, page: &FaultPage, language: CliLanguage) -> String {
    let word = match (severity, language) {
        (Severity::Error, CliLanguage::English) => "error",
        (Severity::Warning, CliLanguage::English) => "warning",
        (Severity::Error, CliLanguage::Vietnamese) => "lỗi",
        (Severity::Warning, CliLanguage::Vietnamese) => "cảnh báo",
    };
    let mut out = format!("{id} ({word})\n\n{}\n", page.lead);
    push(&mut out, &page.why);
    push(&mut out, &page.example);
    let told = tell(&Example::of(&page.example.files));
    out.push('\n');
    for line in told.text(language).lines() {
        out.push_str(format!("    {line}").trim_end());
        out.push('\n');
    }
    push(&mut out, &page.mend);
    out
}

fn push(out: &mut String, section: &Section) {
    out.push_str(&format!("\n{}\n", section.title));
    for line in section.words.lines() {
        out.push_str(format!("  {line}").trim_end());
        out.push('\n');
    }
    for file in &section.files {
        let directive = file.directive.as_ref().map_or_else(String::new, |directive| format!(" ({directive})"));
        out.push_str(&format!("\n    {}{directive}\n", file.path));
        for line in file.text.lines() {
            out.push_str(format!("    | {line}").trim_end());
            out.push('\n');
        }
    }
}
