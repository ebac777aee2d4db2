//! What is wrong with the content, told on the page that a browser shows.

use serde::Serialize;

use crate::diagnostics::print::{Format, Settings, print_of};
use crate::diagnostics::{CliLanguage, Faults};
use crate::render::Html;
use crate::tree::Tree;

/// Where the preview's own files lie below the path of the site: no page can have such an address.
pub(super) const OWN: &str = "__scorebook/";

/// The script that reloads a page and tells faults on it.
pub(super) const SCRIPT: &[u8] = include_bytes!("live.js");

/// What is wrong with the content, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Notice {
    /// Whether it keeps the site from being published.
    is_error: bool,
    /// The language of the words, as a page names it.
    language: &'static str,
    /// What this is.
    heading: String,
    /// All faults, as a terminal tells them.
    text: String,
}

/// What faults mean for the site that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoticeKind {
    /// There are errors, and the site is shown as it was before them.
    Before,
    /// There are errors that show only in the whole site: it is shown as it is now, and could not be built.
    Unpublished,
    /// There are warnings.
    Remarks,
}

impl Notice {
    /// The faults that were found in these files; none where there are none.
    #[must_use]
    pub(super) fn of(faults: Faults, files: &Tree, kind: NoticeKind, language: CliLanguage) -> Option<Self> {
        if faults.errors() + faults.warnings() == 0 {
            return None;
        }
        let settings = Settings { format: Format::Human, language, colour: false };
        let text = print_of(faults, files, files.files.len(), &settings);
        let heading = match (kind, language) {
            (NoticeKind::Before, CliLanguage::English) => {
                "The content has errors. The site is shown as it was before them."
            }
            (NoticeKind::Before, CliLanguage::Vietnamese) => {
                "Nội dung có lỗi. Trang web đang hiện theo nội dung trước khi có lỗi."
            }
            (NoticeKind::Unpublished, CliLanguage::English) => {
                "The content has errors. The site is shown as it is, but cannot be published."
            }
            (NoticeKind::Unpublished, CliLanguage::Vietnamese) => {
                "Nội dung có lỗi. Trang web vẫn hiện được nhưng chưa xuất bản được."
            }
            (NoticeKind::Remarks, CliLanguage::English) => "The site can be published. What is worth a look:",
            (NoticeKind::Remarks, CliLanguage::Vietnamese) => "Trang web xuất bản được. Những điều nên xem lại:",
        };
        Some(Self { is_error: kind != NoticeKind::Remarks, language: tag(language), heading: heading.to_owned(), text })
    }

    /// That the input cannot be read, and why.
    #[must_use]
    pub(super) fn unread(why: String, language: CliLanguage) -> Self {
        let heading = match language {
            CliLanguage::English => "The content cannot be read. The site is shown as it was before.",
            CliLanguage::Vietnamese => "Không đọc được nội dung. Trang web đang hiện như trước đó.",
        };
        Self { is_error: true, language: tag(language), heading: heading.to_owned(), text: why }
    }

    /// As a terminal tells it.
    pub(crate) fn text(&self) -> &str {
        if self.text.is_empty() { &self.heading } else { &self.text }
    }
}

/// A language as a page names it.
fn tag(language: CliLanguage) -> &'static str {
    match language {
        CliLanguage::English => "en",
        CliLanguage::Vietnamese => "vi",
    }
}

/// Adds the script of the preview to a page; `made` is the number of the site that it belongs to.
pub(super) fn with_script(mut page: Vec<u8>, base: &str, made: u64) -> Vec<u8> {
    let mut script = Html::default();
    script.push_raw("<script src=\"");
    script.push_text(base);
    script.push_raw(OWN);
    script.push_raw("live.js\" data-made=\"");
    script.push_text(&made.to_string());
    script.push_raw("\"></script>");
    let end = memchr::memmem::rfind(&page, b"</body>").unwrap_or(page.len());
    page.splice(end..end, script.as_str().bytes());
    page
}

/// Why a page is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPage {
    /// There was no site yet that could be shown.
    Site,
    /// It cannot be made.
    Page,
    /// The site has no such file.
    File,
}

/// A page that only tells why there is no other one.
pub(super) fn page_of(missing: NoPage, text: &str, language: CliLanguage) -> Vec<u8> {
    let heading = match (missing, language) {
        (NoPage::Site, CliLanguage::English) => "There is no site to show yet",
        (NoPage::Site, CliLanguage::Vietnamese) => "Chưa có trang web để hiện",
        (NoPage::Page, CliLanguage::English) => "This page cannot be made",
        (NoPage::Page, CliLanguage::Vietnamese) => "Không dựng được trang này",
        (NoPage::File, CliLanguage::English) => "There is no such page",
        (NoPage::File, CliLanguage::Vietnamese) => "Không có trang này",
    };
    let mut page = Html::default();
    page.push_raw("<!doctype html><html lang=\"");
    page.push_text(tag(language));
    page.push_raw("\"><head><meta charset=\"utf-8\"><title>");
    page.push_text(heading);
    page.push_raw("</title></head><body><h1>");
    page.push_text(heading);
    page.push_raw("</h1><pre>");
    page.push_text(text);
    page.push_raw("</pre></body></html>\n");
    page.as_str().as_bytes().to_vec()
}
