//! Themes: the copy of the built-in one makes the same site, and each kind of file replaces what it should.

use crate::common::{Files, Site};

/// The small site with a theme of its own: the files of the fixture lie in `themes/mine/`.
fn themed(fixture: &str) -> Site {
    let site = Site::minimal_with(fixture);
    let text = site.read("content/site.yaml");
    site.write("content/site.yaml", format!("{text}theme: mine\n"));
    site
}

#[track_caller]
fn page(files: &Files, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}

#[test]
fn a_copy_of_the_built_in_theme_makes_the_same_site() {
    let plain = Site::minimal().build();
    let site = Site::minimal();
    let ran = site.run(&["theme", "eject", "mine"]);
    ran.must_end_with(0);
    assert!(ran.out.contains("write `theme: mine` in content/site.yaml"), "{}", ran.out);
    let text = site.read("content/site.yaml");
    site.write("content/site.yaml", format!("{text}theme: mine\n"));
    let copied = site.build();
    assert_eq!(plain.keys().collect::<Vec<_>>(), copied.keys().collect::<Vec<_>>());
    for (path, bytes) in &plain {
        assert!(copied[path] == *bytes, "{path} differs");
    }
    site.run(&["theme", "eject", "mine"]).must_end_with(2);
    for name in ["default", "../up", "Mine", ""] {
        site.run(&["theme", "eject", name]).must_end_with(2);
    }
}

#[test]
fn a_theme_replaces_templates_phrases_styles_and_fragments() {
    let site = themed(
        "//- themes/mine/templates/archive.html\n{% extends \"default/archive.html\" %}{% block main %}<h1>Kho</h1>{% endblock %}\n\
         //- themes/mine/languages/vi.yaml\nphrases:\n  menu.archive: Kho lưu trữ\n\
         //- themes/mine/assets/theme.css\nbody { background: url(dots.svg) }\n\
         //- themes/mine/assets/dots.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n\
         //- themes/mine/fragments/ranking.html\n<table class=\"own\"><caption>{{ caption }}</caption>\
         {% for block in blocks %}{% for row in block.rows %}<tr><td>{{ row.name }}</td></tr>{% endfor %}{% endfor %}</table>\n",
    );
    let files = site.build();
    assert!(page(&files, "archive/index.html").contains("<h1>Kho</h1>"));
    let home = page(&files, "index.html");
    assert!(home.contains(">Kho lưu trữ</a>") && home.contains("assets/theme."), "{home}");
    assert!(home.contains("<table class=\"own\">"), "{home}");
    let sheet = files.keys().find(|path| path.starts_with("assets/theme.")).unwrap();
    let dots = files.keys().find(|path| path.starts_with("assets/dots.")).unwrap();
    assert!(page(&files, sheet).contains(&format!("url({})", &dots["assets/".len()..])));
}

#[test]
fn a_faulty_fragment_is_told_at_its_place() {
    let site = themed("//- themes/mine/fragments/ranking.html\n<table>\n  {{ capton }}\n</table>\n");
    let ran = site.run(&["check", "--format", "short"]);
    ran.must_end_with(1);
    let line = ran.err.lines().next().unwrap();
    assert!(line.starts_with("themes/mine/fragments/ranking.html:2:6: error[template-fault]: "), "{line}");
    assert!(line.contains("capton") && line.contains("caption"), "{line}");
    let ran = site.run(&["--lang", "vi", "check", "--format", "short"]);
    let line = ran.err.lines().next().unwrap();
    let words = "error[template-fault]: mẫu trang fragments/ranking.html: không có biến `capton`; các biến dùng được: ";
    assert!(line.contains(words) && line.contains("caption"), "{line}");
}

#[test]
fn the_second_theme_of_the_repository_works() {
    let site = Site::minimal();
    let folder = crate::common::repository().join("themes/plain");
    for (path, bytes) in crate::common::files_below(&folder) {
        site.write(&format!("themes/plain/{path}"), bytes);
    }
    let text = site.read("content/site.yaml");
    site.write("content/site.yaml", format!("{text}theme: plain\n"));
    let home = page(&site.build(), "index.html");
    assert!(home.contains(">Bảng xếp hạng</a>") && home.contains("assets/theme."), "{home}");
}
