//! Small tables: headings, levels, years, signs of numbers, tables side by side.

use super::print::csv;

#[test]
fn headings_tell_numbering_criteria_maxima_total_rank_class_and_notes() {
    csv(
        r#"TT;Đơn vị;Hạ tầng (24 điểm);Nhân lực (tối đa 20);Tổng điểm;Xếp hạng;Xếp loại;Ghi chú
1;Sở Y tế;20,5;18,25;38,75;1;Tốt;
2;Sở Tài chính;19;17,5;36,5;2;Khá;Nộp muộn
3;Sở Xây dựng;15,5;12;27,5;3;Trung bình;
"#,
        r#"
        = bang
        header: 1
        A Numbering: TT
        B Units: Đơn vị
        C Criterion: Hạ tầng, max 24
        D Criterion: Nhân lực, max 20
        E Total: Tổng điểm
        F Rank of 4: Xếp hạng
        G Class: Xếp loại
        H Note: Ghi chú
        B2 Sở Y tế, no. 1: 1 | 20.5 | 18.25 | 38.75 | #1 | Tốt | ~
        B3 Sở Tài chính, no. 2: 2 | 19 | 17.5 | 36.5 | #2 | Khá | Nộp muộn
        B4 Sở Xây dựng, no. 3: 3 | 15.5 | 12 | 27.5 | #3 | Trung bình | ~
        "#,
    );
}

#[test]
fn rows_of_one_text_are_headings_of_groups() {
    csv(
        r#"BẢNG TỔNG HỢP KẾT QUẢ NĂM 2018,,,
,,,
TT,Tên cơ quan,Điểm,Hạng
I,Khối sở,,
1,Sở Y tế,"90,5",1
2,Sở Tài chính,"85,25",2
II,Khối huyện,,
1,Huyện Văn Yên,"88,0",1
2,Huyện Trấn Yên,"81,75",2
3,Huyện Lục Yên,"79,5",3
Ghi chú: số liệu sơ bộ,,,
"#,
        r#"
        = bang
        title: BẢNG TỔNG HỢP KẾT QUẢ NĂM 2018
        header: 3
        A Numbering: TT
        B Units: Tên cơ quan
        C Total: Điểm
        D Rank of 2: Hạng
        B5 Sở Y tế, no. 1, in Khối sở B4: 1 | 90.5 | #1
        B6 Sở Tài chính, no. 2, in Khối sở B4: 2 | 85.25 | #2
        B8 Huyện Văn Yên, no. 1, in Khối huyện B7: 1 | 88.0 | #1
        B9 Huyện Trấn Yên, no. 2, in Khối huyện B7: 2 | 81.75 | #2
        B10 Huyện Lục Yên, no. 3, in Khối huyện B7: 3 | 79.5 | #3
        - B4 GroupHeading: Khối sở
        - B7 GroupHeading: Khối huyện
        - A11 Footnote: Ghi chú: số liệu sơ bộ
        "#,
    );
}

#[test]
fn a_header_has_levels_numbers_of_columns_and_a_row_of_maxima() {
    csv(
        r#"Đơn vị,Hạ tầng,,Nhân lực,,Tổng điểm
,Điểm,Hạng,Điểm,Hạng,
(1),(2),(3),(4),(5),(6)
Điểm tối đa,24,,20,,44
Sở Y tế,20.5,1,18,1,38.5
Sở Tài chính,19,2,17.5,2,36.5
Sở Xây dựng,15.5,3,12,3,27.5
"#,
        r#"
        = bang
        header: 1 2
        A Units: Đơn vị
        B Criterion: Hạ tầng / Điểm, max 24
        C Rank of 1: Hạ tầng / Hạng
        D Criterion: Nhân lực / Điểm, max 20
        E Rank of 3: Nhân lực / Hạng
        F Total: Tổng điểm, max 44
        A5 Sở Y tế: 20.5 | #1 | 18 | #1 | 38.5
        A6 Sở Tài chính: 19 | #2 | 17.5 | #2 | 36.5
        A7 Sở Xây dựng: 15.5 | #3 | 12 | #3 | 27.5
        - A4 Maxima: Điểm tối đa
        "#,
    );
}

#[test]
fn criteria_in_rows_are_turned_round_and_asked() {
    csv(
        r#"Tiêu chí,Điểm tối đa,Sở Y tế,Sở Tài chính,Sở Xây dựng
Hạ tầng,24,20.5,19,15.5
Nhân lực,20,18,17.5,12
Tổng điểm,44,38.5,36.5,27.5
Xếp hạng,,1,2,3
"#,
        r#"
        = bang
        header: 1 transposed
        A Units: Tiêu chí
        A Criterion: Hạ tầng, max 24
        A Criterion: Nhân lực, max 20
        A Total: Tổng điểm, max 44
        A Rank of 3: Xếp hạng
        C1 Sở Y tế: 20.5 | 18 | 38.5 | #1
        D1 Sở Tài chính: 19 | 17.5 | 36.5 | #2
        E1 Sở Xây dựng: 15.5 | 12 | 27.5 | #3
        - B1 Maxima: Điểm tối đa
        ? Orientation A1 of 1
        = bang
        header: 1
        A Units: Tiêu chí
        B Scale?: Điểm tối đa
        C Criterion: Sở Y tế
        D Criterion: Sở Tài chính
        E Criterion: Sở Xây dựng
        A2 Hạ tầng: 24 | 20.5 | 19 | 15.5
        A3 Nhân lực: 20 | 18 | 17.5 | 12
        A4 Tổng điểm: 44 | 38.5 | 36.5 | 27.5
        A5 Xếp hạng: ~ | 1 | 2 | 3
        ? Orientation A1 of 1
        ? RoleOf { column: 1 } B1 of 1
        "#,
    );
}

#[test]
fn years_as_headings_are_editions_and_the_whole_country_is_no_unit() {
    csv(
        r#"Tỉnh,2016,2017,2018
Yên Bái,61.2,62.5,63.1
Lào Cai,60.1,61.5,64.2
Hà Giang,55.2,56.5,57.1
Cả nước,58.8,60.1,61.4
"#,
        r#"
        = bang
        header: 1
        A Units: Tỉnh
        B Year 2016: 2016
        C Year 2017: 2017
        D Year 2018: 2018
        A2 Yên Bái: 61.2 | 62.5 | 63.1
        A3 Lào Cai: 60.1 | 61.5 | 64.2
        A4 Hà Giang: 55.2 | 56.5 | 57.1
        - A5 Whole: Cả nước
        "#,
    );
}

#[test]
fn a_comma_that_can_part_thousands_or_fractions_is_asked() {
    csv(
        r#"Unit,Budget
A one,"1,365"
B two,"2,450"
C three,"3,100"
"#,
        r#"
        = bang
        header: 1
        A Units: Unit
        B Total?: Budget
        A2 A one: 1365 or 1.365
        A3 B two: 2450 or 2.450
        A4 C three: 3100 or 3.100
        ? RoleOf { column: 1 } B1 of 1
        ? DecimalSign { column: 1 } B2 B3 B4 of 3
        "#,
    );
}

#[test]
fn a_column_that_tells_its_sign_tells_it_for_the_others() {
    csv(
        r#"Đơn vị;Điểm;Ngân sách
Huyện A;85,5;1.365
Huyện B;80,25;2.450
Huyện C;70;3.100
"#,
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Total: Điểm
        C Criterion: Ngân sách
        A2 Huyện A: 85.5 | 1365
        A3 Huyện B: 80.25 | 2450
        A4 Huyện C: 70 | 3100
        "#,
    );
}

#[test]
fn ranks_have_ties_and_ranges() {
    csv(
        r#"Rank,University,Overall score
1,Alpha,98.5
=2,Beta,97
=2,Gamma,97
4,Delta,90.1
501-510,Epsilon,
601+,Zeta,
"#,
        r#"
        = bang
        header: 1
        A Rank of 2: Rank
        B Units: University
        C Total: Overall score
        B2 Alpha: #1 | 98.5
        B3 Beta: =#2 | 97
        B4 Gamma: =#2 | 97
        B5 Delta: #4 | 90.1
        B6 Epsilon: #501-510 | ~
        B7 Zeta: #601+ | ~
        "#,
    );
}

#[test]
fn bounds_and_signs_are_no_numbers() {
    csv(
        r#"Unit,Score
Alpha,<5
Beta,40-45
Gamma,12
Delta,≥ 90
Epsilon,n/a
Zeta,–
"#,
        r#"
        = bang
        header: 1
        A Units: Unit
        B Total: Score
        A2 Alpha: ..]5[
        A3 Beta: [40]..[45]
        A4 Gamma: 12
        A5 Delta: [90]..
        A6 Epsilon: mark n/a
        A7 Zeta: mark –
        ? WithoutValues { rows: [4, 5] } A6 A7 of 2
        ? Sign { sign: "n/a", columns: [1] } B6 of 1
        ? Sign { sign: "–", columns: [1] } B7 of 1
        "#,
    );
}

#[test]
fn marks_of_footnotes_are_taken_off() {
    csv(
        r#"Tên đơn vị,Điểm
Hà Nội (1),"12,5*"
Huế²,"11,25"
Đà Nẵng*,10
(1) Số liệu ước tính,
* Không so sánh được,
"#,
        r#"
        = bang
        header: 1
        A Units: Tên đơn vị
        B Total: Điểm
        A2 Hà Nội, note (1): 12.5 note *
        A3 Huế, note ²: 11.25
        A4 Đà Nẵng, note *: 10
        - A5 Footnote: (1) Số liệu ước tính
        - A6 Footnote: * Không so sánh được
        "#,
    );
}

#[test]
fn tables_side_by_side_are_joined_by_name_and_never_by_rows() {
    csv(
        r#"Education,,,Health,,
Rank,Name,Score,Rank,Name,Score
1,Alpha,90,1,Beta,95
2,Beta,80,2,Gamma,85
3,Gamma,70,3,Alpha,75
4,Delta,60,4,Delta,65
"#,
        r#"
        = bang
        title: Education
        header: 2
        A Rank of 2: Education / Rank
        B Units: Name
        C Criterion: Education / Score
        D Rank of 4: Health / Rank
        F Criterion: Health / Score
        B3 Alpha: #1 | 90 | #3 | 75
        B4 Beta: #2 | 80 | #1 | 95
        B5 Gamma: #3 | 70 | #2 | 85
        B6 Delta: #4 | 60 | #4 | 65
        ? LeagueTables B2 E2 of 2
        "#,
    );
}

#[test]
fn a_table_that_goes_on_at_its_side_has_more_rows() {
    csv(
        r#"TT,Đơn vị,Điểm,TT,Đơn vị,Điểm
1,Sở A,90,4,Sở D,60
2,Sở B,80,5,Sở E,50
3,Sở C,70,6,Sở F,40
"#,
        r#"
        = bang
        header: 1
        A Numbering: TT
        B Units: Đơn vị
        C Total: Điểm
        B2 Sở A, no. 1: 1 | 90
        B3 Sở B, no. 2: 2 | 80
        B4 Sở C, no. 3: 3 | 70
        E2 Sở D, no. 4: 4 | 60
        E3 Sở E, no. 5: 5 | 50
        E4 Sở F, no. 6: 6 | 40
        ? GoesOnBeside B1 E1 of 2
        "#,
    );
}
