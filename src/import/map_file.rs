//! The file of answers: read strictly, and written so that what somebody wrote in it stays.

use super::answers::{AnswerSection, Answers, NO, YES, plain_word};
use super::question::ImportQuestion;
use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults, nearest};
use crate::yaml::scalar;
use crate::yaml::{Kind, Node, Yaml, decode};

/// What stands at the beginning of a new file, in English and Vietnamese.
const HEAD: [&str; 2] = [
    "# What `scorebook import` was told about spreadsheets: what is answered here is not asked again. `no` leaves out.\n",
    "# Những điều đã trả lời cho `scorebook import` về bảng tính: có ở đây thì không hỏi lại. `no` là bỏ qua.\n",
];

/// Reads the answers of a file that is the first one of its tree.
pub(crate) fn read(bytes: &[u8], faults: &mut Faults) -> Answers {
    let mut answers = Answers::default();
    let Some(text) = decode(0, bytes, faults) else { return answers };
    let yaml = Yaml::parse(0, text, faults);
    let Some(root) = yaml.root() else { return answers };
    if root.kind() != Kind::Map {
        faults.push(no_map(root));
    }
    for (key, value) in root.entries() {
        match AnswerSection::ALL.into_iter().find(|section| section.key() == key.text()) {
            Some(section) => section_of(section, value, &mut answers, faults),
            None => faults.push(unknown(key)),
        }
    }
    answers
}

fn section_of(section: AnswerSection, node: Node<'_>, answers: &mut Answers, faults: &mut Faults) {
    if node.kind() != Kind::Map && !node.is_null() {
        faults.push(no_map(node));
    }
    // What is left open is asked.
    for (key, value) in node.entries().filter(|(_, value)| !value.is_null()) {
        let words = section.words().unwrap_or_default();
        let said = plain_word(value.text());
        if value.kind() != Kind::Scalar {
            faults.push(Diagnostic::new(&shape::NOT_A_TEXT, value.place()));
        } else if !words.is_empty() && !words.contains(&said) {
            let fault = Diagnostic::new(&shape::WORD_UNKNOWN, value.place()).with("word", value.source());
            let fault = fault.with_some("near", nearest(value.text(), words.iter().copied()));
            faults.push(fault.with("known", words.join(", ")));
        } else {
            answers.set(section, key.text(), said);
        }
    }
}

/// The answers of a file that the questions that are open do not take, each with what they take.
pub(crate) fn wrong(bytes: &[u8], questions: &[ImportQuestion], faults: &mut Faults) {
    let Some(text) = decode(0, bytes, &mut Faults::default()) else { return };
    let yaml = Yaml::parse(0, text, &mut Faults::default());
    let Some(root) = yaml.root() else { return };
    for (section, node) in root.entries() {
        for (key, value) in node.entries().filter(|(_, value)| !value.is_null()) {
            let is_asked =
                |question: &&ImportQuestion| question.section.key() == section.text() && question.key == key.text();
            let said = plain_word(value.text());
            let Some(question) = questions.iter().find(is_asked).filter(|question| !question.takes(said)) else {
                continue;
            };
            let fault = Diagnostic::new(&shape::WORD_UNKNOWN, value.place()).with("word", value.source());
            let fault = fault.with_some("near", nearest(said, question.all_words().into_iter()));
            faults.push(fault.with("known", question.all_words().join(", ")));
        }
    }
}

fn no_map(node: Node<'_>) -> Diagnostic {
    let fault = Diagnostic::new(&shape::NOT_A_MAP, node.place()).with("what", "import-map.yaml");
    fault
        .with("what_vi", "import-map.yaml")
        .with("need", "needs")
        .with("pair", "key: value")
        .with("pair_vi", "khoá: giá trị")
}

fn unknown(key: Node<'_>) -> Diagnostic {
    let known = || AnswerSection::ALL.iter().map(|section| section.key());
    let fault = Diagnostic::new(&shape::KEY_UNKNOWN, key.place()).with("key", key.text());
    let fault = fault.with("what", "import-map.yaml").with("what_vi", "import-map.yaml");
    fault.with_some("near", nearest(key.text(), known())).with("known", known().collect::<Vec<_>>().join(", "))
}

/// The file with answers that it does not hold yet. What stands in it stays as it is, as far as that can be: lines are
/// added at the end of their sections.
pub(crate) fn written(before: Option<&str>, answers: &Answers, is_vietnamese: bool) -> String {
    let head = HEAD[usize::from(is_vietnamese)];
    let old = before.map(|text| read(text.as_bytes(), &mut Faults::default())).unwrap_or_default();
    let mut text = before.unwrap_or(head).to_owned();
    for section in AnswerSection::ALL {
        let new: String = answers
            .all(section)
            .iter()
            .filter(|(key, value)| old.of(section, key) != Some(value))
            .map(|(key, value)| line(key, value))
            .collect();
        if !new.is_empty() {
            add(&mut text, section, &new);
        }
    }
    let mut faults = Faults::default();
    if read(text.as_bytes(), &mut faults) == *answers && faults.errors() == 0 { text } else { anew(head, answers) }
}

/// The lines that are missing, with what can be answered behind each, ready to be pasted into the file.
pub(crate) fn lacking(lines: &[(AnswerSection, String, String)]) -> String {
    let mut text = String::new();
    for section in AnswerSection::ALL {
        let mut own = lines.iter().filter(|(of, ..)| *of == section).peekable();
        if own.peek().is_some() {
            text.push_str(&format!("{}:\n", section.key()));
        }
        own.for_each(|(_, key, words)| text.push_str(&format!("  {}: ~ # {words}\n", scalar(key))));
    }
    text
}

fn anew(head: &str, answers: &Answers) -> String {
    let mut text = head.to_owned();
    for section in AnswerSection::ALL.into_iter().filter(|section| !answers.all(*section).is_empty()) {
        text.push_str(&format!("{}:\n", section.key()));
        answers.all(section).iter().for_each(|(key, value)| text.push_str(&line(key, value)));
    }
    text
}

fn line(key: &str, value: &str) -> String {
    // The words of answers are no truth values here.
    let value = if [NO, YES, "0"].contains(&value) { value.to_owned() } else { scalar(value) };
    format!("  {}: {value}\n", scalar(key))
}

/// Adds lines at the end of a section, or the section at the end of the file.
fn add(text: &mut String, section: AnswerSection, lines: &str) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let head = format!("{}:\n", section.key());
    let begins = text.find(&format!("\n{head}")).map(|at| at + 1).or_else(|| text.starts_with(&head).then_some(0));
    let Some(first) = begins.map(|at| at + head.len()) else {
        text.push_str(&format!("{head}{lines}"));
        return;
    };
    let own = text[first..].split_inclusive('\n').take_while(|line| line.starts_with(' '));
    let end = first + own.map(str::len).sum::<usize>();
    text.insert_str(end, lines);
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use crate::diagnostics::{CliLanguage, Faults};
    use crate::import::answers::{AnswerSection, Answers};

    fn answers(all: &[(AnswerSection, &str, &str)]) -> Answers {
        let mut answers = Answers::default();
        all.iter().for_each(|(section, key, value)| answers.set(*section, key, value));
        answers
    }

    #[test]
    fn a_new_file_is_read_as_it_was_written() {
        let all = answers(&[
            (AnswerSection::Columns, "Hạ tầng: \"A\" # 1", "ha-tang"),
            (AnswerSection::Columns, "Hạng", "rank ha-tang"),
            (AnswerSection::Signs, "-", "missing"),
            (AnswerSection::Sheet, "table", "Sheet 1!B5"),
        ]);
        let text = written(None, &all, false);
        assert_eq!(
            text,
            "# What `scorebook import` was told about spreadsheets: what is answered here is not asked again. `no` leaves \
             out.\nsheet:\n  table: Sheet 1!B5\ncolumns:\n  'Hạ tầng: \"A\" # 1': ha-tang\n  Hạng: rank ha-tang\nsigns:\n  \
             \"-\": missing\n"
        );
        let mut faults = Faults::default();
        assert_eq!(read(text.as_bytes(), &mut faults), all);
        assert_eq!(faults.errors(), 0);
    }

    #[test]
    fn what_stands_there_stays() {
        let before = "# mine\nunits:\n  \"A\": a # sure\ncolumns: {}\n";
        let all = answers(&[
            (AnswerSection::Units, "A", "a"),
            (AnswerSection::Units, "B", "b"),
            (AnswerSection::Signs, "..", "exempt"),
        ]);
        let text = "# mine\nunits:\n  \"A\": a # sure\n  B: b\ncolumns: {}\nsigns:\n  \"..\": exempt\n";
        assert_eq!(written(Some(before), &all, true), text);
    }

    #[track_caller]
    fn fault(text: &str, expected: &str) {
        let mut faults = Faults::default();
        read(text.as_bytes(), &mut faults);
        let told: Vec<String> =
            faults.sorted().iter().map(|fault| fault.sentences(CliLanguage::English)[0].clone()).collect();
        assert_eq!(told, [expected]);
    }

    #[test]
    fn what_is_not_understood_is_told() {
        fault("colums: {}\n", "unknown key `colums` in import-map.yaml");
        fault("signs: { \"-\": mising }\n", "`mising` is not known here");
        fault("units: [a]\n", "import-map.yaml needs keys with values");
    }
}
