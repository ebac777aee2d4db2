//! `add unit`: a unit behind the others of its group.

use clap::Args;

use super::Dialogue;
use super::desk::{EditDesk, Edited, NotAdded};
use crate::commands::typed::unknown;
use crate::commands::usage::day;
use crate::content::composed;
use crate::model::Date;
use crate::yaml::{NewValue, PartSpot, scalar};

/// Adds a unit to units.yaml, behind the others of its group.
#[derive(Debug, Args)]
pub(super) struct AddUnit {
    /// Its id, which is part of addresses and never changes, such as so-moi
    #[arg(value_name = "ID")]
    id: Option<String>,

    /// Its name in the first language of the site
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,

    /// Its name in English
    #[arg(long, value_name = "TEXT")]
    name_en: Option<String>,

    /// Its name in Vietnamese
    #[arg(long, value_name = "TEXT")]
    name_vi: Option<String>,

    /// A short name
    #[arg(long, value_name = "TEXT")]
    short: Option<String>,

    /// Its group
    #[arg(long, value_name = "ID")]
    group: Option<String>,

    /// Its first day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    from: Option<Date>,
}

impl AddUnit {
    pub(super) fn added(&self, desk: &EditDesk<'_>, dialogue: &mut Dialogue<'_>) -> Result<Edited, NotAdded> {
        let file = desk.units()?;
        let is_new = |id: &str| match file.units.iter().any(|unit| unit.id.value == id) {
            true => Err([format!("there is a unit `{id}` already"), format!("đã có đơn vị mang mã `{id}`")]),
            false => Ok(()),
        };
        let question = ["Id of the unit, such as so-moi", "Mã đơn vị, ví dụ so-moi"];
        let id = dialogue.need_that("ID", self.id.as_deref(), question, &is_new);
        is_new(&id)?;
        let given = [&self.name, &self.name_en, &self.name_vi].map(Option::as_deref);
        let name = desk.words(dialogue, "--name", given, ["Name", "Tên"])?;
        let groups = || file.groups.iter().map(|(id, _)| id.value.as_str());
        let all = groups().collect::<Vec<_>>().join(", ");
        let [english, vietnamese] = [format!("Group ({all})"), format!("Nhóm ({all})")];
        let is_known = |group: &str| match groups().any(|known| known == group) {
            true => Ok(()),
            false => Err(unknown(["group", "nhóm"], group, groups())),
        };
        let group = dialogue.need_that("--group", self.group.as_deref(), [&english, &vietnamese], &is_known);
        dialogue.complete()?;
        is_known(&group)?;
        let mut fields = vec![("name", name)];
        fields.extend(self.short.as_ref().map(|short| ("short", scalar(&composed(short)))));
        fields.push(("group", group.clone()));
        fields.extend(self.from.map(|day| ("from", day.to_string())));
        let is_own = |unit: &crate::content::UnitWritten| unit.group.as_ref().is_some_and(|own| own.value == group);
        let spot = file.units.iter().rposition(is_own).map_or(PartSpot::Last, PartSpot::After);
        let path = "content/units.yaml";
        let add = |yaml: &crate::yaml::Yaml<'_>| yaml.with_entry(&["units"], spot, &id, &NewValue::Fields(fields));
        Ok(Edited { path: path.to_owned(), steps: vec![desk.change(path, desk.text(path)?, add)?] })
    }
}
