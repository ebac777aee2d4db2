//! Faults of what changes over the years: lives of units and groups, schemes that replace each other.

super::codes! {
    /// An event of a unit that did not exist then, or existed already.
    EVENT_OUT_OF_ORDER: Error "event-out-of-order"
        en "unit `{id}` cannot be {what} on {date}: {why}",
            "{why}",
            "mend the date of the event, or the dates of the unit";
        vi "đơn vị `{id}` không thể {what_vi} vào {date}: {why_vi}",
            "{why_vi}",
            "sửa ngày của sự kiện, hoặc ngày của đơn vị";
    /// An event that changes nothing, or says a thing twice.
    EVENT_WITHOUT_SENSE: Error "event-without-sense"
        en "the event of {date} makes no sense: {why}",
            "{why}",
            "{advice}, or remove the event";
        vi "sự kiện ngày {date} không có nghĩa: {why_vi}",
            "{why_vi}",
            "{advice_vi}, hoặc bỏ sự kiện này";
    /// A group that is scored when it did not exist.
    GROUP_NOT_ALIVE: Error "group-not-alive"
        en "group `{id}` did not exist in this edition: {why}[[; so at {places}]]",
            "not in this edition",
            "mend `from` and `until` of the group in units.yaml, or move its units to another group";
        vi "nhóm `{id}` không tồn tại trong kỳ này: {why_vi}[[; {places_vi} cũng vậy]]",
            "không có trong kỳ này",
            "sửa `from` và `until` của nhóm trong units.yaml, hoặc chuyển đơn vị sang nhóm khác";
    /// What can be compared with the scheme before, where there is none.
    COMPARABLE_WITHOUT_REPLACES: Error "comparable-without-replaces"
        en "scheme `{id}` says what is comparable, and not with which scheme",
            "comparable with what?",
            "write `replaces: ID` with the id of the scheme before, or remove `comparable`";
        vi "bộ tiêu chí `{id}` nêu phần so sánh được nhưng không nêu so với bộ nào",
            "so sánh với bộ nào?",
            "viết `replaces: MÃ` với mã của bộ tiêu chí trước, hoặc bỏ `comparable`";
    /// A criterion of the scheme before that two of the new one are said to go on from.
    COMPARED_TWICE: Error "compared-twice"
        en "two criteria are compared with `{id}` of the scheme before",
            "already compared",
            "keep the one that measures the same; parts of a criterion are not comparable with the whole";
        vi "hai tiêu chí cùng so sánh với `{id}` của bộ tiêu chí trước",
            "đã được so sánh",
            "giữ tiêu chí đo cùng một nội dung; một phần không so sánh được với toàn bộ";
    /// Schemes that replace each other in a circle.
    SCHEME_CIRCLE: Error "scheme-circle"
        en "scheme `{id}` replaces itself: {way}",
            "leads back to `{id}`",
            "a scheme replaces an older one: remove the `replaces` that leads back";
        vi "bộ tiêu chí `{id}` thay thế chính nó: {way}",
            "dẫn trở lại `{id}`",
            "bộ tiêu chí chỉ thay thế bộ cũ hơn: bỏ dòng `replaces` dẫn trở lại";
}
