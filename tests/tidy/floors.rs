//! The floors of `src/writers/html`: pages are made of pieces, both stand in a frame, and no page takes from another.

use crate::{Source, holds, program, refused};

/// From the ground up.
const FLOORS: [&str; 3] = ["frame", "pieces", "pages"];

/// Where the floors begin.
const HTML: &str = "src/writers/html/";

/// The floor of a path below `writers/html`, and what stands there: `pages` and `unit` of `pages/unit.rs`.
fn place(path: &str) -> Option<(usize, &str)> {
    let (floor, rest) = path.split_once('/')?;
    let name = rest.split('/').next()?.trim_end_matches(".rs");
    Some((FLOORS.iter().position(|other| *other == floor)?, name))
}

/// The paths behind `writers::html::` in a file, with slashes.
fn imported(source: &Source) -> Vec<String> {
    let code: String = source.code().map(|(_, line)| format!("{line}\n")).collect();
    let paths = code.split("writers::html::").skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => {
            let group = group.split('}').next().unwrap_or_default();
            group.split(',').map(|path| path.trim().to_owned()).collect::<Vec<String>>()
        }
        None => vec![rest.chars().take_while(|c| c.is_alphanumeric() || ['_', ':'].contains(c)).collect()],
    });
    paths.map(|path| path.replace("::", "/")).collect()
}

fn broken(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in files {
        let Some((here, own)) = source.path.strip_prefix(HTML).and_then(place) else { continue };
        if own == "mod" {
            continue;
        }
        for path in imported(source) {
            match place(&path) {
                Some((there, _)) if there > here => {
                    broken.push(format!("{}: takes {path} from a floor above", source.path));
                }
                Some((there, name)) if there == here && FLOORS[there] == "pages" && name != own => {
                    broken.push(format!("{}: a page takes {path} from another page", source.path));
                }
                Some(_) => {}
                None => broken.push(format!("{}: {path} stands on no floor", source.path)),
            }
        }
        if source.code().any(|(_, line)| line.contains("super::super::")) {
            broken.push(format!("{}: leaves its floor by super", source.path));
        }
    }
    broken
}

#[test]
fn pages_are_made_of_pieces_in_a_frame() {
    holds(broken(&program()));
}

#[test]
fn what_takes_from_above_or_from_another_page_is_refused() {
    let case = |path: &str, text: &str, why: &str| refused(broken(&[Source::new(path, text)]), why);
    let above = "use crate::writers::html::pieces::tables::full;\n";
    case("src/writers/html/frame/menu.rs", above, "from a floor above");
    let page = "use crate::writers::html::pages::unit::view;\n";
    case("src/writers/html/pieces/tiles.rs", page, "from a floor above");
    case("src/writers/html/pages/home.rs", page, "from another page");
    case("src/writers/html/pages/methodology/worked.rs", page, "from another page");
    case("src/writers/html/pages/home.rs", "use crate::writers::html::{frame, other::x};\n", "stands on no floor");
    case("src/writers/html/pages/home.rs", "use super::super::pieces;\n", "by super");
    let fine =
        "use crate::writers::html::pages::methodology::worked::Worked;\nuse crate::writers::html::frame::link::Link;\n";
    assert_eq!(broken(&[Source::new("src/writers/html/pages/methodology/mod.rs", fine)]), Vec::<String>::new());
}
