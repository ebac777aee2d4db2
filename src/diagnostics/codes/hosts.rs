//! Faults of the host of a published site: what it answers, and what it says of the files that it serves.

super::codes! {
    /// A file that the host does not hand over.
    HOST_ANSWER_FAILED: Error "host-answer-failed"
        en "the host does not hand over `{path}`: {why}",
            "",
            "ask for it in a browser, and look into the host's own record of errors";
        vi "máy chủ không trả về `{path}`: {why_vi}",
            "",
            "mở địa chỉ này bằng trình duyệt và xem nhật ký lỗi của máy chủ";
    /// Files that are reached by way of another address.
    HOST_REDIRECT: Warning "host-redirect"
        en "{files} answered with another address first, such as `{path}`: {status} to {location}",
            "",
            "let the host serve each file under its own name; docs/hosting.md says how";
        vi "{files_vi} bị chuyển sang địa chỉ khác, chẳng hạn `{path}`: {status} đến {location}",
            "",
            "cấu hình để máy chủ trả mỗi tệp đúng tên của tệp; xem docs/hosting.md";
    /// Files of a type that is not theirs.
    HOST_TYPE_WRONG: Warning "host-type-wrong"
        en "{files} served as {found} and not as `{expected}`, such as `{path}`",
            "",
            "`hosting:` in site.yaml writes the types for your host; docs/hosting.md says how";
        vi "{files_vi} có kiểu {found_vi} thay vì `{expected}`, chẳng hạn `{path}`",
            "",
            "`hosting:` trong site.yaml ghi kiểu tệp cho máy chủ của bạn; xem docs/hosting.md";
    /// Files without a header that protects readers.
    HOST_HEADER_MISSING: Warning "host-header-missing"
        en "{files} served without `{header}: {expected}`, such as `{path}`[[: it is `{found}`]]",
            "",
            "`hosting:` in site.yaml writes the headers for your host; docs/hosting.md says how";
        vi "{files_vi} thiếu tiêu đề `{header}: {expected}`, chẳng hạn `{path}`[[: hiện là `{found}`]]",
            "",
            "`hosting:` trong site.yaml ghi tiêu đề HTTP cho máy chủ của bạn; xem docs/hosting.md";
    /// Files that are kept for too long or not long enough.
    HOST_CACHE_WRONG: Warning "host-cache-wrong"
        en "{files} served with {found} and not with `Cache-Control: {expected}`, such as `{path}`",
            "",
            "`hosting:` in site.yaml writes for how long files are kept; docs/hosting.md says how";
        vi "{files_vi} có {found_vi} thay vì `Cache-Control: {expected}`, chẳng hạn `{path}`",
            "",
            "`hosting:` trong site.yaml ghi thời gian lưu đệm; xem docs/hosting.md";
    /// Texts that are sent at full length.
    HOST_COMPRESSION_MISSING: Warning "host-compression-missing"
        en "{files} sent without compression to a browser that takes it, such as `{path}`",
            "",
            "switch on gzip or Brotli for texts; docs/hosting.md says how";
        vi "{files_vi} không được nén dù trình duyệt nhận bản nén, chẳng hạn `{path}`",
            "",
            "bật nén gzip hoặc Brotli cho tệp văn bản; xem docs/hosting.md";
    /// An address without a file that is not answered as one.
    HOST_NOT_FOUND_WRONG: Warning "host-not-found-wrong"
        en "for an address without a file the host answers {found}",
            "",
            "let it answer with status 404 and the page 404.html; `hosting:` in site.yaml writes that for your host";
        vi "với địa chỉ không có tệp, máy chủ trả lời {found_vi}",
            "",
            "cấu hình để máy chủ trả mã 404 và trang 404.html; `hosting:` trong site.yaml ghi sẵn cho máy chủ của bạn";
    /// The publisher's record, handed to everybody.
    HOST_RECORD_SERVED: Warning "host-record-served"
        en "the host serves `{path}`, the publisher's own record",
            "",
            "leave it out when you copy the site, or let the host refuse names that begin with a dot";
        vi "máy chủ trả về `{path}`, tệp riêng của người xuất bản",
            "",
            "bỏ tệp này khi sao chép trang web, hoặc cấu hình để máy chủ từ chối tên bắt đầu bằng dấu chấm";
    /// A folder that is not found without the slash at its end.
    HOST_FOLDER_LOST: Warning "host-folder-lost"
        en "`{path}` without a slash at its end does not lead to the page of the folder: {found}",
            "",
            "let the host send readers to the address with a slash; docs/hosting.md says how";
        vi "`{path}` không có dấu gạch chéo ở cuối thì không dẫn đến trang của thư mục: {found_vi}",
            "",
            "cấu hình để máy chủ chuyển sang địa chỉ có dấu gạch chéo; xem docs/hosting.md";
}
