//! `add event`: what happened to units, among the events in the order of their days.

use clap::{Args, ValueEnum};

use super::Dialogue;
use super::desk::{EditDesk, Edited, NotAdded};
use crate::commands::usage::{day, is_day};
use crate::content::composed;
use crate::model::Date;
use crate::yaml::{NewValue, PartSpot, scalar};

/// Adds an event to units.yaml, behind those of the days before it.
#[derive(Debug, Args)]
pub(super) struct AddEvent {
    /// The first day on which it holds
    #[arg(value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<Date>,

    /// What happened
    #[arg(value_name = "KIND", value_enum)]
    kind: Option<Happened>,

    /// The units that it happened to; for a merger, those that are merged
    #[arg(value_name = "UNIT")]
    units: Vec<String>,

    /// What they became; for a split several with commas
    #[arg(long, value_name = "UNITS", value_delimiter = ',')]
    into: Vec<String>,

    /// The name or the group before; the name in the first language of the site
    #[arg(long, value_name = "TEXT")]
    from: Option<String>,

    /// The name before in English
    #[arg(long, value_name = "TEXT")]
    from_en: Option<String>,

    /// The name before in Vietnamese
    #[arg(long, value_name = "TEXT")]
    from_vi: Option<String>,

    /// The number of the document that ordered it
    #[arg(long, value_name = "NUMBER")]
    document: Option<String>,
}

/// What can happen to units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Happened {
    /// A unit has another name; its name in units.yaml is that of today
    Rename,
    /// Several units become one
    Merge,
    /// A unit becomes several
    Split,
    /// A unit ends
    Abolish,
    /// A unit begins
    Create,
    /// A unit goes to another group; its group in units.yaml is that of today
    Move,
}

impl Happened {
    fn key(self) -> &'static str {
        match self {
            Self::Rename => "rename",
            Self::Merge => "merge",
            Self::Split => "split",
            Self::Abolish => "abolish",
            Self::Create => "create",
            Self::Move => "move",
        }
    }
}

impl AddEvent {
    pub(super) fn added(&self, desk: &EditDesk<'_>, dialogue: &mut Dialogue<'_>) -> Result<Edited, NotAdded> {
        let date = self.date.map(|date| date.to_string());
        let question = ["First day, such as 2025-03-01", "Từ ngày, ví dụ 2025-03-01"];
        let date = dialogue.need_that("YYYY-MM-DD", date.as_deref(), question, &is_day);
        let kinds = Happened::value_variants().iter().map(|kind| kind.key()).collect::<Vec<_>>().join(", ");
        let [english, vietnamese] = [format!("What happened ({kinds})"), format!("Việc gì ({kinds})")];
        let is_kind = |word: &str| match Happened::from_str(word, false) {
            Ok(_) => Ok(()),
            Err(_) => Err([
                format!("`{word}` is no kind of event: {kinds}"),
                format!("`{word}` không phải là loại sự kiện: {kinds}"),
            ]),
        };
        let kind = dialogue.need_that("KIND", self.kind.map(Happened::key), [&english, &vietnamese], &is_kind);
        let kind = Happened::from_str(&kind, false).ok();
        let units = (!self.units.is_empty()).then(|| self.units.join(","));
        let units =
            dialogue.need("UNIT", units.as_deref(), ["Units, with commas", "Các đơn vị, cách nhau bằng dấu phẩy"]);
        let mut fields = vec![("date", date.clone())];
        match kind {
            Some(kind) => fields.extend(self.what(kind, &ids(&units), desk, dialogue)?),
            None => dialogue.complete()?,
        }
        dialogue.complete()?;
        let day = Date::parse(&date).filter(|_| kind.is_some()).ok_or_else(|| {
            NotAdded::Because([
                "a day such as 2025-03-01 and a kind of event are needed".to_owned(),
                "cần một ngày như 2025-03-01 và một loại sự kiện".to_owned(),
            ])
        })?;
        let number = self.document.as_ref().map(|number| scalar(&composed(number)));
        fields.extend(number.map(|number| ("document", format!("{{ number: {number} }}"))));
        let events = &desk.units()?.events;
        let spot = match events.iter().rposition(|event| event.date <= day) {
            Some(before) => PartSpot::After(before),
            None => PartSpot::First,
        };
        let path = "content/units.yaml";
        let add = |yaml: &crate::yaml::Yaml<'_>| yaml.with_item(&["events"], spot, &NewValue::Fields(fields));
        Ok(Edited { path: path.to_owned(), steps: vec![desk.change(path, desk.text(path)?, add)?] })
    }

    /// What happened to whom, as the event is written.
    fn what(
        &self,
        kind: Happened,
        units: &[String],
        desk: &EditDesk<'_>,
        dialogue: &mut Dialogue<'_>,
    ) -> Result<Vec<(&'static str, String)>, NotAdded> {
        let into = |dialogue: &mut Dialogue<'_>| {
            let into = (!self.into.is_empty()).then(|| self.into.join(","));
            ids(&dialogue.need("--into", into.as_deref(), ["What they became", "Trở thành đơn vị nào"]))
        };
        let list = |ids: &[String]| format!("[{}]", ids.join(", "));
        let several = kind == Happened::Merge;
        if !several && units.len() > 1 {
            let key = kind.key();
            return Err(NotAdded::Because([
                format!("`{key}` happens to one unit; write an event for each"),
                format!("`{key}` chỉ ghi một đơn vị; hãy ghi mỗi đơn vị một sự kiện"),
            ]));
        }
        let own = (kind.key(), if several { list(units) } else { units.join(", ") });
        Ok(match kind {
            Happened::Abolish | Happened::Create => vec![own],
            Happened::Merge => vec![own, ("into", into(dialogue).join(", "))],
            Happened::Split => vec![own, ("into", list(&into(dialogue)))],
            Happened::Move => {
                let from = dialogue.need("--from", self.from.as_deref(), ["Group before", "Nhóm trước đó"]);
                vec![own, ("from", from)]
            }
            Happened::Rename => {
                let given = [&self.from, &self.from_en, &self.from_vi].map(Option::as_deref);
                vec![own, ("from", desk.words(dialogue, "--from", given, ["Name before", "Tên trước đó"])?)]
            }
        })
    }
}

/// The ids of a text, between commas.
fn ids(text: &str) -> Vec<String> {
    text.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect()
}
