//! The dictionary of columns: what each column of each table for machines means.

use serde::Serialize;

use crate::render::Html;
use crate::routes::Route;
use crate::writers::described::kinds::{DescribedKind, kinds};
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::table::{Field, FieldKind};

#[derive(Serialize)]
struct FieldsPage {
    frame: Frame,
    title: String,
    say: String,
    tables: Vec<DescribedTable>,
}

/// A table with the meanings of its columns.
#[derive(Serialize)]
struct DescribedTable {
    /// The name of its files; `GROUP` and the like stand for what differs.
    name: String,
    anchor: &'static str,
    holds: String,
    columns: Vec<DescribedColumn>,
}

/// A column with its meaning.
#[derive(Serialize)]
struct DescribedColumn {
    /// It may break behind each `_`, so that the table stays on a small screen.
    name: Html,
    kind: String,
    means: String,
}

/// The dictionary in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Fields, "fields.html", view)).collect()
}

fn view(page: &Page<'_>) -> FieldsPage {
    let title = page.say("fields.title", &[]);
    let say = page.say("fields.say", &[]);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", page.text(&page.series().site.title))]),
        description: say.clone(),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::SeriesData, page.say("data.crumb", &[])),
            Link::here(title.clone()),
        ],
        edition: None,
        languages: None,
    };
    FieldsPage { frame: frame(page, head), title, say, tables: tables(page) }
}

/// Every kind of table that the site has, with the columns of all its tables.
fn tables(page: &Page<'_>) -> Vec<DescribedTable> {
    kinds(page.context.offered, &page.data.tables).iter().map(|kind| described(page, kind)).collect()
}

fn described(page: &Page<'_>, DescribedKind { kind, fields, .. }: &DescribedKind<'_>) -> DescribedTable {
    // One line for all columns that are named alike: a name in each language.
    let mut lines: Vec<&Field> = Vec::new();
    for field in fields {
        if lines.iter().all(|other| other.pattern() != field.pattern()) {
            lines.push(field);
        }
    }
    let columns = lines.into_iter().map(|field| DescribedColumn {
        name: breakable(field.pattern()),
        kind: page.say(&format!("fields.kind.{}", kind_word(field.kind)), &[]),
        means: page.say(&format!("field.{}", field.means), &[]),
    });
    DescribedTable {
        name: if *kind == "ranking" { "ranking-GROUP".to_owned() } else { (*kind).to_owned() },
        anchor: kind,
        holds: page.say(&format!("data.row.{kind}"), &[]),
        columns: columns.collect(),
    }
}

fn breakable(name: &str) -> Html {
    let mut html = Html::default();
    for (at, part) in name.split_inclusive('_').enumerate() {
        if at > 0 {
            html.push_raw("<wbr>");
        }
        html.push_text(part);
    }
    html
}

fn kind_word(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "text",
        FieldKind::Number => "number",
        FieldKind::Date => "date",
    }
}
