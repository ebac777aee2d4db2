//! Corrections: each earlier version as files, and what the pages say of them, in a small site with two days of
//! corrections. What is expected was counted by hand.

use std::sync::OnceLock;

use crate::common::html::named;
use crate::common::main_text::main_text;
use crate::common::{Files, Site, csv_rows, text};
use crate::example;

pub(crate) fn corrected() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| Site::new(include_str!("../data/corrected.txt")).build())
}

/// The cells of a criterion in a version as `unit score rank flag`.
fn cells(path: &str, criterion: &str) -> Vec<String> {
    let rows = csv_rows(text(corrected(), path));
    let own = rows.iter().filter(|row| row["criterion"] == criterion && row["group"] == "so");
    own.map(|row| format!("{} {} {} {}", row["unit"], row["score"], row["rank"], row["flag"]).trim().to_owned())
        .collect()
}

#[test]
fn the_log_is_a_file() {
    let expected = "edition,date,group,unit,unit_name,criterion,was,now,kind,reason,document,version,correction
2023,2024-03-01,so,so-noi-vu,Sở Nội vụ,nhan-luc,9,missing,revision,Rút số liệu,,1,1
2023,2024-03-01,huyen,huyen-binh,Huyện Bình,nhan-luc,7,unpublished,correction,,,1,2
2023,2024-06-10,so,so-y-te,Sở Y tế,ha-tang,7,9.5,correction,'=Cộng sai,12/TB-STTTT,2,3
2023,2024-06-10,so,so-y-te,Sở Y tế,total,15.0,17.5,correction,,,2,4
";
    assert_eq!(text(corrected(), "2023/data/corrections.csv"), expected);
    assert_eq!(text(corrected(), "data/corrections.csv"), expected);
}

#[test]
fn each_version_is_ranked_by_the_same_rules() {
    let v1 = "rank,unit,unit_name,total,maximum,band,ha-tang,ha-tang_rank,nhan-luc,nhan-luc_rank
1,so-tu-phap,Sở Tư pháp,17,20,,9,1,8,2
2,so-noi-vu,Sở Nội vụ,16,20,,7,2,9,1
3,so-y-te,Sở Y tế,15,20,,7,2,8,2
4,so-xay-dung,Sở Xây dựng,12,20,,6,3,6,3
";
    let v2 = "rank,unit,unit_name,total,maximum,band,ha-tang,ha-tang_rank,nhan-luc,nhan-luc_rank
1,so-tu-phap,Sở Tư pháp,17,20,,9,1,8,1
2,so-y-te,Sở Y tế,15,20,,7,2,8,1
3,so-xay-dung,Sở Xây dựng,12,20,,6,3,6,2
,so-noi-vu,Sở Nội vụ,,20,,7,2,,
";
    assert_eq!(text(corrected(), "2023/data/v1/ranking-so.csv"), v1);
    assert_eq!(text(corrected(), "2023/data/v2/ranking-so.csv"), v2);
    let huyen = |version: &str| text(corrected(), &format!("2023/data/{version}ranking-huyen.csv")).to_owned();
    let head = "rank,unit,unit_name,total,maximum,band,ha-tang,ha-tang_rank,nhan-luc,nhan-luc_rank";
    assert_eq!(
        huyen("v1/"),
        format!("{head}\n1,huyen-binh,Huyện Bình,11,20,,4,2,7,1\n2,huyen-an,Huyện An,10,20,,5,1,5,2\n")
    );
    // The later day left the districts alone: the version before it is the one of now.
    assert_eq!(huyen("v2/"), huyen(""));
}

#[test]
fn scores_say_which_cells_were_revised_by_then() {
    let path = |version: &str| format!("2023/data/{version}scores.csv");
    assert_eq!(cells(&path("v1/"), "nhan-luc"), ["so-y-te 8 2", "so-tu-phap 8 2", "so-noi-vu 9 1", "so-xay-dung 6 3"]);
    assert_eq!(
        cells(&path("v2/"), "nhan-luc"),
        ["so-y-te 8 1", "so-tu-phap 8 1", "so-noi-vu   revised", "so-xay-dung 6 2"]
    );
    assert_eq!(cells(&path("v2/"), "ha-tang")[0], "so-y-te 7 2");
    assert_eq!(cells(&path(""), "ha-tang")[0], "so-y-te 9.5 1 revised");
    assert_eq!(cells(&path(""), "total")[0], "so-y-te 17.5 1 revised");
}

#[test]
fn editions_without_corrections_have_no_versions() {
    let versions = |files: &'static Files| files.keys().filter(|path| path.contains("/data/v"));
    assert!(versions(corrected()).all(|path| path.starts_with("2023/")));
    let of_format = |ending: &str| versions(corrected()).filter(|path| path.ends_with(ending)).count();
    // Each of the two versions has a description of its files, too.
    assert_eq!([of_format(".csv"), of_format(".json"), of_format("/datapackage.json")], [6, 6 + 2, 2]);
    assert_eq!(versions(example()).count(), 0);
    assert!(!example().contains_key("data/corrections.csv"));
}

/// The sentences on the effect on ranks of a page.
fn effects(path: &str) -> Vec<String> {
    let groups = ["Các sở, ", "Các huyện, ", "Departments, ", "Districts, "];
    let items = named(text(corrected(), path), "li");
    items.into_iter().map(|li| li.text).filter(|text| groups.iter().any(|group| text.starts_with(group))).collect()
}

#[test]
fn the_effect_on_ranks_is_told_in_words() {
    let vietnamese = [
        "Các sở, Tổng điểm. Sở Y tế: hạng 2 → hạng 1; 1 đơn vị khác đổi hạng (Sở Tư pháp: hạng 1 → hạng 2); 1 đơn vị khác không \
         đổi hạng; 1 đơn vị khác không xếp hạng, trước cũng như nay. Trong 3 đơn vị được xếp hạng.",
        "Các sở, Hạ tầng. Sở Y tế: cùng hạng 2 → hạng 1; 3 đơn vị khác đổi hạng (Sở Tư pháp: hạng 1 → hạng 2, Sở Nội vụ: cùng hạng 2 → hạng 3, \
         Sở Xây dựng: hạng 3 → hạng 4). 4 đơn vị.",
        "Các sở, Tổng điểm. Sở Nội vụ: trước hạng 2 trong 4 đơn vị, nay không xếp hạng; 2 đơn vị khác đổi hạng \
         (Sở Y tế: hạng 3 trong 4 đơn vị → hạng 2 trong 3 đơn vị, Sở Xây dựng: hạng 4 trong 4 đơn vị → hạng 3 trong 3 đơn vị); \
         1 đơn vị khác không đổi hạng.",
        "Các sở, Nhân lực. Sở Nội vụ: trước hạng 1 trong 4 đơn vị, nay không xếp hạng; 3 đơn vị khác đổi hạng \
         (Sở Y tế: cùng hạng 2 trong 4 đơn vị → cùng hạng 1 trong 3 đơn vị, Sở Tư pháp: cùng hạng 2 trong 4 đơn vị → cùng hạng 1 trong 3 đơn vị, \
         Sở Xây dựng: hạng 3 trong 4 đơn vị → hạng 2 trong 3 đơn vị).",
        "Các huyện, Tổng điểm. Huyện Bình: trước hạng 1, nay chưa rõ hạng; 1 đơn vị khác chưa đủ số liệu để biết có đổi \
         hạng hay không. 2 đơn vị.",
        "Các huyện, Nhân lực. Huyện Bình: trước hạng 1, nay chưa rõ hạng; 1 đơn vị khác chưa đủ số liệu để biết có đổi \
         hạng hay không. 2 đơn vị.",
    ];
    assert_eq!(effects("corrections/index.html"), vietnamese);
    assert_eq!(effects("2023/index.html"), vietnamese);
    let english = effects("en/corrections/index.html");
    assert_eq!(
        english[0],
        "Departments, Total. Health: rank 2 → rank 1; 1 other unit changed rank (Justice: rank 1 → rank 2); 1 other unit kept \
         its rank; 1 other unit is still not ranked. Of 3 ranked units."
    );
    assert_eq!(
        english[4],
        "Districts, Total. Bình District: was rank 1, is now at an unknown rank; too little is known of 1 other unit to \
         tell. 2 units."
    );
}

#[test]
fn each_correction_tells_before_after_reason_and_document() {
    let page = main_text(text(corrected(), "corrections/index.html"));
    for line in
        ["Sửa sai: =Cộng sai", "Văn bản số 12/TB-STTTT, 09/6/2024", "Cập nhật số liệu: Rút số liệu", "không có số liệu"]
    {
        assert!(page.contains(line), "{line}\n{page}");
    }
    let href =
        |path: &str| named(text(corrected(), path), "a").into_iter().filter_map(|a| a.get("href").map(str::to_owned));
    assert!(href("corrections/index.html").any(|href| href == "../2023/data/v1/ranking-huyen.csv"));
    assert!(href("en/2023/index.html").any(|href| href == "../../2023/data/v2/scores.csv"));
    assert!(href("2023/index.html").any(|href| href == "data/corrections.csv"));
    let card = main_text(text(corrected(), "2023/units/so-y-te/index.html"));
    assert!(card.contains("Đính chính ngày 10/6/2024: trước là 7, nay là 9,5. =Cộng sai"), "{card}");
    assert!(card.contains('ʳ'), "{card}");
}

#[test]
fn an_earlier_version_gives_no_withheld_score_away() {
    let site = Site::minimal();
    site.replace(
        "content/scores/2024.yaml",
        "{ ha-tang: 18.5, nhan-luc: 9 }",
        "{ ha-tang: withheld, nhan-luc: withheld, total: 20 }",
    );
    let with = |corrections: &str| {
        let text = site.read("content/scores/2024.yaml");
        site.write("content/scores/2024.yaml", format!("{text}corrections:\n{corrections}"));
        let ran = site.run(&["check", "--format", "short"]);
        site.write("content/scores/2024.yaml", text);
        ran.err + &ran.out
    };
    let staff = "  - { date: 2025-04-01, unit: so-y-te, criterion: nhan-luc, was: 5, now: withheld }\n";
    let total = "  - { date: 2025-04-01, unit: so-y-te, criterion: total, was: 20, now: 20 }\n";
    // Of 20 points and 5 of them known, the rest is 15; without the total of then nothing follows.
    assert!(!with(staff).contains("withheld-computable"), "{}", with(staff));
    let told = with(&format!("{staff}{total}"));
    assert!(told.contains("withheld-computable") && told.contains("ha-tang"), "{told}");
}

#[test]
fn effects_tell_out_of_how_many_where_that_changed_and_ties() {
    let fixture = "//- content/scores/2024.yaml
year: 2024
scheme: thu
status: official
published: 2025-03-01
scores:
  so:
    so-y-te: { ha-tang: 5, nhan-luc: 5 }
    so-tu-phap: { ha-tang: 4, nhan-luc: 6 }
    so-noi-vu: { ha-tang: 3, nhan-luc: 5 }
    so-xay-dung: { ha-tang: missing, nhan-luc: 5 }
corrections:
  - { date: 2025-04-01, unit: so-y-te, criterion: ha-tang, was: missing, now: 5, reason: Sót }
";
    let site = Site::minimal_with(fixture);
    site.replace(
        "content/units.yaml",
        "units:\n",
        "units:\n  so-noi-vu: { name: Nội vụ, group: so }\n  so-xay-dung: { name: Xây dựng, group: so }\n",
    );
    let files = site.build();
    let total = "Sở Y tế: trước không xếp hạng, nay cùng hạng 1 trong 3 đơn vị; Sở Tư pháp: hạng 1 trong 2 đơn vị → cùng hạng 1 trong 3 đơn vị; \
        1 đơn vị khác không đổi hạng; 1 đơn vị khác không xếp hạng, trước cũng như nay.\n";
    let criterion = "Sở Y tế: trước không xếp hạng, nay hạng 1 trong 3 đơn vị; 2 đơn vị khác đổi hạng \
        (Sở Tư pháp: hạng 1 trong 2 đơn vị → hạng 2 trong 3 đơn vị, Nội vụ: hạng 2 trong 2 đơn vị → hạng 3 trong 3 đơn vị); \
        1 đơn vị khác không xếp hạng, trước cũng như nay.\n";
    let page = main_text(text(&files, "corrections/index.html"));
    assert!(page.contains(total) && page.contains(criterion), "{page}");
}
