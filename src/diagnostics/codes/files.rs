//! Faults of files: their names, and what they begin with.

super::codes! {
    /// A page without front matter.
    FRONT_MATTER: Error "front-matter"
        en "[[{begun} does not begin with its front matter]][[the front matter of this page has no line `{open}` at its end]]",
            "the file begins here",
            "begin with a line `---`, then `title: …`, then a line `---`";
        vi "[[{begun_vi} không có phần đầu]][[phần đầu của trang này không có dòng `{open}` ở cuối]]",
            "tệp bắt đầu ở đây",
            "bắt đầu bằng dòng `---`, rồi `title: …`, rồi dòng `---`";
    /// A free page with a name that the site needs.
    PAGE_RESERVED: Error "page-reserved"
        en "a page may not be called `{name}`: the site has an address of that name[[, here and at {places}]]",
            "taken",
            "choose another name";
        vi "không đặt tên trang là `{name}` được: trang đã có địa chỉ này[[, ở đây và ở {places_vi}]]",
            "đã dùng",
            "chọn tên khác";
    /// A file with nothing in it.
    FILE_EMPTY: Error "file-empty"
        en "the file is empty",
            "nothing to read",
            "fill it[[, or {delete}]][[; `{init}` writes a site with all its files into an empty folder]]";
        vi "tệp trống",
            "không có gì để đọc",
            "điền nội dung[[, hoặc {delete_vi}]][[; `{init}` tạo trang có đủ các tệp trong một thư mục trống]]";
    /// A file that must be there.
    FILE_MISSING: Error "file-missing"
        en "the file {path} is missing",
            "not there",
            "write it; `scorebook init DIR` writes a site with all its files into an empty folder";
        vi "thiếu tệp {path}",
            "không có",
            "hãy viết tệp này; `scorebook init DIR` tạo trang có đủ các tệp trong một thư mục trống";
    /// A file that the format does not know.
    FILE_UNEXPECTED: Error "file-unexpected"
        en "{path} is [[{a} ]]not a file of the content format[[, here and at {places}]]",
            "does not belong here",
            "[[rename it to {better}; ]][[`scorebook import {sheet} --year {year}` makes a score file of it, once it lies outside of content/; ]]expected are site.yaml, units.yaml, schemes/ID.yaml, scores/YEAR.yaml, scores/YEAR.LANGUAGE.md, pages/NAME.LANGUAGE.md and static/; files of your own go into static/ or outside content/";
        vi "{path} [[là {a_vi} ]]không thuộc định dạng nội dung[[, ở đây và ở {places_vi}]]",
            "không thuộc chỗ này",
            "[[đổi tên thành {better}; ]][[`scorebook import {sheet} --year {year}` lập tệp điểm từ bảng này, sau khi đưa nó ra ngoài content/; ]]các tệp hợp lệ là site.yaml, units.yaml, schemes/MÃ.yaml, scores/NĂM.yaml, scores/NĂM.NGÔN-NGỮ.md, pages/TÊN.NGÔN-NGỮ.md và static/; tệp khác hãy đặt trong static/ hoặc ngoài content/";
    /// An edition that is published and that the content no longer has, or has only as a draft.
    EDITION_VANISHED: Error "edition-vanished"
        en "[[published and no longer in content/: {gone}]][[published, and only a draft in content/: {draft}]]",
            "the build would stop here",
            "[[put {path} back]][[give {draft} another `status`, publish it as a draft with `scorebook build --drafts`]], or take it off the site with `scorebook build {options}`: links to it will be dead";
        vi "[[đã xuất bản nhưng không còn trong content/: {gone}]][[đã xuất bản, nhưng trong content/ chỉ là bản nháp: {draft}]]",
            "lệnh build sẽ dừng ở đây",
            "[[đưa tệp {path} trở lại]][[đặt `status` khác cho {draft}, xuất bản cả bản nháp bằng `scorebook build --drafts`]], hoặc gỡ khỏi trang web bằng `scorebook build {options}`: các liên kết đến đó sẽ hỏng";
    /// A file above the limit.
    FILE_TOO_LARGE: Error "file-too-large"
        en "{path} has more than 64 MiB",
            "too large",
            "split it, or put it into static/";
        vi "{path} lớn hơn 64 MiB",
            "quá lớn",
            "chia nhỏ, hoặc đặt vào static/";
    /// A name that is no text.
    FILE_NAME: Error "file-name"
        en "the name of {path} is not UTF-8",
            "not readable",
            "rename the file";
        vi "tên của {path} không phải UTF-8",
            "không đọc được",
            "đổi tên tệp";
    /// Something that is neither file nor folder.
    FILE_SPECIAL: Error "file-special"
        en "{path} is neither a file nor a folder",
            "cannot be read",
            "remove it";
        vi "{path} không phải tệp hay thư mục",
            "không đọc được",
            "bỏ đi";
    /// A symbolic link, which could publish what lies outside.
    SYMBOLIC_LINK: Error "symbolic-link"
        en "{path} is a symbolic link",
            "could publish what lies outside content/",
            "put the file itself there";
        vi "{path} là liên kết tượng trưng",
            "có thể làm lộ tệp ngoài content/",
            "đặt chính tệp đó vào đây";
    /// A copy of another file.
    FILE_COPY: Error "file-copy"
        en "{path} is named like a copy of {original}",
            "a copy",
            "delete it; if it is an edition or page of its own, give it a name of its own";
        vi "{path} có tên như bản sao của {original}",
            "bản sao",
            "xoá đi; nếu là kỳ hoặc trang riêng, đặt tên riêng";
    /// A file whose name only ends wrong.
    FILE_ENDING: Error "file-ending"
        en "{path} is not read: its name has to end with `{end}`",
            "ends otherwise",
            "rename it to {better}";
        vi "{path} không được đọc: tên tệp phải kết thúc bằng `{end}`",
            "kết thúc khác",
            "đổi tên thành {better}";
    /// Front matter where there is only a text.
    FOREWORD_FRONT_MATTER: Error "foreword-front-matter"
        en "a foreword has no front matter: these lines would be published as text",
            "the file begins here",
            "remove the lines from `{marker}` to `{marker}`; only pages have a title of their own";
        vi "lời nói đầu không có phần đầu: các dòng này sẽ bị đăng như văn bản",
            "tệp bắt đầu ở đây",
            "xoá các dòng từ `{marker}` đến `{marker}`; chỉ trang riêng mới có tên";
}
