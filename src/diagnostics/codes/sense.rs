//! Faults of sense: what is written is well-formed and cannot be so.

super::codes! {
    /// A unit that units.yaml does not know.
    UNIT_UNKNOWN: Error "unit-unknown"
        en "no unit has the id `{id}`[[, here and at {places}]]",
            "not in units.yaml[[; `{near}` stands there]]",
            "[[did you mean `{near}`? ]][[{foreign} looks like the Latin letter `{latin}` and is another one; ]]units are written in content/units.yaml";
        vi "không có đơn vị nào mang mã `{id}`[[, ở đây và ở {places_vi}]]",
            "không có trong units.yaml[[; ở đó có `{near}`]]",
            "[[có phải là `{near}`? ]][[{foreign} trông như chữ Latinh `{latin}` nhưng là chữ khác; ]]đơn vị được khai trong content/units.yaml";
    /// A group that units.yaml does not know.
    GROUP_UNKNOWN: Error "group-unknown"
        en "no group has the id `{id}`[[, here and at {places}]]",
            "not in units.yaml[[; `{near}` stands there]]",
            "[[did you mean `{near}`? ]][[{foreign} looks like the Latin letter `{latin}` and is another one; ]][[the groups are {known}]][[there is no group yet: write `{new}` under `groups` in units.yaml]]";
        vi "không có nhóm nào mang mã `{id}`[[, ở đây và ở {places_vi}]]",
            "không có trong units.yaml[[; ở đó có `{near}`]]",
            "[[có phải là `{near}`? ]][[{foreign} trông như chữ Latinh `{latin}` nhưng là chữ khác; ]][[các nhóm là {known}]][[chưa có nhóm nào: ghi `{new}` dưới `groups` trong units.yaml]]";
    /// A criterion that the scheme does not know.
    CRITERION_UNKNOWN: Error "criterion-unknown"
        en "no criterion of the scheme `{scheme}` has the id `{id}`[[, here and at {places}]]",
            "not in the scheme[[; `{near}` stands there]]",
            "[[did you mean `{near}`? ]][[{foreign} looks like the Latin letter `{latin}` and is another one; ]]its criteria are {known}";
        vi "bộ tiêu chí `{scheme}` không có tiêu chí `{id}`[[, ở đây và ở {places_vi}]]",
            "không có trong bộ tiêu chí[[; ở đó có `{near}`]]",
            "[[có phải là `{near}`? ]][[{foreign} trông như chữ Latinh `{latin}` nhưng là chữ khác; ]]các tiêu chí là {known}";
    /// A scheme without a file.
    SCHEME_UNKNOWN: Error "scheme-unknown"
        en "no scheme has the id `{id}`[[, here and at {places}]]",
            "not in content/schemes/",
            "[[did you mean `{near}`? ]][[{foreign} looks like the Latin letter `{latin}` and is another one; ]][[the schemes are {known}]][[there is no scheme yet: write content/schemes/{new}.yaml]]";
        vi "không có bộ tiêu chí `{id}`[[, ở đây và ở {places_vi}]]",
            "không có trong content/schemes/",
            "[[có phải là `{near}`? ]][[{foreign} trông như chữ Latinh `{latin}` nhưng là chữ khác; ]][[các bộ tiêu chí là {known}]][[chưa có bộ tiêu chí nào: hãy viết content/schemes/{new}.yaml]]";
    /// An edition without a score file.
    EDITION_UNKNOWN: Error "edition-unknown"
        en "no edition has the id `{id}`[[, here and at {places}]]",
            "not in content/scores/",
            "[[did you mean `{near}`? ]][[{foreign} looks like the Latin letter `{latin}` and is another one; ]][[the editions are {known}]][[there is no other edition: write content/scores/{new}.yaml]]";
        vi "không có kỳ `{id}`[[, ở đây và ở {places_vi}]]",
            "không có trong content/scores/",
            "[[có phải là `{near}`? ]][[{foreign} trông như chữ Latinh `{latin}` nhưng là chữ khác; ]][[các kỳ là {known}]][[chưa có kỳ nào khác: hãy viết content/scores/{new}.yaml]]";
    /// An edition whose scores need a scheme that it does not name.
    SCHEME_MISSING: Error "scheme-missing"
        en "edition `{id}` gives scores for criteria and names no scheme[[ for the group `{group}`]]",
            "a scheme is needed",
            "[[write `{key}: {only}`]][[write `{open}: ID` with the id of a file in content/schemes/]][[add `{group}: ID` to `scheme`, with the id of a file in content/schemes/]]";
        vi "kỳ `{id}` có điểm tiêu chí nhưng không nêu bộ tiêu chí[[ cho nhóm `{group}`]]",
            "cần bộ tiêu chí",
            "[[viết `{key}: {only}`]][[viết `{open}: MÃ` với mã của một tệp trong content/schemes/]][[thêm `{group}: MÃ` vào `scheme`, với mã của một tệp trong content/schemes/]]";
    /// A unit under the heading of another group.
    UNIT_IN_WRONG_GROUP: Error "unit-in-wrong-group"
        en "unit `{id}` belongs to the group `{group}`, not to `{here}`[[, and so do units at {places}]]",
            "of the group `{group}`",
            "move it to `{group}`; if the source itself names it here, say `disputed: why` beside the statement";
        vi "đơn vị `{id}` thuộc nhóm `{group}`, không thuộc `{here}`[[, {places_vi} cũng vậy]]",
            "thuộc nhóm `{group}`",
            "chuyển sang `{group}`; nếu chính nguồn nêu như vậy, ghi `disputed: lý do` cạnh câu đó";
    /// A unit that stands twice where it may stand once.
    UNIT_TWICE: Error "unit-twice"
        en "unit `{id}` stands twice",
            "already named",
            "remove one of the two";
        vi "đơn vị `{id}` được viết hai lần",
            "đã nêu",
            "bỏ một trong hai";
    /// A unit that is not among those of the edition.
    UNIT_NOT_IN_EDITION: Error "unit-not-in-edition"
        en "unit `{id}` is not among the units of this edition[[, here and at {places}]]",
            "has no line in `scores`",
            "add it to `scores`, or remove it here";
        vi "đơn vị `{id}` không có trong kỳ này[[, ở đây và ở {places_vi}]]",
            "không có dòng trong `scores`",
            "thêm vào `scores`, hoặc bỏ ở đây";
    /// An id that is given twice.
    ID_TWICE: Error "id-twice"
        en "id `{id}` is given twice",
            "already given",
            "choose another id for one of them";
        vi "mã `{id}` được dùng hai lần",
            "đã dùng",
            "chọn mã khác cho một trong hai";
    /// A maximum that its parts do not make.
    MAXIMUM_MISMATCH: Error "maximum-mismatch"
        en "the maximum of `{id}` is {max}, but its parts make {made}",
            "its parts make {made}",
            "mend the maximum, or those of the parts";
        vi "mức tối đa của `{id}` là {max}, nhưng các phần cộng lại là {made}",
            "các phần cộng lại là {made}",
            "sửa mức tối đa, hoặc mức của các phần";
    /// A previous edition that is not an earlier one.
    PREVIOUS_NOT_EARLIER: Error "previous-not-earlier"
        en "edition `{id}` is not earlier than `{here}`",
            "not earlier",
            "name an earlier edition, or write `none`";
        vi "kỳ `{id}` không trước `{here}`",
            "không phải kỳ trước",
            "nêu một kỳ trước, hoặc viết `none`";
    /// A score for a criterion that only its parts have.
    CELL_OF_PARENT: Error "cell-of-parent"
        en "`{id}` is made of its parts and holds no {word}",
            "made of its parts",
            "write the announced number, or leave it out";
        vi "`{id}` được tính từ các phần, không ghi {word}",
            "tính từ các phần",
            "viết số đã công bố, hoặc bỏ ra";
    /// A static file that is not there.
    STATIC_MISSING: Error "static-missing"
        en "the file {path} is not in content/",
            "not there",
            "[[write `{near}`, which is there; else ]]put the file there, or remove its name";
        vi "không có tệp {path} trong content/",
            "không có",
            "[[viết `{near}`, tệp này có sẵn; nếu không, ]]đặt tệp vào đó, hoặc bỏ tên tệp";
    /// Two files of the site on one path.
    PATH_TWICE: Error "path-twice"
        en "two files of the site would lie at {at}[[ and {other}]][[, one of them from {file}]]",
            "the same path, different only in case, or a file where a folder has to be",
            "rename the page or the file, or take the address out of `aliases`";
        vi "hai tệp của trang cùng nằm ở {at}[[ và {other}]][[, một tệp lấy từ {file}]]",
            "cùng đường dẫn, chỉ khác chữ hoa chữ thường, hoặc là tệp ở chỗ phải có thư mục",
            "đổi tên trang hoặc tệp, hoặc bỏ địa chỉ khỏi `aliases`";
    /// A text that is not there in a language of the site.
    TRANSLATION_MISSING: Warning "translation-missing"
        en "[[{what} has]][[{n} texts of this file have]] no text in `{language}`[[, such as {first}]]",
            "shown in another language",
            "add `{language}: …`";
        vi "[[{what_vi}]][[{n} mục của tệp này]] chưa có bản `{language}`[[, như {first_vi}]]",
            "hiện bằng ngôn ngữ khác",
            "thêm `{language}: …`";
    /// A score above the maximum of its criterion.
    SCORE_ABOVE_MAXIMUM: Error "score-above-maximum"
        en "score `{score}`[[ of `{unit}`]] for `{criterion}` is above its maximum {max}[[, and so at {places}]]",
            "at most {max}",
            "mend the score, or the maximum in the scheme";
        vi "điểm `{score}`[[ của `{unit}`]] về `{criterion}` vượt mức tối đa {max}[[, {places_vi} cũng vậy]]",
            "nhiều nhất {max}",
            "sửa điểm, hoặc mức tối đa trong bộ tiêu chí";
    /// A score below zero where a maximum is given.
    SCORE_BELOW_ZERO: Error "score-below-zero"
        en "score `{score}` of `{unit}` for `{criterion}` is below zero",
            "below zero",
            "mend the score; points taken away belong into `adjustments`";
        vi "điểm `{score}` của `{unit}` về `{criterion}` nhỏ hơn 0",
            "nhỏ hơn 0",
            "sửa điểm; điểm trừ ghi ở `adjustments`";
    /// A score with more decimals than the scheme allows.
    SCORE_DECIMALS: Error "score-decimals"
        en "score `{score}` of `{unit}` for `{criterion}` has more than {at_most}",
            "at most {at_most}",
            "round it as the rules say, or raise `decimals` in the scheme";
        vi "điểm `{score}` của `{unit}` về `{criterion}` có hơn {decimals} chữ số thập phân",
            "nhiều nhất {decimals} chữ số thập phân",
            "làm tròn theo quy định, hoặc tăng `decimals` trong bộ tiêu chí";
    /// A criterion that the line of a unit leaves out.
    SCORE_LEFT_OUT: Warning "score-left-out"
        en "the line of `{unit}` leaves out {criteria}[[, and so at {places}]]",
            "counts as not published",
            "write `{example}` in it where the number is not published, so that nobody takes it for forgotten";
        vi "dòng của `{unit}` bỏ qua {criteria}[[, {places_vi} cũng vậy]]",
            "coi là chưa công bố",
            "viết `{example}` vào dòng đó nếu chưa công bố, để không ai tưởng là quên";
    /// A withheld cell that the other numbers give away.
    WITHHELD_COMPUTABLE: Error "withheld-computable"
        en "the withheld score of `{unit}` for `{criterion}` can be computed from what is published",
            "the other numbers give it away",
            "withhold another number that it follows from, or write the score";
        vi "điểm không công khai của `{unit}` về `{criterion}` tính ra được từ số đã công bố",
            "các số khác làm lộ",
            "giữ lại thêm một số mà điểm này suy ra từ đó, hoặc ghi điểm";
    /// A value that has no result, or one that is too long.
    VALUE_NOT_COMPUTABLE: Error "value-not-computable"
        en "[[the value of `{unit}` for `{criterion}` cannot be computed]][[the values of {n} units for `{criterion}` cannot be computed: {ids}]]",
            "the formula of the scheme has no answer here",
            "logarithms and `method: best` need values above 0, min-max and z-scores values that differ, geometric means values of 0 or more, means weights that do not add up to 0, and every result at most 28 digits";
        vi "[[không tính được giá trị của `{unit}` về `{criterion}`]][[không tính được giá trị của {n} đơn vị về `{criterion}`: {ids}]]",
            "công thức của bộ tiêu chí không có kết quả ở đây",
            "lôgarit và `method: best` cần giá trị trên 0, min-max và z-score cần các giá trị khác nhau, trung bình nhân cần giá trị từ 0, trung bình cần tổng trọng số khác 0, và mọi kết quả nhiều nhất 28 chữ số";
    /// A correction whose `now` is not the score.
    CORRECTION_MISMATCH: Error "correction-mismatch"
        en "the correction says that `{unit}` now has {now} for `{criterion}`, but the score is {score}",
            "the score is {score}",
            "write the corrected score in `scores` too, or mend `now`";
        vi "đính chính ghi `{unit}` nay được {now} về `{criterion}`, nhưng điểm là {score}",
            "điểm là {score}",
            "ghi điểm đã đính chính trong `scores`, hoặc sửa `now`";
    /// A correction that does not begin where the one before it ended.
    CORRECTION_CHAIN: Error "correction-chain"
        en "the correction says that `{unit}` had {was} for `{criterion}`, but the one before it ended with {before}",
            "the one before ended with {before}",
            "mend `was`, or the correction before";
        vi "đính chính ghi trước đó `{unit}` được {was} về `{criterion}`, nhưng lần trước sửa thành {before}",
            "lần trước sửa thành {before}",
            "sửa `was`, hoặc lần đính chính trước";
    /// A correction of a computed value that the corrections of its parts do not explain.
    CORRECTION_NOT_REBUILT: Warning "correction-not-rebuilt"
        en "the correction says that `{unit}` had {was} for `{criterion}`, but the scores before it make {computed}",
            "the version before it will show {computed}",
            "write the corrections of the scores that it is made of too, or mend `was`";
        vi "đính chính ghi trước đó `{unit}` được {was} về `{criterion}`, nhưng các điểm khi ấy cho {computed}",
            "bản trước đính chính sẽ hiện {computed}",
            "ghi cả đính chính của các điểm thành phần, hoặc sửa `was`";
    /// A correction that changes nothing.
    CORRECTION_EMPTY: Warning "correction-empty"
        en "the correction of `{unit}` for `{criterion}` changes nothing: {was} before and after",
            "`was` and `now` are the same",
            "mend `was` or `now`, or remove the correction; what readers should only know belongs into `remarks`";
        vi "đính chính của `{unit}` về `{criterion}` không thay đổi gì: trước và sau đều là {was}",
            "`was` và `now` giống nhau",
            "sửa `was` hoặc `now`, hoặc bỏ đính chính; điều chỉ cần cho người đọc biết thì ghi ở `remarks`";
    /// A correction dated before the edition was published.
    CORRECTION_EARLY: Warning "correction-early"
        en "the correction of {date} is older than the edition, which was published on {published}[[, and so are those at {places}]]",
            "before the publication",
            "mend the date, or `published`, which is the day on which readers saw the edition first";
        vi "đính chính ngày {date} có trước cả khi kỳ này được công bố, ngày {published}[[, {places_vi} cũng vậy]]",
            "trước ngày công bố",
            "sửa ngày, hoặc sửa `published`: đó là ngày người đọc thấy kỳ này lần đầu";
    /// A unit that is said not to be assessed and is in the edition.
    NOT_ASSESSED_MISMATCH: Warning "not-assessed-mismatch"
        en "unit `{id}` is under `not_assessed`, and the edition has results of it",
            "assessed after all",
            "take it out of `not_assessed`, or remove its results";
        vi "đơn vị `{id}` nằm trong `not_assessed`, nhưng kỳ này có kết quả của đơn vị đó",
            "thật ra có đánh giá",
            "bỏ khỏi `not_assessed`, hoặc bỏ kết quả của đơn vị";
    /// A population smaller than the units that are there.
    POPULATION_TOO_SMALL: Error "population-too-small"
        en "the population of `{group}` is {population}, but {n} units are here",
            "{n} units are here",
            "mend the number, or leave it out: then it is that of the units";
        vi "tổng số đơn vị của `{group}` là {population}, nhưng ở đây có {n} đơn vị",
            "ở đây có {n} đơn vị",
            "sửa số này, hoặc bỏ đi: khi đó lấy số đơn vị có mặt";
    /// Two bands with one threshold.
    BANDS_EQUAL: Error "bands-equal"
        en "bands `{a}` and `{b}` both begin at {from}",
            "the same threshold",
            "give each band a threshold of its own";
        vi "mức `{a}` và `{b}` cùng bắt đầu từ {from}",
            "cùng ngưỡng",
            "mỗi mức một ngưỡng riêng";
    /// Bands that leave the lowest values out.
    BANDS_HOLE: Error "bands-hole"
        en "values below {from} are in no band",
            "the lowest band begins here",
            "let the lowest band begin at 0";
        vi "giá trị dưới {from} không thuộc mức nào",
            "mức thấp nhất bắt đầu ở đây",
            "cho mức thấp nhất bắt đầu từ 0";
    /// An announced result that the numbers contradict.
    ANNOUNCED_MISMATCH: Error "announced-mismatch"
        en "announced {what} {announced} for `{criterion}`[[ of {unit}]] is not what the numbers give: {computed}[[; so at {places}]]",
            "the numbers give {computed}",
            "mend the number that is wrong; if the source itself is wrong, say `disputed: why` beside it";
        vi "{what_vi} công bố {announced} về `{criterion}`[[ của {unit}]] không khớp số liệu: {computed}[[; {places_vi} cũng vậy]]",
            "số liệu cho {computed}",
            "sửa số sai; nếu chính nguồn sai, ghi `disputed: lý do` bên cạnh";
    /// Statements that cannot all be true.
    STATEMENTS_CLASH: Error "statements-clash"
        en "{said} `{criterion}`[[ ({ranks})]] cannot {be}[[ for {unit}]]",
            "clashes with {with}",
            "mend the one that is wrong; if the source itself is wrong, say `disputed: why` beside it";
        vi "{said_vi} về `{criterion}`[[ ({ranks_vi})]] {be_vi}[[, ở {unit}]]",
            "mâu thuẫn với {with_vi}",
            "sửa câu sai; nếu chính nguồn sai, ghi `disputed: lý do` bên cạnh";
    /// A column whose ranks are disputed twice.
    DISPUTED_TWICE: Error "disputed-twice"
        en "the ranks of `{criterion}` in `{group}` are disputed twice",
            "already disputed",
            "say both reasons in one line";
        vi "hạng về `{criterion}` của `{group}` bị nêu tranh chấp hai lần",
            "đã nêu",
            "gộp hai lý do vào một dòng";
    /// A column whose ranks are disputed although none were announced.
    DISPUTED_NOTHING: Warning "disputed-nothing"
        en "no rank was announced for `{criterion}` in `{group}` that could be disputed",
            "disputes nothing",
            "remove the line, or write the ranks as they were printed: `rank` in a cell, or statements under `announced`";
        vi "chưa có hạng công bố nào về `{criterion}` của `{group}` để nêu tranh chấp",
            "không nêu tranh chấp điều gì",
            "bỏ dòng này, hoặc ghi các hạng như nguồn đã in: `rank` trong ô điểm, hoặc câu công bố ở `announced`";
    /// A unit of the edition before that is alive and not in this one.
    UNIT_LEFT_OUT: Warning "unit-left-out"
        en "[[unit `{id}` was in edition `{before}` and is not in this one]][[{n} units of `{before}` are not in this edition: {ids}]]",
            "not here",
            "[[add it, or write `not_assessed: [{id}]`]][[add the {n} units, or name them in `not_assessed`]][[; a unit that did not exist then needs its first day in units.yaml: `{first_day}: …`]]";
        vi "[[đơn vị `{id}` có trong kỳ `{before}` nhưng không có trong kỳ này]][[{n} đơn vị của kỳ `{before}` không có trong kỳ này: {ids}]]",
            "không có ở đây",
            "[[thêm vào, hoặc viết `not_assessed: [{id}]`]][[thêm {n} đơn vị vào, hoặc nêu trong `not_assessed`]][[; đơn vị khi đó chưa có thì ghi ngày bắt đầu trong units.yaml: `{first_day}: …`]]";
    /// Two units of a group with one name.
    NAMES_EQUAL: Warning "names-equal"
        en "{n} units of one group have {what}: {ids}",
            "cannot be told apart",
            "[[take `{spelling}` out of `aka` of all but one, or ]]tell them apart by their names";
        vi "{n} đơn vị cùng nhóm {what_vi}: {ids}",
            "không phân biệt được",
            "[[bỏ `{spelling}` khỏi `aka`, chỉ giữ ở một đơn vị, hoặc ]]đặt tên phân biệt";
    /// An edition that is published before the days that it assesses are over.
    PUBLISHED_EARLY: Warning "published-early"
        en "edition `{id}` was published on {published}, before its period ends on {to}",
            "published before its period ends",
            "mend `published`, or say in `period` which days are assessed";
        vi "kỳ `{id}` công bố ngày {published}, trước khi thời gian đánh giá kết thúc ngày {to}",
            "công bố trước khi hết thời gian đánh giá",
            "sửa `published`, hoặc ghi ở `period` thời gian được đánh giá";
    /// Two editions that assess the same days.
    PERIODS_EQUAL: Warning "periods-equal"
        en "edition `{id}` assesses the same days as `{other}`: {from} to {to}",
            "the same days",
            "say in each which days it assesses: `period: { from: {from}, to: … }`; pages and charts place editions by them";
        vi "kỳ `{id}` đánh giá cùng những ngày như kỳ `{other}`: {from} đến {to}",
            "cùng những ngày",
            "ghi ở mỗi kỳ thời gian đánh giá: `period: { from: {from}, to: … }`; trang và biểu đồ xếp các kỳ theo đó";
    /// An edition that assesses days which another one assesses too.
    PERIODS_OVERLAP: Warning "periods-overlap"
        en "edition `{id}` assesses {from} to {to}, and so some of the days of `{others}`",
            "days that are assessed twice",
            "if that is a slip, mend `period`; editions of different length are not compared with each other";
        vi "kỳ `{id}` đánh giá từ {from} đến {to}, trùng một phần thời gian của `{others}`",
            "thời gian được đánh giá hai lần",
            "nếu là nhầm, sửa `period`; các kỳ dài ngắn khác nhau không được so sánh với nhau";
    /// A unit that is scored when it did not exist.
    UNIT_NOT_ALIVE: Error "unit-not-alive"
        en "unit `{id}` did not exist in the period of this edition[[: {why}]][[; so at {places}]]",
            "did not exist then",
            "{advice}, or remove the line";
        vi "đơn vị `{id}` không tồn tại trong thời gian của kỳ này[[: {why_vi}]][[; {places_vi} cũng vậy]]",
            "khi đó không tồn tại",
            "{advice_vi}, hoặc bỏ dòng này";
    /// A language for which there are no words of the interface.
    LANGUAGE_WITHOUT_WORDS: Warning "language-without-words"
        en "there are no interface words in `{language}`",
            "shown with the words of `{instead}`",
            "bring a file languages/{language}.yaml in a theme of your own";
        vi "chưa có chữ giao diện cho `{language}`",
            "dùng chữ của `{instead}`",
            "thêm tệp languages/{language}.yaml trong giao diện riêng";
    /// Phrases of the interface that a language file leaves out.
    PHRASES_MISSING: Warning "phrases-missing"
        en "the words in `{language}` leave out {n} phrases, such as `{example}`",
            "shown in `{instead}`",
            "add them to languages/{language}.yaml";
        vi "chữ giao diện `{language}` còn thiếu {n} câu, như `{example}`",
            "hiện bằng `{instead}`",
            "thêm vào languages/{language}.yaml";
    /// A link of an editor that leads to no file of the site.
    LINK_DEAD: Warning "link-dead"
        en "`{address}` leads nowhere in the site",
            "there is no {path}",
            "[[did you mean `{near}`? ]]pages are named with their file, such as `../archive/index.html`; files of your own lie in content/static/";
        vi "`{address}` không dẫn tới đâu trong trang",
            "không có {path}",
            "[[có phải là `{near}`? ]]ghi cả tên tệp của trang, như `../archive/index.html`; tệp riêng đặt trong content/static/";
    /// A link of a text that is left out of the page.
    LINK_LEFT_OUT: Warning "link-left-out"
        en "[[the link to `{address}` is left out]][[`{bare}` is left out: it has no address]]",
            "[[a link may not begin with `{scheme}:`; ]]readers see words without a link",
            "[[write it from the folder of this page: `{relative}`]][[write `{typed}`]][[a file of your own goes into content/static/ and is written `{file}`; other links begin with https:, http: or mailto:]][[links begin with {others} or mailto:]]";
        vi "[[liên kết tới `{address}` bị bỏ]][[`{bare}` bị bỏ vì không có địa chỉ]]",
            "[[liên kết không được bắt đầu bằng `{scheme}:`; ]]người đọc chỉ thấy chữ, không bấm được",
            "[[ghi đường dẫn tính từ thư mục của trang này: `{relative}`]][[ghi `{typed}`]][[tệp riêng đặt trong content/static/ và ghi là `{file}`; liên kết khác bắt đầu bằng https:, http: hoặc mailto:]][[liên kết bắt đầu bằng {others} hoặc mailto:]]";
    /// A picture of a text that is left out of the page.
    PICTURE_LEFT_OUT: Warning "picture-left-out"
        en "the picture `{address}` is left out",
            "readers see its words only",
            "[[write `{typed}`]][[pages fetch nothing from elsewhere: lay the file into content/static/ and write `{file}`]]";
        vi "hình `{address}` bị bỏ",
            "người đọc chỉ thấy phần chữ thay hình",
            "[[ghi `{typed}`]][[trang không tải gì từ nơi khác: đặt tệp vào content/static/ và ghi `{file}`]]";
    /// HTML in a text, which is printed as it is written.
    HTML_AS_TEXT: Warning "html-as-text"
        en "`{html}` is printed as it is written[[, here and at {places}]]",
            "HTML is text here",
            "write Markdown: an empty line begins a paragraph, a backslash at the end of a line breaks it, `**words**` are strong";
        vi "`{html}` sẽ in nguyên văn lên trang[[, ở đây và ở {places_vi}]]",
            "ở đây HTML chỉ là chữ",
            "viết bằng Markdown: dòng trống để sang đoạn, dấu `\\` cuối dòng để xuống dòng, `**chữ**` để in đậm";
    /// A comment in a text that is never closed.
    COMMENT_OPEN: Warning "comment-open"
        en "this comment is never closed",
            "all that follows it is left out of the page",
            "close it with `-->`";
        vi "ghi chú này không có dấu đóng",
            "mọi chữ sau đó bị bỏ khỏi trang",
            "đóng lại bằng `-->`";
    /// A phrase of a theme that nothing asks for.
    PHRASE_UNKNOWN: Warning "phrase-unknown"
        en "there is no phrase `{key}`",
            "nothing asks for it",
            "write `{near}`, if that is meant; a key of your own for your own templates should be less alike";
        vi "không có câu `{key}`",
            "không nơi nào dùng",
            "viết `{near}` nếu định ghi câu đó; khóa riêng cho mẫu trang của mình nên khác hẳn";
    /// A place in a phrase that nothing fills.
    PHRASE_PLACE: Error "phrase-place"
        en "phrase `{key}` has no place `{place}`",
            "would stand on the page as it is",
            "places of this phrase: {known}";
        vi "câu `{key}` không có chỗ điền `{place}`",
            "sẽ in nguyên văn lên trang",
            "các chỗ điền của câu này: {known}";
    /// A template that does not work.
    TEMPLATE_FAULT: Error "template-fault"
        en "template {template}[[, line {line}, column {column}]]: {reason}",
            "here",
            "mend the template; names that can be used stand in the message";
        vi "mẫu trang {template}[[, dòng {line}, cột {column}]]: {reason_vi}",
            "ở đây",
            "sửa mẫu trang; các tên dùng được nêu trong thông báo";
    /// A theme folder that is not there.
    THEME_MISSING: Error "theme-missing"
        en "there is no theme {path}",
            "not there",
            "put the theme into that folder, or write `theme: default`";
        vi "không có giao diện {path}",
            "không có",
            "đặt giao diện vào thư mục đó, hoặc viết `theme: default`";
}
