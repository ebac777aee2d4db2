//! Faults of a published site: its files are not those that were published, or do not hold together.

super::codes! {
    /// A site without the list of its files.
    CHECKSUMS_MISSING: Error "checksums-missing"
        en "there is no checksums.txt, the list of all files of the site",
            "",
            "build the site anew and publish all of it; is this the folder or address in which the site begins?";
        vi "không có checksums.txt, danh sách tất cả tệp của trang web",
            "",
            "dựng lại trang web rồi đăng toàn bộ; đây có phải là thư mục hoặc địa chỉ gốc của trang web không?";
    /// A list of the files that was changed or damaged.
    CHECKSUMS_MALFORMED: Error "checksums-malformed"
        en "checksums.txt cannot be trusted: {why}",
            "this line",
            "publish checksums.txt again as it was built, as bytes and not as text";
        vi "checksums.txt không đáng tin cậy: {why_vi}",
            "dòng này",
            "đăng lại checksums.txt như khi dựng, ở chế độ nhị phân chứ không phải văn bản";
    /// A file of the list that is not there.
    PUBLISHED_FILE_MISSING: Error "published-file-missing"
        en "`{path}` is on the list and is not there",
            "",
            "publish it again; of a sync that stopped early the rest is missing too";
        vi "`{path}` có trong danh sách nhưng không có trên trang web",
            "",
            "đăng lại tệp này; nếu lần đồng bộ bị dừng giữa chừng thì còn thiếu các tệp khác";
    /// A file with other bytes than those that were published.
    PUBLISHED_FILE_CHANGED: Error "published-file-changed"
        en "`{path}` is not as it was published[[: {how}]]",
            "",
            "publish it again as bytes, and switch off what rewrites files on the way: minify, e-mail protection, analytics";
        vi "`{path}` khác với khi xuất bản[[: {how_vi}]]",
            "",
            "đăng lại ở chế độ nhị phân, và tắt những gì sửa tệp trên đường truyền: rút gọn, bảo vệ e-mail, thống kê truy cập";
    /// A file that nobody published.
    PUBLISHED_FILE_FOREIGN: Error "published-file-foreign"
        en "`{path}` is not on the list: it was not published with this site",
            "",
            "remove it; what has to stay beside the site belongs into content/root/";
        vi "`{path}` không có trong danh sách: tệp không được xuất bản cùng trang web này",
            "",
            "xoá tệp này; tệp cần có ở gốc trang web thì đặt trong content/root/";
    /// Something that is no file.
    PUBLISHED_ENTRY_ODD: Error "published-entry-odd"
        en "`{path}` is {what}, which no site has; it was not followed",
            "",
            "remove it: a server that follows it shows what lies elsewhere";
        vi "`{path}` là {what_vi}, trang web không bao giờ có; không đi theo",
            "",
            "xoá đi: máy chủ đi theo sẽ để lộ những gì nằm ở nơi khác";
    /// A name that some host or system does not take.
    PUBLISHED_NAME_UNSAFE: Warning "published-name-unsafe"
        en "some hosts and systems do not take the name `{path}`: {why}",
            "",
            "name the file otherwise in content/ and mend the links to it";
        vi "một số máy chủ và hệ điều hành không nhận tên `{path}`: {why_vi}",
            "",
            "đổi tên tệp trong content/ và sửa các liên kết đến tệp";
    /// A link to a file that is not there.
    PUBLISHED_LINK_DEAD: Error "published-link-dead"
        en "the site has no `{target}`[[, here and at {places}]]",
            "leads nowhere",
            "publish the whole site again; if it was so when it was built, mend the link in content/ or in the theme";
        vi "trang web không có `{target}`[[, ở đây và ở {places_vi}]]",
            "không dẫn đến đâu",
            "đăng lại toàn bộ trang web; nếu khi dựng đã vậy thì sửa liên kết trong content/ hoặc trong giao diện";
    /// A link to a file that is there in other letters.
    PUBLISHED_LINK_CASE: Error "published-link-case"
        en "`{target}` is there as `{actual}`[[, here and at {places}]]",
            "other letters than the file's",
            "give both the same letters: most hosts tell small ones from capitals";
        vi "`{target}` có trên trang web với tên `{actual}`[[, ở đây và ở {places_vi}]]",
            "khác chữ hoa, chữ thường",
            "viết giống nhau ở cả hai nơi: phần lớn máy chủ phân biệt chữ hoa với chữ thường";
    /// A link to a place that the page does not have.
    PUBLISHED_ANCHOR_DEAD: Error "published-anchor-dead"
        en "`{target}` has no element `{place}`[[, here and at {places}]]",
            "leads to the top of the page",
            "publish the whole site again; if it was so when it was built, mend the link in content/ or in the theme";
        vi "`{target}` không có phần tử `{place}`[[, ở đây và ở {places_vi}]]",
            "chỉ dẫn đến đầu trang",
            "đăng lại toàn bộ trang web; nếu khi dựng đã vậy thì sửa liên kết trong content/ hoặc trong giao diện";
    /// Something that pages load from another host.
    PUBLISHED_LOAD_ELSEWHERE: Error "published-load-elsewhere"
        en "the page loads something from `{host}`[[, here and at {places}]]",
            "tells another host who reads",
            "remove it from the theme, or switch it off at the host or CDN that put it in";
        vi "trang tải nội dung từ `{host}`[[, ở đây và ở {places_vi}]]",
            "cho máy chủ khác biết ai đang đọc",
            "bỏ khỏi giao diện, hoặc tắt ở máy chủ hay CDN đã chèn vào";
    /// A published file that is not what a build gives.
    BUILD_MISMATCH: Error "build-mismatch"
        en "a build of content/ does not give `{path}` as it is published: {why}",
            "",
            "publish what is built now, or build with the content, options and version of Scorebook of that time";
        vi "dựng từ content/ không cho ra `{path}` như đã đăng: {why_vi}",
            "",
            "đăng bản dựng hiện nay, hoặc dựng bằng nội dung, tuỳ chọn và phiên bản Scorebook của lần đó";
}
