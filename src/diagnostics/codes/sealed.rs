//! Faults of sealed editions: what was promised not to change has changed.

super::codes! {
    /// A seal whose text is not what was sealed.
    SEAL_MISMATCH: Error "seal-mismatch"
        en "the seal of edition `{edition}` was changed: its text has another hash",
            "the hash of the text is {is}…",
            "put {path} back as it was; to seal the edition anew, remove the file and run `scorebook seal {edition}`";
        vi "niêm phong của kỳ `{edition}` đã bị sửa: nội dung không khớp mã băm",
            "mã băm của nội dung là {is}…",
            "khôi phục {path} như cũ; muốn niêm phong lại thì xoá tệp rồi chạy `scorebook seal {edition}`";
    /// A sealed edition that is no longer there.
    SEALED_EDITION_MISSING: Error "sealed-edition-missing"
        en "sealed edition `{edition}` {why}",
            "sealed on {date}",
            "put its score file back as it was; an edition that is taken back is kept with `status: withdrawn`";
        vi "kỳ đã niêm phong `{edition}` {why_vi}",
            "niêm phong ngày {date}",
            "khôi phục tệp điểm như cũ; kỳ bị huỷ thì giữ lại và ghi `status: withdrawn`";
    /// A sealed edition that changed without a correction.
    SEALED_EDITION_CHANGED: Error "sealed-edition-changed"
        en "sealed edition `{edition}` changed: {thing} was {was}, now {now}",
            "sealed as {was}",
            "put it back[[, or say in `corrections`, dated after {date}: `{line}`]]; \
             `scorebook seal {edition} --reason WHY` seals it anew and keeps the old hash";
        vi "kỳ đã niêm phong `{edition}` bị thay đổi: {thing_vi} trước {was_vi}, nay {now_vi}",
            "khi niêm phong là {was_vi}",
            "khôi phục như cũ[[, hoặc ghi vào `corrections` với ngày sau {date}: `{line}`]]; \
             `scorebook seal {edition} --reason LÝ-DO` niêm phong lại và giữ mã băm cũ";
    /// A scheme that changed after an edition under it was sealed.
    SEALED_SCHEME_CHANGED: Error "sealed-scheme-changed"
        en "scheme `{scheme}` changed under sealed {editions}: {thing} was {was}, now {now}",
            "sealed as {was}",
            "put it back, and write what holds from now on into a scheme of its own with `replaces: {scheme}`";
        vi "bộ tiêu chí `{scheme}` của {editions_vi} đã niêm phong bị thay đổi: {thing_vi} trước {was_vi}, nay {now_vi}",
            "khi niêm phong là {was_vi}",
            "khôi phục như cũ, và ghi quy định mới vào một bộ tiêu chí riêng có `replaces: {scheme}`";
    /// An address of a sealed edition that the site would no longer have.
    SEALED_URL_DROPPED: Error "sealed-url-dropped"
        en "the site would no longer have `{url}`, an address of sealed edition `{edition}`",
            "promised by the seal",
            "let the page be built again: look for an id, a language or a setting of site.yaml that changed";
        vi "trang sẽ không còn `{url}`, địa chỉ của kỳ đã niêm phong `{edition}`",
            "niêm phong đã cam kết địa chỉ này",
            "để trang này được dựng lại: xem mã, ngôn ngữ hoặc thiết lập nào trong site.yaml đã đổi";
}
