//! Words of the format as an office would say them in Vietnamese, so that whoever types one is told the other.

use crate::words::slug;

/// What is said, without marks, and what the format calls it; of several the first that is known in a place.
const SAID: &[(&str, &[&str])] = &[
    ("nam", &["year"]),
    ("bo-tieu-chi", &["scheme", "criteria"]),
    ("tieu-chi", &["criterion", "criteria"]),
    ("trang-thai", &["status"]),
    ("tinh-trang", &["status"]),
    ("ngay-cong-bo", &["published"]),
    ("cong-bo", &["announced", "published"]),
    ("diem", &["scores", "score", "points"]),
    ("diem-so", &["scores", "score"]),
    ("cham-diem", &["scores"]),
    ("hang", &["rank"]),
    ("xep-hang", &["rank"]),
    ("khong-xep-hang", &["unranked"]),
    ("ky-truoc", &["previous"]),
    ("thoi-gian", &["period", "date"]),
    ("van-ban", &["documents", "document"]),
    ("tai-lieu", &["documents", "document"]),
    ("quyet-dinh", &["document", "documents"]),
    ("luu-y", &["remarks", "note"]),
    ("ghi-chu", &["note", "remarks"]),
    ("dinh-chinh", &["corrections"]),
    ("ly-do", &["reason"]),
    ("ngay", &["date"]),
    ("tu-ngay", &["from"]),
    ("den-ngay", &["until", "to"]),
    ("tu", &["from"]),
    ("den", &["to", "until"]),
    ("nhom", &["group", "groups"]),
    ("don-vi", &["units", "unit"]),
    ("ten", &["name", "title"]),
    ("ten-viet-tat", &["short"]),
    ("viet-tat", &["short"]),
    ("tieu-de", &["title"]),
    ("mo-ta", &["description"]),
    ("ma", &["id"]),
    ("toi-da", &["max"]),
    ("diem-toi-da", &["max"]),
    ("trong-so", &["weight"]),
    ("tong", &["total"]),
    ("tong-diem", &["total"]),
    ("so-luong", &["count"]),
    ("so-don-vi", &["count", "population"]),
    ("nguon", &["source"]),
    ("trich-dan", &["quote"]),
    ("ngon-ngu", &["languages"]),
    ("giao-dien", &["theme"]),
    ("chinh-thuc", &["official"]),
    ("du-thao", &["draft"]),
    ("ban-nhap", &["draft"]),
    ("tam-thoi", &["provisional"]),
    ("so-bo", &["provisional"]),
    ("trung-binh", &["mean"]),
    ("co", &["true"]),
    ("khong", &["false"]),
    ("dung", &["true"]),
    ("sai", &["false"]),
];

/// The known word that a Vietnamese one stands for, whatever its marks and case.
pub(super) fn meant(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let slug = slug(word);
    let (_, words) = SAID.iter().find(|(said, _)| *said == slug)?;
    words.iter().find_map(|word| known.iter().find(|known| *known == word)).copied()
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_vietnamese_word_stands_for_the_one_of_the_format() {
        let known = ["year", "scores", "status", "note"];
        assert_eq!(meant("điểm", &known), Some("scores"));
        assert_eq!(meant("Diem", &known), Some("scores"));
        assert_eq!(meant("trạng thái", &known), Some("status"));
        assert_eq!(meant("lưu ý", &known), Some("note"));
        assert_eq!(meant("tên", &known), None);
        assert_eq!(meant("khác", &known), None);
    }
}
