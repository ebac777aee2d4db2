//! Headings of groups, and what stands right below a header.

use super::print::csv;

#[test]
fn a_heading_of_a_group_right_below_the_header_is_none_of_the_header() {
    csv(
        "KẾT QUẢ,,,\nTT,Đơn vị,Điểm,Hạng\nI. Các sở,,,\n1,Sở Y tế,90.5,1\n2,Sở Nội vụ,85,2\nII. Các huyện,,,\n\
         1,Huyện A,95,1\n2,Huyện B,70,2\n3,Huyện C,60,3\n",
        r#"
        = bang
        title: KẾT QUẢ
        header: 2
        A Numbering: TT
        B Units: Đơn vị
        C Total: Điểm
        D Rank of 2: Hạng
        B4 Sở Y tế, no. 1, in Các sở A3: 1 | 90.5 | #1
        B5 Sở Nội vụ, no. 2, in Các sở A3: 2 | 85 | #2
        B7 Huyện A, no. 1, in Các huyện A6: 1 | 95 | #1
        B8 Huyện B, no. 2, in Các huyện A6: 2 | 70 | #2
        B9 Huyện C, no. 3, in Các huyện A6: 3 | 60 | #3
        - A3 GroupHeading: I. Các sở
        - A6 GroupHeading: II. Các huyện
        "#,
    );
}

#[test]
fn headings_of_groups_stand_in_the_column_of_names_too() {
    csv(
        "Kết quả,,\nĐơn vị,Hạ tầng,Dịch vụ\nCác sở,,\nSở Y tế,40,50\nSở Nội vụ,30,45\nCác huyện,,\nHuyện A,40,40\nHuyện B,30,40\n",
        r#"
        = bang
        title: Kết quả
        header: 2
        A Units: Đơn vị
        B Criterion: Hạ tầng
        C Criterion: Dịch vụ
        A4 Sở Y tế, in Các sở A3: 40 | 50
        A5 Sở Nội vụ, in Các sở A3: 30 | 45
        A7 Huyện A, in Các huyện A6: 40 | 40
        A8 Huyện B, in Các huyện A6: 30 | 40
        - A3 GroupHeading: Các sở
        - A6 GroupHeading: Các huyện
        "#,
    );
}

#[test]
fn headings_with_the_mean_of_their_group_and_maxima_at_the_left_are_no_header() {
    csv(
        "TT,Đơn vị,Hạ tầng,Tổng điểm\nĐiểm tối đa,,50,100\nI. Các sở,,35,87.5\n1,Sở Y tế,40,90\n2,Sở Nội vụ,30,85\n\
         II. Các huyện,,35,65\n1,Huyện A,40,70\n2,Huyện B,30,60\n",
        r#"
        = bang
        header: 1
        A Numbering: TT
        B Units: Đơn vị
        C Criterion: Hạ tầng, max 50
        D Total: Tổng điểm, max 100
        B4 Sở Y tế, no. 1, in Các sở A3: 1 | 40 | 90
        B5 Sở Nội vụ, no. 2, in Các sở A3: 2 | 30 | 85
        B7 Huyện A, no. 1, in Các huyện A6: 1 | 40 | 70
        B8 Huyện B, no. 2, in Các huyện A6: 2 | 30 | 60
        - A2 Maxima: Điểm tối đa
        - A3 GroupHeading: I. Các sở
        - A6 GroupHeading: II. Các huyện
        ? BandsOrGroups A3 A6 of 2
        "#,
    );
}

#[test]
fn two_small_tables_of_the_same_units_are_two_tables() {
    csv(
        "Kết quả,\nĐơn vị,Hạ tầng\nSở A,9\nSở B,8\nSở C,7\n,\nĐơn vị,Nhân lực\nSở A,5\nSở B,4\nSở C,3\n",
        r#"
        = bang
        title: Kết quả
        header: 2
        A Units: Đơn vị
        B Total?: Hạ tầng
        A3 Sở A: 9
        A4 Sở B: 8
        A5 Sở C: 7
        ? RoleOf { column: 1 } B2 of 1
        = bang
        header: 7
        A Units: Đơn vị
        B Total?: Nhân lực
        A8 Sở A: 5
        A9 Sở B: 4
        A10 Sở C: 3
        ? RoleOf { column: 1 } B7 of 1
        "#,
    );
}

#[test]
fn a_bare_number_behind_headings_is_their_maximum() {
    csv(
        "Đơn vị,Hạ tầng (10),Dịch vụ (20),Tổng (30)\nSở A,9,18,27\nSở B,8,17,25\nSở C,7,16,23\n",
        r#"
        = bang
        header: 1
        A Units: Đơn vị
        B Criterion: Hạ tầng, max 10
        C Criterion: Dịch vụ, max 20
        D Total: Tổng, max 30
        A2 Sở A: 9 | 18 | 27
        A3 Sở B: 8 | 17 | 25
        A4 Sở C: 7 | 16 | 23
        "#,
    );
}

#[test]
fn ranks_with_many_ties_are_those_of_a_column_that_all_of_them_follow() {
    csv(
        ",Chi phí,Tín dụng,\nĐơn vị,Điểm,Hạng,Điểm\nSở A,9.5,1,9\nSở B,3.5,1,9\nSở C,8.5,3,8\nSở D,2.5,3,8\nSở E,7.5,5,6\nSở F,1.5,5,6\n",
        r#"
        = bang
        header: 1 2
        A Units: Đơn vị
        B Criterion: Chi phí / Điểm
        C Rank of 3: Tín dụng / Hạng
        D Criterion: Tín dụng / Điểm
        A3 Sở A: 9.5 | #1 | 9
        A4 Sở B: 3.5 | #1 | 9
        A5 Sở C: 8.5 | #3 | 8
        A6 Sở D: 2.5 | #3 | 8
        A7 Sở E: 7.5 | #5 | 6
        A8 Sở F: 1.5 | #5 | 6
        "#,
    );
}
