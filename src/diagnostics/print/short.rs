//! For people and editors: `file:line:column: error[code]: message`.

use crate::diagnostics::Code;

use super::report::PrintedReport;
use super::{Settings, level, limited, more, style, styled, summary};

pub(super) fn print(report: &PrintedReport<'_>, settings: &Settings) -> String {
    let mut out = String::new();
    let (faults, rest) = limited(&report.faults);
    let kind = |code: &Code| styled(&format!("{}[{}]", level(code.severity), code.id), style(code.severity), settings);
    for fault in faults {
        out += &format!("{}: {}: {}\n", fault.spot, kind(fault.code), fault.message);
    }
    for (code, count) in rest {
        out += &format!("{}: {}\n", kind(code), more(count, settings.language));
    }
    out + &summary(report, settings.language)
}
