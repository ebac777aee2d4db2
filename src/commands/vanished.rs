//! Editions that the published site has and the content no longer has: their addresses are promises.

use super::streams;
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::routes::edition_of_scores;

/// Whether an edition may be published beside what was published: one that would vanish stops the build unless `remove`
/// names it, and `remove` names none that stays or was never there. `written` are the ids of the editions that the new site
/// has, `is_draft` tells those that the content has as drafts.
pub(super) fn check<'p>(
    call: &Invocation,
    published: impl Iterator<Item = &'p str>,
    written: &[&str],
    is_draft: impl Fn(&str) -> bool,
    remove: &[String],
) -> Result<(), ExitStatus> {
    let before: Vec<&str> = published.filter_map(edition_of_scores).collect();
    for id in remove {
        if written.contains(&id.as_str()) {
            return Err(say(call, ExitStatus::Usage, &stays(id)));
        }
        if !before.contains(&id.as_str()) {
            return Err(say(call, ExitStatus::Usage, &unknown(id, &before)));
        }
    }
    let gone = |id: &&str| !written.contains(id) && !remove.iter().any(|other| other == id);
    let gone: Vec<&str> = before.into_iter().filter(gone).collect();
    let Some(first) = gone.first() else { return Ok(()) };
    let options: Vec<String> = gone.iter().map(|id| format!("--remove {id}")).collect();
    let text = if gone.iter().all(|id| is_draft(id)) {
        drafts(&gone.join(", "), &options.join(" "))
    } else {
        vanished(&gone.join(", "), first, &options.join(" "))
    };
    Err(say(call, ExitStatus::Faults, &text))
}

/// Says a sentence and what to do, in English and Vietnamese.
fn say(call: &Invocation, end: ExitStatus, [english, vietnamese]: &[String; 2]) -> ExitStatus {
    streams::say(if call.language == CliLanguage::Vietnamese { vietnamese } else { english }, end)
}

fn vanished(ids: &str, first: &str, options: &str) -> [String; 2] {
    [
        format!(
            "error: published and no longer in content/: {ids}; nothing was written\n  \
             = help: put content/scores/{first}.yaml back, or take it off the site with `scorebook build {options}`: links \
             to it will be dead\n"
        ),
        format!(
            "lỗi: đã xuất bản nhưng không còn trong content/: {ids}; chưa ghi gì\n  \
             = gợi ý: đưa tệp content/scores/{first}.yaml trở lại, hoặc gỡ khỏi trang web bằng `scorebook build {options}`: \
             các liên kết đến đó sẽ hỏng\n"
        ),
    ]
}

fn drafts(ids: &str, options: &str) -> [String; 2] {
    [
        format!(
            "error: published, and now a draft in content/: {ids}; nothing was written\n  \
             = help: give it another `status`, publish it as a draft with `--drafts`, or take it off the site with \
             `scorebook build {options}`: links to it will be dead\n"
        ),
        format!(
            "lỗi: đã xuất bản, nay trong content/ chỉ là bản nháp: {ids}; chưa ghi gì\n  \
             = gợi ý: đặt `status` khác, xuất bản cả bản nháp bằng `--drafts`, hoặc gỡ khỏi trang web bằng `scorebook build \
             {options}`: các liên kết đến đó sẽ hỏng\n"
        ),
    ]
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
