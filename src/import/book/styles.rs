//! The styles of an Office Open XML workbook: of each the format of numbers and the indentation of texts.

use std::collections::BTreeMap;

use super::unreadable::Unreadable;
use super::xml::{Step, Steps};

/// What is needed of a style.
#[derive(Clone, Debug, Default)]
pub(super) struct CellStyle {
    /// The code of its format of numbers.
    pub(super) code: String,
    /// How far its text is indented.
    pub(super) indent: u8,
}

/// The styles of cells, in the order in which cells name them.
pub(super) fn styles(part: &str, text: &str) -> Result<Vec<CellStyle>, Unreadable> {
    let (mut codes, mut styles, mut in_cells) = (BTreeMap::new(), Vec::new(), false);
    let mut steps = Steps::of(part, text);
    while let Some(step) = steps.step()? {
        match step {
            Step::Start(element) => match element.name.as_str() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (element.number("numFmtId"), element.attribute("formatCode")) {
                        codes.insert(id, code);
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => styles.push((element.number("numFmtId").unwrap_or_default(), 0)),
                "alignment" if in_cells => {
                    let indent = element.number("indent").unwrap_or_default();
                    if let Some(style) = styles.last_mut() {
                        style.1 = u8::try_from(indent).unwrap_or(u8::MAX);
                    }
                }
                _ => {}
            },
            Step::End(name) if name == "cellXfs" => in_cells = false,
            Step::End(_) | Step::Text(_) => {}
        }
    }
    let code = |id: u32| codes.get(&id).cloned().unwrap_or_else(|| built_in(id).to_owned());
    Ok(styles.into_iter().map(|(id, indent)| CellStyle { code: code(id), indent }).collect())
}

/// The codes that need not be written (ECMA-376 part 1, 18.8.30).
pub(super) fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 => "\"$\"#,##0_);(\"$\"#,##0)",
        7 | 8 => "\"$\"#,##0.00_);(\"$\"#,##0.00)",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14..=17 | 27..=31 | 36 | 50..=54 | 57..=58 => "yyyy-mm-dd",
        18..=21 | 32..=35 | 45..=47 | 55..=56 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        37 | 38 => "#,##0_);(#,##0)",
        39 | 40 => "#,##0.00_);(#,##0.00)",
        41 => "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        42 => "_(\"$\"* #,##0_);_(\"$\"* (#,##0);_(\"$\"* \"-\"_);_(@_)",
        43 => "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        44 => "_(\"$\"* #,##0.00_);_(\"$\"* (#,##0.00);_(\"$\"* \"-\"??_);_(@_)",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}
