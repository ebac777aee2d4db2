//! What is read of prose, on a small site.

use super::{Prose, Who, read};
use crate::model::EditionIdx;
use crate::report::tests::examined;

const SITE: &str = "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi, en]\n";

const UNITS: &str = "groups:\n  so: { name: { vi: Các sở, en: Departments } }\n  huyen: { name: { vi: Ủy ban nhân dân các huyện, en: Districts } }\nunits:
  yt: { name: { vi: Sở Y tế, en: Department of Health }, group: so }
  vh: { name: { vi: \"Sở Văn hóa, Thể thao và Du lịch\", en: \"Department of Culture, Sports and Tourism\" }, group: so }
  kh: { name: { vi: Sở Khoa học và Công nghệ, en: Department of Science and Technology }, short: SKHCN, group: so }
  vp: { name: { vi: UBND huyện Văn Yên, en: Văn Yên District }, group: huyen }
";

const SCHEME: &str = "title: S\ncriteria:
  - { id: x, name: { vi: Hạ tầng kỹ thuật CNTT, en: Infrastructure }, max: 24 }\n  - { id: z, name: { vi: Nhân lực, en: Staff }, max: 14 }\n";

const SCORES: &str =
    "announced:\n  so: { total: [{ rank: 1, units: [yt] }] }\n  huyen: { total: [{ rank: 1, units: [vp] }] }\n";

/// What is found, in short: `group column ranks units =score #count !`, then what is doubted.
#[track_caller]
fn case(text: &str, expected: &[&str]) {
    let examined = examined(SITE, UNITS, SCHEME, SCORES);
    let series = &examined.series;
    let Prose { found, doubts } = read(series, EditionIdx(0), text);
    let mut told: Vec<String> = found
        .iter()
        .map(|found| {
            let groups = &series.editions[0].groups;
            let ranks: Vec<String> = found.ranks.iter().map(u32::to_string).collect();
            let who = match &found.who {
                Who::Units(units) => {
                    units.iter().map(|unit| series.units[unit.0].id.as_str()).collect::<Vec<_>>().join(" ")
                }
                Who::Others => "others".to_owned(),
            };
            let score = match found.score {
                Some((low, Some(high))) => format!(" ={low}..{high}"),
                Some((score, None)) => format!(" ={score}"),
                None => String::new(),
            };
            let count = found.count.map(|n| format!(" #{n}")).unwrap_or_default();
            let last = if found.is_last { " !" } else { "" };
            let disputed = if found.is_disputed { " ?" } else { "" };
            let group = &series.groups[groups[found.group].group.0].id;
            let column = groups[found.group].scheme.column_id(found.column);
            format!("{group} {column} {} {who}{score}{count}{last}{disputed}", ranks.join("|"))
        })
        .collect();
    told.extend(doubts.iter().map(|doubt| format!("{:?}: {}", doubt.why, &text[doubt.span.clone()])));
    assert_eq!(told, expected);
}

#[test]
fn statements_are_found_in_the_forms_of_offices() {
    case(
        "1. Các sở\n- Hạ tầng kỹ thuật công nghệ thông tin: có 02 đơn vị xếp hạng 1 đạt 24 điểm là: Sở Y tế; Sở Văn hóa thể thao và Du lịch. \
         Xếp hạng thấp nhất là SKHCN xếp thứ 8 đạt 13.8 điểm.\n\
         - Nhân lực: Sở Y tế xếp hạng 1 với 14 điểm; xếp thứ 2 là Sở Khoa học và Công nghệ và Sở Văn hóa, Thể thao và Du lịch đạt 12,5 điểm.\n\
         Kết quả chung tại các sở: Hầu hết các đơn vị xếp hạng 1 đạt 15 điểm, xếp hạng 2 gồm: Sở Y tế.\n",
        &[
            "so x 1 yt vh =24 #2",
            "so x 8 kh =13.8 !",
            "so z 1 yt =14",
            "so z 2 kh vh =12.5",
            "so total 1 others =15",
            "so total 2 yt",
        ],
    );
}

#[test]
fn a_name_may_be_written_in_another_case_or_without_what_all_have_in_front() {
    case(
        "UBND các huyện\nNhân lực: Thấp nhất là huyện VĂN YÊN xếp hạng 5 đạt 9 điểm. Còn lại các đơn vị xếp thứ 2 và 3 đạt từ 6 đến 8 điểm.\n",
        &["huyen z 5 vp =9 !", "huyen z 2|3 others =6..8"],
    );
}

#[test]
fn ranks_in_words_are_understood_where_they_are_certain_and_told_where_not() {
    case(
        "Các sở\nNhân lực: Dẫn đầu là Sở Y tế đạt 14 điểm. Đứng thứ hai là Sở Khoa học và Công nghệ. \
         Sở Văn hóa, Thể thao và Du lịch xếp cuối với 3 điểm.\n\
         Hạ tầng kỹ thuật công nghệ thông tin: Dẫn đầu là Sở Y tế xếp hạng 1 đạt 24 điểm. Xếp thứ mười hai là SKHCN. \
         Thứ hai, các đơn vị cần cố gắng.\n",
        &["so z 1 yt =14", "so z 2 kh", "so z  vh =3 !", "so x 1 yt =24", "Unclear: Xếp thứ mười hai là SKHCN"],
    );
}

#[test]
fn a_rank_is_said_of_the_name_behind_it_or_right_before_it() {
    case(
        "Các sở\nNhân lực: Sở Y tế và SKHCN đã cố gắng, dẫn đầu là Sở Văn hóa, Thể thao và Du lịch; SKHCN xếp cuối, Sở Y tế xếp hạng 2.\n\
         Hạ tầng kỹ thuật công nghệ thông tin: Sở Y tế đã cố gắng, xếp cuối là SKHCN.\n",
        &["so z 1 vh", "so z  kh !", "so z 2 yt", "so x  kh !"],
    );
}

#[test]
fn a_point_behind_a_short_word_ends_no_sentence() {
    case(
        "UBND các huyện\nNhân lực: xếp hạng 1 là H. Văn Yên đạt 9 điểm, theo báo cáo của TP. Yên Bái.\n",
        &["UnknownName: xếp hạng 1 là H. Văn Yên đạt 9 điểm"],
    );
    case(
        "Các sở\nNhân lực: ThS. An công bố, TP. Yên Bái ghi nhận. Sở Y tế xếp hạng 1 đạt 9 điểm.\n",
        &["so z 1 yt =9"],
    );
}

#[test]
fn statements_are_found_in_english() {
    case(
        "Departments\nInfrastructure: 2 units, rank 1 with 24 points: Department of Health; Department of Culture, Sports and Tourism. \
         Last: Department of Science and Technology, rank 8 with 13.8 points.\n\
         Total: All other units: rank 2 or 3 with 6 to 8 points.\n",
        &["so x 1 yt vh =24 #2", "so x 8 kh =13.8 !", "so total 2|3 others =6..8"],
    );
}

#[test]
fn what_is_not_understood_is_told_and_not_proposed() {
    case(
        "Nhân lực: xếp hạng 1 là Sở Y tế.\nCác sở\nNhân lực: xếp hạng 1 là Sở Lạ đạt 3 điểm. Xếp hạng 2 đạt 4 điểm. Xếp hạng 3 là huyện Văn Yên. \
         Có 1 đơn vị xếp hạng 4: Sở Y tế; Sở Khoa học và Công nghệ. Sở Y tế đã cố gắng. Các đơn vị còn lại xếp hạng 5.\n",
        &[
            "so z 3 vp ?",
            "NoPlace: xếp hạng 1 là Sở Y tế",
            "UnknownName: xếp hạng 1 là Sở Lạ đạt 3 điểm",
            "Nobody: Xếp hạng 2 đạt 4 điểm",
            "OtherGroup: Xếp hạng 3 là huyện Văn Yên",
            "Count: Có 1 đơn vị xếp hạng 4: Sở Y tế; Sở Khoa học và Công nghệ",
            "OpenOthers: Các đơn vị còn lại xếp hạng 5",
        ],
    );
}

#[test]
fn what_names_no_group_or_criterion_is_told_all_the_same() {
    case(
        "Năm 2018, nhóm các sở: Sở Y tế dẫn đầu về hạ tầng với 24 điểm; SKHCN xếp hạng 2. Xếp cuối là Sở Văn hóa, Thể thao và Du lịch.\n\
         UBND huyện Văn Yên đứng bét bảng. Thời hạn thấp nhất là một tháng.\n",
        &[
            "NoPlace: Năm 2018, nhóm các sở: Sở Y tế dẫn đầu về hạ tầng với 24 điểm",
            "NoPlace: SKHCN xếp hạng 2",
            "NoPlace: Xếp cuối là Sở Văn hóa, Thể thao và Du lịch",
            "NoPlace: UBND huyện Văn Yên đứng bét",
        ],
    );
    case(
        "The Department of Health came first. It was published last year.\n",
        &["NoPlace: The Department of Health came first"],
    );
}
