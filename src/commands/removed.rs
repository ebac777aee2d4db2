//! Editions that a build is told to take off the site: each must be published, and gone from what is built.

use super::streams;
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::routes::edition_of_scores;

/// Refuses to remove an edition that stays or was never there. `written` are the ids of the editions that the new site has.
pub(super) fn check<'p>(
    call: &Invocation,
    published: impl Iterator<Item = &'p str>,
    written: &[&str],
    remove: &[String],
) -> Result<(), ExitStatus> {
    let before: Vec<&str> = published.filter_map(edition_of_scores).collect();
    for id in remove {
        if written.contains(&id.as_str()) {
            return Err(say(call, &stays(id)));
        }
        if !before.contains(&id.as_str()) {
            return Err(say(call, &unknown(id, &before)));
        }
    }
    Ok(())
}

/// Says what is wrong, in English and Vietnamese.
fn say(call: &Invocation, [english, vietnamese]: &[String; 2]) -> ExitStatus {
    streams::say(if call.language == CliLanguage::Vietnamese { vietnamese } else { english }, ExitStatus::Usage)
}

fn stays(id: &str) -> [String; 2] {
    [
        format!(
            "error: `--remove {id}`: content/ still has this edition; take content/scores/{id}.yaml away first; nothing was \
             written\n"
        ),
        format!(
            "lỗi: `--remove {id}`: content/ vẫn còn kỳ này; hãy bỏ tệp content/scores/{id}.yaml trước; chưa ghi gì\n"
        ),
    ]
}

fn unknown(id: &str, before: &[&str]) -> [String; 2] {
    let list = before.join(", ");
    let (english, vietnamese) = if list.is_empty() {
        ("there is none".to_owned(), "chưa có kỳ nào".to_owned())
    } else {
        (format!("there are {list}"), format!("các kỳ là {list}"))
    };
    [
        format!("error: `--remove {id}`: no such edition is published; {english}; nothing was written\n"),
        format!("lỗi: `--remove {id}`: chưa xuất bản kỳ nào như vậy; {vietnamese}; chưa ghi gì\n"),
    ]
}
