//! Office Open XML: the list of sheets, and the texts that cells share.

use std::collections::BTreeMap;

use super::grid::{CellGrid, CellsLeft};
use super::pack::Pack;
use super::sheet::{SheetShared, sheet};
use super::styles::styles;
use super::texts::shared_texts;
use super::unreadable::Unreadable;
use super::xml::{Step, Steps};

/// The sheets of a workbook, in its order; charts and the like are none.
pub(super) fn xlsx(pack: &mut Pack<'_>) -> Result<Vec<CellGrid>, Unreadable> {
    let workbook = main_part(pack)?;
    let text = pack.text(&workbook)?.ok_or_else(|| Unreadable::broken(&workbook, "is not there"))?;
    let related = relations(pack, &workbook)?;
    let one = |kind: &str| related.values().find(|other| other.kind.ends_with(kind)).map(|other| other.target.clone());
    let styles = match one("/styles").map(|part| pack.text(&part).map(|text| (part, text))).transpose()? {
        Some((part, Some(text))) => styles(&part, &text)?,
        _ => Vec::new(),
    };
    let texts = match one("/sharedStrings").map(|part| pack.text(&part).map(|text| (part, text))).transpose()? {
        Some((part, Some(text))) => shared_texts(&part, &text)?,
        _ => Vec::new(),
    };
    let shared = SheetShared { styles, texts };
    let (mut grids, mut left) = (Vec::new(), CellsLeft::default());
    for (name, is_hidden, id) in sheets(&workbook, &text)? {
        let Some(relation) = related.get(&id).filter(|relation| relation.kind.ends_with("/worksheet")) else {
            continue;
        };
        let Some(text) = pack.text(&relation.target)? else { continue };
        let mut grid = CellGrid { name, is_hidden, ..CellGrid::default() };
        sheet(&relation.target, &text, &shared, &mut grid, &mut left)?;
        grids.push(grid);
    }
    Ok(grids)
}

/// What a part refers to.
struct Related {
    kind: String,
    target: String,
}

/// The part that lists the sheets.
fn main_part(pack: &mut Pack<'_>) -> Result<String, Unreadable> {
    let found = relations(pack, "")?.into_values().find(|other| other.kind.ends_with("/officeDocument"));
    let part = found.map_or_else(|| "xl/workbook.xml".to_owned(), |other| other.target);
    if part.ends_with(".bin") {
        return Err(Unreadable::NotAWorkbook { seems: "xlsb" });
    }
    if pack.has("word/document.xml") || pack.has("ppt/presentation.xml") {
        return Err(Unreadable::NotAWorkbook { seems: "docx" });
    }
    Ok(part)
}

fn relations(pack: &mut Pack<'_>, of: &str) -> Result<BTreeMap<String, Related>, Unreadable> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let slash = if folder.is_empty() { "" } else { "/" };
    let part = format!("{folder}{slash}_rels/{name}.rels");
    let Some(text) = pack.text(&part)? else { return Ok(BTreeMap::new()) };
    let mut related = BTreeMap::new();
    let mut steps = Steps::of(&part, &text);
    while let Some(step) = steps.step()? {
        let Step::Start(element) = step else { continue };
        let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) else { continue };
        let kind = element.attribute("Type").unwrap_or_default();
        related.insert(id, Related { kind, target: resolved(folder, &target) });
    }
    Ok(related)
}

/// The path of a part, told from the folder of the one that refers to it.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The name of each sheet, whether it is hidden, and by what it is referred to.
fn sheets(part: &str, text: &str) -> Result<Vec<(String, bool, String)>, Unreadable> {
    let (mut sheets, mut steps) = (Vec::new(), Steps::of(part, text));
    while let Some(step) = steps.step()? {
        let Step::Start(element) = step else { continue };
        if element.name == "sheet" {
            let is_hidden = element.attribute("state").is_some_and(|state| state != "visible");
            let id = element.attribute("id").unwrap_or_default();
            sheets.push((element.attribute("name").unwrap_or_default(), is_hidden, id));
        }
    }
    Ok(sheets)
}
