//! `add group`: a group behind the others.

use clap::Args;

use super::Dialogue;
use super::desk::{EditDesk, Edited, NotAdded};
use crate::commands::usage::day;
use crate::model::Date;
use crate::yaml::{NewValue, PartSpot};

/// Adds a group to units.yaml, behind the others.
#[derive(Debug, Args)]
pub(super) struct AddGroup {
    /// Its id, which is part of addresses and never changes
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

    /// Its first day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    from: Option<Date>,

    /// Its last day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    until: Option<Date>,
}

impl AddGroup {
    pub(super) fn added(&self, desk: &EditDesk<'_>, dialogue: &mut Dialogue<'_>) -> Result<Edited, NotAdded> {
        let groups = &desk.units()?.groups;
        let is_new = |id: &str| match groups.iter().any(|(own, _)| own.value == id) {
            true => Err([format!("there is a group `{id}` already"), format!("đã có nhóm mang mã `{id}`")]),
            false => Ok(()),
        };
        let question = ["Id of the group, such as so", "Mã nhóm, ví dụ so"];
        let id = dialogue.need_that("ID", self.id.as_deref(), question, &is_new);
        is_new(&id)?;
        let given = [&self.name, &self.name_en, &self.name_vi].map(Option::as_deref);
        let mut fields = vec![("name", desk.words(dialogue, "--name", given, ["Name", "Tên"])?)];
        dialogue.complete()?;
        fields.extend(self.from.map(|day| ("from", day.to_string())));
        fields.extend(self.until.map(|day| ("until", day.to_string())));
        let path = "content/units.yaml";
        let add =
            |yaml: &crate::yaml::Yaml<'_>| yaml.with_entry(&["groups"], PartSpot::Last, &id, &NewValue::Fields(fields));
        Ok(Edited { path: path.to_owned(), steps: vec![desk.change(path, desk.text(path)?, add)?] })
    }
}
