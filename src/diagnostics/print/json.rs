//! For programs: one object with all faults.

use serde_json::{Value, json};

use super::level;
use super::report::{PrintedReport, Reported};

pub(super) fn print(report: &PrintedReport<'_>) -> String {
    let faults: Vec<Value> = report.faults.iter().map(told).collect();
    let report = json!({ "version": 1, "errors": report.errors, "warnings": report.warnings, "faults": faults });
    format!("{report}\n")
}

fn told(fault: &Reported<'_>) -> Value {
    let related = fault.related.iter().map(
        |(spot, message)| json!({ "file": spot.path, "line": spot.line, "column": spot.column, "message": message }),
    );
    json!({
        "code": fault.code.id,
        "severity": level(fault.code.severity),
        "message": fault.message,
        "file": fault.spot.path,
        "line": fault.spot.line,
        "column": fault.spot.column,
        "end_line": fault.spot.end_line,
        "end_column": fault.spot.end_column,
        "text": fault.text,
        "help": fault.help,
        "related": related.collect::<Vec<_>>(),
    })
}
