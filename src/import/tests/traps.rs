//! Small tables, one a trap: rows that are no units, signs, percents, names that stand twice.

use super::print::csv;

#[test]
fn wholes_and_statistics_are_no_units() {
    csv(
        r#"Country,Score
Norway,95
Chile,80
Kenya,60
Nepal,55
OECD average,85
Mean,72.5
World,70
"#,
        r#"
        = bang
        header: 1
        A Units: Country
        B Total: Score
        A2 Norway: 95
        A3 Chile: 80
        A4 Kenya: 60
        A5 Nepal: 55
        - A6 Statistic: OECD average
        - A7 Statistic: Mean
        - A8 Whole: World
        "#,
    );
}

#[test]
fn percents_are_asked() {
    csv(
        r#"Đơn vị,Tỷ lệ đúng hạn
Sở A,"98,5%"
Sở B,85%
Sở C,"100%"
"#,
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Total?: Tỷ lệ đúng hạn
        A2 Sở A: 0.985 shown 98.5%
        A3 Sở B: 0.85 shown 85%
        A4 Sở C: 1 shown 100%
        ? RoleOf { column: 1 } B1 of 1
        ? Percent { column: 1 } B2 B3 B4 of 3
        "#,
    );
}

#[test]
fn a_name_that_stands_twice_is_asked() {
    csv(
        r#"Tên xã,Tổng số điểm
Minh Bảo,90
Tuy Lộc,85
Minh Bảo,80
"#,
        r#"
        = bang
        header: 1
        A Units: Tên xã
        B Total: Tổng số điểm
        A2 Minh Bảo: 90
        A3 Tuy Lộc: 85
        A4 Minh Bảo: 80
        ? RepeatedUnit { rows: [0, 2], passed: [] } A2 A4 of 2
        "#,
    );
}

#[test]
fn classes_without_scores_are_a_table_too() {
    csv(
        r#"STT,Đơn vị,Kết quả xếp loại
1,Sở A,Tốt
2,Sở B,Khá
3,Sở C,Tốt
"#,
        r#"
        = bang
        header: 1
        A Numbering: STT
        B Units: Đơn vị
        C Class: Kết quả xếp loại
        B2 Sở A, no. 1: 1 | Tốt
        B3 Sở B, no. 2: 2 | Khá
        B4 Sở C, no. 3: 3 | Tốt
        "#,
    );
}

#[test]
fn numbering_before_names_is_taken_off_and_kept() {
    csv(
        r#"Cơ quan,Điểm số,Vị trí xếp hạng
I. Sở ban ngành,,
1. Sở Y tế,"90,5",1
2. Sở Tài chính,"85,25",2
II. UBND cấp huyện,,
1. Văn Yên,88,1
2. Trấn Yên,"81,75",2
"#,
        r#"
        = bang
        header: 1
        A Units: Cơ quan
        B Total: Điểm số
        C Rank of 1: Vị trí xếp hạng
        A3 Sở Y tế, no. 1, in Sở ban ngành A2: 90.5 | #1
        A4 Sở Tài chính, no. 2, in Sở ban ngành A2: 85.25 | #2
        A6 Văn Yên, no. 1, in UBND cấp huyện A5: 88 | #1
        A7 Trấn Yên, no. 2, in UBND cấp huyện A5: 81.75 | #2
        - A2 GroupHeading: I. Sở ban ngành
        - A5 GroupHeading: II. UBND cấp huyện
        "#,
    );
}

#[test]
fn rows_of_groups_with_numbers_are_asked() {
    csv(
        r#"STT,Đơn vị,Điểm
I,Khối sở,88.5
1,Sở A,90
2,Sở B,87
II,Khối huyện,80
1,Huyện A,82
2,Huyện B,78
"#,
        r#"
        = bang
        header: 1
        A Numbering: STT
        B Units: Đơn vị
        C Total: Điểm
        B3 Sở A, no. 1, in Khối sở B2: 1 | 90
        B4 Sở B, no. 2, in Khối sở B2: 2 | 87
        B6 Huyện A, no. 1, in Khối huyện B5: 1 | 82
        B7 Huyện B, no. 2, in Khối huyện B5: 2 | 78
        - B2 Whole: Khối sở
        - B5 Whole: Khối huyện
        ? WholeOrUnit { passed: [0, 1] } B2 B5 of 2
        "#,
    );
}

#[test]
fn years_over_several_columns_are_editions() {
    csv(
        r#"Đơn vị,Năm 2017,,Năm 2018,
,Điểm,Hạng,Điểm,Hạng
Sở A,80,2,90,1
Sở B,85,1,80,2
Sở C,70,3,75,3
"#,
        r#"
        = bang
        header: 1 2
        A Units: Đơn vị
        B Year 2017: Năm 2017 / Điểm
        C Rank of 1: Năm 2017 / Hạng
        D Year 2018: Năm 2018 / Điểm
        E Rank of 3: Năm 2018 / Hạng
        A3 Sở A: 80 | #2 | 90 | #1
        A4 Sở B: 85 | #1 | 80 | #2
        A5 Sở C: 70 | #3 | 75 | #3
        "#,
    );
}

#[test]
fn a_header_that_stands_again_is_passed_over() {
    csv(
        r#"STT,Đơn vị,Điểm
1,Sở A,90
2,Sở B,80
STT,Đơn vị,Điểm
3,Sở C,70
"#,
        r#"
        = bang
        header: 1
        A Numbering: STT
        B Units: Đơn vị
        C Total: Điểm
        B2 Sở A, no. 1: 1 | 90
        B3 Sở B, no. 2: 2 | 80
        B5 Sở C, no. 3: 3 | 70
        - A4 HeaderAgain: STT
        "#,
    );
}

#[test]
fn two_tables_one_below_the_other_are_two() {
    csv(
        r#"Bảng 1: Sở
Đơn vị,Hạ tầng,Nhân lực
Sở A,20,18
Sở B,19,17

Bảng 2: Huyện
Tên huyện,Công khai,Phục vụ
Huyện A,10,9
Huyện B,8,7
"#,
        r#"
        = bang
        title: Bảng 1: Sở
        header: 2
        A Units: Đơn vị
        B Criterion: Hạ tầng
        C Criterion: Nhân lực
        A3 Sở A: 20 | 18
        A4 Sở B: 19 | 17
        - A6 GroupHeading: Bảng 2: Huyện
        = bang
        header: 7
        A Units: Tên huyện
        B Criterion: Công khai
        C Criterion: Phục vụ
        A8 Huyện A: 10 | 9
        A9 Huyện B: 8 | 7
        "#,
    );
}

#[test]
fn ids_groups_and_changes_are_told_by_their_headings() {
    csv(
        r#"ISO,Country,Region,Score 2018,Rank 2018,Change from 2017
NOR,Norway,Europe,95.12,1,+1
CHL,Chile,America,80.5,2,-1
KEN,Kenya,Africa,60.25,3,0
"#,
        r#"
        = bang
        header: 1
        A Id: ISO
        B Units: Country
        C Group: Region
        D Total: Score 2018
        E Rank of 3: Rank 2018
        F Change: Change from 2017
        B2 Norway: NOR | Europe | 95.12 | #1 | 1
        B3 Chile: CHL | America | 80.5 | #2 | -1
        B4 Kenya: KEN | Africa | 60.25 | #3 | 0
        "#,
    );
}

#[test]
fn signs_are_asked_with_their_cells() {
    csv(
        r#"Đơn vị,Tiêu chí 1,Tiêu chí 2,Tổng
Sở A,10,KCDL,10
Sở B,-,5,5
Sở C,..,4,4
Sở D,,3,3
"#,
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Criterion: Tiêu chí 1
        C Criterion: Tiêu chí 2
        D Total: Tổng
        A2 Sở A: 10 | mark KCDL | 10
        A3 Sở B: mark - | 5 | 5
        A4 Sở C: mark .. | 4 | 4
        A5 Sở D: ~ | 3 | 3
        ? Sign { sign: "-", columns: [1] } B3 of 1
        ? Sign { sign: "..", columns: [1] } B4 of 1
        ? Sign { sign: "KCDL", columns: [2] } C2 of 1
        "#,
    );
}
