//! Questions about the sheet as a whole: whether it was understood the right way.

use crate::import::answers::{AnswerSection, Answers, YES};
use crate::import::question::{AnswerChoice, ImportQuestion, Said, said};
use crate::import::table::{Doubt, DoubtKind, FoundTable};

/// What is asked about the whole sheet, and was not answered.
pub(super) fn questions(table: &FoundTable, answers: &Answers) -> Vec<ImportQuestion> {
    let open = table.doubts.iter().filter_map(|doubt| question(table, doubt));
    open.filter(|question| answers.of(question.section, &question.key) != Some(YES)).collect()
}

fn question(table: &FoundTable, doubt: &Doubt) -> Option<ImportQuestion> {
    let at = table.addresses(&doubt.at);
    let heading = |column: &usize| table.columns.get(*column).map(|column| column.at.letters()).unwrap_or_default();
    let (key, asked) = match &doubt.kind {
        DoubtKind::Orientation if table.is_transposed => {
            ("orientation", said("are the units the columns of the sheet?", "các đơn vị có nằm theo cột không?"))
        }
        DoubtKind::Orientation => {
            ("orientation", said("are the units the rows of the sheet?", "các đơn vị có nằm theo dòng không?"))
        }
        DoubtKind::NameColumn { columns } => {
            let first = columns.first().map(heading).unwrap_or_default();
            let all = columns.iter().map(heading).collect::<Vec<_>>().join(", ");
            let english = format!("columns {all} could name the units: is it column {first}?");
            ("names", said(english, format!("các cột {all} đều có thể là tên đơn vị: có phải cột {first} không?")))
        }
        DoubtKind::TwoNameColumns => {
            let english = format!("units stand in two columns, one below the other ({at}): are all of them units?");
            let vietnamese = format!("tên đơn vị nằm ở hai cột, nối tiếp nhau ({at}): tất cả đều là đơn vị?");
            ("names in two columns", said(english, vietnamese))
        }
        DoubtKind::LeagueTables => ("side by side", side_by_side(&at)),
        DoubtKind::GoesOnBeside => ("goes on beside", goes_on_beside(&at)),
        DoubtKind::RepeatedUnit { passed, .. } if !passed.is_empty() => ("unit once more", once_more(&at)),
        DoubtKind::NoRanking
        | DoubtKind::RepeatedUnit { .. }
        | DoubtKind::RoleOf { .. }
        | DoubtKind::RankOf { .. }
        | DoubtKind::StoredOrShown { .. }
        | DoubtKind::ShownUnknown { .. }
        | DoubtKind::Percent { .. }
        | DoubtKind::DecimalSign { .. }
        | DoubtKind::Sign { .. }
        | DoubtKind::WholeOrUnit { .. }
        | DoubtKind::Unranked { .. }
        | DoubtKind::HiddenRows { .. }
        | DoubtKind::BandsOrGroups
        | DoubtKind::WithoutValues { .. } => return None,
    };
    Some(ImportQuestion::new(
        AnswerSection::Sheet,
        key,
        asked,
        vec![AnswerChoice::yes(said("yes, go on", "đúng, tiếp tục"))],
    ))
}

fn once_more(at: &str) -> Said {
    said(
        format!("a unit stands once more below the table ({at}), which is left out: is that right?"),
        format!("phía dưới bảng có một đơn vị lặp lại ({at}), sẽ bỏ qua dòng đó: đúng không?"),
    )
}

fn goes_on_beside(at: &str) -> Said {
    said(
        format!("the table goes on at its side ({at}): are the units there further ones, as if they stood below?"),
        format!("bảng nối tiếp ở bên cạnh ({at}): các đơn vị ở đó có phải là phần tiếp theo, như thể ở phía dưới?"),
    )
}

fn side_by_side(at: &str) -> Said {
    said(
        format!(
            "tables stand side by side ({at}), each in an order of its own: each row of one is joined with the row of the \
             others that has the same name: is that right?"
        ),
        format!(
            "nhiều bảng đặt cạnh nhau ({at}), mỗi bảng một thứ tự: mỗi dòng của bảng này sẽ ghép với dòng cùng tên của các \
             bảng kia: đúng không?"
        ),
    )
}
