//! Small tables, one a trap: sums, years in headings, texts that are nearly numbers.

use super::print::csv;

#[test]
fn a_row_that_says_so_is_the_whole() {
    csv(
        r#"Huyện,Hồ sơ
Văn Yên,100
Trấn Yên,50
Lục Yên,30
Toàn tỉnh Yên Bái,180
"#,
        r#"
        = bang
        header: 1
        A Units: Huyện
        B Total?: Hồ sơ
        A2 Văn Yên: 100
        A3 Trấn Yên: 50
        A4 Lục Yên: 30
        - A5 Whole: Toàn tỉnh Yên Bái
        ? RoleOf { column: 1 } B1 of 1
        "#,
    );
}

#[test]
fn a_row_that_is_the_sum_of_the_others_is_asked() {
    csv(
        r#"Đơn vị,Hồ sơ
Văn Yên,100
Trấn Yên,50
Lục Yên,30
Yên Bái,180
"#,
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Total?: Hồ sơ
        A2 Văn Yên: 100
        A3 Trấn Yên: 50
        A4 Lục Yên: 30
        - A5 Whole: Yên Bái
        ? WholeOrUnit { passed: [0] } A5 of 1
        ? RoleOf { column: 1 } B1 of 1
        "#,
    );
}

#[test]
fn units_without_values_are_kept_and_asked() {
    csv(
        r#"STT,Đơn vị,Điểm,Ghi chú
1,Sở A,90,
2,Sở B,,Không đánh giá
3,Sở C,70,
4,Sở D,,
"#,
        r#"
        = bang
        header: 1
        A Numbering: STT
        B Units: Đơn vị
        C Total: Điểm
        D Note: Ghi chú
        B2 Sở A, no. 1: 1 | 90 | ~
        B3 Sở B, no. 2: 2 | ~ | Không đánh giá
        B4 Sở C, no. 3: 3 | 70 | ~
        B5 Sở D, no. 4: 4 | ~ | ~
        ? WithoutValues { rows: [1, 3] } B3 B5 of 2
        "#,
    );
}

#[test]
fn columns_that_differ_by_their_year_are_editions() {
    csv(
        r#"Đơn vị,Điểm năm 2017,Điểm năm 2018,Tăng/giảm,Xếp hạng 2017,Xếp hạng 2018
Huyện A,80.5,85.25,4.75,2,1
Huyện B,82,84,2,1,2
Huyện C,70,71,1,3,3
"#,
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Year 2017: Điểm năm 2017
        C Year 2018: Điểm năm 2018
        D Change: Tăng/giảm
        E Rank of 1: Xếp hạng 2017
        F Rank of 2: Xếp hạng 2018
        A2 Huyện A: 80.5 | 85.25 | 4.75 | #2 | #1
        A3 Huyện B: 82 | 84 | 2 | #1 | #2
        A4 Huyện C: 70 | 71 | 1 | #3 | #3
        "#,
    );
}

#[test]
fn a_rank_may_tell_of_how_many() {
    csv(
        r#"Đơn vị,Tổng điểm,Hạng
Sở A,95,1/20
Sở B,90,2/20
Sở C,85,3/20
"#,
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Total: Tổng điểm
        C Rank of 1: Hạng
        A2 Sở A: 95 | #1
        A3 Sở B: 90 | #2
        A4 Sở C: 85 | #3
        "#,
    );
}

#[test]
fn a_text_that_is_nearly_a_number_is_a_sign_to_be_asked() {
    csv(
        r#"Đơn vị,Điểm
Sở A,9.5đ
Sở B,"8,5 điểm"
Sở C,1 234
Sở D,"12,5a"
Sở E,(3)
"#,
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Total: Điểm
        A2 Sở A: 9.5
        A3 Sở B: 8.5
        A4 Sở C: 1234
        A5 Sở D: mark 12,5a
        A6 Sở E: mark (3)
        ? WithoutValues { rows: [3, 4] } A5 A6 of 2
        ? Sign { sign: "(3)", columns: [1] } B6 of 1
        ? Sign { sign: "12,5a", columns: [1] } B5 of 1
        "#,
    );
}

#[test]
fn texts_with_digits_are_left_out_and_asked() {
    csv(
        r#"Country,Score (95% CI),Rank
Norway,95 (93-97),1
Chile,80 (78-82),2
Kenya,60 (58-62),3
"#,
        r#"
        = bang
        header: 1
        A Units: Country
        B Words?: Score, in 95% CI
        C Rank: Rank
        A2 Norway: 95 (93-97) | #1
        A3 Chile: 80 (78-82) | #2
        A4 Kenya: 60 (58-62) | #3
        ? RoleOf { column: 1 } B1 of 1
        "#,
    );
}

#[test]
fn a_list_of_units_and_years_is_no_ranking_and_is_not_guessed() {
    csv(
        r#"year,country,score
2017,Norway,95
2018,Norway,96
2017,Chile,80
2018,Chile,81
"#,
        r#"
        = bang
        header: 1
        A When: year
        B Name: country
        C Total: score
        B2 Norway: 2017 | 95
        B3 Norway: 2018 | 96
        B4 Chile: 2017 | 80
        B5 Chile: 2018 | 81
        ? NoRanking B1 of 1
        "#,
    );
}

#[test]
fn tables_of_universities_have_ranks_of_two_years_and_bounds() {
    csv(
        r#"Rank 2018,Rank 2017,University,Country,Overall,Teaching,Research
1,2,University of Oxford,United Kingdom,94.3,86.7,99.5
2,1,University of Cambridge,United Kingdom,93.2,87.8,97.8
=3,=3,California Institute of Technology,United States,93.0,90.3,97.5
=3,3,Stanford University,United States,93.0,89.1,96.7
201–250,251–300,University X,Italy,44.8–48.5,30,20
"#,
        r#"
        = bang
        header: 1
        A Rank of 4: Rank 2018
        B Rank: Rank 2017
        C Units: University
        D Group?: Country
        E Total: Overall
        F Criterion: Teaching
        G Criterion: Research
        C2 University of Oxford: #1 | #2 | United Kingdom | 94.3 | 86.7 | 99.5
        C3 University of Cambridge: #2 | #1 | United Kingdom | 93.2 | 87.8 | 97.8
        C4 California Institute of Technology: =#3 | =#3 | United States | 93.0 | 90.3 | 97.5
        C5 Stanford University: =#3 | #3 | United States | 93.0 | 89.1 | 96.7
        C6 University X: #201-250 | #251-300 | Italy | [44.8]..[48.5] | 30 | 20
        ? RoleOf { column: 3 } D1 of 1
        "#,
    );
}

#[test]
fn what_a_rank_follows_is_the_total() {
    csv(
        r#"Province,PCI 2018,Rank
Quang Ninh,70.36,1
Dong Thap,70.19,2
Long An,68.09,3
Ben Tre,67.67,4
Da Nang,67.65,5
National median,63.5,
"#,
        r#"
        = bang
        header: 1
        A Units: Province
        B Total: PCI 2018
        C Rank of 1: Rank
        A2 Quang Ninh: 70.36 | #1
        A3 Dong Thap: 70.19 | #2
        A4 Long An: 68.09 | #3
        A5 Ben Tre: 67.67 | #4
        A6 Da Nang: 67.65 | #5
        - A7 Statistic: National median
        "#,
    );
}
