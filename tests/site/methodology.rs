//! The methodology page says every rule of a scheme in words, and computed numbers are printed by the rule that it tells.

use std::sync::OnceLock;

use crate::common::html::{elements, named};
use crate::common::main_text::main_text;
use crate::common::{Files, Site, text};
use crate::example;

/// A site whose schemes use every rule once, built once.
fn rules() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| Site::new(include_str!("../data/rules.txt")).build())
}

/// Whether a page has an element that says just this.
#[track_caller]
fn says(files: &Files, page: &str, sentence: &str) {
    let all = elements(text(files, page));
    let found = all.iter().filter(|e| ["p", "li", "dd", "caption"].contains(&e.name.as_str()));
    let texts: Vec<&str> = found.map(|e| e.text.as_str()).collect();
    assert!(texts.contains(&sentence), "{page} does not say {sentence:?}, but\n{}", texts.join("\n"));
}

#[track_caller]
fn case(scheme: &str, vi: &str, en: &str) {
    says(rules(), &format!("methodology/{scheme}/index.html"), vi);
    says(rules(), &format!("en/methodology/{scheme}/index.html"), en);
}

#[test]
fn totals_are_told_with_their_formulas_and_shares() {
    case("bo-2023", "65Trực tuyến trọng số 2, chiếm 43,33%", "65Online weight 2, 43.33% of the total");
    case("bo-2023", "20AHạ tầng chiếm 20%", "20AInfrastructure 20% of the total");
    case(
        "bo-2023",
        "Trung bình cộng có trọng số: cộng điểm các tiêu chí thành phần, mỗi điểm nhân với trọng số, rồi chia cho tổng \
         trọng số.B = (2 × Trực tuyến + Hài lòng) / 3",
        "Weighted mean: the scores of its parts are added, each times its weight, and divided by the sum of the \
         weights.B = (2 × Online + Satisfaction) / 3",
    );
}

#[test]
fn ties_rounding_and_bands_come_with_examples() {
    case(
        "bo-2023",
        "Ví dụ: bốn đơn vị được 90, 85, 85 và 80 điểm, trong đó hai đơn vị 85 điểm bằng nhau ở mọi tiêu chí được xét, lần \
         lượt nhận hạng 1; 2,5; 2,5 và 4.",
        "Example: four units with 90, 85, 85 and 80 points, of which the two with 85 are equal in all that is looked at, get \
         the ranks 1, 2.5, 2.5 and 4.",
    );
    case(
        "so-sanh",
        "Ví dụ: bốn đơn vị được 80, 85, 85 và 90 điểm lần lượt nhận hạng 1, 2, 3 và 4.",
        "Example: four units with 80, 85, 85 and 90 points get the ranks 1, 2, 3 and 4.",
    );
    case("so-sanh", "Ví dụ: 84,25 thành 84,2.", "Example: 84.25 becomes 84.2.");
    case("bo-2023", "Khá: từ 0 đến dưới 80 điểm.", "Fair: from 0 points to less than 80.");
}

#[test]
fn missing_and_exempt_scores_are_told_with_the_rescaled_maximum() {
    case(
        "bo-2023",
        "Ví dụ: đơn vị thiếu số liệu về Nhân lực (tối đa 15) và được 77 trong 85 điểm còn lại thì tổng là 77 × 100 / 85 ≈ \
         90,5882. Phần đã có là 85%, đạt mức 80%.",
        "Example: without a value for Staff (at most 15) and with 77 of the other 85 points, the total is 77 × 100 / 85 ≈ \
         90.5882. What is there is 85%, no less than 80%.",
    );
    case(
        "bo-2023",
        "Ví dụ: đơn vị không áp dụng tiêu chí Nhân lực (tối đa 15) và được 77 trong 85 điểm còn lại thì tổng là 77 + 15 = \
         92.",
        "Example: where Staff (at most 15) does not apply and the unit has 77 of the other 85 points, the total is 77 + 15 \
         = 92.",
    );
}

#[test]
fn raw_values_become_points_by_a_formula() {
    case(
        "chi-so",
        "Đặt giữa hai mốc cố định; giá trị vượt mốc được tính bằng mốc. Cao hơn là tốt hơn. Lấy lôgarit tự nhiên (ln) \
         trước. Điểm = (ln x − ln 100) / (ln 75.000 − ln 100).",
        "Placed between two fixed goalposts; a value beyond one counts as the goalpost. Higher is better. The natural \
         logarithm (ln) is taken first. Points = (ln x − ln 100) / (ln 75,000 − ln 100).",
    );
    case(
        "so-sanh",
        "Lấy tỷ lệ so với giá trị tốt nhất của nhóm trong kỳ. Thấp hơn là tốt hơn. Điểm = thấp nhất / x × 100.",
        "The share of the best value of the group in the edition. Lower is better. Points = lowest / x × 100.",
    );
}

#[test]
fn an_example_is_worked_from_the_data() {
    case(
        "bo-2023",
        "Tổng điểm = 20 + 60,016666666667 + 15 = 95,016666666667 (in là 95,017)",
        "Total = 20 + 60.016666666667 + 15 = 95.016666666667 (printed as 95.017)",
    );
    case(
        "chi-so",
        "Tuổi thọ: (75,5 − 20) / (85 − 20) = 0,853846153846",
        "Life: (75.5 − 20) / (85 − 20) = 0.853846153846",
    );
    says(example(), "methodology/qd-3329-2016/index.html", "Tổng điểm = 24 + 14 + 22 + 15 + 23 = 98");
    says(
        example(),
        "methodology/qd-3329-2016/index.html",
        "Hạng 1, theo công bố. Phép tính này dùng cả số suy ra ∴, vì chưa công bố đủ điểm.",
    );
}

#[test]
fn what_differs_for_a_group_and_since_the_scheme_before_is_told() {
    case("bo-2023", "Không chấm: Nhân lực.", "Not assessed: Staff.");
    case("bo-2023", "Hạ tầng: mức tối đa 35, thay cho 20.", "Infrastructure: maximum 35 instead of 20.");
    case("bo-2023", "Bỏ: Tuyên truyền.", "Removed: Information.");
    case("bo-2023", "Giữ: Hạ tầng và Nhân lực.", "Kept: Infrastructure and Staff.");
    case("bo-2023", "Hạ tầng: mức tối đa từ 30 thành 20.", "Infrastructure: maximum from 30 to 20.");
    case(
        "bo-2023",
        "Đồng điểm, trước: Đồng điểm thì đồng hạng, hạng sau liền kề (1-2-2-3). Nay: Điểm bằng nhau thì đơn vị hơn về Hạ tầng \
         xếp trước. Vẫn bằng nhau thì đồng hạng, lấy trung bình các hạng (1-2,5-2,5-4).",
        "Equal scores, before: Equal scores share a rank, the next rank follows directly (1-2-2-3). Now: Among equal \
         scores the better in Infrastructure comes first. Units that are equal in that too share the mean of their ranks \
         (1-2.5-2.5-4).",
    );
}

#[test]
fn computed_numbers_are_rounded_for_print_and_whole_behind_it() {
    case("chi-so", "Giá trị tính được in với 3 chữ số thập phân.", "Computed values are printed with 3 decimals.");
    let cell = |page: &str, unit: &str| {
        let rows = named(text(rules(), page), "tr");
        let row = rows.into_iter().find(|row| row.get("id") == Some(&format!("u-{unit}"))).expect("a row of the unit");
        let total = named(&row.inner, "td").into_iter().find(|td| td.has_class("to")).expect("a total");
        let title = named(&total.inner, "span").first().and_then(|span| span.get("title").map(str::to_owned));
        (total.text.split(' ').next().unwrap_or_default().to_owned(), total.get("data-value").map(str::to_owned), title)
    };
    let some = |text: &str| Some(text.to_owned());
    let index = cell("2021/groups/so/index.html", "so-y-te");
    assert_eq!(index, ("0,729".to_owned(), some("0.728817161707"), some("0,728817161707")));
    // Two decimals would make both of the last 74,75.
    let third = cell("2023/groups/so/index.html", "so-noi-vu");
    assert_eq!(third, ("74,75".to_owned(), some("74.75"), None));
    let last = cell("2023/groups/so/index.html", "so-xay-dung");
    assert_eq!(last, ("74,747".to_owned(), some("74.746666666667"), some("74,746666666667")));
}

/// The longest row of digits behind a decimal sign in what is read on a page.
fn longest_fraction(page: &str) -> usize {
    let read = named(page, "main").into_iter().map(|main| main.text).collect::<String>();
    let fraction = |rest: &str| rest.chars().take_while(char::is_ascii_digit).count();
    read.split([',', '.']).skip(1).map(fraction).max().unwrap_or_default()
}

#[test]
fn only_the_methodology_and_titles_of_cells_print_all_decimals() {
    let pages = rules().keys().filter(|path| path.ends_with(".html") && !path.contains("methodology/"));
    for path in pages {
        // Twelve of a whole value; numbers of neighbouring cells may run together.
        let longest = longest_fraction(text(rules(), path));
        assert!(longest < 9, "{path}: {longest} decimals");
    }
    assert_eq!(longest_fraction(text(rules(), "methodology/bo-2023/index.html")), 12);
}

/// Of an example with weights all points are told times their weights.
#[test]
fn an_example_with_weights_says_that_points_are_times_them() {
    let site = Site::minimal();
    let scheme = "title: { vi: Bộ tiêu chí thử, en: Trial criteria }\nexempt: rescale\ncriteria:
  - { id: ha-tang, name: { vi: Hạ tầng, en: Infrastructure }, max: 20, weight: 2 }
  - { id: nhan-luc, name: { vi: Nhân lực, en: Staff }, max: 10 }\n";
    site.write("content/schemes/thu.yaml", scheme);
    let files = site.build();
    let words = "each score times its weight: where Staff (at most 10) does not apply and the unit has 36 of the other 40 points, the total is 36 × 50 / 40 = 45.";
    assert!(main_text(text(&files, "en/methodology/thu/index.html")).contains(words));
}
