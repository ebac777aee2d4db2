//! What a unit and a group are called inside sentences: the words of site.yaml and units.yaml, else those of the theme.

use crate::common::Site;
use crate::common::main_text::says;

const SITE: &str = "noun: { vi: { other: cơ quan }, en: { one: agency, other: agencies } }\n";
const IN_TEXT: &str = "Departments }, in_text: { vi: các sở của tỉnh, en: the provincial departments } }";
const GROUP: &str = "Departments }, noun: { vi: { other: sở }, en: { one: office, other: offices } } }";

/// The small site with something added to site.yaml, and the end of its group written otherwise.
fn site(more: &str, group: &str) -> Site {
    let site = Site::minimal();
    site.replace("content/site.yaml", "languages: [vi, en]\n", &format!("languages: [vi, en]\n{more}"));
    site.replace("content/units.yaml", "Departments } }", group);
    site
}

#[test]
fn units_are_called_as_the_site_says() {
    let plain = site("", "Departments } }").build();
    says(&plain, "2024/groups/so/index.html", ["2 đơn vị.", "2 units."], ["cơ quan", "agenc"]);
    let named = site(SITE, "Departments } }").build();
    let page = "2024/groups/so/index.html";
    says(&named, page, ["2 cơ quan.", "2 agencies."], ["2 đơn vị", "2 units"]);
    says(&named, page, ["Hạng Cơ quan Tổng điểm", "Rank Agency Total"], ["Hạng Đơn vị", "Rank Unit"]);
    says(&named, "units/index.html", ["2 cơ quan", "2 agencies"], ["2 đơn vị", "2 units"]);
}

#[test]
fn a_group_may_have_a_noun_of_its_own() {
    let named = site(SITE, GROUP).build();
    says(&named, "2024/groups/so/index.html", ["2 sở.", "2 offices."], ["2 cơ quan", "2 agencies"]);
    says(
        &named,
        "2024/groups/so/index.html",
        ["Hạng Sở Tổng điểm", "Rank Office Total"],
        ["Hạng Cơ quan", "Rank Agency"],
    );
}

#[test]
fn one_unit_is_called_in_the_singular() {
    let one = site(SITE, "Departments } }");
    one.replace("content/units.yaml", "  so-tu-phap: { name: { vi: Sở Tư pháp, en: Justice }, group: so }\n", "");
    one.replace("content/scores/2024.yaml", "    so-tu-phap: { ha-tang: 15, nhan-luc: 9.5 }\n", "");
    says(&one.build(), "2024/groups/so/index.html", ["1 cơ quan.", "1 agency."], ["1 đơn vị", "1 agencies"]);
}

#[test]
fn a_noun_in_one_language_leaves_the_others_as_they_are() {
    let one = site("noun: { vi: { other: cơ quan } }\n", "Departments } }").build();
    says(&one, "2024/groups/so/index.html", ["2 cơ quan.", "2 units."], ["2 đơn vị", "cơ quan"]);
}

#[test]
fn a_group_is_named_in_sentences_as_units_yaml_says() {
    let plain = site("", "Departments } }").build();
    says(&plain, "2024/groups/so/index.html", ["Bảng xếp hạng Các sở", "Ranking of Departments"], ["???", "???"]);
    let named = site("", IN_TEXT).build();
    let title = ["Bảng xếp hạng các sở của tỉnh", "Ranking of the provincial departments"];
    says(&named, "2024/groups/so/index.html", title, ["hạng Các sở", "of Departments"]);
    let leads = ["dẫn đầu nhóm các sở của tỉnh với", "leads the provincial departments with"];
    says(&named, "2024/index.html", leads, ["nhóm Các sở", "leads Departments"]);
}

#[test]
fn a_noun_without_its_form_or_in_a_strange_language_is_told() {
    for (noun, code) in [
        ("noun: { vi: { one: cơ quan } }\n", "key-missing"),
        ("noun: { fr: { other: agences } }\n", "language-unknown"),
        ("noun: { vi: { other: cơ quan, few: cơ quan } }\n", "key-unknown"),
        ("noun: { vi: { other: \"\" } }\n", "text-empty"),
        ("noun: cơ quan\n", "not-a-map"),
    ] {
        let ran = site(noun, "Departments } }").run(&["check", "--format", "short"]);
        ran.must_end_with(1);
        assert!(ran.err.contains(&format!("[{code}]")), "{noun}{}", ran.err);
    }
}
