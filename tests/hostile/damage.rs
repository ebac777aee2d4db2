//! Random damage to the files of a site: the same for the same number.

/// Files by path, as text.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// Numbers that look like chance (xorshift64*): enough to choose lines, and nothing to depend on.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    /// A number below another one, which is not zero.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).expect("a small number")
    }

    fn one<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.below(list.len())]
    }
}

/// Texts that readers of files stumble over.
const TEXTS: [&str; 56] = [
    "",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u{a0}",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\u{200b}",
    ":",
    ": ",
    ",",
    "~",
    "-",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "[]",
    "{}",
    "\"",
    "'",
    "#",
    " #",
    "&a",
    "*a",
    "<<: *a",
    "!!str",
    "|",
    ">",
    "%",
    "?",
    "---",
    "...",
    "null",
    "true",
    "missing",
    "exempt",
    "withheld",
    "unpublished",
    "others",
    "=1+1",
    "<script>",
    "]]>",
    "<<<<<<< HEAD",
    "=======",
    "\u{301}",
    "Đ",
    "Ð",
    "../x",
    "static/x",
    "2024",
    "2023-02-30",
];

/// Numbers at the ends of what is allowed, and behind them.
const NUMBERS: [&str; 22] = [
    "0",
    "-0",
    "1",
    "-1",
    "0.1",
    "0.0000000000001",
    "1.5",
    "1,5",
    "08",
    "1e9",
    "0x10",
    ".5",
    "1_000",
    "9999999999999999999999999",
    "-9999999999999999999999999",
    "99999999999999999999999999",
    "1000000",
    "1000001",
    "20180504",
    "NaN",
    ".inf",
    "1:30",
];

/// Keys and words of the format, which damage may put in the place of each other.
const WORDS: [&str; 60] = [
    "title",
    "name",
    "max",
    "weight",
    "criteria",
    "scored",
    "total",
    "sum",
    "mean",
    "geometric-mean",
    "given",
    "rank",
    "ties",
    "dense",
    "competition",
    "modified",
    "average",
    "ordinal",
    "announced",
    "order",
    "ascending",
    "precision",
    "bands",
    "from",
    "missing",
    "zero",
    "exempt",
    "rescale",
    "full",
    "nothing",
    "unranked",
    "groups",
    "units",
    "events",
    "rename",
    "merge",
    "into",
    "split",
    "abolish",
    "move",
    "date",
    "status",
    "draft",
    "official",
    "withdrawn",
    "scores",
    "population",
    "count",
    "last",
    "disputed",
    "corrections",
    "was",
    "now",
    "min",
    "method",
    "min-max",
    "goalposts",
    "z-score",
    "best",
    "to",
];

/// Damages a site in one to four places.
pub(crate) fn damaged(files: &Files, chance: &mut Chance) -> Files {
    let mut files = files.clone();
    for _ in 0..=chance.below(4) {
        if !files.is_empty() {
            hurt(&mut files, chance);
        }
    }
    files
}

/// Damages one file, or what files there are.
fn hurt(files: &mut Files, chance: &mut Chance) {
    let at = chance.below(files.len());
    match chance.below(24) {
        0 => drop(files.remove(at)),
        1 => {
            let other = chance.below(files.len());
            let (a, b) = (files[at].1.clone(), files[other].1.clone());
            (files[at].1, files[other].1) = (b, a);
        }
        2 => {
            let copy = files[at].clone();
            let names = ["content/scores/2022.yaml", "content/schemes/kia.yaml", "content/pages/kia.vi.md"];
            let path = names[chance.below(names.len())].to_owned();
            files.retain(|(other, _)| *other != path);
            files.push((path, copy.1));
        }
        3..=13 => files[at].1 = lines(&files[at].1, chance),
        _ => files[at].1 = bytes(&files[at].1, chance),
    }
}

/// Damages whole lines.
fn lines(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = bytes.split(|&b| b == b'\n').map(<[u8]>::to_vec).collect();
    let (at, other) = (chance.below(lines.len()), chance.below(lines.len()));
    match chance.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines.swap(at, other),
        3 => lines.insert(at, lines[other].clone()),
        4 => lines.truncate(at + 1),
        5 => lines[at].splice(0..0, b"  ".iter().copied()).for_each(drop),
        6 => {
            let n = lines[at].len().min(2);
            lines[at].drain(..n).for_each(drop);
        }
        _ => lines[at] = word(&lines[at].clone(), chance),
    }
    lines.join(&b'\n')
}

/// Puts another word or number in the place of one.
fn word(line: &[u8], chance: &mut Chance) -> Vec<u8> {
    let is_word = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    let starts: Vec<usize> =
        (0..line.len()).filter(|&i| is_word(line[i]) && (i == 0 || !is_word(line[i - 1]))).collect();
    if starts.is_empty() {
        return bytes(line, chance);
    }
    let start = starts[chance.below(starts.len())];
    let end = (start..line.len()).find(|&i| !is_word(line[i])).unwrap_or(line.len());
    let new = match chance.below(3) {
        0 => chance.one(&WORDS),
        1 => chance.one(&NUMBERS),
        _ => chance.one(&TEXTS),
    };
    [&line[..start], new.as_bytes(), &line[end..]].concat()
}

/// Damages bytes.
fn bytes(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = chance.below(bytes.len() + 1);
    match chance.below(6) {
        0 if at < bytes.len() => drop(bytes.remove(at)),
        1 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
        2 if at < bytes.len() => bytes.insert(at, bytes[at]),
        3 => bytes.truncate(at),
        4 => return word(&bytes, chance),
        _ => drop(bytes.splice(at..at, chance.one(&TEXTS).bytes()).collect::<Vec<u8>>()),
    }
    bytes
}
