//! Faults of shape: keys, kinds of values, numbers.

super::codes! {
    /// A key that this kind of file or map does not know.
    KEY_UNKNOWN: Error "key-unknown"
        en "unknown key `{key}` in {what}[[, here and at {places}]]",
            "not a key of {what}",
            "[[did you mean `{near}`? ]][[{foreign} looks like the Latin letter `{latin}` and is another one; ]]the keys here are {known}";
        vi "khoá `{key}` không có trong {what_vi}[[, ở đây và ở {places_vi}]]",
            "không phải khoá của {what_vi}",
            "[[có phải là `{near}`? ]][[{foreign} trông như chữ Latinh `{latin}` nhưng là chữ khác; ]]các khoá ở đây là {known}";
    /// A key that must be there.
    KEY_MISSING: Error "key-missing"
        en "key `{key}` is missing in {what}[[: `{comment}` is a comment for YAML]]",
            "here",
            "write `{key}: {value}`[[, for example `{key}: {such}`]][[; the groups are {known}]]";
        vi "thiếu khoá `{key}` trong {what_vi}[[: `{comment}` là chú thích đối với YAML]]",
            "ở đây",
            "hãy viết `{key}: {value}`[[, ví dụ `{key}: {such}`]][[; các nhóm là {known}]]";
    /// A key at another level than it belongs to.
    INDENTATION: Error "indentation"
        en "`{key}` stands at another level than it belongs to[[, here and at {places}]]",
            "[[indented by {little} too few]][[`{much}` begins its line]][[the lines that belong to it need {below} more]]",
            "[[put {little} before this line and before those that belong to it]][[take out the spaces before `{much}`]][[put {below} more before the lines that belong to it]]";
        vi "`{key}` đứng sai cấp[[, ở đây và ở {places_vi}]]",
            "[[thụt vào thiếu {little_vi}]][[`{much}` phải đứng ở đầu dòng]][[các dòng thuộc về nó thiếu {below_vi}]]",
            "[[thêm {little_vi} trước dòng này và các dòng thuộc về nó]][[bỏ các dấu cách trước `{much}`]][[thêm {below_vi} trước các dòng thuộc về nó]]";
    /// A value where keys and values are needed.
    NOT_A_MAP: Error "not-a-map"
        en "{what} {need} keys with values",
            "not keys and values",
            "[[write `{example}`]][[write `{pair}` lines below it, or `{ key: value }`]]";
        vi "{what_vi} cần các cặp khoá và giá trị",
            "không phải khoá và giá trị",
            "[[viết `{example}`]][[viết các dòng `{pair_vi}`, hoặc `{ khoá: giá trị }`]]";
    /// A value where a list is needed.
    NOT_A_LIST: Error "not-a-list"
        en "a list is needed here",
            "not a list",
            "write `{example}`, or a line with `- ` for each item";
        vi "ở đây cần một danh sách",
            "không phải danh sách",
            "viết `{example}`, hoặc mỗi mục một dòng bắt đầu bằng `- `";
    /// A list or map where a text is needed.
    NOT_A_TEXT: Error "not-a-text"
        en "a text is needed here",
            "not a text",
            "write a text, or one for each language: `{ vi: …, en: … }`";
        vi "ở đây cần một đoạn chữ",
            "không phải chữ",
            "viết một đoạn chữ, hoặc mỗi ngôn ngữ một đoạn: `{ vi: …, en: … }`";
    /// A word that is none of those known here.
    WORD_UNKNOWN: Error "word-unknown"
        en "`{word}` is not known here",
            "one of {known}",
            "[[did you mean `{near}`? ]]the words known here are {known}";
        vi "`{word}` không dùng được ở đây",
            "một trong: {known}",
            "[[có phải là `{near}`? ]]các từ dùng được ở đây là {known}";
    /// A text where a number is needed.
    NOT_A_NUMBER: Error "not-a-number"
        en "`{text}` is not a number",
            "not a number",
            "[[did you mean `{near}`? ]]write [[a whole number such as `{whole}`]][[`{better}`, or ]][[a decimal such as `{decimal}`]][[; for a cell without one: {cell}]]";
        vi "`{text}` không phải là số",
            "không phải số",
            "[[có phải là `{near}`? ]]viết [[số nguyên như `{whole}`]][[`{better}`, hoặc ]][[số như `{decimal}`]][[; ô không có số thì viết {cell_vi}]]";
    /// A decimal comma in a file that writes points.
    DECIMAL_COMMA: Error "decimal-comma"
        en "`{text}` has a decimal comma, but this file writes decimal points",
            "a comma",
            "write `{point}`; a score file may also say `decimal: comma` at its top and keep the quotes";
        vi "`{text}` có dấu phẩy thập phân, nhưng tệp này dùng dấu chấm",
            "dấu phẩy",
            "viết `{point}`; tệp điểm cũng có thể ghi `decimal: comma` ở đầu và giữ dấu nháy";
    /// A point and a comma in one number.
    NUMBER_BOTH_SIGNS: Error "number-both-signs"
        en "`{text}` has a point and a comma",
            "which one begins the decimals?",
            "[[write `{point}`, or `\"{comma}\"` in a file with `decimal: comma`]]";
        vi "`{text}` có cả dấu chấm và dấu phẩy",
            "dấu nào là dấu thập phân?",
            "[[viết `{point}`, hoặc `\"{comma}\"` trong tệp có `decimal: comma`]]";
    /// A plus sign before a number.
    NUMBER_PLUS: Error "number-plus"
        en "`{text}` begins with a plus sign",
            "a plus sign",
            "leave the plus sign out[[: `{better}`]]";
        vi "`{text}` có dấu cộng ở đầu",
            "dấu cộng",
            "bỏ dấu cộng[[: `{better}`]]";
    /// A zero before another digit.
    NUMBER_LEADING_ZERO: Error "number-leading-zero"
        en "`{text}` begins with a zero, which some programs read as an octal number",
            "a zero too many",
            "leave the zero out[[: `{better}`]]";
        vi "`{text}` có số 0 ở đầu, một số chương trình sẽ hiểu là hệ tám",
            "thừa số 0",
            "bỏ số 0 ở đầu[[: `{better}`]]";
    /// A hexadecimal or octal number.
    NUMBER_HEX: Error "number-hex"
        en "`{text}` is not a decimal number",
            "hexadecimal or octal",
            "write it as a decimal";
        vi "`{text}` không phải số thập phân",
            "hệ mười sáu hoặc hệ tám",
            "viết lại theo hệ thập phân";
    /// Decimals without a digit before the point.
    NUMBER_WITHOUT_WHOLE: Error "number-without-whole"
        en "`{text}` has no digit before the point",
            "a digit is missing",
            "write `0{text}`";
        vi "`{text}` thiếu chữ số trước dấu chấm",
            "thiếu chữ số",
            "viết `0{text}`";
    /// Signs between the thousands of a number.
    NUMBER_GROUPED: Error "number-grouped"
        en "`{text}` has signs between its digits",
            "groups of digits",
            "write the digits without signs between them[[: `{better}`]]";
        vi "`{text}` có dấu phân cách giữa các chữ số",
            "nhóm chữ số",
            "viết các chữ số liền nhau[[: `{better}`]]";
    /// A word that older YAML programs read as true or false, where a number is needed.
    NUMBER_WORD: Error "number-word"
        en "`{text}` is a word, not a number; older YAML programs even read it as true or false",
            "a word",
            "write the number, or `~` where it is not published";
        vi "`{text}` là chữ, không phải số; chương trình YAML cũ còn hiểu là đúng hoặc sai",
            "là chữ",
            "viết số, hoặc `~` nếu chưa công bố";
    /// A date where a number is needed.
    NUMBER_DATE: Error "number-date"
        en "`{text}` reads as a date",
            "a date",
            "write the number; spreadsheets turn scores such as 9.5 into dates";
        vi "`{text}` đọc thành ngày tháng",
            "ngày tháng",
            "viết số; bảng tính hay đổi điểm như 9.5 thành ngày tháng";
    /// A time of day where a number is needed.
    NUMBER_CLOCK: Error "number-clock"
        en "`{text}` reads as a time of day",
            "a colon within a number",
            "write a decimal such as `12.5`";
        vi "`{text}` giống giờ phút",
            "dấu hai chấm trong số",
            "viết số thập phân như `12.5`";
    /// A number with an exponent.
    NUMBER_EXPONENT: Error "number-exponent"
        en "`{text}` has an exponent",
            "an exponent",
            "write all its digits";
        vi "`{text}` có phần mũ",
            "phần mũ",
            "viết đủ các chữ số";
    /// More digits than are kept exactly.
    NUMBER_TOO_LONG: Error "number-too-long"
        en "`{text}` has more than 25 digits",
            "too many digits",
            "round it as the rules of the assessment say";
        vi "`{text}` có hơn 25 chữ số",
            "quá nhiều chữ số",
            "làm tròn theo quy định của kỳ đánh giá";
    /// A decimal comma in braces or brackets, which YAML takes for the end of the value.
    COMMA_SPLITS_NUMBER: Error "comma-splits-number"
        en "the comma in `{whole},{fraction}` ends the value for YAML[[: `{name}` becomes {whole}]]",
            "two values for YAML",
            "write `[[{name}: ]]{whole}.{fraction}`, or `[[{name}: ]]\"{whole},{fraction}\"` in a file with `decimal: comma`";
        vi "dấu phẩy trong `{whole},{fraction}` kết thúc giá trị theo YAML[[: `{name}` thành {whole}]]",
            "YAML hiểu là hai giá trị",
            "viết `[[{name}: ]]{whole}.{fraction}`, hoặc `[[{name}: ]]\"{whole},{fraction}\"` trong tệp có `decimal: comma`";
    /// A comma in a text in braces, which YAML takes for the end of the text.
    COMMA_SPLITS_TEXT: Error "comma-splits-text"
        en "the comma before `{rest}` ends the text for YAML",
            "taken for a key of its own",
            "[[{or} ]]put the whole text in quotes: {whole}";
        vi "dấu phẩy trước `{rest}` kết thúc đoạn chữ theo YAML",
            "bị hiểu là một khoá khác",
            "[[{or_vi} ]]đặt cả đoạn trong dấu nháy: {whole}";
    /// A key without a space after its colon.
    COLON_WITHOUT_SPACE: Error "colon-without-space"
        en "`{text}` is one word for YAML: {lacks}",
            "a key without a value",
            "write `{name}: {number}`";
        vi "`{text}` là một từ theo YAML: {lacks_vi}",
            "khoá không có giá trị",
            "viết `{name}: {number}`";
    /// A language that the site has not.
    LANGUAGE_UNKNOWN: Error "language-unknown"
        en "`{language}` is not a language of this site[[, here and at {places}]]",
            "one of {known}",
            "[[did you mean `{near}`? ]]add it to `languages` in site.yaml, or use one of {known}";
        vi "`{language}` không phải ngôn ngữ của trang này[[, ở đây và ở {places_vi}]]",
            "một trong: {known}",
            "[[có phải là `{near}`? ]]thêm vào `languages` trong site.yaml, hoặc dùng một trong: {known}";
    /// A text that is no language tag.
    LANGUAGE_TAG: Error "language-tag"
        en "`{text}` is not a language tag",
            "not a tag",
            "write [[`{better}`, or ]]a tag of BCP 47 such as `vi`, `en` or `pt-BR`";
        vi "`{text}` không phải mã ngôn ngữ",
            "không phải mã",
            "viết [[`{better}`, hoặc ]]mã theo BCP 47 như `vi`, `en` hoặc `pt-BR`";
    /// A language that stands twice in the list.
    LANGUAGE_TWICE: Error "language-twice"
        en "language `{text}` stands twice",
            "already in the list",
            "remove one of the two";
        vi "ngôn ngữ `{text}` được viết hai lần",
            "đã có trong danh sách",
            "bỏ một trong hai";
    /// A control character, or one that turns the direction of what is read.
    CHARACTER_REFUSED: Error "character-refused"
        en "the text holds the character {character}, which cannot be seen[[, here and at {places}]]",
            "in this text",
            "delete it: it often comes along when text is copied";
        vi "đoạn chữ có ký tự {character} không nhìn thấy được[[, ở đây và ở {places_vi}]]",
            "trong đoạn này",
            "xoá ký tự đó: nó thường đi theo khi sao chép";
    /// A character without width, which was left out.
    CHARACTER_REMOVED: Warning "character-removed"
        en "the text holds the character {character}, which has no width; it was left out[[, here and at {places}]]",
            "in this text",
            "delete it in the file too";
        vi "đoạn chữ có ký tự {character} không có bề rộng; đã bỏ ra[[, ở đây và ở {places_vi}]]",
            "trong đoạn này",
            "hãy xoá cả trong tệp";
    /// A text that may not be an id.
    ID_MALFORMED: Error "id-malformed"
        en "`{id}` cannot be an id: {why}",
            "lower-case letters, digits and hyphens only",
            "write `{better}`: ids make addresses and never change";
        vi "`{id}` không dùng làm mã được: {why_vi}",
            "chỉ gồm chữ thường không dấu, chữ số và gạch nối",
            "viết `{better}`: mã tạo thành địa chỉ và không bao giờ đổi";
    /// An id that means something else to YAML, a file system or our files.
    ID_REFUSED: Error "id-refused"
        en "`{id}` cannot be an id here: {why}",
            "has a meaning of its own",
            "write another id, such as `{better}`";
        vi "`{id}` không dùng làm mã ở đây được: {why_vi}",
            "đã có nghĩa khác",
            "viết mã khác, ví dụ `{better}`";
    /// A value where a whole number is needed.
    NOT_A_COUNT: Error "not-a-count"
        en "`{text}` is not a whole number from {low} to {high}",
            "not such a number",
            "write [[`{better}`, ]]a whole number from {low} to {high}";
        vi "`{text}` không phải số nguyên từ {low} đến {high}",
            "không phải số như vậy",
            "viết [[`{better}`, ]]một số nguyên từ {low} đến {high}";
    /// A value where a date is needed.
    NOT_A_DATE: Error "not-a-date"
        en "`{text}` is not a day of the calendar",
            "not a date",
            "write [[`{better}`: ]]year, month and day, as in `2019-05-04`";
        vi "`{text}` không phải một ngày trong lịch",
            "không phải ngày",
            "viết [[`{better}`: ]]năm, tháng, ngày, như `2019-05-04`";
    /// A value where an address is needed.
    NOT_A_URL: Error "not-a-url"
        en "`{text}` is not a web address",
            "not an address",
            "write [[`{better}`, ]]an address that begins with `https://`";
        vi "`{text}` không phải địa chỉ web",
            "không phải địa chỉ",
            "viết [[`{better}`, ]]địa chỉ bắt đầu bằng `https://`";
    /// A value where an e-mail address is needed.
    NOT_AN_EMAIL: Error "not-an-email"
        en "`{text}` is not an e-mail address",
            "not an e-mail address",
            "write an address such as `lienhe@example.gov.vn`";
        vi "`{text}` không phải địa chỉ thư điện tử",
            "không phải địa chỉ thư",
            "viết địa chỉ như `lienhe@example.gov.vn`";
    /// A path that is not in the static folder.
    NOT_STATIC: Error "not-static"
        en "`{text}` does not name a file in static/",
            "not in static/",
            "put the file into content/static/ and write [[`{better}`, that is, ]]`static/` and its name";
        vi "`{text}` không phải tệp trong static/",
            "không nằm trong static/",
            "đặt tệp vào content/static/ rồi viết [[`{better}`, tức là ]]`static/` và tên tệp";
    /// A document that nothing names.
    DOCUMENT_NAMELESS: Error "document-nameless"
        en "this document has neither number, title nor url",
            "nothing names it",
            "write one of `number`, `title` and `url`";
        vi "văn bản này không có số, tên hay địa chỉ",
            "không có gì để gọi",
            "viết một trong `number`, `title` và `url`";
    /// An event that is none, or several at once.
    EVENT_KIND: Error "event-kind"
        en "this event says not exactly one thing that happened",
            "which one is it?",
            "write one of `rename`, `merge`, `split`, `abolish`, `create`, `move` in each event";
        vi "sự kiện này không nêu đúng một việc",
            "là việc nào?",
            "mỗi sự kiện viết một trong `rename`, `merge`, `split`, `abolish`, `create`, `move`";
    /// A format that this version does not read.
    FORMAT_UNKNOWN: Error "format-unknown"
        en "format `{text}` is not known",
            "this version reads format 1",
            "write `format: 1`";
        vi "không biết định dạng `{text}`",
            "bản này đọc định dạng 1",
            "viết `format: 1`";
    /// A year that is not in the name of its file.
    YEAR_MISMATCH: Error "year-mismatch"
        en "year {year} is not that of the file `{name}.yaml`",
            "differs from the name of the file",
            "rename the file, or mend the year";
        vi "năm {year} không khớp tên tệp `{name}.yaml`",
            "khác tên tệp",
            "đổi tên tệp, hoặc sửa năm";
    /// Why an edition was taken back, of one that was not.
    WITHDRAWN_MISMATCH: Error "withdrawn-mismatch"
        en "this says why the edition was withdrawn, but its status is `{status}`",
            "of an edition that holds",
            "write `status: withdrawn`, or take `withdrawn` out";
        vi "mục này nêu lý do thu hồi, nhưng kỳ này có `status` là `{status}`",
            "của kỳ còn giá trị",
            "viết `status: withdrawn`, hoặc bỏ `withdrawn`";
    /// A period that ends before it begins.
    PERIOD_BACKWARDS: Error "period-backwards"
        en "the period ends on {to}, before it begins on {from}",
            "ends before it begins",
            "exchange the two dates, or mend one";
        vi "thời gian kết thúc {to} trước khi bắt đầu {from}",
            "kết thúc trước khi bắt đầu",
            "đổi chỗ hai ngày, hoặc sửa một ngày";
    /// A range whose lower end is above its upper end.
    RANGE_BACKWARDS: Error "range-backwards"
        en "the range begins at {low}, above its end {high}",
            "begins above its end",
            "exchange the two, or mend one";
        vi "khoảng bắt đầu từ {low}, lớn hơn cuối {high}",
            "đầu lớn hơn cuối",
            "đổi chỗ, hoặc sửa lại";
    /// Goalposts without two ends in order.
    GOALPOSTS: Error "goalposts"
        en "goalposts need `low` and `high`, and `low` below `high`",
            "here",
            "write both ends";
        vi "`goalposts` cần `low` và `high`, và `low` nhỏ hơn `high`",
            "ở đây",
            "viết cả hai đầu";
    /// A list with nothing in it where one thing at least is needed.
    LIST_EMPTY: Error "list-empty"
        en "the list of {what} is empty",
            "nothing in it",
            "name one at least";
        vi "danh sách {what_vi} trống",
            "không có gì",
            "nêu ít nhất một";
    /// A number that cannot be so large or so small here.
    NUMBER_OUTSIDE_RANGE: Error "number-outside-range"
        en "`{text}` cannot be {what}: it goes {range}",
            "outside its range",
            "mend the number";
        vi "`{text}` không thể là {what_vi}: chỉ {range_vi}",
            "ngoài khoảng cho phép",
            "sửa số này";
    /// A text without a letter in it.
    TEXT_EMPTY: Error "text-empty"
        en "{what} is empty",
            "no text",
            "[[`{comment}` is a comment for YAML: ]]write {value}";
        vi "{what_vi} để trống",
            "không có chữ",
            "[[`{comment}` là chú thích đối với YAML: ]]viết {value_vi}";
    /// Goalposts that are 0 or less, of which there are no logarithms.
    GOALPOSTS_WITHOUT_LOGARITHM: Error "goalposts-without-logarithm"
        en "with `log: true`, goalposts must be above 0",
            "there is no logarithm of 0",
            "write a `low` above 0, or take out `log`";
        vi "với `log: true`, `low` và `high` phải lớn hơn 0",
            "không có lôgarit của 0",
            "viết `low` lớn hơn 0, hoặc bỏ `log`";
    /// An end that a method does not look at.
    LIMIT_WITHOUT_EFFECT: Error "limit-without-effect"
        en "`{key}` has no effect with `method: {method}`",
            "only goalposts have ends of their own",
            "take it out, or write `method: goalposts`";
        vi "`{key}` không có tác dụng với `method: {method}`",
            "chỉ `goalposts` có hai đầu riêng",
            "bỏ đi, hoặc viết `method: goalposts`";
    /// A maximum of points that have none.
    MAXIMUM_WITHOUT_END: Warning "maximum-without-end"
        en "the maximum of `{id}` has no effect: points made by `method: {method}` have none",
            "these points have no maximum",
            "take out `max`, or choose min-max, goalposts or best";
        vi "mức tối đa của `{id}` không có tác dụng: điểm theo `method: {method}` không có mức tối đa",
            "điểm này không có mức tối đa",
            "bỏ `max`, hoặc chọn min-max, goalposts hay best";
    /// A value that does not exist and counts as 0, where the lowest is best.
    MISSING_ZERO_IS_BEST: Error "missing-zero-is-best"
        en "`missing: zero` would make no value the best one of `{id}`, where the lowest is rank 1",
            "with `order: ascending`",
            "write `missing: unranked`, or leave out `order: ascending`";
        vi "`missing: zero` khiến đơn vị không có số liệu đứng đầu `{id}`, vì ở đó thấp nhất là hạng 1",
            "đi cùng `order: ascending`",
            "ghi `missing: unranked`, hoặc bỏ `order: ascending`";
    /// A direction of scores that are not normalised.
    DIRECTION_WITHOUT_NORMALISE: Error "direction-without-normalise"
        en "`direction` of `{id}` has no effect without `normalise`",
            "no points are made of raw values here",
            "where the lowest score is best, write `order: ascending`; where raw values become points, add `normalise`";
        vi "`direction` của `{id}` không có tác dụng khi không có `normalise`",
            "ở đây không đổi giá trị gốc thành điểm",
            "nếu điểm thấp nhất là tốt nhất, viết `order: ascending`; nếu đổi giá trị gốc thành điểm, thêm `normalise`";
    /// Normalising what has no raw values.
    NORMALISE_ON_PARENT: Error "normalise-on-parent"
        en "`{id}` has criteria of its own and no raw values to normalise",
            "made of its parts",
            "write `normalise` on the criteria below it";
        vi "`{id}` có tiêu chí con, không có giá trị gốc để chuẩn hoá",
            "tính từ các phần",
            "viết `normalise` ở các tiêu chí con";
    /// A maximum that points never reach, or pass.
    NORMALISED_MAXIMUM: Error "normalised-maximum"
        en "the maximum of `{id}` is {max}, but its values are normalised to {to}",
            "to {to}",
            "take out `max`, or write `to: {max}`";
        vi "mức tối đa của `{id}` là {max}, nhưng giá trị được chuẩn hoá tới {to}",
            "tới {to}",
            "bỏ `max`, hoặc viết `to: {max}`";
    /// More criteria than a scheme may have.
    CRITERIA_TOO_MANY: Error "criteria-too-many"
        en "the scheme has {n} criteria, at most 1,000 are allowed",
            "too many",
            "split the scheme";
        vi "bộ tiêu chí có {n} tiêu chí, nhiều nhất 1.000",
            "quá nhiều",
            "chia bộ tiêu chí";
    /// A dash where a number is needed.
    NUMBER_DASH: Error "number-dash"
        en "a dash is no number[[, here and at {places}]]",
            "no value?",
            "write `~` where the number is not published, else `missing`, `exempt` or `withheld`";
        vi "dấu gạch không phải là số[[, ở đây và ở {places_vi}]]",
            "không có giá trị?",
            "viết `~` nếu chưa công bố số, nếu không thì `missing`, `exempt` hoặc `withheld`";
    /// The Icelandic letter that looks like the Vietnamese one.
    LETTER_ETH: Warning "letter-eth"
        en "the text holds {character}, which looks like the Vietnamese Đ and is another letter[[, here and at {places}]]",
            "in this text",
            "type Đ (U+0110) or đ (U+0111) anew: a search for the right letter does not find this one";
        vi "đoạn chữ có {character}, trông như chữ Đ nhưng là chữ khác[[, ở đây và ở {places_vi}]]",
            "trong đoạn này",
            "gõ lại Đ (U+0110) hoặc đ (U+0111): tìm bằng chữ đúng sẽ không thấy chữ này";
    /// An id that spreadsheets read as a number or a date.
    ID_LIKE_NUMBER: Warning "id-like-number"
        en "spreadsheets read the id `{id}` as {what}[[, and so ids at {places}]]",
            "the key column of every table",
            "put a letter in front, such as `x-{id}`, before anything is published: ids never change";
        vi "bảng tính hiểu mã `{id}` là {what_vi}[[, mã ở {places_vi} cũng vậy]]",
            "cột mã của mọi bảng",
            "thêm một chữ phía trước, ví dụ `x-{id}`, trước khi công bố: mã không bao giờ đổi";
    /// A name beyond the limit.
    NAME_TOO_LONG: Error "name-too-long"
        en "a name has at most 300 characters, this one has {n}",
            "too long",
            "shorten it; more can be said in `description` or in a remark";
        vi "tên dài nhất 300 ký tự, tên này có {n}",
            "quá dài",
            "rút ngắn; phần còn lại ghi ở `description` hoặc ở lưu ý";
}
