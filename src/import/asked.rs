//! Asking on a terminal: one question at a time, with numbered answers. Nothing is an answer by itself.

use std::io::{self, BufRead, Write};

use super::answers::AnswerSection;
use super::line::one_line;
use super::question::{ImportQuestion, Said, said};

/// How many characters an answer may have; a longer line is none.
const LINE_MAX: u64 = 4096;

/// Whoever answers.
pub(crate) struct Asker<'a> {
    /// Where answers are typed.
    pub(crate) input: &'a mut dyn BufRead,
    /// Where questions are shown.
    pub(crate) output: &'a mut dyn Write,
    /// Whether they are asked in Vietnamese.
    pub(crate) is_vietnamese: bool,
}

impl Asker<'_> {
    /// The answer to a question: section, key and value; none where the input ended.
    ///
    /// # Errors
    /// When a stream refuses.
    pub(crate) fn ask(
        &mut self,
        question: &ImportQuestion,
        n_open: usize,
    ) -> io::Result<Option<(AnswerSection, String, String)>> {
        let more = said(format!("({n_open} open)"), format!("(còn {n_open} câu)"));
        self.show(&format!("\n{} {}\n", self.say(&question.asked), self.say(&more)))?;
        for (at, choice) in question.choices.iter().enumerate() {
            self.show(&format!("  {}  {}\n", at + 1, one_line(self.say(&choice.said))))?;
        }
        let with_id = said("a number, or an id", "một số, hoặc một mã");
        let number = said("a number", "một số");
        let wanted = if question.ids.is_empty() { number } else { with_id };
        loop {
            self.show(&format!("{}: ", self.say(&wanted)))?;
            let mut line = Vec::new();
            io::Read::take(&mut *self.input, LINE_MAX).read_until(b'\n', &mut line)?;
            if line.is_empty() {
                self.show("\n")?;
                return Ok(None);
            }
            if let Some(answer) = question.answer(&String::from_utf8_lossy(&line)) {
                return Ok(Some(answer));
            }
            let n = question.choices.len();
            let again = said(format!("type a number from 1 to {n}"), format!("hãy gõ một số từ 1 đến {n}"));
            self.show(&format!("{}; ", self.say(&again)))?;
        }
    }

    fn say<'s>(&self, said: &'s Said) -> &'s str {
        &said[usize::from(self.is_vietnamese)]
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        self.output.write_all(text.as_bytes())?;
        self.output.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::Asker;
    use crate::import::answers::AnswerSection;
    use crate::import::question::{AnswerChoice, ImportQuestion, said};

    #[track_caller]
    fn case(typed: &str, expected: Option<(&str, &str)>, shown: &str) {
        let choices = vec![
            AnswerChoice::new("so-y-te", said("so-y-te: Sở Y tế", "so-y-te: Sở Y tế")),
            AnswerChoice::leave_out(),
            AnswerChoice::leave_all_out(),
        ];
        let question = ImportQuestion {
            ids: vec!["so-noi-vu".to_owned()],
            ..ImportQuestion::new(AnswerSection::Units, "Sở Y", said("which unit is it?", "là đơn vị nào?"), choices)
        };
        let (mut input, mut output) = (typed.as_bytes(), Vec::new());
        let mut asker = Asker { input: &mut input, output: &mut output, is_vietnamese: true };
        let answer = asker.ask(&question, 2).unwrap();
        let answer = answer.as_ref().map(|(_, key, value)| (key.as_str(), value.as_str()));
        assert_eq!(answer, expected);
        assert_eq!(String::from_utf8(output).unwrap(), shown);
    }

    const ASKED: &str = "\nlà đơn vị nào? (còn 2 câu)\n  1  so-y-te: Sở Y tế\n  2  bỏ qua\n  3  bỏ qua mục này và mọi mục \
                         tương tự\nmột số, hoặc một mã: ";

    #[test]
    fn an_answer_is_a_number_or_an_id_and_nothing_else() {
        case("1\n", Some(("Sở Y", "so-y-te")), ASKED);
        case("3\n", Some(("*", "no")), ASKED);
        case("so-noi-vu\n", Some(("Sở Y", "so-noi-vu")), ASKED);
        let again = format!("{ASKED}hãy gõ một số từ 1 đến 3; một số, hoặc một mã: ");
        case("\n2\n", Some(("Sở Y", "no")), &again);
        case("4\n2\n", Some(("Sở Y", "no")), &again);
        case("0\n2\n", Some(("Sở Y", "no")), &again);
        case("so-x\n2\n", Some(("Sở Y", "no")), &again);
        case("", None, &format!("{ASKED}\n"));
        case("x\n", None, &format!("{again}\n"));
    }
}
