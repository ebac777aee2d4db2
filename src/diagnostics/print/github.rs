//! For GitHub Actions: workflow commands, which it shows in the changed lines.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::level;
use super::report::{PrintedReport, Reported};

pub(super) fn print(report: &PrintedReport<'_>) -> String {
    report.faults.iter().map(told).collect()
}

fn told(fault: &Reported<'_>) -> String {
    let spot = &fault.spot;
    let message = [fault.message.as_str(), fault.help.as_str()].map(data);
    let message = message.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("%0A");
    format!(
        "::{} file={},line={},col={},endLine={},endColumn={},title={}::{message}\n",
        level(fault.code.severity),
        property(&spot.path),
        spot.line,
        spot.column,
        spot.end_line,
        spot.end_column,
        property(fault.code.id),
    )
}

/// A text that may not end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that may not end the property either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
