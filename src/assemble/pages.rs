//! Free pages: the files of one name in several languages are one page.

use crate::content::Content;
use crate::model::{FreePage, PageAlias, PageText};

/// The pages in the order of their menu, then of their names.
pub(super) fn pages(content: &Content) -> Vec<FreePage> {
    let n_languages = content.site.as_ref().map_or(1, |site| site.languages.len());
    let mut pages: Vec<FreePage> = Vec::new();
    for file in &content.pages {
        let at = pages.iter().position(|p| p.name == file.name.value).unwrap_or_else(|| {
            pages.push(FreePage {
                name: file.name.value.clone(),
                order: file.order,
                menu: file.menu,
                aliases: Vec::new(),
                texts: vec![None; n_languages],
            });
            pages.len() - 1
        });
        let page = &mut pages[at];
        page.menu |= file.menu;
        page.order = page.order.min(file.order);
        for alias in &file.aliases {
            if page.aliases.iter().all(|known| known.name != alias.value) {
                page.aliases.push(PageAlias { name: alias.value.clone(), place: alias.place });
            }
        }
        page.texts[file.language] =
            Some(PageText { title: file.title.clone(), markdown: file.markdown.clone(), place: file.body });
    }
    pages.sort_by(|a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
    pages
}
