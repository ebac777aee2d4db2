//! For code scanners: SARIF 2.1.0, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use crate::diagnostics::Code;

use super::level;
use super::report::{PrintedReport, Reported, Spot};

pub(super) fn print(report: &PrintedReport<'_>) -> String {
    let codes: BTreeMap<&str, &Code> = report.faults.iter().map(|fault| (fault.code.id, fault.code)).collect();
    let ids: Vec<&str> = codes.keys().copied().collect();
    let rules: Vec<Value> = codes.values().map(|code| rule(code)).collect();
    let results: Vec<Value> = report.faults.iter().map(|fault| result(fault, &ids)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "scorebook", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log}\n")
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.id,
        "shortDescription": { "text": code.id.replace('-', " ") },
        "help": { "text": format!("scorebook explain {}", code.id) },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn result(fault: &Reported<'_>, ids: &[&str]) -> Value {
    let mut result = json!({
        "ruleId": fault.code.id,
        "ruleIndex": ids.binary_search(&fault.code.id).unwrap_or_default(),
        "level": level(fault.code.severity),
        "message": { "text": fault.message },
        "locations": [{ "physicalLocation": location(&fault.spot) }],
    });
    if !fault.related.is_empty() {
        let related = fault
            .related
            .iter()
            .map(|(spot, message)| json!({ "physicalLocation": location(spot), "message": { "text": message } }));
        result["relatedLocations"] = related.collect();
    }
    result
}

fn location(spot: &Spot) -> Value {
    json!({
        "artifactLocation": { "uri": uri(&spot.path) },
        "region": {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        },
    })
}

/// A relative path as a reference by RFC 3986.
fn uri(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
