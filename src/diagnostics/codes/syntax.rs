//! Faults of YAML itself.

super::codes! {
    /// A file that is not UTF-8.
    ENCODING: Error "encoding"
        en "the file is not UTF-8[[: byte {byte} cannot stand here]][[: it is {encoding}]][[: it is {binary}]][[: it looks like {legacy}, an old Vietnamese encoding]]",
            "from here on",
            "[[convert the text from {legacy} to Unicode, for example with UniKey Toolkit (Ctrl+Shift+F6), and ]]{instead}";
        vi "tệp không phải UTF-8[[: byte {byte} không hợp lệ]][[: tệp dùng {encoding}]][[: đây là {binary_vi}]][[: có vẻ dùng {legacy}, bảng mã tiếng Việt cũ]]",
            "từ đây trở đi",
            "[[chuyển văn bản từ {legacy} sang Unicode, ví dụ bằng UniKey Toolkit (Ctrl+Shift+F6), rồi ]]{instead_vi}";
    /// What the parser cannot read.
    YAML_SYNTAX: Error "yaml-syntax"
        en "{reason}", "YAML cannot be read here", "{remedy}";
        vi "{reason_vi}", "không đọc được YAML ở đây", "{remedy_vi}";
    /// Tabs at the start of a line.
    TAB_INDENT: Error "tab-indent"
        en "a tab indents this line[[, and {lines} more]]",
            "a tab",
            "YAML is indented with spaces only: replace each tab by two spaces, and let the editor do so";
        vi "dòng này thụt lề bằng dấu tab[[, và {lines} dòng nữa]]",
            "dấu tab",
            "YAML chỉ thụt lề bằng dấu cách: thay mỗi dấu tab bằng hai dấu cách, và đặt trình soạn thảo làm như vậy";
    /// A key that stands twice in a map.
    KEY_DUPLICATE: Error "key-duplicate"
        en "[[key `{key}` stands]][[keys {keys} stand]] twice in one map",
            "already written above",
            "[[remove one `{key}`, or rename it]][[a line above {keys} may be missing: a `- `, or a key of its own]]";
        vi "khoá [[`{key}`]][[{keys}]] được viết hai lần trong cùng một nhóm",
            "đã có ở trên",
            "[[xoá một `{key}`, hoặc đổi tên]][[có thể thiếu một dòng phía trên {keys}: dấu `- `, hoặc một khoá riêng]]";
    /// The key `<<`.
    MERGE_KEY: Error "merge-key"
        en "merge keys (`<<`) are refused", "would copy the keys of another map", "write the keys out";
        vi "không dùng được khoá trộn (`<<`)", "sẽ chép các khoá của nhóm khác", "viết đầy đủ các khoá";
    /// A tag, as `!!str`.
    TAG_REFUSED: Error "tag-refused"
        en "tags are refused[[: `{tag}`]]",
            "a tag",
            "[[write `{whole}`, if it is a text; else ]]remove it; a text that begins with `!` needs quotes";
        vi "không dùng được thẻ kiểu[[: `{tag}`]]",
            "thẻ kiểu",
            "[[viết `{whole}` nếu đó là văn bản; nếu không, ]]xoá nó; văn bản bắt đầu bằng `!` cần dấu nháy";
    /// A directive, as `%YAML 1.2`.
    DIRECTIVE_REFUSED: Error "directive-refused"
        en "directives (lines that begin with `%`) are refused",
            "a directive",
            "remove the line; a text that begins with `%` needs quotes";
        vi "không dùng được chỉ thị (dòng bắt đầu bằng `%`)",
            "chỉ thị",
            "xoá dòng này; văn bản bắt đầu bằng `%` cần dấu nháy";
    /// A use of an anchor that nobody defined before.
    ALIAS_UNKNOWN: Error "alias-unknown"
        en "no anchor `&{name}` stands before `*{name}`",
            "refers to nothing",
            "define `&{name}` further up; a text is written `\"*{name}\"`";
        vi "không có mỏ neo `&{name}` nào trước `*{name}`",
            "không trỏ đến đâu",
            "đặt `&{name}` ở phía trên; nếu là văn bản thì viết `\"*{name}\"`";
    /// A use of an anchor inside what it marks.
    ALIAS_RECURSIVE: Error "alias-recursive"
        en "`*{name}` stands inside its own anchor", "would contain itself without end", "write the value out";
        vi "`*{name}` nằm bên trong mỏ neo của chính nó", "sẽ chứa chính nó vô tận", "viết đầy đủ giá trị";
    /// More uses of anchors than a file may have.
    ALIAS_LIMIT: Error "alias-limit"
        en "more than {limit} uses of anchors in one file", "one too many", "write values out";
        vi "hơn {limit_vi} lần dùng mỏ neo trong một tệp", "vượt giới hạn từ đây", "viết đầy đủ các giá trị";
    /// Lists and maps in each other beyond the limit.
    NESTING_LIMIT: Error "nesting-limit"
        en "lists and maps are nested more than 32 deep", "the 33rd", "flatten the structure; a bracket may be stray";
        vi "danh sách và nhóm lồng nhau hơn 32 cấp",
            "cấp thứ 33",
            "giảm số cấp; có thể có dấu ngoặc thừa";
    /// A second document in the file.
    DOCUMENT_SECOND: Error "document-second"
        en "a second document begins in the file",
            "what follows is not read",
            "keep one document a file; quote a text that is just `---`";
        vi "tệp có tài liệu YAML thứ hai",
            "phần sau đây không được đọc",
            "mỗi tệp chỉ một tài liệu; văn bản chỉ gồm `---` cần dấu nháy";
    /// A list or map as a key.
    KEY_COMPLEX: Error "key-complex"
        en "a list or map cannot be a key", "not a text", "write a text as the key";
        vi "danh sách hoặc nhóm không thể làm khoá", "không phải văn bản", "dùng văn bản làm khoá";
    /// A key beyond the limit.
    KEY_TOO_LONG: Error "key-too-long"
        en "a key is longer than 1,024 characters", "{length} characters", "shorten it; a colon may be stray";
        vi "khoá dài hơn 1.024 ký tự", "{length} ký tự", "rút ngắn lại; có thể có dấu hai chấm thừa";
    /// More nodes than a file may have.
    NODE_LIMIT: Error "node-limit"
        en "the file has more than {limit} values and keys, anchors spelled out",
            "here the limit is passed",
            "split it, or use fewer anchors in each other";
        vi "tệp có hơn {limit_vi} giá trị và khoá, kể cả phần mỏ neo lặp lại",
            "vượt giới hạn từ đây",
            "chia nhỏ tệp, hoặc bớt mỏ neo lồng nhau";
    /// What a merge of two versions left in a file.
    MERGE_CONFLICT: Error "merge-conflict"
        en "an unresolved merge conflict: two versions of the text stand in this file",
            "a marker of the conflict",
            "keep one of the two versions, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
        vi "xung đột khi gộp chưa được giải quyết: tệp chứa cả hai phiên bản",
            "dòng đánh dấu xung đột",
            "giữ lại một trong hai phiên bản, và xoá các dòng bắt đầu bằng `<<<<<<<`, `=======` và `>>>>>>>`";
    /// A space that does not break, where YAML needs a plain one.
    NO_BREAK_SPACE: Error "no-break-space"
        en "a non-breaking space ({character}) stands where a plain one is needed[[, here and at {places}]]",
            "looks like a space, and is none for YAML",
            "replace it by a plain space: delete it and press the space bar; it comes along from Word, Zalo and web pages";
        vi "dấu cách không ngắt ({character}) đứng ở chỗ cần dấu cách thường[[, ở đây và ở {places_vi}]]",
            "trông như dấu cách nhưng YAML không hiểu",
            "thay bằng dấu cách thường: xoá đi rồi bấm phím cách; ký tự này đi theo khi sao chép từ Word, Zalo hoặc trang web";
    /// Quotes of typography around a value.
    CURLY_QUOTES: Error "curly-quotes"
        en "{marks} are no quotes for YAML[[, here and at {places}]]",
            "would be part of the text",
            "write `{whole}`";
        vi "{marks} không phải dấu nháy của YAML[[, ở đây và ở {places_vi}]]",
            "sẽ thành một phần của văn bản",
            "viết `{whole}`";
    /// A text that ends where a comment begins.
    TEXT_CUT: Warning "text-cut"
        en "{what}: a space and `#` begin a comment",
            "the rest is not read",
            "write {instead}; if it is a comment, put a space behind `#`";
        vi "{what_vi}: dấu cách và `#` mở đầu chú thích",
            "phần sau không được đọc",
            "viết {instead_vi}; nếu là chú thích, thêm dấu cách sau `#`";
    /// An anchor that nobody uses: the beginning of a text that needs quotes.
    ANCHOR_UNUSED: Warning "anchor-unused"
        en "`&{name}` marks what follows, and nothing refers to it",
            "not part of the text",
            "[[write `{whole}`, if it is a text; else ]]remove `&{name}`";
        vi "`&{name}` đánh dấu phần sau, nhưng không chỗ nào dùng đến",
            "không thuộc văn bản",
            "[[viết `{whole}` nếu đó là văn bản; nếu không, ]]xoá `&{name}`";
}
